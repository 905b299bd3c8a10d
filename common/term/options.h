/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_OPTIONS_H
#define TERM_OPTIONS_H


struct cli;

/* An option: a letter, or a value above 255 where it has only a long name. */
struct cli_option {
	int		 letter;
	const char	*name;
	const char	*argument;	/* what it takes; NULL for nothing; with
					   "..." behind it again and again */
	const char	*help;
};

/*
 * Return the next option's letter, -1 after the last; sets optind for
 * operands. Answers -h and -V before anything else is looked at, as whole words
 * alone, and ends the process with STATUS_USAGE on an option the tool does not
 * have, on words that begin with a dash, and on a word that stops, which no
 * tool but those of free words takes for anything else.
 */
int	 options_next(struct cli *cli, int argc, char **argv);
/* Return what --fold said. Ends the process where it is neither of the two. */
enum fold options_fold(const struct cli *cli);
/* Return what an `option` such as --count said, from 1 to `most`; likewise. */
int	 options_count(const struct cli *cli, const char *option, int most);

#endif
