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
#include "format/yaml_read.h"
#include "format/yaml_write.h"
#include "store/conflict.h"
#include "store/entry_id.h"
#include "store/records.h"
#include "store/store_read.h"
#include "store/store_write.h"
#include "store/trash.h"

#define TRIES	8	/* for a name that nobody has */

/*
 * Names.
 */

int
records_is_slug(const char *name)
{
	size_t n = strlen(name);

	return n > 0 && n <= RECORD_SLUG &&
	    strspn(name, RECORD_DIGITS "-") == n && *name != '-' &&
	    name[n - 1] != '-';
}

/* Tell what the file is by its name, and which record's. */
static enum record_is
read_name(const struct record_kind *k, const char *file,
    char name[RECORD_SLUG + 1])
{
	char first[2 * RECORD_SLUG];
	size_t n = strspn(file, k->slug ? RECORD_DIGITS "-" : RECORD_DIGITS);
	const char *end = file + n, *mark;

	if (*end == '\0' || (k->slug ? n == 0 || n > RECORD_SLUG :
	    n != ID_RANDOM) ||
	    copy_of(file, first, sizeof(first)) == COPY_EDITOR)
		return RECORD_NONE;
	memcpy(name, file, n);
	name[n] = '\0';
	mark = k->mark == NULL ? NULL : strstr(file, k->mark);
	if (mark != NULL)
		return RECORD_MARK;
	if (strcmp(end, ".yaml") == 0)
		return !k->exact || records_is_slug(name) ? RECORD_FIRST :
		    RECORD_NONE;
	if (k->exact)
		return RECORD_NONE;
	n = strlen(end);
	return k->any_end || (n > 5 && strcmp(end + n - 5, ".yaml") == 0) ?
	    RECORD_COPY : RECORD_NONE;
}

int
records_names(const struct record_kind *k, const char *file)
{
	char name[RECORD_SLUG + 1];

	return read_name(k, file, name) != RECORD_NONE;
}

/*
 * One record.
 */

static const char *const expected[RECORD_NUMBER + 1] = {
	[RECORD_TEXT] = "text",
	[RECORD_LINES] = "text",
	[RECORD_LINE] = SENTENCE("one line"),
	[RECORD_WORDS] = "words",
	[RECORD_TIME] = SENTENCE("a time like 2026-11-22T21:04:31+01:00"),
	[RECORD_LOCAL] = SENTENCE("a time like 2026-12-10T09:30"),
	[RECORD_DAY] = SENTENCE("a day like 2026-12-09")
};

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
			return error_set(err, STATUS_DATA, "%s:%u:%u: %s: "
			    "expected %s", name, n->line, n->column, f->key,
			    what);
		if (took != 1 && needed)
			return error_set(err, STATUS_DATA, "%s:1:1: expected "
			    "'%s:' with %s", name, f->key, f->type <=
			    RECORD_LINES ? expected[RECORD_WORDS] : what);
	}
	return k->check == NULL ? 0 : k->check(record, name, err);
}

/*
 * Make `record` of what `data` holds; `name` is for messages. 0, or -1 with
 * err and nothing to free.
 */
static int
parse(const struct record_kind *k, const struct buf *data,
    const char *name, void *record, struct error *err)
{
	struct yaml y = { 0 };
	int r;

	records_free(k, memset(record, 0, k->size));
	if (k->whole && (data->length == 0 ||
	    data->data[data->length - 1] != '\n'))
		return error_set(err, STATUS_DATA, "%s:1:1: expected a newline "
		    "at its end: it may be cut short", name);
	r = yaml_read(&y, buf_string(data), data->length, name, err);
	if (r == 0)
		r = take(k, y.root, name, record, err);
	if (r == -1)
		records_free(k, record);
	yaml_drop(&y);
	return r;
}

int
records_check(const struct record_kind *k, const struct buf *data,
    const char *name, struct error *err)
{
	void *record = need(k->size);
	int r = parse(k, data, name, record, err);

	records_free(k, record);
	free(record);
	return r;
}

