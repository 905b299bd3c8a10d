/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECK_INSPECT_H
#define CHECK_INSPECT_H

#include "base/buf.h"
#include "couple/couple.h"
#include "entry/entry.h"
#include "finding.h"

/* One file or directory looked at, and what is found told. */

struct inspection {
	struct findings		*f;
	const struct couple	*couple;
	struct error		*refused;	/* what couple_open() said */
	const struct shelf	*private;	/* one's own trees */
	const struct shelf	*shared;
	time_t			 now;
	struct entry		 e;		/* memory to use again */
	struct buf		 data, other;
};

/*
 * Each looks at the file of a spot in an open directory, whose name belongs
 * there.
 */
void	 inspect_couple(struct inspection *, struct spot *, int dir);
void	 inspect_entry(struct inspection *, struct spot *, int dir);
void	 inspect_bound(struct inspection *, struct spot *, int dir);
void	 inspect_care(struct inspection *, struct spot *, int dir);
void	 inspect_deck(struct inspection *, struct spot *, int dir);
void	 inspect_held(struct inspection *, struct spot *, int dir);
void	 inspect_mark(struct inspection *, struct spot *, int dir);
void	 inspect_offer(struct inspection *, struct spot *, int dir);
void	 inspect_page(struct inspection *, struct spot *, int dir);
void	 inspect_person(struct inspection *, struct spot *, int dir);
void	 inspect_plan(struct inspection *, struct spot *, int dir);
void	 inspect_recovered(struct inspection *, struct spot *, int dir);
/* What was left half-way: told to its own person alone. */
void	 inspect_temp(struct inspection *, struct spot *, int dir);
/* True when it is a second copy, which is then told. */
int	 inspect_copy(struct inspection *, struct spot *, int dir);
/* A name that is not among those expected. */
void	 inspect_other(struct inspection *, const struct spot *,
	    const char *expected);
/* The mode, owner and links of a file or directory. */
void	 inspect_modes(struct inspection *, const struct spot *);
/* What a spot is that is neither file nor directory; else NULL. */
const char *inspect_strange(const struct spot *);
/* One's settings. */
void	 inspect_settings(struct inspection *);
void	 inspect_free(struct inspection *);

/* What is expected in a directory of entries. */
#define INSPECT_ENTRY	"a name like 20261122t200431z-alex-checkin-a1b2c3.yaml"

#endif
