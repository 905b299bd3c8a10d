/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECK_ORIGINS_H
#define CHECK_ORIGINS_H

#include "finding.h"
#include "store/layout.h"

/*
 * Whether what stands in one's own shared tree was placed from this computer:
 * by its record, and of an entry also by one of the same six characters in the
 * private tree, which is visited before.
 */

/* Remember the name of an entry of the private tree, or of its trash. */
void	 origins_remember(struct checkup *c, const struct spot *s);
/* All of that tree was visited. */
void	 origins_count(struct checkup *c);
/* Look at a file that is as it was meant; `row` may be NULL. */
void	 origins_look(struct checkup *c, const struct spot *s,
	    const struct layout *row);
/* Note what was found as one's own, after it was shown. 0, 1 where it is not
   to be, or -1 with err. */
int	 origins_take(const struct checkup *c, const struct spot *s,
	    struct error *err);
/* Tell what it may mean, where something was found. */
void	 origins_say(struct checkup *c);

#endif
