/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include "base/buf.h"
#include "base/memory.h"
#include "base/message.h"
#include "couple/couple.h"
#include "term/cli.h"
#include "leaving.h"
#include "notice.h"
#include "place.h"

#define CALM	"If someone scares you, changing nothing yet may be safer. " \
		"What you wrote may be something you would like to show to " \
		"somebody who helps you. Talk it over first, with somebody " \
		"you trust: unhurried help safety"

void
notice_before(const struct couple *c, const struct cli *cli)
{
	cli_say(cli, "As %s: all that you placed in %s/%s goes, so that "
	    "nothing of yours is shared there any more. What is your "
	    "partner's stays as it is.", c->me, c->shared, c->me);
	cli_say(cli, "Nobody is told. But it can be noticed, and that may "
	    "make things less safe: your words are no longer there, and the "
	    "tools of your partner wait, as they do under a pause.");
	cli_say(cli, CALM);
	if (!cli->dry_run)
		cli_say(cli, "'unhurried leave -n' lists all that would go.");
}

void
notice_before_alone(const struct leaving *l, const struct cli *cli)
{
	const struct couple *c = l->couple;

	cli_say(cli, l->own ? "As %s: this removes all of this place, %s and "
	    "%s/%s." :
	    "As %s: you share nothing with anyone here, so nothing needs to be "
	    "done. With --remove, all of this place is removed, %s and %s/%s.",
	    c->me, c->shared, c->private, c->me);
	if (!l->own)
		return;
	cli_say(cli, "Nobody is told. But anyone who looks at this computer "
	    "can notice it, and that may make things less safe.");
	cli_say(cli, CALM);
}

static void
add_line(struct buf *b, const char *sentence)
{
	buf_printf(b, "\n%s", message(sentence));
}

/* What no command reaches. */
static void
say_beyond(const struct leaving *l, const struct cli *cli)
{
	struct buf b = { 0 };

	buf_str(&b, message("No command can take back:"));
	add_line(&b, l->solo ?
	    SENTENCE("- copies that went to other computers; on each of "
	    "yours, run this there") :
	    SENTENCE("- copies that your partner has, or that went to other "
	    "computers; on each of yours, run this there"));
	add_line(&b, place_has(l->couple, ".git") ?
	    SENTENCE("- backups, and older versions that git or a sync "
	    "program keeps (there is a .git here)") :
	    place_has(l->couple, ".stversions") ?
	    SENTENCE("- backups, and older versions that git or a sync "
	    "program keeps (there is a .stversions here)") :
	    SENTENCE("- backups, and older versions that git or a sync "
	    "program keeps"));
	add_line(&b, SENTENCE("- the commands that your shell remembers; "
	    "lines in your crontab, and timers"));
	if (l->own)
		add_line(&b, SENTENCE("- what a disk still holds of removed "
		    "files, for a while"));
	cli_say(cli, "%s", buf_string(&b));
	buf_free(&b);
}

void
notice_after(const struct leaving *l, const struct cli *cli)
{
	const struct couple *c = l->couple;

	if (cli->dry_run) {
		say_beyond(l, cli);
		return;
	}
	if (l->pause_stays && c->ours.fd != -1)
		cli_say(cli, "Your pause stays there, so that nothing reads "
		    "as a yes. It holds no words.");
	if (!l->own)
		cli_say(cli, "What is yours alone is still in %s/%s, for as "
		    "long as you like.", c->private, c->me);
	if (l->own && l->config_stays)
		cli_say(cli, "%s stays: it is not yours alone.",
		    c->settings.config);
	say_beyond(l, cli);
	if (!l->solo)
		cli_say(cli, "If an old copy comes back some day, run this "
		    "again.");
}
