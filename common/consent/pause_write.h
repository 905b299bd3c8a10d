/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CONSENT_PAUSE_WRITE_H
#define CONSENT_PAUSE_WRITE_H

#include "store/store_write.h"

struct error;
struct store;

/* A pause begins and ends. */

/*
 * Place a pause in a shared tree; where there is no room for one with words
 * an empty one. STORE_EXISTS when none could be written, but one stands there;
 * STORE_UNSURE when it does and the disk did not confirm it.
 */
enum store_wrote pause_set(const struct store *shared, struct error *);
/* Mirror it, when it is placed. 0, or -1 with err. */
int	 pause_mirror(const struct store *private, struct error *);
/* False only where there is none of one's own, in now/ or its mirror. */
int	 pause_may_stand(const struct store *shared,
	    const struct store *private);
/*
 * End one's own pause: every one in the shared now/, then its mirror; what one
 * signalled before goes, too. How many there were, or -1 with err.
 */
int	 pause_end(const struct store *shared, const struct store *private,
	    struct error *);
/* Return what the file of a pause would hold. */
const char *pause_text(void);
/* Mark a pause without asking for memory: true where it stands. */
int	 pause_mark(const struct store *shared);

#endif
