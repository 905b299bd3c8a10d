/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * unhurried join - take one's place in a directory that is there, or make
 * anew what is missing of it.
 */

#include <sys/stat.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/message.h"
#include "base/sentence.h"
#include "call/tool.h"
#include "couple/couple.h"
#include "couple/owner.h"
#include "couple/person.h"
#include "consent/setup.h"
#include "format/yaml.h"
#include "store/store.h"
#include "term/ask.h"
#include "term/cli.h"

struct call {
	const struct couple	*couple;
};

static struct cli cli = {
	.name = "unhurried join",
	.synopsis = "[-q] [-d DIR] [-u NAME] [NAME]",
	.about = "take your place in the directory you two share",
	.examples =
	    "  unhurried join sam\n"
	    "  unhurried -u emilie join Émilie\n"
	    "  unhurried -d /srv/us join sam\n"
};

/* The one of the two who has no place yet, when there is just one. */
static const char *
without_place(const struct couple *c)
{
	const char *found = NULL;
	struct error err = { 0 };
	struct store tree;
	size_t i, n = 0;

	for (i = 0; i < c->count; i++) {
		if (store_open(&tree, c->shared, c->people[i], &err) == 0) {
			store_close(&tree);
			continue;
		}
		error_clear(&err);
		found = c->people[i];
		n++;
	}
	return n == 1 ? found : NULL;
}

/* Nobody is taken for somebody: asked, or not at all. */
static const char *
confirmed(const char *slug)
{
	struct buf question = { 0 };
	int yes = 0;

	if (slug != NULL && ask_can(&cli)) {
		sentence_add(&question, "Are you %s? [y/N] ", slug);
		yes = ask_yes(buf_string(&question));
	}
	buf_free(&question);
	return yes ? slug : NULL;
}

/* True where -u says who it is, and `name` is how they like to be called. */
static int
is_called(const struct couple *c, const char *name)
{
	return name != NULL && cli.as != NULL &&
	    couple_person(c, cli.as) != NULL &&
	    couple_person(c, name) == NULL && person_may_be_called(name);
}

static int
choose(const struct couple *c, const char *name, const char **slug,
    struct error *err)
{
	if (name == NULL || is_called(c, name))
		name = cli.as != NULL ? cli.as : getenv("UNHURRIED_ME");
	if (name == NULL || *name == '\0')
		name = confirmed(without_place(c));
	if (name == NULL)
		return error_set(err, STATUS_USAGE, "no name given: unhurried "
		    "join %s, for example", c->people[c->count - 1]);
	if ((*slug = couple_person(c, name)) == NULL)
		return couple_lacks(c, name, err);
	return 0;
}

/* A tree that root made for another account is theirs to join. */
static int
may_join(const struct couple *c, const char *slug, struct error *err)
{
	struct store tree;
	int mine;

	if (store_open(&tree, c->shared, slug, err) == -1) {
		error_clear(err);
		return 0;
	}
	mine = tree.owner == geteuid();
	store_close(&tree);
	return mine ? 0 : error_set(err, STATUS_USAGE, "%s: that place belongs "
	    "to another account", slug);
}

/* What sync programs are told does not always travel with the rest. */
static int
make_ignores(const struct couple *c, struct error *err)
{
	struct store root;
	int r = couple_root(c, &root, err);

	if (r == 0)
		r = setup_ignores(&root, err);
	store_close(&root);
	return r;
}

/* Both keep what is private on this account, or nobody can tell. */
static int
is_shared_account(const struct couple *c, const char *slug)
{
	const char *other = NULL;
	struct store theirs = { .fd = -1 };
	struct error ignored = { 0 };
	size_t i;
	int there;

	for (i = 0; i < c->count; i++)
		if (strcmp(c->people[i], slug) != 0)
			other = c->people[i];
	there = other != NULL && (couple_private(c, other, &theirs,
	    &ignored) == 0 || !ignored.absent);
	error_clear(&ignored);
	store_close(&theirs);
	return there;
}

/* Whoever uses the account reads what is kept, where it is `shared`. */
static void
say_writes(const char *as, const char *slug, int shared)
{
	if (shared)
		cli_say(&cli, "This account writes as %s unless told: add -u "
		    "%s to a call, or set UNHURRIED_ME=%s. Whoever uses this "
		    "account can read what both keep here.", as, slug, slug);
	else
		cli_say(&cli, "This account writes as %s unless told: add -u "
		    "%s to a call, or set UNHURRIED_ME=%s.", as, slug, slug);
}

static int
join(struct call *call, char **operands, struct error *err)
{
	const struct couple *c = call->couple;
	const char *name = *operands;
	const char *slug, *me;
	struct buf person = { 0 };
	int remembered, r;

	if (choose(c, name, &slug, err) == -1 || may_join(c, slug, err) == -1)
		return -1;
	r = setup_ask_person(c, &cli, slug, name == NULL ? slug : name,
	    c->count == 1, &person, err);
	if (r == 0)
		r = setup_person(c, slug, &person, err);
	if (r == 0)
		r = make_ignores(c, err);
	buf_free(&person);
	if (r == -1 || (remembered = setup_config(c, &cli, slug, err)) == -1)
		return -1;
	cli_say(&cli, "You are %s here. Your place is in %s, and %s/%s is "
	    "yours alone.", slug, c->shared, c->private, slug);
	setup_say_open(c, &cli, slug);
	me = yaml_get_text(c->settings.yaml.root, "me");
	if (!remembered && (me == NULL || strcmp(me, slug) != 0))
		say_writes(me == NULL ? message("whoever is named") : me, slug,
		    is_shared_account(c, slug));
	cli_say(&cli, "When you like: 'checkin'. What it writes stays with you "
	    "until you share it.");
	return 0;
}

/* Who the two are is all that is there to be read. */
static int
open_people(struct couple *c, struct cli *with, int needs, struct error *err)
{
	struct store root;
	int r, group;

	(void)needs;
	if (couple_open(c, with, COUPLE_MAKES, err) == -1 ||
	    couple_root(c, &root, err) == -1)
		return -1;
	r = owner_check_root(&root, (const char *const *)c->people, c->count,
	    &group, err);
	store_close(&root);
	return r;
}

static const struct verb verbs[] = {
	{ "", "[NAME]", 0, 1, 0, NULL, join, NULL, "make a place of yours",
	    NULL },
	{ 0 }
};

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.open = open_people
	};

	return tool_main(&tool, argc, argv);
}
