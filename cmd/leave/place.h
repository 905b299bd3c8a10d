/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef LEAVE_PLACE_H
#define LEAVE_PLACE_H

struct couple;
struct error;

/*
 * Return true for a name in the shared directory; what git and sync programs
 * leave there tells of them.
 */
int	 place_has(const struct couple *c, const char *name);
/*
 * Return true where one may have left before: the place is there, and nobody
 * of one's name in it.
 */
int	 place_lacks_me(const struct couple *c);
/*
 * Return 0, or -1 with err where nothing of one's name is in a place that is
 * there.
 */
int	 place_check(const struct couple *c, struct error *err);

#endif
