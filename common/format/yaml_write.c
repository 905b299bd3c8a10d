/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * libyaml's emitter turns a block with one emoji into an escaped line and
 * leaves "no" and "10:00" unquoted, so this is our own.
 */

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/text.h"
#include "format/yaml.h"
#include "format/yaml_inner.h"
#include "format/yaml_write.h"

static int
stays(uint32_t c, enum yaml_for reader)
{
	/* A joiner makes one emoji of several, and steers nothing. */
	return yaml_printable(c) && (reader == YAML_FOR_FILE || c == '\n' ||
	    c == '\t' || c == TEXT_JOINER || !text_is_harmful(c));
}

static void
quote(struct buf *b, const char *s, size_t n, enum yaml_for reader)
{
	static const char these[] = "\"\\\b\f\n\r\t";
	static const char letters[] = "\"\\bfnrt";
	const char *at;
	uint32_t c;
	size_t i, used;

	buf_char(b, '"');
	for (i = 0; i < n; i += used) {
		used = text_decode(s + i, n - i, &c);
		at = s[i] == '\0' ? NULL : strchr(these, s[i]);
		if (used == 0) {
			used = 1;
			buf_str(b, "\357\277\275");
		} else if (at != NULL)
			buf_printf(b, "\\%c", letters[at - these]);
		else if (stays(c, reader))
			buf_put(b, s + i, used);
		else
			buf_printf(b, c > 0xffff ? "\\U%08x" : "\\u%04x",
			    (unsigned int)c);
	}
	buf_char(b, '"');
}

/* A word that every reader takes for the same unquoted thing; "-" is a list. */
static int
is_word(const char *s, size_t n)
{
	static const char most[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.+-";

	return n > 0 && strspn(s, most) == n && !(n == 1 && *s == '-');
}

static int
is_key(const char *s)
{
	static const char *const taken[] = { "y", "n", "yes", "no", "on",
	    "off", "true", "false", "null" };
	size_t i;

	for (i = 0; i < nitems(taken); i++)
		if (strcasecmp(s, taken[i]) == 0)
			return 0;
	return is_word(s, strlen(s)) && strchr("0123456789.+-", *s) == NULL;
}

/*
 * True for text that a | block gives back byte for byte in every reader: it
 * ends in one newline, begins with a visible character, and has no line of
 * blanks alone.
 */
static int
fits_block(const char *s, size_t n, enum yaml_for reader)
{
	uint32_t c;
	size_t i, used;
	int visible = 0;

	if (n < 2 || s[n - 1] != '\n' || s[n - 2] == '\n' ||
	    strchr(" \t\n", s[0]) != NULL)
		return 0;
	for (i = 0; i < n; i += used) {
		if ((used = text_decode(s + i, n - i, &c)) == 0 ||
		    !stays(c, reader))
			return 0;
		if (c == '\n') {
			if (!visible && i > 0 && s[i - 1] != '\n')
				return 0;
			visible = 0;
		} else if (c != ' ' && c != '\t')
			visible = 1;
	}
	return 1;
}

static void
indent(struct buf *b, int level)
{
	while (level-- > 0)
		buf_str(b, "  ");
}

static void
write_block(struct buf *b, const char *s, size_t n, int level)
{
	const char *end = s + n, *newline;

	buf_str(b, "|\n");
	for (; s < end; s = newline + 1) {
		newline = memchr(s, '\n', (size_t)(end - s));
		if (newline > s) {
			indent(b, level);
			buf_put(b, s, (size_t)(newline - s));
		}
		buf_char(b, '\n');
	}
}

static int
is_flat(const struct node *list)
{
	const struct node *n;

	for (n = list->child; n != NULL; n = n->next)
		if (n->type != NODE_TEXT || (n->plain && n->length == 0))
			return 0;
	return 1;
}

static void
write_scalar(struct buf *b, const struct node *n, enum yaml_for reader)
{
	if (n->plain && (is_word(n->text, n->length) || yaml_is_null(n)))
		buf_put(b, n->text, n->length);
	else
		quote(b, n->text, n->length, reader);
}

static void write_children(struct buf *b, const struct node *parent,
    int level, enum yaml_for reader);

/* A value after "key:" or "-", with the newline that ends it. */
static void
write_value(struct buf *b, const struct node *n, int level,
    enum yaml_for reader)
{
	const struct node *child;

	if (n->type == NODE_TEXT) {
		buf_char(b, ' ');
		if (!n->plain && fits_block(n->text, n->length, reader)) {
			write_block(b, n->text, n->length, level);
			return;
		}
		write_scalar(b, n, reader);
	} else if (n->child == NULL) {
		buf_str(b, n->type == NODE_MAP ? " {}" : " []");
	} else if (n->type == NODE_LIST && is_flat(n)) {
		buf_str(b, " [");
		for (child = n->child; child != NULL; child = child->next) {
			write_scalar(b, child, reader);
			buf_str(b, child->next == NULL ? "]" : ", ");
		}
	} else {
		buf_char(b, '\n');
		write_children(b, n, level, reader);
		return;
	}
	buf_char(b, '\n');
}

/* A member of a list or, with its key, of a map. */
static void
write_member(struct buf *b, const struct node *n, int level,
    enum yaml_for reader)
{
	indent(b, level);
	if (n->key == NULL)
		buf_char(b, '-');
	else {
		if (is_key(n->key))
			buf_str(b, n->key);
		else
			quote(b, n->key, strlen(n->key), reader);
		buf_char(b, ':');
	}
	write_value(b, n, level + 1, reader);
}

static void
write_children(struct buf *b, const struct node *parent, int level,
    enum yaml_for reader)
{
	const struct node *n;

	for (n = parent->child; n != NULL; n = n->next)
		write_member(b, n, level, reader);
}

void
yaml_write_field(struct buf *b, const struct node *field,
    enum yaml_for reader)
{
	write_member(b, field, 0, reader);
}

void
yaml_write(struct buf *b, const struct node *root)
{
	if (root->type == NODE_MAP && root->child != NULL)
		write_children(b, root, 0, YAML_FOR_FILE);
	else
		write_value(b, root, 1, YAML_FOR_FILE);
}

void
yaml_write_quoted(struct buf *b, const char *s, size_t n)
{
	quote(b, s, n, YAML_FOR_FILE);
}
