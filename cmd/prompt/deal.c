/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/system.h"
#include "deal.h"

/* Divided by as many as both can have picked, without a rest. */
#define EACH	6
_Static_assert(DEAL_KEYS <= 3 && EACH % 3 == 0 && EACH % 2 == 0,
    "each that both picked has the same chance");

void
deal_shuffle(size_t *order, size_t n)
{
	size_t i, j, other;

	for (i = 0; i < n; i++)
		order[i] = i;
	for (i = n; i > 1; i--) {
		j = arc4random_uniform((uint32_t)i);
		other = order[i - 1];
		order[i - 1] = order[j];
		order[j] = other;
	}
}

void
deal_take(struct deal *d, int who, const size_t *order, int key)
{
	int letter = key >= 0 && key < 128 ? tolower(key) - 'a' : -1;

	if (letter >= 0 && letter < DEAL_CARDS)
		d->picked[who][order[letter]] = 1;
}

size_t
deal_card(const struct deal *d)
{
	uint32_t blind = arc4random_uniform(2);
	uint32_t any = arc4random_uniform(DEAL_CARDS);
	uint32_t nth = arc4random_uniform(EACH);
	size_t both[DEAL_CARDS] = { 0 }, n = 0, card, i;

	for (i = 0; i < DEAL_CARDS; i++)
		if (d->picked[0][i] && d->picked[1][i])
			both[n++] = i;
	card = blind || n == 0 ? any : both[nth % n];
	system_wipe(both, sizeof(both));
	return card;
}
