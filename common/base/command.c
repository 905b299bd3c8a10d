/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/command.h"
#include "base/installed.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/program.h"

#define LETTERS	"abcdefghijklmnopqrstuvwxyz"
#define TYPE	"type: "	/* as in "to stop, type: pause" */
#define MAIN	"unhurried"
#define THROUGH	"UNHURRIED_THROUGH"

static int through;	/* called as "unhurried TOOL" */

char *
command_own_path(const char *called)
{
	return program_path(called, LIBEXECDIR);
}

/* Return the directory in which the programs of this build lie, or NULL. */
static const char *
beside(void)
{
	static char *dir;
	static int known;
	char *slash;

	if (known++)
		return dir;
	dir = command_own_path("");
	if (dir != NULL && (slash = strrchr(dir, '/')) != NULL)
		*slash = '\0';
	return dir;
}

/* Return true where `path` leads to the file `ours`, links followed. */
static int
leads_to(const char *path, const char *ours)
{
	char found[PATH_MAX];

	return realpath(path, found) != NULL && strcmp(found, ours) == 0;
}

int
command_is_tool(const char *word)
{
	static const char *const others[] = { MAIN, "help", "tour" };
	size_t i, n = strspn(word, LETTERS);
	char *name, *path, found[PATH_MAX];
	int is;

	if (n == 0 || (word[n] != '\0' && word[n] != ' '))
		return 0;
	name = need_part(word, n);
	path = need_printf("%s/%s", beside() == NULL ? "" : beside(), name);
	is = beside() != NULL && realpath(path, found) != NULL;
	for (i = 0; i < nitems(others); i++)
		is = is || strcmp(others[i], name) == 0;
	free(path);
	free(name);
	return is;
}

/*
 * Return the directory that these programs were installed below, DESTDIR, or
 * NULL where they run from where they were built.
 */
static const char *
installed_below(void)
{
	static const char *below;
	static int known;
	const char *end, *dir = beside();

	if (known++ || dir == NULL)
		return below;
	/* A link may be on the way there. */
	if (leads_to(LIBEXECDIR, dir))
		return below = "";
	end = strstr(dir, LIBEXECDIR);
	if (end != NULL && strcmp(end, LIBEXECDIR) == 0)
		below = need_part(dir, (size_t)(end - dir));
	return below;
}

/* Return true where a shell finds another program by the name of `ours`. */
static int
is_hidden(const char *word, size_t length, const char *ours)
{
	const char *dir = getenv("PATH"), *end;
	char path[PATH_MAX], found[PATH_MAX];

	for (; dir != NULL && *dir != '\0'; dir = end + (*end == ':')) {
		end = dir + strcspn(dir, ":");
		snprintf(path, sizeof(path), "%.*s/%.*s", (int)(end - dir), dir,
		    (int)length, word);
		if (realpath(path, found) != NULL)
			return strcmp(found, ours) != 0;
	}
	return 0;
}

/* Return true where `word`, of so many bytes, is ours and not typed alone. */
static int
needs_lead(const char *word, size_t length)
{
	char ours[PATH_MAX], path[PATH_MAX];
	const char *below = installed_below(), *dir = beside();

	if ((below == NULL && !through) || dir == NULL || length == 0 ||
	    strncmp(word, MAIN, length) == 0)
		return 0;
	snprintf(path, sizeof(path), "%s/%.*s", dir, (int)length, word);
	if (realpath(path, ours) == NULL)
		return 0;
	if (through)
		return 1;
	snprintf(path, sizeof(path), "%s" BINDIR "/%.*s", below, (int)length,
	    word);
	return !leads_to(path, ours) || is_hidden(word, length, ours);
}

void
command_begin(const char *name)
{
	through = getenv(THROUGH) != NULL && strchr(name, ' ') == NULL;
	unsetenv(THROUGH);
}

void
command_lead(void)
{
	(void)setenv(THROUGH, "1", 1);
}

char *
command_directory(const char *called)
{
	const char *below = installed_below();
	char *self = command_own_path(called), *slash, *path;
	char found[PATH_MAX];

	if (below != NULL) {
		path = need_printf("%s" BINDIR "/" MAIN, below);
		if (realpath(path, found) != NULL) {
			free(self);
			self = path;
		} else
			free(path);
	}
	if (self != NULL && (slash = strrchr(self, '/')) != NULL)
		*slash = '\0';
	return self;
}

char *
command_page(const char *name)
{
	size_t length = strcspn(name, " ");

	return need_printf("%s%.*s", needs_lead(name, length) ? MAIN "-" : "",
	    (int)length, name);
}

char *
command_typed(const char *command)
{
	return need_printf("%s%s", needs_lead(command, strspn(command,
	    LETTERS)) ? MAIN " " : "", command);
}

char *
command_word(const char *word)
{
	static const char odd[] = " \t\n'*?[]#~=%<>|&;(){}";
	static const char looked_for[] = "!\"$`\\";
	struct buf b = { 0 };

	if (strpbrk(word, looked_for) == NULL) {
		if (*word == '\0' || strpbrk(word, odd) != NULL)
			return need_printf("\"%s\"", word);
		return need_string(word);
	}
	buf_char(&b, '\'');
	for (; *word != '\0'; word++)
		if (*word == '\'')
			buf_str(&b, "'\\''");
		else
			buf_char(&b, *word);
	buf_char(&b, '\'');
	return b.data;
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
		if (needs_lead(next, strspn(next, LETTERS)))
			buf_str(&b, MAIN " ");
	}
	buf_str(&b, text);
	return b.data == NULL ? need_string("") : b.data;
}

/* Return true where after the word `p`, of `n` bytes, a command begins. */
static int
goes_before(const char *p, size_t n)
{
	static const char *const words[] = { "|", "||", "&&", "xargs", "!" };
	size_t i;

	for (i = 0; i < nitems(words); i++)
		if (strlen(words[i]) == n && memcmp(words[i], p, n) == 0)
			return 1;
	return n > 0 && p[n - 1] == ';';
}

char *
command_script(const char *text)
{
	struct buf b = { 0 };
	const char *p;
	size_t n;
	int begins = 1;

	for (p = text; *p != '\0'; p += n) {
		n = strspn(p, " \n");
		begins |= memchr(p, '\n', n) != NULL;
		buf_put(&b, p, n);
		p += n;
		n = strcspn(p, " \n");
		if (begins && strspn(p, LETTERS) == n && needs_lead(p, n))
			buf_str(&b, MAIN " ");
		buf_put(&b, p, n);
		begins = goes_before(p, n);
	}
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
