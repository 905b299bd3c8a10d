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
#include "base/message.h"
#include "consent/pause.h"
#include "couple/couple.h"
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
		if ((note = yaml_get_text(e.yaml.root, "note")) != NULL)
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
	char *command = command_typed(name), lead[64];

	snprintf(lead, sizeof(lead), "  %-10s ", command);
	screen_wrap(stdout, lead, "             ", message(text));
	free(command);
}

enum status
overview_show(const struct couple *c, const struct cli *cli)
{
	char date[WHEN_WORDS_SIZE];
	enum status status;
	struct pause_view v;

	printf("%s%s%s\n", screen_bold(),
	    calendar_words(clock_day(clock_now()), date), screen_normal());
	pause_read(c, clock_now().instant, &v);
	if (v.state == PAUSE_UNREAD)
		screen_say(stdout, "Things for two rest just now; 'signal' "
		    "tells why. Yours go on.");
	else if (v.state == PAUSE_STANDS || v.mine.word != NULL ||
	    v.theirs.word != NULL)
		pause_show(c, &v);
	pause_note(&v);
	pause_free(&v);
	status = show_lately(c, cli);
	screen_say(stdout, "If you like:");
	show_way("checkin", SENTENCE("how you are, for yourself"));
	show_way("progress", SENTENCE("a kind look back"));
	screen_say(stdout, "All tools: unhurried help. If it hurts or scares "
	    "you: unhurried help safety");
	return status;
}
