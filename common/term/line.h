/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_LINE_H
#define TERM_LINE_H

struct buf;

/*
 * Print `question` on stderr and let a person type an answer into `line`, with
 * the keys of readline's first page: arrows, Home, End, words, deleting. What
 * is pasted goes in whole; where not `several` lines are meant its newlines
 * become blanks and Enter is waited for. Return 1 at Enter, and 0 at the end of
 * input, where `line` has what was typed by then. Ctrl-C ends the process;
 * Ctrl-X does, too, and leaves nothing on the screen. Where a line cannot be
 * written over it is typed plainly, to its end and as long as one likes.
 */
int	 line_read(const char *question, int several, struct buf *line);

#endif
