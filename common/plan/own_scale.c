/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "couple/couple.h"
#include "format/field.h"
#include "format/yaml_read.h"
#include "format/yaml_write.h"
#include "plan/own_scale.h"
#include "store/entry_id.h"
#include "store/layout.h"
#include "store/record.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store_write.h"
#include "store/trash.h"
#include "term/cli.h"

#define SETTINGS	"settings.yaml"
#define SCALES		"scales:\n"
#define NUMBERS		LAYOUT_OWN "/numbers"
#define BYTES		((size_t)64 * 1024)

/*
 * Scales.
 */

/* Read the bytes of the file: 1, 0 where there is none, or -1 with err. */
static int
read_settings(const struct couple *c, struct buf *b, struct error *err)
{
	if (store_read_in(&c->mine, LAYOUT_OWN, SETTINGS, BYTES, b, err) == 0)
		return 1;
	if (!err->absent)
		return -1;
	error_clear(err);
	return 0;
}

static int
read_scale(struct own_scales *all, const struct node *n, const char *name,
    struct error *err)
{
	struct own_scale *s = &all->at[all->count];

	if (all->count == SCALES_MOST)
		return yaml_wrong(n, name, "expected at most 16 scales", err);
	if (!id_is_slug(n->key, strlen(n->key)))
		return yaml_wrong(n, name, "expected a scale's name of a-z, "
		    "0-9 and _", err);
	s->name = n->key;
	s->low = n->type == NODE_MAP ? yaml_get_text(n, "low") : NULL;
	s->high = n->type == NODE_MAP ? yaml_get_text(n, "high") : NULL;
	s->about = n->type == NODE_MAP ? yaml_get_text(n, "about") : NULL;
	if (s->low == NULL || s->high == NULL)
		return yaml_lacks(n, name, "low and high", "expected text",
		    err);
	all->count++;
	return 0;
}

static int
parse(struct own_scales *all, const struct buf *b, const char *name,
    struct error *err)
{
	const struct node *map, *n;

	all->count = 0;
	if (yaml_read(&all->yaml, buf_string(b), b->length, name, err) == -1)
		return -1;
	map = yaml_get(all->yaml.root, "scales");
	if (map != NULL && !yaml_is_null(map) && map->type != NODE_MAP)
		return yaml_wrong(map, name, "expected scales by name", err);
	for (n = yaml_first(map); n != NULL; n = n->next)
		if (read_scale(all, n, name, err) == -1)
			return -1;
	return 0;
}

int
own_scales_read(const struct couple *c, struct own_scales *all,
    struct error *err)
{
	char *name = need_printf("%s/" LAYOUT_OWN "/" SETTINGS, c->mine.path);
	struct buf b = { 0 };
	int r;

	memset(all, 0, sizeof(*all));
	r = c->mine.fd == -1 ? 0 : read_settings(c, &b, err);
	if (r == 1)
		r = parse(all, &b, name, err);
	if (r == -1)
		all->count = 0;
	buf_free(&b);
	free(name);
	return r;
}

void
own_scales_free(struct own_scales *all)
{
	yaml_drop(&all->yaml);
	memset(all, 0, sizeof(*all));
}

const struct own_scale *
own_scales_find(const struct own_scales *all, const char *name)
{
	size_t i;

	for (i = 0; i < all->count; i++)
		if (strcmp(all->at[i].name, name) == 0)
			return &all->at[i];
	return NULL;
}

int
own_scale_fits(const struct couple *c, const char *name, struct error *err)
{
	if (!id_is_slug(name, strlen(name)) || field_is(name, FIELD_KNOWN) ||
	    strcmp(name, "id") == 0)
		return error_set(err, STATUS_USAGE, "%s: a scale's name is of "
		    "a-z, 0-9 and _, begins with a letter, and is no other "
		    "field's", name);
	if (scale_find(&c->scales, name) != NULL)
		return error_set(err, STATUS_USAGE, "%s: couple.yaml has a "
		    "scale of that name, whose numbers can be shared: choose "
		    "another name for one of your own", name);
	return 0;
}

