/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "again.h"
#include "base/buf.h"
#include "base/calendar.h"
#include "call.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "planning.h"
#include "store/layout.h"
#include "store/removal.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/suggest.h"

int
planning_when(char **operands, enum fold fold, struct when now,
    struct when *at, size_t *used, struct error *err)
{
	char *said = timewords_operands(operands, 1, clock_day(now), used);
	int r = timewords_understand_ahead(said, fold, now, at, err);

	if (r == 0 && clock_day(*at) - clock_day(now) > PLAN_DAYS)
		r = error_set(err, STATUS_USAGE, "%s: that is more than a year "
		    "away: choose a nearer time", said);
	free(said);
	return r;
}

enum status
planning_read(struct call *call, int for_two)
{
	return plans_read(call->couple, call->cli, for_two, call->now.instant,
	    &call->plans);
}

int
planning_may_offer(struct call *call, struct error *err)
{
	(void)planning_read(call, 1);
	if (plans_offered(&call->plans) >= PLAN_OFFERS)
		return error_set(err, STATUS_NO, "%d times are on offer "
		    "already, and that is enough for now; 'moment drop' lets "
		    "one go", PLAN_OFFERS);
	return 0;
}

static void
say_kept(const struct cli *cli, const struct plan *p)
{
	struct buf b = { 0 };

	plans_time(&b, p->at.instant);
	if (cli->dry_run)
		cli_say(cli, "plans/??????.yaml, for %s: nothing was "
		    "written.", buf_string(&b));
	else if (p->for_two)
		cli_say(cli, "Offered: %s. Your partner can see it, and need "
		    "not answer. No answer is not a yes. Either of you may let "
		    "it go: 'moment drop %s'", buf_string(&b), p->random);
	else
		cli_say(cli, "Kept, and not shared: %s. It is no promise; "
		    "'moment drop %s' lets it go.", buf_string(&b),
		    p->random);
	buf_free(&b);
}

static int
keep(const struct call *call, struct plan *p, struct error *err)
{
	struct buf b = { 0 };

	if (call->cli->dry_run) {
		plans_text(&b, p);
		buf_write(&b, stdout);
		buf_free(&b);
		return 0;
	}
	if (plans_keep(call->couple, p, err) == -1)
		return -1;
	if (!call->cli->quiet)
		puts(p->random);
	return 0;
}

/* Where what is past cannot go, all else is done already. */
enum status
planning_tidy(const struct call *call, struct error *err)
{
	if (call->cli->dry_run || plans_tidy(call->couple, call->now.instant,
	    err) == 0)
		return STATUS_OK;
	return cli_fail(call->cli, err);
}

int
planning_make(struct call *call, char **operands, struct error *err)
{
	struct plan p = { .for_two = call->together, .at = call->at };

	(void)operands;
	if (call->misread.status != STATUS_OK) {
		*err = call->misread;
		return -1;
	}
	if (call->again)
		return again_make(call, err);
	if (p.for_two && planning_may_offer(call, err) == -1)
		return -1;
	/* No words are asked for: calm time needs none. */
	if (input_is_given(&call->speak)) {
		if (input_take(&call->speak, call->cli, call->couple, "",
		    "# What you may want to remember. Lines like these are "
		    "left out.\n\n", err) == -1)
			return -1;
		p.text = buf_trim(&call->speak.words);
	}
	if (p.text != NULL && strlen(p.text) > PLAN_TEXT)
		return error_set(err, STATUS_DATA, "at most %zu bytes, please",
		    PLAN_TEXT);
	if (p.for_two && !ask_goes_out(call->cli, "Your partner can see this "
	    "offer, with its time and its words.", "Offer it? [y/N] ")) {
		input_let_go(&call->speak);
		return STATUS_OK;
	}
	/* A pause may have come while somebody wrote. */
	if (p.for_two && !pause_clear(call->couple, err))
		return -1;
	if (keep(call, &p, err) == -1)
		return -1;
	input_done(&call->speak);
	say_kept(call->cli, &p);
	return (int)planning_tidy(call, err);
}

/*
 * Find what is called `name`, or of what comes again the time that is. NULL
 * where there is none.
 */
static const struct plan *
find(const struct plans *list, const char *name)
{
	const struct plan *p;
	size_t i;

	for (i = 0; i < list->count; i++) {
		p = &list->items[i];
		if (strcmp(p->random, name) == 0 || (strncmp(p->random, name,
		    strlen(p->random)) == 0 &&
		    again_day(list, p, name) != WHEN_NO_DAY))
			return p;
	}
	return NULL;
}

static const char *
nth_plan(const void *of, size_t n)
{
	const struct plans *list = of;

	return n < list->count ? list->items[n].random : NULL;
}

/*
 * Let go of one, as far as it is in reach; of what comes again on day `d`, or
 * with WHEN_NO_DAY of all to come. How many went.
 */
