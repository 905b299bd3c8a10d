/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * nudge - one quiet line now and then, for who asked for one.
 *
 * It is for cron: nothing due is no output at all, and so is trouble, which
 * only --why tells. No line is about a step, touch, a practice or the other
 * person, none counts anything, and whoever lets them pass hears from it less
 * often and is never told so.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/command.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "couple/settings.h"
#include "nudge/due.h"
#include "nudge/history.h"
#include "nudge/notify.h"
#include "nudge/schedule.h"
#include "review/lookback.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/sandbox.h"
#include "term/screen.h"

enum { OPT_WHY = 512, OPT_NOTIFY, OPT_CRONTAB, OPT_SYSTEMD };

static const struct cli_option options[] = {
	{ OPT_WHY, "why", NULL, "what you asked for, and how it stands",
	    OPTION_RETURNED },
	{ OPT_NOTIFY, "notify", NULL, "on the desktop, by notify-send",
	    OPTION_RETURNED },
	{ OPT_CRONTAB, "crontab", NULL, "lines that have cron run it",
	    OPTION_RETURNED },
	{ OPT_SYSTEMD, "systemd", NULL, "lines that have systemd run it",
	    OPTION_RETURNED },
	{ 0 }
};

static struct cli cli = {
	.name = "nudge",
	.synopsis =
	    "[-n] [-d DIR] [-u NAME] [--notify]\n"
	    "[-d DIR] [-u NAME] --why\n"
	    "[-q] [-d DIR] [-u NAME] [--notify] --crontab | --systemd",
	.about = "one quiet line now and then, when you asked for one",
	.examples =
	    "  nudge --why\n"
	    "  nudge --crontab\n"
	    "  nudge --systemd | sh\n",
	.options = options,
	.traits = CLI_WRITER
};

/* How it stands; but for the first nothing is said. */
enum stands {
	DUE, OFF, ELSEWHERE, QUIET_HOURS, NOT_NOW, SAID_TODAY, RESTS, UNREAD
};

struct state {
	struct settings	 settings;	/* before the couple is opened */
	struct due	 asked;
	struct couple	 c;
	struct when	 now;
	enum nudge	 kind;		/* what is due */
	day		 day;		/* and for which day */
};

static const struct history nothing_said = { .place = { .fd = -1 } };

static void
free_state(struct state *s)
{
	couple_free(&s->c);
	settings_free(&s->settings);
}

/*
 * How it stands.
 */

