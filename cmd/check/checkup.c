/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alike.h"
#include "base/memory.h"
#include "checkup.h"
#include "copies.h"
#include "couple/couple.h"
#include "doubles.h"
#include "entries.h"
#include "inspect.h"
#include "origins.h"
#include "shelves.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/litter.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"

#define MOST_LEVELS	4	/* of directories in a tree */
#define MOST_AMISS	1000	/* told one by one, where there are very many */

/*
 * Walking.
 */

static size_t	 visit_all(struct checkup *, struct spot *);
static void	 visit_person(struct checkup *, const struct spot *);

/* Go into a directory that belongs where it is, as `row` has it. */
static void
enter(struct checkup *c, const struct spot *s, const struct layout *row)
{
	struct spot all = { .shelf = s->shelf, .tree = s->tree, .in = row,
	    .level = s->level + 1 };
	char *dir;

	if (s->level == MOST_LEVELS || (row->as == AS_FREE &&
	    !id_is_slug(s->name, strlen(s->name)))) {
		finding(c, s, FOUND_FOREIGN, row->holds);
		return;
	}
	if (row->as == AS_MIRROR) {
		all.tree = TREE_MIRROR;
		all.in = layout_top(TREE_MIRROR);
	}
	dir = need_printf("%s%s%s", s->dir, *s->dir == '\0' ? "" : "/",
	    s->name);
	all.dir = dir;
	(void)visit_all(c, &all);
	free(dir);
}

/* A file or directory. */
static void
visit_plain(struct checkup *c, struct spot *s)
{
	int directory = S_ISDIR(s->st.st_mode);
	const struct layout *row = layout_find(s->tree, s->in, s->name,
	    directory);
	int traits = s->in->traits | (row == NULL ? 0 : row->traits);
	size_t told;

	if (row != NULL && row->as == AS_TREE) {
		visit_person(c, s);
		return;
	}
	/* Other programs keep their own as they like. */
	if (row != NULL && row->as == AS_OTHERS)
		return;
	inspect_modes(c, s);
	told = c->told;
	if (!directory && !(traits & LAYOUT_ALL_NAMES) && copies_inspect(c, s))
		return;
	if (row == NULL)
		inspect_other(c, s, s->in->holds);
	else if (!directory)
		inspect(c, s, row->as);
	else
		enter(c, s, row);
	/* What is amiss in itself says nothing under anyone's name. */
	if (!directory && c->told == told)
		origins_look(c, s, row);
}

static void
visit(struct checkup *c, struct spot *s)
{
	const char *strange = inspect_strange(s);

	origins_remember(c, s);
	if (strncmp(s->name, ".tmp-", 5) == 0)
		inspect_temp(c, s);
	else if (litter_is(s->name) && !litter_saves(s->name))
		return;
	else if (litter_hides(s->name))
		finding(c, s, FOUND_AWAY, NULL);
	else if (strange == NULL)
		visit_plain(c, s);
	else if (strncmp(s->name, ".#", 2) == 0)
		/* An editor's lock. */
		inspect_other(c, s, s->in->holds);
	else
		finding(c, s, FOUND_STRANGE, strange);
}

/* True for a name that alone tells that it does not belong where it is. */
static int
is_foreign(const struct spot *s, enum journal_name what)
{
	const struct layout *row = layout_find(s->tree, s->in, s->name, 0);

	return row == NULL ? layout_find(s->tree, s->in, s->name, 1) == NULL :
	    row->as == AS_ENTRY && what == JOURNAL_FOREIGN;
}

/*
 * True for a name that is not as it has to be, without a look of its own:
 * where there are very many, those are told one by one up to a limit.
 */
static int
is_amiss(struct checkup *c, struct spot *s)
{
	enum journal_name what = journal_classify(s->name, &s->id);

	if (strncmp(s->name, ".tmp-", 5) == 0 || litter_is(s->name))
		return 0;
	return is_foreign(s, what) || (what == JOURNAL_ENTRY && !c->repair &&
	    s->in->as == AS_ENTRY && !entries_is_sound(c, s) &&
	    !entries_hidden(s, s->name));
}

