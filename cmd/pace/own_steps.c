/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "call.h"
#include "call/input.h"
#include "consent/agreement_name.h"
#include "couple/couple.h"
#include "entry/draft.h"
#include "format/output.h"
#include "format/yaml.h"
#include "own_steps.h"
#include "plan/own.h"
#include "store/records.h"
#include "term/cli.h"
#include "term/screen.h"

#define LISTS	"pace own"

/*
 * Showing.
 */

/* A visit: its day, how it was, and words. */
static void
show_visit(const struct own_item *visit)
{
	char date[WHEN_DAY_SIZE];
	struct buf line = { 0 };

	calendar_write(clock_day(visit->at), date);
	buf_str(&line, date);
	if (visit->ratings != NULL)
		buf_printf(&line, "  %s", visit->ratings);
	screen_add_id(&line, visit->name);
	screen_wrap(stdout, "      ", "      ", buf_string(&line));
	if (visit->text != NULL)
		screen_wrap(stdout, "        ", "        ", visit->text);
	buf_free(&line);
}

static void
show_visits(const struct own *visits, const char *step)
{
	size_t i;

	for (i = 0; i < visits->count; i++)
		if (strcmp(visits->items[i].step, step) == 0)
			show_visit(&visits->items[i]);
}

static void
write_item(const struct own_item *item, enum cli_format format)
{
	static const char *const columns[] = { "id", "at", "step", "ratings",
	    "text", NULL };
	char at[WHEN_AT_SIZE];
	struct yaml y = { 0 };

	yaml_put(&y, "id", item->name);
	if (item->room == OWN_VISITS) {
		clock_write(item->at, at);
		yaml_put(&y, "at", at);
	}
	yaml_put(&y, "step", item->step);
	yaml_put(&y, "ratings", item->ratings);
	yaml_put(&y, "text", item->text);
	output_print(&y, columns, format);
}

static void
show_text(const struct own *steps, const struct own *visits)
{
	char lead[AGREEMENT_SLUG + 8];
	size_t i;

	for (i = 0; i < steps->count; i++) {
		snprintf(lead, sizeof(lead), "  %-15s ",
		    steps->items[i].name);
		screen_wrap(stdout, lead, "                  ",
		    steps->items[i].text);
		show_visits(visits, steps->items[i].name);
	}
	if (steps->count == 0)
		screen_say(stdout, "Nothing is here, and that is fine. 'pace "
		    "own -e' keeps a small step for you alone, if you like.");
	else
		screen_say(stdout, "For you alone, in ABC order: no step comes "
		    "before another, and none has to be visited.");
}

static int
show(struct call *call)
{
	struct own steps = { 0 }, visits = { 0 };
	enum status status;
	size_t i;

	status = own_read(call->couple, call->cli, OWN_STEPS, &steps);
	if (call->notes)
		cli_worsen(&status, own_read(call->couple, call->cli,
		    OWN_VISITS, &visits));
	if (call->cli->format == FORMAT_TEXT)
		show_text(&steps, &visits);
	else {
		for (i = 0; i < steps.count; i++)
			write_item(&steps.items[i], call->cli->format);
		for (i = 0; i < visits.count; i++)
			write_item(&visits.items[i], call->cli->format);
	}
	own_free(&steps);
	own_free(&visits);
	return (int)status;
}

/*
 * Keeping.
 */

/* Said with the first of them alone: afterwards it is known. */
static void
say_first(const struct call *call)
{
	struct own steps = { 0 };

	(void)own_read(call->couple, call->cli, OWN_STEPS, &steps);
	if (steps.count == 1)
		cli_say(call->cli, "If it hurts, stop there. Before anything "
		    "goes into the body, ask a professional, above all with an "
		    "infection, in pregnancy, after a birth or an operation. A "
		    "plan that a clinical team gave you stays as they gave it: "
		    "'care practice' keeps it.");
	own_free(&steps);
}

