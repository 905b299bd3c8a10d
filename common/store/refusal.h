/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_REFUSAL_H
#define STORE_REFUSAL_H

struct error;

/* What an errno says of a name: for what opens, lists and looks. */

/*
 * Say with errno why `name` could not be reached, where a thing like
 * `expected`, "directory", was to be. Always returns -1.
 */
int	 refusal_set(struct error *err, const char *name,
	    const char *expected);
/* Return true where errno says that nothing has the name looked for. */
int	 refusal_is_absence(void);

#endif
