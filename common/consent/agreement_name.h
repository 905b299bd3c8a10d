/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CONSENT_AGREEMENT_NAME_H
#define CONSENT_AGREEMENT_NAME_H

#include "consent/agreement.h"

/* What an agreement is called, and the characters that stand for its words. */

#define AGREEMENT_HASH	24	/* of 36 digits each: 124 bits */

/*
 * A name for words: themselves, in small letters with dashes, and where letters
 * are left out, a hash. It is the same however they are typed, see base/fold.h.
 */
void	 agreement_slug(const char *text, char s[AGREEMENT_SLUG + 1]);
/*
 * The name under which `list` has what was typed: that, or the one that it had
 * of the letters just as they are typed, where something stands under it alone.
 */
void	 agreement_name(const struct agreement_list *list, const char *text,
	    char slug[AGREEMENT_SLUG + 1]);
/* The name to be shown: as it was typed, where that is known. */
const char *agreement_title(const struct agreement *a);
/* Return `typed` where its slug does not say it all, else NULL. */
const char *agreement_needs_title(const char *typed);
/*
 * Characters that stand for these words and no others: so many that nobody
 * can find two texts with the same.
 */
void	 agreement_hash(const struct agreement_words *w,
	    char s[AGREEMENT_HASH + 1]);

#endif
