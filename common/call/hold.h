/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef HOLDING_H
#define HOLDING_H

#include "base/calendar.h"
#include "base/error.h"
#include "consent/agreement.h"
#include "deck/deck.h"

struct cli;
struct couple;
struct speak;

/*
 * How a tool lets a person hold words, hold those of the other, and let go.
 * Holding waits under a pause; letting go never does.
 */

struct holding {
	const struct cli	*cli;
	const struct couple	*couple;
	const char		*kind;		/* HELD_AGREE and so on */
	const char		*reading;	/* the call that shows all */
	struct held_list	 all;
	day			 today;
};

/* Read what is held of a kind. The worst status. */
enum status holding_open(struct holding *, const struct cli *,
	    const struct couple *, const char *kind, const char *reading);
void	 holding_close(struct holding *);

/* My words under a name while I hold them, or NULL. */
const char *holding_mine(const struct holding *, const char *slug);
/*
 * The day to look again: as it was typed ("none" for no day), else what stands
 * with my words there, if that is ahead. 0, or -1 with err.
 */
int	 holding_review(const struct holding *, const char *slug,
	    const char *typed, day *, struct error *);
/* Hold words; with -n only show them. Prints the name. 0, or -1 with err. */
int	 holding_hold(const struct holding *, const char *slug,
	    const char *text, day review, struct error *);
/*
 * True where nothing stands in the way of asking for words: before somebody
 * writes, not after. With words given with the call holding_hold() looks.
 */
int	 holding_may_ask(const struct holding *, const struct speak *,
	    struct error *);
/*
 * Get words to hold, as speak_take() does, once nothing stands in the way. 1
 * with words, 0 with none, which is said, -1 with err.
 */
int	 holding_take(const struct holding *, struct speak *,
	    const char *question, const char *page, struct error *);
/*
 * Hold a text that somebody gave, and tell what that means; what stood in an
 * editor is then safe. 0, or -1 with err.
 */
int	 holding_keep(const struct holding *, struct speak *,
	    const char *slug, const char *text, day review, struct error *);
/* What is said after one held words of one's own. */
void	 holding_say(const struct holding *, const char *slug);
/* Show what is held by both, and no more. True if there was anything. */
int	 holding_show_ours(const struct holding *);
/*
 * Hold what the other holds under a name, as somebody typed it: with the hash
 * of the words, or after they are shown and asked about. 0, or -1 with err.
 */
int	 holding_yes(const struct holding *, const char *name,
	    const char *hash, struct error *);
/*
 * Let go of what is held under such a name. A status, where not all of it was
 * seen STATUS_SYSTEM, or -1 with err.
 */
int	 holding_end(const struct holding *, const char *name, struct error *);

#endif
