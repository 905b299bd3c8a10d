/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * The form that yaml_write() gives a document, and hands keep mostly: block
 * maps and lists of words, one-line quoted strings, | blocks, flow lists and
 * maps of scalars, whole lines of comment. libyaml takes twenty times as long
 * for it. At the first byte that is anything else this gives up, and libyaml
 * reads the document from its beginning; so nothing is refused here, and no
 * message written. tests/fuzz/yaml.c holds both to the same trees and
 * positions.
 *
 * Texts stay where they lie in one copy of the document: each is shorter than
 * what stands for it there, and a NUL takes the place of what ended it.
 */

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "format/yaml.h"
#include "format/yaml_inner.h"
#include "format/yaml_json.h"

/* Of maps and lists in each other; one more may stand on a line of theirs. */
#define MOST_LEVELS	(YAML_MOST_LEVELS - 1)

struct own {
	struct yaml	*tree;
	char		*p, *end;	/* *end is NUL */
	unsigned int	 line;		/* of p, from 1 */
	size_t		 indent;	/* of p, the first thing on its line */
};

static struct node *read_map(struct own *o, size_t indent, size_t level);

static int
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static int
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t
word_length(const char *p)
{
	const char *s = p;

	while (is_letter(*p) || is_digit(*p) || *p == '-' || *p == '.' ||
	    *p == '+')
		p++;
	return (size_t)(p - s);
}

static size_t
key_length(const char *p)
{
	size_t n = is_letter(*p) ? word_length(p) : 0;

	return n <= YAML_MOST_KEY_BYTES && p[n] == ':' ? n : 0;
}

/* The bytes of a character that may stand as it is, or 0. */
static size_t
as_it_is(const struct own *o, const char *p)
{
	uint32_t c;
	size_t n;

	if (*p >= 0x20 && *p <= 0x7e)
		return 1;
	n = text_decode(p, (size_t)(o->end - p), &c);
	return n > 0 && c >= 0x80 && yaml_printable(c) ? n : 0;
}

static struct node *
new_node(struct own *o, enum node_type type, size_t column)
{
	struct node *node = yaml_new(o->tree, type);

	node->line = o->line;
	node->column = (unsigned int)column;
	return node;
}

/* To the first thing on the next line that has one. False to give up. */
static int
next_line(struct own *o)
{
	const char *begin;
	size_t n;

	for (;; o->p++, o->line++) {
		for (begin = o->p; *o->p == ' '; o->p++)
			;
		o->indent = (size_t)(o->p - begin);
		if (*o->p == '#')
			for (; *o->p != '\n'; o->p += n) {
				n = *o->p == '\t' ? 1 : as_it_is(o, o->p);
				if (n == 0)
					return 0;
			}
		else if (*o->p != '\n')
			return o->p < o->end || o->indent == 0;
		else if (o->indent > 0)
			return 0;
	}
}

static int
end_line(struct own *o)
{
	if (*o->p != '\n')
		return 0;
	o->p++;
	o->line++;
	return next_line(o);
}

/* The character that an escape at *p stands for, and behind it; or 0. */
static uint32_t
escaped(const struct own *o, char **p)
{
	static const char known[] = "\"\"\\\\b\bf\fn\nr\rt\t";
	uint32_t c;
	size_t i;

	for (i = 0; i < sizeof(known) - 1; i += 2)
		if ((*p)[1] == known[i]) {
			*p += 2;
			return (unsigned char)known[i + 1];
		}
	if (!yaml_hex4(*p, o->end, &c) || (c >= 0xd800 && c <= 0xdfff))
		return 0;
	*p += 6;
	return c;
}

static struct node *
read_quoted(struct own *o, size_t *column)
{
	struct node *node = new_node(o, NODE_TEXT, *column);
	char *from = o->p + 1, *to = from, *was;
	size_t n;
	uint32_t c;

	node->text = to;
	for (*column += 2; *from != '"'; ) {
		was = from;
		if (*from == '\\') {
			if ((c = escaped(o, &from)) == 0)
				return NULL;
			to += text_encode(c, to);
			*column += (size_t)(from - was);
		} else {
			if ((n = as_it_is(o, from)) == 0)
				return NULL;
			while (n-- > 0)
				*to++ = *from++;
			++*column;
		}
	}
	o->p = from + 1;
	*to = '\0';
	node->length = (size_t)(to - node->text);
	return node;
}

/* What comes next stays whole: its first byte is not yet overwritten. */
static struct node *
read_word(struct own *o, size_t *column)
{
	struct node *node;
	size_t n = word_length(o->p);

	if (!is_letter(*o->p) && !is_digit(o->p[*o->p == '-']))
		return NULL;
	node = new_node(o, NODE_TEXT, *column);
	node->plain = 1;
	node->text = o->p;
	node->length = n;
	o->p += n;
	*column += n;
	return node;
}

static struct node *
read_scalar(struct own *o, size_t *column)
{
	return *o->p == '"' ? read_quoted(o, column) : read_word(o, column);
}

/* A key of a flow map at *p, and the ": " behind it; NULL to give up. */
static const char *
read_flow_key(struct own *o, const struct node *map, size_t *column)
{
	const char *key = o->p;
	size_t n = key_length(key);

	if (n == 0 || key[n + 1] != ' ')
		return NULL;
	o->p[n] = '\0';
	o->p += n + 2;
	*column += n + 2;
	return yaml_get(map, key) == NULL ? key : NULL;
}

