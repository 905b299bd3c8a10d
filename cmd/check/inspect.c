/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/span.h"
#include "base/system.h"
#include "consent/agreement.h"
#include "consent/boundary.h"
#include "consent/setup.h"
#include "consent/vocabulary.h"
#include "couple/couple.h"
#include "deck/deck.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "doubles.h"
#include "entries.h"
#include "inspect.h"
#include "plan/care.h"
#include "plan/own.h"
#include "plan/own_scale.h"
#include "plan/plans.h"
#include "plan/recurring.h"
#include "plan/visits.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/litter.h"
#include "store/records.h"

#define PAGE_BYTES	((size_t)1024 * 1024)
#define AGE_LEFT	((time_t)24 * 60 * 60)

/*
 * Reading.
 */

/* Read a file into c's data. 0, or -1 when what was in the way is told. */
static int
read_spot(struct checkup *c, const struct spot *s, size_t limit)
{
	struct error err = { 0 };
	int r = store_read(s->fd, s->name, limit, &c->data, s->path, &err);

	finding_refused(c, s, NULL, &err);
	return r;
}

static int
check_page(const struct buf *data, const char *name, struct error *err)
{
	struct yaml y = { 0 };
	int r = yaml_read(&y, data->data, data->length, name, err);

	yaml_drop(&y);
	return r;
}

static void
inspect_couple(struct checkup *c, struct spot *s)
{
	const char *zone = yaml_get_text(c->couple->yaml.root, "zone");
	struct error err = { 0 };

	if (c->refused->status == STATUS_DATA) {
		if (read_spot(c, s, PAGE_BYTES) == 0)
			finding_refused(c, s, &c->data, c->refused);
		return;
	}
	/* Another computer may know more zones, so it is used all the same. */
	if (zone != NULL && !setup_is_zone(zone))
		error_set(&err, STATUS_DATA, "%s:1:1: zone: expected a time "
		    "zone like Europe/Berlin", s->path);
	finding_refused(c, s, NULL, &err);
}

/* Read a record, and tell what is not as its kind has it. */
static void
inspect_record(struct checkup *c, struct spot *s, const struct record_kind *k)
{
	struct error err = { 0 };

	if (read_spot(c, s, k->bytes) == -1)
		return;
	(void)record_check(k, &c->data, s->path, &err);
	finding_refused(c, s, &c->data, &err);
}

static void
inspect_boundary(struct checkup *c, struct spot *s)
{
	inspect_record(c, s, &boundary_kind);
}

static void
inspect_agreement(struct checkup *c, struct spot *s)
{
	inspect_record(c, s, agreement_kind(AGREEMENT_AGREE));
}

static void
inspect_plan(struct checkup *c, struct spot *s)
{
	inspect_record(c, s, &plans_kind);
}

static void
inspect_visit(struct checkup *c, struct spot *s)
{
	inspect_record(c, s, &visits_kind);
}

static void
inspect_recurring(struct checkup *c, struct spot *s)
{
	if (records_names(&recurring_kind, s->name))
		inspect_record(c, s, &recurring_kind);
	else
		inspect_other(c, s, SENTENCE("expected a name like a1b2c3.yaml "
		    "or a1b2c3-20261129.yaml"));
}

/* A file of what somebody keeps about their care: its directory tells which. */
static void
inspect_care(struct checkup *c, struct spot *s)
{
	enum care_room room;

	if (care_room_named(strrchr(s->dir, '/') + 1, &room) &&
	    records_names(care_kind(room), s->name))
		inspect_record(c, s, care_kind(room));
	else
		inspect_other(c, s, SENTENCE("expected a name of a to z, 0 to "
		    "9 and dashes, with .yaml"));
}

/* The same of what is somebody's own alone. */
static void
inspect_own(struct checkup *c, struct spot *s)
{
	const struct record_kind *k = own_kind_in(s->dir);

	if (k != NULL && records_names(k, s->name))
		inspect_record(c, s, k);
	else
		inspect_other(c, s, "expected a name of a to z, 0 to 9 and "
		    "dashes, with .yaml");
}

static void
expect(struct checkup *c, const struct spot *s, const struct node *n,
    const char *what)
{
	struct error err = { 0 };

	error_set(&err, STATUS_DATA, "%s:%u:%u: %s%s%s", s->path,
	    n->line, n->column, n->key == NULL ? "" : n->key,
	    n->key == NULL ? "" : ": ", message(what));
	finding_refused(c, s, NULL, &err);
}

/*
 * Scales of one's own: for one whose name couple.yaml has by now, too, no number
 * is taken any more.
 */
