/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef WIN_TOGETHER_H
#define WIN_TOGETHER_H

#include "base/status.h"

struct call;
struct error;

/* The reasons that both hold. */

/* Read them, where this is reason. Return the worst status. */
enum status together_read(struct call *call);
/* What follows "reason together". Each returns a status, or -1 with err. */
int	 together_show(struct call *call, char **operands, struct error *err);
int	 together_hold(struct call *call, char **operands, struct error *err);
int	 together_yes(struct call *call, char **operands, struct error *err);
int	 together_end(struct call *call, char **operands, struct error *err);

#endif
