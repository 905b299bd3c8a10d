/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/command.h"
#include "base/memory.h"
#include "base/message.h"
#include "call.h"
#include "consent/pause.h"
#include "consent/pause_word.h"
#include "consent/pause_write.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "deck/hurt.h"
#include "deck/safety.h"
#include "entry/entry.h"
#include "entry/keepsake.h"
#include "entry/view.h"
#include "kinder.h"
#include "page.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"
#include "term/stop.h"
#include "ways.h"
#include "words.h"

/*
 * What there is. Each is offered on a line, and done only when it is wanted.
 */

/* Writes nothing, and no pager keeps it. */
static enum status
help(struct call *call)
{
	(void)call;
	safety_read(&cli);
	return STATUS_OK;
}

/* One from an earlier day; true with it in e, which the caller frees. */
static int
from_earlier(const struct call *call, struct entry *e, enum status *status)
{
	struct keepsake w = { .cli = &cli, .couple = call->couple,
	    .whose = KEEPSAKE_OWN };

	w.until = clock_midnight(clock_day(clock_now())).instant - 1;
	return keepsake_any(&w, e, status);
}

static enum status
own_company(struct call *call)
{
	enum status status;
	struct entry e;

	if (from_earlier(call, &e, &status)) {
		view_entry(stdout, call->couple, &e);
		cli_say(&cli, "It is from another day. Nothing needs doing "
		    "about it.");
	}
	entry_free(&e);
	return status;
}

static enum status
stop(struct call *call)
{
	struct error err = { 0 };

	if (!cli.dry_run)
		return pause_word(&cli, call->couple, &err);
	fputs(pause_text(), stdout);
	return STATUS_OK;
}

/*
 * Offering it.
 */

enum { ONLY_OWN = 1, ONLY_TWO = 4, ONLY_PAGE = 8,
	ONLY_KINDER = 16 };

static const struct way {
	const char	*key;
	const char	*command;	/* the same where nobody can be asked */
	int		 only;		/* where there is such a thing */
	const char	*text;
	enum status	(*run)(struct call *);
} ways[] = {
	{ "y", "hardday page", ONLY_PAGE, SENTENCE("Your own page, as you "
	    "wrote it on a good day."), page_show },
	{ "h", "learn safety", 0, SENTENCE("Are you hurt, or did someone not "
	    "stop after a no? Where to find help. Reading it writes nothing "
	    "here."), help },
	{ "w", "hardday -e", 0, SENTENCE("Words of your own, not shared."),
	    words_own },
	{ "c", NULL, 0, SENTENCE("A few curious questions, one at a time. You "
	    "may pass over any."), words_curious },
	{ "f", NULL, ONLY_KINDER, SENTENCE("Kinder words of yours, as you "
	    "would say them to a friend."), kinder_any },
	{ "t", "hardday kinder", 0, SENTENCE("A harsh line about yourself, "
	    "and what you would say to a friend."), kinder_ask },
	{ "k", "win any", ONLY_OWN, SENTENCE("Company: words that you kept on "
	    "an earlier day."), own_company },
	{ "p", "pause", ONLY_TWO, SENTENCE("Pause: it stops all that is for "
	    "two. No reason is needed."), stop }
};

#define WAYS	(nitems(ways))

/* Which of these there are; nobody is told what there is not. */
static enum status
look(struct call *call)
{
	enum status own, page, kinder;
	struct entry e;

	/* Where it cannot be told who there is, a pause is there, too. */
	call->found = call->couple->other != NULL || cli.worst != STATUS_OK ?
	    ONLY_TWO : 0;
	/* On a hard day nothing comes from the other. */
	if (from_earlier(call, &e, &own))
		call->found |= ONLY_OWN;
	entry_free(&e);
	if (page_is_there(call, &page))
		call->found |= ONLY_PAGE;
	if (kinder_is_there(call, &kinder))
		call->found |= ONLY_KINDER;
	return cli_worse(own, cli_worse(page, kinder));
}

