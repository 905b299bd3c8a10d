/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/command.h"
#include "base/memory.h"
#include "base/message.h"
#include "consent/offers.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "deck/catalog.h"
#include "deck/daily.h"
#include "deck/draw.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "format/yaml.h"
#include "store/store.h"
#include "term/cli.h"
#include "term/screen.h"
#include "overview.h"

/* What the other shared in the last so many days is shown, newest last. */
#define LATELY_DAYS	7
#define LATELY_MOST	3
/* So long after they began other things are offered. */
#define FIRST_DAYS	7

/* The shipped questions, opened when they are first wanted. */
static struct catalog cards;

static const struct catalog *
questions(const struct couple *c, const struct cli *cli)
{
	static int opened;

	if (!opened++)
		(void)catalog_open(&cards, cli, c, "prompts", CATALOG_SHIPPED);
	return &cards;
}

/*
 * The words of what may stand on a screen that nobody turned to for them, or
 * NULL: an answer is left out unless its question is known to be of a theme
 * that need not be named.
 */
static const char *
words_of(const struct couple *c, const struct cli *cli, const struct entry *e)
{
	if (strcmp(e->id.kind, "answer") == 0 && !daily_is_plain(
	    questions(c, cli), yaml_get_text(e->yaml.root, "prompt")))
		return NULL;
	return yaml_get_text(e->yaml.root, "note");
}

/* The other's newest shared words, from the last days. */
static enum status
show_lately(const struct couple *c, const struct cli *cli)
{
	const struct store *trees[] = { &c->theirs }, *from;
	struct scan_filter filter = { 0 };
	char lines[LATELY_MOST][512];
	enum status status;
	struct entry e = { 0 };
	struct reader r;
	const char *note;
	size_t n = 0, i;

	filter.since = clock_now().instant - LATELY_DAYS * 86400L;
	/* A clock may be ahead, but not by days. */
	filter.until = clock_now().instant + 86400L;
	if (c->theirs.fd == -1)
		return STATUS_OK;
	reader_open(&r, c, trees, 1, &filter);
	while (reader_next(&r, &e, &from))
		if ((note = words_of(c, cli, &e)) != NULL)
			strlcpy(lines[n++ % LATELY_MOST], note,
			    sizeof(lines[0]));
	if (n > 0) {
		char *called = couple_called(c, c->other);

		screen_say(stdout, "From %s, these days:", called);
		free(called);
	}
	for (i = n > LATELY_MOST ? n - LATELY_MOST : 0; i < n; i++) {
		fputs("  ", stdout);
		screen_start(stdout, lines[i % LATELY_MOST],
		    (size_t)screen_columns() - 2);
		putchar('\n');
	}
	status = reader_report(&r, cli);
	entry_free(&e);
	reader_free(&r);
	return status;
}

static void
show_way(const char *name, const char *text)
{
	char *command = command_typed(name), *lead;

	lead = need_printf("  %s", command);
	screen_beside(stdout, lead, 13, message(text));
	free(lead);
	free(command);
}

/* The name of a question tells what it is about. */
static void
show_both(const struct couple *c, const struct cli *cli, const char *id)
{
	if (daily_is_plain(questions(c, cli), id))
		screen_say(stdout, "You both offered an answer: "
		    "'prompt open %s'", id);
	else
		screen_say(stdout, "You both offered an answer: "
		    "'prompt open'");
}

/* An answer that both would open: told to who offers it, too. */
static enum status
show_offer(const struct couple *c, const struct cli *cli)
{
	time_t now = clock_now().instant;
	struct error err = { 0 };
	struct offers o = { 0 };
	char *id = NULL;
	size_t i;

	for (i = 0; !(o.mine && o.theirs) && offers_mine(c, now, i, &id,
	    &err); i++) {
		(void)offers_read(c, id, now, &o, &err);
		if (o.mine && o.theirs)
			show_both(c, cli, id);
		free(id);
	}
	return err.status == STATUS_OK ? STATUS_OK : cli_fail(cli, &err);
}

/*
 * What is true between the two, and what came from the other: nothing while a
 * pause is on, or that cannot be told. `clear` is set where neither is so.
 */
static enum status
show_here(const struct couple *c, const struct cli *cli, int *clear)
{
	enum status status = STATUS_OK;
	struct pause_view v;

	pause_read(c, clock_now().instant, &v);
	if (v.alone)
		screen_say(stdout, PAUSE_ALONE);
	else if (v.state == PAUSE_UNREAD)
		screen_say(stdout, "Things for two rest just now; 'signal' "
		    "tells why. Your own tools still work.");
	else if (v.state == PAUSE_STANDS || v.mine.word != NULL ||
	    v.theirs.word != NULL)
		pause_show(c, &v);
	if (!v.alone)
		pause_note(&v);
	*clear = v.state == PAUSE_CLEAR || (v.alone && !v.own_pause);
	if (v.state == PAUSE_CLEAR && c->other != NULL)
		status = show_offer(c, cli);
	pause_free(&v);
	return *clear ? cli_worse(status, show_lately(c, cli)) : status;
}

/* When two things to try are named. */
enum { IN_FIRST_DAYS, LATER, NOT_CLEAR };

/* Where it is not clear, nothing that might be for two is among them. */
static const struct {
	int		 when;
	const char	*name;
	const char	*text;
} ways[] = {
	{ IN_FIRST_DAYS, "checkin", SENTENCE("how you are, for yourself") },
	{ IN_FIRST_DAYS, "prompt", SENTENCE("a question for today") },
	{ LATER, "progress", SENTENCE("a kind look back") },
	{ LATER, "ritual", SENTENCE("something small, alone or for two") },
	{ NOT_CLEAR, "checkin", SENTENCE("how you are, for yourself") },
	{ NOT_CLEAR, "ritual", SENTENCE("something small and calm, alone") },
};

static void
show_ways(const struct couple *c, int clear)
{
	int when = NOT_CLEAR;
	size_t i;

	if (clear)
		when = couple_today(c, clock_now().instant) - draw_since(c) <
		    FIRST_DAYS ? IN_FIRST_DAYS : LATER;
	screen_print(stdout, "If you like:\n");
	for (i = 0; i < nitems(ways); i++)
		if (ways[i].when == when)
			show_way(ways[i].name, ways[i].text);
}

enum status
overview_show(const struct couple *c, const struct cli *cli)
{
	char date[WHEN_WORDS_SIZE];
	enum status status;
	int clear;

	printf("%s%s%s\n", screen_bold(),
	    calendar_words(clock_day(clock_now()), date), screen_normal());
	status = show_here(c, cli, &clear);
	/* What cannot be told to be plain was left out. */
	if (cards.untold)
		cli_worsen(&status, STATUS_SYSTEM);
	show_ways(c, clear);
	screen_say(stdout, "All tools: unhurried help. If it hurts or scares "
	    "you: unhurried help safety");
	return status;
}
