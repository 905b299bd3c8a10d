/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * unhurried paper - large-print cards for someone who uses no screen.
 *
 * Only one's own words, and only what one picked: the words that pause, what
 * one shared as not for now, a few prompts. What is welcome is on no card:
 * paper would keep saying so. Nothing of the other's is on any.
 */

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "call/tool.h"
#include "consent/agreement.h"
#include "consent/boundary.h"
#include "consent/pause_word.h"
#include "consent/vocabulary.h"
#include "couple/couple.h"
#include "couple/solo.h"
#include "deck/catalog.h"
#include "deck/daily.h"
#include "deck/draw.h"
#include "format/yaml.h"
#include "paper/sheet.h"
#include "store/store.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/sandbox.h"
#include "term/screen.h"

struct call {
	struct couple		*couple;
	struct daily_want	 want;
	int			 count, html, yes;
	const char		**words, **others;
};

#define MOST_PROMPTS	6	/* that one page takes in large print */
#define SOME_PROMPTS	4

static const struct cli_option options[] = {
	{ 0, "html", NULL, "a page for a browser to print", TAKE_FLAG(html) },
	{ 0, "theme", "THEME", "prompts of that theme",
	    TAKE_TEXT(want.theme) },
	{ 0, "depth", "DEPTH", "prompts that are light, warm or deep",
	    TAKE_TEXT(want.depth) },
	{ 0, "count", "COUNT", "how many prompts, 1-6",
	    TAKE_COUNT(count, MOST_PROMPTS) },
	{ 0, "yes", NULL, "do not show it first and ask", TAKE_FLAG(yes) },
	{ 0 }
};

static struct cli cli = {
	.name = "unhurried paper",
	.synopsis =
	    "[-q] [-d DIR] [-u NAME] [--html] [--yes] [words]\n"
	    "[-q] [-d DIR] [-u NAME] [--html] [--yes]\n"
	    " limits [TEXT | KEY ...]\n"
	    "[-q] [-d DIR] [-u NAME] [--html] [--yes] [--theme THEME]\n"
	    " [--depth DEPTH] [--count COUNT] prompts [PROMPT ...]",
	.about = "large-print cards for someone who uses no screen",
	.examples =
	    "  unhurried paper words\n"
	    "  unhurried paper limits --html >card.html\n"
	    "  unhurried paper prompts --theme comfort | lp -o cpi=5 -o "
	    "lpi=3\n",
	.options = options
};

/* How large it is in print. */
static const char words_style[] =
    "body { font-size: 18pt } h1 { font-size: 48pt; margin: 0 }\n"
    "ul { padding: 0; list-style: none }\n"
    "li { font: bold 34pt/1.3 sans-serif }\n";
static const char limits_style[] =
    "body { font-size: 18pt } h1 { font-size: 40pt; margin: 0 }\n"
    "ul { padding: 0; list-style: none }\n"
    "li { font: bold 26pt/1.3 sans-serif; margin: 0 0 12pt }\n";
static const char prompts_style[] =
    "body { font-size: 18pt } ul { padding: 0; list-style: none }\n"
    "li { font-size: 20pt; line-height: 1.35; border: 1pt dashed #555; "
    "padding: 10pt 14pt; margin: 0 0 10pt }\n";

static const char no_yes[] = "What is not on this card is not a yes, either. "
    "Ask each time. No is always fine.";

/*
 * The page.
 */

/* Where it goes to a file or a printer it is shown and asked about first. */
static int
print_sheet(const struct call *call, const struct sheet *s)
{
	struct buf page = { 0 };

	screen_narrow(SHEET_COLUMNS);
	if (!call->yes && ask_can(&cli) &&
	    (call->html || !isatty(STDOUT_FILENO))) {
		sheet_text(stderr, s);
		if (!ask_yes("Just this, on paper? [y/N] ")) {
			cli_say(&cli, "Nothing was printed.");
			return STATUS_OK;
		}
	}
	if (!call->html) {
		sheet_text(stdout, s);
		return STATUS_OK;
	}
	sheet_html(&page, s);
	fwrite(page.data, 1, page.length, stdout);
	buf_free(&page);
	return STATUS_OK;
}

