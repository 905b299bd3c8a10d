/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECK_DOUBLES_H
#define CHECK_DOUBLES_H

#include "finding.h"

/*
 * One's own entries that are there twice: of one instant and kind, the same to
 * the last byte, as when two devices took in one file before they met.
 */

/*
 * Look at an entry; those of one tree come in the order of their names. The
 * later is told, and put away with repair, unless it alone is shared.
 */
void	 doubles_look(struct checkup *c, const struct spot *s);
void	 doubles_free(struct checkup *c);

#endif
