/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef HARDDAY_KINDER_H
#define HARDDAY_KINDER_H

#include "base/status.h"

struct call;
struct error;

/*
 * A harsh line about oneself, and what one would say to a friend. The harsh
 * half is kept, and never shown again. Where hurt or death is in it nothing
 * more is asked. It ends with where help is.
 */

/* Return true where kinder words are kept; `status` is what reading came to. */
int	 kinder_is_there(const struct call *call, enum status *status);
/* Show kinder words, one of them by chance. Return the status. */
enum status kinder_any(struct call *call);
/* Ask for both on the terminal, and keep them. Return the status. */
enum status kinder_ask(struct call *call);

/* Verbs: each returns a status, or -1 with err. */

/* Keep what came with the call, or is asked for. */
int	 kinder_write(struct call *call, char **operands, struct error *err);
/* Show all kinder words. */
int	 kinder_list(struct call *call, char **operands, struct error *err);
/* Let go of some, with their harsh half. */
int	 kinder_drop(struct call *call, char **operands, struct error *err);

#endif
