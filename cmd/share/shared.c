/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/command.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "consent/agreement.h"
#include "consent/boundary.h"
#include "consent/offers.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "format/field.h"
#include "format/output.h"
#include "format/yaml.h"
#include "plan/plans.h"
#include "plan/visits.h"
#include "shared.h"
#include "store/layout.h"
#include "store/store_dir.h"
#include "store/store.h"
#include "term/cli.h"
#include "term/screen.h"

/* Where it goes, and what was found by then. */
struct list {
	const struct couple	*couple;
	struct cli		*cli;
	time_t			 now;
	enum status		 status;
};

/* One thing that is out. */
struct out {
	const char	*kind;		/* a name that never changes */
	const char	*says;		/* the same for people */
	const char	*name;
	const char	*about;		/* what of it, or NULL */
	const char	*back;		/* the command, or NULL */
	const char	*path;		/* in place of a command */
};

static void
show_data(const struct list *l, const struct out *o)
{
	static const char *const columns[] = { "kind", "name", "about",
	    "back", "path", NULL };
	struct yaml y = { 0 };
	char *typed = o->back == NULL ? NULL : command_typed(o->back);

	yaml_put_word(&y, "kind", o->kind);
	yaml_put(&y, "name", o->name);
	yaml_put(&y, "about", o->about);
	yaml_put(&y, "back", typed);
	yaml_put(&y, "path", o->path);
	output_print(&y, columns, l->cli->format);
	yaml_drop(&y);
	free(typed);
}

static void
show(const struct list *l, const struct out *o)
{
	struct buf b = { 0 };
	char *typed;

	if (l->cli->format != FORMAT_TEXT) {
		show_data(l, o);
		return;
	}
	buf_printf(&b, "%s %s", message(o->says), o->name);
	if (o->about != NULL)
		buf_printf(&b, ": %s", o->about);
	screen_wrap(stdout, "  ", "  ", buf_string(&b));
	typed = command_typed(o->back == NULL ? "" : o->back);
	screen_wrap(stdout, "      ", "      ", o->back == NULL ? o->path :
	    typed);
	free(typed);
	buf_free(&b);
}

/* The same, with the command that `verb` makes of a name. */
static void
show_named(const struct list *l, struct out *o, const char *verb,
    const char *name)
{
	struct buf back = { 0 };

	buf_printf(&back, "%s %s", verb, name);
	o->name = name;
	o->back = back.data;
	show(l, o);
	buf_free(&back);
}

/* Entries, opened answers among them, by their parts. */
static void
show_entries(struct list *l)
{
	const struct store *ours = &l->couple->ours, *from;
	struct scan_filter all = { .until = WHEN_LAST };
	struct out o = { .says = SENTENCE("entry") };
	struct entry e = { 0 };
	struct buf parts = { 0 };
	const struct node *n;
	struct reader r;
	char date[WHEN_DAY_SIZE];

	reader_open(&r, l->couple, &ours, 1, &all);
	while (reader_next(&r, &e, &from)) {
		calendar_write(clock_day(e.at), date);
		buf_clear(&parts);
		buf_printf(&parts, "%s, %s", date, e.id.kind);
		for (n = yaml_first(e.yaml.root); n != NULL; n = n->next)
			if (!field_is(n->key, FIELD_HEADING))
				buf_printf(&parts, ", %s", n->key);
		o.kind = "entry";
		o.about = parts.data;
		show_named(l, &o, "forget --shared", e.id.random);
	}
	cli_worsen(&l->status, reader_report(&r, l->cli));
	entry_free(&e);
	reader_free(&r);
	buf_free(&parts);
}

/* What one holds, answered or not. */
static void
show_held(struct list *l)
{
	static const struct { const char *kind, *says, *end; } held[] = {
		{ AGREEMENT_AGREE, SENTENCE("held"), "agree end" },
		{ AGREEMENT_PACE, SENTENCE("step"), "pace end" },
		{ AGREEMENT_REASON, SENTENCE("reason"), "reason together end" }
	};
	const struct agreement_words *mine;
	struct agreement_list all;
	size_t i, j;

	for (i = 0; i < nitems(held); i++) {
		cli_worsen(&l->status, agreement_read(l->couple, l->cli,
		    held[i].kind, couple_today(l->couple, l->now), &all));
		for (j = 0; j < all.count; j++) {
			mine = &all.items[j].mine;
			if ((mine->text != NULL || mine->unclear) &&
			    !mine->ended)
				show_named(l, &(struct out){
				    .kind = held[i].kind,
				    .says = held[i].says,
				    .about = mine->text }, held[i].end,
				    all.items[j].slug);
		}
		agreement_free(&all);
	}
}

static void
show_boundaries(struct list *l)
{
	struct boundaries all = { 0 };
	struct buf about = { 0 };
	const struct boundary *b;
	size_t i;

	cli_worsen(&l->status, boundary_read(&l->couple->ours, l->cli, l->now,
	    &all));
	for (i = 0; i < all.count; i++) {
		b = &all.items[i];
		buf_clear(&about);
		buf_printf(&about, "%s, %s", boundary_state_name(b->now),
		    b->subject);
		show_named(l, &(struct out){ .kind = "boundary",
		    .says = SENTENCE("boundary"), .about = about.data },
		    "boundary unshare", b->random);
	}
	buf_free(&about);
	boundary_free(&all);
}

