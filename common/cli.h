/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CLI_H
#define CLI_H

#include <stddef.h>

#include "error.h"
#include "timewords.h"

struct buf;
struct call;	/* what a call said, in a tool's own terms */

/* An option: a letter, or a value above 255 where it has only a long name. */
struct cli_option {
	int		 letter;
	const char	*name;
	const char	*argument;	/* what it takes; NULL for nothing; with
					   "..." behind it again and again */
	const char	*help;
};

enum cli_format { FORMAT_TEXT, FORMAT_YAML, FORMAT_JSON, FORMAT_TSV };

#define CLI_WRITER	0x1	/* takes -n */
#define CLI_VIEWER	0x2	/* takes --format */
#define CLI_IN_ORDER	0x4	/* the first operand ends the options */
#define CLI_FREE_WORDS	0x8	/* its first operand may be any word; of other
				   tools "stop" and its like ask for none */

/* What is said where a word that stops was typed, and nothing is stopped. */
#define CLI_TO_STOP	"to stop, type: pause"

/* What a tool is, and what its call said. The tool fills the first part. */
struct cli {
	const char	*name;
	const char	*synopsis;	/* one or more lines, without the name */
	const char	*about;		/* one line, as in its manual page */
	const char	*examples;	/* lines for -h */
	const struct cli_option *options;	/* ends with letter 0 */
	void		(*refused)(void);	/* what to do, too, when a call
					   is not understood; mostly NULL */
	void		(*place)(const struct cli *);	/* find where words
					   can be kept that are not safe yet;
					   in each tool that takes words */
	int		 traits;	/* CLI_WRITER and so on */

	const char	*dir;		/* -d */
	const char	*as;		/* -u */
	const char	*argument;	/* of the option cli_next() returned */
	enum cli_format	 format;
	int		 quiet;
	int		 no_input;
	int		 plain;
	int		 dry_run;
	enum status	 worst;		/* of what was left out */
};

#define CLI_WORDS	0x1	/* -m or -e, and its operands may be words */

/* A verb: a call's first word. A table of them ends with a NULL name. */
struct cli_verb {
	const char	*name;		/* "" for a call without any */
	int		 least, most;	/* operands after it */
	int		 takes;		/* CLI_WORDS, and bits of the tool's own */
	/* What to do with those operands: a status, or -1 with err. */
	int		(*run)(struct call *, char **, struct error *);
	const char	*missing;	/* asked where there are too few */
};

/*
 * The next option's letter, -1 after the last; sets optind for operands.
 * Answers -h and -V before anything else is looked at, as whole words alone,
 * and ends the process with STATUS_USAGE on an option the tool does not have,
 * on words that begin with a dash, and on a word that stops, which no tool
 * but those of free words takes for anything else.
 */
int	 cli_next(struct cli *, int argc, char **argv);
/* The words that stop, whoever says them, up to a NULL: "pause" and so on. */
const char *cli_stop(size_t n);
/* True for one of them, whatever signs stand around it. */
int	 cli_is_stop(const char *word);
/*
 * The verb that operands begin with. Ends the process where it is none of
 * these, or has too few operands or too many.
 */
const struct cli_verb *cli_verb(const struct cli *, const struct cli_verb *,
	    char **operands);
/*
 * Do what a call's verb says with the operands after it, or say why it could
 * not be done. `before` is what reading came to, and counts where it could.
 */
enum status cli_run_verb(const struct cli *cli, const struct cli_verb *verb,
	    struct call *call, char **operands, enum status before);
/* Where something goes with some verbs only, and not this: say and end it. */
void	 cli_goes_with(const struct cli *, const struct cli_verb *,
	    const struct cli_verb *all, int takes, const char *what);
/* What --fold said. Ends the process where it is neither of the two. */
enum fold cli_fold(const struct cli *);
/* What an option such as --count said, from 1 to most; likewise. */
int	 cli_count(const struct cli *, const char *option, int most);
/* The same of --minutes. */
int	 cli_minutes(const struct cli *, int most);
/*
 * The name, of those that nth gives up to a NULL, that a mistyped word comes
 * near to, or alone begins with it; NULL where none does.
 */
const char *cli_nearest(const char *word,
	    const char *(*nth)(const void *of, size_t), const void *of);
