/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "consent/pause.h"
#include "couple/scale.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "entry/sharing.h"
#include "entry/view.h"
#include "format/field.h"
#include "format/yaml.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/removal.h"
#include "store/store_read.h"
#include "store/store.h"
#include "store/store_write.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"
#include "term/stop.h"

/* By so many seconds what is shared may come later than now. */
#define MOST_LATER	30

void
sharing_of(const struct couple *c, const struct entry *e,
    enum sharing_offered offered, struct sharing *p)
{
	const struct node *n;

	memset(p, 0, sizeof(*p));
	p->offered = offered;
	for (n = e->yaml.root->child; n != NULL && p->count < SHARING_MOST;
	    n = n->next) {
		if (field_is(n->key, FIELD_HEADING) ||
		    (offered == SHARING_TOGETHER &&
		    scale_find(&c->scales, n->key) != NULL))
			continue;
		p->fields[p->count] = n;
		/* What suited one day is not offered as if it still did. */
		p->picked[p->count++] = offered != SHARING_TOGETHER &&
		    field_is(n->key, FIELD_WORDS) &&
		    strcmp(n->key, "today") != 0;
	}
}

size_t
sharing_picked(const struct sharing *p)
{
	size_t i, n = 0;

	for (i = 0; i < p->count; i++)
		n += (size_t)p->picked[i];
	return n;
}

void
sharing_names(const struct sharing *p, struct buf *b)
{
	size_t i;

	for (i = 0; i < p->count; i++)
		buf_printf(b, "%s%s", i > 0 ? ", " : "", p->fields[i]->key);
}

static int
no_part(const struct sharing *p, const char *name, size_t n,
    struct error *err)
{
	struct buf b = { 0 };

	sharing_names(p, &b);
	error_set(err, STATUS_USAGE, "--part %.*s: that entry has %s", (int)n,
	    name, buf_string(&b));
	buf_free(&b);
	return -1;
}

int
sharing_pick(struct sharing *p, const char *list, struct error *err)
{
	size_t i, n;

	if (*list == '\0')
		return no_part(p, list, 0, err);

	for (i = 0; i < p->count; i++)
		p->picked[i] = 0;
	for (; *list != '\0'; list += n + (list[n] == ',')) {
		n = strcspn(list, ",");
		for (i = 0; i < p->count; i++)
			if (strlen(p->fields[i]->key) == n &&
			    strncmp(p->fields[i]->key, list, n) == 0)
				break;
		if (i == p->count)
			return no_part(p, list, n, err);
		p->picked[i] = 1;
	}
	return 0;
}

/* Turn over the parts whose numbers stand in a line. 0, or -1. */
static int
turn(struct sharing *p, const char *s)
{
	char *end;
	long n;

	while (*s != '\0') {
		n = strtol(s, &end, 10);
		if (end == s || n < 1 || n > (long)p->count)
			return -1;
		p->picked[n - 1] = !p->picked[n - 1];
		for (s = end; *s == ' ' || *s == ',';)
			s++;
	}
	return 0;
}

static void
list_parts(const struct sharing *p)
{
	const struct node *n, *child;
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < p->count; i++) {
		n = p->fields[i];
		buf_clear(&b);
		buf_str(&b, n->key);
		buf_str(&b, n->type == NODE_MAP ? "" : ": ");
		if (n->type == NODE_TEXT)
			buf_put(&b, n->text, n->length);
		for (child = n->child; n->type == NODE_LIST && child != NULL;
		    child = child->next)
			buf_printf(&b, "%s%s", child->type == NODE_TEXT ?
			    child->text : "...", child->next ? ", " : "");
		fprintf(stderr, "  %zu [%c] ", i + 1,
		    p->picked[i] ? 'x' : ' ');
		screen_start(stderr, buf_string(&b), (size_t)screen_columns() -
		    12);
		fputc('\n', stderr);
	}
	buf_free(&b);
}

/* Ask on the terminal which; 1 to go on, 0 to share nothing. */
static int
ask(struct sharing *p, const struct cli *cli)
{
	struct buf line = { 0 };
	int go = 0;

	while (p->count > 0) {
		list_parts(p);
		go = ask_line("Enter goes on with what is marked; numbers "
		    "mark or unmark; 'none' keeps it all yours: ", &line);
		if (!go || line.length == 0 ||
		    strcmp(line.data, "none") == 0 || stop_is_no(line.data))
			break;
		if (turn(p, line.data) == -1)
			cli_say(cli, "Numbers from 1 to %zu, please.",
			    p->count);
	}
	go = go && line.length == 0 && sharing_picked(p) > 0;
	buf_free(&line);
	return go;
}

