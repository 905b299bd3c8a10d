/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_LANDLOCK_H
#define TERM_LANDLOCK_H

#include "term/sandbox.h"

/*
 * Let the kernel keep this process to the `n` `places`: with `reads` for all
 * that is done with files, for TCP, and for signals to other processes; else
 * for changes alone. Return 0, or -1 where it does not.
 */
int	 landlock_keep(const struct sandbox_place *places, size_t n, int reads);

#endif
