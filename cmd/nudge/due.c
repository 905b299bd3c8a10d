/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/message.h"
#include "base/sentence.h"
#include "base/timewords.h"
#include "couple/couple.h"
#include "couple/settings.h"
#include "deck/deck.h"
#include "due.h"
#include "format/yaml.h"
#include "history.h"
#include "plan/care.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "term/cli.h"
#include "term/screen.h"

#define EVERY_DAY	0x7fU
#define MOST_BETWEEN	366	/* days */
#define MONTHS_BACK	13	/* in which something kept is looked for */
#define HOUR		3600L

/* What counts where a person says no more than that they want it. */
static const struct due_item shipped[NUDGES] = {
	[NUDGE_VISIT] = { "visit", 18 * HOUR, EVERY_DAY, 1, 1, 1 },
	[NUDGE_NOTE] = { "note", 18 * HOUR, 0x40U, 1, 1, 1 },
	[NUDGE_MOMENT] = { "moment", 18 * HOUR, EVERY_DAY, 3, 1, 1 }
};

const char *
due_name(enum nudge kind)
{
	return shipped[kind].name;
}

/*
 * Settings.
 */

/* "21:00-08:00" */
static int
read_quiet(struct due *n, const struct settings *s, const struct node *node,
    struct error *err)
{
	n->quiet_from = 21 * HOUR;
	n->quiet_until = 8 * HOUR;
	if (node == NULL)
		return 0;
	if (yaml_says(node, "none")) {
		n->quiet_until = n->quiet_from;
		return 0;
	}
	if (node->type == NODE_TEXT &&
	    clock_leading_time(node->text, &n->quiet_from) == 5 &&
	    node->text[5] == '-' &&
	    clock_read_time(node->text + 6, &n->quiet_until) == 0 &&
	    n->quiet_from != n->quiet_until)
		return 0;
	return yaml_wrong(node, s->config,
	    "expected two times such as \"21:00-08:00\", or none", err);
}

static int
read_days(unsigned int *days, const struct settings *s,
    const struct node *node, struct error *err)
{
	const struct node *n = node->type == NODE_LIST ? node->child : node;
	int weekday;

	for (*days = 0; n != NULL; n = n == node ? NULL : n->next) {
		weekday = n->type == NODE_TEXT ?
		    timewords_weekday(n->text) : -1;
		if (weekday == -1)
			return yaml_wrong(n, s->config,
			    "expected weekdays such as [monday, friday]", err);
		*days |= 1U << weekday;
	}
	return *days != 0 ? 0 : yaml_wrong(node, s->config,
	    "expected at least one weekday", err);
}

/* "3 days", "2w" */
static int
read_span(long *every, const struct settings *s, const struct node *n,
    struct error *err)
{
	struct error ignored = { 0 };
	day d = 0;
	int r = -1;

	if (n->type == NODE_TEXT && strchr(n->text, '-') == NULL)
		r = timewords_ahead(n->text, 0, &d, &ignored);
	error_clear(&ignored);
	if (r == -1 || d > MOST_BETWEEN)
		return yaml_wrong(n, s->config, "expected a time such as \"3 "
		    "days\" or \"2w\", of a year at most", err);
	*every = d;
	return 0;
}

static int
read_item(struct due_item *item, const struct settings *s,
    const struct node *n, struct error *err)
{
	const struct node *from = yaml_get(n, "from");
	const struct node *days = yaml_get(n, "days");
	const struct node *every = yaml_get(n, "every");
	const struct node *before = yaml_get(n, "before");

	if (n->type != NODE_MAP && !(n->plain && yaml_says(n, "true")))
		return yaml_wrong(n, s->config, "expected true, or {from: "
		    "\"18:00\"}", err);
	if (from != NULL && (from->type != NODE_TEXT ||
	    clock_read_time(from->text, &item->from) == -1))
		return yaml_wrong(from, s->config, "expected a time such as "
		    "\"18:00\"", err);
	if (days != NULL) {
		/* Who names the days has said how rarely. */
		item->every = 1;
		if (read_days(&item->days, s, days, err) == -1)
			return -1;
	}
	if (before != NULL && read_span(&item->before, s, before, err) == -1)
		return -1;
	return every == NULL ? 0 : read_span(&item->every, s, every, err);
}

