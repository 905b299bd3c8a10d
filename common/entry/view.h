/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_VIEW_H
#define ENTRY_VIEW_H

#include <stdio.h>

#include "base/calendar.h"
#include "term/cli.h"

struct buf;
struct couple;
struct entry;
struct agreement;
struct agreement_list;
struct pause_view;

/* How a person reads an entry on a screen. */

/* Stands wherever what once suited somebody is shown. */
#define VIEW_NO_YES	"That day is not a yes for today."

/* "Thursday 5 November 2026" */
void	 view_day(FILE *, day);
/* The whole entry; heading tells when, who, what and the short ID. */
void	 view_entry(FILE *, const struct couple *, const struct entry *,
	    int heading);
/*
 * The same in any format: one line of JSON or TSV, one YAML document. The
 * buffer is for its use; the caller frees it after the last record.
 */
void	 view_record(FILE *, struct buf *, const struct couple *,
	    const struct entry *, enum cli_format);
/* One line: short ID, day, clock, who, kind, first words. */
void	 view_line(FILE *, const struct couple *, const struct entry *);
/*
 * What both hold, each name with whose words stand there; what is ended leaves
 * no trace, and under a pause what only the other holds is not shown. True if
 * there was anything.
 */
int	 view_held(FILE *, const struct couple *, const struct agreement_list *,
	    day today);
/* One of them. */
void	 view_held_one(FILE *, const struct couple *, const struct agreement *,
	    day today);
/* All of them in another format. */
void	 view_held_data(FILE *, const struct couple *,
	    const struct agreement_list *, enum cli_format);
/*
 * Whether a pause stands; when none does also what each of the two signals.
 */
void	 view_now(FILE *, const struct couple *, const struct pause_view *);

#endif
