/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef DECK_SAFETY_H
#define DECK_SAFETY_H

#include <stdio.h>

/* Said on a page that may be read where no tool is at hand. */
#define SAFETY_ON_PAGE \
	"If something hurts or scares you: unhurried help safety. When it is " \
	"urgent: the emergency service where you live."

struct cli;

/*
 * Where to find help. The text is a shipped file, which a packager may add
 * numbers to, and stands in the program as well: it is shown whatever cannot
 * be read, and where memory is refused.
 */

/*
 * For a call that does nothing else: from here on a refusal of memory shows
 * the text, and ends the process with STATUS_OK where all of it was written.
 */
void	 safety_only(void);
/*
 * Print it on `fp`, which is stdout, straight to the screen: no pager, and
 * nothing is written. A text of $UNHURRIED_SHARE that is not the program's
 * own says so in its first line. A translation begins with lines with #: it has
 * the English under it, unless they say of which English it is, the program's
 * own, and who has reviewed it.
 */
void	 safety_show(FILE *fp);
/*
 * Print it on stdout. On a terminal it is shown from its first heading on, a
 * screen at a time, and by no other program.
 */
void	 safety_read(const struct cli *cli);

#endif