static void
inspect_scales(struct checkup *c, struct spot *s)
{
	const struct scales *all = &c->couple->scales;
	struct own_scales own = { .count = 0 };
	struct error err = { 0 };
	const struct node *n;
	size_t i;

	if (read_spot(c, s, PAGE_BYTES) == -1)
		return;
	if (s->shelf != &c->mine)
		(void)check_page(&c->data, s->path, &err);
	else if (own_scales_read(c->couple, &own, &err) == 0)
		for (i = 0; i < own.count; i++) {
			if (scale_find(all, own.at[i].name) == NULL)
				continue;
			n = yaml_get(yaml_get(own.yaml.root, "scales"),
			    own.at[i].name);
			error_set(&err, STATUS_NO, "%s:%u:%u: couple.yaml has "
			    "a scale of this name, too, so nothing is kept "
			    "on either: give yours another name", s->path,
			    n->line, n->column);
			finding_refused(c, s, NULL, &err);
		}
	finding_refused(c, s, &c->data, &err);
	own_scales_free(&own);
}

static void
inspect_person(struct checkup *c, struct spot *s)
{
	static const char *const keys[] = { "name", "login" };
	struct error err = { 0 };
	const struct node *n;
	const char *why;
	struct yaml y = { 0 };
	size_t i;

	if (read_spot(c, s, PAGE_BYTES) == -1)
		return;
	if (yaml_read(&y, c->data.data, c->data.length, s->path, &err) == 0 &&
	    y.root->type != NODE_MAP)
		expect(c, s, y.root, "expected lines like 'key: value'");
	finding_refused(c, s, &c->data, &err);
	for (i = 0; i < nitems(keys); i++)
		if ((n = yaml_get(y.root, keys[i])) != NULL &&
		    n->type != NODE_TEXT)
			expect(c, s, n, "expected text");
	if ((n = yaml_get(y.root, "signals")) != NULL && !yaml_is_null(n) &&
	    (n = vocabulary_wrong(n, &why)) != NULL)
		expect(c, s, n, why);
	yaml_drop(&y);
}

void
inspect_settings(struct checkup *c)
{
	const struct node *root = c->couple->settings.yaml.root;
	struct error err = { 0 };

	if (root == NULL || root->type == NODE_MAP || yaml_is_null(root))
		return;
	error_set(&err, STATUS_DATA, "%s:%u:%u: expected lines like 'key: "
	    "value'", c->couple->settings.config, root->line, root->column);
	finding_refused(c, NULL, NULL, &err);
}

static void
inspect_waiting(struct checkup *c, struct spot *s)
{
	finding(c, s, FOUND_RECOVERED, NULL);
}

static void
inspect_mark(struct checkup *c, struct spot *s)
{
	struct error err = { 0 };
	struct entry_id id;

	if (c->ours.store.fd == -1 ||
	    journal_classify(s->name, &id) != JOURNAL_GONE)
		return;
	if (journal_is_gone(&c->ours.store, &id, &err) == STORE_ABSENT)
		finding(c, s, FOUND_NO_MARK, NULL);
	finding_refused(c, NULL, NULL, &err);
}

/*
 * Entries.
 */

/* Views stop at now: what lies ahead is not seen until then. */
static void
look_ahead(struct checkup *c, const struct spot *s, struct when w)
{
	char at[WHEN_AT_SIZE];
	struct span shown;

	span_open(&shown, SPAN_NOW);
	if (span_has(&shown, w))
		return;
	clock_write(w, at);
	finding(c, s, FOUND_AHEAD, at);
}

/* Look at what a sound entry of one's own says of when it was. */
static void
look_when(struct checkup *c, const struct spot *s, struct when w)
{
	if (s->shelf != &c->mine)
		return;
	doubles_look(c, s);
	look_ahead(c, s, w);
}

static void
inspect_entry(struct checkup *c, struct spot *s)
{
	enum journal_name what = journal_classify(s->name, &s->id);
	struct error err = { 0 };

	if (what != JOURNAL_ENTRY && what != JOURNAL_GONE) {
		inspect_other(c, s, s->in->holds);
		return;
	}
	if (strcmp(s->id.who, s->shelf->store.who) != 0)
		finding(c, s, FOUND_PERSON, NULL);
	if (!entries_in_month(s))
		finding(c, s, FOUND_MONTH, NULL);
	/* One that came back beside its mark is hidden, and fine. */
	if (what == JOURNAL_GONE || entries_hidden(s, s->name))
		return;
	if (entries_is_sound(c, s)) {
		look_when(c, s, c->sound.at);
		return;
	}
	if (read_spot(c, s, ENTRY_BYTES) == -1)
		return;
	if (entries_read(c, s, &err) == 0)
		look_when(c, s, c->e.at);
	finding_refused(c, s, &c->data, &err);
}

/*
 * All kinds of files.
 */

