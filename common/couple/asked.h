/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef COUPLE_ASKED_H
#define COUPLE_ASKED_H

struct couple;
struct error;
struct scale;

/*
 * Whether a question of couple.yaml, which either of the two can change, is
 * one that its reader answered before. Which those are lies with the records
 * of store/placed.h.
 */

/* Stands before a question that is not. */
#define ASKED_NEW	"(as couple.yaml now has it)"

/*
 * Return true for a question that is shipped so, or was there when a check-in
 * that was asked with it was kept; and in a place for one.
 */
int	 asked_before(const struct couple *c, const struct scale *s);
/*
 * Note the questions with a bit in `which`, by their place in couple.yaml:
 * they were asked, and what was answered is kept. 0, or -1 with err.
 */
int	 asked_keep(const struct couple *c, unsigned int which,
	    struct error *err);

#endif
