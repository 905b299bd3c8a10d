/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/fold.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "couple/person.h"
#include "term/ask.h"
#include "term/cli.h"
#include "names.h"

int
names_add(struct names *names, const char *name, struct error *err)
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
	if (names->count == 1 && strcmp(slug, names->slugs[0]) == 0) {
		free(slug);
		return error_set(err, STATUS_USAGE, "%s: two different names, "
		    "please", name);
	}
	names->called[names->count] = need_string(name);
	names->slugs[names->count++] = slug;
	return 0;
}

static void
drop_last(struct names *names)
{
	names->count--;
	free(names->called[names->count]);
	free(names->slugs[names->count]);
}

/* Take a name as it is written, beside a short one for its folder. 0 or -1. */
static int
add_short(struct names *names, const char *called, const char *name,
    struct error *err)
{
	if (names_add(names, name, err) == -1)
		return -1;
	free(names->called[names->count - 1]);
	names->called[names->count - 1] = need_string(called);
	return 0;
}

/* True for a name like the first but for its accents: one of its own is due. */
static int
is_like_first(const struct names *names, const char *name)
{
	char *slug = person_slug(name);
	int like = slug != NULL && names->count == 1 && strcmp(slug,
	    names->slugs[0]) == 0 && !fold_same(name, names->called[0]);

	free(slug);
	return like;
}

/* True for somebody's name that is in other letters than a folder's. */
static int
is_in_other_letters(const char *name)
{
	char *slug = person_slug(name);
	int other = slug == NULL && text_plain(name, strlen(name)) <
	    strlen(name) && person_may_be_called(name);

	free(slug);
	return other;
}

/*
 * Ask for a short name, of who is `called` so, or with NULL of who is to be
 * called by it. True where one was given.
 */
static int
ask_short(struct names *names, const struct cli *cli, const char *called)
{
	struct error err = { 0 };
	struct buf line = { 0 };
	int got = 0;

	if (called != NULL)
		cli_say(cli, "The tools will say %s. The folder needs a short "
		    "name of its own, in letters from a to z.", called);
	else
		cli_say(cli, "That is too like %s to tell you two apart.",
		    names->called[0]);
	while (!got && ask_step(ASK_WORD, "A short name: ", NULL, &line) ==
	    ASK_ON && line.length > 0) {
		got = add_short(names, called == NULL ? line.data : called,
		    line.data, &err) == 0;
		if (!got)
			cli_fail(cli, &err);
	}
	buf_free(&line);
	return got;
}

/* Ask for one more name, until it is one. */
static enum ask_step
ask_name(struct names *names, const struct cli *cli, const char *question)
{
	struct error err = { 0 };
	struct buf line = { 0 };
	enum ask_step step;
	const char *name;

	while ((step = ask_step(ASK_WORD, question, "A name as you write it; "
	    "capitals, accents and blanks are fine.", &line)) == ASK_ON &&
	    (name = buf_trim(&line)) != NULL) {
		if (is_like_first(names, name) ? ask_short(names, cli, NULL) :
		    is_in_other_letters(name) ? ask_short(names, cli, name) :
		    names_add(names, name, &err) == 0)
			break;
		if (err.status != STATUS_OK)
			cli_fail(cli, &err);
	}
	buf_free(&line);
	return step;
}

struct asking {
	struct names		*names;
	const struct cli	*cli;
	size_t			 given;		/* came with the call */
};

/* Ask for one of them; an answer from before stays where none is given. */
static enum ask_step
ask_at(void *of, size_t i)
{
	struct asking *a = of;
	struct names *names = a->names, before = *names;
	enum ask_step step;
	size_t known;

	if (i < a->given)
		return ASK_ON;
	if (i < names->count)
		cli_say(a->cli, "So far: %s. Enter keeps that.",
		    names->called[i]);
	names->count = i;
	known = names->count;
	step = ask_name(names, a->cli, i == 0 ? SENTENCE("Your name: ") :
	    SENTENCE("Your partner's name (Enter if it is just for you): "));
	if (names->count > known) {
		for (; i < before.count; i++) {
			free(before.called[i]);
			free(before.slugs[i]);
		}
		names->solo = names->one;
		return step;
	}
	names->count = before.count;
	/* Enter, or no more, after one name is a place for one. */
	names->solo |= step == ASK_ON && names->count == 1 && i == 1;
	return step == ASK_ON && names->count == 0 ? ASK_ENDS : step;
}

enum ask_step
names_ask(struct names *names, const struct cli *cli)
{
	struct asking a = { names, cli, names->given };
	enum ask_step step;

	if (!ask_can(cli) || names->given == 2 ||
	    (names->given == 1 && names->one))
		return ASK_ON;
	names->asked = 1;
	if (names->count == 0)
		cli_say(cli, "A name for each of you, as you write it. A short "
		    "form of it names a folder and cannot be changed; what the "
		    "tools call you can.");
	step = ask_walk(ask_at, &a, names->one ? 1 : 2);
	if (names->count == 1 && step == ASK_ENDS && !names->solo)
		drop_last(names);
	return step;
}

int
names_take(struct names *names, char **operands, struct error *err)
{
	names->one = names->solo;
	for (; *operands != NULL; operands++) {
		if (names->count == (names->one ? 1U : 2U))
			return error_set(err, STATUS_USAGE, "%s: too many "
			    "names: one or two, as in: unhurried init alex "
			    "sam", *operands);
		if (names_add(names, *operands, err) == -1)
			return -1;
	}
	names->given = names->count;
	return 0;
}

int
names_are_all(const struct names *names, struct error *err)
{
	if (names->count >= (names->solo ? 1U : 2U) && !ask_stopped())
		return 0;
	if (names->asked)
		return error_set(err, STATUS_USAGE, "nothing was made");
	return error_set(err, STATUS_USAGE, names->one ?
	    "a name, please: unhurried init --solo alex" :
	    "two names, please: unhurried init alex sam; or one with --solo");
}
