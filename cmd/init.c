/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * unhurried init - make the directory that two people share, and one's own
 * place in it.
 */

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/command.h"
#include "base/memory.h"
#include "call/tool.h"
#include "consent/setup.h"
#include "couple/couple.h"
#include "couple/owner.h"
#include "couple/places.h"
#include "format/yaml.h"
#include "init/group.h"
#include "init/names.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"

struct call {
	const struct couple *couple;
	const char	*zone, *group;
	struct names	 names;
};

static const struct cli_option options[] = {
	{ 0, "solo", NULL, "for one person, complete in itself",
	    TAKE_FLAG(names.solo) },
	{ 0, "zone", "ZONE", "time zone, such as Europe/Berlin",
	    TAKE_TEXT(zone) },
	{ 0, "group", "GROUP", "print what root sets up for two accounts",
	    TAKE_TEXT(group) },
	{ 0 }
};

static struct cli cli = {
	.name = "unhurried init",
	.synopsis =
	    "[-q] [-d DIR] [--zone ZONE] [NAME [PARTNER]]\n"
	    "[-q] [-d DIR] [--zone ZONE] --solo [NAME]\n"
	    "[-d DIR] --group GROUP NAME[:LOGIN] PARTNER[:LOGIN]",
	.about = "make the directory that you two share",
	.examples =
	    "  unhurried init\n"
	    "  unhurried init alex sam\n"
	    "  unhurried init --solo alex\n",
	.options = options
};

/* Before anything is asked: nobody has begun here. */
static int
check_new(const struct couple *c, struct error *err)
{
	enum store_is is;
	char *path;

	path = need_printf("%s/couple.yaml", c->shared);
	is = store_look_path(path, err);
	free(path);
	if (is != STORE_THERE)
		return is == STORE_ABSENT ? 0 : -1;
	return error_set(err, STATUS_NO, "%s: it is there "
	    "already: to take your place in it: unhurried join", c->shared);
}

/* Only an empty place, or one that holds the two trees root made. */
static int
check_place(const struct couple *c, const struct names *names,
    struct error *err)
{
	struct store_dir d = { .fd = -1 };
	struct store root;
	size_t i;
	int r, group;

	r = store_open_path(c->shared, &d, err) == -1 ? -1 : 0;
	if (r == 0 && d.fd != -1) {
		r = store_open_root(&root, c->shared, err);
		if (r == 0)
			r = owner_check_root(&root,
			    (const char *const *)names->slugs, names->count,
			    &group, err);
		store_close(&root);
	}
	for (i = 0; r == 0 && i < d.count; i++)
		if (strcmp(d.names[i], names->slugs[0]) != 0 &&
		    (names->count < 2 ||
		    strcmp(d.names[i], names->slugs[1]) != 0))
			/* Somebody may have begun in the meantime. */
			r = check_new(c, err) == -1 ? -1 : error_set(err,
			    STATUS_USAGE, "%s: it holds other things already: "
			    "choose an empty place with -d", c->shared);
	store_free_dir(&d);
	return r;
}

/* "-d DIR " where a plain call would look elsewhere, else "". */
static char *
where(const struct couple *c)
{
	const char *set = yaml_get_text(c->settings.yaml.root, "dir");
	char *word, *s;

	if (cli.dir == NULL || (set != NULL && strcmp(set, cli.dir) == 0))
		return need_string("");
	word = command_word(c->shared);
	s = need_printf("-d %s ", word);
	free(word);
	return s;
}

/* How the other joins; who is not called as their folder is says so there. */
static void
say_other(const struct names *names, const char *dir)
{
	const char *called = names->called[1], *slug = names->slugs[1];
	struct buf join = { 0 };

	buf_str(&join, "unhurried ");
	buf_printf(&join, "%s-u %s ", dir, slug);
	buf_str(&join, "join");
	if (strcmp(called, slug) != 0)
		buf_printf(&join, strchr(called, ' ') == NULL ? " %s" :
		    " \"%s\"", called);
	cli_say(&cli, "For %s: '%s', on this account or on their own. On one "
	    "account each of you can open the other's private notes; two "
	    "accounts keep them apart.", called, buf_string(&join));
	buf_free(&join);
}

