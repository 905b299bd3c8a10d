/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECKIN_TOGETHER_H
#define CHECKIN_TOGETHER_H

#include "base/error.h"

struct cli;
struct couple;

/*
 * Two at one terminal: each answers unseen and picks what the other may see,
 * which is shown to both at the end; ratings never are.
 */
enum status together(struct cli *cli, const struct couple *c);

#endif
