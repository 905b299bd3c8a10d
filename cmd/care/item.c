/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "agenda.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "base/timewords.h"
#include "base/unsaved.h"
#include "brief.h"
#include "call.h"
#include "couple/couple.h"
#include "item.h"
#include "plan/care.h"
#include "plan/visits.h"
#include "store/records.h"
#include "term/ask.h"
#include "term/cli.h"

static int
keep(struct call *call, struct care_item *item, struct error *err)
{
	if (care_keep(call->couple, &cli, item, err) == -1)
		return -1;
	input_done(&call->speak);
	if (!cli.dry_run && !item->together)
		cli_say(&cli, "Kept, and not shared.");
	return (int)call->read;
}

/* Get words, asked for with a question; 1, or 0 with none, or -1. */
static int
take_words(struct call *call, const char *question, const char *page,
    struct care_item *item, struct error *err)
{
	int r = input_take(&call->speak, &cli, call->couple, question, page,
	    err);

	if (r == 1)
		item->text = call->speak.words.data;
	return r;
}

static int
is_text(const char *s, struct error *err)
{
	if (s != NULL && !text_valid(s, strlen(s), NULL))
		return error_set(err, STATUS_USAGE, "expected UTF-8, found "
		    "something else in the call");
	return 0;
}

struct asking {
	struct call		*call;
	struct buf		*does, *reach;
	struct care_item	*item;
	struct error		*err;
	int			 failed;
};

static enum ask_step
ask_at(void *of, size_t i)
{
	struct asking *a = of;

	if (i == 0)
		return ask_text(&cli, "What do they do? Enter skips. ",
		    a->does);
	if (i == 1)
		return ask_text(&cli, "How do you reach them? Enter skips. ",
		    a->reach);
	a->failed = take_words(a->call, "Anything you would like to "
	    "remember?", "", a->item, a->err) == -1;
	return ASK_ON;
}

/* On a terminal, what was not said with the call; each may be skipped. */
static int
ask_about(struct call *call, struct buf *does, struct buf *reach,
    struct care_item *item, struct error *err)
{
	struct asking a = { .call = call, .does = does, .reach = reach,
	    .item = item, .err = err };

	if (!ask_can(&cli) || call->does != NULL || call->reach != NULL ||
	    input_is_given(&call->speak))
		return 0;
	unsaved_add(does, UNSAVED_GIVEN);
	unsaved_add(reach, UNSAVED_GIVEN);
	(void)ask_walk(ask_at, &a, 3);
	item->does = (char *)(does->length > 0 ? does->data : NULL);
	item->reach = (char *)(reach->length > 0 ? reach->data : NULL);
	return a.failed || is_text(item->does, err) == -1 ||
	    is_text(item->reach, err) == -1 ? -1 : 0;
}

int
item_add(struct call *call, char **operands, struct error *err)
{
	struct care_item item = { .room = CARE_PEOPLE,
	    .called = operands[0], .does = (char *)call->does,
	    .reach = (char *)call->reach };
	struct buf does = { 0 }, reach = { 0 };
	int r = 0;

	call->speak.from_stdin = operands[1] != NULL;
	couple_say_reader(call->couple, &cli);
	if (is_text(item.called, err) == -1 || is_text(item.does, err) == -1 ||
	    is_text(item.reach, err) == -1)
		return -1;
	if (input_is_given(&call->speak))
		r = take_words(call, "", "# What you would like to remember. "
		    "Lines like these are left out.\n\n", &item, err);
	else
		r = ask_about(call, &does, &reach, &item, err);
	if (r != -1)
		r = keep(call, &item, err);
	/* What was typed for the other questions waits with the words. */
	unsaved_close(&does);
	unsaved_close(&reach);
	buf_free(&does);
	buf_free(&reach);
	return r;
}

/* The person of a visit, among those who are kept. 0, or -1 with err. */
static int
find_person(struct call *call, const char *wanted, struct care_item *visit,
    struct error *err)
{
	const struct care_item *person;

	agenda_read(call, CARE_PEOPLE);
	person = care_person(&call->care, wanted);
	if (person == NULL && call->read != STATUS_OK)
		return error_set(err, call->read, "%s: some of your files "
		    "cannot be read just now, and that name may be in one of "
		    "them", wanted);
	if (person == NULL)
		return error_set(err, STATUS_USAGE,
		    "%s: nobody of that name is noted: 'care add' notes "
		    "somebody, and -m takes words without a name", wanted);
	visit->with = (char *)person->name;
	return 0;
}

/* Say that day and time go out, and on a terminal ask. */
static int
may_tell(void)
{
	cli_say(&cli, "You can be seen alone first, whoever comes along. "
	    "'care brief --part alone' is a page that asks for it.");
	if (cli.dry_run || !ask_can(&cli))
		return 1;
	cli_say(&cli, "Your partner would see day and time, and no more: not "
	    "whom you see, and none of your words.");
	return ask_yes("Tell your partner? Without a yes it is kept for you "
	    "alone. [y/N] ");
}

