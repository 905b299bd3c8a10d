/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/sentence.h"
#include "calm.h"
#include "couple/couple.h"
#include "couple/origin.h"
#include "diary.h"
#include "format/ics.h"
#include "format/output.h"
#include "format/yaml.h"
#include "plan/plans.h"
#include "plan/recurring.h"
#include "term/screen.h"

/*
 * Plans.
 */

static void
show(const struct couple *c, const struct plan *p)
{
	char *called = p->theirs ? couple_called(c, c->other) : NULL;
	char until[WHEN_WORDS_SIZE];
	struct buf line = { 0 };

	plans_time(&line, p->at.instant);
	buf_str(&line, ", ");
	if (p->again != NULL) {
		sentence_add(&line, "each week until %s",
		    calendar_words(p->again->until + plans_shift(p), until));
		buf_str(&line, ", ");
	}
	if (p->theirs)
		sentence_add(&line, "for two if you like, offered by %s",
		    called);
	else
		buf_str(&line, message(p->for_two ?
		    "for two, offered by you" : "for yourself"));
	if (p->elsewhere)
		buf_str(&line, origin_mark(c));
	screen_add_id(&line, p->random);
	screen_wrap(stdout, "", "  ", buf_string(&line));
	if (p->text != NULL)
		screen_wrap(stdout, "  ", "  ", p->text);
	buf_free(&line);
	free(called);
}

void
diary_show(const struct couple *c, const struct plan *p,
    enum cli_format format)
{
	static const char *const columns[] = { "id", "at", "for", "by",
	    "text", NULL };
	char at[WHEN_AT_SIZE], until[WHEN_DAY_SIZE];
	struct yaml y = { 0 };

	if (format == FORMAT_TEXT) {
		show(c, p);
		return;
	}
	clock_write(p->at, at);
	yaml_put(&y, "id", p->random);
	yaml_put(&y, "at", at);
	yaml_put_word(&y, "for", p->for_two ? "two" : "one");
	yaml_put(&y, "by", p->theirs ? c->other : c->me);
	yaml_put(&y, "text", p->text);
	if (p->elsewhere)
		yaml_put_word(&y, "placed", "false");
	if (p->again != NULL) {
		calendar_write(p->again->until + plans_shift(p), until);
		yaml_put_word(&y, "every", "week");
		yaml_put(&y, "until", until);
	}
	output_print(&y, columns, format);
}

/* Add the zone of `p`, unless one that stands before it has the same. */
static void
put_zone(struct buf *b, const struct plans *list, const struct plan *p)
{
	const struct recurring *r = p->again;
	const struct plan *q;

	for (q = list->items; q < p; q++)
		if (q->again != NULL && !q->theirs &&
		    strcmp(q->again->zone, r->zone) == 0)
			return;
	/* Others of that zone may end later: a year and some from now. */
	ics_zone(b, r->zone, recurring_on(r, r->first).instant -
	    DAY_SECONDS * PLAN_DAYS, p->at.instant + 2 * DAY_SECONDS *
	    PLAN_DAYS);
}

/* Add one that comes again, but for what was let go of. */
static void
put_again(struct buf *b, struct ics_event *event, const struct plans *list,
    const struct plan *p)
{
	const struct recurring *r = p->again;
	struct ics_weekly weekly = { .zone = r->zone, .first = r->first };
	day *gone = NULL, d;
	size_t n = 0;

	(void)clock_read_time(r->hour, &weekly.clock);
	for (d = r->first; d <= r->until; d += 7) {
		weekly.last = recurring_on(r, d).instant;
		if (!recurring_is_gone(&list->again, r, d))
			continue;
		gone = need_array(gone, n + 1, sizeof(*gone));
		gone[n++] = d;
	}
	weekly.except = gone;
	weekly.except_count = n;
	ics_weekly(b, event, &weekly);
	free(gone);
}

