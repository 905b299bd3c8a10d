/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORMAT_YAML_LINES_H
#define FORMAT_YAML_LINES_H

#include <stddef.h>

/* Where records begin and end in a text of many, by its lines alone. */

/* Return true for lines of JSON: the first record begins with a brace. */
int	 yaml_lines_are_json(const char *data, size_t n);
/*
 * Return where the next record of JSON begins in `p`, before `stop`, or NULL;
 * tell where its line ends, how many blanks stand before it, and how many lines
 * were passed over, which are added to `line`.
 */
const char *yaml_lines_find(const char *p, const char *stop,
	    const char **end, size_t *indent, size_t *line);
/*
 * Return where the document begins that is `line` lines behind `p`, before
 * `stop`; tell where it ends, and how many lines that is behind `p`.
 */
const char *yaml_lines_document(const char *p, const char *stop,
	    const char **end, size_t *line);

#endif
