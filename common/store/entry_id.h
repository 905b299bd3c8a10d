/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_ENTRY_ID_H
#define STORE_ENTRY_ID_H

#include <stddef.h>
#include <time.h>

#include "base/clock.h"


#define ID_RANDOM	6	/* characters, base 36 */
#define ID_SLUG	32	/* the longest name or kind */
#define ID_SIZE	(WHEN_ID_SIZE + 2 * (ID_SLUG + 1) + ID_RANDOM + 1)
#define ENTRY_BYTES	((size_t)64 * 1024)	/* the longest entry's file */

/* What the name of an entry's file says: when, who, of what kind. */
struct entry_id {
	time_t	 instant;
	char	 who[ID_SLUG + 1];
	char	 kind[ID_SLUG + 1];
	char	 random[ID_RANDOM + 1];
};

/*
 * True where the `n` bytes of `name` are a name: [a-z][a-z0-9_]{0,31}, and no
 * word YAML takes for something else.
 */
int	 id_is_slug(const char *name, size_t n);
/* True where `kind` is one that these tools know. */
int	 id_is_kind(const char *kind);
/* Return all kinds, for listing them, up to a NULL. */
const char *const *id_kinds(void);

/* Read the `n` bytes of `text`, a whole ID, into `id`. 0 or -1. */
int	 id_read(const char *text, size_t n, struct entry_id *id);
/*
 * Read the first whole ID in `name`, wherever it stands, into `id`: a copy's
 * name may have words before it, and an editor's file a dot. Return how long it
 * is, or 0 for none; `from`, unless NULL, is where it begins.
 */
size_t	 id_find(const char *name, struct entry_id *id, size_t *from);
/* Write `id` into `text`. */
void	 id_write(const struct entry_id *id, char text[ID_SIZE]);
/* Put six random characters into `text`. */
void	 id_random(char text[ID_RANDOM + 1]);
/* Put six characters into `text`, made of the first eight bytes of `hash`. */
void	 id_hashed(const unsigned char *hash, char text[ID_RANDOM + 1]);

#endif
