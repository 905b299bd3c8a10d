/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <ctype.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "couple.h"
#include "error.h"
#include "memory.h"
#include "mirror.h"
#include "owner.h"
#include "person.h"
#include "recovery.h"
#include "removal.h"
#include "scale.h"
#include "settings.h"
#include "text.h"

#define COUPLE_BYTES	((size_t)64 * 1024)

/*
 * Settings.
 */

int
couple_settings(struct couple *c, const struct cli *cli, struct error *err)
{
	int r;

	memset(c, 0, sizeof(*c));
	c->mine.fd = c->ours.fd = c->theirs.fd = -1;
	r = settings_read(&c->settings, cli, err);
	c->shared = c->settings.shared;
	c->private = c->settings.private;
	return r;
}

void
couple_free(struct couple *c)
{
	store_close(&c->mine);
	store_close(&c->ours);
	store_close(&c->theirs);
	settings_free(&c->settings);
	yaml_drop(&c->yaml);
	free(c->chosen);
}

/*
 * couple.yaml.
 */

static int
read_people(struct couple *c, const char *name, struct error *err)
{
	const struct node *list = yaml_get(c->yaml.root, "people"), *n;

	if (list == NULL)
		return yaml_lacks(c->yaml.root, name, "people",
		    "the two names", err);
	if (list->type != NODE_LIST || list->child == NULL)
		return yaml_wrong(list, name, "one or two names", err);
	for (n = list->child; n != NULL; n = n->next) {
		if (c->count == 2)
			return yaml_wrong(n, name, "one or two names", err);
		if (n->type != NODE_TEXT || !entry_is_slug(n->text, n->length))
			return yaml_wrong(n, name, "a name of a-z, 0-9 and _",
			    err);
		if (c->count == 1 && strcmp(n->text, c->people[0]) == 0)
			return yaml_wrong(n, name, "two different names", err);
		c->people[c->count++] = n->text;
	}
	return 0;
}

/*
 * The way out where the shared directory is away, or not whole. Where somebody
 * has a private place there was one, and another would be a second. Returns -1.
 */
static int
not_there(const struct couple *c, const char *what, struct error *err)
{
	struct error ignored = { 0 };
	int begun = c->private != NULL && store_look_path(c->private,
	    &ignored) != STORE_ABSENT;

	error_clear(&ignored);
	error_set(err, STATUS_SYSTEM, "%s: %s: %sif it lives on a disk or in a "
	    "synced folder, bring that back or let it finish", c->shared, what,
	    begun ? "" : "to begin: unhurried init; ");
	err->absent = 1;
	return -1;
}

/* Open the shared directory itself into root. 0, or -1 with err. */
static int
open_root(const struct couple *c, struct store *root, struct error *err)
{
	if (store_open_root(root, c->shared, err) == 0)
		return 0;
	store_close(root);
	if (err->absent) {
		error_clear(err);
		return not_there(c, "it is not there", err);
	}
	return err->status != STATUS_DATA ? -1 : error_set(err,
	    STATUS_SYSTEM, "%s: expected a directory: choose another with -d",
	    c->shared);
}

/*
 * The zone that couple.yaml names, or UTC where that is no name of one: some
 * other path could be anything at all.
 */
static const char *
zone_of(const struct node *root)
{
	const char *zone = yaml_get_text(root, "zone"), *s;

	for (s = zone; s != NULL && *s != '\0'; s++)
		if (!isalnum((unsigned char)*s) && (strchr("/_+-", *s) == NULL ||
		    s == zone || (*s == '/' && s[1] == '/')))
			return "UTC";
	return zone;
}

static int
read_couple(struct couple *c, int root, struct error *err)
{
	static const char file[] = "couple.yaml";
	struct buf b = { 0 };
	char *path;
	int r;

	path = need_printf("%s/%s", c->shared, file);
	r = store_read(root, file, COUPLE_BYTES, &b, path, err);
	if (err->absent)
		r = not_there(c, "there is no couple.yaml in it", err);
	else if (r == 0 &&
	    (r = yaml_read(&c->yaml, b.data, b.length, path, err)) == 0) {
		c->id = yaml_get_text(c->yaml.root, "id");
		c->zone = zone_of(c->yaml.root);
		if (c->id == NULL)
			r = yaml_lacks(c->yaml.root, path, "id", "any text",
			    err);
		else if ((r = read_people(c, path, err)) == 0)
			r = scale_read(&c->scales, c->yaml.root, path, err);
	}
	buf_free(&b);
	free(path);
	return r;
}

