/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "buf.h"
#include "couple.h"
#include "error.h"
#include "holding.h"
#include "now.h"
#include "speak.h"
#include "show.h"
#include "text.h"

enum status
holding_open(struct holding *h, const struct cli *cli,
    const struct couple *c, const char *kind, const char *reading)
{
	memset(h, 0, sizeof(*h));
	h->cli = cli;
	h->couple = c;
	h->kind = kind;
	h->reading = reading;
	h->today = held_today(c, when_now().instant);
	return held_read(c, cli, kind, h->today, &h->all);
}

void
holding_close(struct holding *h)
{
	held_free(&h->all);
}

const char *
holding_mine(const struct holding *h, const char *slug)
{
	const struct held *found = held_find(&h->all, slug);

	return found == NULL || found->mine.ended ? NULL : found->mine.text;
}

int
holding_review(const struct holding *h, const char *slug, const char *typed,
    day *review, struct error *err)
{
	const struct held *found = held_find(&h->all, slug);

	*review = WHEN_NO_DAY;
	if (typed != NULL)
		return *typed == '\0' || strcmp(typed, "none") == 0 ? 0 :
		    when_ahead(typed, h->today, review, err);
	if (holding_mine(h, slug) != NULL && found->mine.review > h->today)
		*review = found->mine.review;
	return 0;
}

int
holding_hold(const struct holding *h, const char *slug, const char *text,
    day review, struct error *err)
{
	struct buf b = { 0 };

	if (h->cli->dry_run) {
		held_text(&b, text, review);
		fwrite(buf_string(&b), 1, b.length, stdout);
		buf_free(&b);
		cli_say(h->cli, "%s.yaml: nothing was written", slug);
		return 0;
	}
	if (!now_clear(h->couple, err) || held_hold(h->couple, h->kind, slug,
	    text, review, err) == -1)
		return -1;
	if (!h->cli->quiet)
		puts(slug);
	return 0;
}

int
holding_may_ask(const struct holding *h, const struct speak *s,
    struct error *err)
{
	return h->cli->dry_run || (speak_is_given(s) && !s->edit) ||
	    now_clear(h->couple, err);
}

int
holding_take(const struct holding *h, struct speak *s, const char *question,
    const char *page, struct error *err)
{
	int r;

	if (!holding_may_ask(h, s, err))
		return -1;
	if (h->couple->other != NULL && !speak_is_given(s) &&
	    cli_can_ask(h->cli))
		cli_say(h->cli, "Your partner can read what you write here.");
	r = speak_take(s, h->cli, h->couple, question, page, err);
	if (r == 0)
		cli_say(h->cli, "Nothing was written, and that is fine.");
	return r;
}

void
holding_say(const struct holding *h, const char *slug)
{
	if (h->cli->dry_run)
		return;
	if (h->couple->other != NULL)
		cli_say(h->cli, "Held under your name. Your partner can read "
		    "it, and need not answer. '%s end%s%s' takes it back.",
		    h->cli->name, slug == NULL ? "" : " ",
		    slug == NULL ? "" : slug);
	cli_say(h->cli, HELD_NO_YES);
}

/* What becomes of words that both held, if these are others. */
static void
say_before(const struct holding *h, const char *slug, const char *text)
{
	const struct held *found = held_find(&h->all, slug);

	if (found != NULL && found->in_force && h->couple->other != NULL &&
	    strcmp(found->mine.text, text) != 0)
		cli_say(h->cli, "Until now you both held other words here. "
		    "Those are in your trash.");
}

int
holding_keep(const struct holding *h, struct speak *s, const char *slug,
    const char *text, day review, struct error *err)
{
	say_before(h, slug, text);
	/* What was asked for said so before it was written. */
	if (h->couple->other != NULL && s->given && !cli_goes_out(h->cli,
	    "Your partner can read what you hold.", "Hold it? [y/N] ")) {
		speak_let_go(s);
		return 0;
	}
	if (holding_hold(h, slug, text, review, err) == -1)
		return -1;
	speak_done(s);
	holding_say(h, slug);
	return 0;
}

int
holding_show_ours(const struct holding *h)
{
	const struct held *item;
	int any = 0;
	size_t i;

	for (i = 0; i < h->all.count; i++) {
		item = &h->all.items[i];
		if (!item->in_force)
			continue;
		if (!any++)
			puts(h->couple->other == NULL ? "Yours:" :
			    "Held by you both:");
		text_say(stdout, "  %s: %s", item->slug, item->mine.text);
	}
	if (any)
		text_say(stdout, HELD_NO_YES);
	return any;
}

int
holding_yes(const struct holding *h, const char *name, const char *given,
    struct error *err)
{
	char slug[HELD_SLUG + 1], hash[HELD_HASH + 1];
	const struct held *found;

	held_slug(name, slug);
	found = held_find(&h->all, slug);
	if (h->couple->other == NULL)
		return error_set(err, STATUS_NO, "%s: this place is yours "
		    "alone; '%s hold' is all it takes", slug, h->cli->name);
	if (!now_clear(h->couple, err))
		return -1;
	if (found == NULL || found->theirs.text == NULL ||
	    found->theirs.ended || found->theirs.unclear)
		return error_set(err, STATUS_NO, "%s: there are no words of "
		    "your partner's there to hold, too", slug);
	if (found->theirs.review != WHEN_NO_DAY &&
	    found->theirs.review <= h->today)
		return error_set(err, STATUS_NO, "%s: this was kept until a "
		    "day that has come: '%s hold' keeps it again, if you "
		    "like", slug,
		    h->cli->name);
	held_hash(&found->theirs, hash);
	if (given != NULL && strcmp(given, hash) != 0)
		return error_set(err, STATUS_NO, "%s: these are not the words "
		    "with the code %s any more: read them again with "
		    "'%s'", slug, given,
		    h->reading);
	if (given == NULL && !cli_can_ask(h->cli))
		return error_set(err, STATUS_USAGE, "read the words with "
		    "'%s', then give the characters that stand there: %s yes "
		    "%s HASH", h->reading, h->cli->name, slug);
	if (given == NULL) {
		show_held_one(stderr, h->couple, found, h->today);
		if (!cli_yes("Hold the same words? [y/N] ")) {
			cli_say(h->cli, "Nothing changed, and that is fine.");
			return 0;
		}
	}
	if (holding_hold(h, slug, found->theirs.text, found->theirs.review,
	    err) == -1)
		return -1;
	if (!h->cli->dry_run)
		cli_say(h->cli, "You both hold it. " HELD_NO_YES);
	return 0;
}

int
holding_end(const struct holding *h, const char *name, struct error *err)
{
	char slug[HELD_SLUG + 1];
	const struct held *found;

	held_slug(name, slug);
	found = held_find(&h->all, slug);
	/*
	 * Where one's own words are not here they may come back, from another
	 * copy: so what the other holds can be ended, too.
	 */
	if (found == NULL || found->mine.ended) {
		cli_say(h->cli, "You have no words under that name.");
		return 0;
	}
	if (h->cli->dry_run) {
		cli_say(h->cli, "%s would be let go.", slug);
		return 0;
	}
	if (held_end(h->couple, h->kind, slug, err) == -1)
		return -1;
	cli_say(h->cli, "Let go. No reason is needed, and nothing is owed.");
	return 0;
}
