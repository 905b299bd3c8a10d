/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "status.h"

static char *
format(const char *fmt, va_list ap)
{
	char *s;

	return vasprintf(&s, fmt, ap) == -1 ? NULL : s;
}

int
error_set(struct error *err, enum status status, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = format(fmt, ap);
	va_end(ap);
	error_clear(err);
	err->status = s == NULL ? STATUS_SYSTEM : status;
	err->message = s;
	return -1;
}

int
error_sys(struct error *err, const char *fmt, ...)
{
	const char *why = strerror(errno);
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = format(fmt, ap);
	va_end(ap);
	error_set(err, STATUS_SYSTEM, "%s: %s", s == NULL ? "?" : s, why);
	free(s);
	return -1;
}

int
error_memory(struct error *err)
{
	error_clear(err);
	err->status = STATUS_SYSTEM;
	return -1;
}

const char *
error_message(const struct error *err)
{
	return err->message == NULL ? "out of memory" : err->message;
}

void
error_clear(struct error *err)
{
	free(err->message);
	err->message = NULL;
	err->status = STATUS_OK;
}
