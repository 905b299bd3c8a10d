/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROGRESS_FIGURES_H
#define PROGRESS_FIGURES_H

#include "term/cli.h"

struct lookback;

/* Print a look back in a format for a program. */
void	 figures_print(const struct lookback *l, enum cli_format format);

#endif
