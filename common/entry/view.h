/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_VIEW_H
#define ENTRY_VIEW_H

#include <stdio.h>

#include "term/cli.h"

struct couple;
struct entry;

/* How a person reads an entry on a screen. */

/* Stands wherever what once suited somebody is shown. */
#define VIEW_NO_YES	"A yes then is not a yes today."

/* Print the whole of an entry: when, who, what and its short ID first. */
void	 view_entry(FILE *fp, const struct couple *c, const struct entry *e);
/*
 * Print the same on stdout in any format: one line of JSON or TSV, one YAML
 * document.
 */
void	 view_record(const struct couple *c, const struct entry *e,
	    enum cli_format format);
/* One line: short ID, day, clock, who, kind, first words. */
void	 view_line(FILE *fp, const struct couple *c, const struct entry *e);
#endif
