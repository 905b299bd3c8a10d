/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROMPT_TALK_H
#define PROMPT_TALK_H

#include "base/error.h"

struct cli;
struct couple;

/*
 * Unhurried talk for two: one speaks and the other listens, so many minutes
 * each, with a quiet timer and thanks at the end. The text may be a question to
 * begin with, or NULL. It stops when a pause comes. The status.
 */
enum status talk(const struct cli *cli, struct couple *c, const char *text,
	    int minutes);

#endif
