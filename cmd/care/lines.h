/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CARE_LINES_H
#define CARE_LINES_H

#include <stddef.h>

#include "base/status.h"
#include "brief.h"
#include "consent/boundary.h"
#include "plan/care.h"
#include "plan/own.h"
#include "plan/own_scale.h"

struct call;
struct error;

/* What could be on a page to bring: lines, of which each is ticked or not. */

struct brief_line {
	enum brief_part	 part;
	const char	*text;
	char		*made;		/* text, where it was put together */
	int		 ticked;
};

struct brief {
	struct care	 care;
	struct own	 before;
	struct boundaries	 bounds;
	struct own_scales	 scales;
	struct brief_line *lines;	/* of these, a part after the other */
	size_t		 count;
	int		 time_alone;	/* ask for it */
};

/*
 * Read what could be on the page of a call, nothing ticked: what is asked
 * about one by one only where it was named. What cannot be read is named on
 * stderr. Return the worst status, or -1 with err; lines_free() in any case.
 */
int	 lines_read(struct brief *b, const struct call *call,
	    struct error *err);
void	 lines_free(struct brief *b);
/* Tick all of a part. */
void	 lines_tick(struct brief *b, enum brief_part part);

#endif
