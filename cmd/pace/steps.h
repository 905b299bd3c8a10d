/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PACE_STEPS_H
#define PACE_STEPS_H

#include <stddef.h>

#include "base/error.h"
#include "call/hold.h"
#include "deck/deck.h"
#include "format/yaml.h"

struct cli;
struct couple;

/*
 * Small steps, which have no order but their names: those of the shipped deck
 * and those that somebody holds in their own words.
 */
struct steps {
	struct deck	 deck;
	struct hold	 holding;
	int		 alone;		/* in a place for one */
};

/* Read the deck and what is held. The worst status. */
enum status steps_open(struct steps *s, const struct cli *cli,
	    const struct couple *c);
/* True for a step of the deck that this place has somebody for. */
int	 steps_suits(const struct steps *s, const struct node *item);
/* Print a step with its words, if it has any. */
void	 steps_show(const struct steps *s, const char *slug);
/* Print those that are softer than one. How many there were. */
int	 steps_show_softer(const struct steps *s, const char *slug);

#endif
