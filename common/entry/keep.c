/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/unsaved.h"
#include "couple/couple.h"
#include "entry/draft.h"
#include "entry/entry.h"
#include "entry/keep.h"
#include "entry/save.h"
#include "term/ask.h"
#include "term/cli.h"

enum status
keep_words(const struct cli *cli, const struct couple *c,
    const struct keep *what, const struct buf *words, struct entry *kept)
{
	struct error err = { 0 };
	struct entry e = { 0 };
	enum status status;
	struct draft d;

	draft_open(&d, c);
	if (what->feel != NULL && draft_words(&d, d.feel, "--feel",
	    what->feel, &err) == -1) {
		draft_free(&d);
		return cli_fail(cli, &err);
	}
	d.kind = what->kind;
	d.name = what->name;
	d.minutes = what->minutes;
	buf_put(&d.note, buf_string(words), words->length);
	status = save_draft(cli, &d, &c->mine, clock_now(), &e);
	if (status == STATUS_OK && !cli->dry_run)
		cli_say(cli, "%s", what->say != NULL ? what->say :
		    "Kept, and not shared.");
	if (kept != NULL)
		*kept = e;
	else
		entry_free(&e);
	draft_free(&d);
	return status;
}

const char *
keep_question(const char *kind)
{
	if (strcmp(kind, "win") == 0)
		return "What was good, or gentle? It may be very small.";
	if (strcmp(kind, "reason") == 0)
		return "Why did you choose a slow, gentle way? Any reason of "
		    "yours will do.";
	/* Thanks for touch would make a debt of it. */
	return "What are you glad of? Please leave touch out: thanks for it "
	    "can make it hard to say no.";
}

/* Keep what a person chose, once there are words for it. */
static enum status
keep_one(const struct cli *cli, const struct couple *c,
    const struct keep *what, const char *question)
{
	enum status status = STATUS_OK;
	struct buf words = { 0 };

	if (question != NULL)
		ask_lines(cli, question, &words);
	if (question == NULL || words.length > 0)
		status = keep_words(cli, c, what, &words, NULL);
	unsaved_close(&words);
	buf_free(&words);
	return status;
}

enum status
keep_offer(const struct cli *cli, const struct couple *c, const char *name,
    int minutes)
{
	struct keep what = { .kind = "ritual", .name = name,
	    .minutes = minutes };
	struct buf line = { 0 };
	enum status status = STATUS_OK;

	if (!ask_can(cli) || !ask_line("Keep something? Enter for nothing; "
	    "k: that it was, n: a note, t: thanks, w: a win ", &line))
		buf_clear(&line);
	if (strcmp(buf_string(&line), "k") == 0)
		status = keep_one(cli, c, &what, NULL);
	else if (strcmp(buf_string(&line), "n") == 0)
		status = keep_one(cli, c, &what, "What would you like to "
		    "remember?");
	else if (strcmp(buf_string(&line), "t") == 0 ||
	    strcmp(buf_string(&line), "w") == 0) {
		what.kind = *line.data == 't' ? "thanks" : "win";
		status = keep_one(cli, c, &what,
		    keep_question(what.kind));
	}
	buf_free(&line);
	return status;
}
