/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_PAGER_H
#define TERM_PAGER_H

#include <stddef.h>

/*
 * What is longer than the screen is shown a screen at a time, where there is a
 * terminal to ask on: by $PAGER, or by a few keys of our own, so that Ctrl-X
 * works here, too, nothing is started, and nothing is remembered. What fits is
 * printed as it is.
 */

/*
 * For a call that may print so much: make the process that shows it, before
 * this one may start none any more. Without a terminal it does nothing.
 */
void	 pager_prepare(void);
/* From here on what is printed on stdout goes there, if one was made. */
void	 pager_begin(void);
/*
 * All of it was printed, or something is to be said or asked on the terminal:
 * wait until it was read. Whoever left by Ctrl-X or Ctrl-C ends the process.
 */
void	 pager_end(void);
/*
 * Show `n` bytes of harmless `text` so from this very process, never by $PAGER;
 * without a terminal print them.
 */
void	 pager_text(const char *text, size_t n);

#endif