/* Room for so many words and the NULL after them. */
static const char **
make_room(size_t n)
{
	return need_zeroed(n + 1, sizeof(const char *));
}

/*
 * The words that pause.
 */

/* The words of one meaning, after those that are there. */
static void
add_words(const char **list, const struct node *words)
{
	const struct node *n = yaml_first(words);

	while (*list != NULL)
		list++;
	for (; n != NULL; n = n->next)
		if (n->type == NODE_TEXT && n->length > 0 &&
		    !ask_is_stop(n->text))
			*list++ = n->text;
}

static size_t
count_words(const struct node *words)
{
	const struct node *n = yaml_first(words);
	size_t count = 0;

	for (; n != NULL; n = n->next)
		count++;
	return count;
}

static int
words(struct call *call, char **operands, struct error *err)
{
	struct sheet s = {
		.title = "Pause",
		.before = "Each of these words stops everything, at once:",
		.after = {
			"No reason is needed. Nothing is owed.",
			"Going still, tears, no answer: each is a pause, too.",
			"Whoever hears it stops, moves back, and asks nothing.",
			"Only the person who paused ends it. The end is not "
			    "a yes."
		},
		.style = words_style
	};
	const struct node *pauses, *waits;
	struct yaml y = { 0 };
	enum status status = STATUS_OK;
	size_t always = 0;

	(void)operands;
	/* Those that always pause stand there whatever else cannot be read. */
	if (call->couple->ours.fd != -1 &&
	    vocabulary_read(&call->couple->ours, &y, err) == -1)
		status = cli_fail(&cli, err);
	pauses = yaml_get(y.root, meaning_name(MEANS_PAUSE));
	waits = yaml_get(y.root, meaning_name(MEANS_HESITATION));
	while (ask_stop(always) != NULL)
		always++;
	call->words = make_room(always + count_words(pauses));
	call->others = make_room(count_words(waits));
	while (always-- > 0)
		call->words[always] = ask_stop(always);
	add_words(call->words, pauses);
	add_words(call->others, waits);
	s.words = call->words;
	s.others = call->others;
	s.between = s.others[0] == NULL ? NULL :
	    "And these say: wait, or softer.";
	status = cli_worse((enum status)print_sheet(call, &s), status);
	yaml_drop(&y);
	return (int)status;
}

/*
 * Limits.
 */

/* All that is not for now, or what was named of it. How many, or -1. */
static int
pick_limits(struct call *call, const struct boundaries *all, char **operands,
    struct error *err)
{
	const struct boundary *b;
	size_t i;
	int n = 0;

	for (i = 0; operands[i] != NULL; i++)
		if ((b = boundary_find(all, operands[i])) == NULL ||
		    b->now != BOUNDARY_NOT_NOW)
			return error_set(err, STATUS_USAGE, call->couple->other
			    == NULL ? "%s: not among what is not now: "
			    "'boundary' lists it" : "%s: not among what you "
			    "shared as not now: 'boundary' lists it",
			    operands[i]);
	call->words = make_room(i > all->count ? i : all->count);
	for (i = 0; operands[i] != NULL; i++)
		call->words[n++] = boundary_find(all, operands[i])->subject;
	for (i = 0; *operands == NULL && i < all->count; i++)
		if (all->items[i].now == BOUNDARY_NOT_NOW)
			call->words[n++] = all->items[i].subject;
	return n;
}

static int
limits(struct call *call, char **operands, struct error *err)
{
	const struct couple *c = call->couple;
	struct sheet s = {
		.title = "Not now",
		.after = {
			"This needs no reason.",
			no_yes,
			"A no counts at any time, whatever a card says."
		},
		.style = limits_style
	};
	/* For one, which couple.yaml alone cannot tell, all of them. */
	int solo = c->other == NULL && c->ours.fd != -1 && solo_is_certain(c);
	const struct store *from = solo ? &c->mine : &c->ours;
	struct boundaries all = { 0 };
	enum status status = STATUS_OK;
	int r;

	if (from->fd != -1)
		status = boundary_read(from, &cli, clock_now().instant, &all);
	r = pick_limits(call, &all, operands, err);
	s.words = call->words;
	if (r > 0)
		r = print_sheet(call, &s);
	else if (r == 0) {
		cli.worst = cli_worse(cli.worst, status);
		cli_say_none(&cli, solo ? "Nothing is kept as not now, "
		    "so there is no card. Nothing needs to be." : "You share "
		    "nothing as not now, so there is no card. Nothing needs "
		    "to be.");
		r = STATUS_NO;
	}
	boundary_free(&all);
	return r == -1 ? -1 : (int)cli_worse((enum status)r, status);
}

