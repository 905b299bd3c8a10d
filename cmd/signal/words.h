/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef SIGNAL_WORDS_H
#define SIGNAL_WORDS_H

#include "base/status.h"

struct cli;
struct couple;

/* Show which words mean what, one's own first. Return the worst status. */
enum status words_show(const struct couple *c, const struct cli *cli);

#endif
