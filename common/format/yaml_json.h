/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORMAT_YAML_JSON_H
#define FORMAT_YAML_JSON_H

#include <stddef.h>
#include <stdint.h>

struct buf;

/*
 * JSON is YAML but for escaped surrogate pairs, which JSON writers use for
 * emoji and YAML does not have: they become one escape of eight digits. And
 * JSON has as they are some characters that YAML wants escaped.
 */

/* A line of JSON before it was rewritten. All zero is none. */
struct yaml_json {
	const char	*line, *end;
	const char	*walked;	/* so far in it, for places in order */
	size_t		 was, is;	/* characters there, and rewritten */
};

/*
 * Return true if `p`, before `end`, begins with \u and four hexadecimal
 * digits, which are `c`.
 */
int	 yaml_hex4(const char *p, const char *end, uint32_t *c);
/* Rewrite what comes first in `p`, before `end`, to `b`. Return its bytes. */
size_t	 yaml_json_rewrite(struct buf *b, const char *p, const char *end);
/*
 * Return how many characters of a line stand before what is rewritten as its
 * `n`th character, from 0.
 */
size_t	 yaml_json_column(struct yaml_json *j, size_t n);

#endif
