/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_ASK_H
#define TERM_ASK_H

#include <stddef.h>

struct buf;
struct cli;
struct error;

/* Questions on a terminal, and what standard input brings. */

/*
 * True when a question may be asked: a terminal when it was looked first, and
 * no --no-input. A terminal that went away since then answers nothing.
 */
int	 ask_can(const struct cli *cli);
/*
 * True once that terminal went away, or the system ends us: what was typed by
 * then is kept, and nothing of it goes out.
 */
int	 ask_left(void);
/* What a typed line may be, beside a word that stops. */
enum ask_answer {
	ASK_CHOICE,	/* a no is an answer */
	ASK_WORD,	/* a no is a word that stops */
	ASK_ANYTHING	/* nothing that is typed stops */
};
/* What a person did at a question. */
enum ask_step {
	ASK_ENDS,	/* a dot, or the end of input: no more of them */
	ASK_ON,		/* an answer, or none where the line is empty */
	ASK_BACK	/* "<": the one before, once more */
};
/*
 * Ask, and take a `line` without the blanks at its end. At each question "?"
 * tells `of_this`, which may be NULL, and what else can be typed; "<" where
 * none is before says so. A terminal that goes away is an end, so that what was
 * said by then can be kept; and so is a word that stops, see ask_heed(), after
 * which nothing is asked any more.
 */
enum ask_step ask_step(enum ask_answer answer, const char *question,
	    const char *of_this, struct buf *line);
/* The same for a choice: 1 with a `line`, else 0. */
int	 ask_line(const char *question, struct buf *line);
/*
 * Have `ask` ask the first of `count` questions of a dialogue, and then the one
 * after or before, as each was answered: all that is asked in it, here or
 * elsewhere, counts, whatever `ask` makes of it; ASK_ON goes on where nothing
 * was asked. A walk may be within another. Return ASK_ON after the last,
 * ASK_ENDS, or ASK_BACK to what was before.
 */
enum ask_step ask_walk(enum ask_step (*ask)(void *of, size_t i), void *of,
	    size_t count);
/* True where whoever was asked last went back from there. */
int	 ask_went_back(void);
/* What is said before a question that was answered before. */
#define ASK_SO_FAR	"So far: %s. Enter keeps that, - takes it out."
/*
 * Ask for a line of words. What is in `line` from before is said; Enter keeps
 * it, and "-" takes it out.
 */
enum ask_step ask_text(const struct cli *cli, const char *question,
	    struct buf *line);
/*
 * From here on show each answer to `heed`, unless it may be anything: true
 * where it was a word that stops, and has stopped what it stops.
 */
void	 ask_heed(int (*heed)(const char *line, enum ask_answer answer));
/* True once there was such a word. */
int	 ask_stopped(void);
/*
 * Ask for words of any number of lines: a dot alone ends them, an empty line
 * at once says none; within what is pasted neither does. They are added to
 * `words`, and what stands there from before is shown.
 */
enum ask_step ask_lines(const char *question, struct buf *words);
/* Drop what was typed or pasted ahead: it was not meant for what follows. */
void	 ask_drop_input(void);
/*
 * From here on what `is_yes` says of is a yes, too, in the language of whoever
 * is asked.
 */
void	 ask_yes_also(int (*is_yes)(const char *line));
/* Return true for what is a yes to whoever is asked. */
int	 ask_is_yes(const char *typed);
/* Ask for yes: 1, 0 for anything else, -1 at the end of input. */
int	 ask_tick(const char *question);
/* Ask for yes; anything else is no. */
int	 ask_yes(const char *question);
/*
 * Say what goes out to the other, and to whom it is then plain, before it does;
 * ask `question`, where somebody can be asked. True to go on.
 */
int	 ask_goes_out(const struct cli *cli, const char *says,
	    const char *question);

/*
 * What goes out was shown: `yes` says that it may, else ask `question` on a
 * terminal. 1 to go on, 0 where it is not to, also for a dry run, or -1 with
 * err, which says with `left` that nothing of it was done.
 */
#define ASK_SHARED \
	"nothing was shared: read what would be seen, then add --yes"
int	 ask_shown(const struct cli *cli, int yes, const char *question,
	    const char *left, struct error *err);

/* Read all of stdin, up to `limit` bytes, into `b`. 0, or -1 with err. */
int	 ask_read_stdin(struct buf *b, size_t limit, struct error *err);
/*
 * Read one `line` of stdin, without its end, CR LF or LF: 1, 0 when there is no
 * more, -1 with err.
 */
int	 ask_read_line(struct buf *line, struct error *err);

#endif
