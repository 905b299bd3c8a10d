/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdarg.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/command.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/sentence.h"

void
sentence_add(struct buf *b, const char *format, ...)
{
	va_list ap;
	char *s;

	va_start(ap, format);
	s = command_vprintf(format, ap);
	va_end(ap);
	buf_str(b, s);
	free(s);
}

void
sentence_or(struct buf *b, const char *const *words, size_t count)
{
	char *all = need_string(count > 0 ? words[0] : ""), *longer;
	size_t i;

	for (i = 1; i < count; i++) {
		/* TRANSLATORS: of a list of what can be chosen. */
		longer = need_printf(message(i + 1 < count ? "%s, %s" :
		    "%s or %s"), all, words[i]);
		free(all);
		all = longer;
	}
	buf_str(b, all);
	free(all);
}
