/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * care - the people who help you, visits, and questions to bring.
 *
 * All of it is private, and goes on under any pause. Nothing is marked as
 * done, and nothing leaves but a page of what its author ticks.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/timewords.h"
#include "base/unsaved.h"
#include "call/input.h"
#include "call/tool.h"
#include "care/agenda.h"
#include "care/brief.h"
#include "couple/couple.h"
#include "plan/care.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"

#define MOST_OPERANDS	1000

struct call {
	struct couple	*couple;
	const char	*verb;
	struct care	 care;
	struct input	 speak;
	const char	*does, *reach;
	int		 minutes;
	enum fold	 fold;
	int		 all, ics, with_words;
	int		 parts[BRIEF_PARTS];
	int		 time_alone, html;
	enum status	 read;		/* what reading came to */
};

static void	take_part(void *call, const char *part);

static const struct cli_option options[] = {
	INPUT_WORDS,
	{ 0, "minutes", "MINUTES", "how long a visit is",
	    TAKE_COUNT(minutes, 1440) },
	{ 0, "fold", "WHICH", "first or second, of a doubled hour",
	    TAKE_FOLD(fold) },
	{ 0, "does", "TEXT", "what somebody does", TAKE_TEXT(does) },
	{ 0, "reach", "TEXT", "how you reach them", TAKE_TEXT(reach) },
	{ 0, "all", NULL, "visits that were, too", TAKE_FLAG(all) },
	{ 0, "ics", NULL, "visits for a calendar", TAKE_FLAG(ics) },
	{ 0, "with-words", NULL, "with whom, and your words",
	    TAKE_FLAG(with_words) },
	{ 0, "part", "PART...", "words, want, limits and so on",
	    TAKE_BY(take_part) },
	{ 0, "time-alone", NULL, "ask for time alone", TAKE_FLAG(time_alone) },
	{ 0, "html", NULL, "a page to print", TAKE_FLAG(html) },
	{ 0 }
};

static struct cli cli = {
	.name = "care",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT]\n"
	    " [people | practices | questions]\n"
	    "[-d DIR] [-u NAME] [--format FORMAT] [--all] [--ics] "
	    "[--with-words]\n"
	    " [visits]\n"
	    "[-enq] [-d DIR] [-u NAME] [--does TEXT] [--reach TEXT] "
	    "[-m TEXT]\n"
	    " add WHO [-]\n"
	    "[-enq] [-d DIR] [-u NAME] [--minutes MINUTES] [--fold WHICH]\n"
	    " [-m TEXT] visit TIME [PERSON] [TEXT | -]\n"
	    "[-enq] [-d DIR] [-u NAME] [-m TEXT] practice | ask [TEXT | -]\n"
	    "[-enq] [-d DIR] [-u NAME] [-m TEXT] write PART [TEXT | -]\n"
	    "[-nq] [-d DIR] [-u NAME] drop ITEM ...\n"
	    "[-d DIR] [-u NAME] [--part PART ...] [--time-alone] [--html] "
	    "brief",
	.about = "who helps you, visits, and questions to bring",
	.examples =
	    "  care add 'Dr Lee' --does physiotherapy\n"
	    "  care visit '2026-12-10 09:30' 'Dr Lee'\n"
	    "  care ask\n"
	    "  care brief\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER | CLI_VIEWER
};

static void
read_room(struct call *call, enum care_room room)
{
	call->read = cli_worse(call->read, care_read(call->couple, &cli, room,
	    &call->care));
}

/*
 * Showing.
 */

static enum status
print_ics(const struct call *call)
{
	day since = call->all ? WHEN_NO_DAY : clock_day(clock_now());
	struct buf b = { 0 };

	agenda_ics(&b, &call->care, call->couple->me, since, call->with_words);
	buf_write(&b, stdout);
	buf_free(&b);
	return call->read;
}

/* Say that nothing is here, unless something could not be read. */
static void
say_none(const struct call *call, const char *words)
{
	cli.worst = cli_worse(cli.worst, call->read);
	cli_say_none(&cli, words);
}

/* A room, by the verb's name. */
static int
list(struct call *call, char **operands, struct error *err)
{
	enum care_room room;

	(void)operands;
	(void)err;
	(void)care_room_named(call->verb, &room);
	if (room == CARE_VISITS)
		read_room(call, CARE_PEOPLE);
	read_room(call, room);
	if (call->ics)
		return (int)print_ics(call);
	if (agenda_show(&call->care, &cli, room, call->all) == 0)
		say_none(call, "Nothing is here just now.");
	return (int)call->read;
}

static int
overview(struct call *call, char **operands, struct error *err)
{
	static const enum care_room order[] = { CARE_VISITS, CARE_QUESTIONS,
	    CARE_PRACTICES, CARE_PEOPLE, CARE_LINES };
	size_t i, n = 0;

	(void)operands;
	(void)err;
	for (i = 0; i < CARE_ROOMS; i++)
		read_room(call, order[i]);
	if (call->ics)
		return (int)print_ics(call);
	for (i = 0; i < CARE_ROOMS; i++)
		n += agenda_show(&call->care, &cli, order[i], call->all);
	if (n == 0)
		say_none(call, "Nothing is here just now. 'care add NAME' "
		    "keeps somebody who helps you, 'care visit' a visit, and "
		    "'care ask' a question to bring, if you like.");
	return (int)call->read;
}

