/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/command.h"
#include "base/error.h"
#include "base/memory.h"

int
error_set(struct error *err, enum status status, const char *fmt, ...)
{
	va_list ap;
	char *s;

	if (err == NULL)
		return -1;
	va_start(ap, fmt);
	/* What it held may be among what is said. */
	s = command_vprintf(fmt, ap);
	va_end(ap);
	error_clear(err);
	err->status = status;
	err->message = s;
	return -1;
}

int
error_sys(struct error *err, const char *fmt, ...)
{
	const char *why;
	va_list ap;
	char *s;

	if (errno == ENOMEM)
		memory_refused();
	if (err == NULL)
		return -1;
	why = strerror(errno);
	va_start(ap, fmt);
	s = command_vprintf(fmt, ap);
	va_end(ap);
	error_set(err, STATUS_SYSTEM, "%s: %s", s, why);
	free(s);
	return -1;
}

const char *
error_message(const struct error *err)
{
	return err->message == NULL ? "" : err->message;
}

void
error_clear(struct error *err)
{
	if (err == NULL)
		return;
	free(err->message);
	err->message = NULL;
	err->status = STATUS_OK;
	err->absent = err->closed = 0;
}

void
error_join(struct error *first, struct error *more)
{
	if (first == NULL)
		free(more->message);
	else if (first->status == STATUS_OK)
		*first = *more;
	else {
		if (more->status > first->status)
			first->status = more->status;
		first->absent = first->absent && more->absent;
		first->closed = first->closed && more->closed;
		free(more->message);
	}
	memset(more, 0, sizeof(*more));
}
