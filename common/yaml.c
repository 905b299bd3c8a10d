/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "buf.h"
#include "error.h"
#include "memory.h"
#include "text.h"
#include "yaml.h"
#include "yaml_inner.h"

#define BLOCK_BYTES	8192

/* Memory for a tree: nodes and texts are never freed one by one. */
struct block {
	struct block	*next;
	size_t		 used;
	size_t		 size;
	max_align_t	 data[];
};

static void *
take(struct yaml *y, size_t n)
{
	struct block *b = y->blocks;
	size_t size;
	void *p;

	n = (n + sizeof(void *) - 1) & ~(sizeof(void *) - 1);
	if (b == NULL || b->size - b->used < n) {
		size = n > BLOCK_BYTES ? n : BLOCK_BYTES;
		b = need(sizeof(*b) + size);
		b->next = y->blocks;
		b->used = 0;
		b->size = size;
		y->blocks = b;
	}
	p = (char *)b->data + b->used;
	b->used += n;
	return p;
}

void
yaml_clear(struct yaml *y)
{
	struct block *b, *next;

	y->root = NULL;
	for (b = y->blocks; b != NULL && b->next != NULL; b = next) {
		next = b->next;
		free(b);
	}
	y->blocks = b;
	if (b != NULL)
		b->used = 0;
}

void
yaml_drop(struct yaml *y)
{
	yaml_clear(y);
	free(y->blocks);
	y->blocks = NULL;
}

struct node *
yaml_new(struct yaml *y, enum node_type type)
{
	struct node *node = take(y, sizeof(*node));

	memset(node, 0, sizeof(*node));
	node->type = type;
	return node;
}

