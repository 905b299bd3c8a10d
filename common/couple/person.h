/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef COUPLE_PERSON_H
#define COUPLE_PERSON_H

#include "store/store_read.h"
#include "store/store.h"

struct buf;
struct error;
struct yaml;

/*
 * A person: what they are called, and person.yaml in their shared place.
 */

/*
 * Return the slug for a name as a person types it, or NULL where it is made of
 * other letters than a slug can stand for: in small letters, without accents,
 * a blank or a dash as '_', "Émilie" as "emilie". The caller frees.
 */
char	*person_slug(const char *name);

/*
 * Read the person.yaml in the directory dir of s, which is "" for s itself,
 * into y. Return 0, or -1 with err, which tells whether it is only not there;
 * y is dropped all the same.
 */
int	 person_read(const struct store *s, const char *dir, struct yaml *y,
	    struct error *err);
/*
 * The person of `slug` is the one who reads what this process says: where their
 * person.yaml is read, its language counts from then on.
 */
void	 person_reads(const char *slug);
/*
 * Read one field of a shared place's person.yaml into *value, which the caller
 * frees; NULL where it has none. Return 0, or -1 with err, which tells whether
 * the file is only not there.
 */
int	 person_field(const struct store *tree, const char *key,
	    char **value, struct error *err);
/*
 * Return what the person of a shared place likes to be called, or NULL where
 * that cannot be read. The caller frees.
 */
char	*person_name(const struct store *tree);
/*
 * True for one short line of what can be seen that begins with no word of
 * ours, such as "you".
 */
int	 person_may_be_called(const char *name);
/* True when a and b begin with the same word, whatever stands around it. */
int	 person_sounds_like(const char *a, const char *b);
/*
 * Return STORE_THERE where the place of slug in the directory shared is this
 * account's, and its person.yaml names account. Another account's never is.
 */
enum store_is person_has_login(const char *shared, const char *slug,
	    const char *account, struct error *err);

/* Add the text of a new person.yaml to b. */
void	 person_template(struct buf *b, const char *called,
	    const char *login);

#endif
