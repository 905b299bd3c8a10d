/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PACE_GUIDANCE_H
#define PACE_GUIDANCE_H

#include "base/error.h"

struct call;

/*
 * What is offered, from one's own notes alone: never to go on. Verbs: each
 * returns a status, or -1 with err.
 */

/* Show what is held by both, and offer rest, something softer, or to stay. */
int	 guidance_offer(struct call *call, char **operands,
	    struct error *err);
/* Show what is softer than the step that is named, else than the last one. */
int	 guidance_softer(struct call *call, char **operands,
	    struct error *err);

#endif
