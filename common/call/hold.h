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
enum status hold_open(struct hold *h, const struct cli *cli,
	    const struct couple *c, const char *kind, const char *reading);

/* My words under a name while I hold them, or NULL. */
const char *hold_mine(const struct hold *h, const char *slug);
/*
 * The day to look again: as it was typed ("none" for no day), else what stands
 * with my words there, if that is ahead. 0, or -1 with err.
 */
int	 hold_review(const struct hold *h, const char *slug, const char *typed,
	    day *review, struct error *err);
/*
 * Hold words; with -n only show them. Prints the name. `typed` is what somebody
 * typed for it, or NULL where it is made of the words. 0, or -1 with err.
 */
int	 hold_hold(const struct hold *h, const char *slug, const char *typed,
	    const char *text, day review, struct error *err);
/*
 * Get words to hold, as input_take() does. 1 with words, 0 with none, which is
 * said, -1 with err.
 */
int	 hold_take(const struct hold *h, struct input *s, const char *question,
	    const char *page, struct error *err);
/*
 * Hold a text that somebody gave, and tell what that means; what stood in an
 * editor is then safe. 0, or -1 with err.
 */
int	 hold_keep(const struct hold *h, struct input *s, const char *slug,
	    const char *typed, const char *text, day review, struct error *err);
/* What is said after one held words of one's own. */
void	 hold_say(const struct hold *h, const char *slug);
/*
 * Show all that is held, in the format of the call. False where a text had
 * nothing to show.
 */
int	 hold_show(const struct hold *h);
/* Return true where both hold something. */
int	 hold_holds_any(const struct hold *h);
/* Show what is held by both, and no more. True if there was anything. */
int	 hold_show_ours(const struct hold *h);
/*
 * Hold what the other holds under a name, as somebody typed it: with the hash
 * of the words, or after they are shown and asked about. 0, or -1 with err.
 */
int	 hold_yes(const struct hold *h, const char *name, const char *given,
	    struct error *err);
/*
 * Let go of what is held under such a name. A status, where not all of it was
 * seen STATUS_SYSTEM, or -1 with err.
 */
int	 hold_end(const struct hold *h, const char *name, struct error *err);

#endif
