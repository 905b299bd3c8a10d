/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * hardday - for a day that was hard.
 *
 * Nothing needs doing, and everything here is there only for who wants it. It
 * looks for no bright side, counts nothing, compares nothing, and does not ask
 * anybody to show what hurt.
 */

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/command.h"
#include "base/memory.h"
#include "base/unsaved.h"
#include "call/input.h"
#include "call/tool.h"
#include "consent/pause.h"
#include "consent/pause_word.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "deck/deck.h"
#include "deck/safety.h"
#include "entry/entry.h"
#include "entry/keepsake.h"
#include "entry/view.h"
#include "format/yaml.h"
#include "store/store.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"

#define DECK	"hardday"

struct call {
	struct couple	*couple;
	struct input	 speak;
	int		 found;		/* what there is: ONLY_OWN and so on */
	int		 hurt;		/* help was looked for */
};

static const struct cli_option options[] = {
	INPUT_WORDS,
	{ 0 }
};

static struct cli cli = {
	.name = "hardday",
	.synopsis = "[-enq] [-d DIR] [-u NAME] [-m TEXT] [-]",
	.about = "for a day that was hard; nothing needs doing",
	.examples =
	    "  hardday\n"
	    "  hardday -e\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER
};

/*
 * What there is. Each is offered on a line, and done only when it is wanted.
 */

/* Writes nothing, and no pager keeps it. */
static enum status
help(struct call *call)
{
	call->hurt = 1;
	safety_show(stdout);
	return STATUS_OK;
}

/* An entry that says without a number that it was hard: see hardday(1). */
static enum status
keep(const struct call *call, const struct buf *words)
{
	const struct keep what = { .kind = "checkin",
	    .feel = SCALE_HARD, .say = "Kept, and not shared." };

	return keepsake_keep(&cli, call->couple, &what, words, NULL);
}

/* On one account nothing is for one person alone: better known before. */
static void
say_who_reads(const struct call *call)
{
	const struct couple *c = call->couple;
	struct store theirs = { .fd = -1 };
	struct error ignored = { 0 };

	/* It is said as well where it cannot be told. */
	if (c->other != NULL && (couple_private(c, c->other, &theirs,
	    &ignored) == 0 || !ignored.absent))
		cli_say(&cli, "You two share this account, so your partner "
		    "could open what is kept here.");
	error_clear(&ignored);
	store_close(&theirs);
}

static enum status
own_words(struct call *call)
{
	enum status status = STATUS_OK;
	struct buf words = { 0 };

	say_who_reads(call);
	ask_lines(&cli, "However it comes.", &words);
	if (words.length > 0)
		status = keep(call, &words);
	unsaved_close(&words);
	buf_free(&words);
	return status;
}

/* One question; what is answered is added to words. False to ask no more. */
static int
ask(const char *question, struct buf *words)
{
	struct buf line = { 0 }, lead = { 0 };
	int more;

	buf_printf(&lead, "%s ", question);
	more = ask_line(buf_string(&lead), &line) &&
	    strcmp(buf_string(&line), ".") != 0;
	if (more && line.length > 0)
		buf_printf(words, "%s%s\n%s\n", words->length > 0 ? "\n" : "",
		    question, line.data);
	buf_free(&lead);
	buf_free(&line);
	return more;
}

static enum status
curious(struct call *call)
{
	enum status status = STATUS_OK;
	struct error err = { 0 };
	struct buf words = { 0 };
	const struct node *n;
	struct deck deck;

	if (deck_open(&deck, "words", DECK, &err) == -1)
		status = cli_fail(&cli, &err);
	else {
		unsaved_add(&words, UNSAVED_GIVEN);
		say_who_reads(call);
		cli_say(&cli, "Enter passes over a question, a dot (.) ends.");
		for (n = deck.first; n != NULL; n = n->next)
			if (yaml_get_text(n, "text") != NULL &&
			    !ask(yaml_get_text(n, "text"), &words))
				break;
	}
	if (words.length > 0)
		status = keep(call, &words);
	deck_free(&deck);
	unsaved_close(&words);
	buf_free(&words);
	return status;
}

