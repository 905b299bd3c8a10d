/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "agenda.h"
#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/command.h"
#include "base/message.h"
#include "base/sentence.h"
#include "call.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "couple/origin.h"
#include "format/ics.h"
#include "format/output.h"
#include "format/yaml.h"
#include "term/cli.h"
#include "term/screen.h"

/* True for what the other placed there. */
static int
is_theirs(const struct call *call, const struct care_item *item)
{
	return item->known != NULL && item->known != call->couple->me;
}

/* The other's names are words, too; under a pause none come. */
static int
hides_name(const struct call *call, const struct care_item *item)
{
	return is_theirs(call, item) &&
	    pause_look(call->couple) != PAUSE_CLEAR;
}

static void
print(const struct call *call, const struct care_item *item)
{
	static const char *const columns[] = { "kind", "id", "at", "minutes",
	    "with", "name", "does", "reach", "part", "text", NULL };
	static const char *const known[] = { "kind", "id", "at", "minutes",
	    "with", "name", "does", "reach", "part", "text", "for", "by",
	    NULL };
	static const char *const kinds[] = { [CARE_PEOPLE] = "person",
	    [CARE_VISITS] = "visit", [CARE_PRACTICES] = "practice",
	    [CARE_QUESTIONS] = "question", [CARE_LINES] = "line" };
	struct yaml file = { 0 }, y = { 0 };
	const struct node *n;

	care_record(&file, item);
	yaml_put_word(&y, "kind", kinds[item->room]);
	if (!hides_name(call, item))
		yaml_put(&y, "id", item->name);
	for (n = yaml_first(file.root); n != NULL; n = n->next)
		/* What a hand left undated has no time to tell. */
		if ((strcmp(n->key, "at") != 0 || item->at.instant != 0) &&
		    strcmp(n->key, "together") != 0)
			yaml_put_node(&y, n->key, yaml_copy(&y, n));
	if (item->known != NULL) {
		yaml_put_word(&y, "for", "two");
		yaml_put(&y, "by", item->known);
		if (item->elsewhere)
			yaml_put_word(&y, "placed", "false");
	}
	yaml_drop(&file);
	output_print(&y, item->known == NULL ? columns : known, cli.format);
}

void
agenda_when(struct buf *b, struct when at)
{
	char s[WHEN_AT_SIZE], words[WHEN_WORDS_SIZE];

	clock_write(at, s);
	buf_printf(b, "%s, %.5s", calendar_words(clock_day(at), words),
	    s + 11);
	if (clock_local(at.instant).offset != at.offset)
		buf_printf(b, " (%s)", s + 19);
}

static void
say_head(const struct care *care, const struct care_item *i, struct buf *b)
{
	if (i->room == CARE_VISITS) {
		agenda_when(b, i->at);
		if (i->with != NULL)
			buf_printf(b, ", %s", care_with(care, i));
		if (i->minutes > 0) {
			buf_char(b, ' ');
			sentence_add(b, "(%d min)", i->minutes);
		}
	} else if (i->room == CARE_PEOPLE) {
		buf_str(b, i->called);
		if (i->does != NULL)
			buf_printf(b, ", %s", i->does);
		if (i->reach != NULL)
			buf_printf(b, ": %s", i->reach);
	} else {
		if (i->part != NULL)
			buf_printf(b, "%s: ", i->part);
		buf_str(b, i->text);
	}
	buf_chomp(b);
}

/* Add who knows of a visit, and whose it is. */
static void
say_known(const struct call *call, const struct care_item *i, struct buf *b)
{
	char *called;

	if (i->known == NULL)
		return;
	buf_str(b, ", ");
	if (is_theirs(call, i)) {
		called = couple_called(call->couple, i->known);
		sentence_add(b, "for both of you, from %s", called);
		free(called);
	} else
		buf_str(b, message("for both of you"));
	if (i->elsewhere)
		buf_str(b, origin_mark(call->couple));
}

static void
show(const struct call *call, const struct care_item *i)
{
	struct buf b = { 0 };

	if (cli.format != FORMAT_TEXT) {
		print(call, i);
		return;
	}
	say_head(&call->care, i, &b);
	say_known(call, i, &b);
	if (!hides_name(call, i))
		screen_add_id(&b, i->name);
	screen_wrap(stdout, "  ", "    ", buf_string(&b));
	if ((i->room == CARE_VISITS || i->room == CARE_PEOPLE) &&
	    i->text != NULL)
		screen_wrap(stdout, "    ", "    ", i->text);
	buf_free(&b);
}

/* What to know of a visit that both know of. */
static void
tell_both(void)
{
	char *s = command_in(message("Each of you can be seen alone first, and "
	    "nobody has to come along. Either of you may let go of it: 'care "
	    "drop' and its name."));

	screen_wrap(stdout, "  ", "  ", s);
	free(s);
}