int
records_read_file(const struct record_kind *k, const struct store_dir *d,
    const char *file, void *record, struct error *err)
{
	char *name = need_printf("%s%s", d->path.data, file);
	struct buf data = { 0 };
	int r;

	memset(record, 0, k->size);
	r = store_read(d->fd, file, k->bytes, &data, name, err);
	if (r == 0)
		r = parse(k, &data, name, record, err);
	buf_free(&data);
	free(name);
	return r;
}

void
records_free(const struct record_kind *k, void *record)
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
records_tree(const struct record_kind *k, const void *record, struct yaml *y)
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
records_text(const struct record_kind *k, const void *record, struct buf *out)
{
	struct yaml y = { 0 };

	records_tree(k, record, &y);
	yaml_write(out, y.root);
	yaml_drop(&y);
}

/*
 * A directory.
 */

int
records_open(struct records *r, const struct record_kind *k,
    const struct store *tree, struct error *err)
{
	memset(r, 0, sizeof(*r));
	r->kind = k;
	r->dir.fd = -1;
	return tree->fd == -1 ? 0 : store_open_dir(tree, k->dir, &r->dir,
	    err);
}

int
records_next(struct records *r)
{
	while (r->next < r->dir.count) {
		r->file = r->dir.names[r->next++];
		r->is = read_name(r->kind, r->file, r->name);
		if (r->is != RECORD_NONE)
			return 1;
	}
	r->file = NULL;
	return 0;
}

int
records_take(const struct records *r, void *record, struct error *err)
{
	return records_read_file(r->kind, &r->dir, r->file, record, err);
}

/* True where names in a directory begin as that of r does. */
static int
begins(const struct records *r, size_t i)
{
	return i < r->dir.count && strncmp(r->dir.names[i], r->name,
	    strlen(r->name)) == 0;
}

int
records_marked(const struct records *r)
{
	char name[RECORD_SLUG + 1];
	size_t i = r->next - 1;

	/* The names are sorted. */
	while (i > 0 && begins(r, i - 1))
		i--;
	for (; begins(r, i); i++)
		if (read_name(r->kind, r->dir.names[i], name) ==
		    RECORD_MARK && strcmp(name, r->name) == 0)
			return 1;
	return 0;
}

void
records_close(struct records *r)
{
	store_free_dir(&r->dir);
}

/* Troubles on the way, of which the first are named. */
struct told {
	const struct cli *cli;
	int		 most, count;
	enum status	 worst;
};

static void
tell(struct told *t, struct error *err)
{
	if (err->status == STATUS_OK)
		return;
	t->worst = cli_worse(t->worst, err->status);
	if (t->count++ < t->most)
		(void)cli_fail(t->cli, err);
	error_clear(err);
}

enum status
records_read(const struct record_kind *k, const struct store *tree,
    const struct cli *cli, int most,
    int (*add)(void *to, const struct records *r, void *record,
    struct error *err), void *to)
{
	struct told told = { cli, cli == NULL ? 0 : most, 0, STATUS_OK };
	void *record = need(k->size);
	struct error err = { 0 };
	struct records r;
	int files = 0, taken;

	if (records_open(&r, k, tree, &err) == -1)
		(void)add(to, &r, NULL, &err);
	tell(&told, &err);
	while (records_next(&r)) {
		if (++files > k->files) {
			error_set(&err, STATUS_DATA, "%s: more than %d files",
			    r.dir.path.data, k->files);
			r.file = NULL;
		}
		taken = r.file != NULL && r.is != RECORD_MARK &&
		    records_take(&r, record, &err) == 0;
		(void)add(to, &r, taken ? record : NULL, &err);
		tell(&told, &err);
		if (r.file == NULL)
			break;
	}
	if (told.most > 0 && told.count > told.most)
		cli_warn(cli, "%s: %d more files were left out: 'unhurried "
		    "check' names them all", r.dir.path.data, told.count -
		    told.most);
	records_close(&r);
	free(record);
	return told.worst;
}

