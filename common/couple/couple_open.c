/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "couple/couple.h"
#include "couple/origin.h"
#include "couple/owner.h"
#include "couple/person.h"
#include "couple/places.h"
#include "couple/scale.h"
#include "couple/settings.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "store/layout.h"
#include "store/mirror.h"
#include "store/removal.h"
#include "store/store_read.h"
#include "store/store.h"
#include "term/cli.h"

/* Open a shared tree when it is there. 0, or -1 with err. */
static int
open_shared(struct store *tree, const struct couple *c, int root,
    const char *who, struct error *err)
{
	if (store_open_at(tree, root, c->shared, who, err) == 0)
		return 0;
	if (!err->absent)
		return -1;
	error_clear(err);
	return 0;
}

/*
 * In a directory that two accounts share, nobody speaks for the other: what
 * lies there must be owned as it says.
 */
static int
guard(struct couple *c, const struct store *root, struct cli *cli,
    struct error *err)
{
	if (owner_check_root(root, c->people, c->count, &c->group, err) == -1)
		return -1;
	if (!c->group)
		return 0;
	if (owner_check_mine(&c->ours, c->me, err) == -1)
		return -1;
	owner_leave_out(&c->theirs, cli);
	return 0;
}

int
couple_private(const struct couple *c, const char *slug, struct store *tree,
    struct error *err)
{
	enum store_is is;

	if (store_open(tree, c->private, slug, err) == -1) {
		/* The other's is no place for this account, and need not be. */
		if (!err->absent && (!err->closed || c->other == NULL ||
		    strcmp(slug, c->other) != 0))
			return -1;
		error_set(err, STATUS_SYSTEM, "%s/%s: %s's private place is "
		    "not there: if it is on a disk, connect that; to make it: "
		    "unhurried -u %s join", c->private, slug, slug,
		    slug);
		err->absent = 1;
		return -1;
	}
	store_keep_private(tree);
	/* An empty mount point is not the place it stands for. */
	if ((is = store_look(tree, "", LAYOUT_LOG, err)) != STORE_THERE) {
		store_close(tree);
		if (is == STORE_ABSENT) {
			error_set(err, STATUS_SYSTEM, "%s/%s: it is empty: if "
			    "it is on a disk, connect that; to make it anew: "
			    "unhurried -u %s join", c->private, slug,
			    slug);
			err->absent = 1;
		}
		return -1;
	}
	return 0;
}

static int
put_back(struct couple *c, struct cli *cli, int needs, struct error *err)
{
	int n;

	if (c->ours.fd == -1 || cli->dry_run)
		return 0;
	/* One's own words can be read and written all the same. */
	if ((n = mirror_restore(&c->ours, &c->mine, needs & COUPLE_ENTRIES,
	    err)) == -1)
		cli_worsen(&cli->worst, cli_fail(cli, err));
	if (n > 0)
		cli_warn(cli, "%s: a file of yours was not here, as can happen "
		    "with syncing: it is back", c->ours.path);
	if ((n = removal_carry_out(&c->ours, &c->mine, err)) == -1)
		cli_fail(cli, err);
	if (n > 0)
		cli_warn(cli, "%s: what you wanted to take back while this "
		    "place was away is taken back now", c->ours.path);
	origin_begin(c, cli);
	return 0;
}

/* Open what is needed of the shared trees. 0, or -1 with err. */
static int
open_trees(struct couple *c, struct cli *cli, int needs,
    const struct store *root, struct error *err)
{
	enum status worst;
	int r;

	if (open_shared(&c->ours, c, root->fd, c->me, err) == -1) {
		if (needs & COUPLE_OURS)
			return -1;
		if (needs & COUPLE_BACK)
			error_clear(err);
		else
			cli_worsen(&cli->worst, cli_fail(cli, err));
	}
	if (needs & COUPLE_OURS && c->ours.fd == -1)
		return error_set(err, STATUS_SYSTEM, "%s/%s: your shared place "
		    "is not there: if it is synced, let that finish; to make "
		    "it: unhurried -u %s join", c->shared, c->me, c->me);
	/* The other's place stops nobody from reading their own. */
	if (needs & COUPLE_TREES && c->other != NULL &&
	    open_shared(&c->theirs, c, root->fd, c->other, err) == -1) {
		if (needs & COUPLE_BACK)
			error_clear(err);
		else
			cli_worsen(&cli->worst, cli_fail(cli, err));
	}
	worst = cli->worst;
	r = guard(c, root, cli, err);
	if (needs & COUPLE_BACK)
		cli->worst = worst;
	return r;
}

/* One's own shared tree, where it is there and one's own. 0 or -1 with err. */
static int
open_ours(struct couple *c, int root, struct error *err)
{
	struct stat st;

	if (fstat(root, &st) == -1)
		return error_sys(err, "%s", c->shared);
	c->group = store_is_group(&st);
	/* What cannot be opened is told by who takes something back. */
	if (open_shared(&c->ours, c, root, c->me, err) == -1)
		error_clear(err);
	return c->group ? owner_check_mine(&c->ours, c->me, err) : 0;
}

