/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef DECK_DAILY_H
#define DECK_DAILY_H

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
struct daily_want {
	const char	*theme;
	const char	*depth;
	unsigned	 more, less;	/* themes, a bit each, that come beside the
					   usual, and that do not, where none is
					   asked for */
	int		 alone;		/* none that takes two */
	const char	*from;		/* of whose shared tree, as typed; NULL
					   for the shipped */
	const char	*id;		/* one that is named; NULL for none */
};

struct daily {
	day		 on;		/* where the couple lives */
	struct catalog	 cards;
	const struct card *ours;	/* the day's, for both; or NULL */
	const struct card *mine;	/* what one sees; NULL when skipped */
	int		 skipped;
	struct yaml	 seen;		/* ids one has passed over today */
};

/* All themes, and depths from the surface inward; NULL after the last. */
extern const char *const daily_themes[], *const daily_depths[];
/* What --theme and --depth said; ends the process where there is none such. */
void	 daily_check(const struct cli *cli, const struct daily_want *want);
/* What a card says it is, or a middle for those that say nothing. */
const char *daily_theme_of(const struct card *card);
const char *daily_depth_of(const struct card *card);
/* True for a card of a theme that comes only to someone who names it. */
int	 daily_is_only_named(const struct card *card);
/*
 * True where `id` names a card that may be shown to someone who did not name
 * its theme; what is not among `cards` may not.
 */
int	 daily_is_plain(const struct catalog *cards, const char *id);
/* True for a card that is asked for. */
int	 daily_suits(const struct card *card, const void *arg);

/* Deal the day's prompt, and read what one sees instead. The worst status. */
enum status daily_open(struct daily *t, const struct cli *cli,
	    const struct couple *c, const struct daily_want *want);
/*
 * See another one instead: none of those seen today while there is one left;
 * with softer one that is nearer the surface. NULL when there is none.
 */
const struct card *daily_another(const struct daily *t, const struct couple *c,
	    const struct daily_want *want, int softer);
/* Keep what one sees from now on; NULL for nothing today. 0, or -1 with err. */
int	 daily_keep(struct daily *t, const struct couple *c,
	    const struct card *card, struct error *err);

#endif
