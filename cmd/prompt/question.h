/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROMPT_QUESTION_H
#define PROMPT_QUESTION_H

#include "base/error.h"

struct call;
struct card;

/*
 * Return the question that is meant: the one named `id`, or with NULL the one
 * of today. NULL with err.
 */
const struct card *question_meant(const struct call *call, const char *id,
	    struct error *err);

/* Verbs: each returns a status, or -1 with err. */

/* Show the question of today, and what one offers. */
int	 question_show(struct call *call, char **operands, struct error *err);
/* Show another one for today, any or a softer one. */
int	 question_another(struct call *call, char **operands,
	    struct error *err);
int	 question_softer(struct call *call, char **operands,
	    struct error *err);
/* Leave it for today. */
int	 question_skip(struct call *call, char **operands, struct error *err);
/* List all questions, or all themes. */
int	 question_list(struct call *call, char **operands, struct error *err);
int	 question_themes(struct call *call, char **operands,
	    struct error *err);

#endif
