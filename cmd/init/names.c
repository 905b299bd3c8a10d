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

/* One more name, and which short one it needs beside it. */
struct naming {
	struct names		*names;
	const struct cli	*cli;
	const char		*question;
	struct buf		 line;
	enum {
		NO_SHORT, SHORT_BESIDE, SHORT_INSTEAD
	}			 needs;
};

/* Ask for it until it is one, or none. */
static enum ask_step
ask_written(struct naming *n)
{
	struct error err = { 0 };
	enum ask_step step;
	const char *name;

	n->needs = NO_SHORT;
	while ((step = ask_step(ASK_WORD, n->question, SENTENCE("A name as you "
	    "write it; capitals, accents and blanks are fine."), &n->line)) ==
	    ASK_ON && (name = buf_trim(&n->line)) != NULL) {
		if (is_like_first(n->names, name))
			n->needs = SHORT_INSTEAD;
		else if (is_in_other_letters(name))
			n->needs = SHORT_BESIDE;
		if (n->needs != NO_SHORT || names_add(n->names, name,
		    &err) == 0)
			break;
		cli_fail(n->cli, &err);
	}
	return step;
}

/* Ask for a short one; without it the name is asked for again. */
static enum ask_step
ask_short(struct naming *n)
{
	const char *called = buf_string(&n->line);
	struct error err = { 0 };
	struct buf line = { 0 };
	int got = 0;

	if (n->needs == SHORT_BESIDE)
		cli_say(n->cli, "The tools will say %s. The folder needs a "
		    "short name of its own, in letters from a to z.", called);
	else
		cli_say(n->cli, "That is too like %s to tell you two apart.",
		    n->names->called[0]);
	while (!got && ask_step(ASK_WORD, "A short name: ", NULL, &line) ==
	    ASK_ON && line.length > 0) {
		got = add_short(n->names, n->needs == SHORT_BESIDE ? called :
		    line.data, line.data, &err) == 0;
		if (!got)
			cli_fail(n->cli, &err);
	}
	buf_free(&line);
	return got ? ASK_ON : ASK_BACK;
}

static enum ask_step
name_at(void *of, size_t i)
{
	struct naming *n = of;

	if (i == 0)
		return ask_written(n);
	return n->needs == NO_SHORT ? ASK_ON : ask_short(n);
}

/* Ask for one more name. */
static enum ask_step
ask_name(struct names *names, const struct cli *cli, const char *question)
{
	struct naming n = { .names = names, .cli = cli, .question = question };
	enum ask_step step = ask_walk(name_at, &n, 2);

	buf_free(&n.line);
	return step;
}

/* Let go of those from the `n`th on. */
static void
free_from(struct names *names, size_t n)
{
	for (; n < names->count; n++) {
		free(names->called[n]);
		/* NOLINTNEXTLINE(clang-analyzer-unix.Malloc) two at most */
		free(names->slugs[n]);
	}
}

static void
drop(struct names *names)
{
	free_from(names, 0);
	names->count = 0;
}

/* Ask for the `i`th; the one from before stays where none is given. */
static enum ask_step
ask_again(struct names *names, const struct cli *cli, size_t i)
{
	struct names before = *names;
	enum ask_step step;

	if (i < names->count)
		cli_say(cli, "So far: %s. Enter keeps that.",
		    names->called[i]);
	names->count = i;
	step = ask_name(names, cli, i == 0 ? SENTENCE("Your name: ") :
	    SENTENCE("Your partner's name (Enter if it is just for you): "));
	if (names->count > i) {
		free_from(&before, i);
		names->solo = names->one;
	} else
		names->count = before.count;
	return step;
}

enum ask_step
names_ask(struct names *names, const struct cli *cli, size_t i)
{
	enum ask_step step;

	if (!ask_can(cli) || i < names->given || (i == 1 && names->one))
		return ASK_ON;
	if (i == 0 && !names->asked)
		cli_say(cli, "A name for each of you, as you write it. A short "
		    "form of it names a folder and cannot be changed; what the "
		    "tools call you can.");
	names->asked = 1;
	step = ask_again(names, cli, i);
	if (step == ASK_ON && i == 0 && names->count == 0)
		return ASK_ENDS;
	/* Enter after one name is a place for one; an end leaves none. */
	if (i == 1 && names->count == 1 && step == ASK_ON)
		names->solo = 1;
	else if (i == 1 && names->count == 1 && step == ASK_ENDS)
		drop(names);
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
		if (strpbrk(*operands, ",&+") != NULL)
			return error_set(err, STATUS_USAGE, "%s: two names "
			    "have a blank between, as in: unhurried init alex "
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
