/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef COUPLE_INNER_H
#define COUPLE_INNER_H

struct cli;
struct couple;
struct error;
struct store;

/* What opening a couple is made of: couple.c has it for couple_open.c. */

/* Open the shared directory itself into root. Return 0, or -1 with err. */
int	 couple_root(const struct couple *c, struct store *root,
	    struct error *err);
/*
 * Read the couple.yaml in the shared directory, which is open as root. Return
 * 0, or -1 with err.
 */
int	 couple_read(struct couple *c, int root, struct error *err);
/*
 * Set me and other by what is said, else by this account's login. Return 0, or
 * -1 with err.
 */
int	 couple_choose(struct couple *c, const struct cli *cli,
	    struct error *err);

#endif
