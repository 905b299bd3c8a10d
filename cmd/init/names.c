/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/memory.h"
#include "couple/person.h"
#include "term/ask.h"
#include "term/cli.h"
#include "names.h"

#define NOTHING	"nothing was made"

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

/* Ask for a name until it is one. 1, or 0 when none was given. */
static int
ask_name(struct names *names, const struct cli *cli, const char *question)
{
	struct error err = { 0 };
	struct buf line = { 0 };
	int got = 0;

	while (!got && ask_for(ASK_WORD, question, &line) &&
	    line.length > 0) {
		got = names_add(names, line.data, &err) == 0;
		if (!got)
			cli_fail(cli, &err);
	}
	buf_free(&line);
	return got;
}

int
names_take(struct names *names, const struct cli *cli, char **operands,
    struct error *err)
{
	for (; *operands != NULL; operands++) {
		if (names->count == (names->solo ? 1U : 2U))
			return error_set(err, STATUS_USAGE, "%s: too many "
			    "names", *operands);
		if (names_add(names, *operands, err) == -1)
			return -1;
	}
	if (names->count == 0 && ask_can(cli)) {
		cli_say(cli, "Each of you gets a short name. It names a folder "
		    "and cannot be changed; what the tools call you can.");
		if (!ask_name(names, cli, "Your name, in small letters: "))
			return error_set(err, STATUS_USAGE, NOTHING);
	}
	if (names->count == 1 && !names->solo && ask_can(cli))
		names->solo = !ask_name(names, cli, "Your partner's name "
		    "(Enter if it is just for you): ");
	if (ask_stopped())
		return error_set(err, STATUS_USAGE, NOTHING);
	return names->count >= (names->solo ? 1U : 2U) ? 0 :
	    error_set(err, STATUS_USAGE, names->solo ?
	    "a name, please: unhurried init --solo alex" :
	    "two names, please: unhurried init alex sam; or one with --solo");
}
