/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "format/yaml.h"
#include "format/yaml_inner.h"
#include "format/yaml_json.h"
#include "format/yaml_lines.h"
#include "format/yaml_read.h"

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
	struct yaml_json json;		/* what was rewritten, if anything */
	int		 is_json;
	size_t		 indent;	/* characters before it */
};

/* The column, from 1, of a mark in what name names. */
static size_t
column(struct reading *r, yaml_mark_t at)
{
	return r->indent + 1 + (r->json.line == NULL ? at.column :
	    yaml_json_column(&r->json, at.column));
}

static int
refuse(struct reading *r, yaml_mark_t at, const char *what)
{
	return error_set(r->err, STATUS_DATA, "%s:%zu:%zu: %s", r->name,
	    at.line + r->first_line, column(r, at), message(what));
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
	char s[512];

	if (p->error == YAML_MEMORY_ERROR)
		memory_refused();
	if (p->error == YAML_READER_ERROR) {
		snprintf(s, sizeof(s), message("expected UTF-8 text without "
		    "control characters (%s)"), p->problem);
		return refuse_offset(r, p->problem_offset, s);
	}
	snprintf(s, sizeof(s), message(r->is_json ?
	    "not YAML here: %s; of JSON each record is one line: jq -c" :
	    "not YAML here: %s"), p->problem == NULL ?
	    message("unknown trouble") : p->problem);
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
	yaml_hang(parent, node);
	return 0;
}

static int
take_key(struct reading *r, const char *text, size_t n, yaml_mark_t at)
{
	const struct node *parent = r->open[r->depth - 1], *other;
	char s[YAML_MOST_KEY_BYTES + 256];

	if (n == 0 || n > YAML_MOST_KEY_BYTES)
		return refuse(r, at, "expected a key of 1 to 128 bytes");
	if (++r->keys[r->depth - 1] > YAML_MOST_KEYS)
		return refuse(r, at, "more than 512 keys in one place");
	for (other = parent->child; other != NULL; other = other->next)
		if (yaml_is_key(other->key, text)) {
			snprintf(s, sizeof(s), "%s: %s", text,
			    message("this key stands here twice: keep one of "
			    "them"));
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
open_nest(struct reading *r, const yaml_event_t *e)
{
	struct node *node;

	if (r->depth == YAML_MOST_LEVELS)
		return refuse(r, e->start_mark, "more than 16 levels deep");
	node = yaml_new(r->tree, e->type == YAML_MAPPING_START_EVENT ?
	    NODE_MAP : NODE_LIST);
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
	case YAML_MAPPING_START_EVENT:
	case YAML_SEQUENCE_START_EVENT:
		/* The data of all three begins with these two. */
		if (e->data.scalar.anchor != NULL || e->data.scalar.tag != NULL)
			return refuse(r, e->start_mark, "anchors and tags are "
			    "not used here: write the value itself");
		return e->type == YAML_SCALAR_EVENT ? take_scalar(r, e) :
		    open_nest(r, e);
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
	return yaml_own_read(y, data, n) ? 0 :
	    yaml_read_libyaml(y, data, n, name, err);
}

int
yaml_read_libyaml(struct yaml *y, const char *data, size_t n, const char *name,
    struct error *err)
{
	struct reading r = { .tree = y, .data = data, .length = n,
	    .name = name, .first_line = 1, .err = err };

	return read_one(&r);
}

struct yaml_stream {
	struct reading	 reading;
	yaml_parser_t	 parser;
	int is_json; /* lines of objects; no parser is open */
	int		 is_stuck;	/* the last could not be read */
	size_t		 at;		/* in them */
	size_t		 line_at;	/* where the last one begins */
	size_t		 line;
	struct buf	 record;
};

struct yaml_stream *
yaml_read_open(const char *data, size_t n, const char *name)
{
	struct yaml_stream *s;

	s = need_zeroed(1, sizeof(*s));
	s->reading = (struct reading){ .data = data, .length = n,
	    .name = name, .first_line = 1 };
	s->line = 1;
	s->is_json = yaml_lines_are_json(data, n);
	if (s->is_json)
		s->at = data[0] == '\357' ? 3 : 0;
	else
		begin(&s->reading, &s->parser);
	return s;
}

void
yaml_read_close(struct yaml_stream *s)
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

	p = yaml_lines_find(s->reading.data + s->at, stop, &end, &r.indent,
	    &s->line);
	if (p == NULL)
		return 0;
	s->line_at = (size_t)(p - s->reading.data) - r.indent;
	s->at = (size_t)(end - s->reading.data) + (end < stop);
	buf_clear(&s->record);
	r.json.line = p;
	r.json.end = end;
	while (p < end)
		p += yaml_json_rewrite(&s->record, p, end);
	if (s->record.length == (size_t)(end - r.json.line))
		r.json.line = NULL;
	r.data = s->record.data;
	r.length = s->record.length;
	r.first_line = s->line++;
	return read_one(&r) == -1 ? -1 : 1;
}

int
yaml_read_next(struct yaml_stream *s, struct yaml *y, struct error *err)
{
	int got;

	if (s->is_json)
		return next_line(s, y, err);
	yaml_clear(y);
	s->reading.tree = y;
	s->reading.err = err;
	s->reading.depth = 0;
	s->reading.key = NULL;
	s->reading.began = s->parser.mark;
	got = read_document(&s->reading, &s->parser);
	s->is_stuck = got == -1;
	return got;
}

const char *
yaml_read_skip(struct yaml_stream *s, size_t *n)
{
	struct reading *r = &s->reading;
	const char *p = r->data, *stop = p + r->length, *from;
	size_t line;

	if (s->is_json) {
		*n = s->at - s->line_at;
		return p + s->line_at;
	}
	line = r->began.line;
	from = yaml_lines_document(p, stop, &p, &line);
	*n = (size_t)(p - from);
	/* What was read whole has the parser behind it, and it knows best. */
	if (!s->is_stuck)
		return from;
	yaml_parser_delete(&s->parser);
	r->data = p;
	r->length = (size_t)(stop - p);
	r->first_line += line;
	begin(r, &s->parser);
	return from;
}
