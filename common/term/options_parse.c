/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * A call is read by hand and whole before any option counts: -h and -V answer
 * first, words that were not meant as options are known, and what is amiss is
 * told only once who and where is known. It asks for no memory, so that safety
 * is shown also where that is refused.
 */

#include <ctype.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/installed.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/sentence.h"
#include "base/text.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/options_inner.h"
#include "term/pager.h"
#include "term/screen.h"
#include "term/suggest.h"

#define ROWS		1	/* in place of a letter: -h for programs */

static const char not_here[] = SENTENCE("not an option here");

#define NO_VALUE	SENTENCE("needs a value after it")
#define TOO_MUCH	SENTENCE("takes no value")
#define DASH_WORDS	SENTENCE("words that begin with a dash: after --")

static void
amiss(struct options_call *a, const char *lead, const char *about, size_t length,
    const char *what)
{
	if (a->amiss != NULL)
		return;
	a->amiss = what;
	a->lead = lead;
	a->about = about;
	a->length = (int)length;
}

/* Return the option with that letter, or NULL. */
static const struct cli_option *
find_letter(const struct cli_option *o, int letter)
{
	while (o->name != NULL && o->letter != letter)
		o++;
	return o->name == NULL ? NULL : o;
}

/* Return the option that has that name whole, or NULL. */
static const struct cli_option *
find_whole(const struct cli_option *o, const char *name)
{
	while (o->name != NULL && strcmp(o->name, name) != 0)
		o++;
	return o->name == NULL ? NULL : o;
}

/* Return the option with that name, or the only one that begins so. */
static const struct cli_option *
find_name(const struct cli_option *o, const char *name, size_t length)
{
	const struct cli_option *near = NULL;
	int count = 0;

	for (; o->name != NULL; o++) {
		if (strncmp(o->name, name, length) != 0)
			continue;
		if (o->name[length] == '\0')
			return o;
		near = o;
		count++;
	}
	return count == 1 ? near : NULL;
}

/* What is longer than the screen is shown a screen at a time. */
static void
show_help(struct options_call *a)
{
	if (!a->cli->plain && !a->cli->no_input)
		pager_prepare();
	screen_open(a->cli->plain);
	pager_begin();
	options_help(a->cli, a->all);
}

static void
answer(struct options_call *a, int letter)
{
	if (letter == ROWS)
		options_rows(a->cli, a->all);
	else if (letter == 'h')
		show_help(a);
	else
		printf("%s (unhurried) %s\n", a->cli->name, VERSION);
	exit(cli_finish(a->cli, STATUS_OK));
}

int
options_is_language(const struct cli_option *o)
{
	return o->take == OPTION_TEXT && o->most < 0 &&
	    o->at == offsetof(struct cli, language);
}

/* Who and where is known to what a misunderstood call does all the same. */
static void
take_ahead(struct cli *cli, const struct cli_option *o, const char *value)
{
	int letter = o->letter;

	if (letter == 'd' && value != NULL && *value != '\0')
		cli->dir = value;
	else if (letter == 'u')
		cli->as = value;
	else if (letter == 'q')
		cli->quiet = 1;
	else if (strcmp(o->name, "plain") == 0)
		cli->plain = 1;
	else if (strcmp(o->name, "no-input") == 0)
		cli->no_input = 1;
	else if (options_is_language(o))
		(void)language_say(LANGUAGE_CALL, value);
}

/* Return the option that the word names, with its `value`; NULL when amiss. */
static const struct cli_option *
take_name(struct options_call *a, const char **value)
{
	size_t n = strcspn(a->word + 2, "=");
	const struct cli_option *o = find_name(a->all, a->word + 2, n);
	int asks = o != NULL && (o->letter == 'h' || o->letter == 'V');

	*value = a->word[2 + n] == '=' ? a->word + 3 + n : NULL;
	if (asks && *value != NULL && strcmp(a->word, OPTIONS_ROWS) == 0)
		answer(a, ROWS);
	if (o == NULL || (asks && o->name[n] != '\0'))
		amiss(a, "", a->word, n + 2, not_here);
	else if (o->argument == NULL && *value != NULL)
		amiss(a, "", a->word, n + 2, TOO_MUCH);
	else if (asks)
		answer(a, o->letter);
	else if (o->argument == NULL || *value != NULL)
		return o;
	else if (*a->next == NULL)
		amiss(a, "", a->word, n + 2, NO_VALUE);
	else {
		*value = *a->next++;
		return o;
	}
	return NULL;
}

static int
has_blank(const char *word)
{
	return word[strcspn(word, BLANKS)] != '\0';
}

/* True for a word that nobody types as options. */
static int
is_prose(const char *word)
{
	const char *p = word;

	while (*p != '\0' && !(*p & 0x80))
		p++;
	return *p != '\0' || has_blank(word);
}

/* Return the option of the next letter likewise. */
static const struct cli_option *
take_letter(struct options_call *a, const char **value)
{
	const char *p = a->letters++;
	const struct cli_option *o = find_letter(a->all,
	    (unsigned char)*p);

	*value = NULL;
	if (*p == 'h' || *p == 'V' || (o == NULL && is_prose(a->word)))
		amiss(a, "", a->word, 0, DASH_WORDS);
	else if (o == NULL)
		amiss(a, "-", p, 1, not_here);
	else if (o->argument == NULL)
		return o;
	else {
		a->letters = "";
		*value = p[1] != '\0' ? p + 1 : *a->next;
		if (*value == NULL)
			amiss(a, "-", p, 1, NO_VALUE);
		else if (p[1] != '\0' && has_blank(*value))
			amiss(a, "", a->word, 0, DASH_WORDS);
		else {
			a->next += p[1] == '\0';
			return o;
		}
	}
	return NULL;
}

