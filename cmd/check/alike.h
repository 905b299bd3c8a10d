/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECK_ALIKE_H
#define CHECK_ALIKE_H

#include "finding.h"

/*
 * Look whether all in a tree is open to others in one way, from the directory
 * of `top` on and below `tree`, which is that or lies in it: as where a disk
 * keeps no modes, or what copied the tree kept none. That is told once, and
 * `top` and `tree` are then alike; with repair it is told one by one where the
 * top could be closed.
 */
void	 alike_look(struct checkup *c, struct shelf *top, struct shelf *tree);

#endif
