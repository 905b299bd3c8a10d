/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "again.h"
#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/timewords.h"
#include "call.h"
#include "call/input.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "plan/plans.h"
#include "plan/recurring.h"
#include "planning.h"
#include "term/ask.h"
#include "term/cli.h"

/* "saturdays" is every saturday: return true, and leave the s out. */
static int
take_plural(char *said, size_t n)
{
	char *weekday = need_part(said, n);
	int is = 0;

	if (n > 1 && said[n - 1] == 's' && timewords_weekday(weekday) == -1) {
		weekday[n - 1] = '\0';
		is = timewords_weekday(weekday) != -1;
	}
	if (is)
		memmove(said + n - 1, said + n, strlen(said + n) + 1);
	free(weekday);
	return is;
}

int
again_take(struct call *call, char **operands)
{
	size_t n = operands[0] == NULL ? 0 : strcspn(operands[0], " ");

	if (n == 0)
		return 0;
	if (!(n == 5 && strncasecmp(operands[0], "every", n) == 0) &&
	    !(n == 4 && strncasecmp(operands[0], "each", n) == 0)) {
		call->again = take_plural(operands[0], n);
		return 0;
	}
	call->again = 1;
	if (operands[0][n] == '\0')
		return 1;
	operands[0] += n + 1;
	return 0;
}

void
again_understand(struct call *call, const char *said)
{
	size_t n = said == NULL ? 0 : strcspn(said, " ");
	char *weekday = need_part(said == NULL ? "" : said, n);

	if (timewords_weekday(weekday) == -1) {
		error_clear(&call->misread);
		(void)error_set(&call->misread, STATUS_USAGE, "every which "
		    "day? Try 'moment plan every sunday 20:00'");
	} else if (call->misread.status == STATUS_OK && call->until != NULL)
		(void)timewords_ahead(call->until, clock_day(call->now),
		    &call->last, &call->misread);
	free(weekday);
}

/* Whether it may come again so long. 0, or -1 with err. */
static int
check_until(const struct recurring *r, const char *until, struct error *err)
{
	if (r->until < r->first)
		return error_set(err, STATUS_USAGE, "--until %s: that is "
		    "before it comes for the first time", until);
	if (r->for_two && r->until - r->first > RECURRING_TWO)
		return error_set(err, STATUS_USAGE, "--until %s: for two it "
		    "comes again for twelve weeks at most: choose a nearer "
		    "day", until);
	if (r->until - r->first >= PLAN_DAYS)
		return error_set(err, STATUS_USAGE, "--until %s: that is more "
		    "than a year away: choose a nearer day", until);
	return 0;
}

/* Whether another may be offered. 0, or -1 with err. */
static int
may_offer(struct call *call, struct error *err)
{
	size_t i;

	if (planning_may_offer(call, err) == -1)
		return -1;
	for (i = 0; i < call->plans.count; i++)
		if (call->plans.items[i].again != NULL &&
		    call->plans.items[i].for_two &&
		    !call->plans.items[i].theirs)
			return error_set(err, STATUS_NO, "one that comes again "
			    "is on offer already, and one is enough for now; "
			    "'moment drop --rest %s' lets it go",
			    call->plans.items[i].random);
	return 0;
}

static int
keep(const struct call *call, struct recurring *r, struct error *err)
{
	struct buf b = { 0 };

	if (call->cli->dry_run) {
		recurring_text(&b, r, 1);
		buf_write(&b, stdout);
		buf_free(&b);
		return 0;
	}
	if (recurring_keep(call->couple, r, err) == -1)
		return -1;
	if (!call->cli->quiet)
		puts(r->random);
	return 0;
}

static void
say_kept(const struct call *call, const struct recurring *r)
{
	char until[WHEN_WORDS_SIZE];
	struct buf b = { 0 };

	plans_time(&b, call->at.instant);
	calendar_words(r->until + clock_day(call->at) - r->first, until);
	if (call->cli->dry_run)
		cli_say(call->cli, "Nothing was written. It would be %s, and "
		    "each week until %s, in recurring/??????.yaml.",
		    buf_string(&b), until);
	else if (r->for_two)
		cli_say(call->cli, "Offered: %s, and each week until %s. Your "
		    "partner can see the times and no words, and need not "
		    "answer. No answer is not a yes. Either of you may let go "
		    "of one, 'moment drop %s', or of all to come, with --rest.",
		    buf_string(&b), until, r->random);
	else
		cli_say(call->cli, "Kept, and not shared: %s, and each week "
		    "until %s. It is no promise, and ends by itself. 'moment "
		    "drop %s' lets go of one, with --rest of all to come.",
		    buf_string(&b), until, r->random);
	buf_free(&b);
}

/* Take the words, if there are any, and ask before it goes out: 1, 0, -1. */
static int
fill(struct call *call, struct recurring *r, struct error *err)
{
	const char *text;

	if (input_is_given(&call->speak)) {
		if (input_take(&call->speak, call->cli, call->couple, "",
		    "# What you may want to remember. Lines like these are "
		    "left out.\n\n", err) == -1)
			return -1;
		text = buf_trim(&call->speak.words);
		if (text != NULL && strlen(text) > RECURRING_TEXT)
			return error_set(err, STATUS_DATA, "at most %d bytes, "
			    "please", RECURRING_TEXT);
		r->text = text == NULL ? NULL : need_string(text);
	}
	if (r->for_two && !ask_goes_out(call->cli, "Your partner can see this "
	    "offer with its times. Words of yours stay with you.", "Offer it? "
	    "[y/N] ")) {
		input_let_go(&call->speak);
		return 0;
	}
	/* A pause may have come while somebody wrote. */
	return r->for_two && !pause_clear(call->couple, err) ? -1 : 1;
}

int
again_make(struct call *call, struct error *err)
{
	struct recurring r = { .for_two = call->together };
	int done;

	if (r.for_two && may_offer(call, err) == -1)
		return -1;
	recurring_make(&r, call->at, call->until == NULL ? WHEN_NO_DAY :
	    call->last);
	done = check_until(&r, call->until, err) == -1 ? -1 :
	    fill(call, &r, err);
	if (done == 1 && keep(call, &r, err) == -1)
		done = -1;
	if (done == 1) {
		input_done(&call->speak);
		say_kept(call, &r);
	}
	recurring_clear(&r);
	return done == -1 ? -1 : done == 0 ? STATUS_OK :
	    (int)planning_tidy(call, err);
}

day
again_day(const struct plans *list, const struct plan *p, const char *name)
{
	long date;
	day d;

	if (p->again == NULL || name[ID_RANDOM] != '-' ||
	    strlen(name) != ID_RANDOM + 9)
		return WHEN_NO_DAY;
	date = text_get_digits(name + ID_RANDOM + 1, 8, 99991231);
	d = date == -1 ? WHEN_NO_DAY : calendar_date(date / 10000,
	    date / 100 % 100, date % 100);
	/* It is called by the day that is shown here. */
	if (d != WHEN_NO_DAY)
		d -= plans_shift(p);
	return d == WHEN_NO_DAY || d < p->day || d > p->again->until ||
	    (d - p->again->first) % 7 != 0 ||
	    recurring_is_gone(&list->again, p->again, d) ? WHEN_NO_DAY : d;
}
