/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef NUDGE_SCHEDULE_H
#define NUDGE_SCHEDULE_H

#include "base/status.h"

struct cli;

/*
 * Print lines that have this program, `called` so, run now and then, by cron
 * or by systemd: with all that it needs to know, as neither gives it more than
 * HOME, and with nothing in them that tells a stranger what it is about.
 * Return what came of it.
 */
enum status schedule_print(const struct cli *cli, const char *called,
	    int by_systemd, int notify);

#endif