static void
show_plans(struct list *l)
{
	struct plans all = { 0 };
	struct buf when = { 0 };
	size_t i;

	cli_worsen(&l->status, plans_read(l->couple, l->cli, 1, l->now, &all));
	for (i = 0; i < all.count; i++) {
		if (!all.items[i].for_two || all.items[i].theirs)
			continue;
		buf_clear(&when);
		plans_time(&when, all.items[i].at.instant);
		show_named(l, &(struct out){ .kind = "plan",
		    .says = SENTENCE("plan"), .about = when.data },
		    "moment drop", all.items[i].random);
	}
	buf_free(&when);
	plans_free(&all);
}

/* Day and time of visits, whatever was let go of by the other. */
static void
show_visits(struct list *l)
{
	struct visits all;
	struct buf when = { 0 };
	size_t i;

	cli_worsen(&l->status, visits_read(l->couple, l->cli, WHEN_NO_DAY,
	    &all));
	for (i = 0; i < all.count; i++) {
		if (all.items[i].theirs)
			continue;
		buf_clear(&when);
		plans_time(&when, all.items[i].at.instant);
		show_named(l, &(struct out){ .kind = "visit",
		    .says = SENTENCE("day and time of a visit"),
		    .about = when.data }, "care drop", all.items[i].random);
	}
	buf_free(&when);
	visits_free(&all);
}

/* An offer, a signal, a pause: what is true while it is there. */
static void
show_now(struct list *l)
{
	struct error err = { 0 };
	struct pause_view v;
	size_t i;
	char *id;

	for (i = 0; offers_mine(l->couple, l->now, i, &id, &err); i++) {
		show_named(l, &(struct out){ .kind = "offer",
		    .says = SENTENCE("offer to open an answer") },
		    "prompt withdraw", id);
		free(id);
	}
	if (err.status != STATUS_OK)
		cli_worsen(&l->status, cli_fail(l->cli, &err));
	pause_read(l->couple, l->now, &v);
	if (v.mine.word != NULL)
		show(l, &(struct out){ .kind = "signal",
		    .says = SENTENCE("signal"), .name = v.mine.word,
		    .about = v.mine.about, .back = "signal none" });
	if (v.own_pause)
		show(l, &(struct out){ .kind = "pause",
		    .says = SENTENCE("your pause:"), .name =
		    message("it needs no reason, and nobody else can end it"),
		    .back = "resume" });
	pause_free(&v);
}

/* Files of one's own that are written by hand, and changed so. */
static void
show_files(struct list *l)
{
	static const struct { const char *dir, *file, *kind, *says; } files[] =
	{
		{ "", LAYOUT_PERSON, "person", SENTENCE("how you are called, "
		    "your login, your words for signals: in") },
		{ LAYOUT_PROMPTS, NULL, "deck", SENTENCE("your questions in") },
		{ LAYOUT_RITUALS, NULL, "deck", SENTENCE("your rituals in") },
		{ LAYOUT_LESSONS, NULL, "deck", SENTENCE("your readings in") }
	};
	struct store_dir d = { .fd = -1 };
	struct error err = { 0 };
	struct buf path = { 0 };
	size_t i, j;

	for (i = 0; i < nitems(files); i++) {
		if (store_open_dir(&l->couple->ours, files[i].dir, &d,
		    &err) == -1)
			cli_worsen(&l->status, cli_fail(l->cli, &err));
		for (j = 0; j < d.count; j++) {
			if (files[i].file != NULL && strcmp(d.names[j],
			    files[i].file) != 0)
				continue;
			buf_clear(&path);
			buf_printf(&path, "%s/%s%s%s", l->couple->ours.path,
			    files[i].dir, *files[i].dir == '\0' ? "" : "/",
			    d.names[j]);
			show(l, &(struct out){ .kind = files[i].kind,
			    .says = files[i].says, .name = d.names[j],
			    .path = path.data });
		}
		store_close_dir(&d);
	}
	store_free_dir(&d);
	buf_free(&path);
}

enum status
shared_show(const struct couple *c, struct cli *cli)
{
	struct list l = { c, cli, clock_now().instant, STATUS_OK };
	char *called = couple_called(c, c->other);

	if (cli->format == FORMAT_TEXT)
		screen_say(stdout, "All that %s can read of yours, and below "
		    "each what takes it back, or the file to change it in:",
		    called);
	free(called);
	show_entries(&l);
	show_held(&l);
	show_boundaries(&l);
	show_plans(&l);
	show_visits(&l);
	show_now(&l);
	show_files(&l);
	if (cli->format == FORMAT_TEXT)
		screen_say(stdout, "It may have been read before. Copies may "
		    "be in backups, and in what git or a sync program keeps.");
	return l.status;
}