/* Tell how many more there are, where nobody reads on. */
static void
tell_more(struct checkup *c, struct spot *s, size_t more)
{
	char count[24];

	if (more == 0)
		return;
	snprintf(count, sizeof(count), "%zu", more);
	s->path = s->within;
	finding(c, s, FOUND_MORE, count);
}

/* Every name in a spot's directory; how many but dot names. */
static size_t
visit_all(struct checkup *c, struct spot *s)
{
	struct store_dir d = { .dotted = 1, .fd = -1 };
	struct error err = { 0 };
	size_t i, n = 0, amiss = 0;
	char *path;

	(void)store_open_dir(&s->shelf->store, s->dir, &d, &err);
	finding_refused(c, NULL, NULL, &err);
	s->fd = d.fd;
	s->names = &d;
	s->within = buf_string(&d.path);
	for (i = 0; i < d.count; i++) {
		s->name = d.names[i];
		if (strcmp(s->name, ".") == 0 || strcmp(s->name, "..") == 0)
			continue;
		n += *s->name != '.' && !litter_is(s->name);
		if (d.count > STORE_DIR_NAMES && is_amiss(c, s) &&
		    amiss++ >= MOST_AMISS)
			continue;
		s->path = path = need_printf("%s%s", s->within, s->name);
		/* One that is not there was a temporary, or is let go of. */
		if (store_stat_at(d.fd, s->within, s->name, &s->st,
		    &err) == STORE_THERE)
			visit(c, s);
		finding_refused(c, NULL, NULL, &err);
		free(path);
	}
	tell_more(c, s, amiss > MOST_AMISS ? amiss - MOST_AMISS : 0);
	store_free_dir(&d);
	s->names = NULL;
	return n;
}

/* Tell that what a spot stands for is not there. */
static void
miss(struct checkup *c, struct spot *s)
{
	char *path;

	s->path = path = need_printf("%s/%s%s%s", s->shelf->store.path, s->dir,
	    *s->dir == '\0' ? "" : "/", s->name);
	finding(c, s, s->in->as == AS_PERSON ? FOUND_NO_PERSON :
	    *s->dir == '\0' ? FOUND_MISSING : FOUND_NO_HERE, NULL);
	free(path);
}

/* What is to be there. */
static void
check_needed(struct checkup *c, const struct shelf *shelf,
    enum layout_tree tree)
{
	struct spot missing[8], *s;
	const struct layout *row;
	struct error err = { 0 };
	enum store_is is;
	size_t i, n = 0;
	int left = 0;

	/* All are looked for first: mending one may make another. */
	for (row = layout; row->trees != 0; row++) {
		if (!(row->trees & (int)tree) ||
		    !(row->traits & LAYOUT_NEEDED) ||
		    (row->file == NULL && !shelf->mine))
			continue;
		s = &missing[n];
		*s = (struct spot){ .shelf = shelf, .in = row,
		    .dir = row->file == NULL ? "" : row->dir,
		    .name = row->file == NULL ? row->dir : row->file,
		    .st.st_uid = c->uid };
		is = store_look(&shelf->store, s->dir, s->name, &err);
		finding_refused(c, NULL, NULL, &err);
		/* A place that was left, or not joined, is not mended. */
		n += is == STORE_ABSENT && !left;
		left |= is == STORE_ABSENT && row->as == AS_PERSON;
	}
	/* Nobody is told that the other left. */
	for (i = 0; i < n; i++)
		if (missing[i].in->as != AS_PERSON || shelf->mine)
			miss(c, &missing[i]);
}

