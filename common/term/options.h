/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_OPTIONS_H
#define TERM_OPTIONS_H

#include <stddef.h>

struct cli;

/* What shows a tool's name, calls and options to programs, as -h to people. */
#define OPTIONS_ROWS	"--help=tsv"

/* Where an option goes: into a member of the tool's struct call. */
enum option_take {
	OPTION_BACK,		/* options_next() returns its letter */
	OPTION_FLAG,		/* an int: 1 */
	OPTION_TEXT,		/* a const char *: its argument */
	OPTION_COUNT,		/* an int: from 1 to `most` */
	OPTION_FOLD,		/* an enum fold */
	OPTION_FORMAT,
	OPTION_CALLS		/* `call` gets the member and the argument */
};

struct cli_option {
	int		 letter;	/* 0 where it has only a long name */
	const char	*name;		/* NULL ends a table */
	const char	*argument;	/* what it takes; NULL for nothing; with
					   "..." behind it again and again */
	const char	*help;
	enum option_take take;
	size_t		 at;		/* of the member in struct call */
	int		 most;		/* -1: `at` is of struct cli */
	void		(*call)(void *at, const char *argument);
	const char	*choices;	/* with blanks between; NULL for none */
};

/* The last five of a row. */
#define OPTION_RETURNED	OPTION_BACK, 0, 0, NULL, NULL
#define TAKE_FLAG(member)	OPTION_INTO(OPTION_FLAG, member, 0)
#define TAKE_TEXT(member)	OPTION_INTO(OPTION_TEXT, member, 0)
#define TAKE_FOLD(member)	OPTION_INTO(OPTION_FOLD, member, 0)
#define TAKE_COUNT(member, most)	OPTION_INTO(OPTION_COUNT, member, most)
#define OPTION_INTO(take, member, most) \
	take, offsetof(struct call, member), most, NULL, NULL
#define TAKE_WITH(member, taker) \
	OPTION_CALLS, offsetof(struct call, member), 0, taker, NULL
#define TAKE_BY(taker)	OPTION_CALLS, 0, 0, taker, NULL
#define TAKE_ONE_OF(member, taker, choices) \
	OPTION_CALLS, offsetof(struct call, member), 0, taker, choices

/*
 * Take options to where their rows say, and return the letter of the next that
 * says OPTION_RETURNED, its argument in `cli`; -1 after the last, with optind
 * set for operands. Answer -h and -V before anything else is looked at, as
 * whole words alone, and end the process with STATUS_USAGE on an option the
 * tool does not have, on words that begin with a dash, and on a word that
 * stops, which no tool but those of free words takes for anything else.
 */
int	 options_next(struct cli *cli, int argc, char **argv);
/*
 * Return an option of this tool as it is typed, where `word` names it or what
 * it may be: "--chart", "--kind breathing"; or NULL. The caller frees.
 */
char	*options_meant(const char *word);
/*
 * Return the `n`th option that this call gave, of those that not all tools
 * have; NULL after the last.
 */
const struct cli_option *options_given(size_t n);

#endif