const struct cli_option *
options_take(struct options_call *a, const char **value)
{
	if (*a->letters == '\0') {
		a->word = *a->next++;
		if (a->word[1] == '-')
			return take_name(a, value);
		a->letters = a->word + 1;
	}
	return take_letter(a, value);
}

/* Note that the next word is amiss, and that `o` may be meant, or nothing. */
static void
take_wrong(struct options_call *a, const struct cli_option *o,
    const char *value)
{
	if (a->amiss == NULL && o != NULL)
		snprintf(a->way, sizeof(a->way), "-%s%s",
		    value == NULL ? "-" : "n ",
		    value == NULL ? o->name : value);
	amiss(a, "", *a->next, strlen(*a->next), not_here);
	a->next++;
}

/*
 * Take what nobody means as the letters it would be: a whole name behind one
 * dash, and how many to show. Return false for others.
 */
static int
take_other(struct options_call *a)
{
	const char *word = *a->next + 1;
	const struct cli_option *o;

	if (isdigit((unsigned char)*word) &&
	    find_letter(a->all, *word) == NULL &&
	    word[strspn(word, "0123456789")] == '\0') {
		o = find_letter(a->all, 'n');
		take_wrong(a, o != NULL && o->argument != NULL ? o : NULL,
		    word);
	} else if (*word != '-' && strlen(word) > 1 &&
	    (o = find_whole(a->all, word)) != NULL)
		take_wrong(a, o, NULL);
	else
		return 0;
	return 1;
}

/* Look at all options of the next word. */
static void
look_at(struct options_call *a)
{
	const struct cli_option *o;
	const char *value, *word = *a->next;

	if ((word[1] == 'h' || word[1] == 'V') && word[2] == '\0')
		answer(a, word[1]);
	if (take_other(a))
		return;
	do
		if ((o = options_take(a, &value)) != NULL)
			take_ahead(a->cli, o, value);
	while (*a->letters != '\0');
}

/*
 * The dashes that some programs make of one or two when words are copied from
 * them: return what stands behind them, where that is an option, else NULL.
 */
static const char *
behind_long_dash(const struct options_call *a, const char *word)
{
	static const char *const dashes[] = { "\xe2\x80\x93",
	    "\xe2\x80\x94", "\xe2\x88\x92" };
	size_t i, n = strcspn(word, "=");

	for (i = 0; i < nitems(dashes); i++)
		if (strncmp(word, dashes[i], 3) == 0 && (n == 4 ?
		    find_letter(a->all, (unsigned char)word[3]) != NULL :
		    n > 4 && find_name(a->all, word + 3, n - 3) != NULL))
			return word + 3;
	return NULL;
}

static const char *
nth_option(const void *of, size_t n)
{
	const struct cli_option *all = of;

	return all[n].name;
}

/* End the process: the call was not understood. */
static void __attribute__((noreturn))
refuse(struct options_call *a)
{
	const char *near = NULL;
	char name[64];

	if (a->length == 0)
		cli_usage(a->cli, "%s", message(a->amiss));
	if (*a->way == '\0' && a->amiss == not_here &&
	    *a->lead == '\0' && a->length < (int)sizeof(name)) {
		snprintf(name, sizeof(name), "%.*s", a->length, a->about);
		near = suggest_nearest(name, nth_option, a->all);
		if (near != NULL)
			snprintf(a->way, sizeof(a->way), "%s%s",
			    *near == '-' ? "" : "--", near);
	}
	if (*a->way != '\0')
		cli_usage(a->cli, "%s: did you mean %s?",
		    need_part(a->about, (size_t)a->length), a->way);
	cli_usage(a->cli, "%s%.*s: %s", a->lead, a->length, a->about,
	    message(a->amiss));
}

void
options_look_ahead(struct options_call *a, int argc, char **argv)
{
	int in_order = a->cli->traits & CLI_IN_ORDER ||
	    getenv("POSIXLY_CORRECT") != NULL, ended = 0;
	char **from, **to = argv + 1, *words[2];
	const char *word;
	size_t n;

	while (!ended && (from = a->next) < argv + argc) {
		if (from[0][0] != '-' || from[0][1] == '\0') {
			if (a->amiss == NULL &&
			    (word = behind_long_dash(a, *from)) != NULL) {
				snprintf(a->way, sizeof(a->way), "-%s%s",
				    strcspn(word, "=") > 1 ? "-" : "", word);
				amiss(a, "", *from, strlen(*from), not_here);
			}
			if (in_order)
				break;
			a->next++;
			continue;
		}
		if ((ended = strcmp(*from, "--") == 0))
			a->next++;
		else
			look_at(a);
		n = (size_t)(a->next - from);
		memcpy(words, from, n * sizeof(*words));
		memmove(to + n, to, (size_t)(from - to) * sizeof(*to));
		memcpy(to, words, n * sizeof(*words));
		to += n;
	}
	if (a->amiss != NULL)
		refuse(a);
	optind = (int)(to - argv);
	a->next = argv + 1;
}
