/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <fcntl.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "checkup.h"
#include "inspect.h"
#include "store/entry_id.h"
#include "store/scan.h"
#include "store/store.h"

#define MOST_LEVELS	4	/* of directories in a tree */

struct checkup {
	struct inspection	 in;
	const struct couple	*couple;
	enum status		 opened;	/* how couple_open() ended */
	struct shelf		 root;		/* beside the shared trees */
	struct shelf		 kept;		/* around the private one */
	struct shelf		 mine, ours, theirs;
	int			 strangers;	/* another account's tree */
};

/* What a directory is for. */
enum room { BESIDE, PLACED, KEPT, YEARS, MONTHS, DAYS, TRASH, RECOVERY, MIRROR,
	KINDS, HELD, BOUNDS, MARKS, NOW, DECKS, PAGES, PLANS, PERSON,
	CARE, CARE_FILES, ELSEWHERE, ANYWHERE, NO_ROOM };

/* Which names belong where: the first that matches. */
static const struct belongs {
	enum room	 in;
	const char	*name;		/* as for fnmatch(3) */
	enum room	 leads;		/* NO_ROOM for a file */
	void		(*inspect)(struct inspection *, struct spot *,
			    int dir);
} belongs[] = {
	{ ANYWHERE, ".stignore", NO_ROOM, NULL },
	{ ANYWHERE, ".gitignore", NO_ROOM, NULL },
	{ ANYWHERE, ".gitattributes", NO_ROOM, NULL },
	{ ANYWHERE, ".git", NO_ROOM, NULL },
	{ ANYWHERE, ".git", ELSEWHERE, NULL },
	{ ANYWHERE, ".stfolder", ELSEWHERE, NULL },
	{ ANYWHERE, ".stversions", ELSEWHERE, NULL },
	{ BESIDE, "couple.yaml", NO_ROOM, inspect_couple },
	{ BESIDE, "lost+found", ELSEWHERE, NULL },
	{ BESIDE, "[a-z]*", PERSON, NULL },
	{ PLACED, "person.yaml", NO_ROOM, inspect_person },
	{ PLACED, "log", YEARS, NULL },
	{ PLACED, "now", NOW, NULL },
	{ PLACED, "held", KINDS, NULL },
	{ PLACED, "bounds", BOUNDS, NULL },
	{ PLACED, "plans", PLANS, NULL },
	{ PLACED, "prompts", DECKS, NULL },
	{ PLACED, "rituals", DECKS, NULL },
	{ PLACED, "lessons", DECKS, NULL },
	{ PLACED, "[a-z]*", PAGES, NULL },
	{ KINDS, "agree", HELD, NULL },
	{ KINDS, "pace", HELD, NULL },
	{ KINDS, "reason", HELD, NULL },
	{ HELD, "*.yaml", NO_ROOM, inspect_held },
	{ HELD, "*.ended", NO_ROOM, NULL },
	{ BOUNDS, "*.yaml", NO_ROOM, inspect_bound },
	{ BOUNDS, "*.gone", NO_ROOM, NULL },
	{ PLANS, "*.yaml", NO_ROOM, inspect_plan },
	{ KEPT, "secret", NO_ROOM, NULL },
	{ KEPT, "log", YEARS, NULL },
	{ KEPT, "trash", TRASH, NULL },
	{ KEPT, "recovery", RECOVERY, NULL },
	{ KEPT, "bounds", BOUNDS, NULL },
	{ KEPT, "plans", PLANS, NULL },
	{ KEPT, "mirror", MIRROR, NULL },
	{ KEPT, "rituals", DECKS, NULL },
	{ KEPT, "care", CARE, NULL },
	{ CARE, "people", CARE_FILES, NULL },
	{ CARE, "visits", CARE_FILES, NULL },
	{ CARE, "practices", CARE_FILES, NULL },
	{ CARE, "questions", CARE_FILES, NULL },
	{ CARE, "lines", CARE_FILES, NULL },
	{ CARE_FILES, "*.yaml", NO_ROOM, inspect_care },
	{ MIRROR, "held", KINDS, NULL },
	{ MIRROR, "bounds", BOUNDS, NULL },
	{ MIRROR, "gone", MARKS, NULL },
	{ MIRROR, "now", NOW, NULL },
	{ MIRROR, "[a-z]*", PAGES, NULL },
	{ KEPT, "[a-z]*", PAGES, NULL },
	{ YEARS, "[0-9][0-9][0-9][0-9]", MONTHS, NULL },
	{ MONTHS, "0[1-9]", DAYS, NULL },
	{ MONTHS, "1[0-2]", DAYS, NULL },
	{ DAYS, "*", NO_ROOM, inspect_entry },
	{ TRASH, "[0-9]*-*-*-*.yaml", NO_ROOM, NULL },
	{ TRASH, "held-*.yaml", NO_ROOM, NULL },
	{ TRASH, "left.*.yaml", NO_ROOM, NULL },
	{ TRASH, "boundary.*.yaml", NO_ROOM, NULL },
	{ TRASH, "words.*.yaml", NO_ROOM, NULL },
	{ TRASH, "care-*.yaml", NO_ROOM, NULL },
	{ RECOVERY, "*", NO_ROOM, inspect_recovered },
	{ MARKS, "[0-9]*-*-*-*.gone", NO_ROOM, inspect_mark },
	{ NOW, "here", NO_ROOM, NULL },
	{ NOW, "pause*", NO_ROOM, NULL },
	{ NOW, "offer-*", NO_ROOM, inspect_offer },
	{ NOW, "*.yaml", NO_ROOM, inspect_page },
	{ DECKS, "*.yaml", NO_ROOM, inspect_deck },
	{ PAGES, "*.yaml", NO_ROOM, inspect_page },
	{ PAGES, "[a-z]*", PAGES, NULL }
};

