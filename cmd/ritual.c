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

#include "cli.h"
#include "couple.h"
#include "keeping.h"
#include "now.h"
#include "out.h"
#include "rituals.h"
#include "speak.h"
#include "text.h"

enum { OPT_MINUTES = 512, OPT_KIND, OPT_ALONE, OPT_TOGETHER, OPT_BELL };

static const struct cli_option options[] = {
	SPEAK_OPTIONS,
	{ OPT_MINUTES, "minutes", "MINUTES", "time at hand, or time to take" },
	{ OPT_KIND, "kind", "KIND", "breathing, rest, closing and so on" },
	{ OPT_ALONE, "alone", NULL, "for one" },
	{ OPT_TOGETHER, "together", NULL, "for two" },
	{ OPT_BELL, "bell", NULL, "ring the terminal's bell at each step" },
	{ 0, NULL, NULL, NULL }
};

static struct cli cli = {
	.name = "ritual",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT] [--minutes MINUTES] "
	    "[--kind KIND]\n"
	    " [--alone] [--together] [list]\n"
	    "[-d DIR] [-u NAME] [--format FORMAT] show RITUAL\n"
	    "[-d DIR] [-u NAME] [--minutes MINUTES] [--kind KIND] [--alone] "
	    "[--together]\n"
	    " [--bell] run [RITUAL]\n"
	    "[-enq] [-d DIR] [-u NAME] [-m TEXT] keep RITUAL [-]\n"
	    "[-nq] [-d DIR] [-u NAME] aside | back RITUAL\n"
	    "[-nq] [-d DIR] [-u NAME] new NAME",
	.about = "small rituals, alone or for two, step by step",
	.examples =
	    "  ritual\n"
	    "  ritual run --minutes 5\n"
	    "  ritual list --kind rest --alone\n",
	.options = options,
	.traits = CLI_WRITER | CLI_VIEWER
};

struct call {
	struct couple		*couple;
	struct rituals_want	 want;
	struct rituals		 rituals;
	struct speak		 speak;
	int			 bell;
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

	y.root = yaml_new(&y, NODE_MAP);
	yaml_add(&y, y.root, "id", yaml_new_text(&y, card->id,
	    strlen(card->id)));
	yaml_add(&y, y.root, "kind", yaml_new_word(&y,
	    rituals_kind_of(card)));
	yaml_add(&y, y.root, "company", yaml_new_word(&y,
	    rituals_company(card)));
	yaml_add(&y, y.root, "minutes", yaml_new_int(&y,
	    rituals_minutes(card)));
	yaml_add(&y, y.root, "title", yaml_new_text(&y,
	    card_text(card, "title"), strlen(card_text(card, "title"))));
	if (text != NULL)
		yaml_add(&y, y.root, "text", yaml_new_text(&y, text,
		    strlen(text)));
	if (cli.format != FORMAT_TSV)
		yaml_add(&y, y.root, "steps", yaml_copy(&y, steps));
	out_print(&y, columns, cli.format);
}

static void
show_line(const struct card *card)
{
	const char *company = rituals_company(card);

	text_wrap(stdout, "", "  ", card_text(card, "title"),
	    strlen(card_text(card, "title")));
	printf("%s", text_dim());
	text_say(stdout, "  %s (%s, %d min%s%s)", card->id,
	    rituals_kind_of(card), rituals_minutes(card),
	    strcmp(company, "either") == 0 ? "" : ", ",
	    strcmp(company, "either") == 0 ? "" : company);
	printf("%s", text_normal());
}