int
due_read(struct due *n, const struct settings *s, struct error *err)
{
	const struct node *map = yaml_get(s->yaml.root, "nudge"), *node;
	int kind;

	memset(n, 0, sizeof(*n));
	if (map == NULL || yaml_is_null(map))
		return 0;
	if (map->type != NODE_MAP)
		return yaml_wrong(map, s->config, "expected what you ask for, "
		    "such as 'moment: true'", err);
	if (read_quiet(n, s, yaml_get(map, "quiet"), err) == -1)
		return -1;
	node = yaml_get(map, "host");
	if (node != NULL && (node->type != NODE_TEXT || node->length == 0))
		return yaml_wrong(node, s->config, "expected the name of a "
		    "computer", err);
	n->host = node == NULL ? NULL : node->text;
	for (kind = 0; kind < NUDGES; kind++) {
		node = yaml_get(map, shipped[kind].name);
		if (node == NULL || (node->plain && yaml_says(node, "false")))
			continue;
		n->any = 1;
		n->items[kind] = shipped[kind];
		if (read_item(&n->items[kind], s, node, err) == -1)
			return -1;
	}
	return 0;
}

int
due_are_here(const struct due *n)
{
	char name[256];
	size_t length;

	if (n->host == NULL)
		return 1;
	if (gethostname(name, sizeof(name)) == -1)
		return 0;
	name[sizeof(name) - 1] = '\0';
	length = strcspn(name, ".");
	return strcasecmp(name, n->host) == 0 ||
	    (strlen(n->host) == length &&
	    strncasecmp(name, n->host, length) == 0);
}

#define CLOCK_SIZE	32

static void
tell_clock(long clock, char s[CLOCK_SIZE])
{
	snprintf(s, CLOCK_SIZE, "%02ld:%02ld", clock / HOUR, clock / 60 % 60);
}

static void
tell_days(struct buf *b, unsigned int days)
{
	struct buf all = { 0 };
	int i;

	for (i = 0; i < 7; i++)
		if (days != EVERY_DAY && days & 1U << i)
			buf_printf(&all, "%s%s", all.length > 0 ? ", " : "",
			    message(calendar_weekday_name(i)));
	if (all.length > 0) {
		buf_str(b, ", ");
		sentence_add(b, "on %s", all.data);
	}
	buf_free(&all);
}

static void
say_every(struct buf *b, long days)
{
	buf_str(b, ", ");
	sentence_add(b, message_count("at most every %ld days",
	    "at most every %ld days", days), days);
}

static void
say_before(struct buf *b, long days)
{
	buf_str(b, ", ");
	sentence_add(b, message_count("%ld day before one",
	    "%ld days before one", days), days);
}

void
due_tell(const struct due *n, struct buf *b)
{
	const struct due_item *item;
	char clock[CLOCK_SIZE], until[CLOCK_SIZE];

	for (item = n->items; item < n->items + NUDGES; item++) {
		if (!item->asked)
			continue;
		buf_printf(b, "%s: ", item->name);
		tell_clock(item->from, clock);
		sentence_add(b, "from %s", clock);
		tell_days(b, item->days);
		if (item->every > 1)
			say_every(b, item->every);
		if (item == &n->items[NUDGE_VISIT])
			say_before(b, item->before);
		buf_char(b, '\n');
	}
	if (n->quiet_from != n->quiet_until) {
		tell_clock(n->quiet_from, clock);
		tell_clock(n->quiet_until, until);
		sentence_add(b, "quiet: %s to %s", clock, until);
		buf_char(b, '\n');
	}
}

