/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/memory.h"
#include "base/message.h"
#include "call.h"
#include "consent/boundary.h"
#include "consent/boundary_write.h"
#include "couple/couple.h"
#include "couple/origin.h"
#include "format/output.h"
#include "format/yaml.h"
#include "map.h"
#include "term/cli.h"
#include "term/screen.h"
#include "term/suggest.h"

/* Stands wherever a map is shown. */
#define NO_YES	"Nothing here is a yes. Where it says \"not now\", please do " \
		"not ask about it. For the rest, ask each time. No is always " \
		"fine."
#define NO_YES_ALONE	"Nothing here is a yes. No is always fine."

enum status
map_read(struct map *map, const struct couple *c, int whole)
{
	time_t now = clock_now().instant;
	const struct boundary *ours;
	enum status status;
	size_t i;

	map->ours.records = &c->mine;
	status = boundary_read(&c->mine, &cli, now, &map->mine);
	cli_worsen(&status, boundary_read(&c->ours, &cli, now, &map->ours));
	/* Where the two differ the more protective holds for oneself, too. */
	(void)boundary_read(&c->ours, NULL, now, &map->mine);
	for (i = 0; i < map->mine.count; i++)
		if ((ours = boundary_find(&map->ours,
		    map->mine.items[i].subject)) != NULL) {
			map->mine.items[i].shared = 1;
			map->mine.items[i].elsewhere = ours->elsewhere;
		}
	return whole ? cli_worse(status, boundary_read(&c->theirs, &cli, now,
	    &map->theirs)) : status;
}

/* How each is put, for the one whose it is and for the other. */
static const struct { enum boundary_state now; const char *mine, *theirs; }
shown[] = {
	{ BOUNDARY_NOT_NOW, SENTENCE("not now"), SENTENCE("not now") },
	{ BOUNDARY_ASK, SENTENCE("ask first"), SENTENCE("ask first") },
	{ BOUNDARY_WELCOME, SENTENCE("welcome today"),
	    SENTENCE("welcome today, but still ask") }
};

const char *
map_phrase(enum boundary_state now)
{
	size_t i = 0;

	while (shown[i].now != now)
		i++;
	return message(shown[i].theirs);
}

static void
show_theirs(const struct map *map, const struct couple *c)
{
	const struct boundaries *b = &map->theirs;
	struct buf line = { 0 };
	char *called;
	size_t i, j;
	int any;

	if (b->count == 0)
		return;
	called = couple_called(c, c->other);
	for (i = 0; i < nitems(shown); i++) {
		any = 0;
		for (j = 0; j < b->count; j++) {
			if (b->items[j].now != shown[i].now)
				continue;
			if (!any++)
				screen_say(stdout, "%s, %s:", called,
				    message(shown[i].theirs));
			buf_clear(&line);
			buf_str(&line, b->items[j].subject);
			if (b->items[j].about != NULL)
				buf_printf(&line, " (%s)", b->items[j].about);
			/* What goes on stands deeper than another one. */
			screen_wrap(stdout, "  ", "    ", buf_string(&line));
		}
	}
	buf_free(&line);
	free(called);
}

static void
show_mine(const struct map *map, const struct couple *c)
{
	const struct boundaries *b = &map->mine;
	struct buf line = { 0 };
	size_t i, j;

	if (b->count > 0)
		screen_say(stdout, "Yours:");
	for (i = 0; i < nitems(shown); i++)
		for (j = 0; j < b->count; j++) {
			if (b->items[j].now != shown[i].now)
				continue;
			buf_clear(&line);
			buf_printf(&line, "%s: %s", message(shown[i].mine),
			    b->items[j].subject);
			if (b->items[j].about != NULL)
				buf_printf(&line, " (%s)", b->items[j].about);
			if (b->items[j].shared)
				buf_printf(&line, ", %s", message("shared"));
			if (b->items[j].elsewhere)
				buf_str(&line, origin_mark(c));
			screen_add_id(&line, b->items[j].random);
			screen_wrap(stdout, "  ", "    ", buf_string(&line));
		}
	buf_free(&line);
}

static void
write_data(const struct boundaries *list, const char *who, int mine,
    enum cli_format format)
{
	static const char *const columns[] = { "by", "now", "subject",
	    "about", "shared", "id", "placed", NULL };
	const struct boundary *b;
	struct yaml y = { 0 };
	size_t i;

	for (i = 0; i < list->count; i++) {
		b = &list->items[i];
		yaml_put(&y, "by", who);
		yaml_put_word(&y, "now", boundary_state_name(b->now));
		yaml_put(&y, "subject", b->subject);
		yaml_put(&y, "about", b->about);
		yaml_put_word(&y, "shared", !mine || b->shared ? "true"
		    : "false");
		yaml_put(&y, "id", b->random);
		if (b->elsewhere)
			yaml_put_word(&y, "placed", "false");
		output_print(&y, columns, format);
	}
}

void
map_data(const struct map *map, const struct couple *c, enum cli_format format)
{
	write_data(&map->theirs, c->other, 0, format);
	write_data(&map->mine, c->me, 1, format);
}

void
map_show(const struct map *map, const struct couple *c)
{
	if (c->other != NULL && c->theirs.fd == -1)
		screen_say(stdout, "Your partner's place is not here just now, "
		    "so ask first, whatever it is.");
	if (map->theirs.unread)
		screen_say(stdout, "Something that was shared cannot be read, "
		    "so ask first, whatever it is.");
	show_theirs(map, c);
	show_mine(map, c);
	if (map->theirs.count + map->mine.count == 0 &&
	    !map->theirs.unread && !map->mine.unread)
		screen_say(stdout, "Nothing is here. 'boundary not-now TEXT' "
		    "keeps something for yourself, if you like.");
	screen_say(stdout, c->other == NULL ? NO_YES_ALONE : NO_YES);
}

/*
 * Changing one's own.
 */

int
map_preview(const struct boundary *b)
{
	struct buf text = { 0 };

	boundary_text(&text, b, 1);
	fwrite(buf_string(&text), 1, text.length, stdout);
	buf_free(&text);
	return 0;
}

int
map_keep(struct call *call, struct boundary *b, int show_about,
    struct error *err)
{
	if (cli.dry_run)
		return map_preview(b);
	if (boundary_keep(call->couple, b, show_about, err) == -1)
		return -1;
	if (!cli.quiet)
		puts(b->random);
	return 0;
}

struct boundary
map_now(const struct boundary *found)
{
	struct boundary b = *found;

	if (b.now != BOUNDARY_WELCOME)
		b.at = clock_now();
	return b;
}

static const char *
nth_subject(const void *of, size_t n)
{
	const struct boundaries *b = of;

	return n < b->count ? b->items[n].subject : NULL;
}

int
map_none(const struct call *call, const char *wanted, struct error *err)
{
	if (call->map.mine.unread)
		return error_set(err, STATUS_SYSTEM, "%s: some of your files "
		    "cannot be read just now, and it may be in one of them: "
		    "nothing was changed", wanted);
	return suggest_unknown(err, STATUS_NO, wanted, "nothing of yours is "
	    "about that", "boundary", nth_subject, &call->map.mine);
}
