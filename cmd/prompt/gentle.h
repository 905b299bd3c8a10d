/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROMPT_GENTLE_H
#define PROMPT_GENTLE_H

#include "base/error.h"

struct cli;
struct couple;

/*
 * A talk of two about how it is between them, part by part, without a clock. It
 * begins with whether it is a good time, and each part is left by Enter alone;
 * anything else, or a pause, ends it. Nothing is kept. Return the status.
 */
enum status gentle_talk(const struct cli *cli, const struct couple *c);

#endif