/* Return true when what a shelf is itself could be told, as `s`. */
static int
look_at_top(struct checkup *c, const struct shelf *shelf, struct spot *s)
{
	struct error err = { 0 };

	*s = (struct spot){ .shelf = shelf, .dir = "", .name = ".",
	    .path = shelf->store.path };
	if (shelf->store.fd == -1)
		return 0;
	if (store_stat(&shelf->store, "", ".", &s->st, &err) == STORE_THERE) {
		inspect_modes(c, s);
		return 1;
	}
	finding_refused(c, NULL, NULL, &err);
	return 0;
}

/* A tree from its top. One that is empty is not the place it stands for. */
static void
visit_tree(struct checkup *c, const struct shelf *shelf,
    enum layout_tree tree)
{
	struct spot all = { .shelf = shelf, .tree = tree,
	    .in = layout_top(tree), .dir = "" }, s;
	size_t names;

	if (!look_at_top(c, shelf, &s))
		return;
	entries_begin(c, shelf);
	names = visit_all(c, &all);
	entries_end(c);
	if (names > 0) {
		check_needed(c, shelf, tree);
		if (shelf == &c->theirs && c->couple->group &&
		    c->opened == STATUS_OK && c->couple->theirs.fd == -1)
			finding(c, &s, FOUND_NOT_THEIRS, NULL);
	} else if (shelf == &c->ours)
		finding(c, &s, FOUND_EMPTY, NULL);
}

/* A directory beside couple.yaml, which may be a person's. */
static void
visit_person(struct checkup *c, const struct spot *s)
{
	struct error err = { 0 };

	if (!id_is_slug(s->name, strlen(s->name)) ||
	    (c->opened != STATUS_DATA &&
	    couple_person(c->couple, s->name) == NULL)) {
		finding(c, s, FOUND_FOREIGN, s->in->holds);
		return;
	}
	if (c->ours.store.fd != -1 && strcmp(s->name, c->ours.store.who) == 0)
		visit_tree(c, &c->ours, TREE_SHARED);
	else {
		(void)store_open(&c->theirs.store, c->couple->shared, s->name,
		    &err);
		finding_refused(c, NULL, NULL, &err);
		visit_tree(c, &c->theirs, TREE_SHARED);
		store_close(&c->theirs.store);
	}
}

/*
 * The whole.
 */

/*
 * The directory around the shared trees. Behind its closed door the modes of
 * the other's files are no matter. Where another account comes in by a door
 * of their own making, closing anything would keep them out.
 */
static void
check_door(struct checkup *c)
{
	struct stat st;
	struct spot s;

	if (fstat(c->root.store.fd, &st) == 0 && store_is_group(&st))
		return;
	c->root.mine = !c->strangers;
	alike_look(c, &c->root, &c->root);
	c->ours.alike = c->theirs.alike = c->root.alike;
	(void)look_at_top(c, &c->root, &s);
	c->root.mine = 1;
	c->root.modes = c->ours.modes = !c->strangers;
	c->theirs.modes = !c->strangers &&
	    (fstat(c->root.store.fd, &st) == -1 || (st.st_mode & 0077) != 0);
}

enum shelves_apart
checkup(struct checkup *c, const char *me)
{
	struct spot all = { .shelf = &c->root, .tree = TREE_ROOT,
	    .in = layout_top(TREE_ROOT), .dir = "" }, s;
	struct error err = { 0 };

	c->opened = c->refused->status;
	c->now = time(NULL);
	c->uid = geteuid();
	inspect_settings(c);
	if (shelves_open(c, me, &err) == -1)
		finding_refused(c, NULL, NULL, &err);
	else {
		alike_look(c, &c->kept, &c->mine);
		/* One's own first: its marks hide what lies in the shared. */
		(void)look_at_top(c, &c->kept, &s);
		visit_tree(c, &c->mine, TREE_PRIVATE);
		origins_count(c);
		check_door(c);
		(void)visit_all(c, &all);
		check_needed(c, &c->root, TREE_ROOT);
	}
	origins_say(c);
	shelves_close(c);
	entry_free(&c->e);
	entry_free(&c->sound);
	doubles_free(c);
	buf_free(&c->data);
	buf_free(&c->other);
	return shelves_apart(c);
}
