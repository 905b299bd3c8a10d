/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_COMMAND_H
#define BASE_COMMAND_H

#include <stdarg.h>

/*
 * Commands in what is said. A message names one in single quotes, 'prompt
 * list', or after "type: ", and this is the one place that says how it can be
 * typed here: so, or after "unhurried", where there is no link of that name,
 * where PATH has another program of that name first, or where the call came
 * through "unhurried" itself.
 */

/*
 * Note how this process, the tool `name`, was called; once, before anything is
 * said. "unhurried init" and its like have no other way, so it tells nothing.
 */
void	 command_begin(const char *name);
/* Let the program that this process becomes know that it was called so. */
void	 command_lead(void);

/*
 * Return where this program, which was `called` so, lies, links followed; NULL
 * when it cannot be told. The caller frees.
 */
char	*command_own_path(const char *called);
/*
 * Return the directory in which "unhurried" is found, or NULL when it cannot be
 * told; `called` is as for command_own_path(). The caller frees.
 */
char	*command_directory(const char *called);
/* Return true for the name of a tool, alone or with words behind it. */
int	 command_is_tool(const char *word);
/* Return what man(1) finds the tool `name` by here. The caller frees. */
char	*command_page(const char *name);
/* Return `command` as it can be typed here. The caller frees. */
char	*command_typed(const char *command);
/* Return `text`, the commands in it as they can be typed. The caller frees. */
char	*command_in(const char *text);
/*
 * Return `word` as a shell takes it: as it is, or between double quotes, since
 * single ones stand around commands, or between single ones where it has what
 * a shell looks for between double ones. The caller frees.
 */
char	*command_word(const char *word);
/* Return `text`, lines of a shell, the commands in it likewise. */
char	*command_script(const char *text);
/*
 * Return `format`, as it is said in the reader's language, printed with `ap`,
 * the commands in it as they can be typed here. The caller frees.
 */
char	*command_vprintf(const char *format, va_list ap)
	    __attribute__((format(printf, 1, 0)));

#endif
