/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CONSENT_PAUSE_H
#define CONSENT_PAUSE_H

#include <stddef.h>
#include <time.h>

#include "base/status.h"
#include "consent/signal.h"

struct couple;
struct error;
struct store;

/*
 * Is it clear? A pause is on while its file is there, in now/ of a shared tree.
 * No history is kept of it, and none can be asked for.
 */

enum pause_state {
	PAUSE_CLEAR,
	PAUSE_STANDS,
	PAUSE_UNREAD	/* cannot be told: taken for a pause */
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

/* Said where a pause ends what runs. */
#define PAUSE_STOPS	"A pause is on, so this stops here. Nothing is owed."
/* Said where nobody else has a place here: nothing is amiss. */
#define PAUSE_ALONE	"You are the only one here, and that is fine."
/* And where a pause holds back what is for two. */
#define PAUSE_WAITS \
	"Things for two wait just now; 'signal' says why."

/*
 * True for a name in now/ that is a pause: it has the word in it, in capitals
 * or not, as copies have that somebody or a program made. `of` is not used.
 */
int	 pause_is_named(const char *file, const void *of);
/*
 * Look at all of it, at an instant. A pause is anything named so in the
 * now/ of anyone in the shared directory, or in one's own mirror of it. Clear
 * is only what can all be read: for each of the couple person.yaml, now/ with
 * its "here", and the signal if there is one. Clear is not a yes.
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
/* True where nobody paused, and only the other's place is not there. */
int	 pause_is_alone(const struct couple *);
/* True where it is not, for who asks again and again; of a couple. */
int	 pause_stands(void *couple);
/* True when clear; else err says why, kindly, with STATUS_NO. */
int	 pause_clear(const struct couple *, struct error *);
/*
 * The same, and true in a place for one where no pause stands but its owner's,
 * and all can be read: what they hold there is theirs alone.
 */
int	 pause_lets_hold(const struct couple *, struct error *);

/*
 * Print whether a pause is on, as `v` has it; where none is, also what each of
 * the two signals.
 */
void	 pause_show(const struct couple *c, const struct pause_view *v);

#endif
