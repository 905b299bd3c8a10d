/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CONSENT_OFFERS_H
#define CONSENT_OFFERS_H

#include <time.h>

#include "couple/couple.h"

struct error;

/*
 * "I would open mine together with yours": now/offer-ID.yaml in its author's
 * shared tree, for the prompt of that id. It is believed for seven days, and
 * not from a clock that is ahead. What the other offered is nobody's to know
 * who has not offered the same.
 */

struct offers {
	int	mine;
	int	theirs;		/* as the directory has it: tell it only where
				   mine is there, too */
};

/*
 * Look whether a prompt is offered at a time; what cannot be read is not. 0,
 * or -1 with err where it may be offered all the same.
 */
int	 offers_read(const struct couple *, const char *id, time_t now,
	    struct offers *, struct error *err);
/*
 * The nth prompt that one offers oneself, in no order but that of names: 1
 * with its id, which the caller frees, or 0; err tells where there may be more.
 */
int	 offers_mine(const struct couple *, time_t now, size_t nth, char **id,
	    struct error *err);
/* False only where nothing is there that offers_withdraw() would take back. */
int	 offers_may_stand(const struct couple *, const char *id);
/*
 * Offer: 0. Take that back, or with NULL all that are there, believed or not:
 * how many. Else -1 with err.
 */
int	 offers_make(const struct couple *, const char *id, struct error *);
int	 offers_withdraw(const struct couple *, const char *id, struct error *);

#endif
