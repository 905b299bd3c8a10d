/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef LEAVE_LEAVING_H
#define LEAVE_LEAVING_H

#include "store/removal.h"

struct couple;
struct error;

/*
 * Taking away what one placed in the shared directory, and what lies beside
 * the private place so that it could be put back; with own, all of one's own,
 * too. A pause of one's own stays, with no words in it, and whatever is cut
 * off can be done again. Nothing of the other's is opened or changed.
 */
struct leaving {
	const struct couple *couple;	/* of couple_own() */
	int	 solo;		/* what leaving_is_solo() says */
	int	 own;		/* one's own goes, too */
	int	 dry;		/* only tell what would go */
	int	 chosen;	/* whether one's own goes was said */
	int	 yes;		/* at what was asked last */

	struct removal removal;	/* what was looked at already; then all */
	int	 pause_stays;	/* from here on what is found */
	int	 company;	/* others have private places on this account */
	int	 config_stays;	/* which is theirs, too */
};

/*
 * Do it, as far as it can be reached, or with dry tell of it; the removal
 * tells what could not be.
 */
void	 leaving(struct leaving *);

#endif
