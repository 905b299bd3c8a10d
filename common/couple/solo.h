/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef COUPLE_SOLO_H
#define COUPLE_SOLO_H

struct couple;

/*
 * Return 1 where the couple that `c` has open is certainly one person alone.
 * The other may write couple.yaml, so that it alone cannot tell.
 */
int	 solo_is_certain(const struct couple *c);

#endif