/* The same, for whoever put something else there. */
static const char *const expects[] = {
	[BESIDE] = "only couple.yaml here, and a directory for each name in it",
	[PLACED] = "only person.yaml here, and directories",
	[KEPT] = "only directories here",
	[YEARS] = "only a directory for each year here, such as 2026",
	[MONTHS] = "only a directory for each month here, 01 to 12",
	[DAYS] = INSPECT_ENTRY,
	[TRASH] = "a name like 20261122t200431z-alex-checkin-a1b2c3.1.yaml",
	[RECOVERY] = "only files with words here",
	[KINDS] = "only agree, pace and reason here",
	[HELD] = "only names here that end in .yaml or .ended",
	[BOUNDS] = "only names here that end in .yaml or .gone",
	[PLANS] = "only names here that end in .yaml",
	[MIRROR] = "only directories here",
	[MARKS] = "a name like 20261122t200431z-alex-checkin-a1b2c3.gone",
	[NOW] = "only here, pause.yaml, signal.yaml and offer-NAME.yaml",
	[CARE] = "only people, visits, practices, questions and lines here",
	[CARE_FILES] = "only names here that end in .yaml",
	[DECKS] = "only names here that end in .yaml",
	[PAGES] = "only names here that end in .yaml"
};

static const struct belongs *
find_belongs(enum room in, const struct spot *s)
{
	int directory = S_ISDIR(s->st.st_mode);
	size_t i;

	for (i = 0; i < nitems(belongs); i++)
		if ((belongs[i].in == in || belongs[i].in == ANYWHERE) &&
		    (belongs[i].leads != NO_ROOM) == directory &&
		    fnmatch(belongs[i].name, s->name, FNM_PERIOD) == 0)
			return &belongs[i];
	return NULL;
}

/*
 * Walking.
 */

static size_t	 visit_room(struct checkup *, const struct shelf *,
		    const char *dir, enum room, int level);
static void	 visit_person(struct checkup *, const struct spot *);

/* Go into a directory that belongs where it is. */
static void
enter(struct checkup *c, const struct spot *s, enum room room, int level)
{
	char *path;

	if (level == MOST_LEVELS ||
	    (room == PAGES && !id_is_slug(s->name, strlen(s->name))))
		finding(c->in.f, s, FOUND_FOREIGN, expects[PAGES]);
	else {
		path = need_printf("%s%s%s", s->dir, *s->dir == '\0' ? "" :
		    "/", s->name);
		visit_room(c, s->shelf, path, room, level + 1);
		free(path);
	}
}

