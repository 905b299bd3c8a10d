/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/timewords.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "format/yaml_write.h"
#include "store/record.h"
#include "store/store_dir.h"
#include "store/store_read.h"

static const char *const expected[RECORD_NUMBER + 1] = {
	[RECORD_TEXT] = SENTENCE("expected text"),
	[RECORD_LINES] = SENTENCE("expected text"),
	[RECORD_LINE] = SENTENCE("expected one line"),
	[RECORD_WORDS] = SENTENCE("expected words"),
	[RECORD_TIME] = SENTENCE("expected a time like "
	    "2026-11-22T21:04:31+01:00"), [RECORD_LOCAL] = SENTENCE("expected "
	    "a time like 2026-12-10T09:30"), [RECORD_DAY] = SENTENCE("expected "
	    "a day like 2026-12-09") };

/* Take a text: 1, 0 for none, or -1 where it is not as it has to be. */
static int
take_text(const struct record_kind *k, const struct record_field *f,
    const struct node *n, char **to)
{
	if ((k->strict || f->type == RECORD_WORDS) &&
	    buf_is_blank(n->text, n->length))
		return 0;
	if ((f->most > 0 && strlen(n->text) > (size_t)f->most) ||
	    (f->type == RECORD_LINE && strchr(n->text, '\n') != NULL))
		return -1;
	*to = need_string(n->text);
	return 1;
}

/* Take one of a few words: 1 or -1. */
static int
take_choice(const struct record_field *f, const char *s, unsigned int *to)
{
	for (*to = 0; *to < (unsigned int)f->most; (*to)++)
		if (f->words[*to] != NULL && strcmp(f->words[*to], s) == 0)
			return 1;
	return -1;
}

/* Take the value of a field, the same way. */
static int
take_value(const struct record_kind *k, const struct record_field *f,
    const struct node *n, void *to)
{
	const struct when never = { WHEN_LAST, 0 };
	int is_text = n != NULL && n->type == NODE_TEXT, r;
	struct error ignored = { 0 };
	long number;

	if (f->type == RECORD_ENDS)
		return *(int *)to = n != NULL && !yaml_is_null(n) &&
		    !(is_text && strcmp(n->text, "false") == 0);
	if (k->strict ? yaml_is_null(n) : !is_text)
		return 0;
	if (!is_text)
		return -1;
	switch (f->type) {
	case RECORD_TIME:
		return clock_read(n->text, n->length, to) == 0 ? 1 : -1;
	case RECORD_LOCAL:
		r = timewords_record(n->text, FOLD_FIRST, never, to, &ignored);
		error_clear(&ignored);
		return r == 0 ? 1 : -1;
	case RECORD_DAY:
		return calendar_read(n->text, to) == 0 ? 1 : -1;
	case RECORD_FLAG:
		return *(int *)to = strcmp(n->text, "true") == 0;
	case RECORD_CHOICE:
		return take_choice(f, n->text, to);
	case RECORD_NUMBER:
		if (!yaml_int(n, 1, f->most, &number))
			return -1;
		*(int *)to = (int)number;
		return 1;
	default:
		return take_text(k, f, n, to);
	}
}

/* Take what a file's tree says. 0, or -1 with err. */
static int
take(const struct record_kind *k, const struct node *root, const char *name,
    char *record, struct error *err)
{
	const struct record_field *f;
	const struct node *n;
	const char *what;
	int took, needed;

	if (root->type != NODE_MAP)
		return error_set(err, STATUS_DATA, "%s:%u:%u: expected lines "
		    "like 'key: value'", name, root->line, root->column);
	for (f = k->fields; f < k->fields + k->count; f++) {
		n = yaml_get(root, f->key);
		took = take_value(k, f, n, record + f->at);
		needed = (f->needed & k->bit) != 0;
		what = f->expects != NULL ? f->expects : expected[f->type];
		if (took == 1 && f->type == RECORD_ENDS)
			return 0;
		if (took == -1 && (k->strict || !needed))
			return error_set(err, STATUS_DATA, "%s:%u:%u: %s: %s",
			    name, n->line, n->column, f->key, message(what));
		if (took != 1 && needed)
			return error_set(err, STATUS_DATA, "%s:1:1: %s: %s, "
			    "%s", name, f->key, message(f->type <=
			    RECORD_LINES ? expected[RECORD_WORDS] : what),
			    message("found nothing"));
	}
	return k->check == NULL ? 0 : k->check(record, name, err);
}

