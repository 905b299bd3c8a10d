/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_CLI_H
#define TERM_CLI_H

#include "base/error.h"
#include "base/timewords.h"

struct cli_option;

enum cli_format { FORMAT_TEXT, FORMAT_YAML, FORMAT_JSON, FORMAT_TSV };

#define CLI_WRITER	0x1	/* takes -n */
#define CLI_VIEWER	0x2	/* takes --format */
#define CLI_IN_ORDER	0x4	/* the first operand ends the options */
#define CLI_FREE_WORDS	0x8	/* its first operand may be any word; of other
				   tools "stop" and its like ask for none */

/* What a tool is, and what its call said. The tool fills the first part. */
struct cli {
	const char	*name;
	const char *synopsis; /* one or more lines, without the name */
	const char	*about;		/* one line, as in its manual page */
	const char	*examples;	/* lines for -h */
	const struct cli_option *options;	/* ends with a name of NULL */
	void		(*refused)(void);	/* what to do, too, when a call
					   is not understood; mostly NULL */
	/* Find where words can be kept that are not safe yet: in each tool
	   that takes words. */
	void		(*place)(const struct cli *cli);
	void		(*list_verbs)(struct cli *cli);	/* for -h, or NULL */
	/* Under whose name its sentences are translated; NULL for its own. */
	const char	*sentences;
	int		 traits;	/* CLI_WRITER and so on */
	void		*call;		/* the tool's struct call, for options */

	const char	*dir;		/* -d */
	const char	*as;		/* -u */
	const char	*language;	/* --language */
	const char	*argument;	/* of the option returned last */
	int		 called;	/* options were read: it is a tool */
	enum cli_format	 format;
	int		 header;	/* tsv names its columns first */
	int		 quiet;
	int		 no_input;
	int		 plain;
	int		 dry_run;
	enum status	 worst;		/* of what was left out */
};

/* Say "name: message" and where more is told; exits STATUS_USAGE. */
void	 cli_usage(const struct cli *cli, const char *fmt, ...)
	    __attribute__((noreturn, format(printf, 2, 3)));
/* Say "name: message" on stderr. */
void	 cli_warn(const struct cli *cli, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
/* A kind word on stderr, wrapped, without the name; nothing when quiet. */
void	 cli_say(const struct cli *cli, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
/* The same where a person chose to write nothing. */
void	 cli_say_nothing(const struct cli *cli);
/*
 * The same of what is not here, where all that was to be read was: where
 * `cli->worst` says that it was not, nobody can tell.
 */
void	 cli_say_none(const struct cli *cli, const char *words);
/*
 * Note what could not be told, on a way that has another end: it is said once
 * when the tool ends, with that status, unless it ends with such a one already.
 * `err` is cleared.
 */
void	 cli_note(struct error *err);
/* It is said already, or has no say in how it ends: drop what was noted. */
void	 cli_note_said(void);
/* The same of what was done by half: it is said however else the tool ends. */
void	 cli_note_half(struct error *err);
/* Say what `err` holds, clear it, return its status. */
enum status cli_fail(const struct cli *cli, struct error *err);
/* Return the worse of two. */
enum status cli_worse(enum status one, enum status other);
/*
 * Make `worst` as bad as `other`, at the least. What `other` is may have made
 * it worse on its way, which "worst = cli_worse(worst, other)" could forget.
 */
void	 cli_worsen(enum status *worst, enum status other);
/*
 * The call ends with `status`: keep the words that are not safe, unless it was
 * only to show what it would write.
 */
void	 cli_keep_words(const struct cli *cli, enum status status);
/*
 * Flush and check stdout, and return the status to leave main with: `status`,
 * or the worst of `cli`.
 */
int	 cli_finish(const struct cli *cli, enum status status);

/* From here on nothing reaches stderr. 0, or -1 where that is refused. */
int	 cli_hush(void);
/* From here on only to show: a reader that leaves ends it quietly. */
void	 cli_only_shows(void);

#endif