/* True where a name that looks like a second copy's is one. */
static int
takes_copies(enum room room, const char *name)
{
	/* Whatever is named so in now/ is a pause, and fine. */
	return room != TRASH && room != RECOVERY &&
	    (room != NOW || strncmp(name, "pause", 5) != 0);
}

/* A file or directory. */
static void
visit_plain(struct checkup *c, struct spot *s, int dir, enum room room,
    int level)
{
	const struct belongs *b = find_belongs(room, s);

	if (b != NULL && b->leads == PERSON) {
		visit_person(c, s);
		return;
	}
	inspect_modes(&c->in, s);
	if (S_ISREG(s->st.st_mode) && takes_copies(room, s->name) &&
	    inspect_copy(&c->in, s, dir))
		return;
	if (b == NULL)
		inspect_other(&c->in, s, expects[room]);
	else if (b->inspect != NULL)
		b->inspect(&c->in, s, dir);
	else if (b->leads != NO_ROOM && b->leads != ELSEWHERE)
		enter(c, s, b->leads, level);
}

static void
visit(struct checkup *c, struct spot *s, int dir, enum room room, int level)
{
	const char *strange = inspect_strange(s);

	if (strncmp(s->name, ".tmp-", 5) == 0)
		inspect_temp(&c->in, s, dir);
	else if (strange == NULL)
		visit_plain(c, s, dir, room, level);
	else if (strncmp(s->name, ".#", 2) == 0)
		/* An editor's lock. */
		inspect_other(&c->in, s, expects[room]);
	else
		finding(c->in.f, s, FOUND_STRANGE, strange);
}

/* Every name in a directory; how many but dot names. */
static size_t
visit_room(struct checkup *c, const struct shelf *shelf, const char *dir,
    enum room room, int level)
{
	struct store_dir d = { .dotted = 1, .fd = -1 };
	struct spot s = { .shelf = shelf, .dir = dir };
	struct error err = { 0 };
	size_t i, n = 0;

	if (store_open_dir(&shelf->store, dir, &d, &err) == -1)
		finding_refused(c->in.f, "", NULL, &err);
	for (i = 0; i < d.count; i++) {
		s.name = d.names[i];
		if (strcmp(s.name, ".") == 0 || strcmp(s.name, "..") == 0)
			continue;
		n += *s.name != '.';
		switch (store_stat_at(d.fd, buf_string(&d.path), s.name, &s.st,
		    &err)) {
		case STORE_THERE:
			visit(c, &s, d.fd, room, level);
			break;
		case STORE_UNTOLD:
			finding_refused(c->in.f, "", NULL, &err);
			break;
		case STORE_ABSENT:
			/* A temporary, or let go of since. */
			break;
		}
	}
	store_close_dir(&d);
	store_free_dir(&d);
	return n;
}

