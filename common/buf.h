/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BUF_H
#define BUF_H

#include <stddef.h>

/*
 * Bytes that grow. All zero is an empty one. After a failed allocation it is
 * marked broken, takes nothing more, and buf_ok() says so: callers may build
 * a whole text and ask once.
 */
struct buf {
	char	*data;		/* always ends in NUL once anything was put */
	size_t	 length;
	size_t	 size;
	int	 broken;
};

void	 buf_put(struct buf *, const void *, size_t);
void	 buf_char(struct buf *, char);
void	 buf_str(struct buf *, const char *);
void	 buf_printf(struct buf *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));
/* Words with a blank between them, up to one that says until or to NULL. */
void	 buf_words(struct buf *, char **, const char *until);
/* Leave out the newlines at the end. */
void	 buf_chomp(struct buf *);
/*
 * Leave out the blanks and newlines at the end. Where the first other byte is,
 * or NULL where there is none.
 */
char	*buf_trim(struct buf *);
/* True when both hold the same bytes. */
int	 buf_same(const struct buf *, const struct buf *);
/* Forget the contents, keep the memory. */
void	 buf_clear(struct buf *);
/* Room for n more bytes and a NUL; 0 when there is, -1 when broken. */
int	 buf_reserve(struct buf *, size_t);
/* True unless an allocation was refused. */
int	 buf_ok(const struct buf *);
/* The contents as a string; "" when empty. */
const char *buf_string(const struct buf *);
/* Free the memory and make it all zero. */
void	 buf_free(struct buf *);

#endif
