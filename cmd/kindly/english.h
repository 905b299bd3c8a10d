/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef KINDLY_ENGLISH_H
#define KINDLY_ENGLISH_H

#include <stddef.h>

/*
 * Return true where most words of the `n` bytes of `text` are of another language
 * than English: most letters are of another script, or of enough words hardly
 * any is one that English alone has. Of a few words it says so only where there
 * is no English word, and an accent.
 */
int	 english_is_missing(const char *text, size_t n);

#endif
