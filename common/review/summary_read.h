/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef REVIEW_SUMMARY_READ_H
#define REVIEW_SUMMARY_READ_H

#include "base/calendar.h"
#include "review/summary.h"

struct cli;
struct error;

/* A summary is read from the entries of a stretch of days. */

/*
 * Read what `s` asks for; its other fields are zero. What was left out is named
 * on stderr, but for SUMMARY_RATINGS.
 */
void	 summary_read(struct summary *s, const struct cli *cli);
/*
 * Return the first day with an entry in any tree that `s` takes in, or
 * WHEN_NO_DAY; `err` tells where one may lie before it.
 */
day	 summary_begin(const struct summary *s, struct error *err);

#endif
