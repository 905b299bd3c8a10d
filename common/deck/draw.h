/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef DECK_DRAW_H
#define DECK_DRAW_H

#include <stdint.h>

#include "base/calendar.h"
#include "couple/couple.h"
#include "deck/catalog.h"

/*
 * Which card a day has: the same for both people, on any copy, without a word
 * between them, and none twice until all were dealt.
 *
 * Each day from the one in couple.yaml's since on takes, of the cards that
 * were added by then and not dealt in this round, the one whose hash of the
 * couple's id, the round and its own id is least. So a card that is added
 * changes no day before it.
 */

typedef int draw_suits(const struct card *, const void *);

/*
 * Return the couple's first day, or some day long ago where couple.yaml has
 * none.
 */
day	 draw_since(const struct couple *c);
/* The card of a day among those that suit, or NULL where there is none. */
const struct card *draw_card(const struct catalog *cards,
	    const struct couple *c, day on, draw_suits *suits, const void *arg);
/* A number for a card that the couple and any key give it. */
uint64_t draw_hash(const struct couple *c, long key, const char *id);

#endif
