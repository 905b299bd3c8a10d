/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROMPT_OPENING_H
#define PROMPT_OPENING_H

#include "couple/couple.h"

struct cli;
struct entry;
struct error;

/* Answers to prompts, and opening them together. */

/* The newest answer to a prompt in a tree: 1 with it, 0, or -1 with err. */
int	 opening_find(const struct couple *c, const struct store *tree,
	    const char *id, struct entry *found, struct error *err);
/* 1 when the other has opened an answer to a prompt, 0, or -1 with err. */
int	 opening_is_theirs(const struct couple *c, const char *id,
	    struct error *err);
/*
 * Return the one prompt that both offer, or that one offers and the other has
 * opened; the caller frees it. NULL with err where there are several, or none.
 */
char	*opening_choose(const struct couple *c, struct error *err);
/*
 * Show what the other will see, ask once more unless yes, share one's own
 * answer, and show theirs where that is open. 0, also when it stays private,
 * or -1 with err.
 */
int	 opening_open(const struct cli *cli, const struct couple *c,
	    const char *id, int yes, struct error *err);

#endif
