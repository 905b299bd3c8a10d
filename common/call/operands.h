/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CALL_OPERANDS_H
#define CALL_OPERANDS_H

#include "base/error.h"

/*
 * Return `operands`, with the first word of each line of standard input in
 * place of "-", and NULL after the last; or NULL with err. `piped` is true
 * where there was such a one. The memory is not given back.
 */
char	**operands_take(char **operands, int *piped, struct error *err);

/*
 * Make one of `operands` that stand between curly quotes, without these, as a
 * shell does between straight ones. The memory is not given back.
 */
void	 operands_unquote(char **operands);

#endif
