/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * The editor's page of a check-in, as it comes back: it is taken, or refused
 * with a line; what is taken, on a page of its own and read again, is the same
 * check-in; and so it is where `checkin -f` takes the page from a file.
 */

#include "cmd/checkin/call.h"
#include "cmd/checkin/page.h"
#include "couple/couple.h"
#include "entry/draft.h"
#include "entry/entry.h"
#include "format/yaml_read.h"
#include "fuzz.h"
#include "term/cli.h"

struct cli cli = { .name = "checkin", .dry_run = 1 };

static void
finish(const struct draft *d, struct entry *e)
{
	struct error err = { 0 };

	memset(e, 0, sizeof(*e));
	e->at.instant = e->id.instant = 1795377900;
	strlcpy(e->id.who, "alex", sizeof(e->id.who));
	strlcpy(e->id.kind, "checkin", sizeof(e->id.kind));
	HOLDS(draft_finish(d, e, &err) == 0);
	HOLDS(entry_check(e->yaml.root, "f", &err) == 0);
}

/* On a page of its own it is the same check-in. */
static void
same_again(const struct couple *c, struct draft *d)
{
	struct buf page = { 0 };
	struct draft again;
	struct error err = { 0 };
	struct entry one, other;
	char *began;

	draft_page(d, &page);
	began = need_string(buf_string(&page));
	buf_put(&page, buf_string(&d->note), d->note.length);
	draft_open(&again, c);
	HOLDS_OF(&page, draft_read_page(&again, began, buf_string(&page),
	    page.length, "f", &err) == 0);
	finish(d, &one);
	finish(&again, &other);
	HOLDS_OF(&page, yaml_equal(one.yaml.root, other.yaml.root));
	entry_free(&one);
	entry_free(&other);
	draft_free(&again);
	buf_free(&page);
	free(began);
}

/* The same from a file: it becomes a record, or is none, or is refused. */
static void
from_file(const struct couple *c, const struct buf *data)
{
	const struct when now = { .instant = 1795377900 };
	struct buf b = { 0 };
	struct error err = { 0 };
	struct yaml y = { 0 };

	buf_put(&b, buf_string(data), data->length);
	if (page_take(c, "recovery/20261122t200431z-a1b2c3.txt", now, &b,
	    &err) == 0)
		HOLDS_OF(&b, yaml_read(&y, buf_string(&b), b.length, "f",
		    &err) == 0 && yaml_is(y.root, "by", "alex") &&
		    yaml_is(y.root, "at", "2026-11-22T21:04:31+01:00"));
	else
		HOLDS(*error_message(&err) != '\0');
	error_clear(&err);
	yaml_drop(&y);
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf began = { 0 }, back = { 0 };
	struct error err = { 0 };
	struct couple c;
	struct draft d;

	place_make();
	HOLDS(couple_open(&c, &cli, COUPLE_ME | COUPLE_LOOK, &err) == 0);
	draft_open(&d, &c);
	draft_page(&d, &began);
	/* As it is when the page comes from a terminal or a file. */
	buf_put(&back, data, n);
	buf_plain_ends(&back);
	if (draft_read_page(&d, buf_string(&began), buf_string(&back),
	    back.length, "f", &err) == -1)
		HOLDS(err.status == STATUS_DATA &&
		    strncmp(error_message(&err), "f:", 2) == 0);
	else if (!draft_is_empty(&d))
		same_again(&c, &d);
	error_clear(&err);
	from_file(&c, &back);
	draft_free(&d);
	couple_free(&c);
	buf_free(&began);
	buf_free(&back);
	return 0;
}