char *
yaml_copy_text(struct yaml *y, const char *s, size_t n)
{
	char *p = take(y, n + 1);

	memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

struct node *
yaml_new_text(struct yaml *y, const char *s, size_t n)
{
	struct node *node = yaml_new(y, NODE_TEXT);
	char *p = yaml_copy_text(y, s, n);

	node->text = p;
	node->length = n;
	return node;
}

struct node *
yaml_new_word(struct yaml *y, const char *word)
{
	struct node *node = yaml_new_text(y, word, strlen(word));

	node->plain = 1;
	return node;
}

struct node *
yaml_new_int(struct yaml *y, long value)
{
	char s[24];

	snprintf(s, sizeof(s), "%ld", value);
	return yaml_new_word(y, s);
}

struct node *
yaml_add(struct yaml *y, struct node *parent, const char *key,
    struct node *node)
{
	if (key != NULL)
		node->key = yaml_copy_text(y, key, strlen(key));
	if (parent->last == NULL)
		parent->child = node;
	else
		parent->last->next = node;
	parent->last = node;
	return node;
}

struct node *
yaml_copy(struct yaml *y, const struct node *from)
{
	const struct node *child;
	struct node *node;

	if (from->type == NODE_TEXT) {
		node = yaml_new_text(y, from->text, from->length);
		node->plain = from->plain;
		return node;
	}
	node = yaml_new(y, from->type);
	for (child = from->child; child != NULL; child = child->next)
		yaml_add(y, node, child->key, yaml_copy(y, child));
	return node;
}

struct node *
yaml_get(const struct node *map, const char *key)
{
	struct node *n;

	if (map == NULL || map->type != NODE_MAP)
		return NULL;
	for (n = map->child; n != NULL; n = n->next)
		if (yaml_is_key(n->key, key))
			return n;
	return NULL;
}

const char *
yaml_get_text(const struct node *map, const char *key)
{
	const struct node *n = yaml_get(map, key);

	return n == NULL || n->type != NODE_TEXT ? NULL : n->text;
}

int
yaml_int(const struct node *node, long least, long most, long *value)
{
	const char *p;
	long n;

	if (node == NULL || node->type != NODE_TEXT || !node->plain ||
	    node->length == 0 || node->length > 18)
		return 0;
	p = node->text + (*node->text == '-');
	if (*p < '0' || *p > '9' || (*p == '0' && p[1] != '\0'))
		return 0;
	/* Eighteen digits cannot overflow. */
	for (n = 0; *p >= '0' && *p <= '9'; p++)
		n = n * 10 + (*p - '0');
	if (*node->text == '-')
		n = -n;
	if (*p != '\0' || n < least || n > most)
		return 0;
	*value = n;
	return 1;
}

int
yaml_is_null(const struct node *node)
{
	return node == NULL || (node->type == NODE_TEXT && node->plain &&
	    (node->length == 0 || strcmp(node->text, "~") == 0 ||
	    strcmp(node->text, "null") == 0));
}

static void
describe(const struct node *node, char *s, size_t size)
{
	int n;

	if (node->type == NODE_MAP)
		snprintf(s, size, "a map");
	else if (node->type == NODE_LIST)
		snprintf(s, size, "a list");
	else if (yaml_is_null(node))
		snprintf(s, size, "nothing");
	else {
		n = node->length > 40 ? 40 : (int)node->length;
		/* Never cut within a character. */
		while (n > 0 && n < (int)node->length &&
		    ((unsigned char)node->text[n] & 0xc0) == 0x80)
			n--;
		snprintf(s, size, "\"%.*s%s\"", n, node->text,
		    (size_t)n < node->length ? "..." : "");
	}
}

int
yaml_wrong(const struct node *n, const char *name, const char *what,
    struct error *err)
{
	char found[64];

	describe(n, found, sizeof(found));
	return error_set(err, STATUS_DATA, "%s:%u:%u: %s: expected %s, found "
	    "%s", name, n->line, n->column, n->key == NULL ? "this" : n->key,
	    what, found);
}

int
yaml_lacks(const struct node *n, const char *name, const char *key,
    const char *what, struct error *err)
{
	return error_set(err, STATUS_DATA, "%s:%u:%u: expected '%s:' with %s",
	    name, n->line, n->column, key, what);
}

/*
 * Reading.
 */

struct reading {
	struct yaml	*tree;
	const char	*data;
	size_t		 length;
	const char	*name;
	size_t		 first_line;	/* of data within what name names */
	struct error	*err;
	struct node	*open[YAML_MOST_LEVELS];
	size_t		 keys[YAML_MOST_LEVELS];
	size_t		 depth;
	yaml_mark_t	 began;		/* the document */
	const char	*key;		/* read, and its value not yet */
	const char	*line;		/* of JSON, before it was rewritten */
	const char	*line_end;
	int		 is_json;
	size_t		 indent;	/* characters before it */
	const char	*walked;	/* so far in it, for marks in order */
	size_t		 was, is;	/* characters there, and rewritten */
};

int
yaml_hex4(const char *p, const char *end, uint32_t *c)
{
	int i, d;

	if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
		return 0;
	*c = 0;
	for (i = 2; i < 6; i++) {
		d = p[i] >= '0' && p[i] <= '9' ? p[i] - '0' :
		    p[i] >= 'a' && p[i] <= 'f' ? p[i] - 'a' + 10 :
		    p[i] >= 'A' && p[i] <= 'F' ? p[i] - 'A' + 10 : -1;
		if (d == -1)
			return 0;
		*c = *c << 4 | (uint32_t)d;
	}
	return 1;
}

int
yaml_printable(uint32_t c)
{
	return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0x7e) ||
	    (c >= 0xa0 && c <= 0xd7ff && c != 0x2028 && c != 0x2029) ||
	    (c >= 0xe000 && c <= 0xfffd && c != 0xfeff) || c >= 0x10000;
}

/*
 * JSON is YAML but for escaped surrogate pairs, which JSON writers use for
 * emoji and YAML does not have: they become one escape of eight digits. And
 * JSON has as they are some characters that YAML wants escaped. Rewrites what
 * comes first; the bytes it took.
 */
