/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef COUPLE_OWNER_H
#define COUPLE_OWNER_H

#include <stddef.h>

struct cli;
struct error;
struct store;

/*
 * Whose a shared place is, in a directory that two accounts share: what lies
 * there must be owned as it says, so that nobody speaks for the other.
 */

/*
 * Set *group to whether two accounts share the directory root, and check that
 * neither of the count people could replace what the other placed there, and
 * that it is open to nobody in another way.
 * Return 0, or -1 with err.
 */
int	 owner_check_root(const struct store *root,
	    const char *const *people, size_t count, int *group,
	    struct error *err);
/*
 * Check that this account may speak in the place of me, which is not open
 * where it is not there. Return 0, or -1 with err.
 */
int	 owner_check_mine(const struct store *ours, const char *me,
	    struct error *err);
/*
 * Close the other's place, and say so, unless it surely is theirs; cli keeps
 * the worst status.
 */
void	 owner_leave_out(struct store *theirs, struct cli *cli);

#endif
