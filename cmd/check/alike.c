/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alike.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "store/store.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "term/cli.h"

#define MOST_LEVELS	8	/* of directories in a place */

/* The modes that all have so far; that of files is 0 until there is one. */
struct modes {
	mode_t	 directory, file;
};

/* True where the mode is that of those before it, and open to others. */
static int
is_like(const struct stat *st, struct modes *m)
{
	mode_t mode = st->st_mode & 07777;

	if (!S_ISREG(st->st_mode))
		return S_ISDIR(st->st_mode) && mode == m->directory;
	if (m->file == 0)
		m->file = mode;
	return mode == m->file && (mode & 077) != 0;
}

/* The same of all below a directory of a tree, up to the first that is not. */
static int
all_like(const struct store *s, const char *dir, struct modes *m, int level)
{
	struct store_dir d = { .dotted = 1, .fd = -1 };
	int like = level < MOST_LEVELS && store_open_dir(s, dir, &d, NULL) == 1;
	struct stat st;
	char *path;
	size_t i;

	for (i = 0; i < d.count && like; i++) {
		if (strcmp(d.names[i], ".") == 0 ||
		    strcmp(d.names[i], "..") == 0)
			continue;
		like = store_stat_at(d.fd, "", d.names[i], &st, NULL) ==
		    STORE_THERE && is_like(&st, m);
		if (!like || !S_ISDIR(st.st_mode))
			continue;
		path = need_printf("%s%s%s", dir, *dir == '\0' ? "" : "/",
		    d.names[i]);
		like = all_like(s, path, m, level + 1);
		free(path);
	}
	store_free_dir(&d);
	return like;
}

/* The mode of the top of a tree, or 0 where nobody can tell, as `st`. */
static mode_t
top_mode(const struct store *s, struct stat *st)
{
	return s->fd != -1 && store_stat(s, "", ".", st, NULL) ==
	    STORE_THERE ? st->st_mode & 07777 : 0;
}

void
alike_look(struct checkup *c, struct shelf *top, struct shelf *tree)
{
	struct spot s = { .shelf = top, .dir = "", .name = ".",
	    .path = top->store.path };
	struct modes m = { .directory = top_mode(&top->store, &s.st) };
	char detail[160];
	struct stat st;
	int writable;

	/* What is to be mended one by one is told so. */
	if (!top->modes || (c->repair && !top->mine) ||
	    (m.directory & 077) == 0 ||
	    (m.directory & ~finding_mode(&s) & 077) == 0 ||
	    top_mode(&tree->store, &st) != m.directory ||
	    !all_like(&tree->store, "", &m, 0) || m.file == 0)
		return;
	top->alike = tree->alike = 1;
	writable = c->writable;
	c->writable |= top != &c->kept && ((m.directory | m.file) & 022) != 0;
	/* Of one disk one line is enough. */
	if (c->alike && c->alike_on == s.st.st_dev)
		return;
	c->alike = 1;
	c->alike_on = s.st.st_dev;
	snprintf(detail, sizeof(detail), message("expected mode %o, found %o"),
	    (unsigned int)finding_mode(&s), (unsigned int)m.directory);
	finding(c, &s, FOUND_ALIKE, detail);
	if (c->repair && !c->cli->dry_run &&
	    top_mode(&top->store, &st) != m.directory) {
		c->alike = top->alike = tree->alike = 0;
		c->writable = writable;
	}
}
