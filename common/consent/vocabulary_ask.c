/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/command.h"
#include "base/error.h"
#include "base/fold.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/sentence.h"
#include "base/text.h"
#include "consent/vocabulary.h"
#include "consent/vocabulary_ask.h"
#include "deck/deck.h"
#include "format/yaml_read.h"
#include "format/yaml_write.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/stop.h"

static const char *const says[] = {
	[MEANS_COMFORT] = SENTENCE("this is good as it is"),
	[MEANS_HESITATION] = SENTENCE("slower, or something else"),
	[MEANS_READY] = SENTENCE("for one thing only, and only now"),
	[MEANS_PAUSE] = SENTENCE("all of it stops")
};

#define MEANINGS	(nitems(vocabulary_names))

/*
 * Words with commas between them, as a list of YAML. False where one is not
 * to be had for that meaning; b may then hold some.
 */
static int
write_list(struct buf *b, const char *line, enum meaning m)
{
	char word[VOCABULARY_BYTES + 1];
	enum meaning fixed;
	size_t n, any = 0;

	buf_char(b, '[');
	for (; *line != '\0'; line += n + (line[n] == ',')) {
		line += strspn(line, " ");
		n = strcspn(line, ",");
		if (n > VOCABULARY_BYTES || !text_valid(line, n, NULL))
			return 0;
		memcpy(word, line, n);
		word[n] = '\0';
		while (*word != '\0' && word[strlen(word) - 1] == ' ')
			word[strlen(word) - 1] = '\0';
		fixed = stop_is(word) ? MEANS_PAUSE : meaning_fixed(word);
		if ((fixed != MEANS_UNKNOWN && fixed != m) ||
		    fold_same(word, "yes"))
			return 0;
		if (*word == '\0')
			continue;
		buf_str(b, any++ > 0 ? ", " : "");
		yaml_write_quoted(b, word, strlen(word));
	}
	buf_char(b, ']');
	return 1;
}

/* True where a list of words may stand behind those of the section `b`. */
static int
fits(const struct buf *b, size_t section, enum meaning m, const char *words)
{
	struct error ignored = { 0 };
	struct buf whole = { 0 };
	struct yaml y = { 0 };
	const char *why;
	int fit;

	buf_put(&whole, b->data + section, b->length - section);
	buf_printf(&whole, "  %s: ", vocabulary_names[m]);
	fit = write_list(&whole, words, m);
	buf_char(&whole, '\n');
	fit = fit && yaml_read(&y, whole.data, whole.length, "", &ignored) == 0;
	fit = fit && vocabulary_wrong(yaml_get(y.root, "signals"),
	    &why) == NULL;
	error_clear(&ignored);
	yaml_drop(&y);
	buf_free(&whole);
	return fit;
}

/* Return true where one of the words with commas between them is a tool's. */
static int
has_tool(const char *line)
{
	char *word;
	size_t n;
	int has = 0;

	for (; *line != '\0' && !has; line += n + (line[n] == ',')) {
		line += strspn(line, " ");
		n = strcspn(line, ",");
		word = need_part(line, n);
		has = command_is_tool(word);
		free(word);
	}
	return has;
}

/*
 * Ask for the words of one meaning, with others to begin with, and add the
 * list of them to the section of `b` that begins at `section`.
 */
