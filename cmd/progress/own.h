/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROGRESS_OWN_H
#define PROGRESS_OWN_H

#include "base/status.h"
#include "term/cli.h"

struct lookback;
struct own_scale;

/*
 * Print what was given on a scale of one's own in the days of `l`: from where
 * to where, and what is typical. It is drawn only when it is named, and never
 * compared with other days. Return the worst status.
 */
enum status own_print(const struct lookback *l, const struct own_scale *s,
	    enum cli_format format);

#endif
