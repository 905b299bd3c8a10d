/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef UNHURRIED_WELCOME_H
#define UNHURRIED_WELCOME_H

#include "base/status.h"

struct cli;

/*
 * Return true where nobody has begun on this account, nor said where it would
 * be: then there is nothing that could be away.
 */
int	 welcome_is_due(const struct cli *cli);
/*
 * Say what there is, and what to type; on a terminal ask, and set `begins`
 * where the answer is a yes. Return STATUS_NO where nobody could be asked.
 */
enum status welcome(const struct cli *cli, int *begins);

#endif
