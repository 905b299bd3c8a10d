/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef INIT_GROUP_H
#define INIT_GROUP_H

#include "base/status.h"

struct cli;
struct couple;
struct names;

/*
 * Print what root would do for two accounts of `group`, each of `operands`
 * NAME or NAME:LOGIN; these tools never do it. Return what came of it, with
 * the names in `names`.
 */
enum status group_print(const struct couple *c, const struct cli *cli,
	    const char *group, struct names *names, char **operands);

#endif
