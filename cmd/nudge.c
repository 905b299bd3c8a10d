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

#include <sys/wait.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/command.h"
#include "base/message.h"
#include "couple/couple.h"
#include "couple/places.h"
#include "nudge/due.h"
#include "nudge/history.h"
#include "nudge/notify.h"
#include "nudge/schedule.h"
#include "nudge/standing.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"
#include "term/starter.h"

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

static const struct history nothing_said = { .place = { .fd = -1 } };

/*
 * Saying it.
 */

/* 0 when the words have reached somebody, or -1. */
static int
deliver(const char *line, struct notify *notice)
{
	if (notice->starter.pid != 0)
		return notify_show(notice, line);
	puts(line);
	/* What did not go may have been told of by either. */
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : -1;
}

/*
 * Nobody else says it meanwhile, nothing is said that could not be remembered,
 * and it is remembered once it has reached somebody.
 */
static enum status
say(struct standing *s, struct notify *notice)
{
	struct error err = { 0 };
	struct history said = nothing_said;
	char *line = NULL;

	if (standing_look(s, &said, !cli.dry_run, &err) == DUE &&
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

/* Open the couple, and look. */
static int
is_due(struct standing *s)
{
	struct error err = { 0 };
	struct history said = nothing_said;
	int due = 0;

	if (standing_open(s, &err) == 0) {
		screen_open(s->c.settings.plain);
		due = standing_look(s, &said, 0, &err) == DUE;
		history_close(&said);
	}
	error_clear(&err);
	return due;
}

static struct standing *looked_at;

static void
look_ahead(int in, int out)
{
	(void)in;
	(void)out;
	_exit(is_due(looked_at));
}

/*
 * Where nothing was said yet the place to remember it is not there, and is made
 * for a line alone: another process looks first. 1, 0 where none is due, or -1
 * where it could not look.
 */
static int
may_say(struct standing *s)
{
	struct starter ahead;
	int how;

	if (cli.dry_run || history_is_begun())
		return 1;
	looked_at = s;
	if (starter_open(&ahead, look_ahead) == -1)
		return -1;
	how = starter_close(&ahead);
	return WIFEXITED(how) ? WEXITSTATUS(how) == 1 : -1;
}

/* Something may be due, by the settings. */
static enum status
look_and_say(struct standing *s, int notify)
{
	struct notify notice = { 0 };
	enum status status = STATUS_OK;
	int may;

	/* It has to speak to the desktop, and reads nothing. */
	if (notify && !cli.dry_run && notify_open(&notice) == -1)
		return STATUS_SYSTEM;
	if ((may = may_say(s)) == -1)
		status = STATUS_SYSTEM;
	else if (may) {
		places_state(!cli.dry_run);
		if (is_due(s))
			status = say(s, &notice);
	}
	notify_close(&notice);
	return status;
}

static enum status
nudge(int notify)
{
	struct standing s = { .cli = &cli };
	struct error err = { 0 };
	enum status status = STATUS_OK;

	if (cli_hush() == -1)
		return STATUS_SYSTEM;
	if (standing_by_settings(&s, &err) == DUE)
		status = look_and_say(&s, notify);
	error_clear(&err);
	standing_free(&s);
	/* What could not be read is no news for cron. */
	cli.worst = STATUS_OK;
	return status;
}

/*
 * Why.
 */

static void
explain(enum stands stands, const struct standing *s)
{
	static const char *const says[] = {
		[DUE] = SENTENCE("A line is ready. It comes when nudge runs "
		    "next."),
		[ELSEWHERE] = SENTENCE("It comes on another computer, not on "
		    "this one."),
		[QUIET_HOURS] = SENTENCE("These are your quiet hours. The line "
		    "waits."),
		[NOT_NOW] = SENTENCE("No line is ready now."),
		[SAID_TODAY] = SENTENCE("Today's came already, and one a day "
		    "is enough."),
		[RESTS] = SENTENCE("No line comes just now. 'signal' tells "
		    "why.")
	};
	struct buf b = { 0 };
	char *said;

	if (stands == OFF) {
		screen_say(stdout, "No line comes until you ask for one. To "
		    "get one now and then, put this into %s, or leave it as it "
		    "is:",
		    s->settings.config == NULL ? "config.yaml" :
		    s->settings.config);
		puts("\nnudge:\n"
		    "  quiet: \"21:00-08:00\"\n"
		    "  moment: {from: \"18:00\",\n"
		    "    days: [monday, thursday]}\n"
		    "  note: {from: \"18:00\", days: [sunday]}\n"
		    "  visit: {from: \"18:00\"}");
		return;
	}
	due_tell(&s->asked, &b);
	fputs(buf_string(&b), stdout);
	buf_free(&b);
	said = command_in(message(says[stands]));
	screen_tell(stdout, said);
	free(said);
}

static enum status
why(void)
{
	struct standing s = { .cli = &cli };
	struct error err = { 0 };
	struct history said = nothing_said;
	enum stands stands;

	places_state(0);
	stands = standing_by_settings(&s, &err);
	if (stands == DUE || stands == NOT_NOW)
		stands = standing_open(&s, &err) == -1 ? UNREAD :
		    standing_look(&s, &said, 0, &err);
	if (stands != UNREAD) {
		screen_open(s.settings.plain);
		explain(stands, &s);
	}
	history_close(&said);
	standing_free(&s);
	return stands == UNREAD ? cli_fail(&cli, &err) : STATUS_OK;
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
		return cli_finish(&cli, schedule_print(&cli, argv[0],
		    mode == OPT_SYSTEMD, notify));
	return cli_finish(&cli, nudge(notify));
}
