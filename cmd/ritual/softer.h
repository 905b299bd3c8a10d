/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef RITUAL_SOFTER_H
#define RITUAL_SOFTER_H

struct call;
struct card;

#define SOFTER_KEY	's'

/* What somebody chose in place of the ritual that they were in. */
enum softer {
	SOFTER_NONE,		/* to end */
	SOFTER_REST,		/* a rest without words */
	SOFTER_CARD		/* another ritual */
};

/*
 * Offer what is softer than the ritual `card`, for two where `together`: one
 * of rest that is no longer than that, which is left in `other`, or time
 * without words. Nothing is kept of it.
 */
enum softer softer_offer(struct call *call, const struct card *card,
	    int together, const struct card **other);

#endif