void
inspect(struct checkup *c, struct spot *s, enum layout_as as)
{
	/* A file that is looked at, or read whole and then checked. */
	static const struct {
		void	(*look)(struct checkup *, struct spot *);
		int	(*check)(const struct buf *, const char *,
			    struct error *);
	} ways[] = {
		[AS_BOUND] = { inspect_boundary, NULL },
		[AS_CARE] = { inspect_care, NULL },
		[AS_COUPLE] = { inspect_couple, NULL },
		[AS_DECK] = { NULL, deck_check },
		[AS_ENTRY] = { inspect_entry, NULL },
		[AS_FREE] = { NULL, check_page },
		[AS_HELD] = { inspect_agreement, NULL },
		[AS_MARK] = { inspect_mark, NULL },
		[AS_OFFER] = { NULL, check_page },
		[AS_OWN] = { inspect_own, NULL },
		[AS_PAGE] = { NULL, check_page },
		[AS_PERSON] = { inspect_person, NULL },
		[AS_PLAN] = { inspect_plan, NULL },
		[AS_RECURRING] = { inspect_recurring, NULL },
		[AS_SCALES] = { inspect_scales, NULL },
		[AS_SIGNAL] = { NULL, check_page },
		[AS_VISIT] = { inspect_visit, NULL },
		[AS_WAITING] = { inspect_waiting, NULL }
	};
	struct error err = { 0 };

	if (ways[as].look != NULL)
		ways[as].look(c, s);
	/* What the other offers is told to nobody who has not done so. */
	else if (ways[as].check != NULL && (as != AS_OFFER ||
	    s->shelf->mine) && read_spot(c, s, PAGE_BYTES) == 0) {
		(void)ways[as].check(&c->data, s->path, &err);
		finding_refused(c, s, &c->data, &err);
	}
}

/*
 * Temporaries and what other programs leave.
 */

static int
is_old(const struct checkup *c, const struct spot *s)
{
	return c->now - s->st.st_mtime > AGE_LEFT;
}

void
inspect_temp(struct checkup *c, struct spot *s)
{
	int is_words = s->shelf == &c->mine && S_ISREG(s->st.st_mode) &&
	    s->st.st_size > 0 && s->st.st_nlink == 1;

	/* In one's own place even what was cut off may be somebody's words. */
	if (is_words && strcmp(s->dir, LAYOUT_RECOVERY) == 0)
		finding(c, s, FOUND_RECOVERED, NULL);
	else if (s->shelf->mine && is_old(c, s))
		finding(c, s, !is_words ? FOUND_TEMP :
		    entries_hold_words(c, s) ? FOUND_TEMP_WORDS :
		    FOUND_TEMP_SOME, NULL);
}

void
inspect_other(struct checkup *c, const struct spot *s, const char *expected)
{
	if (*s->name != '.' && !litter_saves(s->name))
		finding(c, s, FOUND_FOREIGN, expected);
	else if (s->shelf->mine && is_old(c, s))
		finding(c, s, FOUND_LEFTOVER, NULL);
}

/*
 * Modes and kinds.
 */

void
inspect_modes(struct checkup *c, const struct spot *s)
{
	mode_t mode = s->st.st_mode & 07777, wanted = finding_mode(s);
	mode_t needed = S_ISDIR(s->st.st_mode) ? 02750 : 0440;
	int open = (mode & ~wanted & 0077) != 0;
	char detail[160];

	if (!s->shelf->modes)
		return;
	if ((open && !s->shelf->alike) ||
	    (!open && s->shelf->mine && (needed & wanted & ~mode))) {
		snprintf(detail, sizeof(detail),
		    message("expected mode %o, found %o"),
		    (unsigned int)wanted, (unsigned int)mode);
		finding(c, s, open ? FOUND_OPEN : FOUND_CLOSED, detail);
	}
	/* Where a group has no part in it, its list has none either. */
	if (!open && (mode & 070) != 0 && system_has_list(s->path))
		finding(c, s, FOUND_LIST, NULL);
	/* A tree has one owner; beside the trees lie files of both. */
	if (*s->shelf->store.who != '\0' &&
	    s->st.st_uid != s->shelf->store.owner)
		finding(c, s, FOUND_OWNER, NULL);
	if (S_ISREG(s->st.st_mode) && s->st.st_nlink > 1)
		finding(c, s, FOUND_LINKED, NULL);
}

const char *
inspect_strange(const struct spot *s)
{
	switch (s->st.st_mode & S_IFMT) {
	case S_IFREG:
	case S_IFDIR:
		return NULL;
	case S_IFLNK:
		return SENTENCE("expected a regular file or a directory, "
		    "found a symbolic link");
	case S_IFIFO:
		return SENTENCE("expected a regular file or a directory, "
		    "found a pipe");
	case S_IFSOCK:
		return SENTENCE("expected a regular file or a directory, "
		    "found a socket");
	default:
		return SENTENCE("expected a regular file or a directory, "
		    "found a device");
	}
}
