/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * agree - what two people say they hold, for as long as both say so.
 *
 * It is memory and never permission: nothing in these tools is unlocked by
 * it. Ending takes one person and no reason. It tells nobody that something
 * is not answered, and keeps no record of what was held once.
 */

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/calendar.h"
#include "base/memory.h"
#include "call/hold.h"
#include "call/input.h"
#include "call/tool.h"
#include "couple/couple.h"
#include "deck/deck.h"
#include "format/yaml.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"

struct call {
	struct couple	*couple;
	const char	*review;	/* --review, as it was typed */
	struct input	 speak;
	struct hold	 holding;
	struct deck	 deck;		/* the topics to begin with */
};

static const struct cli_option options[] = {
	INPUT_WORDS,
	{ 0, "review", "LATER", "when to look again: 2w, 2026-12-09",
	    TAKE_TEXT(review) },
	{ 0 }
};

static struct cli cli = {
	.name = "agree",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT] [list]\n"
	    "[-enq] [-d DIR] [-u NAME] [--review LATER] [-m TEXT]\n"
	    " hold TOPIC [TEXT | -]\n"
	    "[-nq] [-d DIR] [-u NAME] yes TOPIC [HASH]\n"
	    "[-nq] [-d DIR] [-u NAME] end TOPIC",
	.about = "hold some words together, for as long as both do",
	.examples =
	    "  agree\n"
	    "  agree hold how-we-talk -e --review 4w\n"
	    "  agree yes how-we-talk\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER | CLI_VIEWER
};

/* What one part of a page holds the day to look again in. */
#define LOOK_AGAIN	"look again"

/*
 * Looking.
 */

static int
list(struct call *call, char **operands, struct error *err)
{
	(void)operands;
	(void)err;
	if (!hold_show(&call->holding) && cli.worst == STATUS_OK)
		screen_say(stdout, "Nothing is held here, and nothing needs to "
		    "be. 'agree hold' begins, if you like.");
	return STATUS_OK;
}

/* What the deck asks about a topic; NULL for one of one's own. */
static const char *
question_of(const struct call *call, const char *slug)
{
	return deck_text(deck_find(&call->deck, slug),
	    call->couple->other == NULL);
}

/* The topics to begin with, for who gave none. */
static int
say_topics(const struct call *call)
{
	const struct node *n = call->deck.first;
	const char *id, *text;

	cli_warn(&cli, "which topic? One of your own, or one of these; 'agree "
	    "hold -e' has a page for all of them");
	for (; n != NULL; n = n->next) {
		id = yaml_get_text(n, "id");
		text = deck_text(n, call->couple->other == NULL);
		if (id != NULL && text != NULL)
			fprintf(stderr, "  %-12s %s\n", id, text);
	}
	return STATUS_USAGE;
}

/*
 * Holding.
 */

static int
hold_topic(struct call *call, const char *topic, struct error *err)
{
	const char *question;
	struct buf page = { 0 };
	char slug[AGREEMENT_SLUG + 1];
	day review;
	int r;

	agreement_slug(topic, slug);
	question = question_of(call, slug);
	if (hold_review(&call->holding, slug, call->review, &review,
	    err) == -1)
		return -1;
	buf_printf(&page, "# %s\n# %s\n%s# Lines like these are left out. "
	    "Closed without words, nothing changes.\n\n", slug,
	    question == NULL ? "What do you hold?" : question,
	    call->couple->other == NULL ? "" :
	    "# Your partner can read what you write here.\n");
	call->speak.before = hold_mine(&call->holding, slug);
	r = hold_take(&call->holding, &call->speak, question == NULL ?
	    "What do you hold?" : question, buf_string(&page), err);
	buf_free(&page);
	return r != 1 ? r : hold_keep(&call->holding, &call->speak, slug,
	    buf_string(&call->speak.words), review, err);
}

/*
 * Words that stand there already, so that no line of theirs can be taken for
 * a part's name or for a line of ours.
 */
static void
write_words(struct buf *page, const char *text)
{
	size_t n;

	for (; *text != '\0'; text += n + (text[n] == '\n')) {
		n = strcspn(text, "\n");
		if (strchr("[#\\", *text) != NULL && n > 0)
			buf_char(page, '\\');
		buf_put(page, text, n);
		buf_char(page, '\n');
	}
}

/* A page with a part for each topic, those of one's own among them. */
static void
write_page(const struct call *call, struct buf *page)
{
	const struct node *n = call->deck.first;
	const char *id, *text;
	size_t i;

	buf_printf(page, "# What do you hold?%s Each part stands for itself;\n"
	    "# leave empty what you like.\n# Lines like these are left out. "
	    "What you leave as it is stays as it is.\n# A line of yours that "
	    "begins with [ or \\ has a \\ before that.\n",
	    call->couple->other == NULL ? "" : " Your partner can read it.");
	for (; n != NULL; n = n->next) {
		id = yaml_get_text(n, "id");
		if (id == NULL || !records_is_slug(id))
			continue;
		text = hold_mine(&call->holding, id);
		buf_printf(page, "\n[%s]\n# %s\n", id, question_of(call,
		    id));
		write_words(page, text == NULL ? "" : text);
	}
	for (i = 0; i < call->holding.all.count; i++) {
		id = call->holding.all.items[i].slug;
		text = hold_mine(&call->holding, id);
		if (text == NULL || question_of(call, id) != NULL)
			continue;
		buf_printf(page, "\n[%s]\n", id);
		write_words(page, text);
	}
	buf_printf(page, "\n[" LOOK_AGAIN "]\n# When to look again at what "
	    "you changed: 2026-12-09, 2w, 3 months, or none.\n%s\n",
	    call->review == NULL ? "" : call->review);
}