/*
 * When.
 */

int
due_is_quiet(const struct due *n, struct when now)
{
	long clock = clock_time(now);

	if (n->quiet_from <= n->quiet_until)
		return clock >= n->quiet_from && clock < n->quiet_until;
	return clock >= n->quiet_from || clock < n->quiet_until;
}

day
due_open(const struct due *n, enum nudge kind, struct when now)
{
	day d = clock_day(now);

	if (!n->items[kind].asked || due_is_quiet(n, now))
		return WHEN_NO_DAY;
	/* Until its time comes round again, the day before is not over. */
	if (clock_time(now) < n->items[kind].from)
		d--;
	return n->items[kind].days & 1U << calendar_weekday(d) ?
	    d : WHEN_NO_DAY;
}

/* The day on which somebody last kept something of their own. */
static day
last_kept(const struct couple *c, day since, struct when now)
{
	struct store_dir d = { .fd = -1 };
	struct error err = { 0 };
	struct journal_month month;
	struct entry_id id;
	day found = WHEN_NO_DAY, first = clock_day(now);
	int i, mday;
	size_t n;

	/* The UTC month of a local day may be the next. */
	first = calendar_month(first + 1, 0);
	for (i = 0; found == WHEN_NO_DAY && i < MONTHS_BACK &&
	    calendar_month(first, 1) > since;
	    i++, first = calendar_month(first, -1)) {
		calendar_split(first, &month.year, &month.month, &mday);
		(void)journal_open(&c->mine, month, &d, &err);
		for (n = d.count; found == WHEN_NO_DAY && n > 0; n--)
			if (journal_classify(d.names[n - 1], &id) <=
				JOURNAL_GONE &&
			    id.instant <= now.instant)
				found = clock_day(clock_local(id.instant));
		store_close_dir(&d);
	}
	store_free_dir(&d);
	error_clear(&err);
	return found;
}

int
due_has_room(const struct due *n, enum nudge kind, day d,
    const struct couple *c, const struct history *said, struct when now)
{
	const char *visit = shipped[NUDGE_VISIT].name;
	day last = history_last(said, shipped[kind].name, clock_day(now));
	long every = n->items[kind].every, faded;
	int unanswered;

	if (kind == NUDGE_VISIT)
		return last == WHEN_NO_DAY || d > last;
	if (history_has(said, "for", d))
		return 0;
	if (last == WHEN_NO_DAY)
		return 1;
	/* Twice as many days after each two, and about a month at last. */
	unanswered = history_between(said, visit, last_kept(c,
	    history_first(said), now), clock_day(now));
	faded = 1L << (unanswered < 10 ? unanswered / 2 : 5);
	return d >= last + (faded > every ? faded : every);
}

enum status
due_visit(const struct due *n, day d, const struct couple *c,
    const struct cli *cli, struct when now, int *has)
{
	struct care care = { .count = 0 };
	enum status status = care_read(c, cli, CARE_VISITS, &care);
	size_t i;

	*has = 0;
	for (i = 0; i < care.count; i++)
		*has |= care.items[i].at.instant > now.instant &&
		    clock_day(care.items[i].at) ==
		    d + n->items[NUDGE_VISIT].before;
	care_free(&care);
	return status;
}

char *
due_line(enum nudge kind, day d, struct error *err)
{
	struct buf line = { 0 };
	struct deck deck;
	const char *text;

	if (deck_open(&deck, "nudges", "nudges", err) == 0) {
		text = deck_pick(&deck, shipped[kind].name, d);
		if (text == NULL)
			error_set(err, STATUS_DATA, "nudges.yaml: no text with "
			    "the theme %s", shipped[kind].name);
		else
			screen_safe(&line, text, strlen(text), 0);
	}
	deck_free(&deck);
	if (err->status != STATUS_OK)
		buf_free(&line);
	return line.data;
}
