/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef INIT_NAMES_H
#define INIT_NAMES_H

#include <stddef.h>

#include "term/ask.h"

struct cli;
struct error;

/* The names of one person or two. */
struct names {
	int		 solo;		/* one is enough; asked for, too */
	int		 one;		/* the call said so */
	char		*called[2];	/* as they were typed */
	char		*slugs[2];
	size_t		 count, given;	/* of them came with the call */
	int		 asked;		/* for the others */
};

/* Add a name that can be a directory. Return 0, or -1 with err. */
int	 names_add(struct names *names, const char *name, struct error *err);
/* Take them from `operands`. Return 0, or -1 with err. */
int	 names_take(struct names *names, char **operands, struct error *err);
#define NAMES_MOST	2
/*
 * Ask for the `i`th, where it did not come so and somebody can be asked; one
 * that was given before can be kept.
 */
enum ask_step names_ask(struct names *names, const struct cli *cli, size_t i);
/* Return 0 where all are there, or -1 with err. */
int	 names_are_all(const struct names *names, struct error *err);

#endif
