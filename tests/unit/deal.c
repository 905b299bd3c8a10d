/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include "../../cmd/prompt/deal.h"
#include "unit.h"

#define DEALS	80000
/*
 * Chi-square of 7 degrees of freedom: more than this comes once in ten million
 * runs of what is alike for all.
 */
#define MOST	46.0

/* Deal so often; chi-square of the cards against all being alike. */
static double
chi(const struct deal *d, unsigned long counts[DEAL_CARDS])
{
	double expected = (double)DEALS / DEAL_CARDS, sum = 0, off;
	int i;

	memset(counts, 0, DEAL_CARDS * sizeof(*counts));
	for (i = 0; i < DEALS; i++)
		counts[deal_card(d)]++;
	for (i = 0; i < DEAL_CARDS; i++) {
		off = (double)counts[i] - expected;
		sum += off * off / expected;
	}
	return sum;
}

static void
deals(void)
{
	unsigned long n[DEAL_CARDS];
	struct deal d = { 0 };
	int i;

	OK("neither picked", chi(&d, n) < MOST);
	memset(d.picked[0], 1, 3);
	OK("one picked three, the other none", chi(&d, n) < MOST);
	memset(d.picked[1] + 3, 1, 3);
	OK("three each, none of both", chi(&d, n) < MOST);
	memset(&d, 0, sizeof(d));
	d.picked[0][5] = d.picked[1][5] = d.picked[0][1] = d.picked[1][2] = 1;
	OK("one of both is no blind deal", chi(&d, n) > MOST);
	OK("one of both", (double)n[5] / DEALS > 0.5625 - 0.015 &&
	    (double)n[5] / DEALS < 0.5625 + 0.015);
	memset(&d, 0, sizeof(d));
	for (i = 0; i < 3; i++)
		d.picked[0][i] = d.picked[1][i] = 1;
	(void)chi(&d, n);
	/* 1/2 * 1/3 + 1/2 * 1/8 = 0.229 for each. */
	for (i = 0; i < 3; i++)
		OK("three of both, each alike", (double)n[i] / DEALS > 0.21 &&
		    (double)n[i] / DEALS < 0.25);
}

static void
takes(void)
{
	static const size_t order[DEAL_CARDS] = { 7, 6, 5, 4, 3, 2, 1, 0 };
	static const int nothing[] = { '-', 'i', 'z', ' ', '\r', 27, 0, 200,
	    255, -1, -2, '`', '{', '@' };
	static const struct deal none;
	struct deal d = { 0 };
	size_t i;

	for (i = 0; i < sizeof(nothing) / sizeof(nothing[0]); i++)
		deal_take(&d, 0, order, nothing[i]);
	OK("what is no letter of a card", memcmp(&d, &none, sizeof(d)) == 0);
	deal_take(&d, 1, order, 'a');
	deal_take(&d, 1, order, 'A');
	deal_take(&d, 1, order, 'h');
	OK("by the order before them", d.picked[1][7] && d.picked[1][0]);
	for (i = 1; i < 7; i++)
		OK("and no other", !d.picked[1][i]);
	OK("nor for somebody else", memcmp(d.picked[0], none.picked[0],
	    DEAL_CARDS) == 0);
}

static void
shuffles(void)
{
	unsigned long first[DEAL_CARDS] = { 0 };
	size_t order[DEAL_CARDS], seen, i, j;
	double expected = 20000.0 / DEAL_CARDS, sum = 0, off;

	for (i = 0; i < 20000; i++) {
		deal_shuffle(order, DEAL_CARDS);
		for (seen = 0, j = 0; j < DEAL_CARDS; j++)
			seen |= (size_t)1 << order[j];
		if (seen != 255)
			OK("each once", 0);
		first[order[0]]++;
	}
	for (i = 0; i < DEAL_CARDS; i++) {
		off = (double)first[i] - expected;
		sum += off * off / expected;
	}
	OK("each comes first alike", sum < MOST);
}

int
main(void)
{
	deals();
	takes();
	shuffles();
	return unit_end();
}
