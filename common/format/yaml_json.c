/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "format/yaml_inner.h"
#include "format/yaml_json.h"

int
yaml_hex4(const char *p, const char *end, uint32_t *c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at;
	int i;

	if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
		return 0;
	*c = 0;
	for (i = 2; i < 6; i++) {
		at = memchr(digits, tolower((unsigned char)p[i]), 16);
		if (at == NULL)
			return 0;
		*c = *c << 4 | (uint32_t)(at - digits);
	}
	return 1;
}

size_t
yaml_json_rewrite(struct buf *b, const char *p, const char *end)
{
	uint32_t high, low, c;
	size_t used;

	if (*p == '\\' && yaml_hex4(p, end, &high) && high >= 0xd800 &&
	    high <= 0xdbff && yaml_hex4(p + 6, end, &low) &&
	    low >= 0xdc00 && low <= 0xdfff) {
		buf_printf(b, "\\U%08x", (unsigned int)(0x10000 +
		    ((high - 0xd800) << 10) + (low - 0xdc00)));
		return 12;
	}
	used = text_decode(p, (size_t)(end - p), &c);
	if (used > 0 && c >= 0x7f && !yaml_printable(c)) {
		buf_printf(b, "\\u%04x", (unsigned int)c);
		return used;
	}
	used = *p == '\\' && p + 1 < end ? 2 : 1;
	buf_put(b, p, used);
	return used;
}

static size_t
characters(const char *s, size_t n)
{
	size_t count = 0;

	while (n-- > 0)
		count += ((unsigned char)*s++ & 0xc0) != 0x80;
	return count;
}

size_t
yaml_json_column(struct yaml_json *j, size_t n)
{
	struct buf b = { 0 };
	size_t used, more;

	if (j->walked == NULL || n < j->is) {
		j->walked = j->line;
		j->was = j->is = 0;
	}
	for (; j->walked < j->end; j->walked += used) {
		buf_clear(&b);
		used = yaml_json_rewrite(&b, j->walked, j->end);
		more = characters(buf_string(&b), b.length);
		if (j->is + more > n)
			break;
		j->is += more;
		j->was += characters(j->walked, used);
	}
	buf_free(&b);
	return n - j->is + j->was;
}
