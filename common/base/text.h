/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stddef.h>
#include <stdint.h>

/* The zero-width joiner, which makes one emoji of several. */
#define TEXT_JOINER	0x200dU
/* Its opposite, which keeps letters apart that would join. */
#define TEXT_NON_JOINER	0x200cU

/*
 * Decode one UTF-8 character of the `n` bytes of `s` strictly into `c`: no
 * overlong forms, surrogates or anything past U+10FFFF. Return how many bytes
 * it has, 0 when invalid.
 */
size_t	 text_decode(const char *s, size_t n, uint32_t *c);
/* Write `c` to `s` as UTF-8, without a NUL; return how many bytes, 1 to 4. */
size_t	 text_encode(uint32_t c, char *s);
/*
 * Return true when all `n` bytes of `s` are UTF-8 without NUL; else `where`,
 * unless it is NULL, is the offset of the first that is not.
 */
int	 text_valid(const char *s, size_t n, size_t *where);
/*
 * Return true where the zero-width joiner or non-joiner `c` belongs between
 * `before` and `after`: two signs of one script whose letters join, as Persian
 * and Hindi do, or for the joiner two that make one emoji. Elsewhere it hides.
 */
int	 text_joins(uint32_t before, uint32_t c, uint32_t after);
/* Return true where `c` is one of `n` letters. */
int	 text_is_among(const uint32_t *letters, size_t n, uint32_t c);
/*
 * Return true where the last letter of the `n` bytes of `s` is one that runs
 * from right to left: digits behind it would run on among them.
 */
int	 text_ends_right(const char *s, size_t n);
/* Return true for what could steer a terminal or hide within a line. */
int	 text_is_harmful(uint32_t c);
/*
 * Return true where all `n` bytes of `s` are one line that can be seen, with
 * joiners only where they belong.
 */
int	 text_is_seen(const char *s, size_t n);
/*
 * Return true for what stands around words or between them: blanks, signs of any
 * script, emoji, and what does not show.
 */
int	 text_is_sign(uint32_t c);
#define TEXT_BARE	65	/* bytes of a word looked at so, with NUL */
/* Copy the beginning of `word` without the signs around it. */
void	 text_bare(const char *word, char bare[TEXT_BARE]);

/* Return where `s` is in `names`, which end with NULL; -1 for nowhere. */
int	 text_index(const char *const *names, const char *s);

/* Write the last `width` decimal digits of `n` to `p`, without a NUL. */
static inline void
text_put_digits(char *p, long n, int width)
{
	while (width-- > 0) {
		p[width] = (char)('0' + n % 10);
		n /= 10;
	}
}
/* Read exactly `width` digits that make no more than `max`; -1 when not. */
static inline long
text_get_digits(const char *p, int width, long max)
{
	long n = 0;
	int i;

	for (i = 0; i < width; i++) {
		if (p[i] < '0' || p[i] > '9')
			return -1;
		n = n * 10 + (p[i] - '0');
	}
	return n <= max ? n : -1;
}

/* Return `name` of the environment; NULL where it is empty, too. */
const char *text_env(const char *name);

/* Load the locale, for what needs more than UTF-8: widths, regex(3). */
void	 text_locale(void);
/* Return how many of `n` bytes from `s` on are visible ASCII or blanks. */
size_t	 text_plain(const char *s, size_t n);
/* Return the columns that the `n` bytes of harmless `s` take. */
size_t	 text_width(const char *s, size_t n);
/*
 * Return where the letter of the `n` bytes of `s` that begins at `at` ends, and
 * where the one before `at` begins. An accent, and what an emoji is made of,
 * goes with what it stands on.
 */
size_t	 text_after(const char *s, size_t n, size_t at);
size_t	 text_before(const char *s, size_t n, size_t at);
/* Return how many bytes of one line fit into so many columns. */
size_t	 text_fit(const char *s, size_t n, size_t columns);

#endif
