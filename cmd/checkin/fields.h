/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECKIN_FIELDS_H
#define CHECKIN_FIELDS_H

struct call;
struct error;

/* What a check-in holds, from the call, stdin, an editor or a person. */

/* Take options; the first error of theirs goes to call->amiss. */
void	 fields_tag(void *call, const char *tags);
void	 fields_feel(void *call, const char *feel);
void	 fields_pace(void *call, const char *pace);
/* Take words of --today; `today` is a struct buf. */
void	 fields_today(void *today, const char *words);
/*
 * Take the ratings among the operands. Return 0, or -1 with err, also where
 * the call gives more than one place for words.
 */
int	 fields_ratings(struct call *call, char **operands,
	    struct error *err);
/*
 * Fill the draft with words from where the call says. Return 1, 0 where
 * nothing was said, or -1 with err.
 */
int	 fields_take(struct call *call, struct error *err);

#endif
