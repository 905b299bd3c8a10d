/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CONSENT_VOCABULARY_ASK_H
#define CONSENT_VOCABULARY_ASK_H

struct buf;
struct cli;
struct error;

/*
 * The section of a new person.yaml, with the words a place begins with; with
 * ask they are first offered on the terminal, to keep, change or leave out.
 */
int	 vocabulary_template(struct buf *, const struct cli *, int ask,
	    struct error *);

#endif
