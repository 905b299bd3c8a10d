/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECK_INSPECT_H
#define CHECK_INSPECT_H

#include "finding.h"
#include "store/layout.h"

/* One file or directory looked at, and what is found told. */

/* Look at the file of a spot, whose name belongs there, as what it is. */
void	 inspect(struct checkup *c, struct spot *s, enum layout_as as);
/* What was left half-way: told to its own person alone. */
void	 inspect_temp(struct checkup *c, struct spot *s);
/* Tell of a name that is not as `expected`. */
void	 inspect_other(struct checkup *c, const struct spot *s,
	    const char *expected);
/* Look at the mode, owner and links of a file or directory. */
void	 inspect_modes(struct checkup *c, const struct spot *s);
/* Return what a spot is that is neither file nor directory; else NULL. */
const char *inspect_strange(const struct spot *s);
/* Look at one's settings. */
void	 inspect_settings(struct checkup *c);

#endif
