/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>

#include "base/buf.h"
#include "call.h"
#include "call/elsewhere.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "entry/editor.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "entry/sharing.h"
#include "revision.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/store_write.h"
#include "store/trash.h"
#include "term/cli.h"

/* What came back must still be this entry. */
static int
check_edited(const struct couple *c, const struct entry_id *id,
    const struct buf *b, const char *path, struct error *err)
{
	struct entry e = { .id = *id };
	int r;

	if (b->length > ENTRY_BYTES)
		return error_set(err, STATUS_DATA, "%s:1:1: expected at most "
		    "%zu KiB, found %zu", path, ENTRY_BYTES / 1024,
		    b->length / 1024);
	r = entry_read(&e, buf_string(b), b->length, path, err);
	if (r == 0)
		r = scale_check(&c->scales, e.yaml.root, path, err);
	entry_free(&e);
	return r;
}

/* Nothing else wrote to the entry while the editor had it. */
static int
unchanged(const struct couple *c, const struct entry_id *id,
    const struct buf *before, struct error *err)
{
	struct buf now = { 0 };
	int ok;

	ok = journal_read(&c->mine, id, &now, err) == 0 &&
	    buf_same(&now, before);
	if (!ok && err->status == STATUS_OK)
		error_set(err, STATUS_DATA, "%s: it was changed elsewhere "
		    "meanwhile: edit it again", id->random);
	buf_free(&now);
	return ok;
}

/* 1 when the entry was changed, 0 when not, -1 with err. */
static int
edit_copy(const struct couple *c, const struct entry_id *id,
    const struct buf *before, struct editor *page, struct error *err)
{
	int r;

	r = editor_edit(page, &cli, &c->mine, id->random, before, err);
	if (r != 1)
		return r;
	/* An empty page is how editors say: leave it as it was. */
	while (!editor_is_blank(page) && check_edited(c, id, &page->back,
	    page->path, err) == -1)
		if (!editor_again(page, &cli, err))
			return -1;
	if (editor_is_blank(page)) {
		editor_drop(page);
		return 0;
	}
	if (!unchanged(c, id, before, err) || trash_replace(&c->mine, &c->mine,
	    id, page->back.data, page->back.length, err) != STORE_WROTE)
		return -1;
	editor_drop(page);
	return 1;
}

/* Say what became of an entry that was changed, and of its shared copy. */
static enum status
say_changed(const struct couple *c, const struct entry_id *id)
{
	struct error err = { 0 };
	int shared = c->ours.fd == -1 ? 0 :
	    sharing_shared(c, id, &err);

	cli_say(&cli, shared == 1 ? "Changed. The old words are in your trash. "
	    "The shared copy stays as it is: 'forget --shared' takes it back." :
	    shared == -1 ? "Changed. The old words are in your trash. A shared "
	    "copy, if there is one, stays as it is." : "Changed. The old words "
	    "are in your trash.");
	return shared == -1 ? cli_fail(&cli, &err) : STATUS_OK;
}

enum status
revision(const struct couple *c, const char *wanted)
{
	struct entry_id id = { 0 };
	struct error err = { 0 };
	struct editor page;
	struct buf b = { 0 };
	enum status status = STATUS_OK;
	int r;

	if (reader_find_own(c, wanted, &id, &err) == -1 ||
	    journal_read(&c->mine, &id, &b, &err) == -1) {
		(void)elsewhere_tell(c, wanted, ELSEWHERE_SHOW, &err);
		return cli_fail(&cli, &err);
	}
	r = edit_copy(c, &id, &b, &page, &err);
	if (r == 0)
		cli_say(&cli, "Nothing was changed, and that is fine.");
	else
		status = r == 1 ? say_changed(c, &id) : cli_fail(&cli, &err);
	editor_close(&page, &cli);
	buf_free(&b);
	return status;
}