/* What the settings alone tell. */
static enum stands
look_at_settings(struct state *s, struct error *err)
{
	int kind;

	s->now = clock_now();
	if (settings_read(&s->settings, &cli, err) == -1 ||
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

/* Open the couple; a lost file is put back by other tools, not by this one. */
static int
open_couple(struct state *s, struct error *err)
{
	int dry = cli.dry_run, r;

	cli.dry_run = 1;
	r = couple_open(&s->c, &cli, COUPLE_ME | COUPLE_TREES, err);
	cli.dry_run = dry;
	return r;
}

/* True when there is something to look back at. */
static int
has_note(const struct state *s)
{
	struct lookback l = { .cli = &cli, .couple = &s->c,
	    .since = WHEN_NO_DAY };
	int has;

	lookback_read(&l, s->day);
	has = !lookback_is_empty(&l);
	lookback_free(&l);
	return has;
}

/* Is that kind due? A visit is one's own, and no pause holds it. */
static enum stands
look_at_kind(const struct state *s)
{
	int has;

	if (s->kind == NUDGE_VISIT) {
		cli.worst = cli_worse(cli.worst, due_visit(&s->asked,
		    s->day, &s->c, &cli, s->now, &has));
		return has ? DUE : NOT_NOW;
	}
	if (pause_look(&s->c) != PAUSE_CLEAR)
		return RESTS;
	return s->kind != NUDGE_NOTE || has_note(s) ? DUE : NOT_NOW;
}

/* What is due, after what was said. */
static enum stands
look_at_days(struct state *s, const struct history *said)
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

/* The same while what was said is open, and with hold this process's alone. */
static enum stands
look(struct state *s, struct history *said, int hold, struct error *err)
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

/*
 * Saying it.
 */

/* 0 when the words have reached somebody, or -1. */
static int
deliver(const char *line, struct notify *notice)
{
	if (notice->pid != 0)
		return notify_show(notice, line);
	puts(line);
	return fflush(stdout) == 0 ? 0 : -1;
}

/*
 * Nobody else says it meanwhile, nothing is said that could not be remembered,
 * and it is remembered once it has reached somebody.
 */
static enum status
say(struct state *s, struct notify *notice)
{
	struct error err = { 0 };
	struct history said = nothing_said;
	char *line = NULL;

	if (look(s, &said, !cli.dry_run, &err) == DUE &&
	    (line = due_line(s->kind, s->day, &err)) != NULL) {
		if (cli.dry_run)
			puts(line);
		else if (history_try(&said, &err) == 0 &&
		    deliver(line, notice) == 0)
			history_add(&said, due_name(s->kind),
			    clock_day(s->now), s->day, &err);
	}
	free(line);
	history_close(&said);
	/* A disk that refuses is no silence like any other. */
	if (err.status == STATUS_SYSTEM)
		return cli_fail(&cli, &err);
	error_clear(&err);
	return STATUS_OK;
}

/* Something may be due, by the settings. */
static enum status
look_and_say(struct state *s, int notify)
{
	struct notify notice = { 0 };
	struct error err = { 0 };
	struct history said = nothing_said;
	enum status status = STATUS_OK;
	int due;

	/* It has to speak to the desktop, and reads nothing. */
	if (notify && !cli.dry_run && notify_open(&notice) == -1)
		return STATUS_SYSTEM;
	sandbox_no_network();
	if (open_couple(s, &err) == 0) {
		screen_open(s->c.settings.plain);
		due = look(s, &said, 0, &err) == DUE;
		history_close(&said);
		if (due)
			status = say(s, &notice);
	}
	notify_close(&notice);
	error_clear(&err);
	return status;
}

static enum status
nudge(int notify)
{
	struct state s = { 0 };
	struct error err = { 0 };
	enum status status = STATUS_OK;

	if (cli_hush() == -1)
		return STATUS_SYSTEM;
	if (look_at_settings(&s, &err) == DUE)
		status = look_and_say(&s, notify);
	error_clear(&err);
	free_state(&s);
	/* What could not be read is no news for cron. */
	cli.worst = STATUS_OK;
	return status;
}

/*
 * Why.
 */

static void
explain(enum stands stands, const struct state *s)
{
	static const char *const says[] = {
		[DUE] = "One is due; it comes when nudge runs next.",
		[ELSEWHERE] = "It comes on another computer, not on this one.",
		[QUIET_HOURS] =
		    "These are your quiet hours. What is due waits.",
		[NOT_NOW] = "None is due now.",
		[SAID_TODAY] = "Today's came already, and one a day is enough.",
		[RESTS] = "It rests for now. 'signal' tells more."
	};
	struct buf b = { 0 };

	if (stands == OFF) {
		screen_say(stdout, "No line comes until you ask for one. For "
		    "one now and then put this into %s, or leave it as it is:",
		    s->settings.config == NULL ? "config.yaml" :
		    s->settings.config);
		puts("\nnudge:\n"
		    "  quiet: \"21:00-08:00\"\n"
		    "  moment: {from: \"18:00\", days: [monday, thursday]}\n"
		    "  note: {from: \"18:00\", days: [sunday]}\n"
		    "  visit: {from: \"18:00\"}");
		return;
	}
	due_tell(&s->asked, &b);
	fputs(buf_string(&b), stdout);
	buf_free(&b);
	screen_say(stdout, "%s", says[stands]);
}

static enum status
why(void)
{
	struct state s = { 0 };
	struct error err = { 0 };
	struct history said = nothing_said;
	enum stands stands;

	sandbox_no_network();
	stands = look_at_settings(&s, &err);
	if (stands == DUE || stands == NOT_NOW)
		stands = open_couple(&s, &err) == -1 ? UNREAD :
		    look(&s, &said, 0, &err);
	if (stands != UNREAD) {
		screen_open(s.settings.plain);
		explain(stands, &s);
	}
	history_close(&said);
	free_state(&s);
	return stands == UNREAD ? cli_fail(&cli, &err) : STATUS_OK;
}

/*
 * Lines for cron and systemd.
 */

static enum status
print_lines(int option, int notify, const char *called)
{
	struct schedule t = { .count = 0 };
	struct error err = { 0 };
	struct buf b = { 0 };
	char *path = command_own_path(called), *dir = NULL;
	int r;

	schedule_word(&t, path == NULL ? cli.name : path);
	if (cli.dir != NULL) {
		dir = realpath(cli.dir, NULL);
		schedule_word(&t, "-d");
		schedule_word(&t, dir == NULL ? cli.dir : dir);
	}
	if (cli.as != NULL) {
		schedule_word(&t, "-u");
		schedule_word(&t, cli.as);
	}
	/* Nobody reads what systemd would write into its journal. */
	if (notify || option == OPT_SYSTEMD)
		schedule_word(&t, "--notify");
	schedule_environment(&t);
	r = option == OPT_CRONTAB ? schedule_crontab(&t, &b, &err) :
	    schedule_systemd(&t, &b, &err);
	if (r == 0) {
		fputs(buf_string(&b), stdout);
		cli_say(&cli, "Nothing is placed yet; see nudge(1). Whether a "
		    "line comes is up to config.yaml: 'nudge --why' tells.");
	}
	schedule_free(&t);
	buf_free(&b);
	free(path);
	free(dir);
	return r == 0 ? STATUS_OK : cli_fail(&cli, &err);
}

int
main(int argc, char **argv)
{
	int option, mode = 0, notify = 0;

	while ((option = options_next(&cli, argc, argv)) != -1) {
		if (option == OPT_NOTIFY)
			notify = 1;
		else if (mode == 0)
			mode = option;
		else
			cli_usage(&cli, "one of --why, --crontab and "
			    "--systemd, please");
	}
	if (argv[optind] != NULL)
		cli_usage(&cli, "%s: it takes no words", argv[optind]);
	if (mode == OPT_WHY && notify)
		cli_usage(&cli, "--notify: not with --why");
	if (mode == OPT_WHY)
		return cli_finish(&cli, why());
	if (mode != 0)
		return cli_finish(&cli, print_lines(mode, notify, argv[0]));
	return cli_finish(&cli, nudge(notify));
}
