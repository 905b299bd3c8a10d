/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * ritual - small rituals, alone or for two, step by step.
 *
 * Ending is as good as going on, and nothing is kept unless somebody keeps
 * it. One for two waits under a pause, and stops when one comes.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "call/input.h"
#include "call/tool.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "entry/keepsake.h"
#include "format/output.h"
#include "format/yaml.h"
#include "ritual/rituals.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"

struct call {
	struct couple		*couple;
	struct rituals_want	 want;
	struct rituals		 rituals;
	struct input		 speak;
	int			 bell;
};

static const struct cli_option options[] = {
	INPUT_WORDS,
	{ 0, "minutes", "MINUTES", "time at hand, or time to take",
	    TAKE_COUNT(want.minutes, 240) },
	{ 0, "kind", "KIND", "breathing, rest, closing and so on",
	    TAKE_TEXT(want.kind) },
	{ 0, "alone", NULL, "for one", TAKE_FLAG(want.alone) },
	{ 0, "together", NULL, "for two", TAKE_FLAG(want.together) },
	{ 0, "bell", NULL, "ring the terminal's bell at each step",
	    TAKE_FLAG(bell) },
	{ 0 }
};

static struct cli cli = {
	.name = "ritual",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT] [--minutes MINUTES]\n"
	    " [--kind KIND] [--alone] [--together] [list]\n"
	    "[-d DIR] [-u NAME] [--format FORMAT] show RITUAL\n"
	    "[-d DIR] [-u NAME] [--minutes MINUTES] [--kind KIND] [--alone]\n"
	    " [--together] [--bell] run [RITUAL]\n"
	    "[-enq] [-d DIR] [-u NAME] [-m TEXT] keep RITUAL [-]\n"
	    "[-nq] [-d DIR] [-u NAME] aside | back RITUAL\n"
	    "[-nq] [-d DIR] [-u NAME] new NAME",
	.about = "small rituals, alone or for two, step by step",
	.examples =
	    "  ritual\n"
	    "  ritual run --minutes 5\n"
	    "  ritual list --kind rest --alone\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER | CLI_VIEWER
};

/*
 * Showing.
 */

static void
write_card(const struct card *card)
{
	static const char *const columns[] = { "id", "kind", "company",
	    "minutes", "title", NULL };
	const struct node *steps = card_get(card, "steps");
	const char *text = card_text(card, "text");
	struct yaml y = { 0 };

	yaml_put(&y, "id", card->id);
	yaml_put_word(&y, "kind", rituals_kind_of(card));
	yaml_put_word(&y, "company", rituals_company(card));
	yaml_put_node(&y, "minutes", yaml_new_int(&y, rituals_minutes(card)));
	yaml_put(&y, "title", card_text(card, "title"));
	yaml_put(&y, "text", text);
	if (cli.format != FORMAT_TSV)
		yaml_put_node(&y, "steps", yaml_copy(&y, steps));
	output_print(&y, columns, cli.format);
}

static void
view_line(const struct card *card)
{
	const char *company = rituals_company(card);

	screen_wrap(stdout, "", "  ", card_text(card, "title"));
	printf("%s", screen_dim());
	screen_say(stdout, "  %s (%s, %d min%s%s)", card->id,
	    rituals_kind_of(card), rituals_minutes(card),
	    strcmp(company, "either") == 0 ? "" : ", ",
	    strcmp(company, "either") == 0 ? "" : company);
	printf("%s", screen_normal());
}

/* A ritual by its id; NULL with err. */
static const struct card *
find(const struct call *call, const char *id, struct error *err)
{
	const struct card *card = catalog_find(&call->rituals.cards, id);

	if (card != NULL && rituals_is_one(card))
		return card;
	catalog_unknown(&call->rituals.cards, id, "ritual", "ritual list", err);
	return NULL;
}

static enum status
nothing_fits(void)
{
	cli_say(&cli, "None is like that. A breath at the window is one, too; "
	    "'ritual list' shows them all.");
	return STATUS_NO;
}

/* One that might suit, and two more. */
static int
suggest(struct call *call, char **operands, struct error *err)
{
	const struct card *card;
	enum status read = STATUS_OK;
	size_t i;

	(void)operands;
	(void)err;
	for (i = 0; i < 3 && (card = rituals_suggest(&call->rituals,
	    call->couple, &cli, &call->want, i, &read)) != NULL; i++) {
		cli.worst = cli_worse(cli.worst, read);
		if (cli.format != FORMAT_TEXT) {
			write_card(card);
			continue;
		}
		if (i == 1)
			screen_say(stdout, "Or, if you like:");
		view_line(card);
		if (i == 0 && card_text(card, "text") != NULL)
			screen_wrap(stdout, "  ", "  ", card_text(card,
			    "text"));
	}
	return i == 0 ? (int)nothing_fits() : STATUS_OK;
}

