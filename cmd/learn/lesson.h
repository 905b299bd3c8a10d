/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef LEARN_LESSON_H
#define LEARN_LESSON_H

#include "base/error.h"
#include "term/cli.h"

struct card;
struct couple;

/* Return true for a card that is a reading. */
int	 lesson_is_one(const struct card *card);
/* Write a reading in a format for a program, its text where it is `whole`. */
void	 lesson_write(const struct card *card, int whole,
	    enum cli_format format);
/*
 * Show a reading, in its reader's own words for the body where it is no
 * clinical one. Return the status.
 */
enum status lesson_show(const struct couple *c, const struct card *card,
	    const struct cli *cli);

#endif
