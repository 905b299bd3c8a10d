/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef RITUAL_RITUALS_H
#define RITUAL_RITUALS_H

#include "base/error.h"
#include "couple/couple.h"
#include "deck/aside.h"
#include "deck/catalog.h"
#include "term/pacer.h"

/* Rituals: shipped, one's own, and who asks for it somebody's; and which one might suit. */

struct rituals {
	struct catalog	 cards;
	struct aside	 aside;		/* what one leaves out for oneself */
	const struct couple *couple;
	const struct own_words *words;	/* one's own; NULL to say all as it is */
};

/* What is asked for; NULL and 0 for anything. */
struct rituals_want {
	const char	*kind;
	int		 minutes;	/* time at hand */
	int		 alone;
	int		 together;
	int		 solo;		/* there is no other */
	const char	*from;		/* of whose shared tree, as typed */
	const char	*id;		/* one that is named */
};

/* All kinds; NULL after the last. */
extern const char *const rituals_kinds[];
enum status rituals_open(struct rituals *r, const struct cli *cli,
	    const struct couple *c, const struct rituals_want *want);
/* True for a card that is a ritual, with steps. */
int	 rituals_is_one(const struct card *card);
/* What it is made for: its steps' time, rounded to minutes, at least one. */
int	 rituals_minutes(const struct card *card);
/* "alone", "together" or "either". */
const char *rituals_company(const struct card *card);
const char *rituals_kind_of(const struct card *card);
/* True for a ritual that is asked for, and not laid aside. */
int	 rituals_suits(const struct rituals *r, const struct card *card,
	    const struct rituals_want *want);
/*
 * One that might suit on a day: from one's own notes alone, no touch unless its
 * kind is asked for, and under a pause only what is alone. The nth of them; NULL when there is none. *status is the
 * worst of what could not be read of the notes.
 */
const struct card *rituals_suggest(const struct rituals *r,
	    const struct couple *c, const struct cli *cli,
	    const struct rituals_want *want, size_t nth, enum status *status);
/*
 * Let its author write one on a page and keep it in their private tree; with
 * -n only show the page. 0, also when nothing was written, or -1 with err.
 */
int rituals_new(const struct cli *cli, const struct couple *c, const char *name,
	    struct error *err);
/*
 * Walk through one, its times drawn out or in by a factor. How it ended; what
 * its deck has not got right is left out.
 */
enum pacer_end rituals_walk(const struct rituals *r, const struct card *card,
	    double factor, struct pacer *q);

#endif
