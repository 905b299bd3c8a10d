/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_OPTIONS_INNER_H
#define TERM_OPTIONS_INNER_H

struct cli;
struct cli_option;

/*
 * What is known to all three: the tables and where values go (options.c), how a
 * call is read (options_parse.c), and what tells of them (options_help.c).
 */

#define LONG_ONLY	256	/* letters of options that have none */

/* A call that is being read. */
struct options_call {
	struct cli	*cli;
	const struct cli_option	*all;	/* the last has no name */
	char		**next;		/* the word after the one looked at */
	const char	*word;
	const char	*letters;	/* of it, not looked at yet */
	const char	*amiss;		/* what is, first; NULL for nothing */
	const char	*lead, *about;	/* and of which word, or part of it */
	int		 length;	/* of about, in bytes */
	char		 way[64];	/* what may be meant; "" for nothing */
};

/*
 * Answer -h and -V, end the process where a call is not understood, and put its
 * operands behind its options: optind is then that of the first.
 */
void	 options_look_ahead(struct options_call *a, int argc, char **argv);
/* Return the next option of the word, or of the word after it. */
const struct cli_option *options_take(struct options_call *a,
	    const char **value);
/* Return what an option's row says that there is to choose; NULL for nothing. */
const char *options_choices(const struct cli_option *o);
int	 options_is_language(const struct cli_option *o);
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
