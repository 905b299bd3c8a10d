/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/buf.h"
#include "base/memory.h"
#include "call/operands.h"
#include "term/ask.h"

/* What is taken so far. */
struct taken {
	char	**all;
	size_t	  count;
};

static void
add(struct taken *t, char *word)
{
	t->all = need_array(t->all, t->count + 2, sizeof(*t->all));
	t->all[t->count++] = word;
	t->all[t->count] = NULL;
}

/* Add a word of each line that has one. 0, or -1 with err. */
static int
add_lines(struct taken *t, struct error *err)
{
	struct buf line = { 0 };
	size_t length, begin;
	int r;

	while ((r = ask_read_line(&line, err)) == 1) {
		begin = strspn(buf_string(&line), BLANKS);
		length = strcspn(buf_string(&line) + begin, BLANKS);
		if (length > 0)
			add(t, need_part(line.data + begin, length));
	}
	buf_free(&line);
	return r;
}

/* Marks that word processors make of straight quotes, each in three bytes. */
static const char *const opening[] = { "\xe2\x80\x9c", "\xe2\x80\x9e",
	"\xe2\x80\x98", "\xe2\x80\x9a", NULL };
static const char *const closing[] = { "\xe2\x80\x9d", "\xe2\x80\x9c",
	"\xe2\x80\x99", "\xe2\x80\x98", NULL };

static int
is_mark(const char *p, const char *const *marks)
{
	for (; *marks != NULL; marks++)
		if (strncmp(p, *marks, 3) == 0)
			return 1;
	return 0;
}

static int
is_closed(const char *word)
{
	size_t n = strlen(word);

	return n >= 3 && is_mark(word + n - 3, closing);
}

/* Return how many of the words belong together; 0 where none begins it. */
static size_t
quoted(char *const *words)
{
	size_t n = 0;

	if (!is_mark(words[0], opening))
		return 0;
	while (words[n] != NULL && !is_closed(n == 0 ? words[0] + 3 : words[n]))
		n++;
	return words[n] == NULL ? 0 : n + 1;
}

void
operands_unquote(char **operands)
{
	char **to = operands;
	struct buf b = { 0 };
	size_t i, n;

	for (; *operands != NULL; operands += n) {
		if ((n = quoted(operands)) == 0) {
			*to++ = *operands;
			n = 1;
			continue;
		}
		buf_clear(&b);
		for (i = 0; i < n; i++)
			buf_printf(&b, "%s%s", i > 0 ? " " : "", operands[i]);
		*to++ = need_part(b.data + 3, b.length - 6);
	}
	*to = NULL;
	buf_free(&b);
}

char **
operands_take(char **operands, int *piped, struct error *err)
{
	struct taken t = { NULL, 0 };

	*piped = 0;
	t.all = need_zeroed(1, sizeof(*t.all));
	for (; *operands != NULL; operands++)
		if (strcmp(*operands, "-") != 0)
			add(&t, *operands);
		else if (*piped || add_lines(&t, err) == -1)
			return *piped ? (error_set(err, STATUS_USAGE, "-: "
			    "given twice: keep one"), NULL) : NULL;
		else
			*piped = 1;
	return t.all;
}