/* Tell the other when a visit is that is kept. 0, or -1 with err. */
static int
tell(const struct call *call, const struct care_item *item, struct error *err)
{
	struct visit shown = { .at = item->at };
	struct error why = { 0 };

	if (cli.dry_run) {
		records_preview(&visits_kind, &cli, &shown, "");
		return 0;
	}
	if (visits_tell(call->couple, item->name, item->at, &why) == 0)
		return 0;
	error_set(err, why.status, "it is kept for you alone, and your partner "
	    "was not told: %s", error_message(&why));
	error_clear(&why);
	return -1;
}

/* Say when a visit is that was kept, and how to let go of it. */
static void
say_visit(const struct care_item *item)
{
	struct buf b = { 0 };

	agenda_when(&b, item->at);
	if (cli.dry_run)
		cli_say(&cli, "%s.", buf_string(&b));
	else if (item->together)
		cli_say(&cli, "%s. Your partner can see this day and time, "
		    "and nothing else of it. 'care drop %s' lets go of it "
		    "again.", buf_string(&b), item->name);
	else
		cli_say(&cli, "%s. 'care drop %s' lets go of it again.",
		    buf_string(&b), item->name);
	buf_free(&b);
}

int
item_visit(struct call *call, char **operands, struct error *err)
{
	struct care_item item = { .room = CARE_VISITS,
	    .minutes = call->minutes };
	struct when now = clock_now();
	char **person, **rest, *said;
	size_t used;
	int r;

	said = timewords_operands(operands, 1, clock_day(now), &used);
	person = rest = operands + used;
	if (*rest != NULL && strcmp(*rest, "-") != 0)
		rest++;
	input_operands(&call->speak, rest);
	couple_say_reader(call->couple, &cli);
	r = timewords_understand_ahead(said, call->fold, now, &item.at, err);
	free(said);
	if (r == -1 || (rest != person &&
	    find_person(call, *person, &item, err) == -1) || (call->together &&
	    visits_may_tell(call->couple, item.at, err) == -1))
		return -1;
	if (input_is_given(&call->speak))
		r = take_words(call, "", "# What it is for, what to bring. "
		    "Lines like these are left out.\n\n", &item, err);
	item.together = r != -1 && call->together && may_tell();
	if (r == -1 || keep(call, &item, err) == -1 ||
	    (item.together && tell(call, &item, err) == -1))
		return -1;
	say_visit(&item);
	if (!cli.dry_run && visits_tidy(call->couple, clock_day(now) - 1,
	    err) == -1)
		return (int)cli_fail(&cli, err);
	return (int)call->read;
}

static int
note(struct call *call, enum care_room room, const char *question,
    char **operands, struct error *err)
{
	struct care_item item = { .room = room, .at = clock_now() };
	char *page;
	int r;

	input_operands(&call->speak, operands);
	couple_say_reader(call->couple, &cli);
	page = need_printf(message("# %s Lines like these are left out.\n\n"),
	    message(question));
	r = take_words(call, question, page, &item, err);
	free(page);
	if (r == 0)
		cli_say_nothing(&cli);
	return r == 1 ? keep(call, &item, err) : r;
}

int
item_practice(struct call *call, char **operands, struct error *err)
{
	return note(call, CARE_PRACTICES, "What were you given to try?",
	    operands, err);
}

int
item_ask(struct call *call, char **operands, struct error *err)
{
	return note(call, CARE_QUESTIONS, "What would you like to ask?",
	    operands, err);
}

int
item_write(struct call *call, char **operands, struct error *err)
{
	struct care_item item = { .room = CARE_LINES, .at = clock_now(),
	    .part = operands[0] };
	struct buf before = { 0 }, question = { 0 };
	enum brief_part part;
	int r, dropped = 0;

	(void)brief_named(operands[0], &part);
	buf_printf(&question, "%s:", message(brief_heading(part)));
	agenda_read(call, CARE_LINES);
	care_part(&call->care, item.part, &before);
	call->speak.before = before.length > 0 ? before.data : NULL;
	input_operands(&call->speak, operands + 1);
	couple_say_reader(call->couple, &cli);
	r = take_words(call, buf_string(&question), "# For a page to bring, in "
	    "your own words. Lines like these are left out.\n\n", &item, err);
	if (r == 0)
		cli_say_nothing(&cli);
	if (r == 1)
		r = keep(call, &item, err);
	/* What stood there goes once the new is kept. */
	if (r != -1 && item.name[0] != '\0')
		dropped = care_drop_part(call->couple, &call->care, item.part,
		    err);
	if (dropped > 0)
		cli_say(&cli, "What stood there before is in your trash.");
	call->speak.before = NULL;
	buf_free(&before);
	buf_free(&question);
	return dropped == -1 ? -1 : r;
}
