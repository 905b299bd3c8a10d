/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/file.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/error.h"
#include "base/memory.h"
#include "couple/settings.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "history.h"
#include "store/records.h"
#include "store/store_read.h"
#include "store/store.h"
#include "store/store_write.h"

#define FILE_NAME	"said.yaml"

static const struct node *
first(const struct history *s)
{
	const struct node *list = yaml_get(s->yaml.root, "said");

	return yaml_first(list);
}

/* A day under a key of one line; WHEN_NO_DAY where there is none. */
static day
get_day(const struct node *n, const char *key)
{
	const char *text = yaml_get_text(n, key);
	day d;

	return text != NULL && calendar_read(text, &d) == 0 ? d :
	    WHEN_NO_DAY;
}

/* Each line has both days, or nothing can be told from it. 0 or -1. */
static int
check(const struct history *s, struct error *err)
{
	const struct node *list = yaml_get(s->yaml.root, "said"), *n;

	n = s->yaml.root;
	if (list != NULL && list->type == NODE_LIST)
		for (n = list->child; n != NULL; n = n->next)
			if (get_day(n, "day") == WHEN_NO_DAY ||
			    get_day(n, "for") == WHEN_NO_DAY ||
			    yaml_get_text(n, "what") == NULL)
				break;
	return n == NULL ? 0 : error_set(err, STATUS_DATA, "%s/" FILE_NAME
	    ":%u:%u: expected 'said:' with day, for and what: to begin anew, "
	    "remove it", s->place.path, n->line, n->column);
}

static int
read_file(struct history *s, struct error *err)
{
	struct buf b = { 0 };
	char *name;
	int r;

	name = need_printf("%s/" FILE_NAME, s->place.path);
	r = store_read(s->place.fd, FILE_NAME, RECORD_BYTES, &b, name, err);
	if (err->absent) {
		error_clear(err);
		r = 0;
	} else if (r == 0 &&
	    (r = yaml_read(&s->yaml, b.data, b.length, name, err)) == 0)
		r = check(s, err);
	free(name);
	buf_free(&b);
	return r;
}

/* Open a person's place, made where it is to be held. 1, 0, or -1. */
static int
open_place(struct history *s, const char *who, int hold, struct error *err)
{
	char *root = settings_state();
	int r;

	if (root == NULL)
		return error_set(err, STATUS_SYSTEM, "HOME is not set, so "
		    "there is no place to remember what was said: set HOME or "
		    "XDG_STATE_HOME");
	r = hold ? store_make(&s->place, root, who, 1, err) :
	    store_open(&s->place, root, who, err);
	if (!hold && err->absent) {
		error_clear(err);
		r = 0;
	}
	free(root);
	/* A system that knows no such lock has one computer here anyway. */
	if (r == 0 && hold && flock(s->place.fd, LOCK_EX | LOCK_NB) == -1 &&
	    errno == EWOULDBLOCK)
		return 0;
	return r == 0 ? 1 : -1;
}

int
history_is_begun(void)
{
	char *root = settings_state();
	int begun = root != NULL && store_look_path(root, NULL) == STORE_THERE;

	free(root);
	return begun;
}

int
history_open(struct history *s, const char *who, int hold, struct error *err)
{
	int r;

	memset(s, 0, sizeof(*s));
	s->place.fd = -1;
	if ((r = open_place(s, who, hold, err)) != 1)
		return r;
	return s->place.fd == -1 || read_file(s, err) == 0 ? 1 : -1;
}

void
history_close(struct history *s)
{
	store_close(&s->place);
	yaml_drop(&s->yaml);
}

int
history_has(const struct history *s, const char *key, day d)
{
	const struct node *n;

	for (n = first(s); n != NULL; n = n->next)
		if (get_day(n, key) == d)
			return 1;
	return 0;
}

day
history_last(const struct history *s, const char *what, day until)
{
	const struct node *n;
	day last = WHEN_NO_DAY, d;

	for (n = first(s); n != NULL; n = n->next)
		if (strcmp(yaml_get_text(n, "what"), what) == 0 &&
		    (d = get_day(n, "for")) <= until && d > last)
			last = d;
	return last;
}

int
history_between(const struct history *s, const char *but, day after, day until)
{
	const struct node *n;
	int count = 0;

	for (n = first(s); n != NULL; n = n->next)
		count += get_day(n, "day") > after &&
		    get_day(n, "day") <= until &&
		    strcmp(yaml_get_text(n, "what"), but) != 0;
	return count;
}

day
history_first(const struct history *s)
{
	const struct node *n;
	day least = WHEN_NO_DAY, d;

	for (n = first(s); n != NULL; n = n->next)
		if ((d = get_day(n, "day")) < least || least == WHEN_NO_DAY)
			least = d;
	return least;
}

/* The lines as a new tree, without the oldest where one more is to come. */
static struct node *
copy(const struct history *s, struct yaml *y, int more)
{
	const struct node *n;
	struct node *list;
	int count = more;

	memset(y, 0, sizeof(*y));
	list = yaml_put_node(y, "said", yaml_new(y, NODE_LIST));
	for (n = first(s); n != NULL; n = n->next)
		count++;
	for (n = first(s); n != NULL; n = n->next)
		if (count-- <= HISTORY_MOST)
			yaml_add(y, list, NULL, yaml_copy(y, n));
	return list;
}

int
history_try(const struct history *s, struct error *err)
{
	struct yaml y;

	(void)copy(s, &y, 0);
	return store_put_yaml(&s->place, "", FILE_NAME, &y, err);
}

int
history_add(struct history *s, const char *what, day on, day for_day,
    struct error *err)
{
	char date[WHEN_DAY_SIZE];
	struct yaml y;
	struct node *list = copy(s, &y, 1), *n;

	n = yaml_add(&y, list, NULL, yaml_new(&y, NODE_MAP));
	calendar_write(on, date);
	yaml_add_text(&y, n, "day", date);
	calendar_write(for_day, date);
	yaml_add_text(&y, n, "for", date);
	yaml_add_word(&y, n, "what", what);
	return store_put_yaml(&s->place, "", FILE_NAME, &y, err);
}
