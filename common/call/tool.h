/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CALL_TOOL_H
#define CALL_TOOL_H

#include "base/status.h"
#include "call/verb.h"
#include "couple/couple.h"

struct call;
struct cli;
struct input;

/* A tool: how it is called, what it does then, and where that is noted. */
struct tool {
	struct cli	*cli;
	const struct verb *verbs;
	struct call	*call;		/* where options go */
	struct couple	*couple;
	struct input	*input;		/* NULL where it takes no words */
	int		 needs;		/* of the couple, beside COUPLE_ME */
	const char	*alone;		/* what is complete in a place for one,
					   where verbs for two need two; or
					   NULL */
	/*
	 * End the process where what was said does not fit; take operands that
	 * are words, where not all of them are; mostly NULL.
	 */
	void		(*check)(struct call *call, const struct verb *verb,
			    char **operands);
	/*
	 * Read what the verbs work on, once the couple is open; mostly NULL.
	 * Return what reading came to, which counts unless the verb takes
	 * back.
	 */
	enum status	(*begin)(struct call *call, const struct verb *verb);
	couple_opener	*open;		/* NULL for couple_open() */
};

/*
 * Run a tool: take the options and the verb, and what of the call may be
 * words; open the couple, with what the verb needs of it; ask for the pause
 * where the verb is for two; do what it says. Return what main() returns. The
 * memory of `call` and `couple` is not given back, as the process ends.
 */
int	 tool_main(const struct tool *tool, int argc, char **argv);

#endif
