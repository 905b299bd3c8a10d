/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_CONFLICT_H
#define STORE_CONFLICT_H

#include <stddef.h>

/* What a name says about second copies of a file. */
enum copy {
	COPY_NONE,
	COPY_SYNC,	/* two versions met, and a sync program kept both */
	COPY_EDITOR	/* an editor's, git's or a file manager's */
};

/*
 * Return how long the words are that a file manager puts before the name of a
 * copy, "Copy of "; 0 for none.
 */
size_t	 copy_words(const char *name);
/*
 * Recognise a second copy by its name, and find the name of the first: an
 * ID.yaml or ID.gone wherever an ID stands in it. size is first's.
 */
enum copy copy_of(const char *name, char *first, size_t size);

#endif