int
record_parse(const struct record_kind *k, const struct buf *data,
    const char *name, void *record, struct error *err)
{
	struct yaml y = { 0 };
	int r;

	record_free(k, memset(record, 0, k->size));
	if (k->whole && (data->length == 0 ||
	    data->data[data->length - 1] != '\n'))
		return error_set(err, STATUS_DATA, "%s:1:1: expected a newline "
		    "at its end: it may be cut short", name);
	r = yaml_read(&y, buf_string(data), data->length, name, err);
	if (r == 0)
		r = take(k, y.root, name, record, err);
	if (r == -1)
		record_free(k, record);
	yaml_drop(&y);
	return r;
}

int
record_check(const struct record_kind *k, const struct buf *data,
    const char *name, struct error *err)
{
	void *record = need(k->size);
	int r = record_parse(k, data, name, record, err);

	record_free(k, record);
	free(record);
	return r;
}

int
record_read_file(const struct record_kind *k, const struct store_dir *d,
    const char *file, void *record, struct error *err)
{
	char *name = need_printf("%s%s", d->path.data, file);
	struct buf data = { 0 };
	int r;

	memset(record, 0, k->size);
	r = store_read(d->fd, file, k->bytes, &data, name, err);
	if (r == 0)
		r = record_parse(k, &data, name, record, err);
	buf_free(&data);
	free(name);
	return r;
}

void
record_free(const struct record_kind *k, void *record)
{
	const struct record_field *f;
	const day none = WHEN_NO_DAY;
	char *text;

	for (f = k->fields; f < k->fields + k->count; f++)
		if (f->type <= RECORD_WORDS) {
			memcpy(&text, (char *)record + f->at, sizeof(text));
			free(text);
		}
	memset(record, 0, k->size);
	for (f = k->fields; f < k->fields + k->count; f++)
		if (f->type == RECORD_DAY)
			memcpy((char *)record + f->at, &none, sizeof(none));
}

/* Make the node of a text; NULL for none. */
static struct node *
text_node(struct yaml *y, const struct record_field *f, const char *s)
{
	size_t n = s == NULL ? 0 : strlen(s);
	struct buf b = { 0 };
	struct node *node;

	if (n == 0)
		return NULL;
	buf_put(&b, s, n);
	/* So they stand as lines in the file. */
	if (f->type == RECORD_LINES && s[n - 1] != '\n' &&
	    strchr(s, '\n') != NULL)
		buf_char(&b, '\n');
	node = yaml_new_text(y, buf_string(&b), b.length);
	buf_free(&b);
	return node;
}

/* Make the node of a field; NULL where there is nothing to say. */
static struct node *
field_node(struct yaml *y, const struct record_field *f, const void *from)
{
	const struct when *at = from;
	const int *n = from;
	char s[WHEN_AT_SIZE];

	switch (f->type) {
	case RECORD_TIME:
	case RECORD_LOCAL:
		if (at->instant == 0)
			return NULL;
		clock_write(*at, s);
		return yaml_new_text(y, s, strlen(s));
	case RECORD_DAY:
		if (*(const day *)from == WHEN_NO_DAY)
			return NULL;
		calendar_write(*(const day *)from, s);
		return yaml_new_text(y, s, strlen(s));
	case RECORD_FLAG:
	case RECORD_ENDS:
		return *n ? yaml_new_word(y, "true") : NULL;
	case RECORD_CHOICE:
		return yaml_new_word(y, f->words[*n]);
	case RECORD_NUMBER:
		return *n > 0 ? yaml_new_int(y, *n) : NULL;
	default:
		return text_node(y, f, *(char *const *)from);
	}
}

void
record_tree(const struct record_kind *k, const void *record, struct yaml *y)
{
	const struct record_field *f;
	struct node *n;

	y->root = yaml_new(y, NODE_MAP);
	for (f = k->fields; f < k->fields + k->count; f++)
		if ((n = field_node(y, f, (const char *)record + f->at)) !=
		    NULL)
			yaml_put_node(y, f->key, n);
}

void
record_text(const struct record_kind *k, const void *record, struct buf *out)
{
	struct yaml y = { 0 };

	record_tree(k, record, &y);
	yaml_write(out, y.root);
	yaml_drop(&y);
}

int
record_fits(size_t length, size_t most, struct error *err)
{
	return length <= most ? 0 : error_set(err, STATUS_DATA, "longer than "
	    "%zu KiB: please make it shorter, or two", most / 1024);
}

int
record_file(const struct record_kind *k, const void *record, struct buf *out,
    struct error *err)
{
	record_text(k, record, out);
	return record_fits(out->length, k->bytes, err);
}