/* One from an earlier day; true with it in e, which the caller frees. */
static int
from_earlier(const struct call *call, int whose, struct entry *e,
    enum status *status)
{
	struct keepsake w = { .cli = &cli, .couple = call->couple,
	    .whose = whose };

	w.until = clock_midnight(clock_day(clock_now())).instant - 1;
	return keepsake_any(&w, e, status);
}

static enum status
company(const struct call *call, int whose)
{
	enum status status;
	struct entry e;

	if (from_earlier(call, whose, &e, &status)) {
		view_entry(stdout, call->couple, &e);
		cli_say(&cli, "It is from another day, and it asks nothing of "
		    "this one.");
	}
	entry_free(&e);
	return status;
}

static enum status
own_company(struct call *call)
{
	return company(call, KEEPSAKE_OWN);
}

static enum status
other_company(struct call *call)
{
	return company(call, KEEPSAKE_THEIRS);
}

static enum status
stop(struct call *call)
{
	struct error err = { 0 };

	if (!cli.dry_run)
		return pause_word(&cli, call->couple, &err);
	fputs(pause_text(), stdout);
	return STATUS_OK;
}

/*
 * Offering it.
 */

enum { ONLY_OWN = 1, ONLY_THEIRS = 2, ONLY_TWO = 4 };

static const struct way {
	const char	*key;
	const char	*command;	/* the same where nobody can be asked */
	int		 only;		/* where there is such a thing */
	const char	*text;
	enum status	(*run)(struct call *);
} ways[] = {
	{ "h", "learn safety", 0, "Are you hurt, or did someone carry on after "
	    "a no? Where to find help. Reading it writes nothing here.", help },
	{ "w", "hardday -e", 0, "Words of your own, not shared.",
	    own_words },
	{ "c", NULL, 0, "A few curious questions, one at a time. You may pass "
	    "over any.", curious },
	{ "k", "win any", ONLY_OWN, "Company: words that you kept on an "
	    "earlier day.", own_company },
	{ "o", NULL, ONLY_THEIRS, "Company: words that your partner shared "
	    "on an earlier day.", other_company },
	{ "p", "pause", ONLY_TWO, "Pause: it stops all that is for two. No "
	    "reason is needed.", stop }
};

#define WAYS	(nitems(ways))

/* Which of these there are; nobody is told what there is not. */
static enum status
look(struct call *call)
{
	enum status own, theirs;
	struct entry e;

	/* Where it cannot be told who there is, a pause is there, too. */
	call->found = call->couple->other != NULL || cli.worst != STATUS_OK ?
	    ONLY_TWO : 0;
	if (from_earlier(call, KEEPSAKE_OWN, &e, &own))
		call->found |= ONLY_OWN;
	entry_free(&e);
	if (from_earlier(call, KEEPSAKE_THEIRS, &e, &theirs))
		call->found |= ONLY_THEIRS;
	entry_free(&e);
	return cli_worse(own, theirs);
}

/* Who was hurt is not shown kind words of who may have done it. */
static int
is_there(const struct call *call, const struct way *way)
{
	return (way->only & ~call->found) == 0 &&
	    !(call->hurt && way->only == ONLY_THEIRS);
}

static void
show_way(FILE *fp, const char *key, const char *text)
{
	char lead[32];

	snprintf(lead, sizeof(lead), fp == stdout ? "  %-13s " : "  %s  ",
	    key);
	screen_wrap(fp, lead, fp == stdout ? "                " : "     ",
	    text);
}

/* Where nobody can be asked: what may be typed. */
static void
show_ways(const struct call *call)
{
	char *command;
	size_t i;

	puts("If you like, one of these, or none:");
	for (i = 0; i < WAYS; i++) {
		if (ways[i].command == NULL || !is_there(call, &ways[i]))
			continue;
		command = command_typed(ways[i].command);
		show_way(stdout, command, ways[i].text);
		free(command);
	}
}

