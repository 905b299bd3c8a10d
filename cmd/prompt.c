/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * prompt - a question for today, the same for both.
 *
 * Nothing has to be answered, and an answer is private until its author opens
 * it. Nobody learns that the other offered who has not offered the same, and
 * nobody is told what the other has not done.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/memory.h"
#include "call/input.h"
#include "call/tool.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "deck/daily.h"
#include "entry/entry.h"
#include "entry/keepsake.h"
#include "entry/sharing.h"
#include "format/output.h"
#include "format/yaml.h"
#include "prompt/offers.h"
#include "prompt/opening.h"
#include "prompt/talk.h"
#include "store/entry_id.h"
#include "store/layout.h"
#include "store/removal.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"
#include "term/suggest.h"

struct call {
	struct couple		*couple;
	struct daily_want	 want;
	struct daily		 today;
	struct input		 speak;
	int			 yes;
	int			 minutes;
};

#define TALK_MINUTES	5	/* each */
#define ALONE	"your answers are complete as they are"

static const struct cli_option options[] = {
	INPUT_WORDS,
	{ 0, "theme", "THEME", "of that theme; 'prompt themes' lists",
	    TAKE_TEXT(want.theme) },
	{ 0, "depth", "DEPTH", "light, warm or deep",
	    TAKE_TEXT(want.depth) },
	{ 0, "minutes", "MINUTES", "for each to talk; 5 otherwise",
	    TAKE_COUNT(minutes, 60) },
	{ 0, "yes", NULL, "open what is shown, without asking",
	    TAKE_FLAG(yes) },
	{ 0 }
};

static struct cli cli = {
	.name = "prompt",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT] [--theme THEME]\n"
	    " [--depth DEPTH] [list]\n"
	    "[-d DIR] [-u NAME] themes\n"
	    "[-nq] [-d DIR] [-u NAME] [--theme THEME] [--depth DEPTH] another\n"
	    "[-nq] [-d DIR] [-u NAME] softer | skip\n"
	    "[-enq] [-d DIR] [-u NAME] [-m TEXT] answer [PROMPT] [-]\n"
	    "[-nq] [-d DIR] [-u NAME] offer [PROMPT]\n"
	    "[-nq] [-d DIR] [-u NAME] withdraw [PROMPT]\n"
	    "[-nq] [-d DIR] [-u NAME] [--yes] open [PROMPT]\n"
	    "[-d DIR] [-u NAME] [--minutes MINUTES] talk",
	.about = "a question for today, the same for you both",
	.examples =
	    "  prompt\n"
	    "  prompt softer\n"
	    "  prompt answer -e\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER | CLI_VIEWER
};

/*
 * Showing.
 */

/* A card in another format; on is the day it is for, or WHEN_NO_DAY. */
static void
write_card(const struct card *card, day on)
{
	static const char *const columns[] = { "id", "theme", "depth", "text",
	    NULL };
	struct yaml y = { 0 };
	char date[WHEN_DAY_SIZE];

	if (on != WHEN_NO_DAY) {
		calendar_write(on, date);
		yaml_put(&y, "date", date);
	}
	yaml_put(&y, "id", card->id);
	yaml_put(&y, "theme", daily_theme_of(card));
	yaml_put(&y, "depth", daily_depth_of(card));
	yaml_put(&y, "text", card_text(card, "text"));
	output_print(&y, columns, cli.format);
}

static void
show_card(const struct card *card)
{
	const char *text = card_text(card, "text");

	screen_wrap(stdout, "", "", text);
	printf("%s", screen_dim());
	screen_say(stdout, "  %s (%s, %s)", card->id, daily_theme_of(card),
	    daily_depth_of(card));
	printf("%s", screen_normal());
}

/* One offer of one's own, as it stands. */
static void
show_offer(const struct call *call, const char *id, time_t now,
    struct error *err)
{
	const struct card *card = catalog_find(&call->today.cards, id);
	struct error why = { 0 };
	struct offers o;
	int open = opening_is_theirs(call->couple, id, &why);

