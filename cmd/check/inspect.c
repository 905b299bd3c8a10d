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
#include "consent/agreement.h"
#include "consent/boundary.h"
#include "consent/vocabulary.h"
#include "couple/scale.h"
#include "deck/deck.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "inspect.h"
#include "plan/care.h"
#include "plan/plans.h"
#include "store/conflict.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/records.h"
#include "store/scan.h"

#define PAGE_BYTES	((size_t)1024 * 1024)
#define AGE_LEFT	((time_t)24 * 60 * 60)

/*
 * Reading.
 */

/* Tell what refused a spot's file. */
static void
refused(struct inspection *in, const struct spot *s, const struct buf *data,
    struct error *err)
{
	char *name = finding_path(s, 0);

	finding_refused(in->f, name, data, err);
	free(name);
}

/* Read a file into in's data. 0, or -1 when what was in the way is told. */
static int
read_spot(struct inspection *in, const struct spot *s, int dir, size_t limit)
{
	struct error err = { 0 };
	char *name = finding_path(s, 0);
	int r;

	r = store_read(dir, s->name, limit, &in->data, name, &err);
	free(name);
	if (r == -1)
		refused(in, s, NULL, &err);
	return r;
}

/* Read any page of YAML into y. 0, or -1 when what refused it is told. */
static int
read_page(struct inspection *in, const struct spot *s, int dir,
    struct yaml *y)
{
	struct error err = { 0 };
	char *name;
	int r;

	if (read_spot(in, s, dir, PAGE_BYTES) == -1)
		return -1;
	name = finding_path(s, 0);
	r = yaml_read(y, in->data.data, in->data.length, name, &err);
	free(name);
	if (r == -1)
		refused(in, s, &in->data, &err);
	return r;
}

void
inspect_couple(struct inspection *in, struct spot *s, int dir)
{
	if (in->refused->status == STATUS_DATA &&
	    read_spot(in, s, dir, PAGE_BYTES) == 0)
		refused(in, s, &in->data, in->refused);
}

void
inspect_page(struct inspection *in, struct spot *s, int dir)
{
	struct yaml y = { 0 };

	(void)read_page(in, s, dir, &y);
	yaml_drop(&y);
}

/* Read a record, and tell what is not as its kind has it. */
static void
inspect_record(struct inspection *in, const struct spot *s, int dir,
    const struct record_kind *k)
{
	struct error err = { 0 };
	char *name;

	if (read_spot(in, s, dir, k->bytes) == -1)
		return;
	name = finding_path(s, 0);
	if (records_check(k, &in->data, name, &err) == -1)
		refused(in, s, &in->data, &err);
	free(name);
}

void
inspect_held(struct inspection *in, struct spot *s, int dir)
{
	inspect_record(in, s, dir, agreement_kind(AGREEMENT_AGREE));
}

void
inspect_deck(struct inspection *in, struct spot *s, int dir)
{
	struct error err = { 0 };
	char *name;

	if (read_spot(in, s, dir, PAGE_BYTES) == -1)
		return;
	name = finding_path(s, 0);
	if (deck_check(&in->data, name, &err) == -1)
		refused(in, s, &in->data, &err);
	free(name);
}

/* What the other offers is told to nobody who has not offered the same. */
void
inspect_offer(struct inspection *in, struct spot *s, int dir)
{
	if (s->shelf->mine)
		inspect_page(in, s, dir);
}

void
inspect_plan(struct inspection *in, struct spot *s, int dir)
{
	inspect_record(in, s, dir, &plans_kind);
}

void
inspect_bound(struct inspection *in, struct spot *s, int dir)
{
	inspect_record(in, s, dir, &boundary_kind);
}

/* A file of what somebody keeps about their care: its directory tells which. */
void
inspect_care(struct inspection *in, struct spot *s, int dir)
{
	const char *slash = strrchr(s->dir, '/');
	enum care_room room;

	if (slash != NULL && care_room_named(slash + 1, &room) &&
	    records_names(care_kind(room), s->name))
		inspect_record(in, s, dir, care_kind(room));
	else
		inspect_other(in, s, "a name of a to z, 0 to 9 and dashes, "
		    "with .yaml");
}