static enum ask_step
ask(struct buf *b, size_t section, const struct cli *cli, enum meaning m,
    const char *begin)
{
	struct buf question = { 0 }, answer = { 0 }, list = { 0 };
	struct buf before = { 0 };
	enum ask_step step;

	/* A word that was just given another meaning is not offered. */
	if (!fits(b, section, m, begin))
		begin = "";
	for (;;) {
		buf_clear(&question);
		buf_clear(&list);
		buf_str(&question, "  ");
		sentence_add(&question, *begin == '\0' ?
		    "%s: %s (Enter for none) " :
		    "%s: %s (Enter for \"%s\", - for none) ",
		    vocabulary_names[m], message(says[m]), begin);
		/* Of words that pause, those of everyone may be said, too. */
		step = ask_step(m == MEANS_PAUSE ? ASK_ANYTHING : ASK_CHOICE,
		    buf_string(&question), SENTENCE("Words with commas between "
		    "them, or one."), &answer);
		if (step != ASK_ON || answer.length == 0) {
			(void)write_list(&list, begin, m);
			break;
		}
		if (strcmp(answer.data, "-") == 0)
			buf_clear(&answer);
		/* Typed as a command, it was meant for one. */
		if (has_tool(buf_string(&answer)) && strcmp(buf_string(&before),
		    answer.data) != 0) {
			cli_say(cli, "That is the name of a tool here. Another "
			    "word, please; or the same once more, to keep it.");
			buf_clear(&before);
			buf_str(&before, answer.data);
			continue;
		}
		if (fits(b, section, m, buf_string(&answer)) &&
		    write_list(&list, buf_string(&answer), m))
			break;
		cli_say(cli, "Another word, please. Each has one meaning here. "
		    "Some, like pause, stop and no, have theirs already. Yes "
		    "is only said aloud, each time.");
	}
	if (step != ASK_BACK)
		buf_printf(b, "  %s: %s\n", vocabulary_names[m],
		    buf_string(&list));
	buf_free(&question);
	buf_free(&answer);
	buf_free(&list);
	buf_free(&before);
	return step;
}

/* Add the words to begin with, where they have no other meaning by then. */
static void
add_given(struct buf *b, size_t section, enum meaning m, const char *words)
{
	if (!fits(b, section, m, words))
		words = "";
	buf_printf(b, "  %s: ", vocabulary_names[m]);
	(void)write_list(b, words, m);
	buf_char(b, '\n');
}

/* Where the list of each meaning begins, and which is next. */
struct asking {
	struct buf		*b;
	size_t			 section;
	const struct cli	*cli;
	const struct deck	*deck;
	size_t			 begins[MEANINGS], next;
};

static const char *
given(const struct deck *d, size_t m)
{
	const char *text = deck_pick(d, vocabulary_names[m], 0);

	return text == NULL ? "" : text;
}

static enum ask_step
ask_at(void *of, size_t m)
{
	struct asking *a = of;

	if (vocabulary_names[m] == NULL)
		return ASK_ON;
	if (m < a->next && a->begins[m] > 0) {
		a->b->length = a->begins[m];
		a->b->data[a->b->length] = '\0';
	}
	a->begins[m] = a->b->length;
	a->next = m + 1;
	return ask(a->b, a->section, a->cli, (enum meaning)m,
	    given(a->deck, m));
}

/* Add a list for each meaning, asking back and forth as long as one likes. */
static void
add_section(struct buf *b, size_t section, const struct cli *cli,
    const struct deck *d, int ask_first)
{
	struct asking a = { .b = b, .section = section, .cli = cli,
	    .deck = d };

	if (ask_first)
		(void)ask_walk(ask_at, &a, MEANINGS);
	for (; a.next < MEANINGS; a.next++)
		if (vocabulary_names[a.next] != NULL)
			add_given(b, section, (enum meaning)a.next,
			    given(d, a.next));
}

int
vocabulary_template(struct buf *b, const struct cli *cli, int ask_first,
    struct error *err)
{
	struct deck d;
	size_t section;
	char *head;

	if (deck_open(&d, "words", "signals", err) == -1) {
		deck_free(&d);
		return -1;
	}
	if (ask_first)
		cli_say(cli, "Words that you two can use as signals. Enter "
		    "keeps the one shown, < goes back, and you can change them "
		    "at any time. pause, stop and no always pause.");
	section = b->length;
	head = command_in("# Your words for signals; 'signal WORD' gives one. "
	    "pause, stop and no\n# always pause. Change, add or take away what "
	    "you like.\nsignals:\n");
	buf_str(b, head);
	free(head);
	add_section(b, section, cli, &d, ask_first);
	deck_free(&d);
	return 0;
}
