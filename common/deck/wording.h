/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef DECK_WORDING_H
#define DECK_WORDING_H

/*
 * Return the question of that `id` in the language of whoever reads, where
 * `asked` is the same question as it is shipped in another one. Anything else is
 * shown as it was asked: `asked` itself, also where the text was changed since.
 */
const char *wording_here(const char *id, const char *asked);

#endif
