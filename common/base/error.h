/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "base/status.h"

/*
 * The one error value that common/ fills and cmd/ prints: all zero when
 * nothing happened. The message has no program name and no newline: object
 * first, then cause, then what to do. Below, and in what reads, lists and
 * writes files, NULL stands for one that nobody would look at.
 */
struct error {
	enum status	 status;
	char		*message;
	int		 absent;	/* what was looked for is not there */
	int		 closed;	/* this account may not look for it */
};

/* Fill err, dropping what it held. Always returns -1, for "return". */
int	 error_set(struct error *, enum status, const char *, ...)
	    __attribute__((format(printf, 3, 4)));
/* The same with ": " and strerror(errno) added; status is STATUS_SYSTEM. */
int	 error_sys(struct error *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));
/* The message; never NULL. */
const char *error_message(const struct error *);
/*
 * Add `more`, which is then all zero, to what `first` may hold: its message is
 * kept where it has one, and the worse status of both.
 */
void	 error_join(struct error *first, struct error *more);
/* Free the message and make err all zero. */
void	 error_clear(struct error *);

#endif