/* What is to be there. */
static void
check_needed(struct checkup *c, const struct shelf *shelf, enum room room)
{
	static const struct {
		enum room	 in;
		int		 mine;		/* only in one's own */
		const char	*dir, *name;
		enum finding	 what;
	} needed[] = {
		{ PLACED, 0, "", "person.yaml", FOUND_NO_PERSON },
		{ KEPT, 1, "", "log", FOUND_NO_LOG },
		{ PLACED, 1, "", "log", FOUND_NO_LOG },
		{ PLACED, 0, "now", "here", FOUND_NO_HERE },
		{ BESIDE, 0, "", ".stignore", FOUND_NO_IGNORES },
		{ BESIDE, 0, "", ".gitignore", FOUND_NO_IGNORES },
		{ BESIDE, 0, "", ".gitattributes", FOUND_NO_IGNORES }
	};
	enum { COUNT = nitems(needed) };
	struct spot s = { .shelf = shelf };
	struct error err = { 0 };
	enum store_is is;
	int missing[COUNT];
	size_t i;

	/* All are looked for first: mending one may make another. */
	for (i = 0; i < COUNT; i++) {
		missing[i] = needed[i].in == room &&
		    (shelf->mine || !needed[i].mine);
		if (!missing[i])
			continue;
		is = store_look(&shelf->store, needed[i].dir, needed[i].name,
		    &err);
		if (is == STORE_UNTOLD)
			finding_refused(c->in.f, "", NULL, &err);
		/* A place that was left, or not joined, is not mended. */
		missing[i] = is == STORE_ABSENT && (i == 0 ||
		    room != PLACED || !missing[0]);
	}
	s.st.st_uid = geteuid();
	/* Nobody is told that the other left. */
	missing[0] = missing[0] && shelf->mine;
	for (i = 0; i < COUNT; i++)
		if (missing[i]) {
			s.dir = needed[i].dir;
			s.name = needed[i].name;
			finding(c->in.f, &s, needed[i].what, NULL);
		}
}

/* True when what a shelf is itself could be told. */
static int
look_at_top(struct checkup *c, struct spot *s)
{
	struct error err = { 0 };

	if (store_stat(&s->shelf->store, "", ".", &s->st, &err) ==
	    STORE_THERE)
		return 1;
	finding_refused(c->in.f, "", NULL, &err);
	return 0;
}

/* A tree from its top. One that is empty is not the place it stands for. */
static void
visit_tree(struct checkup *c, const struct shelf *shelf, enum room room)
{
	struct spot s = { .shelf = shelf, .dir = "", .name = "." };

	if (shelf->store.fd == -1 || !look_at_top(c, &s))
		return;
	inspect_modes(&c->in, &s);
	if (visit_room(c, shelf, "", room, 0) > 0) {
		check_needed(c, shelf, room);
		if (shelf == &c->theirs && c->couple->group &&
		    c->opened == STATUS_OK && c->couple->theirs.fd == -1)
			finding(c->in.f, &s, FOUND_NOT_THEIRS, NULL);
	} else if (shelf == &c->ours)
		finding(c->in.f, &s, FOUND_EMPTY, NULL);
}

/* A directory beside couple.yaml, which may be a person's. */
static void
visit_person(struct checkup *c, const struct spot *s)
{
	struct error err = { 0 };

	if (!id_is_slug(s->name, strlen(s->name)) ||
	    (c->opened != STATUS_DATA &&
	    couple_person(c->couple, s->name) == NULL)) {
		finding(c->in.f, s, FOUND_FOREIGN, expects[BESIDE]);
		return;
	}
	if (c->ours.store.fd != -1 && strcmp(s->name, c->ours.store.who) == 0)
		visit_tree(c, &c->ours, PLACED);
	else {
		if (store_open(&c->theirs.store, c->couple->shared, s->name,
		    &err) == -1)
			finding_refused(c->in.f, "", NULL, &err);
		visit_tree(c, &c->theirs, PLACED);
		store_close(&c->theirs.store);
	}
}

/*
 * The whole.
 */

/* A root that trees stand in is closed to others, unless two share it. */
static void
check_root(struct checkup *c, const struct shelf *shelf)
{
	struct spot s = { .shelf = shelf, .dir = "", .name = "." };

	if (shelf->store.fd != -1 && look_at_top(c, &s))
		inspect_modes(&c->in, &s);
}

/* True when a directory is for the people's trees alone. */
static int
holds_trees_only(struct checkup *c, const struct shelf *shelf)
{
	struct store_dir d = { .fd = -1 };
	struct error err = { 0 };
	size_t i;
	int only;

	only = store_open_dir(&shelf->store, "", &d, &err) == 1;
	if (err.status != STATUS_OK)
		finding_refused(c->in.f, "", NULL, &err);
	for (i = 0; i < d.count; i++)
		only = only && couple_person(c->couple, d.names[i]) != NULL;
	store_close_dir(&d);
	store_free_dir(&d);
	return only;
}