	if (open == -1)
		error_join(err, &why);
	(void)offers_read(call->couple, id, now, &o, err);
	screen_say(stdout, open == 1 ? "Your partner has opened theirs. "
	    "'prompt open %s' would open yours; nothing is owed." : o.theirs ?
	    "You would both open this one: 'prompt open %s'." : "You would "
	    "open this one together; 'prompt withdraw %s' takes that back.",
	    id);
	if (card != NULL && card_text(card, "text") != NULL)
		screen_wrap(stdout, "  ", "  ", card_text(card, "text"));
}

/* What stands of offers, and only to who has made one. */
static enum status
show_offers(const struct call *call)
{
	const struct couple *c = call->couple;
	time_t now = clock_now().instant;
	struct error err = { 0 };
	size_t i;
	char *id;

	if (c->other == NULL || pause_look(c) != PAUSE_CLEAR)
		return STATUS_OK;
	for (i = 0; offers_mine(c, now, i, &id, &err); i++) {
		show_offer(call, id, now, &err);
		free(id);
	}
	return err.status == STATUS_OK ? STATUS_OK : cli_fail(&cli, &err);
}

static enum status
nothing_fits(void)
{
	cli_say(&cli, "No prompt is like that, and that is fine: 'prompt "
	    "themes' lists what there is.");
	return STATUS_NO;
}

static int
show(struct call *call, char **operands, struct error *err)
{
	const struct daily *t = &call->today;

	(void)operands;
	(void)err;
	if (cli.format != FORMAT_TEXT) {
		if (t->mine != NULL)
			write_card(t->mine, t->on);
		return t->mine != NULL || t->skipped ? STATUS_OK : STATUS_NO;
	}
	if (t->mine == NULL && !t->skipped)
		return (int)nothing_fits();
	if (t->mine == NULL)
		screen_say(stdout, "Nothing for today, and that is fine. "
		    "'prompt another' has one, if you change your mind.");
	else
		show_card(t->mine);
	return (int)show_offers(call);
}

static int
list(struct call *call, char **operands, struct error *err)
{
	const struct daily *t = &call->today;
	struct daily_want want = call->want;
	const struct card *card;
	int found = 0;
	size_t i, depth;

	(void)operands;
	(void)err;
	for (depth = 0; (want.depth = daily_depths[depth]) != NULL; depth++) {
		if (call->want.depth != NULL &&
		    strcmp(call->want.depth, want.depth) != 0)
			continue;
		for (i = 0; i < t->cards.count; i++) {
			card = &t->cards.items[i];
			if (!daily_suits(card, &want))
				continue;
			found = 1;
			if (cli.format == FORMAT_TEXT)
				show_card(card);
			else
				write_card(card, WHEN_NO_DAY);
		}
	}
	return found ? STATUS_OK : (int)nothing_fits();
}

static int
themes(struct call *call, char **operands, struct error *err)
{
	size_t i;

	(void)call;
	(void)operands;
	(void)err;
	for (i = 0; daily_themes[i] != NULL; i++)
		puts(daily_themes[i]);
	return STATUS_OK;
}

/*
 * One's own view of the day.
 */

static int
see(struct call *call, int softer, struct error *err)
{
	const struct card *card = daily_another(&call->today, call->couple,
	    &call->want, softer);

	if (card == NULL) {
		cli_say(&cli, "There is no other one like that today; leaving "
		    "it is fine, too.");
		return STATUS_NO;
	}
	if (!cli.dry_run && daily_keep(&call->today, call->couple, card,
	    err) == -1)
		return -1;
	show_card(card);
	return STATUS_OK;
}

static int
another(struct call *call, char **operands, struct error *err)
{
	(void)operands;
	return see(call, 0, err);
}

static int
softer(struct call *call, char **operands, struct error *err)
{
	(void)operands;
	return see(call, 1, err);
}

static int
skip(struct call *call, char **operands, struct error *err)
{
	(void)operands;
	if (!cli.dry_run && daily_keep(&call->today, call->couple, NULL,
	    err) == -1)
		return -1;
	cli_say(&cli, "Left for today. Nothing is owed.");
	return STATUS_OK;
}

/*
 * Answers.
 */

