/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROMPT_DEAL_H
#define PROMPT_DEAL_H

#include <stddef.h>

#define DEAL_CARDS	8
#define DEAL_KEYS	3	/* of each of the two */

/* What each of the two picked, by card. */
struct deal {
	unsigned char	 picked[2][DEAL_CARDS];
};

/* Put `n` numbers from 0 on into `order`, in any order, each alike. */
void	 deal_shuffle(size_t *order, size_t n);
/*
 * Note that a key was typed by `who`, before whom the cards lie in that
 * `order`, with the letters from a on. What is no such letter picks nothing.
 */
void	 deal_take(struct deal *d, int who, const size_t *order, int key);
/*
 * Return the card that is dealt. Half of the time it is any of them, blind;
 * else it is one that both picked, each alike, where there is one. All draws
 * are made in any case.
 */
size_t	 deal_card(const struct deal *d);

#endif