static void
build(const struct entry *e, const struct sharing *p, struct when now,
    int keep_date, struct entry *shared)
{
	size_t i;

	for (i = 0; i < p->count; i++)
		keep_date |= p->picked[i] &&
		    strcmp(p->fields[i]->key, "today") == 0;
	shared->id = e->id;
	shared->at = keep_date ? e->at : now;
	shared->id.instant = shared->at.instant;
	entry_begin(shared);
	for (i = 0; i < p->count; i++)
		if (p->picked[i])
			entry_add(shared, p->fields[i]);
}

int
sharing_prepare(const struct couple *c, const struct entry *e,
    const struct sharing *p, int keep_date, struct entry *shared,
    struct error *err)
{
	struct when now = clock_now();
	enum store_is gone;
	int tries = MOST_LATER, today = 0;
	size_t i;

	/* What was taken back this very second is shared in the next. */
	do {
		build(e, p, now, keep_date, shared);
		gone = journal_is_gone(&c->ours, &shared->id, err);
	} while (gone == STORE_THERE &&
	    shared->at.instant == now.instant++ && tries-- > 0);
	if (gone != STORE_THERE)
		return gone == STORE_UNTOLD ? -1 : 0;
	for (i = 0; i < p->count; i++)
		today |= p->picked[i] && strcmp(p->fields[i]->key,
		    "today") == 0;
	return error_set(err, STATUS_NO, keep_date && today ?
	    "%s: it was taken back with that date: leave out --keep-date and "
	    "today" : keep_date ? "%s: it was taken back with that date: leave "
	    "out --keep-date" : "%s: it was taken back with that date: leave "
	    "out today", e->id.random);
}

void
sharing_preview(const struct couple *c, const struct entry *shared)
{
	char *called = couple_called(c, c->other);

	if (strcmp(called, c->other) != 0)
		screen_say(stderr, "What %s (%s) will see, and no more:",
		    called, c->other);
	else
		screen_say(stderr, "What %s will see, and no more:", called);
	fputc('\n', stderr);
	view_entry(stderr, c, shared);
	fputc('\n', stderr);
	free(called);
}

enum store_wrote
sharing_write(const struct couple *c, const struct entry *shared,
    struct error *err)
{
	/* What was to be taken back is shared anew. */
	return removal_unwish(&c->mine, REMOVAL_ENTRY, shared->id.random,
	    err) == -1 ? STORE_NOT : journal_write(&c->ours, &shared->id,
	    shared->yaml.root, err);
}

/* Which parts, where they are to be picked; then whether this is to be. */
static enum ask_step
decide(void *of, size_t i)
{
	struct sharing_call *s = of;

	if (i == 0)
		s->r = !s->picks || ask(s->parts, s->cli);
	else if (sharing_prepare(s->couple, s->entry, s->parts, s->keep_date,
	    s->shared, s->err) == -1)
		s->r = -1;
	else {
		if (!(s->cli->quiet && s->said))
			sharing_preview(s->couple, s->shared);
		s->r = ask_shown(s->cli, s->said, "Share this? [y/N] ",
		    ASK_SHARED, s->err);
	}
	return s->r == 1 ? ASK_ON : ASK_ENDS;
}

int
sharing_decide(struct sharing_call *s)
{
	enum ask_step step = ask_walk(decide, s, 2);

	if (step == ASK_BACK)
		return 0;
	if (s->r == 0 && !s->cli->dry_run)
		cli_say(s->cli, "It stays with you.");
	else if (s->r == 0)
		cli_say(s->cli, "Nothing was shared.");
	return s->r;
}

enum status
sharing_offer(const struct cli *cli, const struct couple *c,
    const struct entry *e, enum sharing_offered offered, int said,
    struct entry *shared)
{
	struct entry built = { 0 };
	struct error err = { 0 };
	struct sharing parts;
	struct sharing_call s = { .cli = cli, .couple = c, .entry = e,
	    .parts = &parts, .picks = offered != SHARING_MARKED, .said = said,
	    .shared = &built, .err = &err };
	int r;

	sharing_of(c, e, offered, &parts);
	r = sharing_decide(&s);
	/* A pause may have come while the two were at it. */
	if (r == 1 && ((offered == SHARING_TOGETHER && !pause_clear(c, &err)) ||
	    sharing_write(c, &built, &err) != STORE_WROTE))
		r = -1;
	if (r == 1)
		cli_say(cli, "Shared. 'forget --shared %s' takes it back.",
		    e->id.random);
	if (r == 1 && shared != NULL)
		*shared = built;
	else
		entry_free(&built);
	return r == -1 ? cli_fail(cli, &err) : STATUS_OK;
}

int
sharing_shared(const struct couple *c, const struct entry_id *id,
    struct error *err)
{
	struct entry_id found;

	return reader_find(&c->ours, id->random, &found, err);
}
