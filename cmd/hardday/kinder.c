/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "base/unsaved.h"
#include "call.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "deck/hurt.h"
#include "kinder.h"
#include "plan/own.h"
#include "store/records.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"

#define LISTS	"hardday kinder list"

/*
 * Showing: the kinder half, and no other.
 */

static int
is_kind(const struct own_item *item)
{
	return item->text != NULL;
}

static size_t
count_kind(const struct own *own)
{
	size_t i, n = 0;

	for (i = 0; i < own->count; i++)
		n += (size_t)is_kind(&own->items[i]);
	return n;
}

int
kinder_is_there(const struct call *call, enum status *status)
{
	struct own own = { 0 };
	size_t n;

	*status = own_read(call->couple, &cli, OWN_THOUGHTS, &own);
	n = count_kind(&own);
	own_free(&own);
	return n > 0;
}

enum status
kinder_any(struct call *call)
{
	struct own own = { 0 };
	enum status status;
	size_t i, n;

	status = own_read(call->couple, &cli, OWN_THOUGHTS, &own);
	if ((n = count_kind(&own)) > 0) {
		n = arc4random_uniform((uint32_t)n);
		for (i = 0; !is_kind(&own.items[i]) || n-- > 0; i++)
			;
		screen_wrap(stdout, "  ", "  ", own.items[i].text);
	}
	own_free(&own);
	return status;
}

int
kinder_list(struct call *call, char **operands, struct error *err)
{
	struct own own = { 0 };
	enum status status;
	size_t i;

	(void)operands;
	(void)err;
	status = own_read(call->couple, &cli, OWN_THOUGHTS, &own);
	for (i = 0; i < own.count; i++)
		if (is_kind(&own.items[i])) {
			screen_wrap(stdout, "", "", own.items[i].name);
			screen_wrap(stdout, "  ", "  ", own.items[i].text);
		}
	if (count_kind(&own) == 0 && status == STATUS_OK)
		cli_say(&cli, "Nothing is here, and that is fine.");
	own_free(&own);
	return (int)status;
}

/*
 * Keeping.
 */

/* What is being said, until it is safe. */
struct thought {
	struct buf	 harsh, kinder;
};

static void
let_go_of(struct thought *t)
{
	unsaved_close(&t->harsh);
	unsaved_close(&t->kinder);
	buf_free(&t->harsh);
	buf_free(&t->kinder);
}

/* Of words that came at once, what follows the first empty line is kinder. */
static void
split(const struct buf *words, struct thought *t)
{
	const char *s = buf_string(words), *end = strstr(s, "\n\n");

	if (end == NULL)
		buf_str(&t->harsh, s);
	else {
		buf_put(&t->harsh, s, (size_t)(end - s));
		while (*end == '\n')
			end++;
		buf_str(&t->kinder, end);
	}
}

/*
 * Ask for the kinder half, where somebody can be asked, unless hurt or death is
 * in the other.
 */
static void
ask_kinder(struct thought *t)
{
	if (hurt_is_grave(buf_string(&t->harsh)) || t->kinder.length > 0 ||
	    !ask_can(&cli))
		return;
	unsaved_add(&t->kinder, UNSAVED_GIVEN);
	(void)ask_lines("If a friend told you that about themselves, "
	    "what would you say to them?", &t->kinder);
}

/* Keep both halves, and say where help is. 0, or -1 with err. */
static int
keep(const struct call *call, struct thought *t, struct error *err)
{
	struct own_item item = { .room = OWN_THOUGHTS, .at = clock_now() };
	int grave = hurt_is_grave(buf_string(&t->harsh)) ||
	    hurt_is_grave(buf_string(&t->kinder));

	item.harsh = t->harsh.data;
	item.text = buf_trim(&t->kinder);
	if (!text_valid(buf_string(&t->kinder), t->kinder.length, NULL))
		return error_set(err, STATUS_DATA, "expected UTF-8 without "
		    "NUL: set the terminal to UTF-8");
	if (own_keep(call->couple, &cli, &item, err) == -1)
		return -1;
	if (!cli.dry_run)
		unsaved_written(NULL);
	/* Whoever stopped is told nothing more. */
	if (ask_stopped())
		return 0;
	if (grave)
		cli_say(&cli, SCALE_SOUNDS_HARD);
	if (!cli.dry_run && item.text != NULL)
		cli_say(&cli, "Kept, for you alone. Only the kinder words are "
		    "ever shown again.");
	else if (!cli.dry_run)
		cli_say(&cli, "Kept, for you alone, and not shown again.");
	cli_say(&cli, SCALE_SAFETY);
	return 0;
}

#define HARSH	"What is the harsh line? Any words are fine."

/* Where somebody sits there: both halves, one after another. */
static enum ask_step
ask(void *of, size_t i)
{
	struct thought *t = of;

	if (i == 0)
		(void)ask_lines(HARSH, &t->harsh);
	else
		ask_kinder(t);
	return t->harsh.length == 0 ? ASK_ENDS : ASK_ON;
}

enum status
kinder_ask(struct call *call)
{
	enum status status = STATUS_OK;
	struct thought t = { .harsh = { 0 } };
	struct error err = { 0 };

	unsaved_add(&t.harsh, UNSAVED_GIVEN);
	couple_say_reader(call->couple, &cli);
	(void)ask_walk(ask, &t, 2);
	if (t.harsh.length > 0 && keep(call, &t, &err) == -1)
		status = cli_fail(&cli, &err);
	let_go_of(&t);
	return status;
}

int
kinder_write(struct call *call, char **operands, struct error *err)
{
	struct thought t = { .harsh = { 0 } };
	int r;

	(void)operands;
	couple_say_reader(call->couple, &cli);
	r = input_take(&call->speak, &cli, call->couple, HARSH, "# A harsh "
	    "line about yourself; then, after an empty line, what you would "
	    "say to a friend.\n# Lines like these are left out.\n\n", err);
	if (r == 0)
		cli_say_nothing(&cli);
	if (r != 1)
		return r;
	split(&call->speak.words, &t);
	ask_kinder(&t);
	r = keep(call, &t, err);
	if (r == 0)
		input_done(&call->speak);
	let_go_of(&t);
	return r;
}

/*
 * Letting go.
 */

int
kinder_drop(struct call *call, char **operands, struct error *err)
{
	struct own own = { 0 };
	struct buf names = { 0 };
	enum status status;
	int i, r = 0;

	status = own_read(call->couple, &cli, OWN_THOUGHTS, &own);
	for (i = 0; r == 0 && operands[i] != NULL; i++)
		if (own_find(&own, operands[i]) == NULL)
			r = own_unknown(&own, status, operands[i],
			    LISTS, err);
	for (i = 0; r == 0 && operands[i] != NULL && !cli.dry_run; i++) {
		buf_printf(&names, " %s", operands[i]);
		r = own_drop(call->couple, own_find(&own, operands[i]), err);
	}
	if (r == 0)
		records_say_dropped(&cli, buf_string(&names));
	buf_free(&names);
	own_free(&own);
	return r == -1 ? -1 : (int)status;
}
