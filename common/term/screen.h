/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_SCREEN_H
#define TERM_SCREEN_H

#include <stddef.h>
#include <stdio.h>

struct buf;

/*
 * The one way in which words from files reach a screen. Control characters,
 * escapes, direction overrides, zero-width characters (but the joiners where
 * text_joins() has them) and invalid bytes become visible, harmless marks such as ^[ and
 * <U+202E>.
 */

/*
 * Learn what the screen can show: width, colour, locale. `plain` asks for
 * linear output without colour, block or box characters. Where stdout was a
 * terminal at an earlier call, and is none now, that one's width counts.
 */
void	 screen_open(int plain);
/* Return true where block and other non-ASCII signs of our own may be shown. */
int	 screen_signs(void);
/* Return true where the screen takes what stands on it to be written over. */
int	 screen_redraws(void);
/* Return the columns of the terminal on stdout, 40 to 200; 80 without one. */
int	 screen_columns(void);
/* Return those of the terminal that `fp` is, where only stderr is one. */
int	 screen_room(FILE *fp);
/* Return true where what is printed comes to a terminal, at once or by pages. */
int	 screen_is_read(void);
/*
 * Return true where a line of a list ends with the screen; on its way from
 * stdout to a program all of it counts, unless $COLUMNS says otherwise.
 */
int	 screen_is_cut(FILE *fp);
/* What is to be read has lines no wider than this, however wide a screen is. */
#define SCREEN_READING	80
/* From here on lines are no wider than `columns`. */
void	 screen_narrow(int columns);
/*
 * Return true where the terminal has another width than when it was last asked:
 * it counts from now on.
 */
int	 screen_resized(void);
/* Return escape sequences for stdout, "" where there is no colour. */
const char *screen_bold(void);
const char *screen_dim(void);
const char *screen_normal(void);

/*
 * Append `n` bytes of `s` to `b` as harmless text; `lines` keeps newlines,
 * else they become spaces.
 */
void	 screen_safe(struct buf *b, const char *s, size_t n, int lines);
/* Print `n` bytes of `s`, harmless, on one line, without a newline. */
void	 screen_put(FILE *fp, const char *s, size_t n);
/* Print `text` likewise, and blanks up to so many columns. */
void	 screen_column(FILE *fp, const char *text, size_t columns);
/*
 * Show `text` from column `columns` on, behind `lead`, or below it where that
 * leaves no room between them.
 */
void	 screen_beside(FILE *fp, const char *lead, size_t columns,
    const char *text);
/*
 * Print `text` likewise on at most so many columns, with "..." where cut, behind
 * a word if there is room for most of it.
 */
void	 screen_start(FILE *fp, const char *text, size_t columns);
/*
 * Print `text` wrapped to the screen, each line after `lead` (the first) or
 * `indent` (the others). Newlines stay, but for those at the end.
 */
void	 screen_wrap(FILE *fp, const char *lead, const char *indent,
	    const char *text);
/*
 * Add to the `line` of a list the ID by which it is called: at its end, or on a
 * line of its own after words whose script would take its digits apart.
 */
void	 screen_add_id(struct buf *line, const char *id);
/*
 * Print a question wrapped; the answer is typed where its last line ends.
 * Return the columns of that line.
 */
size_t	 screen_ask(FILE *fp, const char *question);
/*
 * Print our own words, `said`, wrapped; where they begin with blanks, each line
 * stands behind these, and what goes on below a little further.
 */
void	 screen_tell(FILE *fp, const char *said);
/*
 * Print our own words, printf-like, harmless, in the reader's language, just
 * so; screen_say() wraps them as screen_tell() does.
 */
void	 screen_print(FILE *fp, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
void	 screen_say(FILE *fp, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

#endif