/* The prompt that is meant: by its id, or the one of today. NULL with err. */
static const struct card *
meant(const struct call *call, const char *id, struct error *err)
{
	const struct card *card = id == NULL ?
	    (call->today.mine != NULL ? call->today.mine : call->today.ours) :
	    catalog_find(&call->today.cards, id);

	if (card != NULL && card_text(card, "text") != NULL)
		return card;
	if (id == NULL && call->today.cards.untold)
		error_set(err, STATUS_SYSTEM, "not all prompts can be read "
		    "just now, so it cannot be told which is today's");
	else if (id == NULL)
		error_set(err, STATUS_NO, "there is no prompt today");
	else
		catalog_unknown(&call->today.cards, id, "prompt", "prompt list",
		    err);
	return NULL;
}

static int
answer(struct call *call, char **operands, struct error *err)
{
	const char *id = operands[0], *text;
	const struct card *card;
	struct keep what = { .kind = "answer" };
	char *page;
	enum status status;
	int r;

	if (id != NULL && strcmp(id, "-") == 0) {
		id = NULL;
		call->speak.from_stdin = 1;
	} else if (id != NULL && operands[1] != NULL)
		call->speak.from_stdin = 1;
	if ((card = meant(call, id, err)) == NULL)
		return -1;
	what.name = text = card_text(card, "text");
	what.prompt = card->id;
	page = need_printf("# %s\n# Your words stay with you. Lines like these "
	    "are left out.\n\n", text);
	r = input_take(&call->speak, &cli, call->couple, text, page, err);
	free(page);
	if (r == 0)
		cli_say_nothing(&cli);
	if (r != 1)
		return r;
	status = keepsake_keep(&cli, call->couple, &what, &call->speak.words,
	    NULL);
	if (status == STATUS_OK)
		input_done(&call->speak);
	return (int)status;
}

/*
 * Opening together.
 */

static int
offer(struct call *call, char **operands, struct error *err)
{
	const struct couple *c = call->couple;
	const struct card *card;
	struct entry e = { 0 };
	int r, open = 0;

	if ((card = meant(call, operands[0], err)) == NULL)
		return -1;
	r = opening_find(c, &c->mine, card->id, &e, err);
	if (r == 1 && (open = sharing_shared(c, &e.id, err)) == -1)
		r = -1;
	entry_free(&e);
	if (open == 1) {
		cli_say(&cli, "Yours is open already.");
		return STATUS_OK;
	}
	if (r == 0)
		r = error_set(err, STATUS_NO, "%s: you have no words for this "
		    "one; 'prompt answer' takes some, if you like", card->id);
	if (r == -1)
		return -1;
	if (cli.dry_run) {
		cli_say(&cli, "%s would be offered.", card->id);
		return STATUS_OK;
	}
	if (!ask_goes_out(&cli, "No words leave you. Your partner is told once "
	    "they offer theirs; anyone who lists the shared directory can see "
	    "the offer.", "Offer it? [y/N] "))
		return STATUS_OK;
	/* A pause may have come meanwhile. */
	if (!pause_clear(c, err) || offers_make(c, card->id, err) == -1)
		return -1;
	cli_say(&cli,
	    "You would open it together with your partner's, and no "
	    "words have left you. Your partner is told once they offer theirs; "
	    "who lists the shared directory can see the offer. 'prompt "
	    "withdraw' "
	    "takes it back, and after seven days it is over by itself.");
	return STATUS_OK;
}

static const char *
nth_id(const void *of, size_t n)
{
	char *const *ids = of;

	return ids[n];
}

/* No offer of one's own is there, or none of that name. Returns -1. */
static int
no_offer(const struct call *call, const char *id, struct error *err)
{
	time_t now = clock_now().instant;
	struct error ignored = { 0 };
	char **ids = NULL;
	size_t n = 0, i;

	if (id == NULL)
		return call->couple->other == NULL ?
		    couple_needs_two(call->couple, ALONE, err) :
		    error_set(err, STATUS_NO, "no offer of yours is there. "
		    "What you opened stays open; 'forget --shared' takes that "
		    "back");
	do
		ids = need_array(ids, n + 1, sizeof(*ids));
	while (offers_mine(call->couple, now, n, &ids[n], &ignored) && ++n);
	error_clear(&ignored);
	(void)suggest_unknown(err, STATUS_NO, id, "no offer of yours has that "
	    "name", "prompt", nth_id, (const void *)ids);
	for (i = 0; i < n; i++)
		free(ids[i]);
	free(ids);
	return -1;
}

