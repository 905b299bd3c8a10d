/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_SHARING_H
#define ENTRY_SHARING_H

#include "base/clock.h"
#include "base/error.h"
#include "couple/couple.h"
#include "format/yaml.h"
#include "store/entry_id.h"
#include "store/store_write.h"

struct entry;

/*
 * Sharing, part by part: a new entry in one's shared tree that holds only
 * what its author picked, with the same six characters at its end.
 */

#define SHARING_MOST	64	/* fields of an entry that can be picked */

/* What is offered, and what of it is picked to begin with. */
enum sharing_offered {
	SHARING_WORDS,		/* everything; the words are picked */
	SHARING_MARKED,		/* the same, and no other part is asked about */
	SHARING_TOGETHER	/* all but ratings; nothing is picked */
};

/* Which fields of an entry are to be shared. */
struct sharing {
	enum sharing_offered	 offered;
	const struct node	*fields[SHARING_MOST];
	int			 picked[SHARING_MOST];
	size_t			 count;
};

void	 sharing_of(const struct couple *c, const struct entry *e,
	    enum sharing_offered offered, struct sharing *p);
/* Pick exactly those in a list with commas. 0, or -1 with err. */
int	 sharing_pick(struct sharing *p, const char *list, struct error *err);
/* The names of all, with commas. */
void	 sharing_names(const struct sharing *p, struct buf *b);
/* How many are picked. */
size_t	 sharing_picked(const struct sharing *p);
/* What is to be shared of an entry of one's own, and how it is asked. */
struct sharing_call {
	const struct cli	*cli;
	const struct couple	*couple;
	const struct entry	*entry;
	struct sharing		*parts;
	int			 picks;		/* ask which parts */
	int			 keep_date;
	int			 said;		/* nothing more is asked */
	struct entry		*shared;	/* what the other would see */
	struct error		*err;
	int			 r;
};
/*
 * Show what will be seen, and ask. 1 to write `shared`; 0 where it stays, which
 * was said then; or -1 with `err`.
 */
int	 sharing_decide(struct sharing_call *s);
/*
 * Make the entry that would be shared: only what is picked, at now, or with
 * keep_date, or where what suited that day is among it, at its own time. 0, or
 * -1 with err, also where it was taken back with that time.
 */
int	 sharing_prepare(const struct couple *c, const struct entry *e,
	    const struct sharing *p, int keep_date, struct entry *shared,
	    struct error *err);
/* Show on stderr exactly what the other will see. */
void	 sharing_preview(const struct couple *c, const struct entry *shared);
/* Write it, and drop a wish to take it back. As journal_write(). */
enum store_wrote sharing_write(const struct couple *c,
	    const struct entry *shared, struct error *err);
/*
 * Ask which parts of an entry `e` of one's own to share, show what will be
 * seen, ask once more unless it was `said`, and write it. STATUS_OK also when
 * it stays private; what was shared is left in `shared` unless that is NULL,
 * and is freed by the caller.
 */
enum status sharing_offer(const struct cli *cli, const struct couple *c,
	    const struct entry *e, enum sharing_offered offered, int said,
	    struct entry *shared);
/* Return 1 where the entry `id` of one's own is shared, 0, or -1 with err. */
int	 sharing_shared(const struct couple *c, const struct entry_id *id,
	    struct error *err);

#endif
