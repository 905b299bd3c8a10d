/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/command.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/sentence.h"
#include "call/verb.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"
#include "term/suggest.h"

/* Options that go with all verbs that do such a thing. */
static const struct { const char *name; int does; } implied[] = {
	{ "edit", VERB_WORDS },
	{ "message", VERB_WORDS },
	{ "format", VERB_SHOWS },
	{ "header", VERB_SHOWS },
	{ "dry-run", VERB_WRITES },
	{ "together", VERB_TOGETHER },
	{ "share", VERB_SHARE }
};

void
verb_choose(const struct cli *cli, const char *word,
    const char *const *names)
{
	const char *near = suggest_nearest_of(word, names);
	struct buf all = { 0 };
	size_t n = 0;

	if (near != NULL)
		cli_usage(cli, "%s: did you mean %s?", word, near);
	while (names[n] != NULL)
		n++;
	sentence_or(&all, names, n);
	cli_usage(cli, "%s: choose %s", word, buf_string(&all));
}

static const char *
nth_verb(const void *of, size_t n)
{
	const struct verb *all = of;

	return all[n].name;
}

/* Return true where `name` is among the words of `list`. */
static int
is_among(const char *name, const char *list)
{
	size_t length = strlen(name), n;

	for (; list != NULL && *list != '\0'; list += n + (list[n] == ' ')) {
		n = strcspn(list, " ");
		if (n == length && memcmp(list, name, n) == 0)
			return 1;
	}
	return 0;
}

static int
goes_with(const struct verb *v, const char *option)
{
	size_t i;

	for (i = 0; i < nitems(implied); i++)
		if (v->does & implied[i].does &&
		    strcmp(implied[i].name, option) == 0)
			return 1;
	return is_among(option, v->with);
}

/* Add the verbs that `option` goes with; all where it is NULL. */
static void
name_verbs(struct buf *b, const struct verb *v, const char *option)
{
	const char **names = NULL;
	size_t n = 0;

	for (; v->name != NULL; v++)
		if (*v->name != '\0' && (option == NULL ||
		    goes_with(v, option))) {
			names = need_array(names, n + 1, sizeof(*names));
			names[n++] = v->name;
		}
	sentence_or(b, names, n);
	free(names);
}

static void __attribute__((noreturn))
unknown(const struct cli *cli, const struct verb *all, const char *name)
{
	const char *near = suggest_nearest(name, nth_verb, all);
	struct buf names = { 0 };
	char *option;

	if (near != NULL)
		cli_usage(cli, "%s: did you mean %s?", name, near);
	if ((option = options_meant(name)) != NULL)
		cli_usage(cli, "%s: did you mean %s?", name, option);
	name_verbs(&names, all, NULL);
	if (names.length > 0)
		cli_usage(cli, "%s: choose %s", name, names.data);
	if (all->missing == NULL)
		cli_usage(cli, "%s: this takes no such word", name);
	cli_usage(cli, "%s: this takes no such word: %s", name,
	    message(all->missing));
}

/* End the process where an option was given that does not go with `v`. */
static void
check_options(const struct cli *cli, const struct verb *v,
    const struct verb *all)
{
	const struct cli_option *o;
	struct buf names = { 0 };
	size_t n = 0;

	while ((o = options_given(n)) != NULL && goes_with(v, o->name))
		n++;
	if (o == NULL)
		return;
	name_verbs(&names, all, o->name);
	if (names.length > 0)
		cli_usage(cli, "--%s: goes with %s", o->name, names.data);
	if (*v->name == '\0')
		cli_usage(cli, "--%s: not with this", o->name);
	cli_usage(cli, "--%s: not with %s", o->name, v->name);
}

/* Return the verb of `all` that `operands` begin with, or NULL. */
static const struct verb *
begun_by(const struct verb *all, char **operands)
{
	const char *name = operands[0] == NULL ? "" : operands[0];
	const struct verb *v, *bare = NULL;

	for (v = all; v->name != NULL; v++) {
		if (strcmp(v->name, name) == 0 && (!(v->does & VERB_ALONE) ||
		    operands[1] == NULL))
			return v;
		if (*v->name == '\0' && v->most > 0)
			bare = v;
	}
	return bare;
}

const struct verb *
verb_find(const struct cli *cli, const struct verb *all, char ***operands)
{
	const struct verb *v = begun_by(all, *operands);
	int n = 0;

	if (v == NULL)
		unknown(cli, all, **operands == NULL ? "" : **operands);
	*operands += *v->name != '\0';
	if (v->under != NULL)
		return verb_find(cli, v->under, operands);
	while ((*operands)[n] != NULL)
		n++;
	if (n < v->least)
		cli_usage(cli, "%s%s%s", v->name, *v->name == '\0' ? "" : ": ",
		    command_in(message(v->missing)));
	if (n > v->most)
		cli_usage(cli, "%s: that is more than it takes",
		    *v->name == '\0' ?
		    (*operands)[v->most] : v->name);
	if (all[1].name != NULL)
		check_options(cli, v, all);
	return v;
}

int
verb_is_given(const char *option)
{
	const struct cli_option *o;
	size_t n = 0;

	while ((o = options_given(n)) != NULL && strcmp(o->name, option) != 0)
		n++;
	return o != NULL;
}

int
verb_waits(const struct verb *verb)
{
	return verb->does & VERB_FOR_TWO || (verb->does & VERB_TOGETHER &&
	    verb_is_given("together"));
}

#define LEFT	27	/* columns before what is told of a verb */
#define INDENT	"                             "

/* Tell of one, which is called as `left` says. */
static void
list_one(const struct verb *v, const char *left, const char *other)
{
	struct buf text = { 0 };
	char lead[LEFT + 3], *help = command_in(message(v->help));
	const char *p;

	snprintf(lead, sizeof(lead), "  %-*s", LEFT, *left == '\0' ?
	    message("(no word)") : left);
	if (strlen(left) >= LEFT)
		printf("  %s\n", left);
	for (p = help; *p != '\0'; p++)
		if (*p == '@')
			buf_str(&text, other);
		else
			buf_char(&text, *p);
	screen_wrap(stdout, strlen(left) < LEFT ? lead : INDENT, INDENT,
	    buf_string(&text));
	buf_free(&text);
	free(help);
}

void
verb_list(const struct verb *v, const char *before, const char *other)
{
	struct buf left = { 0 };

	for (; v->name != NULL; v++) {
		buf_clear(&left);
		buf_printf(&left, "%s%s%s%s", before, v->name,
		    *v->name == '\0' || v->operands == NULL ? "" : " ",
		    v->operands == NULL ? "" : v->operands);
		if (v->under != NULL) {
			buf_char(&left, ' ');
			verb_list(v->under, left.data, other);
		} else
			list_one(v, buf_string(&left), other);
	}
	buf_free(&left);
}