static int
withdraw(struct call *call, char **operands, struct error *err)
{
	struct removal removal = REMOVAL_OF(call->couple);
	struct buf again = { 0 };
	struct error missed = { 0 };
	int r = 0;

	(void)removal_sees(&removal, LAYOUT_NOW);
	if (cli.dry_run && removal_is_whole(&removal)) {
		cli_say(&cli, "It would be taken back.");
		return STATUS_OK;
	}
	if (!cli.dry_run)
		removal_tries(&removal, &cli, LAYOUT_NOW, 0);
	if (removal.reach && !cli.dry_run)
		r = offers_withdraw(call->couple, operands[0], &missed);
	removal_missed(&removal, &missed);
	if (r == 0 && removal_is_whole(&removal))
		return no_offer(call, operands[0], err);
	if (removal_is_whole(&removal))
		cli_say(&cli, "Taken back. Your words are yours.");
	buf_printf(&again, "withdraw%s%s", operands[0] == NULL ? "" : " ",
	    operands[0] == NULL ? "" : operands[0]);
	r = (int)removal_end(&removal, &cli, "an offer of yours may still "
	    "stand there", buf_string(&again));
	buf_free(&again);
	return r;
}

static int
open_together(struct call *call, char **operands, struct error *err)
{
	char *id;
	int r;

	id = operands[0] != NULL ? need_string(operands[0]) :
	    opening_choose(call->couple, err);
	if (id == NULL)
		return -1;
	r = opening_open(&cli, call->couple, id, call->yes, err);
	free(id);
	return r;
}

static int
talk_now(struct call *call, char **operands, struct error *err)
{
	const struct card *card = call->today.mine;

	(void)operands;
	(void)err;
	return (int)talk(&cli, call->couple, card == NULL ? NULL :
	    card_text(card, "text"), call->minutes == 0 ? TALK_MINUTES :
	    call->minutes);
}

/*
 * The calls.
 */

static const struct verb verbs[] = {
	{ "", NULL, 0, 0, VERB_SHOWS, "theme depth", show, NULL,
	    "a question for today", NULL },
	{ "another", NULL, 0, 0, VERB_WRITES, "theme depth", another, NULL,
	    "another one; private", NULL },
	{ "softer", NULL, 0, 0, VERB_WRITES, NULL, softer, NULL,
	    "one nearer the surface; private", NULL },
	{ "skip", NULL, 0, 0, VERB_WRITES, NULL, skip, NULL,
	    "none for today; private", NULL },
	{ "answer", "[PROMPT] [-]", 0, 2, VERB_WORDS | VERB_WRITES, NULL,
	    answer, NULL, "words of your own; private", NULL },
	{ "offer", "[PROMPT]", 0, 1, VERB_WRITES | VERB_FOR_TWO, NULL, offer,
	    NULL, "to open yours together; @ is told once both offer", NULL },
	{ "withdraw", "[PROMPT]", 0, 1, VERB_WRITES | VERB_BACK, NULL,
	    withdraw, NULL, "take an offer back", NULL },
	{ "open", "[PROMPT]", 0, 1, VERB_WRITES | VERB_FOR_TWO, "yes",
	    open_together, NULL, "open yours, once both offer; @ sees it",
	    NULL },
	{ "talk", NULL, 0, 0, VERB_FOR_TWO, "minutes", talk_now, NULL,
	    "a quiet timer for you both; nothing is kept", NULL },
	{ "list", NULL, 0, 0, VERB_SHOWS, "theme depth", list, NULL,
	    "all prompts", NULL },
	{ "themes", NULL, 0, 0, VERB_PLAIN, NULL, themes, NULL, "all themes",
	    NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	if (v->run == answer && operands[0] != NULL && operands[1] != NULL &&
	    strcmp(operands[1], "-") != 0)
		cli_usage(&cli, "answer: too many words");
	if (v->run == talk_now && !ask_can(&cli))
		cli_usage(&cli, "talk: needs a terminal");
	daily_check(&cli, &call->want);
}

static enum status
begin(struct call *call, const struct verb *verb)
{
	call->want.alone = call->couple->other == NULL;
	return verb->run == withdraw ? STATUS_OK : daily_open(&call->today,
	    &cli, call->couple, &call->want);
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = { &cli, verbs, &call, &c, &call.speak,
	    COUPLE_TREES, ALONE, check, begin, NULL };

	return tool_main(&tool, argc, argv);
}