/*
 * People.
 */

const char *
couple_person(const struct couple *c, const char *name)
{
	size_t i;

	for (i = 0; i < c->count; i++)
		if (strcasecmp(c->people[i], name) == 0)
			return c->people[i];
	return NULL;
}

/*
 * True for a name that can stand for its person and for nobody else: not for
 * the other, however they are called, nor for the one who reads.
 */
static int
is_fit(const struct couple *c, const char *slug, const char *called)
{
	char *reader;
	size_t i;
	int fit = person_may_be_called(called);

	for (i = 0; fit && i < c->count; i++)
		fit = strcmp(c->people[i], slug) == 0 ||
		    !person_sounds_like(c->people[i], called);
	if (fit && slug != c->me && (reader = person_name(&c->ours)) != NULL) {
		fit = !person_sounds_like(reader, called);
		free(reader);
	}
	return fit;
}

char *
couple_called(const struct couple *c, const char *slug)
{
	const struct store *tree = slug == c->me ? &c->ours : &c->theirs;
	char *called = person_name(tree);

	if (called != NULL && is_fit(c, slug, called))
		return called;
	free(called);
	return need_string(slug);
}

static int
choose_by_login(struct couple *c, struct error *err)
{
	const struct passwd *pw = getpwuid(geteuid());
	const char *account = pw == NULL ? "?" : pw->pw_name;
	const char *where = c->settings.config == NULL ? "config.yaml" :
	    c->settings.config;
	struct error why = { 0 };
	size_t i, matches = 0;

	for (i = 0; pw != NULL && i < c->count; i++)
		if (person_has_login(c->shared, c->people[i], account, &why) ==
		    STORE_THERE) {
			c->me = c->people[i];
			matches++;
		}
	/* Words are not to go under the one name that could be read. */
	if (why.status != STATUS_OK) {
		error_set(err, why.status, "who is writing cannot be told: say "
		    "it with -u %s, or put 'me: %s' into %s: %s",
		    c->people[0], c->people[0], where, error_message(&why));
		error_clear(&why);
		return -1;
	}
	if (matches == 1)
		return 0;
	if (matches == 2)
		return error_set(err, STATUS_USAGE, "%s and %s both use this "
		    "account: say who is writing with -u %s, or put 'me: %s' "
		    "into %s", c->people[0], c->people[1], c->people[0],
		    c->people[0], where);
	return error_set(err, STATUS_USAGE, "nobody in couple.yaml has "
	    "the login %s: say who is writing with -u %s, or put 'me: %s' "
	    "into %s", account, c->people[0], c->people[0], where);
}

static int
choose_me(struct couple *c, const struct cli *cli, struct error *err)
{
	const char *s = settings_me(&c->settings, cli);

	if (s == NULL) {
		if (choose_by_login(c, err) == -1)
			return -1;
	} else if ((c->me = couple_person(c, s)) == NULL)
		return error_set(err, STATUS_USAGE, "%s: not a name in "
		    "couple.yaml: it has %s%s%s", s, c->people[0],
		    c->count == 2 ? " and " : "",
		    c->count == 2 ? c->people[1] : "");
	if (c->count == 2)
		c->other = c->people[c->me == c->people[0]];
	recovery_place(c->private, c->me);
	return 0;
}

/*
 * Trees.
 */

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
		    "not there: if it lives on a disk, bring that back; to "
		    "make it: unhurried -u %s join", c->private, slug, slug,
		    slug);
		err->absent = 1;
		return -1;
	}
	store_keep_private(tree);
	/* An empty mount point is not the place it stands for. */
	if ((is = store_look(tree, "", "log", err)) != STORE_THERE) {
		store_close(tree);
		if (is == STORE_ABSENT) {
			error_set(err, STATUS_SYSTEM, "%s/%s: it is empty: if "
			    "it lives on a disk, bring that back; to make it "
			    "anew: unhurried -u %s join", c->private, slug,
			    slug);
			err->absent = 1;
		}
		return -1;
	}
	return 0;
}

static int
put_back(struct couple *c, struct cli *cli, struct error *err)
{
	int n;

	if (c->ours.fd == -1 || cli->dry_run)
		return 0;
	/* One's own words can be read and written all the same. */
	if ((n = mirror_restore(&c->ours, &c->mine, err)) == -1)
		cli->worst = cli_worse(cli->worst, cli_fail(cli, err));
	if (n > 0)
		cli_warn(cli, "%s: a file of yours was not here, as can happen "
		    "with syncing: it is back", c->ours.path);
	if ((n = removal_carry_out(&c->ours, &c->mine, err)) == -1)
		cli_fail(cli, err);
	if (n > 0)
		cli_warn(cli, "%s: what you wanted to take back while this "
		    "place was away is taken back now", c->ours.path);
	return 0;
}

