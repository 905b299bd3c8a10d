/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/memory.h"
#include "couple/couple.h"
#include "entry/draft.h"
#include "entry/entry.h"
#include "format/yaml_write.h"
#include "page.h"
#include "store/layout.h"
#include "store/recovery.h"
#include "store/store_read.h"

static const char *
name_in(const char *path)
{
	const char *slash = path == NULL ? NULL : strrchr(path, '/');

	return slash != NULL ? slash + 1 : path == NULL ? "" : path;
}

int
page_take(const struct couple *c, const char *path, struct when now,
    struct buf *data, struct error *err)
{
	char of[ID_RANDOM + 1];
	struct entry e = { .at = now };
	struct draft d;
	time_t at;
	int named = recovery_is_page(name_in(path), &at, of), r;

	if (*of != '\0')
		return error_set(err, STATUS_DATA, "%s: this page is of the "
		    "entry %s: put what you want of it into that, with "
		    "'recall -e %s'", path, of, of);
	if (!named && draft_page_in(buf_string(data)) == NULL)
		return 0;
	buf_plain_ends(data);
	if (!named && draft_page_in(buf_string(data)) != buf_string(data))
		return 0;
	if (named)
		e.at = clock_local(at);
	draft_open(&d, c);
	e.id.instant = e.at.instant;
	strlcpy(e.id.who, c->me, sizeof(e.id.who));
	strlcpy(e.id.kind, d.kind, sizeof(e.id.kind));
	/* All lines with # before the words are help, of whatever version. */
	r = draft_read_page(&d, buf_string(data), buf_string(data), data->length,
	    path == NULL ? "<stdin>" : path, err);
	if (r == 0)
		r = draft_finish(&d, &e, err);
	if (r == 0) {
		buf_clear(data);
		yaml_write(data, e.yaml.root);
	}
	draft_free(&d);
	entry_free(&e);
	return r;
}

void
page_done(const struct couple *c, const char *path)
{
	struct error ignored = { 0 };
	char of[ID_RANDOM + 1], *here, *there, *kept;
	time_t at;

	if (path == NULL || !recovery_is_page(name_in(path), &at, of))
		return;
	kept = need_printf("%s/" LAYOUT_RECOVERY "/%s", c->mine.path,
	    name_in(path));
	here = store_real_path(path);
	there = store_real_path(kept);
	if (here != NULL && there != NULL && strcmp(here, there) == 0)
		(void)recovery_drop_page(&c->mine, name_in(path), &ignored);
	error_clear(&ignored);
	free(kept);
	free(here);
	free(there);
}
