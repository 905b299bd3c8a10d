/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_H
#define ENTRY_H

#include <stddef.h>

#include "clock.h"
#include "yaml.h"

struct error;

#define ENTRY_RANDOM	6	/* characters, base 36 */
#define ENTRY_SLUG	32	/* the longest name or kind */
#define ENTRY_ID_SIZE	(WHEN_ID_SIZE + 2 * (ENTRY_SLUG + 1) + ENTRY_RANDOM + 1)
#define ENTRY_BYTES	((size_t)64 * 1024)

/* What the name of an entry's file says: when, who, of what kind. */
struct entry_id {
	time_t	 instant;
	char	 who[ENTRY_SLUG + 1];
	char	 kind[ENTRY_SLUG + 1];
	char	 random[ENTRY_RANDOM + 1];
};

/* One entry: its name and what its file holds. */
struct entry {
	struct entry_id	 id;
	struct when	 at;	/* local time and offset, as it was written */
	struct yaml	 yaml;
};

/* A name: [a-z][a-z0-9_]{0,31}, and no word YAML takes for something else. */
int	 entry_is_slug(const char *, size_t);
/* True for a kind these tools know. */
int	 entry_is_kind(const char *);
/* All kinds, for listing them, up to a NULL. */
const char *const *entry_kinds(void);
/* What a pace may be, for asking; NULL after the last. */
const char *entry_pace(size_t);

/* Read a whole ID of n bytes. 0 or -1. */
int	 entry_read_id(const char *, size_t, struct entry_id *);
void	 entry_write_id(const struct entry_id *, char [ENTRY_ID_SIZE]);
/* Six random characters. */
void	 entry_random(char [ENTRY_RANDOM + 1]);
/* Six characters from the first eight bytes of a hash. */
void	 entry_hashed(const unsigned char *, char [ENTRY_RANDOM + 1]);

/*
 * Read what a file holds into e, whose id is set already and governs; what
 * the fields all kinds share must look like is checked. name is for messages.
 * 0, or -1 with err.
 */
int	 entry_read(struct entry *, const char *data, size_t n,
	    const char *name, struct error *);
void	 entry_free(struct entry *);
/* Check the shapes of fields in a record from name. 0, or -1 with err. */
int	 entry_check(const struct node *, const char *name, struct error *);
/* Begin a new entry in e's tree from e's id (kind, who) and at. */
void	 entry_begin(struct entry *);
/*
 * Put what tells a record from others, whenever it was told: all in it but
 * when, without blanks around its texts.
 */
void	 entry_identity(const struct node *root, struct buf *b);
/* Add a copy of another tree's field, text quoted as our entries have it. */
void	 entry_add(struct entry *, const struct node *);
/* True for kind, at and by. */
int	 entry_is_heading(const char *key);
/* True for a field that means the same in every kind. */
int	 entry_is_field(const char *key);
/* True for a field made of a person's own words: note, today, feel, name. */
int	 entry_is_words(const char *key);
/* True for a field whose text is never a number or a yes. */
int	 entry_is_text(const char *key);
/* The words to show on one line: note, else today, name; "" for none. */
const char *entry_title(const struct node *);
/* True when the list under key holds that word. */
int	 entry_has(const struct node *, const char *key, const char *word);

#endif