/*
 * Keeping.
 */

static int
keep(struct call *call, struct care_item *item, struct error *err)
{
	if (care_keep(call->couple, &cli, item, err) == -1)
		return -1;
	input_done(&call->speak);
	if (!cli.dry_run)
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

/* On a terminal, what was not said with the call; each may be skipped. */
static int
ask_about(struct call *call, struct buf *does, struct buf *reach,
    struct care_item *item, struct error *err)
{
	if (!ask_can(&cli) || call->does != NULL || call->reach != NULL ||
	    input_is_given(&call->speak))
		return 0;
	unsaved_add(does, UNSAVED_GIVEN);
	unsaved_add(reach, UNSAVED_GIVEN);
	if (ask_line("What do they do? Enter skips. ", does))
		item->does = (char *)(does->length > 0 ? does->data : NULL);
	if (ask_line("How do you reach them? Enter skips. ", reach))
		item->reach = (char *)(reach->length > 0 ? reach->data : NULL);
	if (take_words(call, "Anything you would like to remember?", "", item,
	    err) == -1 || is_text(item->does, err) == -1 ||
	    is_text(item->reach, err) == -1)
		return -1;
	return 0;
}

static int
add(struct call *call, char **operands, struct error *err)
{
	struct care_item item = { .room = CARE_PEOPLE,
	    .called = operands[0], .does = (char *)call->does,
	    .reach = (char *)call->reach };
	struct buf does = { 0 }, reach = { 0 };
	int r = 0;

	call->speak.from_stdin = operands[1] != NULL;
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

	read_room(call, CARE_PEOPLE);
	person = care_person(&call->care, wanted);
	if (person == NULL && call->read != STATUS_OK)
		return error_set(err, call->read, "%s: not all whom you keep "
		    "can be read just now, so nobody can tell whether they are "
		    "among them", wanted);
	if (person == NULL)
		return error_set(err, STATUS_USAGE,
		    "%s: nobody of that name is "
		    "kept: 'care add' keeps somebody, and -m takes words "
		    "without a name",
		    wanted);
	visit->with = (char *)person->name;
	return 0;
}

static int
visit(struct call *call, char **operands, struct error *err)
{
	struct care_item item = { .room = CARE_VISITS,
	    .minutes = call->minutes };
	struct buf b = { 0 };
	char **rest = operands + 1;
	int r = 0;

	if (*rest != NULL && strcmp(*rest, "-") != 0)
		rest++;
	input_operands(&call->speak, rest);
	if (timewords_understand_ahead(operands[0], call->fold, clock_now(),
	    &item.at, err) == -1 || (rest != operands + 1 &&
	    find_person(call, operands[1], &item, err) == -1))
		return -1;
	if (input_is_given(&call->speak))
		r = take_words(call, "", "# What it is for, what to bring. "
		    "Lines like these are left out.\n\n", &item, err);
	if (r == -1 || keep(call, &item, err) == -1)
		return -1;
	agenda_when(&b, item.at);
	cli_say(&cli, cli.dry_run ? "%s." : "%s. 'care drop %s' lets go of it "
	    "again.", buf_string(&b), item.name);
	buf_free(&b);
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
	page = need_printf("# %s Lines like these are left out.\n\n",
	    question);
	r = take_words(call, question, page, &item, err);
	free(page);
	if (r == 0)
		cli_say_nothing(&cli);
	return r == 1 ? keep(call, &item, err) : r;
}

static int
practice(struct call *call, char **operands, struct error *err)
{
	return note(call, CARE_PRACTICES, "What were you given to try?",
	    operands, err);
}

static int
ask(struct call *call, char **operands, struct error *err)
{
	return note(call, CARE_QUESTIONS, "What would you like to ask?",
	    operands, err);
}

static int
write_part(struct call *call, char **operands, struct error *err)
{
	struct care_item item = { .room = CARE_LINES, .at = clock_now(),
	    .part = operands[0] };
	struct buf before = { 0 }, question = { 0 };
	enum brief_part part;
	int r, dropped = 0;

	(void)brief_named(operands[0], &part);
	buf_printf(&question, "%s:", brief_heading(part));
	read_room(call, CARE_LINES);
	care_part(&call->care, item.part, &before);
	call->speak.before = before.length > 0 ? before.data : NULL;
	input_operands(&call->speak, operands + 1);
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

/*
 * Letting go.
 */

static int
drop(struct call *call, char **operands, struct error *err)
{
	const struct care_item *item;
	struct buf names = { 0 };
	enum care_room room;
	size_t i;

	for (room = 0; room < CARE_ROOMS; room++)
		read_room(call, room);
	for (i = 0; operands[i] != NULL; i++)
		if (care_find(&call->care, operands[i], err) == NULL)
			return call->read == STATUS_SYSTEM ? error_set(err,
			    call->read, "%s: not all that you keep can be "
			    "read: look at that first", operands[i]) : -1;
	for (i = 0; operands[i] != NULL && !cli.dry_run; i++) {
		item = care_find(&call->care, operands[i], err);
		if (care_drop(call->couple, item, err) == -1)
			return -1;
		buf_printf(&names, " %s", item->name);
	}
	if (cli.dry_run)
		cli_say(&cli, "It would be let go.");
	else
		cli_say(&cli, "Let go. It is in your trash; 'forget --undo%s' "
		    "brings it back.", buf_string(&names));
	buf_free(&names);
	return (int)call->read;
}

/*
 * The page to bring.
 */

static int
bring(struct call *call, char **operands, struct error *err)
{
	struct brief brief;
	enum status status;
	size_t i;
	int named = call->time_alone;

	(void)operands;
	for (i = 0; i < BRIEF_PARTS; i++)
		named |= call->parts[i];
	if (!named && !ask_can(&cli))
		return error_set(err, STATUS_USAGE, "nothing was named, and no "
		    "terminal to ask on: --part words, want, limits, not-now, "
		    "questions or practices, or --time-alone");
	status = brief_open(&brief, &cli, call->couple);
	cli.worst = cli_worse(cli.worst, status);
	brief.time_alone = call->time_alone;
	for (i = 0; i < BRIEF_PARTS; i++)
		if (call->parts[i])
			brief_tick(&brief, (enum brief_part)i);
	if (!named && !brief_ask(&brief, &cli))
		cli_say_nothing(&cli);
	else if (!brief_is_empty(&brief))
		brief_write(&brief, &cli, call->html, named);
	else {
		cli_say(&cli, "Nothing is on the page, and that is fine.");
		status = cli_worse(status, named ? STATUS_NO :
		    STATUS_OK);
	}
	brief_free(&brief);
	return (int)status;
}

/*
 * The calls.
 */

static const struct verb verbs[] = {
	{ "", NULL, 0, 0, VERB_SHOWS, "all ics with-words", overview, NULL,
	    "all of it; private", NULL },
	{ "people", NULL, 0, 0, VERB_SHOWS, NULL, list, NULL,
	    "who helps you; private", NULL },
	{ "add", "WHO [-]", 1, 2, VERB_WORDS | VERB_WRITES, "does reach", add,
	    "what are they called?", "keep somebody who helps; private", NULL },
	{ "visits", NULL, 0, 0, VERB_SHOWS, "all ics with-words", list, NULL,
	    "visits to come; private", NULL },
	{ "visit", "TIME [PERSON] [TEXT | -]", 1, MOST_OPERANDS, VERB_WORDS |
	    VERB_WRITES, "minutes fold", visit, "when is it? 'care visit "
	    "\"2026-12-10 09:30\"'", "keep a visit; private", NULL },
	{ "practices", NULL, 0, 0, VERB_SHOWS, NULL, list, NULL,
	    "what you were given to try; private", NULL },
	{ "practice", "[TEXT | -]", 0, MOST_OPERANDS, VERB_WORDS | VERB_WRITES,
	    NULL, practice, NULL, "keep such a thing; private", NULL },
	{ "questions", NULL, 0, 0, VERB_SHOWS, NULL, list, NULL,
	    "what you would ask; private", NULL },
	{ "ask", "[TEXT | -]", 0, MOST_OPERANDS, VERB_WORDS | VERB_WRITES,
	    NULL, ask, NULL, "keep a question to bring; private", NULL },
	{ "write", "PART [TEXT | -]", 1, MOST_OPERANDS, VERB_WORDS |
	    VERB_WRITES, NULL, write_part, "which part? words, want or limits",
	    "words for a page to bring; private", NULL },
	{ "drop", "ITEM ...", 1, MOST_OPERANDS, VERB_WRITES | VERB_BACK, NULL,
	    drop, "which one? 'care' lists them", "let go of any of it", NULL },
	{ "brief", NULL, 0, 0, 0, "part time-alone html", bring, NULL,
	    "a page of what you tick, for whoever you give it to", NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	enum brief_part part;

	call->verb = v->name;
	if (call->with_words && !call->ics)
		cli_usage(&cli, "--with-words: goes with --ics");
	if (v->run == add && operands[1] != NULL &&
	    strcmp(operands[1], "-") != 0)
		cli_usage(&cli, "add: too many words: quote a name that has "
		    "blanks");
	if (v->run == add && buf_is_blank(operands[0], strlen(operands[0])))
		cli_usage(&cli, "add: what are they called?");
	if (v->run == write_part && (!brief_named(operands[0], &part) ||
	    !brief_is_written(part)))
		cli_usage(&cli, "write %s: choose words, want or limits",
		    operands[0]);
}

static void
take_part(void *arg, const char *name)
{
	struct call *call = arg;
	enum brief_part part;

	if (!brief_named(name, &part))
		cli_usage(&cli, "--part %s: choose words, want, limits, "
		    "not-now, questions or practices", name);
	call->parts[part] = 1;
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = { &cli, verbs, &call, &c, &call.speak,
	    0, NULL, check, NULL, NULL };

	return tool_main(&tool, argc, argv);
}
