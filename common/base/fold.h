/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include <stddef.h>
#include <stdint.h>

/*
 * When two texts that people typed are the same: whatever their capitals, in
 * Latin, Greek, Cyrillic, Armenian and Georgian letters and in wide ones,
 * however a letter with an accent is put together, whether a Turkish i has its
 * dot, with one blank or several, without the blanks and the signs ! ? . and
 * their like around them, and without what does not show.
 *
 * The tables are Unicode 14.0.0 (https://www.unicode.org/versions/Unicode14.0.0/,
 * UnicodeData.txt and CaseFolding.txt, as Python has them), made by
 * `python3 .ci/fold >common/base/fold.inc`. The C library's are those of a
 * locale, which these tools do not load for this, and which differ.
 */

#define FOLD_MOST	24	/* parts of one letter with its marks */

/* A text on its way. */
struct fold_letters {
	const char	*p, *end;
	int		 near;		/* accents are left out */
	uint32_t	 parts[FOLD_MOST];
	size_t		 count, at;	/* of parts, and the next of them */
};

/* Begin with the `n` bytes of `s`; `near` leaves accents out. */
void	 fold_begin(struct fold_letters *f, const char *s, size_t n, int near);
/* Return the next letter, folded; 0 after the last. It asks for no memory. */
uint32_t fold_next(struct fold_letters *f);

/* Order two texts, by their letters; 0 where they are the same. */
int	 fold_compare(const char *a, const char *b);
/* Return true where they are the same. */
int	 fold_same(const char *a, const char *b);
/* Return true where they are the same but for accents, too. */
int	 fold_near(const char *a, const char *b);
/* Return true where `text` has `word` somewhere, whatever their accents. */
int	 fold_holds(const char *text, const char *word);
/*
 * Write `s` folded to `to`, which has `size` bytes, and return how many it
 * took; 0 where there is no room. It asks for no memory.
 */
size_t	 fold_write(const char *s, int near, char *to, size_t size);
/* Return `s` folded, to be freed. */
char	*fold_text(const char *s);

#endif