int
couple_needs_two(const struct couple *c, const char *alone, struct error *err)
{
	if (c->other == NULL)
		return error_set(err, STATUS_NO, "this place is yours alone; "
		    "%s", alone);
	if (c->ours.fd == -1)
		return error_set(err, STATUS_SYSTEM, "%s/%s: your shared place "
		    "is not there just now", c->shared, c->me);
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
			cli->worst = cli_worse(cli->worst, cli_fail(cli, err));
	}
	if (needs & COUPLE_OURS && c->ours.fd == -1)
		return error_set(err, STATUS_SYSTEM, "%s/%s: your shared place "
		    "is not there: if it is synced, let that finish; to make "
		    "it: unhurried -u %s join", c->shared, c->me, c->me);
	/* What the other's place is like stops nobody from reading their own. */
	if (needs & COUPLE_TREES && c->other != NULL &&
	    open_shared(&c->theirs, c, root->fd, c->other, err) == -1) {
		if (needs & COUPLE_BACK)
			error_clear(err);
		else
			cli->worst = cli_worse(cli->worst, cli_fail(cli, err));
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

	if (slug != NULL && !(needs & (COUPLE_OURS |
	    COUPLE_WHOLE)) && couple_private(c, slug, &c->mine, &ignored) == 0) {
		if (needs & COUPLE_BACK)
			error_clear(err);
		else
			cli->worst = cli_worse(cli->worst, cli_fail(cli, err));
		c->id = c->me = c->people[0] = c->chosen = slug;
		c->zone = slug = NULL;
		c->count = 1;
		c->scales.count = 0;
		scale_template(&b, 0);
		r = yaml_read(&c->yaml, buf_string(&b), b.length,
		    "couple.yaml", err);
		if (r == 0)
			r = scale_read(&c->scales, c->yaml.root,
			    "couple.yaml", err);
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
	int r = read_couple(c, root->fd, err);

	if (!(needs & COUPLE_ME))
		return r;
	if (r == -1 || choose_me(c, cli, err) == -1)
		return open_alone(c, cli, needs, root->fd, err);
	if (open_trees(c, cli, needs, root, err) == -1 ||
	    couple_private(c, c->me, &c->mine, err) == -1)
		return -1;
	return put_back(c, cli, err);
}

int
couple_open(struct couple *c, struct cli *cli, int needs, struct error *err)
{
	struct store root;
	int r;

	if (couple_settings(c, cli, err) == -1)
		return -1;
	if (open_root(c, &root, err) == -1)
		return needs & COUPLE_ME ? open_alone(c, cli, needs, -1,
		    err) : -1;
	r = open_couple(c, cli, needs, &root, err);
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
		return choose_me(c, cli, err);
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
	root = open(c->shared, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	r = choose_own(c, cli, root != -1 && read_couple(c, root,
	    &ignored) == 0, err);
	error_clear(&ignored);
	if (r == 0 && (r = settings_check_own(&c->settings, c->me, err)) == 0)
		r = open_own(c, root, err);
	if (root != -1)
		close(root);
	return r;
}

/*
 * New files.
 */

void
couple_template(struct buf *b, const char *const *people, size_t count,
    const char *zone, day since)
{
	char id[2 * ENTRY_RANDOM + 1], date[WHEN_DAY_SIZE];
	size_t i;

	entry_random(id);
	entry_random(id + ENTRY_RANDOM);
	when_date(since, date);
	buf_printf(b, "# %s, and the scales you use. Change it by hand; no "
	    "tool does.\n", count == 2 ? "The two of you" : "Your place");
	buf_str(b, "# A scale runs from 0 (low) to 10 (high); its words stand for "
	    "numbers.\n");
	buf_printf(b, "id: \"%s\"\npeople: [", id);
	for (i = 0; i < count; i++)
		buf_printf(b, "%s\"%s\"", i > 0 ? ", " : "", people[i]);
	buf_str(b, "]\nzone: ");
	yaml_quote(b, zone, strlen(zone));
	buf_printf(b, "\nsince: \"%s\"\n", date);
	scale_template(b, count == 2);
}
