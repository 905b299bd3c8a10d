/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef HARDDAY_WAYS_H
#define HARDDAY_WAYS_H

#include "base/status.h"

struct call;

/*
 * Offer what there is, where nothing was said with the call: on a terminal ask
 * which until there is none, else show what may be typed. Return what came of
 * it.
 */
enum status ways_offer(struct call *call);

#endif
