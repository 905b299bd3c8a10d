/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/command.h"
#include "base/memory.h"
#include "base/message.h"
#include "rings.h"
#include "term/screen.h"

#define COLUMNS	16	/* of what stands before a line */
#define HELP_SAFETY	"help safety"	/* as it is typed */
#define LEAD	"unhurried "
#define MOST	8	/* tools of one ring */

/* What a person who is not well, or new here, is to find first. */
static const char *const at_once[] = { "pause", "hardday", NULL };
static const char *const first[] = { "checkin", "prompt", "ritual", "thanks",
	"share", "progress", NULL };

/* All others, each once. */
static const struct { const char *of, *names[MOST]; } others[] = {
	{ SENTENCE("your words"), { "recall", "forget", "win", "reason",
	    "kindly" } },
	{ SENTENCE("you two"), { "signal", "resume", "agree", "boundary",
	    "pace", "moment" } },
	{ SENTENCE("for you"), { "learn", "care", "nudge" } },
	{ SENTENCE("this place"), { "tour", "init", "join", "check", "export",
	    "paper", "leave" } }
};

/* Return how many columns the names take that are shown as they are typed. */
static size_t
columns_of(const char *const *names)
{
	size_t most = 0, width;
	char *typed;

	for (; *names != NULL; names++) {
		typed = command_typed(*names);
		width = strlen(typed) + 4;
		free(typed);
		if (width > most)
			most = width;
	}
	return most;
}

/* Say a line of what is called so, behind so many columns for the name. */
static void
show(const char *before, const char *name, size_t columns, const char *about)
{
	char *lead = need_printf("%s%s", before, name);

	screen_beside(stdout, lead, columns, about);
	free(lead);
}

static void
show_ring(const struct tool_row *tools, size_t count,
    const char *const *names, size_t columns)
{
	char *typed;
	size_t i;

	for (; *names != NULL; names++)
		for (i = 0; i < count; i++)
			if (strcmp(tools[i].name, *names) == 0) {
				typed = command_typed(*names);
				show("  ", typed, columns, message_get(
				    tools[i].name, tools[i].about));
				free(typed);
			}
}

static void
show_others(void)
{
	struct buf names = { 0 };
	size_t i, j;

	for (i = 0; i < nitems(others); i++) {
		buf_clear(&names);
		for (j = 0; others[i].names[j] != NULL; j++)
			buf_printf(&names, "%s%s", j > 0 ? ", " : "",
			    others[i].names[j]);
		show("  ", message(others[i].of), COLUMNS,
		    buf_string(&names));
	}
	buf_free(&names);
}

void
rings_show(const struct tool_row *tools, size_t count)
{
	size_t columns = columns_of(first);

	/* Where each is typed after "unhurried", so is this. */
	if (columns > COLUMNS)
		columns = strlen(LEAD HELP_SAFETY) + 4;
	else
		columns = COLUMNS;
	screen_say(stdout, "At any time:");
	show_ring(tools, count, at_once, columns);
	show("  ", columns > COLUMNS ? LEAD HELP_SAFETY : HELP_SAFETY, columns,
	    message("when and where to find help"));
	screen_say(stdout, "To begin with:");
	show_ring(tools, count, first, columns);
	screen_say(stdout, "And, when you like:");
	show_others();
	screen_say(stdout, "'unhurried help' and a name tells how that one is "
	    "called, 'unhurried help all' has a line on each. 'man 7 "
	    "unhurried' is the map.");
}

void
rings_show_all(const struct tool_row *tools, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strcmp(tools[i].name, "complete") != 0)
			show("", tools[i].name, 11, message_get(tools[i].name,
			    tools[i].about));
}
