/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef AGREE_PAGE_H
#define AGREE_PAGE_H

struct call;
struct error;

/*
 * Open a page with a part for each topic in an editor, and hold every part
 * that says something new. Return a status, or -1 with err.
 */
int	 page_hold(struct call *call, struct error *err);

#endif