/*
 * One's own place alone, with err telling why there is no more; root is the
 * shared directory, or -1. 0, or -1 with err as it was.
 */
static int
open_alone(struct couple *c, struct cli *cli, int needs, int root,
    struct error *err)
{
	struct error ignored = { 0 };
	struct buf b = { 0 };
	char *slug = settings_named(&c->settings, cli);
	int r = -1;

	if (slug != NULL && !(needs & (COUPLE_OURS | COUPLE_WHOLE)) &&
	    couple_private(c, slug, &c->mine, &ignored) == 0) {
		places_settle(c);
		if (needs & COUPLE_BACK)
			error_clear(err);
		else
			cli_worsen(&cli->worst, cli_fail(cli, err));
		c->id = c->me = c->people[0] = c->chosen = slug;
		c->zone = slug = NULL;
		c->count = 1;
		c->scales.count = 0;
		scale_template(&b, 0);
		r = yaml_read(&c->yaml, buf_string(&b), b.length,
		    LAYOUT_COUPLE, err);
		if (r == 0)
			r = scale_read(&c->scales, c->yaml.root,
			    LAYOUT_COUPLE, err);
		if (r == 0 && needs & COUPLE_BACK && root != -1)
			r = open_ours(c, root, err);
	}
	error_clear(&ignored);
	buf_free(&b);
	free(slug);
	return r;
}

static int
open_couple(struct couple *c, struct cli *cli, int needs,
    const struct store *root, struct error *err)
{
	int r = couple_read(c, root->fd, err);

	if (!(needs & COUPLE_ME))
		return r;
	if (r == -1 || couple_choose(c, cli, err) == -1)
		return open_alone(c, cli, needs, root->fd, err);
	if (open_trees(c, cli, needs, root, err) == -1 ||
	    couple_private(c, c->me, &c->mine, err) == -1)
		return -1;
	places_settle(c);
	return put_back(c, cli, needs, err);
}

int
couple_open(struct couple *c, struct cli *cli, int needs, struct error *err)
{
	struct store root;
	int r;

	if (couple_settings(c, cli, err) == -1)
		return -1;
	places_enter(&c->settings, cli, needs);
	if (couple_root(c, &root, err) == -1)
		return needs & COUPLE_ME ? open_alone(c, cli, needs, -1,
		    err) : -1;
	r = open_couple(c, cli, needs, &root, err);
	places_settle(c);
	store_close(&root);
	return r;
}

/* Who is meant where couple.yaml may be anything. 0, or -1 with err. */
static int
choose_own(struct couple *c, const struct cli *cli, int readable,
    struct error *err)
{
	const char *name = settings_me(&c->settings, cli);

	if (readable && (name == NULL || couple_person(c, name) != NULL))
		return couple_choose(c, cli, err);
	c->count = 0;
	if (name == NULL)
		return error_set(err, STATUS_USAGE, "couple.yaml cannot tell "
		    "who you are: say it with -u NAME");
	if ((c->chosen = person_slug(name)) == NULL)
		return error_set(err, STATUS_USAGE, "%s: not a name: it begins "
		    "with a letter, and has a-z, 0-9 and _", name);
	c->me = c->chosen;
	return 0;
}

/* The trees that are there. 0, or -1 with err. */
static int
open_own(struct couple *c, int root, struct error *err)
{
	if (root != -1 && open_ours(c, root, err) == -1)
		return -1;
	if (store_open(&c->mine, c->private, c->me, err) == -1)
		error_clear(err);
	store_keep_private(&c->mine);
	return 0;
}

int
couple_own(struct couple *c, const struct cli *cli, struct error *err)
{
	struct error ignored = { 0 };
	int root, r;

	if (couple_settings(c, cli, err) == -1)
		return -1;
	places_enter(&c->settings, cli, COUPLE_MAKES);
	root = open(c->shared, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	r = choose_own(c, cli, root != -1 && couple_read(c, root,
	    &ignored) == 0, err);
	error_clear(&ignored);
	if (r == 0 && (r = settings_check_own(&c->settings, c->me, err)) == 0)
		r = open_own(c, root, err);
	if (root != -1)
		close(root);
	return r;
}

void
couple_say_reader(const struct couple *c, const struct cli *cli)
{
	struct store theirs = { .fd = -1 };
	struct error ignored = { 0 };

	/* It is said as well where it cannot be told. */
	if (c->other != NULL && (couple_private(c, c->other, &theirs,
	    &ignored) == 0 || !ignored.absent))
		cli_say(cli, "You two share this account, so your partner "
		    "could open what is kept here.");
	error_clear(&ignored);
	store_close(&theirs);
}
