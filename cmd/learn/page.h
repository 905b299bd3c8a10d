/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef LEARN_PAGE_H
#define LEARN_PAGE_H

#include "base/error.h"

struct card;
struct cli;
struct couple;

/*
 * End the process where `file` has no name for a page; let the call write
 * there.
 */
void	 page_check(const char *file, const struct cli *cli);
/* Write a reading into `file` as a page of its own. Return a status, or -1. */
int	 page_write(const char *file, const struct couple *c,
	    const struct card *card, const struct cli *cli, struct error *err);

#endif