/* The same of a list of names that ends with a NULL. */
const char *cli_nearest_of(const char *word, const char *const *names);
/* A first word is none of these: say so, and end it. */
void	 cli_choose(const struct cli *, const char *word,
	    const char *const *names) __attribute__((noreturn));
/* Say "name: message" and where more is told; exits STATUS_USAGE. */
void	 cli_usage(const struct cli *, const char *, ...)
	    __attribute__((noreturn, format(printf, 2, 3)));
/* Say "name: message" on stderr. */
void	 cli_warn(const struct cli *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));
/* A kind word on stderr, wrapped, without the name; nothing when quiet. */
void	 cli_say(const struct cli *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));
/*
 * The same of what is not here, where all that was to be read was: where
 * `cli->worst` says that it was not, nobody can tell.
 */
void	 cli_say_none(const struct cli *cli, const char *words);
/*
 * Note what could not be told, on a way that has another end: it is said once
 * when the tool ends, with that status, unless it ends with such a one already.
 * err is cleared.
 */
void	 cli_note(struct error *err);
/* It is said already, or has no say in how it ends: drop what was noted. */
void	 cli_note_said(void);
/* Say what err holds, clear it, return its status. */
enum status cli_fail(const struct cli *, struct error *);
/* The worse of two. */
enum status cli_worse(enum status, enum status);
/*
 * The call ends with that status: keep the words that are not safe, unless it
 * was only to show what it would write.
 */
void	 cli_keep_words(const struct cli *, enum status);
/* Flush and check stdout: the status to leave main with, or cli's worst. */
int	 cli_finish(const struct cli *, enum status);

/* From here on nothing reaches stderr. 0, or -1 where that is refused. */
int	 cli_hush(void);
/*
 * Where this program lies, links followed; NULL when it cannot be told. The
 * caller frees.
 */
char	*cli_own_path(const char *called);

/* From here on only to show: a reader that leaves ends it quietly. */
void	 cli_only_shows(void);

/* True when a question may be asked: a terminal, and no --no-input. */
int	 cli_can_ask(const struct cli *);
/*
 * Ask; 1 with a line (no newline), 0 at the end of input. A terminal that goes
 * away is such an end, so that what was said by then can be kept; and so is a
 * word that stops, see cli_heed(), after which nothing is asked any more.
 */
int	 cli_ask(const char *question, struct buf *);
/* What a typed line may be, beside a word that stops. */
enum cli_answer {
	CLI_CHOICE,	/* a no is an answer, as it is to cli_ask() */
	CLI_WORD,	/* a no is a word that stops */
	CLI_ANYTHING	/* nothing that is typed stops */
};
int	 cli_ask_for(enum cli_answer, const char *question, struct buf *line);
/*
 * From here on show each answer to `heed`, unless it may be anything: true
 * where it was a word that stops, and has stopped what it stops.
 */
void	 cli_heed(int (*heed)(const char *answer, enum cli_answer));
/* True once there was such a word. */
int	 cli_stopped(void);
/*
 * Ask for words of any number of lines: a dot alone ends them, an empty line
 * at once says none; within what is pasted neither does. They are added to
 * what is there.
 */
void	 cli_ask_lines(const struct cli *, const char *question,
	    struct buf *);
/* Drop what was typed or pasted ahead: it was not meant for what follows. */
void	 cli_drop_input(void);
/* Ask for yes; anything else is no. cli_tick() returns -1 at input's end. */
int	 cli_yes(const char *question);
/*
 * Say what goes out to the other, and to whom it is then plain, before it does;
 * ask, where somebody can be asked. True to go on.
 */
int	 cli_goes_out(const struct cli *cli, const char *says,
	    const char *question);
int	 cli_tick(const char *question);
/* Read all of stdin, up to limit bytes. 0, or -1 with err. */
int	 cli_read_stdin(struct buf *, size_t limit, struct error *);
/*
 * Read one line of stdin, without its end, CR LF or LF: 1, 0 when there is no
 * more, -1 with err.
 */
int	 cli_read_line(struct buf *line, struct error *err);
/* Let $VISUAL, $EDITOR or vi change a file. 0, or -1 with err. */
int	 cli_edit(const char *path, struct error *);

#endif