int
diary_calendar(const struct couple *c, const struct plans *list, time_t now)
{
	char uid[ICS_UID_SIZE];
	struct ics_event event = { .uid = uid, .stamp = now,
	    .summary = "A quiet moment" };
	const struct plan *p;
	struct buf b = { 0 };
	int again = 0;
	size_t i;

	ics_begin(&b);
	for (i = 0; i < list->count; i++)
		if (list->items[i].again != NULL && !list->items[i].theirs)
			put_zone(&b, list, &list->items[i]);
	for (i = 0; i < list->count; i++) {
		p = &list->items[i];
		/* What somebody offers is nobody's plan yet. */
		if (p->theirs)
			continue;
		ics_uid(uid, "moment", c->me, p->random);
		event.starts = event.ends = p->at.instant;
		event.description = p->text;
		if (p->again == NULL)
			ics_event(&b, &event);
		else
			put_again(&b, &event, list, p);
		again |= p->again != NULL;
	}
	ics_end(&b);
	buf_write(&b, stdout);
	buf_free(&b);
	return again;
}

/*
 * What tends to be.
 */

static const struct { const char *name, *hours; } parts[] = {
	[CALM_MORNING] = { "morning", "05:00-12:00" },
	[CALM_AFTERNOON] = { "afternoon", "12:00-17:00" },
	[CALM_EVENING] = { "evening", "17:00-22:00" },
	[CALM_NIGHT] = { "night", "22:00-05:00" },
	[CALM_ANY_PART] = { "any", "any" }
};

/* How each part of a day is said, and of which days. */
static const struct { const char *one, *week, *weekend, *any; } says[] = {
	[CALM_MORNING] = { SENTENCE("%s mornings"),
	    SENTENCE("mornings from Monday to Friday"),
	    SENTENCE("mornings at the weekend"), SENTENCE("mornings") },
	[CALM_AFTERNOON] = { SENTENCE("%s afternoons"),
	    SENTENCE("afternoons from Monday to Friday"),
	    SENTENCE("afternoons at the weekend"), SENTENCE("afternoons") },
	[CALM_EVENING] = { SENTENCE("%s evenings"),
	    SENTENCE("evenings from Monday to Friday"),
	    SENTENCE("evenings at the weekend"), SENTENCE("evenings") },
	[CALM_NIGHT] = { SENTENCE("%s nights"),
	    SENTENCE("nights from Monday to Friday"),
	    SENTENCE("nights at the weekend"), SENTENCE("nights") },
	[CALM_ANY_PART] = { SENTENCE("%ss"),
	    SENTENCE("days from Monday to Friday"),
	    SENTENCE("days at the weekend"), SENTENCE("any day") }
};

/* "evenings at the weekend", "Saturday evenings", "Sundays" */
static void
put_calm(struct buf *b, const struct calm_time *t)
{
	if (t->days < CALM_WEEK)
		sentence_add(b, says[t->part].one,
		    message(calendar_weekday_name((int)t->days)));
	else
		buf_str(b, message(t->days == CALM_WEEK ? says[t->part].week :
		    t->days == CALM_WEEKEND ? says[t->part].weekend :
		    says[t->part].any));
}

static void
write_calm(const struct calm *calm, const struct calm_time *t,
    enum cli_format format)
{
	static const char *const columns[] = { "part", "hours", "days",
	    "checkins", NULL };
	static const char *const several[] = { "monday-friday",
	    "saturday-sunday", "any" };
	struct yaml y = { 0 };
	char days[16];

	strlcpy(days, t->days < CALM_WEEK ?
	    calendar_weekday_name((int)t->days) :
	    several[t->days - CALM_WEEK], sizeof(days));
	*days = (char)tolower((unsigned char)*days);
	yaml_put_word(&y, "part", parts[t->part].name);
	yaml_put(&y, "hours", parts[t->part].hours);
	yaml_put_word(&y, "days", days);
	yaml_put_node(&y, "checkins", yaml_new_int(&y, calm->count));
	output_print(&y, columns, format);
}

void
diary_show_calm(const struct calm *calm, const struct calm_time *t,
    enum cli_format format)
{
	struct buf words = { 0 };

	if (format != FORMAT_TEXT) {
		write_calm(calm, t, format);
		return;
	}
	put_calm(&words, t);
	screen_say(stdout, "Your %s have tended to be softer. That is from %u "
	    "check-ins, so it may be chance.", buf_string(&words), calm->count);
	buf_free(&words);
}