/* The name of a part, when a line begins one. */
static int
begins_part(const char *line, size_t n, char name[AGREEMENT_SLUG + 1])
{
	if (n < 3 || n > AGREEMENT_SLUG + 2 || *line != '[' ||
	    line[n - 1] != ']')
		return 0;
	memcpy(name, line + 1, n - 2);
	name[n - 2] = '\0';
	return strcmp(name, LOOK_AGAIN) == 0 || records_is_slug(name);
}

/* The next part of a page: its name and words. False after the last. */
static int
next_part(const char **p, char name[AGREEMENT_SLUG + 1], struct buf *words)
{
	char begun[AGREEMENT_SLUG + 1] = "";
	size_t n;
	int found = 0;

	buf_clear(words);
	for (; **p != '\0'; *p += n + ((*p)[n] == '\n')) {
		n = strcspn(*p, "\n");
		if (begins_part(*p, n, begun)) {
			if (found)
				return 1;
			found = 1;
			strlcpy(name, begun, AGREEMENT_SLUG + 1);
		} else if (found && (n > 0 || words->length > 0)) {
			/* As write_words() has it. */
			buf_put(words, *p + (**p == '\\'), n -
			    (**p == '\\'));
			buf_char(words, '\n');
		}
	}
	return found;
}

/* Every part of the page that says something new. */
static int
hold_parts(struct call *call, struct error *err)
{
	const char *p = buf_string(&call->speak.words), *mine;
	char name[AGREEMENT_SLUG + 1], *again = NULL;
	struct buf words = { 0 };
	day review;
	int r = 0;

	while (next_part(&p, name, &words))
		if (strcmp(name, LOOK_AGAIN) == 0 && words.length > 0 &&
		    again == NULL)
			again =
			    need_part(words.data, strcspn(words.data, "\n"));
	/* The day is understood before anything is written. */
	r = hold_review(&call->holding, LOOK_AGAIN, again, &review, err);
	for (p = call->speak.words.data; r == 0 && next_part(&p, name,
	    &words); ) {
		buf_chomp(&words);
		mine = hold_mine(&call->holding, name);
		/* The day to look again is for what was changed. */
		if (strcmp(name, LOOK_AGAIN) == 0 || words.length == 0 ||
		    (mine != NULL && strcmp(mine, words.data) == 0))
			continue;
		if (again == NULL)
			(void)hold_review(&call->holding, name, NULL,
			    &review, err);
		r = hold_hold(&call->holding, name, words.data, review,
		    err);
	}
	free(again);
	buf_free(&words);
	return r;
}

static int
hold_page(struct call *call, struct error *err)
{
	struct buf page = { 0 };
	int r;

	write_page(call, &page);
	r = input_take(&call->speak, &cli, call->couple, "",
	    buf_string(&page), err);
	buf_free(&page);
	if (r == 1 && (r = hold_parts(call, err)) == 0) {
		input_done(&call->speak);
		hold_say(&call->holding, NULL);
	} else if (r == 0)
		cli_say_nothing(&cli);
	return r;
}

static int
hold(struct call *call, char **operands, struct error *err)
{
	if (operands[0] == NULL)
		return call->speak.edit ? hold_page(call, err) :
		    say_topics(call);
	return hold_topic(call, operands[0], err);
}

static int
say_yes(struct call *call, char **operands, struct error *err)
{
	return hold_yes(&call->holding, operands[0], operands[1], err);
}

static int
end(struct call *call, char **operands, struct error *err)
{
	return hold_end(&call->holding, operands[0], err);
}

/*
 * The calls.
 */

#define WHICH	"one topic, please"

static const struct verb verbs[] = {
	{ "", NULL, 0, 0, VERB_SHOWS, NULL, list, NULL,
	    "what you both hold, and what either says", NULL },
	{ "list", NULL, 0, 0, VERB_SHOWS, NULL, list, NULL, "the same", NULL },
	{ "hold", "TOPIC [TEXT | -]", 0, INT_MAX, VERB_WORDS | VERB_WRITES |
	    VERB_FOR_TWO | VERB_OURS, "review", hold, NULL,
	    "hold words of your own; @ sees them", NULL },
	{ "yes", "TOPIC [HASH]", 1, 2, VERB_WRITES | VERB_FOR_TWO | VERB_OURS,
	    NULL, say_yes, WHICH, "hold what @ holds; @ sees it", NULL },
	{ "end", "TOPIC", 1, 1, VERB_WRITES | VERB_BACK, NULL, end, WHICH,
	    "let go of it, without a reason; @ sees it no more", NULL },
	{ 0 }
};

static enum status
begin(struct call *call, const struct verb *verb)
{
	struct error err = { 0 };

	(void)verb;
	if (deck_open(&call->deck, "words", "agree", &err) == -1)
		cli_fail(&cli, &err);
	return hold_open(&call->holding, &cli, call->couple, AGREEMENT_AGREE,
	    "agree");
}

static void
check(struct call *call, const struct verb *v, char **operands)
{
	if (v->run == hold && operands[0] != NULL)
		input_operands(&call->speak, operands + 1);
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
