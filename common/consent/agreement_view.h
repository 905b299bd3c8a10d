/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CONSENT_AGREEMENT_VIEW_H
#define CONSENT_AGREEMENT_VIEW_H

#include <stdio.h>

#include "base/calendar.h"
#include "consent/agreement.h"
#include "term/cli.h"

struct couple;

/* How a person reads agreements. */

/*
 * Print `all` on stdout: what both hold first, each name with whose words stand
 * there; what is ended leaves no trace, and under a pause what only the other
 * holds is not shown. In another `format` than text each person's words are a
 * record. Return false where a text had nothing to show.
 */
int	 agreement_view(const struct couple *c,
	    const struct agreement_list *all, day today,
	    enum cli_format format);
/* Print one of them, as a text, on `fp`. */
void	 agreement_view_one(FILE *fp, const struct couple *c,
	    const struct agreement *a, day today);

#endif
