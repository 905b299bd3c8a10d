/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROGRESS_PAGE_H
#define PROGRESS_PAGE_H

#include "base/error.h"

struct cli;
struct lookback;
struct own_scale;

/* A page of its own, or a picture. */
struct page {
	const char		*file;		/* NULL for none */
	int			 pictures;	/* and nothing else */
	const struct own_scale	*own;		/* of this scale; NULL */
};

/*
 * End the process where the name of the file does not say which; let the call
 * write there.
 */
void	 page_check(const struct page *p, const struct cli *cli);
/*
 * Write a look back into the file. It has the same parts in the same order
 * whatever the days were. Return a status, or -1 with err.
 */
int	 page_write(const struct page *p, const struct lookback *l,
	    struct error *err);

#endif
