/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef DECK_DECK_H
#define DECK_DECK_H

#include "format/yaml.h"

struct buf;
struct error;
struct store_dir;

/*
 * Shipped texts: $UNHURRIED_SHARE/KIND/LOCALE/NAME.yaml, English where the
 * language has none. unhurried(5) tells what a deck holds.
 */
struct deck {
	struct yaml		 yaml;
	const struct node	*first;		/* item; NULL for none */
};

/* Where shipped texts are taken from instead of their place; NULL for no. */
const char *deck_elsewhere(void);
/* The two letters of the language that messages are wanted in. */
void	 deck_language(char code[3]);
/*
 * From here on that is English: what programs read is the same in every
 * language.
 */
void	 deck_in_english(void);
/*
 * Open the directory of the shipped decks of a `kind` in a language, which has
 * none where it is not there. 0, or -1 with err.
 */
int	 deck_dir(struct store_dir *d, const char *kind, const char *code,
	    struct error *err);
/* True for an id: small letters, digits and dashes. */
int	 deck_is_id(const char *s);
/* Check a deck and the ids in it. 0, or -1 with err. */
int	 deck_check(const struct buf *b, const char *name, struct error *err);
/* Take what a file of that name holds. 0, or -1 with err. */
int	 deck_parse(struct deck *d, const struct buf *b, const char *name,
	    struct error *err);
/*
 * Read a shipped deck by its path, or one of somebody's own, of at most 64 KiB,
 * in a tree's directory. 0, or -1 with err.
 */
int	 deck_read(struct deck *d, const char *path, struct error *err);
int	 deck_read_in(struct deck *d, int dir, const char *file,
	    const char *name, struct error *err);
/* Open one of a kind, such as "words". 0, or -1 with err. */
int	 deck_open(struct deck *d, const char *kind, const char *name,
	    struct error *err);
/* True for an item that takes two people: "company: together". */
int	 deck_takes_two(const struct node *item);
/* Its text; alone in words for one, where it has some. NULL for none. */
const char *deck_text(const struct node *item, int alone);
/* The item with that id, or NULL. */
const struct node *deck_find(const struct deck *d, const char *wanted);
void	 deck_free(struct deck *d);
/* Read a shipped text, lessons/LOCALE/NAME.txt, into b. 0, or -1 with err. */
int	 deck_lesson(const char *name, struct buf *b, struct error *err);
/*
 * The text of one item: the same for the same key, any of those with that
 * theme (NULL for all). NULL when there is none.
 */
const char *deck_pick(const struct deck *d, const char *theme, long key);

#endif
