/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/memory.h"
#include "consent/boundary.h"
#include "consent/boundary_write.h"
#include "consent/pause.h"
#include "consent/pause_write.h"
#include "couple/couple.h"
#include "couple/settings.h"
#include "couple/solo.h"
#include "format/yaml.h"
#include "leaving.h"
#include "store/layout.h"
#include "store/mirror.h"
#include "store/prune.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"
#include "store/store_write.h"
#include "term/screen.h"

#define PAUSE	LAYOUT_NOW "/" LAYOUT_PAUSE

/*
 * What goes.
 */

/* One place, as it is gone through. */
struct place {
	struct leaving	*leaving;
	const char	*stays;		/* a file that is left, or NULL */
};

/* True for the file that stays, and for the directories on its way. */
static int
leads_to(const char *path, const char *stays)
{
	size_t n = strlen(path);

	return n > 0 && strncmp(path, stays, n) == 0 &&
	    (path[n - 1] == '/' || stays[n] == '\0');
}

static int
take(void *arg, const char *path)
{
	const struct place *p = arg;

	if (p->stays != NULL && leads_to(path, p->stays))
		return 0;
	if (!p->leaving->dry)
		return 1;
	screen_put(stdout, path, strlen(path));
	putchar('\n');
	return 0;
}

/*
 * Remove a name at the top of a tree, but for the file that stays, a path, or
 * NULL. 0 or -1.
 */
static int
clear(struct leaving *l, const struct store *s, const char *name,
    const char *stays, struct error *err)
{
	struct place p = { l, stays };

	return prune(s, name, take, &p, err);
}

/*
 * The pause.
 */

/* Whether a pause is in a directory; what cannot be told is missed. */
static enum store_is
has_pause(struct leaving *l, const struct store *s, const char *dir)
{
	struct error err = { 0 };
	enum store_is is = STORE_ABSENT;

	if (s->fd != -1 && pause_holds(s, dir, &err))
		is = STORE_THERE;
	else if (err.status != STATUS_OK)
		is = STORE_UNTOLD;
	removal_missed(&l->removal, &err);
	return is;
}

/* It stands in both, in the words that all of them have. 0 or -1. */
static int
keep_pause(const struct leaving *l, struct error *err)
{
	const struct couple *c = l->couple;

	if (l->dry || c->ours.fd == -1)
		return 0;
	if (pause_set(&c->ours, err) == STORE_NOT)
		return -1;
	error_clear(err);
	return c->mine.fd == -1 ? 0 : pause_mirror(&c->mine, err);
}

/*
 * The places.
 */

/* What would put back what goes. The first to go, and before it nothing. */
static void
clear_mirror(struct leaving *l)
{
	const struct couple *c = l->couple;
	struct error err = { 0 };
	char *stays;

	/* Told of once: with one's own it all goes. */
	if (c->mine.fd == -1 || (l->dry && l->own))
		return;
	stays = need_printf("%s/" LAYOUT_MIRROR "/" PAUSE, c->mine.path);
	(void)clear(l, &c->mine, LAYOUT_MIRROR, l->pause_stays ? stays : NULL,
	    &err);
	free(stays);
	removal_missed(&l->removal, &err);
	/* Nothing vouches for a copy that comes back; that there were records
	   stays known. */
	stays = need_printf("%s/" LAYOUT_PLACED "/-", c->mine.path);
	(void)clear(l, &c->mine, LAYOUT_PLACED, stays, &err);
	free(stays);
	removal_missed(&l->removal, &err);
	if (!l->dry && !l->own)
		(void)boundary_unshare(&c->mine, &err);
	removal_missed(&l->removal, &err);
}

/*
 * What is in one's shared place: what is mirrored, with "here", without which
 * nothing for two goes on and no silence is believed, before the rest, and who
 * one is not at all, so that it can be done again. 0 or -1.
 */
