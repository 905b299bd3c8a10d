/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "call.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "entry/entry.h"
#include "plan/own_scale.h"
#include "scale.h"
#include "store/entry_id.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"

/*
 * Making one.
 */

/* Read one's own, once. 0, or -1 with err. */
static int
read_own(struct call *call, struct error *err)
{
	if (call->own_is_read)
		return 0;
	if (own_scales_read(call->couple, &call->own, err) == -1)
		return -1;
	call->own_is_read = 1;
	return 0;
}

/* What is asked where it was not said: where and what kind before a number. */
static const char *const questions[3] = {
	SENTENCE("Where do you notice it, and what is it like? Words first, "
	    "if you like; Enter skips. "),
	SENTENCE("What does 0 mean? "), SENTENCE("What does 10 mean? ")
};

struct filling {
	int		 said[3];
	struct buf	*lines;
};

static enum ask_step
ask(void *of, size_t i)
{
	struct filling *f = of;

	return f->said[i] ? ASK_ON : ask_text(&cli, questions[i],
	    &f->lines[i]);
}

/* Ask what was not said. 0 or -1. */
static int
fill(struct own_scale *s, struct buf lines[3], struct error *err)
{
	const char **parts[3] = { &s->about, &s->low, &s->high };
	struct filling f = { .lines = lines };
	size_t i;

	for (i = 0; i < 3; i++)
		f.said[i] = *parts[i] != NULL;
	if (ask_can(&cli))
		(void)ask_walk(ask, &f, 3);
	for (i = 0; i < 3; i++)
		if (lines[i].length > 0)
			*parts[i] = lines[i].data;
	if (ask_stopped())
		return error_set(err, STATUS_NO, "nothing was made");
	if ((s->low == NULL || s->high == NULL) && ask_can(&cli))
		return error_set(err, STATUS_NO, "nothing was made, and that "
		    "is fine. A scale has words for both ends: 'checkin scale "
		    "%s none most'", s->name);
	if (s->low == NULL || s->high == NULL)
		return error_set(err, STATUS_USAGE, "words for both ends are "
		    "missing: 'checkin scale %s none most'", s->name);
	for (i = 0; i < 3; i++)
		if (!text_valid(buf_string(&lines[i]), lines[i].length, NULL))
			return error_set(err, STATUS_DATA, "expected UTF-8 "
			    "without NUL: set the terminal to UTF-8");
	if (!text_valid(s->low, strlen(s->low), NULL) ||
	    !text_valid(s->high, strlen(s->high), NULL))
		return error_set(err, STATUS_DATA, "expected UTF-8 without "
		    "NUL: set the terminal to UTF-8");
	return 0;
}

/* Make the scale `name`, and read them anew. 0, or -1 with err. */
static int
make(struct call *call, const char *name, const char *low, const char *high,
    struct error *err)
{
	struct own_scale s = { .name = name, .low = low, .high = high };
	struct buf lines[3] = { { 0 }, { 0 }, { 0 } };
	size_t i;
	int r;

	couple_say_reader(call->couple, &cli);
	r = fill(&s, lines, err);
	if (r == 0 && !cli.dry_run)
		r = own_scale_keep(call->couple, &s, err);
	for (i = 0; i < 3; i++)
		buf_free(&lines[i]);
	if (r == -1)
		return -1;
	own_scales_free(&call->own);
	call->own_is_read = 0;
	if (cli.dry_run)
		cli_say(&cli, "own/settings.yaml: nothing was written");
	else
		cli_say(&cli, "Made, for you alone: nothing shares its "
		    "numbers, and nobody compares them. Looking at pain can "
		    "feed it: leave it whenever it does not help you.");
	return read_own(call, err);
}

static void
show(const struct own_scale *s)
{
	screen_say(stdout, "%s: 0 %s to 10 %s", s->name, s->low, s->high);
	if (s->about != NULL)
		screen_wrap(stdout, "  ", "  ", s->about);
}

