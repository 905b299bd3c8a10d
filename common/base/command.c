/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/command.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/program.h"

#ifndef LIBEXECDIR
#define LIBEXECDIR "/usr/local/libexec/unhurried"
#endif
#ifndef BINDIR
#define BINDIR "/usr/local/bin"
#endif

#define LETTERS	"abcdefghijklmnopqrstuvwxyz"
#define TYPE	"type: "	/* as in "to stop, type: pause" */

char *
command_own_path(const char *called)
{
	return program_path(called, LIBEXECDIR);
}

/*
 * Return the directory that these programs were installed below, DESTDIR, or
 * NULL where they run from where they were built.
 */
static const char *
installed_below(void)
{
	static char *below;
	static int known;
	char *self, *end;

	if (known++)
		return below;
	self = command_own_path("");
	if (self != NULL && (end = strstr(self, LIBEXECDIR "/")) != NULL) {
		*end = '\0';
		below = self;
	} else
		free(self);
	return below;
}

/* Return true where `word`, of so many bytes, is ours and has no link. */
static int
has_no_link(const char *word, size_t length)
{
	char ours[PATH_MAX], linked[PATH_MAX], path[PATH_MAX];
	const char *below = installed_below();

	if (below == NULL || length == 0)
		return 0;
	snprintf(path, sizeof(path), "%s" LIBEXECDIR "/%.*s", below,
	    (int)length, word);
	if (realpath(path, ours) == NULL ||
	    strncmp(word, "unhurried", length) == 0)
		return 0;
	snprintf(path, sizeof(path), "%s" BINDIR "/%.*s", below, (int)length,
	    word);
	return realpath(path, linked) == NULL || strcmp(linked, ours) != 0;
}

char *
command_typed(const char *command)
{
	return need_printf("%s%s", has_no_link(command, strspn(command,
	    LETTERS)) ? "unhurried " : "", command);
}

/* Return where a command may stand next in `text`, NULL for nowhere. */
static const char *
next_command(const char *text)
{
	const char *quote = strchr(text, '\''), *type = strstr(text, TYPE);

	if (type != NULL && (quote == NULL || type < quote))
		return type + strlen(TYPE);
	return quote == NULL ? NULL : quote + 1;
}

char *
command_in(const char *text)
{
	struct buf b = { 0 };
	const char *next;

	for (; (next = next_command(text)) != NULL; text = next) {
		buf_put(&b, text, (size_t)(next - text));
		if (has_no_link(next, strspn(next, LETTERS)))
			buf_str(&b, "unhurried ");
	}
	buf_str(&b, text);
	return b.data == NULL ? need_string("") : b.data;
}

char *
command_vprintf(const char *format, va_list ap)
{
	char *typed, *s;

	format = message(format);
	if (next_command(format) == NULL)
		return need_vprintf(format, ap);
	typed = command_in(format);
	s = need_vprintf(typed, ap);
	free(typed);
	return s;
}
