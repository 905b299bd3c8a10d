/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/command.h"
#include "base/error.h"
#include "base/memory.h"
#include "call/elsewhere.h"
#include "couple/couple.h"
#include "store/layout.h"
#include "store/store.h"
#include "store/store_read.h"

#define NAME_LETTERS	"abcdefghijklmnopqrstuvwxyz0123456789-"

/* Where it lies, and the commands for it; the last is "" where it has none. */
static const struct { const char *dir, *does[3]; } kinds[] = {
	{ LAYOUT_BOUNDS, { "boundary", "boundary share ", "boundary drop " } },
	{ LAYOUT_PLANS, { "moment list", "moment list", "moment drop " } },
	{ LAYOUT_HELD "/agree", { "agree", "agree", "agree end " } },
	{ LAYOUT_HELD "/pace", { "pace list", "pace list", "pace end " } },
	{ LAYOUT_HELD "/reason", { "reason together", "reason together",
	    "reason together end " } },
	{ LAYOUT_CARE "/people", { "care people", "care people",
	    "care drop " } },
	{ LAYOUT_CARE "/visits", { "care visits", "care visits",
	    "care drop " } },
	{ LAYOUT_VISITS, { "care visits", "care visits", "care drop " } },
	{ LAYOUT_CARE "/practices", { "care practices", "care practices",
	    "care drop " } },
	{ LAYOUT_CARE "/questions", { "care questions", "care questions",
	    "care drop " } },
	{ LAYOUT_CARE "/lines", { "care", "care", "care drop " } }
};

/* Return true where one of the person's own trees has that file. */
static int
has(const struct couple *c, const char *dir, const char *file)
{
	const struct store *trees[] = { &c->mine, &c->ours };
	struct error ignored = { 0 };
	int found = 0;
	size_t i;

	for (i = 0; i < nitems(trees) && !found; i++)
		found = trees[i]->fd != -1 && store_look(trees[i], dir, file,
		    &ignored) == STORE_THERE;
	error_clear(&ignored);
	return found;
}

int
elsewhere_tell(const struct couple *c, const char *wanted, enum elsewhere what,
    struct error *err)
{
	const char *does;
	char *file, *typed, *command;
	int named;
	size_t i;

	if ((err->status != STATUS_NO && err->status != STATUS_USAGE) ||
	    *wanted == '\0' || wanted[strspn(wanted, NAME_LETTERS)] != '\0')
		return -1;
	file = need_printf("%s.yaml", wanted);
	for (i = 0; i < nitems(kinds) && !has(c, kinds[i].dir, file); )
		i++;
	free(file);
	if (i == nitems(kinds))
		return -1;
	does = kinds[i].does[what];
	typed = command_typed(does);
	named = does[strlen(does) - 1] == ' ';
	command = need_printf("%s%s", typed, named ? wanted : "");
	error_set(err, err->status, what == ELSEWHERE_DROP ?
	    "%s: this is not an entry; '%s' lets go of it" : named ?
	    "%s: this is not an entry; '%s' shares it" :
	    "%s: this is not an entry; '%s' shows it", wanted, command);
	free(command);
	free(typed);
	return -1;
}
