/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "consent/signal.h"
#include "consent/vocabulary.h"
#include "couple/couple.h"
#include "format/yaml.h"
#include "term/cli.h"
#include "giving.h"
#include "withdrawal.h"

static char **
find(char **operands, const char *word)
{
	for (; *operands != NULL; operands++)
		if (strcmp(*operands, word) == 0)
			return operands + 1;
	return NULL;
}

static enum status
give(const struct couple *c, const struct cli *cli, struct signal_give *s)
{
	struct error err = { 0 };
	struct buf b = { 0 };

	if (s->meaning == MEANS_NOTHING)
		return withdrawal_of_signal(c, cli);
	if (cli->dry_run) {
		signal_text(&b, s);
		fputs(buf_string(&b), stdout);
		buf_free(&b);
		return STATUS_OK;
	}
	if (signal_give(&c->ours, &c->mine, s, &err) == -1)
		return cli_fail(cli, &err);
	if (s->about == NULL)
		cli_say(cli, "Said: %s (%s).", s->word,
		    meaning_name(s->meaning));
	else
		cli_say(cli, "Said: %s (%s), about: %s.", s->word,
		    meaning_name(s->meaning), s->about);
	if (s->meaning == MEANS_READY)
		cli_say(cli, "It is for that one thing only. It is over after "
		    "an hour at most, and 'pause' ends it at once.");
	return STATUS_OK;
}

enum status
giving(const struct couple *c, const struct cli *cli, char **operands)
{
	struct buf word = { 0 }, about = { 0 };
	struct signal_give s = { .at = clock_now() };
	char **rest = find(operands, "about");
	enum status status = STATUS_USAGE;
	struct error err = { 0 };
	struct yaml y = { 0 };

	buf_words(&word, operands, "about");
	if (rest != NULL)
		buf_words(&about, rest, NULL);
	s.meaning = meaning_of(&c->ours, buf_string(&word));
	s.word = word.data;
	s.about = about.length > 0 ? about.data : NULL;
	if (!text_valid(buf_string(&word), word.length, NULL) ||
	    !text_valid(buf_string(&about), about.length, NULL))
		cli_warn(cli, "expected UTF-8: set the terminal to UTF-8");
	else if (about.length > SIGNAL_ABOUT)
		cli_warn(cli, "about: at most %d bytes, please", SIGNAL_ABOUT);
	else if (word.length == 0)
		cli_warn(cli, "which signal? It comes before about");
	else if (s.meaning == MEANS_UNKNOWN && vocabulary_read(&c->ours, &y,
	    &err) == -1) {
		status = cli_fail(cli, &err);
		cli_warn(cli, "your own words cannot be read just now. "
		    "To stop, type: pause");
	} else if (s.meaning == MEANS_UNKNOWN)
		cli_warn(cli, "to stop, type: pause. %s is not one of your "
		    "words; 'signal words' lists them", buf_string(&word));
	else if (s.meaning == MEANS_READY && s.about == NULL)
		cli_warn(cli, "ready is for one thing: 'signal %s about TEXT'",
		    s.word);
	else
		status = give(c, cli, &s);
	yaml_drop(&y);
	buf_free(&word);
	buf_free(&about);
	return status;
}
