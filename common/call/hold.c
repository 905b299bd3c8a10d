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
#include "base/command.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/timewords.h"
#include "call/hold.h"
#include "call/input.h"
#include "consent/agreement_name.h"
#include "consent/agreement_view.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "couple/origin.h"
#include "store/layout.h"
#include "store/removal.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"
#include "term/suggest.h"

enum status
hold_open(struct hold *h, const struct cli *cli,
    const struct couple *c, const char *kind, const char *reading)
{
	memset(h, 0, sizeof(*h));
	h->cli = cli;
	h->couple = c;
	h->kind = kind;
	h->reading = command_typed(reading);
	h->command = command_typed(cli->name);
	h->today = couple_today(c, clock_now().instant);
	return agreement_read(c, cli, kind, h->today, &h->all);
}

const char *
hold_mine(const struct hold *h, const char *slug)
{
	const struct agreement *found = agreement_find(&h->all, slug);

	return found == NULL || found->mine.ended ? NULL : found->mine.text;
}

int
hold_review(const struct hold *h, const char *slug, const char *typed,
    day *review, struct error *err)
{
	const struct agreement *found = agreement_find(&h->all, slug);

	*review = WHEN_NO_DAY;
	if (typed != NULL)
		return *typed == '\0' || strcmp(typed, "none") == 0 ? 0 :
		    timewords_ahead(typed, h->today, review, err);
	if (hold_mine(h, slug) != NULL && found->mine.review > h->today)
		*review = found->mine.review;
	return 0;
}

int
hold_hold(const struct hold *h, const char *slug, const char *typed,
    const char *text, day review, struct error *err)
{
	const struct agreement *found = agreement_find(&h->all, slug);
	const char *title = typed == NULL ? NULL : agreement_needs_title(typed);
	struct buf b = { 0 };

	if (title == NULL && found != NULL && agreement_title(found) !=
	    found->slug)
		title = agreement_title(found);

	if (h->cli->dry_run) {
		agreement_text(&b, title, text, review);
		buf_write(&b, stdout);
		buf_free(&b);
		cli_say(h->cli, "%s.yaml: nothing was written", slug);
		return 0;
	}
	if (h->couple->other != NULL && ask_left())
		return error_set(err, STATUS_SYSTEM, "this was cut off, so "
		    "nothing is held, and your partner sees none of it");
	/* A pause may have come while somebody wrote or was asked. */
	if (!pause_lets_hold(h->couple, err) ||
	    agreement_hold(h->couple, h->kind, slug, title, text, review,
	    err) == -1)
		return -1;
	if (!h->cli->quiet)
		puts(slug);
	return 0;
}

int
hold_take(const struct hold *h, struct input *s, const char *question,
    const char *page, struct error *err)
{
	int r;

	if (h->couple->other != NULL && !input_is_given(s) &&
	    ask_can(h->cli))
		cli_say(h->cli, "Your partner can read what you write here.");
	r = input_take(s, h->cli, h->couple, question, page, err);
	if (r == 0)
		cli_say_nothing(h->cli);
	return r;
}

void
hold_say(const struct hold *h, const char *slug)
{
	if (h->cli->dry_run)
		return;
	if (h->couple->other != NULL)
		cli_say(h->cli, "Held under your name. Your partner can read "
		    "it, and need not answer. '%s end%s%s' takes it back.",
		    h->command, slug == NULL ? "" : " ",
		    slug == NULL ? "" : slug);
	cli_say(h->cli, AGREEMENT_NO_YES);
}

/* What becomes of words that both held, if these are others. */
static void
say_before(const struct hold *h, const char *slug, const char *text)
{
	const struct agreement *found = agreement_find(&h->all, slug);

	if (found != NULL && found->in_force && h->couple->other != NULL &&
	    strcmp(found->mine.text, text) != 0)
		cli_say(h->cli, "Until now you both held other words here. "
		    "Those are in your trash.");
}

/* True for letters beyond ASCII that a shell takes as one word. */
static int
is_one_word(const char *s)
{
	if (agreement_needs_title(s) == NULL)
		return 0;
	while (*s == '-' || *s & 0x80 || isalnum((unsigned char)*s))
		s++;
	return *s == '\0';
}

int
hold_keep(const struct hold *h, struct input *s, const char *slug,
    const char *typed, const char *text, day review, struct error *err)
{
	say_before(h, slug, text);
	/* What was asked for said so before it was written. */
	if (h->couple->other != NULL && s->given && !ask_goes_out(h->cli,
	    "Your partner can read what you hold.",
	    "Hold these words? [y/N] ")) {
		input_let_go(s);
		return 0;
	}
	if (hold_hold(h, slug, typed, text, review, err) == -1)
		return -1;
	input_done(s);
	hold_say(h, typed != NULL && is_one_word(typed) ? typed : slug);
	return 0;
}

int
hold_show(const struct hold *h)
{
	return agreement_view(h->couple, &h->all, h->today, h->cli->format);
}

int
hold_holds_any(const struct hold *h)
{
	size_t i = 0;

	while (i < h->all.count && !h->all.items[i].in_force)
		i++;
	return i < h->all.count;
}

