/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "term/cli.h"
#include "term/suggest.h"
#include "term/verb.h"

/*
 * The next of what can be chosen, NULL after the last: "list, show or run". It
 * is held back until it is known whether another follows.
 */
static void
add_choice(struct buf *b, const char **held, const char *next)
{
	if (*held != NULL)
		buf_printf(b, "%s%s", b->length == 0 ? "" : next == NULL ?
		    " or " : ", ", *held);
	*held = next;
}

void
verb_choose(const struct cli *cli, const char *word,
    const char *const *names)
{
	const char *near = suggest_nearest_of(word, names), *held = NULL;
	struct buf all = { 0 };
	size_t i;

	if (near != NULL)
		cli_usage(cli, "%s: did you mean %s?", word, near);
	for (i = 0; names[i] != NULL; i++)
		add_choice(&all, &held, names[i]);
	add_choice(&all, &held, NULL);
	cli_usage(cli, "%s: choose %s", word, buf_string(&all));
}

static const char *
nth_verb(const void *of, size_t n)
{
	const struct verb *all = of;

	return all[n].name;
}

/* The verbs that take any of these bits, or all. */
static void
name_verbs(struct buf *b, const struct verb *v, int takes)
{
	const char *held = NULL;

	for (; v->name != NULL; v++)
		if (*v->name != '\0' && (takes == 0 || v->takes & takes))
			add_choice(b, &held, v->name);
	add_choice(b, &held, NULL);
}

const struct verb *
verb_find(const struct cli *cli, const struct verb *all, char **operands)
{
	const char *name = operands[0] == NULL ? "" : operands[0];
	const struct verb *v = all;
	struct buf names = { 0 };
	const char *near;
	int n = 0;

	while (v->name != NULL && strcmp(v->name, name) != 0)
		v++;
	if (v->name == NULL) {
		if ((near = suggest_nearest(name, nth_verb, all)) != NULL)
			cli_usage(cli, "%s: did you mean %s?", name, near);
		name_verbs(&names, all, 0);
		cli_usage(cli, "%s: choose %s", name, buf_string(&names));
	}
	while (*name != '\0' && operands[n + 1] != NULL)
		n++;
	if (n < v->least)
		cli_usage(cli, "%s: %s", name, v->missing);
	if (n > v->most)
		cli_usage(cli, "%s: too many words", name);
	return v;
}

enum status
verb_run(const struct cli *cli, const struct verb *verb,
    struct call *call, char **operands, enum status before)
{
	struct error err = { 0 };
	int r;

	r = verb->run(call, operands[0] == NULL ? operands : operands + 1,
	    &err);
	return r == -1 ? cli_fail(cli, &err) :
	    cli_worse(before, (enum status)r);
}

void
verb_goes_with(const struct cli *cli, const struct verb *v,
    const struct verb *all, int takes, const char *what)
{
	struct buf names = { 0 };

	if (v->takes & takes)
		return;
	name_verbs(&names, all, takes);
	cli_usage(cli, "%s: goes with %s", what, buf_string(&names));
}
