/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>

#include "review/ratings.h"

unsigned int
ratings_count(const struct ratings *r)
{
	unsigned int n = 0, i;

	for (i = 0; i < RATINGS_VALUES; i++)
		n += r->given[i];
	return n;
}

int
ratings_median(const struct ratings *r, char s[RATINGS_MEDIAN])
{
	unsigned int n = ratings_count(r), seen = 0;
	int i, low = -1;

	if (n == 0)
		return -1;
	/* The middle one, or the mean of the two in the middle. */
	for (i = 0; 2 * seen <= n; i++) {
		seen += r->given[i];
		if (low == -1 && 2 * seen >= n)
			low = i;
	}
	low += i - 1;
	ratings_write(low, s);
	return low;
}

void
ratings_write(int median, char s[RATINGS_MEDIAN])
{
	snprintf(s, RATINGS_MEDIAN, median % 2 ? "%d.5" : "%d", median / 2);
}

int
ratings_range(const struct ratings *r, int *least, int *most)
{
	int i;

	*least = -1;
	for (i = 0; i < RATINGS_VALUES; i++)
		if (r->given[i] > 0) {
			if (*least == -1)
				*least = i;
			*most = i;
		}
	return *least != -1;
}

void
ratings_take(void *r, const char *id, struct when at, long number)
{
	struct ratings *ratings = r;

	(void)id;
	(void)at;
	ratings->given[number]++;
}
