/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_MO_H
#define BASE_MO_H

#include <stddef.h>
#include <stdint.h>

/*
 * Reads a catalog in gettext's binary format (GNU gettext manual, "The Format
 * of GNU MO Files"), little-endian, without its hash table. It is by hand since
 * libintl translates only where the locale is installed, and takes eight times
 * as long to begin.
 */
struct mo {
	const unsigned char	*data;		/* whole; not ours */
	size_t			 size;
	uint32_t		 count;		/* of messages; 0 for none */
	uint32_t		 english, others;	/* tables */
};

/*
 * Take `size` bytes of `data`, which stay for as long as `mo` is asked. 0, or
 * -1 where it is no such catalog, or one that was cut, and `mo` is empty. To
 * look at each string of it would take as long as all else at the start of a
 * tool, so that is done as they are come by: one that does not lie within is
 * not there.
 */
int	 mo_take(struct mo *mo, const void *data, size_t size);
/*
 * Return what is there for `english` under `context` (NULL for none), and in
 * `length`, unless it is NULL, its bytes: forms of a plural have a NUL between
 * them; in `at`, unless that is NULL, its place. NULL where there is nothing,
 * or it is empty.
 */
const char *mo_find(const struct mo *mo, const char *context,
	    const char *english, size_t *length, uint32_t *at);
/* The same where it stands at the place `at`; NULL where it does not. */
const char *mo_at(const struct mo *mo, uint32_t at, const char *context,
	    const char *english, size_t *length);
/*
 * True where `other` takes the same arguments as `english`, both being formats
 * of printf(3); it may number them.
 */
int	 mo_same_arguments(const char *english, const char *other);

#endif
