/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * What the unit tests share. Each is a program that prints what was not as it
 * should be, a line each, and in the end how much it looked at; its status is
 * 1 when anything was wrong.
 */

#ifndef UNIT_H
#define UNIT_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UNIT_MOST	10	/* lines of trouble */

static unsigned long unit_looked, unit_bad;

static inline int
unit_note(int good, const char *file, int line)
{
	unit_looked++;
	if (good || unit_bad++ >= UNIT_MOST)
		return 0;
	printf("%s:%d: ", file, line);
	return 1;
}

/* Something is true; what it is about goes with it. */
#define OK(about, expression) do {					\
	if (unit_note((expression) != 0, __FILE__, __LINE__))		\
		printf("%s: not so: %s\n", (about), #expression);	\
} while (0)

/* Two numbers, or two strings, are the same. */
#define SAME(about, got, wanted) do {					\
	long long unit_g = (long long)(got), unit_w = (long long)(wanted); \
	if (unit_note(unit_g == unit_w, __FILE__, __LINE__))		\
		printf("%s: got %lld, wanted %lld\n", (about), unit_g,	\
		    unit_w);						\
} while (0)
#define SAME_TEXT(about, got, wanted) do {				\
	const char *unit_g = (got), *unit_w = (wanted);			\
	if (unit_note(strcmp(unit_g, unit_w) == 0, __FILE__, __LINE__))	\
		printf("%.80s: got \"%.200s\", wanted \"%.200s\"\n",	\
		    (about), unit_g, unit_w);				\
} while (0)

/* What a seed gives: xorshift64, the same on every machine. */
static inline uint64_t
unit_random(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

static inline int
unit_end(void)
{
	printf("%lu looked at, %lu wrong\n", unit_looked, unit_bad);
	return unit_looked == 0 || unit_bad > 0;
}

#endif