int
scale_make(struct call *call, char **operands, struct error *err)
{
	const struct own_scale *s;
	size_t i;

	if (read_own(call, err) == -1)
		return -1;
	if (operands[0] == NULL) {
		for (i = 0; i < call->own.count; i++)
			show(&call->own.at[i]);
		if (call->own.count == 0)
			cli_say(&cli, "You have no scale of your own, and that "
			    "is fine. 'checkin scale NAME' makes one.");
		return STATUS_OK;
	}
	if (own_scale_fits(call->couple, operands[0], err) == -1)
		return -1;
	if ((s = own_scales_find(&call->own, operands[0])) != NULL) {
		show(s);
		return operands[1] == NULL ? STATUS_OK : error_set(err,
		    STATUS_NO, "%s: it is there already, and nothing was "
		    "changed: own/settings.yaml of your private place is "
		    "yours to edit", operands[0]);
	}
	return make(call, operands[0], operands[1], operands[1] == NULL ?
	    NULL : operands[2], err) == -1 ? -1 : STATUS_OK;
}

/*
 * Numbers.
 */

/* Offer to make the scale `name`. 1 where it is there now, 0, or -1. */
static int
offer(struct call *call, const char *name, struct error *err)
{
	char *question;
	int yes;

	if (!ask_can(&cli) || cli.dry_run ||
	    !id_is_slug(name, strlen(name)))
		return 0;
	question = need_printf(message("There is no scale %s. Make one, for "
	    "you alone? [y/N] "), name);
	yes = ask_yes(question);
	free(question);
	if (!yes)
		return 0;
	return own_scale_fits(call->couple, name, err) == -1 ||
	    make(call, name, NULL, NULL, err) == -1 ? -1 : 1;
}

/* Add the number that `text` says. 0, or -1 with err. */
static int
add(struct call *call, const struct own_scale *s, const char *text,
    struct error *err)
{
	const struct scale plain = { .name = s->name };
	struct own_numbers *n = &call->numbers;
	size_t i;

	for (i = 0; i < n->count; i++)
		if (strcmp(n->names[i], s->name) == 0)
			return error_set(err, STATUS_USAGE, "%s: given twice: "
			    "keep one", s->name);
	if (scale_rating(&plain, text, &n->values[n->count], err) == -1)
		return -1;
	n->names[n->count++] = need_string(s->name);
	call->draft.beside = 1;
	return 0;
}

int
scale_take(struct call *call, const char *operand, struct error *err)
{
	const char *equals = strchr(operand, '=');
	const struct own_scale *s = NULL;
	char *name;
	int r = 0;

	if (equals == NULL)
		return 0;
	name = need_part(operand, (size_t)(equals - operand));
	/* The draft looks at those of couple.yaml. */
	if (scale_find(&call->couple->scales, name) == NULL &&
	    (r = read_own(call, err)) == 0 &&
	    (s = own_scales_find(&call->own, name)) == NULL &&
	    (r = offer(call, name, err)) == 1)
		s = own_scales_find(&call->own, name);
	if (r != -1 && s != NULL)
		r = add(call, s, equals + 1, err) == -1 ? -1 : 1;
	free(name);
	return r;
}

enum status
scale_beside(const struct call *call, const struct entry *e)
{
	struct error err = { 0 };
	char id[ID_SIZE];

	if (call->numbers.count == 0)
		return STATUS_OK;
	id_write(&e->id, id);
	if (cli.dry_run)
		cli_say(&cli, "own/numbers/%s.yaml: nothing was written", id);
	else if (own_numbers_keep(call->couple, id, e->at, &call->numbers,
	    &err) == -1) {
		cli_warn(&cli, "%s is kept, but the numbers of your own scales "
		    "could not be kept:", id);
		return cli_fail(&cli, &err);
	}
	return STATUS_OK;
}
