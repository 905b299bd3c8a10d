/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stddef.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/message.h"
#include "call.h"
#include "consent/boundary.h"
#include "couple/couple.h"
#include "couple/origin.h"
#include "couple/solo.h"
#include "limits.h"
#include "sheet.h"
#include "store/store.h"
#include "term/cli.h"

/* How large it is in print. */
static const char limits_style[] =
    "body { font-size: 18pt } h1 { font-size: 40pt; margin: 0 }\n"
    "ul { padding: 0; list-style: none }\n"
    "li { font: bold 26pt/1.3 sans-serif; margin: 0 0 12pt }\n";

static const char no_yes[] = SENTENCE("What is not on this card is not a yes, "
    "either. Ask each time. No is always fine.");

/* Put one on the card. Who prints it is told what has no record. */
static void
add(struct call *call, int n, const struct boundary *b)
{
	call->words[n] = b->subject;
	if (b->elsewhere)
		cli_say(&cli, "%s%s", b->subject, origin_mark(call->couple));
}

/* All that is not for now, or what was named of it. How many, or -1. */
static int
pick_limits(struct call *call, const struct boundaries *all, char **operands,
    struct error *err)
{
	const struct boundary *b;
	size_t i;
	int n = 0;

	for (i = 0; operands[i] != NULL; i++)
		if ((b = boundary_find(all, operands[i])) == NULL ||
		    b->now != BOUNDARY_NOT_NOW)
			return error_set(err, STATUS_USAGE, call->couple->other
			    == NULL ? "%s: no \"not now\" here has that name: "
			    "'boundary' lists them" : "%s: no \"not now\" that "
			    "you shared has that name: 'boundary' lists them",
			    operands[i]);
	call->words = sheet_room(i > all->count ? i : all->count);
	for (i = 0; operands[i] != NULL; i++)
		add(call, n++, boundary_find(all, operands[i]));
	for (i = 0; *operands == NULL && i < all->count; i++)
		if (all->items[i].now == BOUNDARY_NOT_NOW)
			add(call, n++, &all->items[i]);
	return n;
}

int
limits_print(struct call *call, char **operands, struct error *err)
{
	const struct couple *c = call->couple;
	struct sheet s = {
		.title = SENTENCE("Not now"),
		.after = {
			SENTENCE("This needs no reason."),
			no_yes,
			SENTENCE("A no counts at any time, whatever a card "
			    "says.")
		},
		.style = limits_style
	};
	/* For one, which couple.yaml alone cannot tell, all of them. */
	int solo = c->other == NULL && c->ours.fd != -1 && solo_is_certain(c);
	const struct store *from = solo ? &c->mine : &c->ours;
	struct boundaries all = { 0 };
	enum status status = STATUS_OK;
	int r;

	all.records = solo ? NULL : &c->mine;
	if (from->fd != -1)
		status = boundary_read(from, &cli, clock_now().instant, &all);
	r = pick_limits(call, &all, operands, err);
	s.words = call->words;
	if (r > 0)
		r = sheet_print(call, &s);
	else if (r == 0) {
		cli_worsen(&cli.worst, status);
		cli_say_none(&cli, solo ? "Nothing is kept as not now, "
		    "so there is no card. Nothing needs to be." : "You share "
		    "nothing as not now, so there is no card. Nothing needs "
		    "to be.");
		r = STATUS_NO;
	}
	boundary_free(&all);
	return r == -1 ? -1 : (int)cli_worse((enum status)r, status);
}
