/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef RECALL_REVISION_H
#define RECALL_REVISION_H

#include "base/error.h"

struct couple;

/*
 * Change the entry of one's own that `wanted` names in an editor. Return the
 * status.
 */
enum status revision(const struct couple *c, const char *wanted);

#endif
