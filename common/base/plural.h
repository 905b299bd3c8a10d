/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_PLURAL_H
#define BASE_PLURAL_H

#include <stddef.h>

/*
 * Return which form of a plural `language` has for `n` things, from 0 on. The
 * rules of the Unicode CLDR stand in a table by the language's name, and a
 * catalog's forms stand in their order: what a catalog itself says of it is
 * not read.
 */
size_t	 plural_form(const char *language, unsigned long n);
/* Return how many forms it has. */
size_t	 plural_forms(const char *language);

#endif
