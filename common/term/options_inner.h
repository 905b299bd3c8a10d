/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_OPTIONS_INNER_H
#define TERM_OPTIONS_INNER_H

struct cli;
struct cli_option;

/* What the reader of options and what tells of them both know. */

#define LONG_ONLY	256	/* letters of options that have none */

/* Return true for an option that may be given again and again. */
int	 options_repeats(const struct cli_option *o);
/*
 * Tell people of a tool: its calls, its verbs, then `all` its options, of which
 * the last has no name.
 */
void	 options_help(struct cli *cli, const struct cli_option *all);
/*
 * The same for programs, in no language: the name, each way to call on a line,
 * and each option's name, letter, argument, what there is to choose, and help,
 * with tabs between them and a dash for nothing.
 */
void	 options_rows(const struct cli *cli, const struct cli_option *all);

#endif
