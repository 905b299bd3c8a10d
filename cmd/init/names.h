/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef INIT_NAMES_H
#define INIT_NAMES_H

#include <stddef.h>

struct cli;
struct error;

/* The names of one person or two. */
struct names {
	int		 solo;		/* one is enough; asked for, too */
	char		*called[2];	/* as they were typed */
	char		*slugs[2];
	size_t		 count;
};

/* Add a name that can be a directory. Return 0, or -1 with err. */
int	 names_add(struct names *names, const char *name, struct error *err);
/*
 * Take them from `operands`, and ask for what is missing of them. Return 0, or
 * -1 with err.
 */
int	 names_take(struct names *names, const struct cli *cli,
	    char **operands, struct error *err);

#endif
