/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "rings.h"
#include "term/screen.h"

#define COLUMNS	16	/* of what stands before a line */
#define HELP_SAFETY	"help safety"	/* as it is typed */
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

/* Say a line of what is called so, behind so many columns for the name. */
static void
show(const char *before, const char *name, size_t columns, const char *about)
{
	struct buf lead = { 0 }, indent = { 0 };

	buf_printf(&lead, "%s%s ", before, name);
	while (text_width(lead.data, lead.length) < columns)
		buf_char(&lead, ' ');
	while (indent.length < columns)
		buf_char(&indent, ' ');
	screen_wrap(stdout, lead.data, indent.data, about);
	buf_free(&lead);
	buf_free(&indent);
}

static void
show_ring(const struct tool_row *tools, size_t count,
    const char *const *names)
{
	size_t i;

	for (; *names != NULL; names++)
		for (i = 0; i < count; i++)
			if (strcmp(tools[i].name, *names) == 0)
				show("  ", tools[i].name, COLUMNS, message_get(
				    tools[i].name, tools[i].about));
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
	screen_say(stdout, "At any time:");
	show_ring(tools, count, at_once);
	show("  ", HELP_SAFETY, COLUMNS,
	    message("when and where to find help"));
	screen_say(stdout, "To begin with:");
	show_ring(tools, count, first);
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