static void
expect(struct inspection *in, const struct spot *s, const struct node *n,
    const char *what)
{
	struct error err = { 0 };
	char *name = finding_path(s, 0);

	error_set(&err, STATUS_DATA, "%s:%u:%u: %s%sexpected %s",
	    name, n->line, n->column,
	    n->key == NULL ? "" : n->key, n->key == NULL ? "" : ": ", what);
	finding_refused(in->f, name, NULL, &err);
	free(name);
}

void
inspect_person(struct inspection *in, struct spot *s, int dir)
{
	static const char *const keys[] = { "name", "login" };
	const struct node *n;
	const char *why;
	struct yaml y = { 0 };
	size_t i;

	if (read_page(in, s, dir, &y) == 0 && y.root->type != NODE_MAP)
		expect(in, s, y.root, "lines like 'key: value'");
	for (i = 0; i < nitems(keys); i++)
		if ((n = yaml_get(y.root, keys[i])) != NULL &&
		    n->type != NODE_TEXT)
			expect(in, s, n, "text");
	if ((n = yaml_get(y.root, "signals")) != NULL && !yaml_is_null(n) &&
	    (n = vocabulary_wrong(n, &why)) != NULL)
		expect(in, s, n, why);
	yaml_drop(&y);
}

void
inspect_settings(struct inspection *in)
{
	const struct node *root = in->couple->settings.yaml.root;
	const char *file = in->couple->settings.config;
	struct error err = { 0 };

	if (root == NULL || root->type == NODE_MAP || yaml_is_null(root))
		return;
	error_set(&err, STATUS_DATA, "%s:%u:%u: expected lines like 'key: "
	    "value'", file, root->line, root->column);
	finding_refused(in->f, file, NULL, &err);
}

void
inspect_recovered(struct inspection *in, struct spot *s, int dir)
{
	(void)dir;
	finding(in->f, s, FOUND_RECOVERED, NULL);
}

void
inspect_mark(struct inspection *in, struct spot *s, int dir)
{
	struct error err = { 0 };
	struct entry_id id;

	(void)dir;
	if (in->shared->store.fd == -1 ||
	    journal_classify(s->name, &id) != JOURNAL_GONE)
		return;
	switch (journal_is_gone(&in->shared->store, &id, &err)) {
	case STORE_ABSENT:
		finding(in->f, s, FOUND_NO_MARK, NULL);
		break;
	case STORE_UNTOLD:
		finding_refused(in->f, "", NULL, &err);
		break;
	case STORE_THERE:
		break;
	}
}

/*
 * Entries.
 */

/* True when a spot lies in the month that its ID tells. */
static int
in_its_month(const struct spot *s)
{
	char *path = journal_path(&s->shelf->store, &s->id);
	char *there = finding_path(s, 0);
	size_t n;
	int same = 0;

	if (path != NULL && there != NULL) {
		n = (size_t)(strrchr(path, '/') - path);
		same = strncmp(path, there, n + 1) == 0 &&
		    strchr(there + n + 1, '/') == NULL;
	}
	free(path);
	free(there);
	return same;
}

/*
 * Whether a mark beside an entry of the spot's directory hides it; what is in
 * the way of telling is a finding.
 */
static enum store_is
is_hidden(struct inspection *in, const struct spot *s, int dir,
    const char *entry)
{
	char gone[ID_SIZE + sizeof(".gone")];
	struct error err = { 0 };
	enum store_is is;
	struct stat st;
	char *path = finding_path(s, 0);

	snprintf(gone, sizeof(gone), "%.*s.gone", (int)strcspn(entry, "."),
	    entry);
	*strrchr(path, '/') = '\0';
	is = store_stat_at(dir, path, gone, &st, &err);
	free(path);
	if (is == STORE_UNTOLD)
		finding_refused(in->f, "", NULL, &err);
	return is;
}