static size_t
rewrite_json(struct buf *b, const char *p, const char *end)
{
	uint32_t high, low, c;
	size_t used;

	if (*p == '\\' && yaml_hex4(p, end, &high) && high >= 0xd800 &&
	    high <= 0xdbff && yaml_hex4(p + 6, end, &low) && low >= 0xdc00 &&
	    low <= 0xdfff) {
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

/* The column, from 1, of a mark in what name names. */
static size_t
column(struct reading *r, yaml_mark_t at)
{
	struct buf b = { 0 };
	size_t n = at.column, used, more;

	if (r->line == NULL)
		return r->indent + n + 1;
	if (r->walked == NULL || n < r->is) {
		r->walked = r->line;
		r->was = r->is = 0;
	}
	for (; r->walked < r->line_end; r->walked += used) {
		buf_clear(&b);
		used = rewrite_json(&b, r->walked, r->line_end);
		more = characters(buf_string(&b), b.length);
		if (r->is + more > n)
			break;
		r->is += more;
		r->was += characters(r->walked, used);
	}
	buf_free(&b);
	return r->indent + n - r->is + r->was + 1;
}

static int
refuse(struct reading *r, yaml_mark_t at, const char *what)
{
	return error_set(r->err, STATUS_DATA, "%s:%zu:%zu: %s", r->name,
	    at.line + r->first_line, column(r, at), what);
}

static int
refuse_offset(struct reading *r, size_t offset, const char *what)
{
	yaml_mark_t at = { 0, 0, 0 };
	size_t i;

	for (i = 0; i < offset && i < r->length; i++) {
		if (r->data[i] == '\n') {
			at.line++;
			at.column = 0;
		} else if (((unsigned char)r->data[i] & 0xc0) != 0x80)
			at.column++;
	}
	return refuse(r, at, what);
}

/* What libyaml's parser says, in the words of these tools. */
static int
refuse_problem(struct reading *r, const yaml_parser_t *p)
{
	char s[256];

	if (p->error == YAML_MEMORY_ERROR)
		memory_refused();
	if (p->error == YAML_READER_ERROR) {
		snprintf(s, sizeof(s), "expected UTF-8 text without control "
		    "characters (%s)", p->problem);
		return refuse_offset(r, p->problem_offset, s);
	}
	snprintf(s, sizeof(s), "not YAML here: %s%s",
	    p->problem == NULL ? "unknown trouble" : p->problem,
	    r->is_json ? "; of JSON each record is one line: jq -c" : "");
	/* The end of the text is no line of its own. */
	if (p->problem_mark.index >= r->length && r->length > 0 &&
	    r->data[r->length - 1] != '\n')
		return refuse_offset(r, r->length, s);
	return refuse(r, p->problem_mark, s);
}

/* Hang a node where it belongs. 0 or -1. */
static int
place(struct reading *r, struct node *node, const yaml_event_t *e)
{
	struct node *parent;

	node->line = (unsigned int)(e->start_mark.line + r->first_line);
	node->column = (unsigned int)column(r, e->start_mark);
	if (r->depth == 0) {
		r->tree->root = node;
		return 0;
	}
	parent = r->open[r->depth - 1];
	if (parent->type == NODE_MAP) {
		if (r->key == NULL)
			return refuse(r, e->start_mark,
			    "expected a simple key");
		node->key = r->key;
		r->key = NULL;
	}
	if (parent->last == NULL)
		parent->child = node;
	else
		parent->last->next = node;
	parent->last = node;
	return 0;
}

static int
take_key(struct reading *r, const char *text, size_t n, yaml_mark_t at)
{
	const struct node *parent = r->open[r->depth - 1], *other;
	char s[YAML_MOST_KEY_BYTES + 64];

	if (n == 0 || n > YAML_MOST_KEY_BYTES)
		return refuse(r, at, "expected a key of 1 to 128 bytes");
	if (++r->keys[r->depth - 1] > YAML_MOST_KEYS)
		return refuse(r, at, "more than 512 keys in one place");
	for (other = parent->child; other != NULL; other = other->next)
		if (yaml_is_key(other->key, text)) {
			snprintf(s, sizeof(s), "%s: this key stands here "
			    "twice: keep one of them", text);
			return refuse(r, at, s);
		}
	r->key = text;
	return 0;
}

static int
take_scalar(struct reading *r, const yaml_event_t *e)
{
	const char *value = (const char *)e->data.scalar.value;
	size_t n = e->data.scalar.length;
	struct node *node;
	char *text;

	if (e->data.scalar.anchor != NULL || e->data.scalar.tag != NULL)
		return refuse(r, e->start_mark, "anchors and tags are not "
		    "used here: write the value itself");
	if (memchr(value, '\0', n) != NULL)
		return refuse(r, e->start_mark, "a NUL cannot stand in text");
	text = yaml_copy_text(r->tree, value, n);
	if (r->depth > 0 && r->open[r->depth - 1]->type == NODE_MAP &&
	    r->key == NULL)
		return take_key(r, text, n, e->start_mark);
	node = yaml_new(r->tree, NODE_TEXT);
	node->text = text;
	node->length = n;
	node->plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	return place(r, node, e);
}

static int
open_nest(struct reading *r, const yaml_event_t *e, enum node_type type,
    int marked)
{
	struct node *node;

	if (marked)
		return refuse(r, e->start_mark, "anchors and tags are not "
		    "used here: write the value itself");
	if (r->depth == YAML_MOST_LEVELS)
		return refuse(r, e->start_mark, "more than 16 levels deep");
	node = yaml_new(r->tree, type);
	if (place(r, node, e) == -1)
		return -1;
	r->keys[r->depth] = 0;
	r->open[r->depth++] = node;
	return 0;
}

static int
take_event(struct reading *r, const yaml_event_t *e)
{
	switch (e->type) {
	case YAML_SCALAR_EVENT:
		return take_scalar(r, e);
	case YAML_MAPPING_START_EVENT:
		return open_nest(r, e, NODE_MAP,
		    e->data.mapping_start.anchor != NULL ||
		    e->data.mapping_start.tag != NULL);
	case YAML_SEQUENCE_START_EVENT:
		return open_nest(r, e, NODE_LIST,
		    e->data.sequence_start.anchor != NULL ||
		    e->data.sequence_start.tag != NULL);
	case YAML_MAPPING_END_EVENT:
	case YAML_SEQUENCE_END_EVENT:
		r->depth--;
		return 0;
	case YAML_DOCUMENT_START_EVENT:
		r->began = e->start_mark;
		return 0;
	case YAML_ALIAS_EVENT:
		return refuse(r, e->start_mark, "aliases are not used here: "
		    "write the value itself");
	default:
		return 0;
	}
}

/*
 * Read events up to the end of a document. 1 when there was one, 0 at the
 * end of the stream, -1 with err.
 */
static int
read_document(struct reading *r, yaml_parser_t *p)
{
	yaml_event_t e;
	yaml_event_type_t type;
	int bad;

	do {
		if (!yaml_parser_parse(p, &e))
			return refuse_problem(r, p);
		type = e.type;
		bad = take_event(r, &e);
		yaml_event_delete(&e);
		if (bad)
			return -1;
	} while (type != YAML_DOCUMENT_END_EVENT &&
	    type != YAML_STREAM_END_EVENT && type != YAML_NO_EVENT);
	return type == YAML_DOCUMENT_END_EVENT;
}

static void
begin(struct reading *r, yaml_parser_t *p)
{
	/* A mark at the beginning would count as a column of the first key. */
	if (r->length >= 3 && memcmp(r->data, "\357\273\277", 3) == 0) {
		r->data += 3;
		r->length -= 3;
	}
	if (!yaml_parser_initialize(p))
		memory_refused();
	/* Set, so that a UTF-16 mark is refused rather than followed. */
	yaml_parser_set_encoding(p, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(p, (const unsigned char *)r->data,
	    r->length);
}

/* One document and nothing after it. */
static int
read_one(struct reading *r)
{
	yaml_parser_t p;
	struct node *root;
	int got;

	yaml_clear(r->tree);
	if (r->length > 0 && r->data[0] == '%')
		return refuse_offset(r, 0, "directives are not used here");
	begin(r, &p);
	got = read_document(r, &p);
	if (got == 0)
		got = refuse_offset(r, 0, "nothing is in this file: expected "
		    "lines like 'key: value'");
	else if (got == 1) {
		root = r->tree->root;
		got = read_document(r, &p);
		if (got == 1)
			got = refuse(r, r->began,
			    "a second document: expected one");
		r->tree->root = root;
	}
	yaml_parser_delete(&p);
	if (got == -1)
		r->tree->root = NULL;
	return got;
}

int
yaml_read(struct yaml *y, const char *data, size_t n, const char *name,
    struct error *err)
{
	return yaml_read_own(y, data, n) ? 0 :
	    yaml_parse(y, data, n, name, err);
}

int
yaml_parse(struct yaml *y, const char *data, size_t n, const char *name,
    struct error *err)
{
	struct reading r = { .tree = y, .data = data, .length = n,
	    .name = name, .first_line = 1, .err = err };

	return read_one(&r);
}

/*
 * Streams.
 */

struct yaml_stream {
	struct reading	 reading;
	yaml_parser_t	 parser;
	int		 is_json;	/* lines of objects; no parser is open */
	size_t		 at;		/* in them */
	size_t		 line;
	struct buf	 record;
};

struct yaml_stream *
yaml_stream_open(const char *data, size_t n, const char *name)
{
	struct yaml_stream *s;
	size_t i = 0;

	s = need_zeroed(1, sizeof(*s));
	s->reading.data = data;
	s->reading.length = n;
	s->reading.name = name;
	s->reading.first_line = 1;
	s->line = 1;
	if (n >= 3 && memcmp(data, "\357\273\277", 3) == 0)
		i = 3;
	while (i < n && strchr(" \t\r\n", data[i]) != NULL && data[i] != '\0')
		i++;
	if (i < n && data[i] == '{') {
		s->is_json = 1;
		s->at = data[0] == '\357' ? 3 : 0;
	} else
		begin(&s->reading, &s->parser);
	return s;
}

void
yaml_stream_free(struct yaml_stream *s)
{
	if (s == NULL)
		return;
	if (!s->is_json)
		yaml_parser_delete(&s->parser);
	buf_free(&s->record);
	free(s);
}

static int
next_line(struct yaml_stream *s, struct yaml *y, struct error *err)
{
	struct reading r = { .tree = y, .name = s->reading.name, .err = err,
	    .is_json = 1 };
	const char *p, *end, *stop = s->reading.data + s->reading.length;

	for (p = s->reading.data + s->at; p < stop; p = end + 1, s->line++) {
		if ((end = memchr(p, '\n', (size_t)(stop - p))) == NULL)
			end = stop;
		for (r.indent = 0; p < end && strchr(" \t\r", *p) != NULL &&
		    *p != '\0'; r.indent++)
			p++;
		if (p < end)
			break;
	}
	if (p >= stop)
		return 0;
	s->at = (size_t)(end - s->reading.data) + (end < stop);
	buf_clear(&s->record);
	r.line = p;
	r.line_end = end;
	while (p < end)
		p += rewrite_json(&s->record, p, end);
	if (s->record.length == (size_t)(end - r.line))
		r.line = NULL;
	r.data = s->record.data;
	r.length = s->record.length;
	r.first_line = s->line++;
	return read_one(&r) == -1 ? -1 : 1;
}

int
yaml_stream_next(struct yaml_stream *s, struct yaml *y, struct error *err)
{
	if (s->is_json)
		return next_line(s, y, err);
	yaml_clear(y);
	s->reading.tree = y;
	s->reading.err = err;
	s->reading.depth = 0;
	s->reading.key = NULL;
	return read_document(&s->reading, &s->parser);
}

/* Whether what could steer a terminal is escaped where it is written. */
static int shown;

static int
stays(uint32_t c)
{
	/* A joiner makes one emoji of several, and steers nothing. */
	return yaml_printable(c) && !(shown && c != '\n' && c != '\t' &&
	    c != 0x200d && text_is_harmful(c));
}

/*
 * Writing. libyaml's emitter turns a block with one emoji into an escaped
 * line and leaves "no" and "10:00" unquoted, so this is our own.
 */

void
yaml_quote(struct buf *b, const char *s, size_t n)
{
	static const char escapes[] = "\"\"\\\\\bb\ff\nn\rr\tt";
	uint32_t c;
	size_t i, used, e;

	buf_char(b, '"');
	for (i = 0; i < n; i += used) {
		if ((used = text_decode(s + i, n - i, &c)) == 0) {
			used = 1;
			c = 0xfffd;
			buf_str(b, "\357\277\275");
			continue;
		}
		for (e = 0; e < sizeof(escapes) - 1; e += 2)
			if ((unsigned char)escapes[e] == c)
				break;
		if (e < sizeof(escapes) - 1) {
			buf_char(b, '\\');
			buf_char(b, escapes[e + 1]);
		} else if (stays(c))
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

	if (!is_word(s, strlen(s)) || strchr("0123456789.+-", *s) != NULL)
		return 0;
	for (i = 0; i < sizeof(taken) / sizeof(taken[0]); i++)
		if (strcasecmp(s, taken[i]) == 0)
			return 0;
	return 1;
}

/*
 * True for text that a | block gives back byte for byte in every reader: it
 * ends in one newline, begins with a visible character, and has no line of
 * blanks alone.
 */
static int
fits_block(const char *s, size_t n)
{
	uint32_t c;
	size_t i, used;
	int visible = 0;

	if (n < 2 || s[n - 1] != '\n' || s[n - 2] == '\n' ||
	    strchr(" \t\n", s[0]) != NULL)
		return 0;
	for (i = 0; i < n; i += used) {
		if ((used = text_decode(s + i, n - i, &c)) == 0 ||
		    !stays(c))
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
write_scalar(struct buf *b, const struct node *n)
{
	if (n->plain && (is_word(n->text, n->length) || yaml_is_null(n)))
		buf_put(b, n->text, n->length);
	else
		yaml_quote(b, n->text, n->length);
}

static void write_children(struct buf *, const struct node *, int);

/* A value after "key:" or "-", with the newline that ends it. */
static void
write_value(struct buf *b, const struct node *n, int level)
{
	const struct node *child;

	if (n->type == NODE_TEXT) {
		buf_char(b, ' ');
		if (!n->plain && fits_block(n->text, n->length)) {
			write_block(b, n->text, n->length, level);
			return;
		}
		write_scalar(b, n);
	} else if (n->child == NULL) {
		buf_str(b, n->type == NODE_MAP ? " {}" : " []");
	} else if (n->type == NODE_LIST && is_flat(n)) {
		buf_str(b, " [");
		for (child = n->child; child != NULL; child = child->next) {
			write_scalar(b, child);
			buf_str(b, child->next == NULL ? "]" : ", ");
		}
	} else {
		buf_char(b, '\n');
		write_children(b, n, level);
		return;
	}
	buf_char(b, '\n');
}

/* A member of a list or, with its key, of a map. */
static void
write_member(struct buf *b, const struct node *n, int level)
{
	indent(b, level);
	if (n->key == NULL)
		buf_char(b, '-');
	else {
		if (is_key(n->key))
			buf_str(b, n->key);
		else
			yaml_quote(b, n->key, strlen(n->key));
		buf_char(b, ':');
	}
	write_value(b, n, level + 1);
}

static void
write_children(struct buf *b, const struct node *parent, int level)
{
	const struct node *n;

	for (n = parent->child; n != NULL; n = n->next)
		write_member(b, n, level);
}

void
yaml_show_field(struct buf *b, const struct node *field)
{
	shown = 1;
	yaml_write_field(b, field);
	shown = 0;
}

void
yaml_write_field(struct buf *b, const struct node *field)
{
	write_member(b, field, 0);
}

void
yaml_write(struct buf *b, const struct node *root)
{
	if (root->type == NODE_MAP && root->child != NULL)
		write_children(b, root, 0);
	else
		write_value(b, root, 1);
}

int
yaml_equal(const struct node *a, const struct node *b)
{
	const struct node *x, *y;

	if (a == NULL || b == NULL || a->type != b->type ||
	    (a->key == NULL) != (b->key == NULL) ||
	    (a->key != NULL && strcmp(a->key, b->key) != 0))
		return 0;
	if (a->type == NODE_TEXT)
		return a->length == b->length &&
		    memcmp(a->text, b->text, a->length) == 0;
	for (x = a->child, y = b->child; x != NULL && y != NULL;
	    x = x->next, y = y->next)
		if (!yaml_equal(x, y))
			return 0;
	return x == NULL && y == NULL;
}
