/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef MOMENT_CALM_H
#define MOMENT_CALM_H

#include <stddef.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"

struct cli;
struct couple;
struct scale;

/*
 * When in the week somebody's own ratings tend to be gentler. Nobody else's
 * are read, and no rating comes out of here again.
 */

#define CALM_LEAST	8	/* check-ins; below, nothing is said */
#define CALM_DAYS	365	/* how far back they are taken from */

/* By the clock that the entry was written by; night goes on past midnight. */
enum calm_part {
	CALM_MORNING,		/* from 5 */
	CALM_AFTERNOON,		/* from 12 */
	CALM_EVENING,		/* from 17 */
	CALM_NIGHT,		/* from 22 */
	CALM_PARTS,
	CALM_ANY_PART = CALM_PARTS
};

/* 0 Monday .. 6 Sunday, the day a night began on, or several of them. */
enum calm_days { CALM_WEEK = 7, CALM_WEEKEND, CALM_ANY_DAY };

/* Ratings that go together: how many, their sum, that of their squares. */
struct calm_cell {
	unsigned int	 n;
	double		 sum, squares;
};

/* What is made of a cell. */
struct calm_guess {
	double		 mean;		/* as far as it is to be believed */
	double		 variance;	/* how unsure that is */
};

/* Ratings of a stretch, gathered one by one. All zero is none. */
struct calm {
	struct calm_cell cells[CALM_PARTS][7];
	unsigned int	 count;		/* those of one part of a day are one */
	day		 day;		/* that are being gathered */
	enum calm_part	 part;
	struct calm_cell now;
};

struct calm_time {
	enum calm_part	 part;
	enum calm_days	 days;
};

/*
 * Guess each cell's mean: the mean of its ratings, drawn towards the mean of
 * all, the more so the fewer they are and the less the cells differ beyond what
 * ratings within one do. With nothing to tell them apart every guess is the
 * mean of all, that is, no idea yet. Returns that mean.
 *
 * This is the estimator of James and Stein in its empirical Bayes form, for
 * cells that are not of one size: B. Efron and C. Morris, "Data Analysis Using
 * Stein's Estimator and its Generalizations", Journal of the American
 * Statistical Association 70 (1975), pages 311-319. The two variances are those
 * of the analysis of variance of one way with unequal numbers: S. R. Searle,
 * G. Casella and C. E. McCulloch, "Variance Components" (1992), chapter 3; the
 * one within cells is at least that of rounding to whole numbers, 1/12.
 */
double	 calm_guess(const struct calm_cell *, size_t count,
	    struct calm_guess *);

/* The part of the day that a clock showed, and the day it belongs to. */
enum calm_part calm_part(struct when, day *);
/* Take in a rating, lower being gentler, in order of time. */
void	 calm_add(struct calm *, struct when, long rating);
/* The last one is in. */
void	 calm_end(struct calm *);
/*
 * The time whose ratings stand out as gentler: 1, or 0 where none does, or
 * there are too few.
 */
int	 calm_find(const struct calm *, struct calm_time *);

/*
 * Gather one's own check-ins up to a time. What was left out is named on
 * stderr; the worst status of it.
 */
enum status calm_read(struct calm *, const struct couple *,
	    const struct cli *, const struct scale *, struct when now);

#endif