int
hold_show_ours(const struct hold *h)
{
	const struct agreement *item;
	int any = 0;
	size_t i;

	for (i = 0; i < h->all.count; i++) {
		item = &h->all.items[i];
		if (!item->in_force)
			continue;
		if (!any++)
			screen_say(stdout, h->couple->other == NULL ?
			    "Yours:" : "Held by you both:");
		screen_say(stdout, "  %s%s: %s", agreement_title(item),
		    item->mine.elsewhere ? origin_mark(h->couple) : "",
		    item->mine.text);
	}
	if (any)
		screen_say(stdout, AGREEMENT_NO_YES);
	return any;
}

int
hold_yes(const struct hold *h, const char *name, const char *given,
    struct error *err)
{
	char slug[AGREEMENT_SLUG + 1], hash[AGREEMENT_HASH + 1];
	const struct agreement *found;

	agreement_name(&h->all, name, slug);
	found = agreement_find(&h->all, slug);
	if (h->couple->other == NULL)
		return error_set(err, STATUS_NO, "%s: this place is yours "
		    "alone; '%s hold' is all it takes", slug, h->command);
	if (found == NULL || found->theirs.text == NULL ||
	    found->theirs.ended || found->theirs.unclear)
		return error_set(err, STATUS_NO, "%s: your partner holds "
		    "nothing under that name", slug);
	if (found->theirs.review != WHEN_NO_DAY &&
	    found->theirs.review <= h->today)
		return error_set(err, STATUS_NO, "%s: this was kept until a "
		    "day that has come: '%s hold' keeps it again, if you "
		    "like", slug, h->command);
	agreement_hash(&found->theirs, hash);
	if (given != NULL && strcmp(given, hash) != 0)
		return error_set(err, STATUS_NO, "%s: these are not the words "
		    "with the code %s any more: read them again with "
		    "'%s'", slug, given,
		    h->reading);
	if (given == NULL && !ask_can(h->cli))
		return error_set(err, STATUS_USAGE, "read the words with '%s', "
		    "then: %s yes %s CODE", h->reading, h->command, slug);
	if (given == NULL) {
		agreement_view_one(stderr, h->couple, found, h->today);
		if (!ask_yes("Hold the same words? [y/N] ")) {
			cli_say(h->cli, "Nothing changed, and that is fine.");
			return 0;
		}
	}
	if (given != NULL && !ask_goes_out(h->cli, "Your partner can read that "
	    "you hold the same words.", "Hold them? [y/N] "))
		return 0;
	if (hold_hold(h, slug, agreement_title(found) == found->slug ? name :
	    NULL, found->theirs.text, found->theirs.review, err) == -1)
		return -1;
	if (!h->cli->dry_run)
		cli_say(h->cli, "You both hold it. " AGREEMENT_NO_YES);
	return 0;
}

static const char *
nth_mine(const void *of, size_t n)
{
	const struct agreement_list *all = of;
	size_t i;

	for (i = 0; i < all->count; i++)
		if ((all->items[i].mine.text != NULL ||
		    all->items[i].mine.unclear) && !all->items[i].mine.ended &&
		    n-- == 0)
			return all->items[i].slug;
	return NULL;
}

/* 1 where there is something to end, also by halves; 0, or -1. */
static int
has_some(const struct hold *h, const char *slug, struct removal *removal)
{
	const struct agreement *found = agreement_find(&h->all, slug);
	struct error err = { 0 };
	int words = 0;

	if (removal->reach)
		words = agreement_has_words(h->couple, h->kind, slug, &err);
	removal_missed(removal, &err);
	/*
	 * Where one's own words are not here they may come back, from another
	 * copy: so what the other holds can be ended, too.
	 */
	return words == 1 || (found != NULL && !found->mine.ended);
}

int
hold_end(const struct hold *h, const char *name, struct error *err)
{
	struct removal removal = REMOVAL_OF(h->couple);
	char slug[AGREEMENT_SLUG + 1], dir[32], *again;
	enum status status;

	agreement_name(&h->all, name, slug);
	snprintf(dir, sizeof(dir), LAYOUT_HELD "/%s", h->kind);
	(void)removal_sees(&removal, dir);
	(void)removal_sees_own(&removal, LAYOUT_MIRROR);
	if (!has_some(h, slug, &removal) && removal_is_whole(&removal))
		return suggest_unknown(err, STATUS_NO, slug, "you have no "
		    "words under that name", h->reading, nth_mine, &h->all);
	if (!h->cli->dry_run) {
		removal_tries(&removal, h->cli, dir, 0);
		if (agreement_end(h->couple, h->kind, slug, &removal, err) ==
		    -1)
			return -1;
	}
	if (h->cli->dry_run)
		cli_say(h->cli, "%s would be let go.", slug);
	else if (removal_is_whole(&removal))
		cli_say(h->cli, "Let go. No reason is needed, and nothing is "
		    "owed.");
	again = need_printf("end %s", slug);
	status = removal_end(&removal, h->cli, h->cli->dry_run ? "not all of "
	    "it could go" : "its end is kept here and goes there later; until "
	    "then the words may still be read there", again);
	free(again);
	return (int)status;
}
