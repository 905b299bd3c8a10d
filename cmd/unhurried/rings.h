/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef UNHURRIED_RINGS_H
#define UNHURRIED_RINGS_H

#include <stddef.h>

/* A tool, as a row of cmd/tools has it. */
struct tool_row {
	const char	*name;
	const char	*page;		/* of the manual */
	const char	*about;
};

/*
 * Tell of the `count` tools in rings: what helps at once, a few to begin with,
 * the others by their names.
 */
void	 rings_show(const struct tool_row *tools, size_t count);
/* Tell of each in a line, but of what only shells call. */
void	 rings_show_all(const struct tool_row *tools, size_t count);

#endif
