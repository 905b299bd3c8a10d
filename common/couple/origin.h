/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef COUPLE_ORIGIN_H
#define COUPLE_ORIGIN_H

struct cli;
struct couple;
struct error;
struct store;

/*
 * Where what stands under one's own name came from, as far as store/placed.h
 * tells. In words it is never called proven, nor anybody's doing.
 */

/*
 * Begin to keep records where there never were any: what stands there now is
 * noted as one's own, and that is said once. Called for each couple that is
 * opened.
 */
void	 origin_begin(const struct couple *c, const struct cli *cli);
/*
 * Begin in a private place that was just made, for a shared one that has its
 * person already, or not: with another device of theirs all of it is from
 * elsewhere. 0, or -1 with err.
 */
int	 origin_new(const struct store *private, int joined,
	    struct error *err);
/*
 * Return what a text adds to something of one's own that has no record. In a
 * place without any record that is nothing, and what it means is said at most
 * once a day.
 */
const char *origin_mark(const struct couple *c);

#endif
