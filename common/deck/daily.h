/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TODAY_H
#define TODAY_H

#include "base/calendar.h"
#include "base/error.h"
#include "couple/couple.h"
#include "deck/catalog.h"
#include "format/yaml.h"

/*
 * The prompts of a day: the one that both people have, and what one sees
 * instead, which is one's own alone and lapses with the day:
 * today/prompt.yaml in one's private tree.
 */

/* Which cards are asked for; NULL for any theme, and for the light depth. */
struct today_want {
	const char	*theme;
	const char	*depth;
	int		 alone;		/* none that takes two */
};

struct today {
	day		 on;		/* where the couple lives */
	struct cards	 cards;
	const struct card *ours;	/* the day's, for both; or NULL */
	const struct card *mine;	/* what one sees; NULL when skipped */
	int		 skipped;
	struct yaml	 seen;		/* ids one has passed over today */
};

/* The nth theme, and depth; NULL after the last. */
const char *today_theme(size_t);
const char *today_depth(size_t);
/* What --theme and --depth said; ends the process where there is none such. */
void	 today_check(const struct cli *, const struct today_want *);
/* What a card says it is, or a middle for those that say nothing. */
const char *today_theme_of(const struct card *);
const char *today_depth_of(const struct card *);
/* True for a card that is asked for. */
int	 today_suits(const struct card *, const void *want);

/* Deal the day's prompt, and read what one sees instead. The worst status. */
enum status today_open(struct today *, const struct cli *,
	    const struct couple *, const struct today_want *);
void	 today_close(struct today *);
/*
 * See another one instead: none of those seen today while there is one left;
 * with softer one that is nearer the surface. NULL when there is none.
 */
const struct card *today_another(const struct today *, const struct couple *,
	    const struct today_want *, int softer);
/* Keep what one sees from now on; NULL for nothing today. 0, or -1 with err. */
int	 today_keep(struct today *, const struct couple *, const struct card *,
	    struct error *);

#endif