/*
 * Prompts.
 */

/*
 * The one that comes next today after a hash, or NULL. What either of the two
 * wrote is on one's door only where it is named.
 */
static const struct card *
next_prompt(const struct call *call, const struct catalog *cards, day on,
    uint64_t *after, int first)
{
	const struct card *found = NULL, *card;
	uint64_t hash, least = 0;
	size_t i;

	for (i = 0; i < cards->count; i++) {
		card = &cards->items[i];
		if (!card_is_shipped(card) ||
		    !daily_suits(card, &call->want) ||
		    (card->retired != WHEN_NO_DAY && card->retired <= on))
			continue;
		hash = draw_hash(call->couple, -on, card->id);
		if ((first || hash > *after) &&
		    (found == NULL || hash < least)) {
			found = card;
			least = hash;
		}
	}
	*after = least;
	return found;
}

/* Those that were named, or a few of those that suit. How many, or -1. */
static int
pick_prompts(struct call *call, const struct catalog *cards, char **operands,
    struct error *err)
{
	day on = couple_today(call->couple, clock_now().instant);
	const struct card *card;
	uint64_t after = 0;
	int n = 0;

	call->words = make_room(MOST_PROMPTS);
	for (; operands[n] != NULL; n++) {
		if ((card = catalog_find(cards, operands[n])) == NULL ||
		    card_text(card, "text") == NULL)
			return catalog_unknown(cards, operands[n], "prompt",
			    "prompt list", err);
		call->words[n] = card_text(card, "text");
	}
	while (*operands == NULL && n < call->count && (card =
	    next_prompt(call, cards, on, &after, n == 0)) != NULL)
		call->words[n++] = card_text(card, "text");
	return n;
}

static int
prompts(struct call *call, char **operands, struct error *err)
{
	struct sheet s = {
		.title = "Something to talk about",
		.after = {
			"Take one, or none. Leaving any is always fine."
		},
		.style = prompts_style
	};
	struct catalog cards = { 0 };
	enum status status;
	int r;

	call->want.alone = call->couple->other == NULL;
	if (call->want.alone)
		s.title = "Something to think about";
	status = catalog_open(&cards, &cli, call->couple, "prompts",
	    CATALOG_SHARED);
	r = pick_prompts(call, &cards, operands, err);
	s.words = call->words;
	if (r > 0)
		r = print_sheet(call, &s);
	else if (r == 0) {
		cli_say(&cli, "No prompt is like that, and that is fine: "
		    "'prompt themes' lists what there is.");
		r = STATUS_NO;
	}
	catalog_free(&cards);
	return r == -1 ? -1 : (int)cli_worse((enum status)r, status);
}

/*
 * The calls.
 */

static const struct verb verbs[] = {
	{ "", NULL, 0, 0, VERB_PLAIN, "html yes", words, NULL,
	    "words that pause and that wait", NULL },
	{ "words", NULL, 0, 0, VERB_PLAIN, "html yes", words, NULL, "the same",
	    NULL },
	{ "limits", "[TEXT | KEY ...]", 0, INT_MAX, VERB_PLAIN, "html yes",
	    limits, NULL, "what you shared as not now", NULL },
	{ "prompts", "[PROMPT ...]", 0, MOST_PROMPTS, VERB_PLAIN | VERB_TREES,
	    "html yes theme depth count", prompts, NULL,
	    "something to talk about", NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	(void)v;
	(void)operands;
	daily_check(&cli, &call->want);
	if (call->count == 0)
		call->count = SOME_PROMPTS;
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = { &cli, verbs, &call, &c, NULL,
	    0, NULL, check, NULL, NULL };

	return tool_main(&tool, argc, argv);
}
