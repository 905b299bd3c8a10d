/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef SIGNAL_WITHDRAWAL_H
#define SIGNAL_WITHDRAWAL_H

#include "base/status.h"

struct cli;
struct couple;

/* End one's own pause. Return what came of it. */
enum status withdrawal_of_pause(const struct couple *c,
	    const struct cli *cli);
/* Take one's own signal back; a pause stays. Return what came of it. */
enum status withdrawal_of_signal(const struct couple *c,
	    const struct cli *cli);

#endif
