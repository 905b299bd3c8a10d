/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "page.h"
#include "status.h"
#include "store.h"

/* Bytes of a page that is read back at most. */
#define PAGE_BYTES	((size_t)1024 * 1024)

int
page_edit(struct page *p, const struct store *private, const char *of,
    const struct buf *text, struct error *err)
{
	struct error unread = { 0 };
	int r, changed;

	memset(p, 0, sizeof(*p));
	p->path = store_recover(private, of, buf_string(text), text->length);
	if (p->path == NULL)
		return error_set(err, STATUS_SYSTEM, "%s: the page for the "
		    "editor could not be made there: look at the disk",
		    private->path);
	r = cli_edit(p->path, err);
	changed = store_read_path(p->path, PAGE_BYTES, &p->back,
	    r == 0 ? err : &unread) == -1 || !buf_same(text, &p->back);
	error_clear(&unread);
	if (!changed)
		page_drop(p);
	return err->status != STATUS_OK ? -1 : changed;
}

void
page_drop(struct page *p)
{
	if (p->path != NULL)
		store_drop_page(p->path);
	free(p->path);
	p->path = NULL;
}

void
page_close(struct page *p, const struct cli *cli)
{
	if (p->path != NULL)
		cli_warn(cli, "your words are kept in %s", p->path);
	free(p->path);
	p->path = NULL;
	buf_free(&p->back);
}