/*
 * Writing and letting go.
 */

enum store_wrote
records_create(const struct record_kind *k, const struct store *tree,
    const void *record, char *name, struct error *err)
{
	enum store_wrote wrote = STORE_EXISTS;
	int i, tries = *name == '\0' ? TRIES : 1;
	char file[RECORD_FILE];
	struct buf data = { 0 };
	enum store_is is;

	records_text(k, record, &data);
	for (i = 0; i < tries && wrote == STORE_EXISTS; i++) {
		error_clear(err);
		if (tries > 1)
			id_random(name);
		snprintf(file, sizeof(file), "%s.yaml", name);
		/* Nothing is tried where it is known to be there. */
		if ((is = store_look(tree, k->dir, file, err)) ==
		    STORE_UNTOLD)
			wrote = STORE_NOT;
		else if (is == STORE_ABSENT)
			wrote = store_create(tree, k->dir, file, data.data,
			    data.length, err);
	}
	if (wrote == STORE_EXISTS && tries > 1)
		(void)error_set(err, STATUS_SYSTEM, "%s/%s: no name is free",
		    tree->path, k->dir);
	buf_free(&data);
	return wrote;
}

/* Write what a record is called in the trash. */
static char *
trash_name(const struct record_kind *k, const char *name)
{
	return need_printf("%s%s", k->trash, name);
}

int
records_let_go(const struct record_kind *k, const struct store *tree,
    const struct store *private, const char *file, const char *name,
    struct error *err)
{
	char *trash = trash_name(k, name);
	int r = trash_move(tree, private, k->dir, file, trash, err);

	free(trash);
	return r;
}

/* Change the bytes of a record's file. 0, or -1 with err. */
static int
change_text(const struct record_kind *k, const char *name,
    void (*change)(void *record), struct buf *data, struct error *err)
{
	void *record = need(k->size);
	int r = parse(k, data, name, record, err);

	if (r == 0) {
		change(record);
		buf_clear(data);
		records_text(k, record, data);
	}
	records_free(k, record);
	free(record);
	return r;
}

int
records_bring_back(const struct record_kind *k, const struct store *private,
    const char *name, int dry, void (*change)(void *record),
    struct error *err)
{
	char file[RECORD_FILE], found[TRASH_NAME], *trash;
	enum store_wrote wrote;
	struct buf data = { 0 };
	int r;

	if (!records_is_slug(name) ||
	    (!k->slug && strlen(name) != ID_RANDOM))
		return 0;
	trash = trash_name(k, name);
	r = trash_read(private, trash, &data, found, err);
	free(trash);
	if (r == 1 && !dry && change != NULL &&
	    change_text(k, name, change, &data, err) == -1)
		r = -1;
	if (r == 1 && !dry) {
		snprintf(file, sizeof(file), "%s.yaml", name);
		wrote = store_create(private, k->dir, file, buf_string(&data),
		    data.length, err);
		if (wrote == STORE_EXISTS)
			error_set(err, STATUS_NO, "%s: something has that "
			    "name in %s/%s now", name, private->path, k->dir);
		if (wrote != STORE_WROTE ||
		    trash_drop(private, found, err) == -1)
			r = -1;
	}
	buf_free(&data);
	return r;
}

int
records_remove(const struct store *tree, const char *dir,
    int (*goes)(const char *file, const void *of), const void *of,
    struct error *err)
{
	struct store_dir d = { .fd = -1 };
	size_t i;
	int r, n = 0;

	r = store_open_dir(tree, dir, &d, err);
	for (i = 0; i < d.count; i++)
		if (goes(d.names[i], of)) {
			n++;
			if (store_remove(tree, dir, d.names[i], err) == -1)
				r = -1;
		}
	store_free_dir(&d);
	return r == -1 ? -1 : n;
}
