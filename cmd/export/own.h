/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef EXPORT_OWN_H
#define EXPORT_OWN_H

#include "base/status.h"

struct cli;
struct couple;

/*
 * Print all that is one's own alone, a line of JSON each, whole: steps and
 * notes of them, lines, thoughts with both halves, pages, scales and numbers.
 * Return the worst status.
 */
enum status own_put(const struct couple *c, const struct cli *cli);

#endif
