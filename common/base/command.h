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
 * typed here: so, or after "unhurried" where there is no link of that name.
 */

/*
 * Return where this program, which was `called` so, lies, links followed; NULL
 * when it cannot be told. The caller frees.
 */
char	*command_own_path(const char *called);
/* Return `command` as it can be typed here. The caller frees. */
char	*command_typed(const char *command);
/* Return `text`, the commands in it as they can be typed. The caller frees. */
char	*command_in(const char *text);
/*
 * Return `format`, as it is said in the reader's language, printed with `ap`,
 * the commands in it as they can be typed here. The caller frees.
 */
char	*command_vprintf(const char *format, va_list ap)
	    __attribute__((format(printf, 1, 0)));

#endif