static int
clear_within(struct leaving *l, const char *stays, struct error *err)
{
	const struct store *ours = &l->couple->ours;
	struct store_dir d = { .dotted = 1, .fd = -1 };
	const struct layout *row;
	size_t i;
	int r = 0;

	for (row = layout; row->trees != 0; row++)
		if ((row->traits & LAYOUT_KEPT) && (row->trees &
		    TREE_SHARED) && strchr(row->dir, '/') == NULL &&
		    clear(l, ours, row->dir, stays, err) == -1)
			r = -1;
	if (store_open_dir(ours, "", &d, err) == -1)
		r = -1;
	for (i = 0; i < d.count; i++)
		if (strcmp(d.names[i], ".") != 0 &&
		    strcmp(d.names[i], "..") != 0 &&
		    strcmp(d.names[i], LAYOUT_PERSON) != 0 &&
		    clear(l, ours, d.names[i], stays, err) == -1)
			r = -1;
	store_free_dir(&d);
	return r;
}

/* One's shared place, last of all who one is. 0 or -1. */
static int
clear_shared(struct leaving *l, struct error *err)
{
	const struct couple *c = l->couple;
	struct store root = { .fd = -1 };
	char *left = need_printf("%s/%s", c->ours.path, l->pause_stays ?
	    PAUSE : "-");
	const char *stays = l->pause_stays ? left : NULL;
	int r = 0;

	if (!l->dry)
		r = clear_within(l, stays, err);
	/* An empty directory stays where this is to be done again. */
	if (r == -1 || store_open_root(&root, c->shared, err) == -1 ||
	    clear(l, &root, c->ours.who, stays == NULL &&
	    removal_is_whole(&l->removal) ? NULL : left, err) == -1)
		r = -1;
	store_close(&root);
	free(left);
	return r;
}

/* In a place for one what lies beside the tree is theirs, too. 0 or -1. */
static int
clear_solo(struct leaving *l, struct error *err)
{
	const struct couple *c = l->couple;
	const char *const ours[] = { LAYOUT_COUPLE, c->me, NULL };
	struct store root = { .fd = -1 };
	const struct layout *row;
	int r, only = -1;

	if (store_open_root(&root, c->shared, err) == 0)
		only = store_holds_only(&root, ours, err);
	r = only == -1 ? -1 : 0;
	for (row = layout; only == 1 && r == 0 && row->trees != 0; row++)
		if ((row->trees & TREE_ROOT) && row->file != NULL)
			r = clear(l, &root, row->file, NULL, err);
	if (!l->dry)
		prune_drop_empty(c->shared);
	store_close(&root);
	return r;
}

/*
 * One's own.
 */

/* An empty directory above that has our name says something, too. */
static void
drop_ours_above(const char *path)
{
	char *copy = need_string(path), *dir = dirname(copy), *name;

	if ((name = strrchr(dir, '/')) != NULL &&
	    strcmp(name, "/unhurried") == 0)
		prune_drop_empty(dir);
	free(copy);
}

/* Something that lies elsewhere, by its path, where it is there. 0 or -1. */
static int
clear_path(struct leaving *l, const char *path, struct error *err)
{
	struct store parent = { .fd = -1 };
	char *dir = need_string(path), *base = need_string(path);
	enum store_is there = store_look_path(path, err);
	int r = there == STORE_UNTOLD ? -1 : 0;

	if (there == STORE_THERE &&
	    (r = store_open_root(&parent, dirname(dir), err)) == 0) {
		r = clear(l, &parent, basename(base), NULL, err);
		if (!l->dry)
			drop_ours_above(path);
	}
	store_close(&parent);
	free(dir);
	free(base);
	return r;
}

