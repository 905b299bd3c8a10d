/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef COUPLE_PLACES_H
#define COUPLE_PLACES_H

struct cli;
struct couple;
struct settings;

/*
 * The places that a call may use, and when it lets go of all others: what
 * term/sandbox.h can do, in two steps. Before the first file of the shared
 * directory is read there are the two directories, the shipped texts, the
 * zones, and what a call named; once it is known who writes, changes are made
 * in their own places alone.
 */

/*
 * Let the call use the file or the directory `path` as well, and with `writes`
 * change what lies in it, where it is there by then.
 */
void	 places_also(const char *path, int writes);
/* The same of the directory that `file` is to be written in. */
void	 places_also_around(const char *file);
/*
 * The same of the directory of what this computer said last; it is made where
 * a call `writes`.
 */
void	 places_state(int writes);
/*
 * The first step, by settings, or without any (NULL) for a call that needs
 * none of the two directories. `needs` are those of couple_open().
 */
void	 places_enter(const struct settings *s, const struct cli *cli,
	    int needs);
/* The second step, as far as the couple `c` is open. */
void	 places_settle(const struct couple *c);

#endif
