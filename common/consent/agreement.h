/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CONSENT_AGREEMENT_H
#define CONSENT_AGREEMENT_H

#include <stddef.h>

#include "base/calendar.h"
#include "base/error.h"
#include "store/records.h"

struct buf;
struct cli;
struct couple;
struct removal;

/*
 * Words that both may hold: held/KIND/SLUG.yaml in each shared tree. They are
 * in force while both trees hold the same words and the same day to look
 * again under one name, that day has not come, and neither has ended them; an
 * empty SLUG.ended ends what stands beside it, whoever brings that back. There
 * is no order and no clock in it, and nothing in these tools is unlocked by
 * what is in force.
 */

#define AGREEMENT_AGREE	"agree"
#define AGREEMENT_PACE	"pace"
#define AGREEMENT_REASON	"reason"

/* Stands wherever what is held is shown. */
#define AGREEMENT_NO_YES "This helps you remember. It is not a yes for today."

#define AGREEMENT_SLUG	RECORD_SLUG	/* the longest name */
#define AGREEMENT_BYTES	((size_t)16 * 1024)	/* the longest words */

/* What one person holds under a name. */
struct agreement_words {
	char	*text;		/* NULL for nothing */
	char	*title;		/* the name as it was typed, or NULL */
	day	 review;	/* when to look again, or WHEN_NO_DAY */
	int	 ended;		/* whatever the text says */
	int	 unclear;	/* it cannot be read, or two copies differ */
	int	 elsewhere;	/* mine, and not placed from this computer */
};

struct agreement {
	char			 slug[AGREEMENT_SLUG + 1];
	struct agreement_words	 mine, theirs;
	int			 in_force;
};

/* All of one kind, sorted by name. All zero is an empty one. */
struct agreement_list {
	struct agreement	*items;
	size_t		 count;
};

/*
 * Read what both hold of a kind, on a day. What cannot be read is named on
 * stderr and is not in force; the worst status.
 */
enum status agreement_read(const struct couple *, const struct cli *,
	    const char *kind, day today, struct agreement_list *);
void	 agreement_free(struct agreement_list *);
/* What a file of that kind holds, for a check. */
const struct record_kind *agreement_kind(const char *name);
/* The one of that name, or NULL. */
const struct agreement *agreement_find(
    const struct agreement_list *, const char *slug);

/* What the file would hold. */
void	 agreement_text(struct buf *, const char *title, const char *text,
	    day review);

/*
 * Hold words in one's shared tree, in place of what one held there under that
 * name, and take one's end of it away. What stood there goes to the trash. The
 * title may be NULL; whether both hold the same does not depend on it. 0, or -1
 * with err.
 */
int agreement_hold(const struct couple *, const char *kind, const char *slug,
    const char *title, const char *text, day review, struct error *);
/*
 * True where a file of one's own has words under a name, ended or not; -1 with
 * err.
 */
int	 agreement_has_words(const struct couple *, const char *kind,
	    const char *slug, struct error *);
/*
 * End what one holds, as far as removal has it in reach; the words go to the
 * trash. Out of reach the end waits in the mirror. 0, or -1 with err where not
 * even that can be.
 */
int agreement_end(const struct couple *, const char *kind, const char *slug,
    struct removal *removal, struct error *);

#endif