static int
is_there(const struct call *call, const struct way *way)
{
	return (way->only & ~call->found) == 0;
}

static void
show_way(FILE *fp, const char *key, const char *text)
{
	char *lead = need_printf("  %s", key);

	screen_beside(fp, lead, fp == stdout ? 17 : 5, message(text));
	free(lead);
}

/* Where nobody can be asked: what may be typed. */
static void
show_ways(const struct call *call)
{
	char *command;
	size_t i;

	screen_say(stdout, "If you like, one of these, or none:");
	for (i = 0; i < WAYS; i++) {
		if (ways[i].command == NULL || !is_there(call, &ways[i]))
			continue;
		command = command_typed(ways[i].command);
		show_way(stdout, command, ways[i].text);
		free(command);
	}
}

/* The way that was typed, or NULL. */
static const struct way *
find(const struct call *call, const char *line)
{
	size_t i;

	for (i = 0; i < WAYS; i++)
		if (strcasecmp(line, ways[i].key) == 0 &&
		    is_there(call, &ways[i]))
			return &ways[i];
	return NULL;
}

static int
is_leaving(const struct buf *line)
{
	const char *s = buf_string(line);

	return *s == '\0' || strcasecmp(s, "q") == 0 || stop_is_no(s);
}

#define SHORT	16	/* bytes of one word, where words have blanks */

/* Words, where a letter was asked for: they are met, and may be kept. */
static const struct way words_at_hand = { .run = words_said };

static const struct way *
heed(struct call *call, const struct buf *line)
{
	const char *s = buf_string(line);
	int hurts = hurt_is_grave(s);

	if (hurts)
		cli_say(&cli, SCALE_SAFETY);
	/* One word may be a slip of the fingers. */
	if (!hurts && strpbrk(s, " \t") == NULL && strlen(s) < SHORT)
		return NULL;
	buf_clear(&call->said);
	buf_put(&call->said, s, line->length);
	return &words_at_hand;
}

/* Ask which, until it is one of them, or none: then NULL. */
static const struct way *
choose(struct call *call)
{
	const struct way *way = NULL;
	struct buf line = { 0 };
	size_t i;

	while (way == NULL) {
		fflush(stdout);
		fputc('\n', stderr);
		screen_say(stderr, "If you like, one of these, or none:");
		for (i = 0; i < WAYS; i++)
			if (is_there(call, &ways[i]))
				show_way(stderr, ways[i].key, ways[i].text);
		if (!ask_line("A letter, or Enter to leave: ", &line) ||
		    is_leaving(&line))
			break;
		way = find(call, buf_string(&line));
		if (way == NULL)
			way = heed(call, &line);
	}
	buf_free(&line);
	return way;
}

struct offering {
	struct call		*call;
	const struct way	*way;
	enum status		 status;
};

/* Which way, and then that one: what it asks leads back here, too. */
static enum ask_step
offer_at(void *of, size_t i)
{
	struct offering *o = of;

	if (i == 0)
		o->way = choose(o->call);
	else
		cli_worsen(&o->status, o->way->run(o->call));
	return o->way == NULL ? ASK_ENDS : ASK_ON;
}

static enum status
offer(struct call *call)
{
	struct offering o = { .call = call, .status = STATUS_OK };

	do {
		(void)ask_walk(offer_at, &o, 2);
		/* Who pauses is asked nothing more. */
		if (o.way != NULL && o.way->run == stop)
			return o.status;
	} while (o.way != NULL && !ask_stopped());
	if (!ask_stopped())
		cli_say(&cli, "Go gently. Nothing is owed.");
	return o.status;
}

enum status
ways_offer(struct call *call)
{
	enum status status = STATUS_OK;
	int open = call->couple->mine.fd != -1;

	screen_narrow(SCREEN_READING);
	if (open)
		status = look(call);
	else
		/* Where nothing else can be had, this can. */
		call->found = ONLY_TWO;
	if (open && ask_can(&cli) && isatty(STDOUT_FILENO))
		return cli_worse(status, offer(call));
	show_ways(call);
	return status;
}