static int
list(struct call *call, char **operands, struct error *err)
{
	const struct catalog *cards = &call->rituals.cards;
	size_t i, kind, found = 0;

	(void)operands;
	(void)err;
	for (kind = 0; rituals_kinds[kind] != NULL; kind++)
		for (i = 0; i < cards->count; i++) {
			if (!rituals_suits(&call->rituals, &cards->items[i],
			    &call->want) || strcmp(rituals_kinds[kind],
			    rituals_kind_of(&cards->items[i])) != 0)
				continue;
			found++;
			if (cli.format == FORMAT_TEXT)
				view_line(&cards->items[i]);
			else
				write_card(&cards->items[i]);
		}
	return found == 0 ? (int)nothing_fits() : STATUS_OK;
}

static int
show(struct call *call, char **operands, struct error *err)
{
	const struct card *card = find(call, operands[0], err);
	const struct node *n;
	const char *text;

	if (card == NULL)
		return -1;
	if (cli.format != FORMAT_TEXT) {
		write_card(card);
		return 0;
	}
	view_line(card);
	if ((text = card_text(card, "text")) != NULL)
		screen_wrap(stdout, "  ", "  ", text);
	for (n = card_get(card, "steps")->child; n != NULL; n = n->next)
		if ((text = yaml_get_text(n, "text")) != NULL)
			screen_wrap(stdout, "- ", "  ", text);
	return 0;
}

/*
 * Keeping.
 */

static int
keep(struct call *call, char **operands, struct error *err)
{
	const struct card *card = find(call, operands[0], err);
	struct keep what = { .kind = "ritual" };
	enum status status;

	if (card == NULL)
		return -1;
	if (operands[1] != NULL)
		call->speak.from_stdin = 1;
	if (input_is_given(&call->speak) && input_take(&call->speak, &cli,
	    call->couple, "", "# How was it? Lines like these are left out."
	    "\n\n", err) == -1)
		return -1;
	what.name = card_text(card, "title");
	status = keepsake_keep(&cli, call->couple, &what, &call->speak.words,
	    NULL);
	if (status == STATUS_OK)
		input_done(&call->speak);
	return (int)status;
}

/*
 * Running.
 */

/* For two: what is agreed before. 1 to begin, or 0. */
static int
agree_first(void)
{
	struct buf line = { 0 };
	int begin = 1;

	screen_say(stdout, "For two. First say it to each other: today goes no "
	    "further than this, and either of you may stop at any time, "
	    "without a word. Going still is a stop, too.");
	fflush(stdout);
	if (ask_can(&cli))
		begin = ask_line("Enter begins; anything else leaves it. ",
		    &line) && line.length == 0;
	buf_free(&line);
	return begin;
}

static enum status
walk(struct call *call, const struct card *card, int together)
{
	int minutes = call->want.minutes > 0 ? call->want.minutes :
	    rituals_minutes(card);
	struct pacer q = { .bell = call->bell };
	enum pacer_end end;

	if (together) {
		q.stops = pause_stands;
		q.arg = call->couple;
	}
	/* Where nobody reads any more it ends. */
	if (!isatty(STDOUT_FILENO))
		cli_only_shows();
	pacer_open(&q, &cli, call->couple->settings.plain);
	if (q.keys)
		screen_say(stderr, "Any key holds it, q ends it.");
	end = rituals_walk(&call->rituals, card, (double)minutes /
	    rituals_minutes(card), &q);
	pacer_close(&q);
	switch (end) {
	case PACER_STOPPED:
		screen_say(stdout, "A pause is on. It ends here, and nothing "
		    "is owed.");
		return STATUS_NO;
	case PACER_LOST:
		return STATUS_SYSTEM;
	case PACER_ENDED:
		screen_say(stdout, "Ended. However long it was is enough.");
		return STATUS_OK;
	default:
		screen_say(stdout, "That was it. Take your time.");
		return keepsake_offer(&cli, call->couple,
		    card_text(card, "title"), minutes);
	}
}

