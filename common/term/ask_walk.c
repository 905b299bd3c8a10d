/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/message.h"
#include "term/ask.h"
#include "term/ask_inner.h"
#include "term/cli.h"

/*
 * Several, back and forth.
 */

enum ask_step
ask_walk(enum ask_step (*ask)(void *of, size_t i), void *of, size_t count)
{
	struct ask_place *here = ask_here();
	int outer = here->follows, among = here->among, back = 0, any = 0;
	size_t i = 0, first = count;
	enum ask_step step = ASK_ON;

	while (i < count) {
		here->follows = outer || i > first;
		here->among = 1;
		here->asked = 0;
		step = ask(of, i);
		any |= here->asked;
		/* Whatever was made of it, it was said. */
		if (here->asked && here->did != ASK_ON)
			step = here->did;
		if (here->asked && i < first)
			first = i;
		if (step == ASK_ENDS || (step == ASK_BACK && i <= first))
			break;
		/* Going back passes over what asks nothing. */
		back = step == ASK_BACK || (back && !here->asked && i > 0);
		i = back ? i - 1 : i + 1;
	}
	here->follows = outer;
	here->among = among;
	here->asked = any;
	return step;
}

int
ask_went_back(void)
{
	return ask_here()->did == ASK_BACK;
}

static void
swap(struct buf *one, struct buf *other)
{
	struct buf b = *one;

	*one = *other;
	*other = b;
}

enum ask_step
ask_text(const struct cli *cli, const char *question, struct buf *line)
{
	struct buf typed = { 0 };
	enum ask_step step;

	if (line->length > 0)
		cli_say(cli, ASK_SO_FAR, buf_string(line));
	step = ask_step(ASK_WORD, question, NULL, &typed);
	if (step == ASK_ON && typed.length > 0) {
		if (line->length == 0 || strcmp(typed.data, "-") != 0)
			swap(line, &typed);
		else
			buf_clear(line);
	}
	buf_free(&typed);
	return step;
}

/*
 * Yes or no.
 */

static int	(*also_yes)(const char *);

void
ask_yes_also(int (*by)(const char *))
{
	also_yes = by;
}

int
ask_is_yes(const char *typed)
{
	return strcasecmp(typed, "y") == 0 || strcasecmp(typed, "yes") == 0 ||
	    (also_yes != NULL && also_yes(typed));
}

int
ask_tick(const char *question)
{
	struct buf line = { 0 };
	int r = -1;

	if (ask_step(ASK_CHOICE, question, "y is yes; Enter, and anything "
	    "else, is no.", &line) == ASK_ON)
		r = ask_is_yes(buf_string(&line));
	buf_free(&line);
	return r;
}

int
ask_yes(const char *question)
{
	return ask_tick(question) == 1;
}

int
ask_goes_out(const struct cli *cli, const char *says, const char *question)
{
	if (cli->dry_run || !ask_can(cli))
		return 1;
	cli_say(cli, "%s", message(says));
	if (ask_yes(question))
		return 1;
	cli_say_nothing(cli);
	return 0;
}

int
ask_shown(const struct cli *cli, int yes, const char *question,
    const char *left, struct error *err)
{
	if (cli->dry_run || yes)
		return !cli->dry_run;
	if (ask_can(cli))
		return ask_yes(question);
	return error_set(err, STATUS_USAGE, "%s", message(left));
}