/* True when a tree belongs to another account, or nobody can say. */
static int
has_strangers(struct checkup *c)
{
	struct error err = { 0 };
	enum store_is is;
	struct stat st;
	size_t i;
	int other = c->couple->count == 0;

	for (i = 0; i < c->couple->count; i++) {
		is = store_stat(&c->root.store, "", c->couple->people[i], &st,
		    &err);
		other |= is == STORE_UNTOLD || (is == STORE_THERE &&
		    st.st_uid != geteuid());
		if (is == STORE_UNTOLD)
			finding_refused(c->in.f, "", NULL, &err);
	}
	return other;
}

/* What could not be opened, unless couple_open() told that it is not there. */
static void
unopened(struct checkup *c, struct error *err)
{
	if (err->status != STATUS_OK && (!err->absent ||
	    c->opened == STATUS_OK))
		finding_refused(c->in.f, "", NULL, err);
	error_clear(err);
}

/* Open what is there: couple_open() has told of what is not. */
static int
open_shelves(struct checkup *c, const char *me, struct error *err)
{
	const struct couple *couple = c->couple;
	struct error told = { 0 };

	c->mine = c->ours = c->root = (struct shelf){ .store.fd = -1,
	    .mine = 1, .modes = 1 };
	c->kept = c->theirs = (struct shelf){ .store.fd = -1, .modes = 1 };
	c->mine.own_modes = c->kept.own_modes = 1;
	if (store_open_root(&c->root.store, couple->shared, err) == -1)
		return -1;
	c->strangers = has_strangers(c);
	if (me != NULL) {
		(void)store_open(&c->mine.store, couple->private, me, &told);
		unopened(c, &told);
		(void)store_open(&c->ours.store, couple->shared, me, &told);
		unopened(c, &told);
		if (store_open_root(&c->kept.store, couple->private,
		    &told) == 0)
			c->kept.mine = holds_trees_only(c, &c->kept);
		unopened(c, &told);
	}
	return 0;
}

/*
 * The directory around the shared trees. Behind its closed door the modes of
 * the other's files are no matter. Where another account comes in by a door
 * of their own making, closing anything would keep them out.
 */
static void
check_door(struct checkup *c)
{
	struct stat st;

	if (fstat(c->root.store.fd, &st) == 0 && store_is_group(&st))
		return;
	c->root.mine = !c->strangers;
	check_root(c, &c->root);
	c->root.mine = 1;
	c->root.modes = c->ours.modes = !c->strangers;
	c->theirs.modes = !c->strangers &&
	    (fstat(c->root.store.fd, &st) == -1 || (st.st_mode & 0077) != 0);
}

static enum checkup_apart
apart(const struct checkup *c)
{
	if (c->couple->count == 0)
		return APART_UNKNOWN;
	if (c->couple->count == 1)
		return APART_ALONE;
	if (!c->strangers)
		return APART_COURTESY;
	return c->couple->group && c->opened == STATUS_OK ? APART_KERNEL :
	    APART_UNSAFE;
}

enum checkup_apart
checkup(struct findings *f, const struct couple *couple, const char *me,
    struct error *refused)
{
	struct checkup c = { .couple = couple, .opened = refused->status };
	struct error err = { 0 };

	c.in = (struct inspection){ .f = f, .couple = couple,
	    .refused = refused, .private = &c.mine, .shared = &c.ours,
	    .now = time(NULL) };
	f->mine = &c.mine.store;
	f->ours = &c.ours.store;
	inspect_settings(&c.in);
	if (open_shelves(&c, me, &err) == -1)
		finding_refused(f, "", NULL, &err);
	else {
		/* One's own first: its marks hide what lies in the shared. */
		check_root(&c, &c.kept);
		visit_tree(&c, &c.mine, KEPT);
		check_door(&c);
		visit_room(&c, &c.root, "", BESIDE, 0);
		check_needed(&c, &c.root, BESIDE);
	}
	store_close(&c.root.store);
	store_close(&c.kept.store);
	store_close(&c.mine.store);
	store_close(&c.ours.store);
	inspect_free(&c.in);
	return apart(&c);
}
