/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CALL_VERB_H
#define CALL_VERB_H

#include <stdio.h>

#include "base/error.h"

struct call;	/* what a call said, in a tool's own terms */
struct cli;

/* What a verb does. */
#define VERB_WORDS	0x1	/* takes words: -m and -e, and its operands may
				   be words */
#define VERB_SHOWS	0x2	/* shows, with --format; only that where it is
				   not VERB_WRITES as well */
#define VERB_PLAIN	0x1000	/* the same, in text alone */
#define VERB_WRITES	0x4	/* writes: -n goes with it */
#define VERB_FOR_TWO	0x8	/* waits under a pause */
#define VERB_TOGETHER	0x10	/* the same where --together is given */
#define VERB_BACK	0x20	/* takes back: nothing holds it up */
#define VERB_OURS	0x40	/* needs one's own shared place */
#define VERB_SHARE	0x200	/* the same where --share is given */
#define VERB_TREES	0x400	/* reads the shared places, too */
#define VERB_EITHER	0x2000	/* writes in the places of both */
#define VERB_ENTRIES	0x4000	/* shows or shares entries, in a tool of which
				   not every verb does */
#define VERB_ANYWAY	0x800	/* also where the couple cannot be opened */
#define VERB_ALONE	0x80	/* a verb only where nothing follows it */
#define VERB_PAGES	0x8000	/* prints what may be longer than the screen */
#define VERB_LISTS	(VERB_SHOWS | VERB_PAGES)
#define VERB_EDITS	0x100	/* runs an editor, also without -e */

/* A verb: a call's first word. A table of them ends with a NULL name. */
struct verb {
	const char	*name;		/* "" for a call without any */
	const char	*operands;	/* as -h shows them, or NULL */
	int		 least, most;	/* of them */
	int		 does;
	const char	*with;		/* long names of the options that go
					   with it, blanks between; or NULL */
	/* Do it with its operands: return a status, or -1 with err. */
	int		(*run)(struct call *call, char **operands,
			    struct error *err);
	const char	*missing;	/* asked where operands are too few, or
					   told where none are wanted */
	const char	*help;		/* one line; @ is the other's name */
	const struct verb *under;	/* the verbs that follow it, or NULL */
};

/*
 * Return the verb of `all` that `*operands` begin with, and move `*operands`
 * behind it. End the process where it is none of these, has too few operands
 * or too many, or an option was given that does not go with it.
 */
const struct verb *verb_find(const struct cli *cli, const struct verb *all,
	    char ***operands);
/* Return true where the call of `verb` waits under a pause. */
int	 verb_waits(const struct verb *verb);
/* Return true where this call has `option`, one that not all tools have. */
int	 verb_is_given(const char *option);
/*
 * Print a line on each of `all` for -h, where they follow the words `before`
 * and the other is called `other`.
 */
void	 verb_list(const struct verb *all, const char *before,
	    const char *other);
/* End the process: `word`, the first of a call, is none of `names`. */
void	 verb_choose(const struct cli *cli, const char *word,
	    const char *const *names) __attribute__((noreturn));

#endif