static int
run_ritual(struct call *call, char **operands, struct error *err)
{
	const struct couple *c = call->couple;
	const char *id = operands[0];
	const struct card *card;
	enum status read = STATUS_OK;
	int together;

	card = id != NULL ? find(call, id, err) : rituals_suggest(
	    &call->rituals, c, &cli, &call->want, 0, &read);
	cli.worst = cli_worse(cli.worst, read);
	if (card == NULL)
		return id != NULL ? -1 : (int)nothing_fits();
	together = call->want.together ||
	    strcmp(rituals_company(card), "together") == 0;
	if (together && strcmp(rituals_company(card), "alone") == 0)
		return error_set(err, STATUS_USAGE, "%s: this one is for one "
		    "alone", card->id);
	if (call->want.alone && strcmp(rituals_company(card),
	    "together") == 0)
		return error_set(err, STATUS_USAGE, "%s: this one is for two",
		    card->id);
	if (together && !pause_clear(c, err))
		return -1;
	screen_wrap(stdout, screen_bold(), "", card_text(card, "title"));
	fputs(screen_normal(), stdout);
	if (together && !agree_first()) {
		cli_say(&cli, "Left, and that is fine.");
		return STATUS_OK;
	}
	/* A pause may have come while this was asked. */
	if (together && !pause_clear(c, err))
		return -1;
	return (int)walk(call, card, together);
}

/*
 * One's own.
 */

static int
set_mark(struct call *call, const char *id, int aside, struct error *err)
{
	if (find(call, id, err) == NULL)
		return -1;
	if (!cli.dry_run && aside_set(&call->rituals.aside, call->couple,
	    id, aside, err) == -1)
		return -1;
	cli_say(&cli, aside ? "Laid aside, for you alone. 'ritual back' has "
	    "it again." : "It is back.");
	return 0;
}

static int
set_aside(struct call *call, char **operands, struct error *err)
{
	return set_mark(call, operands[0], 1, err);
}

static int
bring_back(struct call *call, char **operands, struct error *err)
{
	return set_mark(call, operands[0], 0, err);
}

static int
write_new(struct call *call, char **operands, struct error *err)
{
	return rituals_new(&cli, call->couple, operands[0], err);
}

/*
 * The calls.
 */

#define WHICH	"which one? 'ritual list' lists them"

static const struct verb verbs[] = {
	{ "", NULL, 0, 0, VERB_SHOWS, "minutes kind alone together", suggest,
	    NULL, "a few that may suit", NULL },
	{ "list", NULL, 0, 0, VERB_SHOWS, "minutes kind alone together", list,
	    NULL, "all that there are", NULL },
	{ "show", "RITUAL", 1, 1, VERB_SHOWS, NULL, show, WHICH, "its steps",
	    NULL },
	{ "run", "[RITUAL]", 0, 1, VERB_TOGETHER, "minutes kind alone bell",
	    run_ritual, NULL, "go through it, step by step", NULL },
	{ "keep", "RITUAL [-]", 1, 2, VERB_WORDS | VERB_WRITES, NULL, keep,
	    WHICH, "keep a note on it; private", NULL },
	{ "aside", "RITUAL", 1, 1, VERB_WRITES, NULL, set_aside, WHICH,
	    "leave it out; private", NULL },
	{ "back", "RITUAL", 1, 1, VERB_WRITES, NULL, bring_back, WHICH,
	    "have it again; private", NULL },
	{ "new", "NAME", 1, 1, VERB_WRITES | VERB_EDITS, NULL, write_new,
	    "what is it to be named?", "write one of your own; private", NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	if (v->run == keep && operands[1] != NULL &&
	    strcmp(operands[1], "-") != 0)
		cli_usage(&cli, "keep: too many words");
	if (call->want.alone && call->want.together)
		cli_usage(&cli, "choose one of --alone and --together");
	if (call->want.kind != NULL &&
	    !text_is_one(call->want.kind, rituals_kinds))
		cli_usage(&cli, "--kind %s: choose breathing, grounding, rest, "
		    "gentle-touch, sensate-focus, connection, readiness, "
		    "closing or self-kindness", call->want.kind);
}

static enum status
begin(struct call *call, const struct verb *verb)
{
	(void)verb;
	if (call->couple->other == NULL)
		call->want.alone = call->want.solo = 1;
	return rituals_open(&call->rituals, &cli, call->couple);
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = { &cli, verbs, &call, &c, &call.speak,
	    COUPLE_TREES, NULL, check, begin, NULL };

	return tool_main(&tool, argc, argv);
}
