/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BOUNDARY_WITHDRAWAL_H
#define BOUNDARY_WITHDRAWAL_H

struct boundary;
struct cli;
struct couple;
struct map;
struct removal;

/* What is shared of a boundary is taken back. */

/* Look at all that may hold it, before anything is changed. */
void	 withdrawal_open(struct removal *removal, const struct couple *c,
	    const struct cli *cli, const struct map *map);
/*
 * Say what could not be reached of `b` (NULL: nothing of that name was seen),
 * which was `wanted` gone by `verb`. Return the status.
 */
int	 withdrawal_end(struct removal *removal, const struct cli *cli,
	    const char *verb, const char *wanted, const struct boundary *b);
/* Say that `b` was let go of, and how it comes back. */
void	 withdrawal_say(const struct couple *c, const struct cli *cli,
	    const struct boundary *b);

#endif
