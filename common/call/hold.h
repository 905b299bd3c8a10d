/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CALL_HOLD_H
#define CALL_HOLD_H

#include "base/calendar.h"
#include "base/error.h"
#include "consent/agreement.h"
#include "deck/deck.h"

struct cli;
struct couple;
struct input;

/*
 * How a tool lets a person hold words, hold those of the other, and let go.
 * Holding waits under a pause; letting go never does.
 */

struct hold {
	const struct cli	*cli;
	const struct couple	*couple;
	const char		*kind;		/* AGREEMENT_AGREE and so on */
	/* As they can be typed: the tool, and the call that shows all. */
	char			*command, *reading;
	struct agreement_list	 all;
	day			 today;
};

/*
 * Read what is held of a kind, for as long as the process lives. The worst
 * status.
 */
enum status hold_open(struct hold *, const struct cli *,
	    const struct couple *, const char *kind, const char *reading);

/* My words under a name while I hold them, or NULL. */
const char *hold_mine(const struct hold *, const char *slug);
/*
 * The day to look again: as it was typed ("none" for no day), else what stands
 * with my words there, if that is ahead. 0, or -1 with err.
 */
int	 hold_review(const struct hold *, const char *slug,
	    const char *typed, day *, struct error *);
/* Hold words; with -n only show them. Prints the name. 0, or -1 with err. */
int	 hold_hold(const struct hold *, const char *slug,
	    const char *text, day review, struct error *);
/*
 * Get words to hold, as input_take() does. 1 with words, 0 with none, which is
 * said, -1 with err.
 */
int	 hold_take(const struct hold *, struct input *,
	    const char *question, const char *page, struct error *);
/*
 * Hold a text that somebody gave, and tell what that means; what stood in an
 * editor is then safe. 0, or -1 with err.
 */
int	 hold_keep(const struct hold *, struct input *,
	    const char *slug, const char *text, day review, struct error *);
/* What is said after one held words of one's own. */
void	 hold_say(const struct hold *, const char *slug);
/* Show what is held by both, and no more. True if there was anything. */
int	 hold_show_ours(const struct hold *);
/*
 * Hold what the other holds under a name, as somebody typed it: with the hash
 * of the words, or after they are shown and asked about. 0, or -1 with err.
 */
int	 hold_yes(const struct hold *, const char *name,
	    const char *hash, struct error *);
/*
 * Let go of what is held under such a name. A status, where not all of it was
 * seen STATUS_SYSTEM, or -1 with err.
 */
int	 hold_end(const struct hold *, const char *name, struct error *);

#endif
