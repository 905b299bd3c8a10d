/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/message.h"
#include "base/sentence.h"
#include "base/text.h"
#include "base/unsaved.h"
#include "couple/asked.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "deck/deck.h"
#include "entry/draft.h"
#include "format/yaml.h"
#include "plan/own_scale.h"
#include "store/store_try.h"
#include "store/store_write.h"
#include "term/ask.h"
#include "term/cli.h"

/*
 * Each question is one line. `take` puts what was typed into the draft, in
 * place of what stood there: 0, or -1 with err, which is told by `again`. `add`
 * adds what stands there to a text, and `drop` takes it out of the draft.
 */
struct question {
	const char		*ask, *again;
	int			(*take)(struct draft *d,
				    const struct question *q,
				    const struct buf *line, struct error *err);
	void			(*add)(const struct draft *d,
				    const struct question *q, struct buf *b);
	void			(*drop)(struct draft *d,
				    const struct question *q);
	const char		*help;
	size_t			 scale;		/* which it is about */
};

/* Say what was answered before somebody came back. True where there was. */
static int
say_answered(const struct draft *d, const struct cli *cli,
    const struct question *q)
{
	struct buf stands = { 0 };
	int any;

	q->add(d, q, &stands);
	if ((any = stands.length > 0))
		cli_say(cli, ASK_SO_FAR,
		    buf_string(&stands));
	buf_free(&stands);
	return any;
}

/* Ask it, and on what is no answer once more. */
static enum ask_step
ask(struct draft *d, const struct cli *cli, const struct question *q)
{
	int answered = say_answered(d, cli, q), r;
	struct buf line = { 0 };
	struct error err = { 0 };
	enum ask_step step;

	do {
		r = 0;
		step = ask_step(ASK_WORD, q->ask, q->help, &line);
		if (step != ASK_ON || line.length == 0)
			break;
		if (answered && strcmp(line.data, "-") == 0)
			q->drop(d, q);
		else if ((r = q->take(d, q, &line, &err)) == -1)
			cli_say(cli, "%s", message(q->again));
		error_clear(&err);
	} while (r != 0);
	buf_free(&line);
	return step;
}

/* Whoever wrote a question into couple.yaml, it is one line. */
static void
one_line(char *p)
{
	for (; (p = strpbrk(p, "\r\n")) != NULL; p++)
		*p = ' ';
}

static int
take_rating(struct draft *d, const struct question *q, const struct buf *line,
    struct error *err)
{
	return scale_rating(&d->couple->scales.at[q->scale], line->data,
	    &d->ratings[q->scale], err);
}

static void
add_rating(const struct draft *d, const struct question *q, struct buf *b)
{
	if (d->ratings[q->scale] != -1)
		buf_printf(b, "%ld", d->ratings[q->scale]);
}

static void
drop_rating(struct draft *d, const struct question *q)
{
	d->ratings[q->scale] = -1;
}

static enum ask_step
ask_scale(struct draft *d, const struct cli *cli, size_t i)
{
	const struct scale *s = &d->couple->scales.at[i];
	struct question q = { .take = take_rating, .add = add_rating,
	    .drop = drop_rating, .scale = i };
	struct buf words = { 0 }, question = { 0 }, again = { 0 };
	const struct node *n;
	enum ask_step step;

	for (n = yaml_first(s->words); n != NULL; n = n->next)
		buf_printf(&words, "%s%s", words.length > 0 ? ", " : "",
		    scale_said(n->key));
	if (!asked_before(d->couple, s))
		buf_printf(&question, "%s ", message(ASKED_NEW));
	d->asked |= 1u << i;
	if (words.length == 0) {
		sentence_add(&question, "%s (0 %s to 10 %s) ",
		    scale_said(s->ask), scale_said(s->low),
		    scale_said(s->high));
		sentence_add(&again, "A whole number from 0 to 10. Enter "
		    "skips it; words have room further on.");
	} else {
		sentence_add(&question, "%s (0 %s to 10 %s; or %s) ",
		    scale_said(s->ask), scale_said(s->low),
		    scale_said(s->high), words.data);
		sentence_add(&again, "A whole number from 0 to 10; or %s. "
		    "Enter skips it; words have room further on.", words.data);
	}
	one_line(question.data);
	q.ask = question.data;
	q.again = again.data;
	step = ask(d, cli, &q);
	buf_free(&question);
	buf_free(&again);
	buf_free(&words);
	return step;
}

/* Words to choose from; what is not there can be typed all the same. */
static void
add_words(struct buf *words)
{
	struct error ignored = { 0 };
	const struct node *n;
	const char *word;
	struct deck deck;

	if (deck_open(&deck, "words", "feel", &ignored) == 0)
		for (n = deck.first; n != NULL; n = n->next)
			if ((word = yaml_get_text(n, "text")) != NULL)
				buf_printf(words, "%s%s", words->length > 0 ?
				    ", " : "", word);
	if (words->length == 0)
		buf_str(words, message("Any words of your own will do."));
	deck_free(&deck);
	error_clear(&ignored);
}

/* What was said before stays where this cannot be taken. */
static int
take_feel(struct draft *d, const struct question *q, const struct buf *line,
    struct error *err)
{
	struct node *before = d->feel;

