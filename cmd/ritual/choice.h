/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef RITUAL_CHOICE_H
#define RITUAL_CHOICE_H

#include "base/error.h"

struct call;
struct card;
struct cli;

/* The rituals that there are to choose from. */

/* Return the ritual named `id`, or NULL with err. */
const struct card *choice_find(const struct call *call, const char *id,
	    struct error *err);
/* From here on say what a ritual says in one's own words for the body. */
void	 choice_own_words(struct call *call);
/* Say that none is as it was asked for. Return a status. */
enum status choice_none(const struct cli *cli);

/* Verbs: each returns a status, or -1 with err. */

/* Show one that might suit, and two more. */
int	 choice_suggest(struct call *call, char **operands, struct error *err);
/* List all that were asked for. */
int	 choice_list(struct call *call, char **operands, struct error *err);
/* Show one with its steps. */
int	 choice_show(struct call *call, char **operands, struct error *err);

#endif
