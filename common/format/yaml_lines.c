/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/buf.h"
#include "format/yaml_lines.h"

/* Return where the line after that of `p` begins. */
static const char *
line_after(const char *p, const char *stop)
{
	const char *end = memchr(p, '\n', (size_t)(stop - p));

	return end == NULL ? stop : end + 1;
}

int
yaml_lines_are_json(const char *data, size_t n)
{
	size_t i = 0;

	if (n >= 3 && memcmp(data, "\357\273\277", 3) == 0)
		i = 3;
	/* Lines that begin with # are for people. */
	while (i < n && (memchr(" \t\r\n", data[i], 4) != NULL ||
	    data[i] == '#'))
		i = data[i] != '#' ? i + 1 :
		    (size_t)(line_after(data + i, data + n) - data);
	return i < n && data[i] == '{';
}

const char *
yaml_lines_find(const char *p, const char *stop, const char **end,
    size_t *indent, size_t *line)
{
	for (; p < stop; p = *end + 1, ++*line) {
		if ((*end = memchr(p, '\n', (size_t)(stop - p))) == NULL)
			*end = stop;
		for (*indent = 0; p < *end && memchr(" \t\r", *p, 3) != NULL;
		    ++*indent)
			p++;
		if (p < *end && *p != '#')
			return p;
	}
	return NULL;
}

/* True where a line is that mark between documents. */
static int
is_mark(const char *p, const char *stop, const char *mark)
{
	return stop - p >= 3 && memcmp(p, mark, 3) == 0 && (stop - p == 3 ||
	    strchr(BLANKS, p[3]) != NULL);
}

const char *
yaml_lines_document(const char *p, const char *stop, const char **end,
    size_t *line)
{
	size_t before = *line;
	const char *from;
	int ends;

	for (*line = 0; *line < before && p < stop; ++*line)
		p = line_after(p, stop);
	/* Where the one before it ended so, that is none of it. */
	for (; is_mark(p, stop, "..."); ++*line)
		p = line_after(p, stop);
	from = p;
	do {
		ends = is_mark(p, stop, "...");
		p = line_after(p, stop);
		++*line;
	} while (p < stop && !ends && !is_mark(p, stop, "---"));
	*end = p;
	return from;
}
