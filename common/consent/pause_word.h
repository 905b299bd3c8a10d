/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CONSENT_PAUSE_WORD_H
#define CONSENT_PAUSE_WORD_H

#include "base/error.h"

struct cli;
struct couple;
struct store;

/*
 * Placing a pause, whatever is amiss.
 *
 * Put one in the shared tree of whoever this is, else in every tree that the
 * account may write; mirror it; and say on stderr that it stands, or to say
 * it aloud. The error is what couple_open() said, which stops nothing; it is
 * told and cleared. STATUS_OK, or STATUS_SYSTEM where the pause may not be
 * where the other reads, or may not outlast a power cut.
 */
enum status pause_word(
    const struct cli *, const struct couple *, struct error *);
/*
 * From here on a refusal of memory marks a pause where the couple is open by
 * then, and says it stands, or to say it aloud; the process ends with
 * STATUS_SYSTEM.
 */
void	 pause_word_at_end(const struct couple *);
/*
 * From here on a pause word that answers a question is a pause, of whoever
 * the couple is open for: it is placed, or shown with -n, and nothing is asked
 * any more. Where somebody is known to be alone it only ends the asking.
 */
void	 pause_word_heed(struct cli *, const struct couple *);
/*
 * True where operands begin with a pause, stop or no, or are a stop of any
 * language. It reads no file and asks for no memory.
 */
int pause_word_is_everyones(char **operands);
/*
 * True where operands, up to an "about", say a pause: such a word alone or
 * first; with anywhere also where it stands in what would else not be
 * understood. The tree is its person's, for their own words.
 */
int pause_word_is_meant(const struct store *, char **operands, int anywhere);

#endif
