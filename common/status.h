/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STATUS_H
#define STATUS_H

/*
 * Exit statuses of every tool, and the one error value that common/ fills and
 * cmd/ prints. unhurried(7) has the same table for readers.
 */
enum status {
	STATUS_OK = 0,		/* done, or yes */
	STATUS_NO = 1,		/* the documented no */
	STATUS_USAGE = 2,	/* the call's words */
	STATUS_DATA = 3,	/* what a file or a record holds */
	STATUS_SYSTEM = 4	/* disk, memory, permissions */
};

/*
 * An error: all zero when nothing happened. The message has no program name
 * and no newline: object first, then cause, then what to do.
 */
struct error {
	enum status	 status;
	char		*message;
};

/* Fill err, dropping what it held. Always returns -1, for "return". */
int	 error_set(struct error *, enum status, const char *, ...)
	    __attribute__((format(printf, 3, 4)));
/* The same with ": " and strerror(errno) added; status is STATUS_SYSTEM. */
int	 error_sys(struct error *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));
/* Out of memory. Always returns -1. */
int	 error_memory(struct error *);
/* The message; never NULL. */
const char *error_message(const struct error *);
/* Free the message and make err all zero. */
void	 error_clear(struct error *);

#endif
