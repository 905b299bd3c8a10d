/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECKIN_PAGE_H
#define CHECKIN_PAGE_H

#include "base/clock.h"

struct buf;
struct couple;
struct error;

/*
 * Where `data` is an editor's page of a check-in, as it lies in recovery/, turn
 * it into a record, dated when the page was made, which the name of the file
 * `path` tells. 0, or -1 with err.
 */
int	 page_take(const struct couple *c, const char *path, struct when now,
	    struct buf *data, struct error *err);
/* What is on it is safe: remove it where it lies in one's own recovery/. */
void	 page_done(const struct couple *c, const char *path);

#endif
