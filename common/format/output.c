/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

#include "base/buf.h"
#include "base/text.h"
#include "format/output.h"
#include "format/yaml.h"
#include "format/yaml_write.h"

/* RFC 8259, section 6. */
static int
skip_digits(const char **s)
{
	size_t n = strspn(*s, "0123456789");

	*s += n;
	return n > 0;
}

/* RFC 8259, section 6. */
static int
is_number(const char *s)
{
	s += *s == '-';
	if (*s == '0')
		s++;
	else if (!skip_digits(&s))
		return 0;
	if (*s == '.' && (s++, !skip_digits(&s)))
		return 0;
	if (*s == 'e' || *s == 'E') {
		s++;
		s += *s == '+' || *s == '-';
		if (!skip_digits(&s))
			return 0;
	}
	return *s == '\0';
}

static void
escape(struct buf *b, uint32_t c)
{
	static const char these[] = "\"\\\n\r\t", letters[] = "\"\\nrt";
	const char *at = c > 0 && c < 0x80 ? strchr(these, (int)c) : NULL;

	if (at != NULL)
		buf_printf(b, "\\%c", letters[at - these]);
	else if (c < 0x10000)
		buf_printf(b, "\\u%04x", (unsigned int)c);
	else
		buf_printf(b, "\\u%04x\\u%04x",
		    (unsigned int)(0xd800 + ((c - 0x10000) >> 10)),
		    (unsigned int)(0xdc00 + ((c - 0x10000) & 0x3ff)));
}

void
output_json_text(struct buf *b, const char *s, size_t n)
{
	uint32_t c;
	size_t i, used, start = 0;

	buf_char(b, '"');
	for (i = 0; i < n; i += used) {
		while (i < n && (unsigned char)s[i] >= 0x20 &&
		    (unsigned char)s[i] < 0x7f && s[i] != '"' &&
		    s[i] != '\\')
			i++;
		if (i == n)
			break;
		c = (unsigned char)s[i];
		used = 1;
		if (c >= 0x80 && (used = text_decode(s + i, n - i, &c)) == 0) {
			used = 1;
			c = 0xfffd;
		} else if (c >= 0x80 && !text_is_harmful(c))
			continue;
		buf_put(b, s + start, i - start);
		escape(b, c);
		start = i + used;
	}
	buf_put(b, s + start, n - start);
	buf_char(b, '"');
}

void
output_json(struct buf *b, const struct node *node)
{
	const struct node *n;

	if (node->type == NODE_TEXT) {
		if (yaml_is_null(node))
			buf_str(b, "null");
		else if (node->plain && (is_number(node->text) ||
		    yaml_says(node, "true") || yaml_says(node, "false")))
			buf_put(b, node->text, node->length);
		else
			output_json_text(b, node->text, node->length);
		return;
	}
	buf_char(b, node->type == NODE_MAP ? '{' : '[');
	for (n = node->child; n != NULL; n = n->next) {
		if (n->key != NULL) {
			output_json_text(b, n->key, strlen(n->key));
			buf_char(b, ':');
		}
		output_json(b, n);
		if (n->next != NULL)
			buf_char(b, ',');
	}
	buf_char(b, node->type == NODE_MAP ? '}' : ']');
}

void
output_tsv(struct buf *b, const char *s)
{
	uint32_t c;
	size_t i, used, n;

	if (s == NULL || *s == '\0')
		s = "-";
	n = strlen(s);
	for (i = 0; i < n; i += used) {
		if ((used = text_decode(s + i, n - i, &c)) == 0) {
			used = 1;
			c = 0xfffd;
		}
		if (c == '\\' || text_is_harmful(c))
			escape(b, c);
		else
			buf_put(b, s + i, used);
	}
}

/* True for what a spreadsheet could take for a formula, full-width or not. */
static int
is_formula(const char *s, size_t n)
{
	uint32_t c;

	return text_decode(s, n, &c) != 0 && c != 0 &&
	    wcschr(L"=+-@\t\r\n\uff1d\uff0b\uff0d\uff20", (wchar_t)c) != NULL;
}

static int	header_is_due;

void
output_header(void)
{
	header_is_due = 1;
}

void
output_columns(struct buf *b, const char *const *columns)
{
	for (; header_is_due && *columns != NULL; columns++)
		buf_printf(b, "%s%c", *columns, columns[1] == NULL ? '\n' :
		    '\t');
	header_is_due = 0;
}

void
output_record(struct buf *b, const struct node *map, const char *const *columns,
    enum cli_format format)
{
	const struct node *n;

	switch (format) {
	case FORMAT_TEXT:
		break;
	case FORMAT_JSON:
		output_json(b, map);
		buf_char(b, '\n');
		break;
	case FORMAT_YAML:
		buf_str(b, "---\n");
		for (n = map->child; n != NULL; n = n->next)
			yaml_write_field(b, n, YAML_FOR_SCREEN);
		break;
	case FORMAT_TSV:
		output_columns(b, columns);
		for (; *columns != NULL; columns++) {
			output_tsv(b, yaml_get_text(map, *columns));
			buf_char(b, columns[1] == NULL ? '\n' : '\t');
		}
		break;
	}
}

/* Put text between two of a quotation mark, which is doubled within it. */
static void
put_doubled(struct buf *b, const char *s, size_t n, char mark)
{
	const char *end = s + n;

	buf_char(b, mark);
	for (; s < end; s++) {
		if (*s == mark)
			buf_char(b, mark);
		buf_char(b, *s);
	}
	buf_char(b, mark);
}

void
output_csv(struct buf *b, const char *s, size_t n)
{
	struct buf guarded = { 0 };

	if (is_formula(s, n))
		buf_char(&guarded, '\'');
	buf_put(&guarded, s, n);
	if (n > 0 && strcspn(s, ",\"\r\n") == n && s[0] != ' ' &&
	    s[n - 1] != ' ')
		buf_put(b, guarded.data, guarded.length);
	else
		put_doubled(b, guarded.data, guarded.length, '"');
	buf_free(&guarded);
}

/* Where the line end CR LF nearest to the middle has its LF; 0 for none. */
static int
ends_line(const char *s, size_t n, size_t at)
{
	return at > 0 && at < n && s[at] == '\n' && s[at - 1] == '\r';
}

/* Where the line end CR LF nearest to the middle has its LF; 0 for none. */
static size_t
line_end(const char *s, size_t n)
{
	size_t i, half = n / 2;

	for (i = 0; i <= half; i++) {
		if (ends_line(s, n, half + i))
			return half + i;
		if (ends_line(s, n, half - i))
			return half - i;
	}
	return 0;
}

/*
 * sqlite3 drops a CR before the end of a script's line, so the two are parted;
 * by halves, since it nests expressions no deeper than 1,000.
 */
void
output_sql(struct buf *b, const char *s, size_t n)
{
	size_t cut = line_end(s, n);

	if (cut > 0) {
		buf_char(b, '(');
		output_sql(b, s, cut);
		buf_str(b, "||");
		output_sql(b, s + cut, n - cut);
		buf_char(b, ')');
		return;
	}
	put_doubled(b, s, n, '\'');
}

void
output_print(struct yaml *y, const char *const *columns, enum cli_format format)
{
	struct buf b = { 0 };

	output_record(&b, y->root, columns, format);
	buf_write(&b, stdout);
	buf_free(&b);
	yaml_drop(y);
}