/* Settings and the like, where they are nobody else's. 0 or -1. */
static int
clear_settings(struct leaving *l, struct error *err)
{
	const struct couple *c = l->couple;
	const char *me = yaml_get_text(c->settings.yaml.root, "me");
	const char *config = c->settings.config;
	char *state = settings_state();
	int r = 0;

	l->config_stays = config != NULL && store_look_path(config,
	    NULL) != STORE_ABSENT && (l->company ||
	    (me != NULL && strcmp(me, c->me) != 0));
	if (config != NULL && !l->config_stays)
		r = clear_path(l, config, err);
	if (state != NULL && !l->company && clear_path(l, state, err) == -1)
		r = -1;
	free(state);
	return r;
}

static int
clear_own(struct leaving *l, struct error *err)
{
	const struct couple *c = l->couple;
	const char *const mine[] = { c->me, NULL };
	struct store root = { .fd = -1 };
	enum store_is is = store_look_path(c->private, err);
	int r = is == STORE_UNTOLD ? -1 : 0;

	if (is == STORE_THERE) {
		r = store_open_root(&root, c->private, err);
		if (r == 0) {
			l->company = store_holds_only(&root, mine,
			    NULL) != 1;
			r = clear(l, &root, c->me, NULL, err);
		}
		if (!l->dry)
			prune_drop_empty(c->private);
	}
	store_close(&root);
	if (!l->dry)
		drop_ours_above(c->private);
	return clear_settings(l, err) == -1 ? -1 : r;
}

/* Look whether one's own private place is there, or surely is gone. */
static void
see_own(struct leaving *l)
{
	const struct couple *c = l->couple;
	struct store root = { .fd = -1 };
	int seen;

	/* An empty one could stand for a disk that is away. */
	seen = l->own && (c->mine.fd != -1 ||
	    (store_open_root(&root, c->private, NULL) == 0 &&
	    store_look(&root, "", c->me, NULL) == STORE_ABSENT &&
	    store_may_hold(&root, "")));
	store_close(&root);
	if (!seen)
		(void)removal_sees_own(&l->removal, LAYOUT_MIRROR);
}

/* Another program may have put something there meanwhile. */
static void
look_again(struct leaving *l)
{
	const struct couple *c = l->couple;
	struct store root = { .fd = -1 };
	struct error err = { 0 };

	if (!l->pause_stays && removal_is_whole(&l->removal) &&
	    store_open_root(&root, c->shared, &err) == 0 &&
	    store_look(&root, "", c->me, &err) == STORE_THERE)
		error_set(&err, STATUS_SYSTEM, "%s/%s: something new was put "
		    "there in the meantime", c->shared, c->me);
	/* In a place for one all of it may be gone. */
	if (l->solo)
		error_clear(&err);
	removal_missed(&l->removal, &err);
	store_close(&root);
}

void
leaving(struct leaving *l)
{
	const struct couple *c = l->couple;
	enum store_is shown = STORE_ABSENT, kept = STORE_ABSENT;
	struct error err = { 0 };
	int r = 0;

	see_own(l);
	if (!l->solo) {
		shown = has_pause(l, &c->ours, LAYOUT_NOW);
		kept = has_pause(l, &c->mine, MIRROR_NOW);
	}
	/* One that nobody can tell of is left as it is, if it is there. */
	l->pause_stays = shown != STORE_ABSENT || kept != STORE_ABSENT;
	if (!l->solo || l->own) {
		/* Cut off here, nothing that goes is put back. */
		if (shown == STORE_THERE || kept == STORE_THERE)
			r = keep_pause(l, &err);
		clear_mirror(l);
		/* A pause that could not be written may be all there is. */
		if (r == 0 && c->ours.fd != -1)
			r = clear_shared(l, &err);
		removal_missed(&l->removal, &err);
	}
	/* Where the shared place could not be cleared, one's own still can. */
	if (l->solo && l->own && r == 0)
		(void)clear_solo(l, &err);
	removal_missed(&l->removal, &err);
	if (l->own)
		(void)clear_own(l, &err);
	removal_missed(&l->removal, &err);
	if (!l->dry && (!l->solo || l->own))
		look_again(l);
}