	(void)q;
	d->feel = yaml_new(&d->yaml, NODE_LIST);
	if (draft_words(d, d->feel, "that", line->data, err) == 0)
		return 0;
	d->feel = before;
	return -1;
}

static void
add_feel(const struct draft *d, const struct question *q, struct buf *b)
{
	const struct node *n;

	(void)q;
	for (n = d->feel->child; n != NULL; n = n->next)
		buf_printf(b, "%s%s", n->text, n->next == NULL ? "" : ", ");
}

static void
drop_feel(struct draft *d, const struct question *q)
{
	(void)q;
	d->feel = yaml_new(&d->yaml, NODE_LIST);
}

static int
take_pace(struct draft *d, const struct question *q, const struct buf *line,
    struct error *err)
{
	(void)q;
	return draft_pace(d, line->data, err);
}

static void
add_pace(const struct draft *d, const struct question *q, struct buf *b)
{
	(void)q;
	buf_str(b, d->pace == NULL ? "" : d->pace);
}

static void
drop_pace(struct draft *d, const struct question *q)
{
	(void)q;
	d->pace = NULL;
}

static int
take_today(struct draft *d, const struct question *q, const struct buf *line,
    struct error *err)
{
	(void)q;
	(void)err;
	buf_clear(&d->today);
	buf_put(&d->today, line->data, line->length);
	return 0;
}

static void
add_today(const struct draft *d, const struct question *q, struct buf *b)
{
	(void)q;
	buf_put(b, buf_string(&d->today), d->today.length);
}

static void
drop_today(struct draft *d, const struct question *q)
{
	(void)q;
	buf_clear(&d->today);
}

/* The questions after those about scales; words come last. */
enum { ASKS_FEEL, ASKS_PACE, ASKS_TODAY, ASKS_WORDS, ASKS_MOST };

static const struct question others[] = {
	[ASKS_FEEL] = { SENTENCE("Words for what you feel or sense, with "
	    "commas (? shows some) "), SENTENCE("That is longer than one "
	    "word. There is room for it under the next questions."), take_feel,
	    add_feel, drop_feel,
	    NULL, 0 },
	[ASKS_PACE] = { SENTENCE("What would you like for today: slower, "
	    "same or curious? "), SENTENCE("Slower, same or curious. Enter "
	    "skips it."),
	    take_pace, add_pace, drop_pace, NULL, 0 },
	[ASKS_TODAY] = { SENTENCE("What suits you today, and what does not? "),
	    NULL, take_today, add_today, drop_today, NULL, 0 }
};

static enum ask_step
ask_other(struct draft *d, const struct cli *cli, size_t which)
{
	struct question q = others[which];
	struct buf words = { 0 };
	enum ask_step step;

	if (which == ASKS_FEEL) {
		add_words(&words);
		q.help = words.data;
	}
	step = ask(d, cli, &q);
	buf_free(&words);
	return step;
}

/* Note which questions are due: scales by their place, the others behind. */
static size_t
find_due(const struct draft *d, size_t due[SCALES_MOST + ASKS_MOST])
{
	const struct scales *scales = &d->couple->scales;
	const int said[ASKS_WORDS] = { [ASKS_PACE] = d->pace != NULL,
	    [ASKS_TODAY] = d->today.length > 0 };
	unsigned int apart = own_scales_clash(d->couple, NULL);
	size_t i, n = 0;

	for (i = 0; i < scales->count; i++)
		if (d->ratings[i] == -1 && !(apart & 1u << i) && (d->asks == NULL ||
		    text_index(d->asks, scales->at[i].name) != -1))
			due[n++] = i;
	for (i = 0; i < ASKS_WORDS && d->asks == NULL; i++)
		if (!said[i])
			due[n++] = SCALES_MOST + i;
	due[n++] = SCALES_MOST + ASKS_WORDS;
	return n;
}

/* Which are due, of whom, and on what. */
struct asking {
	struct draft		*draft;
	const struct cli	*cli;
	size_t			 due[SCALES_MOST + ASKS_MOST];
};

static enum ask_step
ask_at(void *of, size_t i)
{
	struct asking *a = of;
	size_t which = a->due[i];

	if (which < SCALES_MOST)
		return ask_scale(a->draft, a->cli, which);
	if (which < SCALES_MOST + ASKS_WORDS)
		return ask_other(a->draft, a->cli, which - SCALES_MOST);
	return ask_lines("Any words?", &a->draft->note);
}

int
draft_ask(struct draft *d, const struct cli *cli, struct error *err)
{
	struct asking a = { .draft = d, .cli = cli };

	/* Nobody writes for a place that takes nothing. */
	if (!cli->dry_run && store_try(&d->couple->mine, err) == -1)
		return -1;
	unsaved_add(&d->today, UNSAVED_GIVEN);
	cli_say(cli, "A moment for you. Enter skips a question, a dot (.) ends "
	    "and keeps, Ctrl-C keeps nothing. < goes back, ? helps.");
	(void)ask_walk(ask_at, &a, find_due(d, a.due));
	if (!text_valid(buf_string(&d->today), d->today.length, NULL) ||
	    !text_valid(buf_string(&d->note), d->note.length, NULL))
		return error_set(err, STATUS_DATA, "expected UTF-8 without "
		    "NUL: set the terminal to UTF-8");
	return 0;
}
