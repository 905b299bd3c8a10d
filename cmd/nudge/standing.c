/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stddef.h>

#include "base/clock.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "review/lookback.h"
#include "term/cli.h"
#include "due.h"
#include "history.h"
#include "standing.h"

void
standing_free(struct standing *s)
{
	couple_free(&s->c);
	settings_free(&s->settings);
}

enum stands
standing_by_settings(struct standing *s, struct error *err)
{
	int kind;

	s->now = clock_now();
	if (settings_read(&s->settings, s->cli, err) == -1 ||
	    due_read(&s->asked, &s->settings, err) == -1)
		return UNREAD;
	if (!s->asked.any)
		return OFF;
	if (!due_are_here(&s->asked))
		return ELSEWHERE;
	if (due_is_quiet(&s->asked, s->now))
		return QUIET_HOURS;
	for (kind = 0; kind < NUDGES; kind++)
		if (due_open(&s->asked, (enum nudge)kind, s->now) !=
		    WHEN_NO_DAY)
			return DUE;
	return NOT_NOW;
}

int
standing_open(struct standing *s, struct error *err)
{
	int dry = s->cli->dry_run, r;

	s->cli->dry_run = 1;
	r = couple_open(&s->c, s->cli, COUPLE_ME | COUPLE_TREES |
	    COUPLE_LOOK, err);
	s->cli->dry_run = dry;
	return r;
}

/* True when there is something to look back at. */
static int
has_note(const struct standing *s)
{
	struct lookback l = { .cli = s->cli, .couple = &s->c,
	    .since = WHEN_NO_DAY };
	int has;

	lookback_read(&l, s->day);
	has = !lookback_is_empty(&l);
	lookback_free(&l);
	return has;
}

/* Is that kind due? A visit is one's own, and no pause holds it. */
static enum stands
look_at_kind(const struct standing *s)
{
	int has;

	if (s->kind == NUDGE_VISIT) {
		cli_worsen(&s->cli->worst, due_visit(&s->asked, s->day, &s->c,
		    s->cli, s->now, &has));
		return has ? DUE : NOT_NOW;
	}
	if (pause_look(&s->c) != PAUSE_CLEAR)
		return RESTS;
	return s->kind != NUDGE_NOTE || has_note(s) ? DUE : NOT_NOW;
}

/* What is due, after what was said. */
static enum stands
look_at_days(struct standing *s, const struct history *said)
{
	enum stands stands;
	int kind;

	if (history_has(said, "day", clock_day(s->now)))
		return SAID_TODAY;
	for (kind = 0; kind < NUDGES; kind++) {
		s->kind = (enum nudge)kind;
		s->day = due_open(&s->asked, s->kind, s->now);
		if (s->day == WHEN_NO_DAY || !due_has_room(&s->asked,
		    s->kind, s->day, &s->c, said, s->now))
			continue;
		if ((stands = look_at_kind(s)) != NOT_NOW)
			return stands;
	}
	return NOT_NOW;
}

enum stands
standing_look(struct standing *s, struct history *said, int hold,
    struct error *err)
{
	switch (history_open(said, s->c.me, hold, err)) {
	case 1:
		return look_at_days(s, said);
	case 0:
		return SAID_TODAY;
	default:
		return UNREAD;
	}
}
