/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PARTS_H
#define PARTS_H

#include "base/clock.h"
#include "base/error.h"
#include "couple/couple.h"
#include "format/yaml.h"
#include "store/store_write.h"

struct entry;

/*
 * Sharing, part by part: a new entry in one's shared tree that holds only
 * what its author picked, with the same six characters at its end.
 */

#define PARTS_MOST	64	/* fields of an entry that can be picked */

/* Which fields of an entry are to be shared. */
struct parts {
	const struct node	*fields[PARTS_MOST];
	int			 picked[PARTS_MOST];
	size_t			 count;
};

/* What is offered, and what of it is picked to begin with. */
enum parts_offered {
	PARTS_WORDS,		/* everything; the words are picked */
	PARTS_TOGETHER		/* all but ratings; nothing is picked */
};

void	 parts_of(const struct couple *, const struct entry *,
	    enum parts_offered, struct parts *);
/* Pick exactly those in a list with commas. 0, or -1 with err. */
int	 parts_pick(struct parts *, const char *list, struct error *);
/* The names of all, with commas. */
void	 parts_names(const struct parts *, struct buf *);
/* How many are picked. */
size_t	 parts_picked(const struct parts *);
/* Ask on the terminal which; 1 to go on, 0 to share nothing. */
int	 parts_ask(struct parts *, const struct cli *);
/*
 * Make the entry that would be shared: only what is picked, at now, or with
 * keep_date, or where what suited that day is among it, at its own time.
 */
void	 parts_build(const struct entry *, const struct parts *,
	    struct when now, int keep_date, struct entry *shared);
/* Show on stderr exactly what the other will see. */
void	 parts_preview(const struct couple *, const struct entry *shared);
/* Write it, and drop a wish to take it back. As log_write(). */
enum store_wrote parts_write(const struct couple *,
	    const struct entry *shared, struct error *);
/*
 * Ask which parts of an entry of one's own to share, show what will be seen,
 * ask once more, and write it. STATUS_OK also when it stays private; what was
 * shared is left in shared unless that is NULL, and is freed by the caller.
 */
enum status parts_offer(const struct cli *, const struct couple *,
	    const struct entry *, enum parts_offered, struct entry *shared);
/*
 * Share the words of an entry of one's own: show what will be seen and ask
 * once, unless it was said already. STATUS_OK also when it stays private.
 */
enum status parts_give(const struct cli *, const struct couple *,
	    const struct entry *, int said);
/* An entry of mine with those six characters that is shared already. */
int	 parts_shared(const struct couple *, const struct entry_id *,
	    struct entry_id *already, struct error *);

#endif