/* The way that was typed, or NULL. */
static const struct way *
find(const struct call *call, const char *line)
{
	size_t i;

	for (i = 0; i < WAYS; i++)
		if (strcasecmp(line, ways[i].key) == 0 &&
		    is_there(call, &ways[i]))
			return &ways[i];
	return NULL;
}

static int
is_leaving(const struct buf *line)
{
	const char *s = buf_string(line);

	return *s == '\0' || strcasecmp(s, "q") == 0 || strcmp(s, ".") == 0 ||
	    strcasecmp(s, "no") == 0;
}

/* Ask which, until it is one of them, or none: then NULL. */
static const struct way *
choose(const struct call *call)
{
	const struct way *way = NULL;
	struct buf line = { 0 };
	size_t i;

	while (way == NULL) {
		fflush(stdout);
		fputs("\nIf you like, one of these, or none:\n", stderr);
		for (i = 0; i < WAYS; i++)
			if (is_there(call, &ways[i]))
				show_way(stderr, ways[i].key, ways[i].text);
		if (!ask_line("A letter, or Enter to leave: ", &line) ||
		    is_leaving(&line))
			break;
		way = find(call, buf_string(&line));
	}
	buf_free(&line);
	return way;
}

static enum status
offer(struct call *call)
{
	enum status status = STATUS_OK;
	const struct way *way;

	while ((way = choose(call)) != NULL) {
		status = cli_worse(status, way->run(call));
		/* Who pauses is asked nothing more. */
		if (way->run == stop || ask_stopped())
			return status;
	}
	if (!ask_stopped())
		cli_say(&cli, "Go gently. Nothing is owed.");
	return status;
}

/* Nothing was said with the call. */
static enum status
begin(struct call *call)
{
	enum status status = STATUS_OK;
	int open = call->couple->mine.fd != -1;

	if (open)
		status = look(call);
	else
		/* Where nothing else can be had, this can. */
		call->found = ONLY_TWO;
	if (open && ask_can(&cli) && isatty(STDOUT_FILENO))
		return cli_worse(status, offer(call));
	show_ways(call);
	return status;
}

/* Words that came with the call. */
static int
keep_given(struct call *call, struct error *err)
{
	enum status status = STATUS_OK;
	int r;

	say_who_reads(call);
	r = input_take(&call->speak, &cli, call->couple, "", "# However it "
	    "comes. Lines like these are left out.\n\n", err);
	if (r == -1)
		return -1;
	if (r == 0)
		cli_say_nothing(&cli);
	if (r == 1)
		status = keep(call, &call->speak.words);
	if (r == 1 && status == STATUS_OK)
		input_done(&call->speak);
	cli_say(&cli, SCALE_SAFETY);
	return (int)status;
}

/*
 * The calls.
 */

static int
hard(struct call *call, char **operands, struct error *err)
{
	(void)operands;
	if (!input_is_given(&call->speak))
		return (int)begin(call);
	return call->couple->mine.fd == -1 ? STATUS_OK : keep_given(call, err);
}

static const struct verb verbs[] = {
	{ "", "[-]", 0, INT_MAX, VERB_WORDS | VERB_WRITES | VERB_ANYWAY, NULL,
	    hard, NULL, "company, words of your own, or nothing; private",
	    NULL },
	{ 0 }
};

/* Before anything else, also before what may be amiss here. */
static void
check(struct call *call, const struct verb *v, char **operands)
{
	(void)v;
	if (*operands != NULL && (strcmp(*operands, "-") != 0 ||
	    operands[1] != NULL))
		cli_usage(&cli, "%s: words come from -e, - or -m", *operands);
	input_operands(&call->speak, operands);
	if (input_is_given(&call->speak))
		cli_say(&cli, SCALE_SOUNDS_HARD);
	else {
		cli_only_shows();
		puts(SCALE_SOUNDS_HARD);
		fflush(stdout);
	}
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = { &cli, verbs, &call, &c, &call.speak,
	    COUPLE_TREES, NULL, check, NULL, NULL };

	return tool_main(&tool, argc, argv);
}