/* [a, "b"] or {a: 1, b: "c"}, and the rest of its line. */
static struct node *
read_flow(struct own *o, size_t column)
{
	struct node *parent, *node;
	const char *key = NULL;
	char close = *o->p == '[' ? ']' : '}', *stop;
	size_t count = 0;

	parent = new_node(o, close == ']' ? NODE_LIST : NODE_MAP, column);
	column++;
	if (*++o->p == close) {
		o->p++;
		return end_line(o) ? parent : NULL;
	}
	for (;;) {
		if (close == '}' && (++count > YAML_MOST_KEYS ||
		    (key = read_flow_key(o, parent, &column)) == NULL))
			return NULL;
		if ((node = read_scalar(o, &column)) == NULL)
			return NULL;
		node->key = key;
		yaml_hang(parent, node);
		stop = o->p++;
		if (*stop == close) {
			*stop = '\0';
			return end_line(o) ? parent : NULL;
		}
		if (*stop != ',' || *o->p++ != ' ')
			return NULL;
		*stop = '\0';
		column += 2;
	}
}

/* The lines under a "|", in something indented by indent. */
static struct node *
read_block(struct own *o, size_t indent, size_t column)
{
	struct node *node = new_node(o, NODE_TEXT, column);
	char *to = o->p, *from = o->p + 2, *begin;
	size_t deep, n, blank = 0;

	if (o->p[1] != '\n')
		return NULL;
	node->text = to;
	o->line++;
	deep = strspn(from, " ");
	if (deep <= indent || from[deep] == '\n' || from[deep] == '\t')
		return NULL;
	for (;; from++, o->line++) {
		if (*from == '\n') {
			blank++;
			continue;
		}
		for (begin = from; *from == ' ' && from < begin + deep; from++)
			;
		if (*from == '\n')
			return NULL;
		if (from < begin + deep)
			break;
		for (; blank > 0; blank--)
			*to++ = '\n';
		while (*from != '\n') {
			n = *from == '\t' ? 1 : as_it_is(o, from);
			if (n == 0)
				return NULL;
			while (n-- > 0)
				*to++ = *from++;
		}
		*to++ = '\n';
	}
	o->p = begin;
	*to = '\0';
	node->length = (size_t)(to - node->text);
	return next_line(o) ? node : NULL;
}

/* What stands on the line of its key or dash, and belongs to it. */
static struct node *
read_inline(struct own *o, size_t indent, size_t column)
{
	struct node *node;
	char *stop;

	if (*o->p == '|')
		return read_block(o, indent, column);
	if (*o->p == '[' || *o->p == '{')
		return read_flow(o, column);
	if ((node = read_scalar(o, &column)) == NULL)
		return NULL;
	stop = o->p;
	if (!end_line(o))
		return NULL;
	*stop = '\0';
	return node;
}

static struct node *
read_list(struct own *o, size_t level)
{
	struct node *list, *node;
	size_t indent = o->indent;

	if (level >= MOST_LEVELS)
		return NULL;
	list = new_node(o, NODE_LIST, indent + 1);
	do {
		if (*o->p != '-' || o->p[1] != ' ')
			return NULL;
		o->p += 2;
		node = key_length(o->p) > 0 ?
		    read_map(o, indent + 2, level + 1) :
		    read_inline(o, indent, indent + 3);
		if (node == NULL)
			return NULL;
		yaml_hang(list, node);
	} while (o->p < o->end && o->indent == indent);
	return list;
}

/* What belongs to a key of a map that is indented by indent. */
static struct node *
read_value(struct own *o, size_t indent, size_t column, size_t level)
{
	if (*o->p == ' ') {
		o->p++;
		return read_inline(o, indent, column + 1);
	}
	if (!end_line(o) || o->p == o->end || o->indent <= indent)
		return NULL;
	return *o->p == '-' ? read_list(o, level) :
	    read_map(o, o->indent, level);
}

static struct node *
read_map(struct own *o, size_t indent, size_t level)
{
	struct node *map, *node;
	const char *key;
	size_t n, count = 0;

	if (level >= MOST_LEVELS)
		return NULL;
	map = new_node(o, NODE_MAP, indent + 1);
	do {
		if ((n = key_length(key = o->p)) == 0 ||
		    ++count > YAML_MOST_KEYS)
			return NULL;
		o->p[n] = '\0';
		o->p += n + 1;
		if (yaml_get(map, key) != NULL || (node = read_value(o, indent,
		    indent + n + 2, level + 1)) == NULL)
			return NULL;
		node->key = key;
		yaml_hang(map, node);
	} while (o->p < o->end && o->indent == indent);
	return map;
}

int
yaml_own_read(struct yaml *y, const char *data, size_t n)
{
	struct own o = { .tree = y, .line = 1 };

	yaml_clear(y);
	o.p = yaml_copy_text(y, data, n);
	o.end = o.p + n;
	if (next_line(&o) && o.p < o.end && o.indent == 0)
		y->root = read_map(&o, 0, 0);
	if (y->root != NULL && o.p == o.end)
		return 1;
	yaml_clear(y);
	return 0;
}
