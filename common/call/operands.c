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
