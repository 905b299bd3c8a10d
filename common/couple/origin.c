/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "couple/asked.h"
#include "couple/couple.h"
#include "couple/origin.h"
#include "couple/settings.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "store/layout.h"
#include "store/placed.h"
#include "store/records.h"
#include "store/store_read.h"
#include "store/store_write.h"
#include "term/cli.h"
#include "term/screen.h"

#define STATE	LAYOUT_PLACED ".yaml"	/* in one's state directory */
#define SAID	"said"

static int writes;	/* this call may */

/*
 * What this computer knows: that records were begun for a person, and the day
 * on which it was said last that a place has none.
 */

/* True where it knows the person; `y` is then what it knows. */
static int
knows(const char *who, struct yaml *y)
{
	struct store place = { .fd = -1 };
	struct error ignored = { 0 };
	char *root = settings_state();
	struct buf b = { 0 };
	int r;

	r = root != NULL && store_open(&place, root, who, &ignored) == 0 &&
	    store_read_in(&place, "", STATE, RECORD_BYTES, &b, &ignored) == 0;
	/* One that was spoilt still tells that there was one. */
	if (r)
		(void)yaml_read(y, b.data, b.length, STATE, &ignored);
	error_clear(&ignored);
	store_close(&place);
	buf_free(&b);
	free(root);
	return r;
}

/* Know the person from now on, and that something was said on that day. */
static void
know(const char *who, const char *said, struct error *err)
{
	struct store place = { .fd = -1 };
	char *root = settings_state();
	struct yaml y = { 0 };

	yaml_put_word(&y, "begun", "true");
	yaml_put(&y, SAID, said);
	if (root != NULL && store_make(&place, root, who, 1, err) == 0)
		(void)store_put_yaml(&place, "", STATE, &y, err);
	else
		yaml_drop(&y);
	store_close(&place);
	free(root);
}

void
origin_begin(const struct couple *c, const struct cli *cli)
{
	struct error err = { 0 };
	struct yaml y = { 0 };
	int n;

	writes = !cli->dry_run;
	/* A place that is away is begun with when it is back. */
	if (!writes || c->mine.fd == -1 || c->ours.fd == -1 ||
	    store_look(&c->mine, "", LAYOUT_PLACED, &err) != STORE_ABSENT ||
	    knows(c->me, &y)) {
		yaml_drop(&y);
		error_clear(&err);
		return;
	}
	/* What couple.yaml asks by now was asked before, too. */
	if ((n = placed_begin(&c->ours, &c->mine, &err)) == -1 ||
	    asked_keep(c, ~0u, &err) == -1) {
		(void)cli_fail(cli, &err);
		return;
	}
	know(c->me, NULL, &err);
	cli_note_half(&err);
	/* Of person.yaml alone there is nothing to say. It is no kind word. */
	if (n > 1)
		(cli->quiet ? cli_warn : cli_say)(cli, SENTENCE("What is under "
		    "your name in the shared place now is noted as yours. From "
		    "now on, what comes there from another computer is marked "
		    "for you; unhurried(7) tells what that can do, and what it "
		    "cannot."));
}

int
origin_new(const struct store *private, int joined, struct error *err)
{
	struct error why = { 0 };

	know(private->who, NULL, &why);
	cli_note_half(&why);
	return joined ? 0 : store_make_dir(private, LAYOUT_PLACED, err);
}

/* Say it unless it was said today, or records are still to be begun. */
static void
say_once(const struct couple *c)
{
	char today[WHEN_DAY_SIZE];
	struct error ignored = { 0 };
	struct yaml y = { 0 };

	calendar_write(clock_day(clock_now()), today);
	if (knows(c->me, &y) && !yaml_is(y.root, SAID, today)) {
		screen_say(stderr, "Some of what is under your name was not "
		    "placed from this computer: another device of yours put it "
		    "there, or somebody else did. 'unhurried check' lists it. "
		    "If that worries you: unhurried help safety");
		/* Where that is refused it is said again. */
		if (writes)
			know(c->me, today, &ignored);
	}
	error_clear(&ignored);
	yaml_drop(&y);
}

const char *
origin_mark(const struct couple *c)
{
	static const char *mark;
	struct error ignored = { 0 };

	if (mark != NULL)
		return mark;
	mark = need_printf(", %s", message("not placed from this computer"));
	if (store_look(&c->mine, "", LAYOUT_PLACED, &ignored) ==
	    STORE_ABSENT) {
		mark = "";
		say_once(c);
	}
	error_clear(&ignored);
	return mark;
}
