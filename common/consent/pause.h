/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CONSENT_PAUSE_H
#define CONSENT_PAUSE_H

#include <stddef.h>
#include <time.h>

#include "base/clock.h"
#include "base/status.h"
#include "consent/vocabulary.h"
#include "store/store_write.h"

struct buf;
struct couple;
struct error;

/*
 * What is true while its file is there: pauses and signals in now/ of a
 * shared tree. No history is kept of either, and none can be asked for.
 */

#define PAUSE_ABOUT	1000	/* bytes that a signal may be about */

enum pause_state {
	PAUSE_CLEAR,
	PAUSE_STANDS,
	PAUSE_UNREAD	/* cannot be told: taken for a pause */
};

/* What a person signals; MEANS_NOTHING where nothing is to be believed. */
struct signal_give {
	enum meaning	 meaning;
	char		*word;		/* as they say it */
	char		*about;		/* NULL for nothing in particular */
	struct when	 at;
};

struct pause_view {
	enum pause_state	 state;
	int		 own_pause;	/* mine is to end */
	int		 other_pause;
	char		*why;		/* what cannot be read, when it is so */
	enum status	 failed;	/* where that is no place yet to come */
	size_t		 untold;	/* how much cannot be read */
	int		 alone;		/* nothing but that there is no place of
					   the other */
	struct signal_give mine, theirs;
};

/* Said where nobody else has a place here: nothing is amiss. */
#define PAUSE_ALONE	"You are the only one here so far, and that is " \
	"complete."

/*
 * Look at all of it, at an instant. A pause is anything named pause* in the
 * now/ of anyone in the shared directory, or in one's own mirror of it. Clear
 * is only what can all be read: for each of the couple person.yaml, now/ with
 * its "here", and the signal if there is one. Clear is not a yes.
 *
 * "ready" is believed for an hour, the others for twelve; ready and comfort
 * not from more than five minutes ahead. Of several files the more protective
 * holds: hesitation, else nothing where they differ.
 */
void	 pause_read(const struct couple *, time_t, struct pause_view *);
void	 pause_free(struct pause_view *);
/*
 * True where `dir` of a tree, now/ or its mirror, holds a pause; err says why
 * that cannot be told.
 */
int	 pause_holds(const struct store *tree, const char *dir,
	    struct error *err);
/* Have what failed in a look named, and counted, when the tool ends. */
void	 pause_note(const struct pause_view *v);
/* Whether it is clear now, and no more; what failed is noted. */
enum pause_state pause_look(const struct couple *);
/* True where it is not, for who asks again and again; of a couple. */
int	 pause_stands(void *couple);
/* True when clear; else err says why, kindly, with STATUS_NO. */
int	 pause_clear(const struct couple *, struct error *);

/*
 * Place a pause in a shared tree; where there is no room for one with words
 * an empty one. STORE_EXISTS when none could be written, but one stands there;
 * STORE_UNSURE when it does and the disk did not confirm it.
 */
enum store_wrote pause_set(const struct store *shared, struct error *);
/* Mirror it, when it is placed. 0, or -1 with err. */
int	 pause_mirror(const struct store *private, struct error *);
/*
 * End one's own pause: every pause* in the shared now/, then its mirror; what
 * one signalled before goes, too. How many there were, or -1 with err.
 */
int	 pause_end(const struct store *shared, const struct store *private,
	    struct error *);
/* What the file of a pause, and of a signal, would hold. */
const char *pause_text(void);
/* Mark a pause without asking for memory: true where it stands. */
int	 pause_mark(const struct store *shared);
void	 signal_text(struct buf *, const struct signal_give *);
/* Give a signal in place of what was there. 0, or -1 with err. */
int	 signal_give(const struct store *shared, const struct store *private,
	    const struct signal_give *, struct error *);
/*
 * Take it back; `private` may be NULL where that is not at hand. How many
 * files that were, or -1 with err.
 */
int	 signal_take_back(const struct store *shared,
	    const struct store *private, struct error *);
/*
 * Return true for one's own comfort or ready that was not placed from this
 * computer. Hesitation is never marked: it protects, whoever wrote it.
 */
int	 signal_is_elsewhere(const struct couple *,
	    const struct signal_give *mine);

/*
 * Print whether a pause is on, as `v` has it; where none is, also what each of
 * the two signals.
 */
void	 pause_show(const struct couple *c, const struct pause_view *v);

#endif
