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
#include <unistd.h>

#include "base/memory.h"
#include "call/tool.h"
#include "consent/setup.h"
#include "couple/couple.h"
#include "couple/person.h"
#include "format/yaml.h"
#include "store/scan.h"
#include "store/store.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"

#define NOTHING	"nothing was made"

struct call {
	const struct couple *couple;
	const char	*zone, *group;
	int		 solo;
	char		*called[2];	/* as they were typed */
	char		*slugs[2];
	size_t		 count;
};

static const struct cli_option options[] = {
	{ 0, "solo", NULL, "for one person, complete in itself",
	    TAKE_FLAG(solo) },
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

/* A name that can be a directory. 0, or -1 with err. */
static int
take_name(struct call *call, const char *name, struct error *err)
{
	char *slug = person_slug(name);

	if (slug == NULL)
		return error_set(err, STATUS_USAGE,
		    "%s: expected a name of "
		    "a-z, 0-9 and _ that begins with a letter, and no word "
		    "like "
		    "yes or no; how you like to be called goes into "
		    "person.yaml",
		    name);
	if (call->count == 1 && strcmp(slug, call->slugs[0]) == 0) {
		free(slug);
		return error_set(err, STATUS_USAGE, "%s: two different names, "
		    "please", name);
	}
	call->called[call->count] = need_string(name);
	call->slugs[call->count++] = slug;
	return 0;
}

/* Ask for a name until it is one. 1, or 0 when none was given. */
static int
ask_name(struct call *call, const char *question)
{
	struct error err = { 0 };
	struct buf line = { 0 };
	int got = 0;

	while (!got && ask_for(ASK_WORD, question, &line) &&
	    line.length > 0) {
		got = take_name(call, line.data, &err) == 0;
		if (!got)
			cli_fail(&cli, &err);
	}
	buf_free(&line);
	return got;
}

static int
take_names(struct call *call, char **operands, struct error *err)
{
	for (; *operands != NULL; operands++) {
		if (call->count == (call->solo ? 1U : 2U))
			return error_set(err, STATUS_USAGE, "%s: too many "
			    "names", *operands);
		if (take_name(call, *operands, err) == -1)
			return -1;
	}
	if (call->count == 0 && ask_can(&cli)) {
		cli_say(&cli, "A short name for each of you names a folder and "
		    "stays. What you are called you can change at any time.");
		if (!ask_name(call, "Your name, in small letters: "))
			return error_set(err, STATUS_USAGE, NOTHING);
	}
	if (call->count == 1 && !call->solo && ask_can(&cli))
		call->solo = !ask_name(call, "Your partner's name (Enter if it "
		    "is just for you): ");
	if (ask_stopped())
		return error_set(err, STATUS_USAGE, NOTHING);
	return call->count >= (call->solo ? 1U : 2U) ? 0 :
	    error_set(err, STATUS_USAGE, call->solo ?
	    "a name, please: unhurried init --solo alex" :
	    "two names, please: unhurried init alex sam; or one with --solo");
}

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
check_place(const struct couple *c, const struct call *call,
    struct error *err)
{
	struct store_dir d = { .fd = -1 };
	size_t i;
	int r;

	r = store_open_path(c->shared, &d, err) == -1 ? -1 : 0;
	for (i = 0; r == 0 && i < d.count; i++)
		if (strcmp(d.names[i], call->slugs[0]) != 0 &&
		    (call->count < 2 ||
		    strcmp(d.names[i], call->slugs[1]) != 0))
			r = error_set(err, STATUS_USAGE, "%s: it holds other "
			    "things already: choose an empty place with -d",
			    c->shared);
	store_free_dir(&d);
	return r;
}

/* A login or group as useradd(8) makes them. */
static int
is_account(const char *s, size_t n)
{
	static const char most[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";

	return n > 0 && n <= 32 && strspn(s, most) >= n && *s != '-' &&
	    *s != '.';
}

/* Each of two operands: NAME or NAME:LOGIN. 0, or -1 with err. */
static int
check_group(const struct couple *c, struct call *call, char **operands,
    struct error *err)
{
	char *name;
	size_t i, n;
	int r = 0;

	if (!is_account(call->group, strlen(call->group)))
		return error_set(err, STATUS_USAGE, "--group %s: not a "
		    "group's name", call->group);
	if (c->shared[strcspn(c->shared, "'\\\n")] != '\0')
		return error_set(err, STATUS_USAGE, "%s: choose a directory "
		    "without quotes in its name", c->shared);
	for (i = 0; r == 0 && operands[i] != NULL; i++) {
		n = strcspn(operands[i], ":");
		if (i == 2 || (operands[i][n] == ':' && !is_account(
		    operands[i] + n + 1, strlen(operands[i] + n + 1))))
			return error_set(err, STATUS_USAGE, "%s: expected two "
			    "names, each with its login: alex:alex sam:sam",
			    operands[i]);
		name = need_part(operands[i], n);
		r = take_name(call, name, err);
		free(name);
	}
	if (r == 0 && i < 2)
		r = error_set(err, STATUS_USAGE, "--group: two names, each "
		    "with its login: alex:alex sam:sam");
	return r;
}

/* What root would do for two accounts; these tools never do it. */
static enum status
print_group(const struct couple *c, struct call *call, char **operands)
{
	struct error err = { 0 };
	const char *login;
	size_t i, n;

	if (check_group(c, call, operands, &err) == -1)
		return cli_fail(&cli, &err);
	printf("# %s holds exactly the two of you. As root:\n", call->group);
	printf("install -d -o root -g %s -m 3770 '%s'\n", call->group,
	    c->shared);
	for (i = 0; i < 2; i++) {
		n = strcspn(operands[i], ":");
		login = operands[i][n] == ':' ? operands[i] + n + 1 :
		    call->slugs[i];
		printf("install -d -o %s -g %s -m 2750 '%s/%s'\n", login,
		    call->group, c->shared, call->slugs[i]);
	}
	printf("# Then, one of you: unhurried -d '%s' init %s %s\n"
	    "# and the other:    unhurried -d '%s' join %s\n", c->shared,
	    call->slugs[0], call->slugs[1], c->shared, call->slugs[1]);
	return STATUS_OK;
}

/* "-d DIR " where a plain call would look elsewhere, else "". */
static char *
where(const struct couple *c)
{
	const char *set = yaml_get_text(c->settings.yaml.root, "dir");

	if (cli.dir == NULL || (set != NULL && strcmp(set, cli.dir) == 0))
		return need_string("");
	return need_printf("-d %s ", c->shared);
}

static void
say_made(const struct couple *c, const struct call *call, int remembered,
    int had_private)
{
	char *dir = remembered ? need_string("") : where(c);

	cli_say(&cli, call->count == 1 ? "Made %s and %s/%s; they are yours." :
	    "Made %s, for what you both share, and %s/%s, for what is yours "
	    "alone.", c->shared, c->private, call->slugs[0]);
	if (had_private)
		cli_say(&cli, "%s/%s was there already, with what is in it.",
		    c->private, call->slugs[0]);
	if (!remembered)
		cli_say(&cli, "%s was there already and stays as it is: call "
		    "the tools with %s-u %s, or put these lines into it:\n"
		    "  dir: %s\n"
		    "  me: %s", c->settings.config == NULL ? "config.yaml" :
		    c->settings.config,
		    dir, call->slugs[0], c->shared,
		    call->slugs[0]);
	if (call->count == 2)
		cli_say(&cli, "For %s: 'unhurried %s-u %s join', on this "
		    "account or on their own. On one account each of you can "
		    "open the other's private notes; two accounts keep them "
		    "apart.", call->called[1], dir,
		    call->slugs[1]);
	cli_say(&cli, call->count == 2 ? "When you like: 'checkin'. What it "
	    "writes stays with you until you share it." :
	    "When you like: 'checkin'.");
	free(dir);
}

static int
make_place(const struct couple *c, struct call *call, char **operands,
    struct error *err)
{
	struct store private = { .fd = -1 };
	struct buf person = { 0 };
	char *zone;
	int r, had_private;

	if (check_new(c, err) == -1 ||
	    take_names(call, operands, err) == -1 ||
	    check_place(c, call, err) == -1)
		return -1;
	zone = call->zone == NULL ? setup_zone() : need_string(call->zone);
	if (!setup_is_zone(zone)) {
		r = error_set(err, STATUS_USAGE, "--zone %s: not a zone this "
		    "system knows: try Europe/Berlin", zone);
		free(zone);
		return r;
	}
	had_private = store_open(&private, c->private, call->slugs[0],
	    NULL) == 0;
	store_close(&private);
	/* Everything is asked before anything is made. */
	r = setup_ask_person(c, &cli, call->slugs[0], call->called[0],
	    call->count == 1, &person, err);
	if (r == 0)
		r = setup_person(c, call->slugs[0], &person, err);
	if (r == 0)
		r = setup_couple(c, (const char *const *)call->slugs,
		    call->count, zone, err);
	buf_free(&person);
	free(zone);
	if (r == 0 && (r = setup_config(c, &cli, call->slugs[0], err)) != -1)
		say_made(c, call, r, had_private);
	return r == -1 ? -1 : 0;
}

static int
init(struct call *call, char **operands, struct error *err)
{
	return call->group != NULL ? (int)print_group(call->couple, call,
	    operands) : make_place(call->couple, call, operands, err);
}

/* Where it is to be is all that can be told yet. */
static int
open_settings(struct couple *c, struct cli *with, int needs, struct error *err)
{
	(void)needs;
	return couple_settings(c, with, err);
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
	static const struct tool tool = { &cli, verbs, &call, &c, NULL,
	    0, NULL, NULL, NULL, open_settings };

	return tool_main(&tool, argc, argv);
}