static size_t
let_go(const struct call *call, const struct plan *p, day d,
    struct removal *removal)
{
	struct error err = { 0 };
	struct plan of = *p;
	int r = 0;

	if (p->for_two && !removal->reach)
		return 0;
	of.day = d;
	if (!call->cli->dry_run)
		r = plans_drop(call->couple, &of, &err);
	removal_missed(removal, &err);
	return r == 0;
}

/* Which day of what is called `name` is meant. */
static day
which_day(const struct call *call, const struct plan *p, const char *name)
{
	return call->rest ? WHEN_NO_DAY : strcmp(p->random, name) == 0 ?
	    p->day : again_day(&call->plans, p, name);
}

/* Try, before anything is changed, where what is for two lies. */
static void
try(const struct call *call, struct removal *removal)
{
	const struct plan *p;
	int once = 0, again = 0;
	size_t i;

	for (i = 0; i < call->plans.count && !call->cli->dry_run; i++) {
		p = &call->plans.items[i];
		once |= p->for_two && p->again == NULL;
		again |= p->for_two && p->again != NULL;
	}
	if (once)
		removal_tries(removal, call->cli, LAYOUT_PLANS, 0);
	if (again)
		removal_tries(removal, call->cli, LAYOUT_RECURRING, 0);
}

/* All that were named, or with --together are for two. How many went. */
static size_t
let_all_go(const struct call *call, char **operands, struct removal *removal)
{
	const struct plan *p;
	size_t i, n = 0;

	try(call, removal);
	for (i = 0; operands[i] != NULL; i++)
		if ((p = find(&call->plans, operands[i])) != NULL)
			n += let_go(call, p, which_day(call, p, operands[i]),
			    removal);
	for (i = 0; call->together && i < call->plans.count; i++)
		if (call->plans.items[i].for_two)
			n += let_go(call, &call->plans.items[i], WHEN_NO_DAY,
			    removal);
	return n;
}

/* Look, before anything is changed, where all of it may lie. */
static void
look(const struct call *call, char **operands, struct removal *removal)
{
	int i, unseen = call->together;

	/* Where a name is one's own alone the shared place has no say. */
	for (i = 0; operands[i] != NULL; i++)
		unseen |= find(&call->plans, operands[i]) == NULL ||
		    find(&call->plans, operands[i])->for_two;
	if (unseen) {
		(void)removal_sees(removal, LAYOUT_PLANS);
		(void)removal_sees(removal, LAYOUT_RECURRING);
	}
	(void)removal_sees_own(removal, LAYOUT_PLANS);
	(void)removal_sees_own(removal, LAYOUT_RECURRING);
}

/* Say what went; of what comes again the rest stays unless it was named. */
static void
say_gone(const struct call *call, char **operands)
{
	const struct plan *p, *stays = NULL;
	size_t i;

	for (i = 0; operands[i] != NULL && !call->rest; i++)
		if ((p = find(&call->plans, operands[i])) != NULL &&
		    p->again != NULL)
			stays = p;
	if (stays == NULL)
		cli_say(call->cli, "Let go. No reason is needed, and nothing "
		    "is owed.");
	else
		cli_say(call->cli, "This one is let go, without a reason. "
		    "'moment drop --rest %s' lets go of all to come.",
		    stays->random);
}

int
planning_drop(struct call *call, char **operands, struct error *err)
{
	struct removal removal = REMOVAL_OF(call->couple);
	struct buf again = { 0 };
	enum status status;
	size_t i, n;

	status = planning_read(call, call->couple->ours.fd != -1);
	look(call, operands, &removal);
	for (i = 0; operands[i] != NULL && removal_is_whole(&removal); i++)
		if (find(&call->plans, operands[i]) == NULL)
			return status == STATUS_OK ? suggest_unknown(err,
			    STATUS_NO, operands[i], "no plan to come has that "
			    "name", "moment list", nth_plan, &call->plans) :
			    error_set(err, status, "%s: some of the plans "
			    "cannot be read just now, and it may be one of "
			    "them", operands[i]);
	n = let_all_go(call, operands, &removal);
	if (n == 0 && removal_is_whole(&removal))
		return planning_tidy(call, err) != STATUS_OK ?
		    (int)STATUS_SYSTEM :
		    error_set(err, STATUS_NO, "no plan for two is to come, "
		    "so nothing is let go of");
	if (call->cli->dry_run)
		cli_say(call->cli, "It would go to your trash.");
	else if (removal_is_whole(&removal))
		say_gone(call, operands);
	buf_str(&again, call->together ? "drop --together" : call->rest ?
	    "drop --rest" : "drop");
	for (i = 0; operands[i] != NULL; i++)
		buf_printf(&again, " %s", operands[i]);
	status = removal_end(&removal, call->cli, "not all of it could go",
	    buf_string(&again));
	buf_free(&again);
	return (int)(status != STATUS_OK ? status :
	    planning_tidy(call, err));
}