unsigned int
own_scales_clash(const struct couple *c, struct error *err)
{
	struct error why = { 0 };
	struct own_scales own;
	const struct scale *s;
	unsigned int which = 0;
	size_t i;
	int r = own_scales_read(c, &own, &why);

	for (i = 0; i < c->scales.count; i++) {
		s = &c->scales.at[i];
		if (r == -1 ? !scale_is_shipped(s->name) :
		    own_scales_find(&own, s->name) != NULL)
			which |= 1u << i;
	}
	own_scales_free(&own);
	error_join(err, &why);
	return which;
}

int
own_scales_apart(const struct couple *c, unsigned int which,
    struct error *err)
{
	size_t i = 0;

	if (which == 0 || (which &= own_scales_clash(c, err)) == 0) {
		error_clear(err);
		return 0;
	}
	if (err->status != STATUS_OK)
		return -1;
	while ((which & 1u << i) == 0)
		i++;
	return error_set(err, STATUS_USAGE, "%s: it is a scale of your own, "
	    "and by now couple.yaml has one of that name, too: give yours "
	    "another in own/settings.yaml; nothing was kept",
	    c->scales.at[i].name);
}

static void
put_line(struct buf *b, const char *key, const char *text)
{
	if (text == NULL)
		return;
	buf_printf(b, "    %s: ", key);
	yaml_write_quoted(b, text, strlen(text));
	buf_char(b, '\n');
}

/* Put the lines of one behind the line "scales:" of `b`, or at its end. */
static void
splice(struct buf *b, const struct own_scale *scale)
{
	const char *s = buf_string(b), *at;
	struct buf all = { 0 };
	size_t before;

	at = strncmp(s, SCALES, strlen(SCALES)) == 0 ? s :
	    strstr(s, "\n" SCALES);
	if (at != NULL)
		at += strlen(SCALES) + (*at == '\n');
	before = at == NULL ? b->length : (size_t)(at - s);
	buf_put(&all, s, before);
	if (at == NULL && before > 0 && s[before - 1] != '\n')
		buf_char(&all, '\n');
	if (at == NULL)
		buf_str(&all, SCALES);
	buf_printf(&all, "  %s:\n", scale->name);
	put_line(&all, "about", scale->about);
	put_line(&all, "low", scale->low);
	put_line(&all, "high", scale->high);
	buf_put(&all, s + before, b->length - before);
	buf_free(b);
	*b = all;
}

int
own_scale_keep(const struct couple *c, const struct own_scale *scale,
    struct error *err)
{
	struct own_scales was, is = { .count = 0 };
	struct buf b = { 0 };
	int r = -1;

	if (own_scales_read(c, &was, err) == -1 ||
	    read_settings(c, &b, err) == -1)
		goto end;
	splice(&b, scale);
	if (record_fits(b.length, BYTES, err) == -1)
		goto end;
	if (parse(&is, &b, SETTINGS, err) == -1 || is.count != was.count + 1 ||
	    own_scales_find(&is, scale->name) == NULL) {
		error_clear(err);
		(void)error_set(err, STATUS_DATA, "%s/" LAYOUT_OWN "/"
		    SETTINGS ": it is written in a way that nothing can be "
		    "added to here: add it by hand, as unhurried(5) tells",
		    c->mine.path);
	} else
		r = store_put(&c->mine, LAYOUT_OWN, SETTINGS, buf_string(&b),
		    b.length, err) == STORE_WROTE ? 0 : -1;
end:
	own_scales_free(&was);
	own_scales_free(&is);
	buf_free(&b);
	return r;
}

/*
 * Numbers.
 */

int
own_numbers_keep(const struct couple *c, const char *id, struct when at,
    const struct own_numbers *n, struct error *err)
{
	char file[ID_SIZE + 8], s[WHEN_AT_SIZE];
	struct yaml y = { 0 };
	size_t i;

	snprintf(file, sizeof(file), "%s.yaml", id);
	clock_write(at, s);
	yaml_put(&y, "at", s);
	for (i = 0; i < n->count; i++)
		yaml_put_node(&y, n->names[i], yaml_new_int(&y,
		    n->values[i]));
	return store_put_yaml(&c->mine, NUMBERS, file, &y, err);
}