static int
keep(struct call *call, struct error *err)
{
	struct own_item step = { .room = OWN_STEPS, .at = clock_now() };
	int r;

	couple_say_reader(call->couple, call->cli);
	r = input_take(&call->speak, call->cli, call->couple, "", "# A small "
	    "step, for you alone. Lines like these are left out.\n\n", err);
	if (r == 0)
		cli_say_nothing(call->cli);
	if (r != 1)
		return r;
	step.text = buf_trim(&call->speak.words);
	if (own_keep(call->couple, call->cli, &step, err) == -1)
		return -1;
	input_done(&call->speak);
	if (call->cli->dry_run)
		return STATUS_OK;
	cli_say(call->cli, "Kept, for you alone. Nothing shares it, and "
	    "nothing proposes it. 'pace drop %s' lets go of it.", step.name);
	say_first(call);
	return STATUS_OK;
}

int
own_steps(struct call *call, char **operands, struct error *err)
{
	input_operands(&call->speak, operands);
	return input_is_given(&call->speak) ? keep(call, err) : show(call);
}

/*
 * Visits.
 */

int
own_steps_has(const struct call *call, const char *typed, struct error *err)
{
	switch (own_look(call->couple, OWN_STEPS, typed, err)) {
	case STORE_THERE:
		return 1;
	case STORE_ABSENT:
		return 0;
	default:
		/* Not where it could be shared, if it may be one's own. */
		return -1;
	}
}

int
own_steps_visit(struct call *call, const struct draft *d, struct when at,
    struct error *err)
{
	struct own_item visit = { .room = OWN_VISITS, .at = at };
	const struct scales *scales = &call->couple->scales;
	char slug[AGREEMENT_SLUG + 1];
	struct buf ratings = { 0 };
	size_t i;
	int r;

	agreement_slug(d->name, slug);
	for (i = 0; i < scales->count; i++)
		if (d->ratings[i] != -1)
			buf_printf(&ratings, "%s%s=%ld", ratings.length > 0 ?
			    " " : "", scales->at[i].name, d->ratings[i]);
	visit.step = slug;
	visit.ratings = ratings.data;
	visit.text = d->note.data;
	r = own_keep(call->couple, call->cli, &visit, err);
	buf_free(&ratings);
	return r;
}

/*
 * Letting go.
 */

/* Let go of one, and with a step of its visits. 0, or -1 with err. */
static int
let_go(const struct call *call, const struct own *own,
    const struct own_item *item, struct buf *names, struct error *err)
{
	const struct own_item *visit;
	size_t i;

	for (i = 0; i < own->count && item->room == OWN_STEPS; i++) {
		visit = &own->items[i];
		if (visit->room == OWN_VISITS && strcmp(visit->step,
		    item->name) == 0 &&
		    let_go(call, own, visit, names, err) == -1)
			return -1;
	}
	buf_printf(names, " %s", item->name);
	return own_drop(call->couple, item, err);
}

int
own_steps_drop(struct call *call, char **operands, struct error *err)
{
	struct buf names = { 0 };
	struct own own = { 0 };
	enum status status;
	int i, r = 0;

	status = own_read(call->couple, call->cli, OWN_STEPS, &own);
	cli_worsen(&status, own_read(call->couple, call->cli, OWN_VISITS,
	    &own));
	for (i = 0; r == 0 && operands[i] != NULL; i++)
		if (own_find(&own, operands[i]) == NULL)
			r = own_unknown(&own, status, operands[i], LISTS, err);
	for (i = 0; r == 0 && operands[i] != NULL && !call->cli->dry_run; i++)
		r = let_go(call, &own, own_find(&own, operands[i]), &names,
		    err);
	if (r == 0)
		records_say_dropped(call->cli, buf_string(&names));
	buf_free(&names);
	own_free(&own);
	return r == -1 ? -1 : (int)status;
}
