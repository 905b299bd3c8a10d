/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CARE_ITEM_H
#define CARE_ITEM_H

struct call;
struct error;

/*
 * A person, a visit, a practice, a question or words for a page is kept. Each
 * returns a status, or -1 with err.
 */
int	 item_add(struct call *call, char **operands, struct error *err);
int	 item_visit(struct call *call, char **operands, struct error *err);
int	 item_practice(struct call *call, char **operands, struct error *err);
int	 item_ask(struct call *call, char **operands, struct error *err);
int	 item_write(struct call *call, char **operands, struct error *err);

#endif