/* Remove what the trash has of it. 0, or -1 with err. */
static int
empty_trash(const struct store *mine, const char *trash, struct error *err)
{
	char found[TRASH_NAME];
	struct buf b = { 0 };
	int r;

	while ((r = trash_read(mine, trash, &b, found, err)) == 1)
		if (trash_drop(mine, found, err) == -1)
			break;
	buf_free(&b);
	return r == 0 ? 0 : -1;
}

int
own_numbers_let_go(const struct couple *c, const char *id, int for_good,
    struct error *err)
{
	char file[ID_SIZE + 8], trash[TRASH_NAME];

	snprintf(file, sizeof(file), "%s.yaml", id);
	snprintf(trash, sizeof(trash), "own-numbers-%s", id);
	if (for_good)
		return store_remove(&c->mine, NUMBERS, file, err) == -1 ? -1 :
		    empty_trash(&c->mine, trash, err);
	switch (store_look(&c->mine, NUMBERS, file, err)) {
	case STORE_THERE:
		return trash_move(&c->mine, &c->mine, NUMBERS, file, trash,
		    err);
	case STORE_ABSENT:
		return 0;
	default:
		return -1;
	}
}

int
own_numbers_bring_back(const struct couple *c, const char *id,
    struct error *err)
{
	char file[ID_SIZE + 8], trash[TRASH_NAME], found[TRASH_NAME];
	struct buf b = { 0 };
	int r;

	snprintf(file, sizeof(file), "%s.yaml", id);
	snprintf(trash, sizeof(trash), "own-numbers-%s", id);
	if ((r = trash_read(&c->mine, trash, &b, found, err)) == 1)
		r = store_create(&c->mine, NUMBERS, file, buf_string(&b),
		    b.length, err) == STORE_WROTE ? trash_drop(&c->mine,
		    found, err) : -1;
	buf_free(&b);
	return r;
}

/* Where numbers of a scale are looked for. */
struct span_of {
	const char	*name;
	day		 first, last;
};

/* Find the number that a file of `d` holds: 1, 0 for none, or -1 with err. */
static int
read_number(const struct store_dir *d, const char *file,
    const struct span_of *of, struct when *w, long *number, struct error *err)
{
	char *name = need_printf("%s%s", d->path.data, file);
	struct yaml y = { 0 };
	struct buf b = { 0 };
	const struct node *n;
	const char *at;
	int r;

	r = store_read(d->fd, file, BYTES, &b, name, err);
	if (r == 0)
		r = yaml_read(&y, buf_string(&b), b.length, name, err);
	if (r == 0 && (n = yaml_get(y.root, of->name)) != NULL) {
		at = yaml_get_text(y.root, "at");
		if (at == NULL || clock_read(at, strlen(at), w) == -1)
			r = yaml_lacks(y.root, name, "at", "expected a time",
			    err);
		else if (!yaml_int(n, 0, SCALE_MOST, number))
			r = yaml_wrong_number(n, name,
			    SENTENCE("expected a whole number 0-10"),
			    err);
		else
			r = clock_day(*w) >= of->first &&
			    clock_day(*w) <= of->last;
	}
	yaml_drop(&y);
	buf_free(&b);
	free(name);
	return r;
}

enum status
own_numbers_each(const struct couple *c, const struct cli *cli,
    const char *name, day first, day last,
    void (*take)(void *arg, const char *id, struct when at, long number),
    void *arg)
{
	const struct span_of of = { name, first, last };
	struct store_dir d = { .fd = -1, .many = 1 };
	enum status status = STATUS_OK;
	struct error err = { 0 };
	char text[ID_SIZE];
	struct entry_id id;
	struct when at;
	long number;
	size_t i, from;
	int r;

	if (store_open_dir(&c->mine, NUMBERS, &d, &err) == -1)
		status = cli_fail(cli, &err);
	for (i = 0; i < d.count; i++) {
		/* What has no ID for its name is nobody's. */
		if (id_find(d.names[i], &id, &from) == 0 || from > 0)
			continue;
		r = read_number(&d, d.names[i], &of, &at, &number, &err);
		id_write(&id, text);
		if (r == 1)
			take(arg, text, at, number);
		else if (r == -1)
			cli_worsen(&status, cli_fail(cli, &err));
	}
	store_free_dir(&d);
	return status;
}
