/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef UNHURRIED_OVERVIEW_H
#define UNHURRIED_OVERVIEW_H

#include "base/status.h"

struct cli;
struct couple;

/*
 * Show where things stand today: what holds between the two, what the other
 * shared lately, and where to go from here. Return what reading came to.
 */
enum status overview_show(const struct couple *c, const struct cli *cli);

#endif
