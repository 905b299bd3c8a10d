/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef COMPLETE_WORDS_H
#define COMPLETE_WORDS_H

struct cli;
struct couple;

/* Words a line each, and none that a terminal would not show as it is. */

/* For what reads: what is amiss stays unsaid. */
extern const struct cli words_silent;

/* Print `word`, with `why` behind a tab. */
void	 words_explained(const char *word, const char *why);
/* Print the tags of one's own entries of late, each once. */
void	 words_tags(const struct couple *c);
/* Print one's own feelings, and those that are offered to choose from. */
void	 words_feel(const struct couple *c);

#endif
