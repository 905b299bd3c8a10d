/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stdarg.h>
#include <stddef.h>

/*
 * Memory that is there, or else the process ends. A tool runs for
 * milliseconds, so nobody who asks for memory looks whether it was given:
 * where it is refused, the last acts run and the process ends with
 * STATUS_SYSTEM. What is given here is freed with free(3).
 */

/* How many members an array has, which is not a pointer. */
#define nitems(array)	(sizeof(array) / sizeof((array)[0]))

/* Return `size` bytes; need_zeroed() returns `count` times `size` zeros. */
void	*need(size_t size) __attribute__((malloc, returns_nonnull));
void	*need_zeroed(size_t count, size_t size)
	    __attribute__((malloc, returns_nonnull));
/*
 * Return `array`, which may be NULL, with room for `count` members of `size`
 * bytes; what it held is in it.
 */
void	*need_array(void *array, size_t count, size_t size)
	    __attribute__((returns_nonnull));
/* Return a copy of `text`, or of the first `length` bytes of it. */
char	*need_string(const char *text)
	    __attribute__((malloc, returns_nonnull));
char	*need_part(const char *text, size_t length)
	    __attribute__((malloc, returns_nonnull));
/* Return what `format` makes of the rest, as asprintf(3) would. */
char	*need_printf(const char *format, ...)
	    __attribute__((malloc, returns_nonnull, format(printf, 1, 2)));
char	*need_vprintf(const char *format, va_list ap)
	    __attribute__((malloc, returns_nonnull, format(printf, 1, 0)));

/*
 * Run `act` when memory is refused, before the acts that were there already.
 * It asks for no memory; one that does ends the process.
 */
void	 memory_at_end(void (*act)(void));
/* End the process as a refusal does: for memory that a library asked for. */
void	 memory_refused(void) __attribute__((noreturn));

#endif