/* Take in's data as the entry that the spot's ID names. 0 or -1. */
static int
read_entry(struct inspection *in, const struct spot *s, const char *name,
    struct error *err)
{
	in->e.id = s->id;
	if (entry_read(&in->e, in->data.data, in->data.length, name,
	    err) == -1)
		return -1;
	return scale_check(&in->couple->scales, in->e.yaml.root, name, err);
}

void
inspect_entry(struct inspection *in, struct spot *s, int dir)
{
	enum journal_name what = journal_classify(s->name, &s->id);
	struct error err = { 0 };
	char *name;

	if (what != JOURNAL_ENTRY && what != JOURNAL_GONE) {
		inspect_other(in, s, INSPECT_ENTRY);
		return;
	}
	if (strcmp(s->id.who, s->shelf->store.who) != 0)
		finding(in->f, s, FOUND_PERSON, NULL);
	if (!in_its_month(s))
		finding(in->f, s, FOUND_MONTH, NULL);
	/* One that came back beside its mark is hidden, and fine. */
	if (what == JOURNAL_GONE || is_hidden(in, s, dir, s->name) !=
	    STORE_ABSENT ||
	    read_spot(in, s, dir, ENTRY_BYTES) == -1)
		return;
	name = finding_path(s, 0);
	if (read_entry(in, s, name, &err) == -1)
		refused(in, s, &in->data, &err);
	free(name);
}

/*
 * Copies, temporaries and what other programs leave.
 */

/* Which kind of second copy it is: an entry's is compared with the first. */
static enum finding
judge_copy(struct inspection *in, struct spot *s, int dir, enum copy how)
{
	struct error err = { 0 };
	enum finding what = FOUND_COPY;
	enum store_is hidden;
	char *name;

	if (journal_classify(s->first, &s->id) != JOURNAL_ENTRY ||
	    strcmp(s->id.who, s->shelf->store.who) != 0 || !in_its_month(s))
		return FOUND_COPY;
	if ((hidden = is_hidden(in, s, dir, s->first)) != STORE_ABSENT)
		return hidden == STORE_THERE ? FOUND_COPY_FORGOTTEN :
		    FOUND_COPY;
	name = finding_path(s, 0);
	if (store_read(dir, s->name, ENTRY_BYTES, &in->data, name,
	    &err) == 0) {
		free(name);
		name = finding_path(s, 1);
		if (store_read(dir, s->first, ENTRY_BYTES, &in->other, name,
		    &err) == 0)
			what = in->data.length == in->other.length &&
			    memcmp(in->data.data, in->other.data,
			    in->data.length) == 0 ? FOUND_COPY_SAME :
			    FOUND_COPY_DIFFERS;
		else if (err.absent && how == COPY_SYNC && read_entry(in, s,
		    "", &err) == 0)
			what = FOUND_COPY_ALONE;
	}
	if (what == FOUND_COPY && err.status == STATUS_SYSTEM && !err.absent)
		finding_refused(in->f, "", NULL, &err);
	error_clear(&err);
	free(name);
	return what;
}

int
inspect_copy(struct inspection *in, struct spot *s, int dir)
{
	enum copy how = copy_of(s->name, s->first, sizeof(s->first));
	enum finding what;
	char *first;

	if (how == COPY_NONE)
		return 0;
	what = judge_copy(in, s, dir, how);
	/* What the other ended or took back is pointed out to nobody else. */
	if (!s->shelf->mine && (strncmp(s->name, "offer-", 6) == 0 ||
	    strstr(s->name, ".ended") != NULL ||
	    strstr(s->name, ".gone") != NULL))
		return 1;
	if (what != FOUND_COPY_FORGOTTEN) {
		first = finding_path(s, 1);
		finding(in->f, s, what, first);
		free(first);
	} else if (s->shelf->mine)
		/* What one took back is pointed out to nobody else. */
		finding(in->f, s, what, NULL);
	return 1;
}

static int
is_old(const struct inspection *in, const struct spot *s)
{
	return in->now - s->st.st_mtime > AGE_LEFT;
}

