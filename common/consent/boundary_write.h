/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CONSENT_BOUNDARY_WRITE_H
#define CONSENT_BOUNDARY_WRITE_H

#include <time.h>

#include "consent/boundary.h"

struct couple;
struct error;
struct removal;
struct store;

/* A boundary is kept, shared, taken back and let go of. */

/*
 * Keep a boundary in one's private tree, and where it says shared in the
 * shared one too, with what it is about only if show_about. What was there
 * about the subject goes. 0, or -1 with err.
 */
int	 boundary_keep(const struct couple *, struct boundary *, int show_about,
	    struct error *);
/* Note of all one's own that none is shared any more. 0, or -1 with err. */
int	 boundary_unshare(const struct store *private, struct error *);
/*
 * Take what is shared about a subject, which is b's, back to oneself; b's file
 * has another name then. Out of reach a not-now stays as it is, which removal
 * tells, and anything else is a wish. 0, or -1 with err.
 */
int	 boundary_take_back(const struct couple *, struct boundary *b,
	    struct removal *removal, struct error *err);
/*
 * Let go of all that is there about a subject, at now, as far as removal has
 * it in reach. 0, or -1 with err.
 */
int	 boundary_drop(const struct couple *, const char *subject, time_t now,
	    struct removal *removal, struct error *);
/*
 * Bring back to oneself what was let go of under those six characters; with
 * dry only look. 1, 0 when there is none, or -1 with err.
 */
int	 boundary_bring_back(const struct couple *, const char *random, int dry,
	    struct error *);

#endif