/* A ritual by its id; NULL with err. */
static const struct card *
find(const struct call *call, const char *id, struct error *err)
{
	const struct card *card = cards_find(&call->rituals.cards, id);

	if (card != NULL && rituals_is_one(card))
		return card;
	error_set(err, STATUS_USAGE, "%s: no ritual has that name: 'ritual "
	    "list' lists them", id);
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
static enum status
suggest(const struct call *call)
{
	const struct card *card;
	size_t i;

	cli_only_shows();
	for (i = 0; i < 3 && (card = rituals_suggest(&call->rituals,
	    call->couple, &cli, &call->want, i)) != NULL; i++) {
		if (cli.format != FORMAT_TEXT) {
			write_card(card);
			continue;
		}
		if (i == 1)
			text_say(stdout, "Or, if you like:");
		show_line(card);
		if (i == 0 && card_text(card, "text") != NULL)
			text_wrap(stdout, "  ", "  ", card_text(card, "text"),
			    strlen(card_text(card, "text")));
	}
	return i == 0 ? nothing_fits() : STATUS_OK;
}

static enum status
list(const struct call *call)
{
	const struct cards *cards = &call->rituals.cards;
	size_t i, kind, found = 0;

	cli_only_shows();
	for (kind = 0; rituals_kind(kind) != NULL; kind++)
		for (i = 0; i < cards->count; i++) {
			if (!rituals_suits(&call->rituals, &cards->items[i],
			    &call->want) || strcmp(rituals_kind(kind),
			    rituals_kind_of(&cards->items[i])) != 0)
				continue;
			found++;
			if (cli.format == FORMAT_TEXT)
				show_line(&cards->items[i]);
			else
				write_card(&cards->items[i]);
		}
	return found == 0 ? nothing_fits() : STATUS_OK;
}

static int
show(const struct call *call, const char *id, struct error *err)
{
	const struct card *card = find(call, id, err);
	const struct node *n;
	const char *text;

	if (card == NULL)
		return -1;
	cli_only_shows();
	if (cli.format != FORMAT_TEXT) {
		write_card(card);
		return 0;
	}
	show_line(card);
	if ((text = card_text(card, "text")) != NULL)
		text_wrap(stdout, "  ", "  ", text, strlen(text));
	for (n = card_get(card, "steps")->child; n != NULL; n = n->next)
		if ((text = yaml_get_text(n, "text")) != NULL)
			text_wrap(stdout, "- ", "  ", text, strlen(text));
	return 0;
}

/*
 * Keeping.
 */

static int
keep(struct call *call, char **operands, struct error *err)
{
	const struct card *card = find(call, operands[0], err);
	enum status status;

	if (card == NULL)
		return -1;
	if (operands[1] != NULL)
		call->speak.from_stdin = 1;
	if (speak_is_given(&call->speak) && speak_take(&call->speak, &cli,
	    call->couple, "", "# How was it? Lines like these are left out."
	    "\n\n", err) == -1)
		return -1;
	status = keeping_words(&cli, call->couple, "ritual",
	    card_text(card, "title"), 0, &call->speak.words);
	if (status == STATUS_OK)
		speak_done(&call->speak);
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

	text_say(stdout, "For two. First say it to each other: today goes no "
	    "further than this, and either of you may stop at any time, "
	    "without a word. Going still is a stop, too.");
	fflush(stdout);
	if (cli_can_ask(&cli))
		begin = cli_ask("Enter begins; anything else leaves it. ",
		    &line) && line.length == 0;
	buf_free(&line);
	return begin;
}

static enum status
walk(struct call *call, const struct card *card, int together)
{
	int minutes = call->want.minutes > 0 ? call->want.minutes :
	    rituals_minutes(card);
	struct quiet q = { .bell = call->bell };
	enum quiet_end end;

	if (together) {
		q.stops = now_is_paused;
		q.arg = call->couple;
	}
	/* Where nobody reads any more it ends. */
	if (!isatty(STDOUT_FILENO))
		cli_only_shows();
	quiet_open(&q, &cli, call->couple->plain);
	if (q.keys)
		text_say(stderr, "Any key holds it, q ends it.");
	end = rituals_walk(&call->rituals, card, (double)minutes /
	    rituals_minutes(card), &q);
	quiet_close(&q);
	switch (end) {
	case QUIET_STOPPED:
		text_say(stdout, "A pause is on. It ends here, and nothing is "
		    "owed.");
		return STATUS_NO;
	case QUIET_LOST:
		return STATUS_SYSTEM;
	case QUIET_ENDED:
		text_say(stdout, "Ended. However long it was is enough.");
		return STATUS_OK;
	default:
		text_say(stdout, "That was it. Take your time.");
		return keeping_offer(&cli, call->couple,
		    card_text(card, "title"), minutes);
	}
}

static int
run_ritual(struct call *call, const char *id, struct error *err)
{
	const struct couple *c = call->couple;
	const struct card *card;
	int together;

	card = id != NULL ? find(call, id, err) : rituals_suggest(
	    &call->rituals, c, &cli, &call->want, 0);
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
	if (together && !now_clear(c, err))
		return -1;
	text_wrap(stdout, text_bold(), "", card_text(card, "title"),
	    strlen(card_text(card, "title")));
	fputs(text_normal(), stdout);
	if (together && !agree_first()) {
		cli_say(&cli, "Left, and that is fine.");
		return STATUS_OK;
	}
	/* A pause may have come while this was asked. */
	if (together && !now_clear(c, err))
		return -1;
	return (int)walk(call, card, together);
}

/*
 * One's own.
 */

static int
set_aside(struct call *call, const char *id, int aside, struct error *err)
{
	if (find(call, id, err) == NULL)
		return -1;
	if (!cli.dry_run && marks_set(&call->rituals.aside, call->couple,
	    id, aside, err) == -1)
		return -1;
	cli_say(&cli, aside ? "Laid aside, for you alone. 'ritual back' has "
	    "it again." : "It is back.");
	return 0;
}

/*
 * The calls.
 */

static void
check_call(const struct call *call, char **operands)
{
	static const struct { const char *verb; int least, most; } verbs[] = {
		{ "list", 0, 0 }, { "show", 1, 1 }, { "run", 0, 1 },
		{ "keep", 1, 2 }, { "aside", 1, 1 }, { "back", 1, 1 },
		{ "new", 1, 1 }
	};
	const char *verb = operands[0];
	size_t i = 0, count = sizeof(verbs) / sizeof(verbs[0]);
	int n = 0;

	while (verb != NULL && i < count && strcmp(verbs[i].verb, verb) != 0)
		i++;
	if (i >= count)
		cli_usage(&cli, "%s: choose list, show, run, keep, aside, back "
		    "or new", verb);
	while (verb != NULL && operands[n + 1] != NULL)
		n++;
	if (verb != NULL && (n < verbs[i].least || n > verbs[i].most ||
	    (*verb == 'k' && n == 2 && strcmp(operands[2], "-") != 0)))
		cli_usage(&cli, "%s: %s", verb, n < verbs[i].least ?
		    "which one? 'ritual list' lists them" : "too many words");
	if (speak_is_given(&call->speak) && (verb == NULL || *verb != 'k'))
		cli_usage(&cli, "words go with keep");
	if (call->want.alone && call->want.together)
		cli_usage(&cli, "choose one of --alone and --together");
	if (call->bell && (verb == NULL || strcmp(verb, "run") != 0))
		cli_usage(&cli, "--bell goes with run");
	for (i = 0; call->want.kind != NULL && rituals_kind(i) != NULL; i++)
		if (strcmp(rituals_kind(i), call->want.kind) == 0)
			break;
	if (call->want.kind != NULL && rituals_kind(i) == NULL)
		cli_usage(&cli, "--kind %s: choose breathing, grounding, rest, "
		    "gentle-touch, sensate-focus, connection, readiness, "
		    "closing or self-kindness", call->want.kind);
}

static enum status
run(struct call *call, char **operands)
{
	const char *verb = operands[0] == NULL ? "" : operands[0];
	struct error err = { 0 };
	enum status status;
	int r = 0;

	status = rituals_open(&call->rituals, &cli, call->couple);
	if (call->couple->other == NULL)
		call->want.alone = 1;
	if (*verb == '\0')
		return cli_worse(status, suggest(call));
	if (strcmp(verb, "list") == 0)
		return cli_worse(status, list(call));
	if (strcmp(verb, "show") == 0)
		r = show(call, operands[1], &err);
	else if (strcmp(verb, "run") == 0)
		r = run_ritual(call, operands[1], &err);
	else if (strcmp(verb, "keep") == 0)
		r = keep(call, operands + 1, &err);
	else if (strcmp(verb, "new") == 0)
		r = rituals_new(&cli, call->couple, operands[1], &err);
	else
		r = set_aside(call, operands[1], *verb == 'a', &err);
	if (r != -1)
		return cli_worse(status, (enum status)r);
	return speak_is_given(&call->speak) ? speak_rescue(&call->speak, &cli,
	    call->couple, &err) : cli_fail(&cli, &err);
}

int
main(int argc, char **argv)
{
	struct couple c = { 0 };
	struct call call = { .couple = &c };
	enum status status;
	int option;

	while ((option = cli_next(&cli, argc, argv)) != -1)
		switch (option) {
		case OPT_MINUTES:
			call.want.minutes = cli_minutes(&cli, 240);
			break;
		case OPT_KIND:
			call.want.kind = cli.argument;
			break;
		case OPT_ALONE:
			call.want.alone = 1;
			break;
		case OPT_TOGETHER:
			call.want.together = 1;
			break;
		case OPT_BELL:
			call.bell = 1;
			break;
		default:
			(void)speak_option(&call.speak, &cli, option);
		}
	argv += optind;
	check_call(&call, argv);
	status = speak_open(&call.speak, &cli, &c, COUPLE_ME |
	    COUPLE_TREES, call.speak.edit ||
	    (*argv != NULL && strcmp(*argv, "new") == 0));
	if (status == STATUS_OK)
		status = run(&call, argv);
	rituals_close(&call.rituals);
	speak_close(&call.speak, &cli);
	couple_free(&c);
	return cli_finish(&cli, status);
}
