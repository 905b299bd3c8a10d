/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_SENTENCE_H
#define BASE_SENTENCE_H

#include <stddef.h>

struct buf;

/* Sentences in the reader's language that are put together in memory. */

/* Add one to `b`, printf-like, the commands in it as they can be typed here. */
void	 sentence_add(struct buf *b, const char *format, ...)
	    __attribute__((format(printf, 2, 3)));
/* Add `count` words as a choice between them: "list, show or run". */
void	 sentence_or(struct buf *b, const char *const *words, size_t count);

#endif
