/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CONSENT_SIGNAL_H
#define CONSENT_SIGNAL_H

#include <time.h>

#include "base/clock.h"
#include "consent/vocabulary.h"

struct buf;
struct couple;
struct error;
struct store;
struct store_dir;

/*
 * What a person signals, but for a pause: true while its file is there, in now/
 * of their shared tree, and for some hours. No history is kept of it, and none
 * can be asked for.
 */

#define SIGNAL_ABOUT	1000	/* bytes that a signal may be about */

/* What a person signals; MEANS_NOTHING where nothing is to be believed. */
struct signal_give {
	enum meaning	 meaning;
	char		*word;		/* as they say it */
	char		*about;		/* NULL for nothing in particular */
	struct when	 at;
};

/* What is done with `err`, why a file cannot be read, which it clears. */
typedef void	 signal_unread(void *to, struct error *err);

/*
 * Read all signal* files of one now/, `d`, which is open, at an instant, to
 * `kept`, which is all zero. Each that cannot be read is given to `unread`,
 * with `to`.
 *
 * "ready" is believed for an hour, the others for twelve; ready and comfort
 * not from more than five minutes ahead. Of several files the more protective
 * holds: hesitation, else nothing where they differ.
 */
void	 signal_read(const struct store_dir *d, time_t now,
	    struct signal_give *kept, signal_unread *unread, void *to);
void	 signal_free(struct signal_give *s);
/* Write what the file of a signal would hold. */
void	 signal_text(struct buf *, const struct signal_give *);
/* Give a signal in place of what was there. 0, or -1 with err. */
int	 signal_give(const struct store *shared, const struct store *private,
	    const struct signal_give *, struct error *);
/* False only where none is there to be taken back. */
int	 signal_may_stand(const struct store *shared);
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
/* Print what one of the two, `who`, signals; nothing where that is nothing. */
void	 signal_show(const struct couple *c, const char *who,
	    const struct signal_give *s);

#endif