static void
say_made(const struct couple *c, const struct names *names, int remembered,
    int had_private)
{
	char *dir = remembered ? need_string("") : where(c);

	cli_say(&cli, names->count == 1 ?
	    "Made %s and %s/%s; they are yours." :
	    "Made %s, for what you both share, and %s/%s, for what is yours "
	    "alone.", c->shared, c->private, names->slugs[0]);
	if (had_private)
		cli_say(&cli, "%s/%s was there already, with what is in it.",
		    c->private, names->slugs[0]);
	if (!remembered)
		cli_say(&cli, "%s was there already and stays as it is: call "
		    "the tools with %s-u %s, or put these lines into it:\n"
		    "  dir: %s\n"
		    "  me: %s", c->settings.config == NULL ? "config.yaml" :
		    c->settings.config,
		    dir, names->slugs[0], c->shared, names->slugs[0]);
	if (names->count == 2)
		say_other(names, dir);
	cli_say(&cli, names->count == 2 ? "When you like: 'checkin'. What it "
	    "writes stays with you until you share it." :
	    "When you like: 'checkin'.");
	free(dir);
}

/* What is asked for before anything is made. */
struct making {
	const struct couple	*couple;
	struct names		*names;
	struct buf		 person;
	struct error		*err;
	int			 r;	/* 1 while not all of it is there */
};

/* The names are known: look at the place, and ask for the rest. 0, or -1. */
static int
settle(struct making *m, const struct cli *with)
{
	buf_clear(&m->person);
	return names_are_all(m->names, m->err) == -1 ||
	    check_place(m->couple, m->names, m->err) == -1 ||
	    setup_ask_person(m->couple, with, m->names->slugs[0],
	    m->names->called[0], m->names->count == 1, &m->person,
	    m->err) == -1 ? -1 : 0;
}

static enum ask_step
ask_at(void *of, size_t i)
{
	struct making *m = of;

	m->r = 1;
	if (i < NAMES_MOST)
		return names_ask(m->names, &cli, i);
	m->r = settle(m, &cli);
	return m->r == -1 ? ASK_ENDS : ASK_ON;
}

/* Everything is asked before anything is made. 0, or -1 with err. */
static int
ask_all(struct making *m)
{
	struct cli silent = cli;

	(void)ask_walk(ask_at, m, NAMES_MOST + 1);
	if (m->r != -1 && ask_left())
		return error_set(m->err, STATUS_SYSTEM, "this was cut off, so "
		    "nothing was made");
	silent.no_input = 1;
	return m->r == 1 ? settle(m, &silent) : m->r;
}

/* A disk without modes may open what is made there to everyone. */
static int
check_root(const struct couple *c, const struct names *names,
    struct error *err)
{
	struct store root;
	int group, r = store_open_root(&root, c->shared, err);

	if (r == 0)
		r = owner_check_root(&root, (const char *const *)names->slugs,
		    names->count, &group, err);
	store_close(&root);
	return r;
}

static int
make(struct making *m, const char *zone)
{
	const struct couple *c = m->couple;
	const struct names *names = m->names;
	struct store private = { .fd = -1 };
	int r, had_private;

	had_private = store_open(&private, c->private, names->slugs[0],
	    NULL) == 0;
	store_close(&private);
	r = setup_person(c, names->slugs[0], &m->person, m->err);
	if (r == 0)
		r = check_root(c, names, m->err);
	if (r == 0)
		r = setup_couple(c, (const char *const *)names->slugs,
		    names->count, zone, m->err);
	if (r == 0 && (r = setup_config(c, &cli, names->slugs[0],
	    m->err)) != -1) {
		say_made(c, names, r, had_private);
		setup_say_open(c, &cli, names->slugs[0]);
	}
	return r == -1 ? -1 : 0;
}

static int
make_place(const struct couple *c, struct call *call, char **operands,
    struct error *err)
{
	struct making m = { .couple = c, .names = &call->names, .err = err };
	char *zone;
	int r;

	if (check_new(c, err) == -1 ||
	    names_take(m.names, operands, err) == -1)
		return -1;
	zone = call->zone == NULL ? setup_zone() : need_string(call->zone);
	if (!setup_is_zone(zone))
		r = error_set(err, STATUS_USAGE, "--zone %s: not a zone this "
		    "system knows: try Europe/Berlin", zone);
	else if ((r = ask_all(&m)) == 0)
		r = make(&m, zone);
	buf_free(&m.person);
	free(zone);
	return r;
}

static int
init(struct call *call, char **operands, struct error *err)
{
	return call->group != NULL ? (int)group_print(call->couple, &cli,
	    call->group, &call->names, operands) :
	    make_place(call->couple, call, operands, err);
}

/* Where it is to be is all that can be told yet. */
static int
open_settings(struct couple *c, struct cli *with, int needs, struct error *err)
{
	int r = couple_settings(c, with, err);

	(void)needs;
	places_enter(&c->settings, with, COUPLE_MAKES);
	return r;
}

static const struct verb verbs[] = {
	{ "", "[NAME [PARTNER]]", 0, INT_MAX, 0, NULL, init, NULL,
	    "make a place for two, or one", NULL },
	{ 0 }
};

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.open = open_settings
	};

	return tool_main(&tool, argc, argv);
}