/* Show what is in a room, of visits those that were asked for. How many. */
static size_t
show_room(const struct call *call, enum care_room room)
{
	static const char *const heads[] = {
		[CARE_PEOPLE] = SENTENCE("People:"),
		[CARE_VISITS] = SENTENCE("Visits:"),
		[CARE_PRACTICES] = SENTENCE("What you were given to try, if "
		    "and when you like:"),
		[CARE_QUESTIONS] = SENTENCE("Questions to bring:"),
		[CARE_LINES] = SENTENCE("For a page to bring:")
	};
	day today = clock_day(clock_now());
	const struct care *care = &call->care;
	const struct care_item *item;
	size_t i, n = 0;
	int known = 0;

	for (i = 0; i < care->count; i++) {
		item = &care->items[i];
		if (item->room != room || (room == CARE_VISITS &&
		    !call->all && !care_is_ahead(item, today)))
			continue;
		if (n++ == 0 && cli.format == FORMAT_TEXT)
			screen_wrap(stdout, "", "", message(heads[room]));
		known |= item->known != NULL;
		show(call, item);
	}
	if (known && cli.format == FORMAT_TEXT)
		tell_both();
	return n;
}

/*
 * Visits from a day on as a calendar; with words it tells who and what for,
 * else only that there is an appointment.
 */
static void
make_ics(struct buf *b, const struct care *care, const char *me, day since,
    int words)
{
	struct ics_event e;
	struct buf summary = { 0 }, note = { 0 };
	char uid[ICS_UID_SIZE];
	const struct care_item *v;
	size_t i;

	ics_begin(b);
	for (i = 0; i < care->count; i++) {
		v = &care->items[i];
		if (v->room != CARE_VISITS || !care_is_ahead(v, since))
			continue;
		memset(&e, 0, sizeof(e));
		ics_uid(uid, "visit", v->known == NULL ? me : v->known,
		    v->name);
		e.uid = uid;
		e.stamp = v->changed;
		e.starts = v->at.instant;
		e.ends = v->at.instant + v->minutes * 60;
		buf_clear(&summary);
		buf_str(&summary, "Appointment");
		if (words && v->with != NULL)
			buf_printf(&summary, ": %s", care_with(care, v));
		e.summary = buf_string(&summary);
		buf_clear(&note);
		if (words && v->text != NULL) {
			buf_str(&note, v->text);
			buf_chomp(&note);
			e.description = buf_string(&note);
		}
		ics_event(b, &e);
	}
	ics_end(b);
	buf_free(&summary);
	buf_free(&note);
}

void
agenda_read(struct call *call, enum care_room room)
{
	cli_worsen(&call->read, care_read(call->couple, &cli, room,
	    &call->care));
}

/* Add the visits that both know of to one's own. */
static void
read_known(struct call *call)
{
	day since = call->all ? WHEN_NO_DAY : clock_day(clock_now());

	cli_worsen(&call->read, visits_read(call->couple, &cli, since,
	    &call->visits));
	visits_join(call->couple, &call->visits, &call->care);
}

static enum status
print_ics(const struct call *call)
{
	day since = call->all ? WHEN_NO_DAY : clock_day(clock_now());
	struct buf b = { 0 };

	make_ics(&b, &call->care, call->couple->me, since, call->with_words);
	buf_write(&b, stdout);
	buf_free(&b);
	return call->read;
}

/* Say that nothing is here, unless something could not be read. */
static void
say_none(const struct call *call, const char *words)
{
	cli_worsen(&cli.worst, call->read);
	cli_say_none(&cli, words);
}

int
agenda_list(struct call *call, char **operands, struct error *err)
{
	enum care_room room;

	(void)operands;
	(void)err;
	(void)care_room_named(call->verb, &room);
	if (room == CARE_VISITS)
		agenda_read(call, CARE_PEOPLE);
	agenda_read(call, room);
	if (room == CARE_VISITS)
		read_known(call);
	if (call->ics)
		return (int)print_ics(call);
	if (show_room(call, room) == 0)
		say_none(call, "Nothing is here just now.");
	return (int)call->read;
}

int
agenda_all(struct call *call, char **operands, struct error *err)
{
	static const enum care_room order[] = { CARE_VISITS, CARE_QUESTIONS,
	    CARE_PRACTICES, CARE_PEOPLE, CARE_LINES };
	size_t i, n = 0;

	(void)operands;
	(void)err;
	for (i = 0; i < CARE_ROOMS; i++)
		agenda_read(call, order[i]);
	read_known(call);
	if (call->ics)
		return (int)print_ics(call);
	for (i = 0; i < CARE_ROOMS; i++)
		n += show_room(call, order[i]);
	if (n == 0)
		say_none(call, "Nothing is here just now. 'care add NAME' "
		    "notes somebody who helps you, 'care visit' a visit, and "
		    "'care ask' a question to bring, if you like.");
	return (int)call->read;
}
