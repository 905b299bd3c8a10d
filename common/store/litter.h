/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_LITTER_H
#define STORE_LITTER_H

/*
 * Names, beside those with a dot, under which a NAS, a desktop or a file system
 * leaves things of its own in any directory. They are passed over.
 */

/* True for a name that is one. */
int	 litter_is(const char *name);
/*
 * True for one under which a program keeps what it saves, or what was removed
 * while it was open: where that was cut off it stays, and may hold somebody's
 * words. With a dot or not.
 */
int	 litter_saves(const char *name);
/*
 * True for the name with a dot, .NAME.icloud, that stands where NAME is not on
 * this computer just now: something is there, and nobody can read it.
 */
int	 litter_hides(const char *name);

#endif
