/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECK_COPIES_H
#define CHECK_COPIES_H

#include "finding.h"

/* Second copies, which sync programs and editors leave. */

/* Return true for a second copy, which is then told. */
int	 copies_inspect(struct checkup *c, struct spot *s);

#endif
