/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>
#include <stdio.h>

/* What parts words and lines, and stands around them without a meaning. */
#define BLANKS	" \t\r\n\v\f"

/* True when all `length` bytes of `text` are such. */
int	 buf_is_blank(const char *text, size_t length);
/* Leave out those around `length` bytes of `text`: where the rest begins. */
const char *buf_trimmed(const char *text, size_t *length);

/* Bytes that grow. All zero is an empty one. */
struct buf {
	char	*data;		/* always ends in NUL once anything was put */
	size_t	 length;
	size_t	 size;
};

void	 buf_put(struct buf *, const void *, size_t);
void	 buf_char(struct buf *, char);
void	 buf_str(struct buf *, const char *);
void	 buf_printf(struct buf *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));
/* Words with a blank between them, up to one that says until or to NULL. */
void	 buf_words(struct buf *, char **, const char *until);
/*
 * Leave out a byte order mark, and the CR of each line where all of them end
 * in CR LF.
 */
void	 buf_plain_ends(struct buf *);
/* Leave out the newlines at the end. */
void	 buf_chomp(struct buf *);
/*
 * Leave out the blanks and newlines at the end. Where the first other byte is,
 * or NULL where there is none.
 */
char	*buf_trim(struct buf *);
/* True when both hold the same bytes. */
int	 buf_same(const struct buf *, const struct buf *);
/* True when both texts are the same words, whatever blanks are around them. */
int	 buf_same_words(const char *a, const char *b);
/* Forget the contents, keep the memory. */
void	 buf_clear(struct buf *);
/* Make room for n more bytes and a NUL. */
void	 buf_reserve(struct buf *, size_t);
/* The contents as a string; "" when empty. */
const char *buf_string(const struct buf *);
/* Write the contents to `fp`. */
void	 buf_write(const struct buf *b, FILE *fp);
/* Free the memory and make it all zero. */
void	 buf_free(struct buf *);

#endif
