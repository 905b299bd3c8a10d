/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef NOW_H
#define NOW_H

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

#define NOW_ABOUT	1000	/* bytes that a signal may be about */

enum now {
	NOW_CLEAR,
	NOW_PAUSED,
	NOW_UNREAD	/* cannot be told: taken for a pause */
};

/* What a person signals; MEANS_NOTHING where nothing is to be believed. */
struct now_signal {
	enum meaning	 meaning;
	char		*word;		/* as they say it */
	char		*about;		/* NULL for nothing in particular */
	struct when	 at;
};

struct now_view {
	enum now	 state;
	int		 own_pause;	/* mine is to end */
	int		 other_pause;
	char		*why;		/* what cannot be read, when it is so */
	enum status	 failed;	/* where that is no place yet to come */
	struct now_signal mine, theirs;
};

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
void	 now_read(const struct couple *, time_t, struct now_view *);
void	 now_free(struct now_view *);
/* Have what failed in a look named, and counted, when the tool ends. */
void	 now_note(const struct now_view *v);
/* Whether it is clear now, and no more; what failed is noted. */
enum now now_look(const struct couple *);
/* True where it is not, for who asks again and again; of a couple. */
int	 now_is_paused(void *couple);
/* True when clear; else err says why, kindly, with STATUS_NO. */
int	 now_clear(const struct couple *, struct error *);

/*
 * Place a pause in a shared tree; where there is no room for one with words
 * an empty one. STORE_EXISTS when none could be written, but one stands there;
 * STORE_UNSURE when it does and the disk did not confirm it.
 */
enum store_wrote now_pause(const struct store *shared, struct error *);
/* Mirror it, when it is placed. 0, or -1 with err. */
int	 now_mirror(const struct store *private, struct error *);
/*
 * End one's own pause: every pause* in the shared now/, then its mirror; what
 * one signalled before goes, too. How many there were, or -1 with err.
 */
int	 now_resume(const struct store *shared, const struct store *private,
	    struct error *);
/* What the file of a pause, and of a signal, would hold. */
const char *now_pause_text(void);
/* Mark a pause without asking for memory: true where it stands. */
int	 now_mark_pause(const struct store *shared);
void	 now_signal_text(struct buf *, const struct now_signal *);
/* Give a signal in place of what was there. 0, or -1 with err. */
int	 now_signal(const struct store *shared, const struct now_signal *,
	    struct error *);
/* Take it back. How many files that were, or -1 with err. */
int	 now_unsignal(const struct store *shared, struct error *);

#endif