/* Make an ID for an entry that has no name, from what it says. 0 or -1. */
static int
make_id(struct spot *s, const struct yaml *y)
{
	const char *kind = yaml_get_text(y->root, "kind");
	const char *at = yaml_get_text(y->root, "at");
	struct when when;

	if (kind == NULL || !id_is_slug(kind, strlen(kind)) || at == NULL ||
	    clock_read(at, strlen(at), &when) == -1)
		return -1;
	s->id.instant = when.instant;
	strlcpy(s->id.who, s->shelf->store.who, sizeof(s->id.who));
	strlcpy(s->id.kind, kind, sizeof(s->id.kind));
	id_random(s->id.random);
	return 0;
}

/*
 * True when a temporary in a private month holds a whole entry, which a power
 * cut may have kept from its name; the spot's ID is then one for it.
 */
static int
holds_words(struct inspection *in, struct spot *s, int dir)
{
	struct error err = { 0 };
	struct yaml y = { 0 };
	int whole;

	if (s->shelf != in->private || !S_ISREG(s->st.st_mode) ||
	    s->st.st_nlink > 1)
		return 0;
	whole = store_read(dir, s->name, ENTRY_BYTES, &in->data, "",
	    &err) == 0 && yaml_read(&y, in->data.data, in->data.length, "",
	    &err) == 0 && make_id(s, &y) == 0 && in_its_month(s) &&
	    read_entry(in, s, "", &err) == 0;
	error_clear(&err);
	yaml_drop(&y);
	return whole;
}

void
inspect_temp(struct inspection *in, struct spot *s, int dir)
{
	int is_words = s->shelf == in->private && S_ISREG(s->st.st_mode) &&
	    s->st.st_size > 0 && s->st.st_nlink == 1;

	/* In one's own place even what was cut off may be somebody's words. */
	if (is_words && strcmp(s->dir, "recovery") == 0)
		finding(in->f, s, FOUND_RECOVERED, NULL);
	else if (s->shelf->mine && is_old(in, s))
		finding(in->f, s, holds_words(in, s, dir) ? FOUND_TEMP_WORDS :
		    is_words ? FOUND_TEMP_SOME : FOUND_TEMP, NULL);
}

void
inspect_other(struct inspection *in, const struct spot *s,
    const char *expected)
{
	if (*s->name != '.')
		finding(in->f, s, FOUND_FOREIGN, expected);
	else if (s->shelf->mine && is_old(in, s))
		finding(in->f, s, FOUND_LEFTOVER, NULL);
}

/*
 * Modes and kinds.
 */

void
inspect_modes(struct inspection *in, const struct spot *s)
{
	mode_t mode = s->st.st_mode & 07777, wanted = finding_mode(s);
	mode_t needed = S_ISDIR(s->st.st_mode) ? 02750 : 0440;
	char detail[64];

	if (!s->shelf->modes)
		return;
	snprintf(detail, sizeof(detail), "expected mode %o, found %o",
	    (unsigned int)wanted, (unsigned int)mode);
	if (mode & ~wanted & 0077)
		finding(in->f, s, FOUND_OPEN, detail);
	else if (s->shelf->mine && (needed & wanted & ~mode))
		finding(in->f, s, FOUND_CLOSED, detail);
	/* A tree has one owner; beside the trees stand files of both. */
	if (*s->shelf->store.who != '\0' &&
	    s->st.st_uid != s->shelf->store.owner)
		finding(in->f, s, FOUND_OWNER, NULL);
	if (S_ISREG(s->st.st_mode) && s->st.st_nlink > 1)
		finding(in->f, s, FOUND_LINKED, NULL);
}

const char *
inspect_strange(const struct spot *s)
{
	switch (s->st.st_mode & S_IFMT) {
	case S_IFREG:
	case S_IFDIR:
		return NULL;
	case S_IFLNK:
		return "a symbolic link";
	case S_IFIFO:
		return "a pipe";
	case S_IFSOCK:
		return "a socket";
	default:
		return "a device";
	}
}

void
inspect_free(struct inspection *in)
{
	entry_free(&in->e);
	buf_free(&in->data);
	buf_free(&in->other);
}
