/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef KINDLY_PHRASES_H
#define KINDLY_PHRASES_H

#include <stddef.h>

struct error;
struct node;

/*
 * Turns of phrase that may land hard, found in a text by the rules of
 * share/phrases/LOCALE. The head of rules.yaml there tells how one is written.
 */

enum phrase_kind {
	PHRASE_MARK,	/* a turn that is marked */
	PHRASE_WEAK,	/* one that is marked only beside such */
	PHRASE_DANGER,	/* answered where it stands, and no mark */
	PHRASE_HURT,	/* tells of hurt or fear: nothing in it is marked */
	PHRASE_GUARD	/* makes what stands beside it no mark */
};

/* Words of a text that a rule speaks of. */
struct place {
	const struct node *rule;
	enum phrase_kind kind;
	size_t		 offset, length;	/* in bytes */
	size_t		 line, column;		/* from 1; column of a screen */
};

/*
 * Read all rules, which stay. Return the first of them, a map with id, theme,
 * and maybe why and say; or NULL with `err` where one is wrong.
 */
const struct node *phrases_open(struct error *err);
enum phrase_kind phrases_kind(const struct node *rule);
/*
 * Look through the `n` bytes of `text`. Return the places of all that is found
 * but guards, in the order of the sentences, and set `found` to how many. They
 * stay until the next text.
 */
const struct place *phrases_find(const char *text, size_t n, size_t *found);

#endif
