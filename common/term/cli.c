/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/command.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "base/unsaved.h"
#include "term/cli.h"
#include "term/pager.h"
#include "term/screen.h"

static struct error	 noted;		/* to be said at the end */
static int		 noting = 1;
static struct error	 half;		/* what was done by half */

/* One harmless line on stderr; on a terminal wrapped between words. */
static void
complain(const struct cli *cli, const char *fmt, va_list ap)
{
	struct buf b = { 0 };
	char *s = command_vprintf(fmt, ap);

	buf_printf(&b, "%s: ", cli->name);
	screen_safe(&b, s, strlen(s), 0);
	fflush(stdout);
	pager_end();
	if (isatty(STDERR_FILENO))
		screen_wrap(stderr, "", "", buf_string(&b));
	else
		fprintf(stderr, "%s\n", buf_string(&b));
	buf_free(&b);
	free(s);
}

void
cli_warn(const struct cli *cli, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	complain(cli, fmt, ap);
	va_end(ap);
}

void
cli_usage(const struct cli *cli, const char *fmt, ...)
{
	va_list ap;
	char *typed = command_typed(cli->name);

	va_start(ap, fmt);
	complain(cli, fmt, ap);
	va_end(ap);
	if (cli->refused != NULL)
		cli->refused();
	screen_print(stderr, "More: %s -h\n", typed);
	free(typed);
	cli_keep_words(cli, STATUS_USAGE);
	exit(STATUS_USAGE);
}

void
cli_say(const struct cli *cli, const char *fmt, ...)
{
	va_list ap;
	char *s;

	if (cli->quiet)
		return;
	va_start(ap, fmt);
	s = command_vprintf(fmt, ap);
	va_end(ap);
	fflush(stdout);
	pager_end();
	screen_tell(stderr, s);
	free(s);
}

void
cli_say_nothing(const struct cli *cli)
{
	cli_say(cli, "Nothing was written, and that is fine.");
}

void
cli_say_none(const struct cli *cli, const char *words)
{
	char *typed;

	if (cli->worst != STATUS_OK)
		return;
	typed = command_in(message(words));
	cli_say(cli, "%s", typed);
	free(typed);
}

void
cli_note(struct error *err)
{
	if (noting)
		error_join(&noted, err);
	error_clear(err);
}

void
cli_note_half(struct error *err)
{
	error_join(&half, err);
	error_clear(err);
}

void
cli_note_said(void)
{
	noting = 0;
	error_clear(&noted);
}

enum status
cli_fail(const struct cli *cli, struct error *err)
{
	enum status status = err->status;

	cli_warn(cli, "%s", error_message(err));
	error_clear(err);
	return status;
}

enum status
cli_worse(enum status a, enum status b)
{
	return a > b ? a : b;
}

void
cli_worsen(enum status *worst, enum status other)
{
	if (other > *worst)
		*worst = other;
}

void
cli_keep_words(const struct cli *cli, enum status status)
{
	cli_worsen(&status, cli->worst);
	if (cli->dry_run)
		unsaved_let_go();
	if (cli->dry_run || cli->place == NULL || status == STATUS_OK)
		return;
	if (!unsaved_has_way())
		cli->place(cli);
	unsaved_end(status == STATUS_USAGE);
}

/* In the tour each that may write says where that goes. */
static void
say_tour(const struct cli *cli)
{
	const char *place = text_env("UNHURRIED_TOUR");
	const char *dir = text_env("UNHURRIED_DIR");

	if (place != NULL && dir != NULL && cli->dir == NULL &&
	    strncmp(dir, place, strlen(place)) == 0 &&
	    cli->traits & CLI_WRITER)
		cli_say(cli, "(This is the tour: the words are made up, and "
		    "all of it is gone when you leave it.)");
}

int
cli_finish(const struct cli *cli, enum status status)
{
	int bad = ferror(stdout);

	pager_end();
	say_tour(cli);
	cli_worsen(&status, cli->worst);
	/* What ends it so already was said, and is most likely the same. */
	if (noted.status > status)
		cli_worsen(&status, cli_fail(cli, &noted));
	if (half.status != STATUS_OK)
		cli_worsen(&status, cli_fail(cli, &half));
	cli_keep_words(cli, status);
	if (fflush(stdout) == EOF || fclose(stdout) == EOF) {
		screen_print(stderr, "%s: the output could not be written: "
		    "%s\n", cli->name, strerror(errno));
		status = STATUS_SYSTEM;
	} else if (bad) {
		/* That was earlier, and nobody kept why. */
		screen_print(stderr, "%s: the output could not be written\n",
		    cli->name);
		status = STATUS_SYSTEM;
	}
	return (int)status;
}

int
cli_hush(void)
{
	cli_note_said();
	message_plain(1);
	return freopen("/dev/null", "w", stderr) == NULL ? -1 : 0;
}

void
cli_only_shows(void)
{
	signal(SIGPIPE, SIG_DFL);
}
