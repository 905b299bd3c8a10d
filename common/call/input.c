/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/message.h"
#include "base/text.h"
#include "base/unsaved.h"
#include "call/input.h"
#include "call/verb.h"
#include "consent/pause_word.h"
#include "couple/couple.h"
#include "couple/settings.h"
#include "store/entry_id.h"
#include "store/store_try.h"
#include "store/store_write.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"

void
input_place(const struct cli *cli)
{
	struct error ignored = { 0 };
	struct settings s;

	/* As far as they can be read, settings say where that is. */
	(void)settings_read(&s, cli, &ignored);
	error_clear(&ignored);
	settings_free(&s);
}

/*
 * Words that a pipe brings, which is told by a last operand "-"; a person at a
 * terminal is asked later. 0 or -1.
 */
static int
take_piped(struct input *s, char *const *operands, struct error *err)
{
	int piped = s->from_stdin;

	for (; *operands != NULL; operands++)
		piped |= strcmp(*operands, "-") == 0 && operands[1] == NULL;
	if (!piped || isatty(STDIN_FILENO))
		return 0;
	unsaved_add(&s->piped, UNSAVED_GIVEN);
	return ask_read_stdin(&s->piped, s->most, err);
}

/* What may be words, until it is known what the verb makes of them. */
static void
take_call(struct input *s, char **word)
{
	unsaved_add(&s->call, UNSAVED_CALL);
	for (; *word != NULL; word++)
		if (strcmp(*word, "-") != 0)
			buf_printf(&s->call, "%s%s", s->call.length > 0 ?
			    " " : "", *word);
}

enum status
input_open(struct input *s, struct cli *cli, struct couple *c, int needs,
    int edits, const struct verb *verb, char **operands, couple_opener *opener)
{
	struct error err = { 0 }, refused = { 0 };
	enum status status = STATUS_OK;

	s->dry_run = cli->dry_run;
	if (s->most == 0)
		s->most = ENTRY_BYTES;
	if (verb != NULL && verb->does & VERB_WORDS && !s->taken)
		take_call(s, operands);
	if (verb == NULL || verb->does & VERB_WORDS || s->from_stdin)
		(void)take_piped(s, operands, &refused);
	if (edits)
		editor_prepare();
	if ((opener == NULL ? couple_open : opener)(c, cli, needs, &err) == -1)
		status = cli_fail(cli, &err);
	else if (refused.status != STATUS_OK)
		status = cli_fail(cli, &refused);
	error_clear(&refused);
	if (status != STATUS_OK)
		return status;
	screen_open(c->settings.plain);
	pause_word_heed(cli, c);
	return STATUS_OK;
}

void
input_message(void *input, const char *words)
{
	struct input *s = input;

	unsaved_add(&s->words, UNSAVED_CALL);
	if (s->given++)
		buf_str(&s->words, "\n\n");
	buf_str(&s->words, words);
}

void
input_operands(struct input *s, char **operands)
{
	s->taken = 1;
	if (*operands == NULL)
		return;
	s->places += s->given > 0;
	if (strcmp(*operands, "-") == 0 && operands[1] == NULL) {
		s->from_stdin = 1;
		return;
	}
	s->given++;
	unsaved_add(&s->words, UNSAVED_CALL);
	buf_words(&s->words, operands, NULL);
}

int
input_is_given(const struct input *s)
{
	return s->given || s->edit || s->from_stdin;
}

/*
 * Leave out the lines with # that the page began with, and no others, and
 * blanks around the rest.
 */
static void
strip(struct buf *b, const char *text, const char *p, size_t n)
{
	const char *end = p + n, *newline;
	size_t begin = b->length;

	for (; p < end; p = newline + 1) {
		newline = memchr(p, '\n', (size_t)(end - p));
		if (newline == NULL)
			newline = end;
		if (*p == '#' &&
		    editor_has_line(text, p, (size_t)(newline - p)))
			continue;
		if (newline > p || b->length > begin) {
			buf_put(b, p, (size_t)(newline - p));
			buf_char(b, '\n');
		}
	}
	while (b->length > begin + 1 && b->data[b->length - 2] == '\n')
		b->data[--b->length] = '\0';
}

static int
edit(struct input *s, const struct cli *cli, const struct couple *c,
    const char *text, struct error *err)
{
	struct buf page = { 0 };
	int r;

	buf_str(&page, text);
	if (s->before != NULL)
		buf_printf(&page, "%s\n", s->before);
	r = editor_edit(&s->page, cli, &c->mine, NULL, &page, err);
	buf_free(&page);
	if (r == 1) {
		buf_clear(&s->words);
		strip(&s->words, text, buf_string(&s->page.back),
		    s->page.back.length);
	}
	return r == -1 ? -1 : 0;
}

int
input_stdin(struct input *s, struct error *err)
{
	unsaved_add(&s->words, UNSAVED_GIVEN);
	if (isatty(STDIN_FILENO))
		return ask_read_stdin(&s->words, s->most, err);
	buf_free(&s->words);
	s->words = s->piped;
	unsaved_remove(&s->piped);
	memset(&s->piped, 0, sizeof(s->piped));
	return 0;
}

static int
ask(struct input *s, const struct cli *cli, const struct couple *c,
    const char *question, struct error *err)
{
	if (!ask_can(cli))
		return error_set(err, STATUS_USAGE, "no words, and no "
		    "terminal to ask on: give them with -m TEXT, or - "
		    "for stdin");
	/* Nobody writes for a place that takes nothing. */
	if (!cli->dry_run && store_try(&c->mine, err) == -1)
		return -1;
	ask_lines(question, &s->words);
	return 0;
}

int
input_take(struct input *s, const struct cli *cli, const struct couple *c,
    const char *question, const char *text, struct error *err)
{
	size_t where;
	int r = 0;

	if (s->places + (s->given > 0) + s->edit + s->from_stdin > 1)
		return error_set(err, STATUS_USAGE, "choose one place for "
		    "words: the call, -e or -");
	if (s->edit)
		r = edit(s, cli, c, message(text), err);
	else if (s->from_stdin)
		r = input_stdin(s, err);
	else if (!s->given)
		r = ask(s, cli, c, question, err);
	if (r == -1)
		return -1;
	if (!text_valid(buf_string(&s->words), s->words.length, &where))
		return error_set(err, STATUS_DATA, s->from_stdin ?
		    "<stdin>: expected UTF-8 without NUL, found something "
		    "else at byte %zu: iconv converts" : "expected UTF-8 "
		    "without NUL, found something else at byte %zu: iconv "
		    "converts", where);
	if (!buf_is_blank(buf_string(&s->words), s->words.length))
		return 1;
	unsaved_remove(&s->words);
	editor_drop(&s->page);
	return 0;
}

void
input_done(struct input *s)
{
	if (s->dry_run)
		unsaved_let_go();
	else
		unsaved_written(NULL);
	editor_drop(&s->page);
}

void
input_let_go(struct input *s)
{
	unsaved_let_go();
	editor_drop(&s->page);
}

void
input_close(struct input *s, const struct cli *cli, enum status status)
{
	cli_keep_words(cli, status);
	unsaved_close(&s->words);
	unsaved_close(&s->piped);
	unsaved_close(&s->call);
	editor_close(&s->page, cli);
	buf_free(&s->words);
	buf_free(&s->piped);
	buf_free(&s->call);
}
