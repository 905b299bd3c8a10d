/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef SIGNAL_GIVING_H
#define SIGNAL_GIVING_H

#include "base/status.h"

struct cli;
struct couple;

/*
 * Give a signal, or take it back: SIGNAL [about TEXT] in `operands`, each of
 * one operand or of several. Return what came of it.
 */
enum status giving(const struct couple *c, const struct cli *cli,
	    char **operands);

#endif
