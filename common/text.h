/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TEXT_H
#define TEXT_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct buf;

/*
 * The one way in which words from files reach a screen. Control characters,
 * escapes, direction overrides, zero-width characters (but the joiner within
 * emoji) and invalid bytes become visible, harmless marks such as ^[ and
 * <U+202E>.
 */

/*
 * Learn what the screen can show: width, colour, locale. plain asks for
 * linear output without colour, block or box characters. Call it once.
 */
void	 text_open(int plain);
/* Load the locale, for what needs more than UTF-8: widths, regex(3). */
void	 text_locale(void);
/* True where block and other non-ASCII signs of our own may be shown. */
int	 text_signs(void);
/* Columns of the terminal on stdout, 40 to 200; 80 where there is none. */
int	 text_columns(void);
/* From here on lines are no wider than so many columns. */
void	 text_narrow(int columns);
/* Escape sequences for stdout, "" where there is no colour. */
const char *text_bold(void);
const char *text_dim(void);
const char *text_normal(void);

/*
 * Decode one UTF-8 character strictly: no overlong forms, surrogates or
 * anything past U+10FFFF. How many bytes, 0 when invalid.
 */
size_t	 text_decode(const char *, size_t, uint32_t *);
/* True when all n bytes are UTF-8 without NUL; else *where is the offset. */
int	 text_valid(const char *, size_t, size_t *where);
/* True for what could steer a terminal or hide within a line. */
int	 text_is_harmful(uint32_t);
/* Append harmless text; lines keeps newlines, else they become spaces. */
void	 text_safe(struct buf *, const char *, size_t, int lines);
#define TEXT_BARE	65	/* bytes of a word looked at so, with NUL */
/* Copy the beginning of `word` without the signs around it. */
void	 text_bare(const char *word, char bare[TEXT_BARE]);
/* Write the last `width` decimal digits of `n` to `p`, without a NUL. */
void	 text_put_digits(char *p, long n, int width);
/* Read exactly `width` digits that make no more than `max`; -1 when not. */
long	 text_get_digits(const char *p, int width, long max);
/* Columns that harmless text takes. */
size_t	 text_width(const char *, size_t);

/* Print harmless text on one line, without a newline. */
void	 text_put(FILE *, const char *, size_t);
/* The same, no more than so many columns, with "..." where cut. */
void	 text_start(FILE *, const char *, size_t, size_t columns);
/*
 * Print text wrapped to the screen, each line after lead (the first) or
 * indent (the others); a newline in the text stays one.
 */
void	 text_wrap(FILE *, const char *lead, const char *indent, const char *,
	    size_t);
/* Print a question wrapped; the answer is typed where its last line ends. */
void	 text_ask(FILE *, const char *);
/* Our own words, printf-like, wrapped likewise. */
void	 text_say(FILE *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));

#endif
