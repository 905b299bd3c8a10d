/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_VERB_H
#define TERM_VERB_H

#include "base/error.h"

struct call;	/* what a call said, in a tool's own terms */
struct cli;

#define VERB_WORDS	0x1	/* -m or -e, and its operands may be words */

/* A verb: a call's first word. A table of them ends with a NULL name. */
struct verb {
	const char	*name;		/* "" for a call without any */
	int		 least, most;	/* operands after it */
	int		 takes;		/* VERB_WORDS, and bits of the tool's
					   own */
	/* What to do with those operands: a status, or -1 with err. */
	int		(*run)(struct call *call, char **operands,
			    struct error *err);
	const char	*missing;	/* asked where there are too few */
};

/*
 * Return the verb of `all` that `operands` begin with. Ends the process where
 * it is none of these, or has too few operands or too many.
 */
const struct verb *verb_find(const struct cli *cli, const struct verb *all,
	    char **operands);
/*
 * Do what `verb` says with the operands after it, or say why it could not be
 * done. `before` is what reading came to, and counts where it could.
 */
enum status verb_run(const struct cli *cli, const struct verb *verb,
	    struct call *call, char **operands, enum status before);
/* Where `what` goes with the verbs that take `takes` alone: say so, end it. */
void	 verb_goes_with(const struct cli *cli, const struct verb *verb,
	    const struct verb *all, int takes, const char *what);
/* `word`, a first one, is none of `names`: say so, and end it. */
void	 verb_choose(const struct cli *cli, const char *word,
	    const char *const *names) __attribute__((noreturn));

#endif
