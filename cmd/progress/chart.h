/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROGRESS_CHART_H
#define PROGRESS_CHART_H

#include "base/status.h"

struct lookback;
struct own_scale;

/*
 * Draw what was given on each scale of a look back, from the lowest to the
 * highest number of each step and where its middle is; or on `own` alone,
 * where it is not NULL. It has the same parts, axes and height whatever the
 * days were. Where there are no signs for it, the same is told in lines. Return
 * the worst status of what was read for it.
 */
enum status chart_print(const struct lookback *l, const struct own_scale *own);

#endif
