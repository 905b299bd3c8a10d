/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CONSENT_VOCABULARY_H
#define CONSENT_VOCABULARY_H

#include "format/yaml.h"

struct error;
struct store;

/*
 * What a person's words for signals mean: "signals:" in their person.yaml, a
 * list of words for each meaning. "pause", "stop" and "no" always pause,
 * and so do those of other languages, see term/stop.h; the names of the
 * meanings mean themselves.
 */

enum meaning {
	MEANS_NOTHING,		/* takes a signal back */
	MEANS_COMFORT,
	MEANS_HESITATION,
	MEANS_READY,
	MEANS_PAUSE,
	MEANS_UNKNOWN
};

#define VOCABULARY_BYTES	64	/* of one word, or of a few */

/* "comfort" and so on; none for MEANS_NOTHING. */
extern const char *const vocabulary_names[MEANS_UNKNOWN];
/* The same; NULL for MEANS_NOTHING and past the last. */
const char *meaning_name(enum meaning);
/*
 * What a word means to the person whose shared tree it is. A stop of any
 * language comes before a meaning of their own, but for one that yields.
 */
enum meaning meaning_of(const struct store *, const char *word);
/* What it means to everyone, whatever a person.yaml says. */
enum meaning meaning_fixed(const char *word);
/* What their own words say that it means, and nothing else. */
enum meaning meaning_own(const struct store *, const char *word);
/*
 * Read a person's own words: y's root is then a map of meanings to lists of
 * words, or NULL without any. 0, or -1 with err when person.yaml, or what it
 * says of signals, cannot be read.
 */
int	 vocabulary_read(const struct store *, struct yaml *, struct error *);
/* Check the shape of "signals:". NULL, or the node that is wrong, and why. */
const struct node *vocabulary_wrong(
    const struct node *signals, const char **why);

#endif
