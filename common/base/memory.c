/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/status.h"

#define MOST_ACTS	8

static void	(*acts[MOST_ACTS])(void);
static size_t	act_count;

void
memory_at_end(void (*act)(void))
{
	size_t i;

	for (i = 0; i < act_count; i++)
		if (acts[i] == act)
			return;
	if (act_count == MOST_ACTS)
		abort();
	acts[act_count++] = act;
}

void
memory_refused(void)
{
	static const char said[] =
	    "there is not enough memory: close other programs and try again\n";
	size_t n = act_count;

	/* Nothing is run twice, whatever an act asks for. */
	act_count = 0;
	(void)!write(STDERR_FILENO, said, sizeof(said) - 1);
	while (n > 0)
		acts[--n]();
	_exit(STATUS_SYSTEM);
}

void *
need(size_t size)
{
	void *p = malloc(size > 0 ? size : 1);

	if (p == NULL)
		memory_refused();
	return p;
}

void *
need_zeroed(size_t count, size_t size)
{
	void *p = calloc(count > 0 ? count : 1, size);

	if (p == NULL)
		memory_refused();
	return p;
}

void *
need_array(void *array, size_t count, size_t size)
{
	size_t n = count > 0 ? count : 1;
	void *p = NULL;

	/* Not every system has reallocarray(3). */
	if (size > 0 && n <= SIZE_MAX / size)
		p = realloc(array, n * size);
	if (p == NULL)
		memory_refused();
	return p;
}

char *
need_part(const char *text, size_t length)
{
	size_t n = strnlen(text, length);
	char *s = need(n + 1);

	memcpy(s, text, n);
	s[n] = '\0';
	return s;
}

char *
need_string(const char *text)
{
	return need_part(text, strlen(text));
}

char *
need_vprintf(const char *format, va_list ap)
{
	char *s;

	if (vasprintf(&s, format, ap) == -1)
		memory_refused();
	return s;
}

char *
need_printf(const char *format, ...)
{
	va_list ap;
	char *s;

	va_start(ap, format);
	s = need_vprintf(format, ap);
	va_end(ap);
	return s;
}
