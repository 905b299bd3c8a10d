/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * What `checkin -f` takes: YAML documents, JSON lines, a page. Each record is
 * taken or refused with a place; what is taken can be written, read back as an
 * entry, exported in two formats and taken again, under the same ID and with
 * the same fields. The import as a whole, which writes nothing here, comes to
 * an end and says nothing that steers a terminal.
 */

#include "cmd/checkin/import.h"
#include "cmd/checkin/call.h"
#include "cmd/checkin/page.h"
#include "cmd/checkin/record.h"
#include "couple/couple.h"
#include "entry/view.h"
#include "format/yaml_read.h"
#include "format/yaml_write.h"
#include "term/cli.h"
#include "vt.h"

struct cli cli = { .name = "checkin", .dry_run = 1 };

static struct record_source from = { .name = "f", .fold = FOLD_FIRST,
    .secret = "0123456789abcdef" };
static struct buf printed;

/* What an export printed of an entry comes back as that entry. */
static void
comes_back(const struct entry *e, enum cli_format format)
{
	struct yaml_stream *stream;
	struct record again = { 0 };
	struct error err = { 0 };
	struct yaml y = { 0 };
	struct buf out = { 0 };
	char one[ID_SIZE], other[ID_SIZE];

	printed_begin();
	view_record(from.couple, e, format);
	printed_end(&out);
	stream = yaml_read_open(buf_string(&out), out.length, "f");
	HOLDS_OF(&out, yaml_read_next(stream, &y, &err) == 1);
	HOLDS_OF(&out, record_read(&from, y.root, &again, &err) == 0);
	HOLDS_OF(&out, again.has_id);
	id_write(&e->id, one);
	id_write(&again.entry.id, other);
	HOLDS_OF(&out, strcmp(one, other) == 0);
	HOLDS_OF(&out, yaml_equal(e->yaml.root, again.entry.yaml.root));
	yaml_read_close(stream);
	entry_free(&again.entry);
	yaml_drop(&y);
	buf_free(&out);
}

static void
taken(const struct record *record)
{
	const struct entry *e = &record->entry;
	struct entry back = { .id = e->id };
	struct error err = { 0 };
	struct buf b = { 0 };

	HOLDS(clock_is_kept(e->at) && e->id.instant == e->at.instant);
	yaml_write(&b, e->yaml.root);
	HOLDS_OF(&b, entry_read(&back, buf_string(&b), b.length, "f",
	    &err) == 0);
	HOLDS_OF(&b, yaml_equal(e->yaml.root, back.yaml.root));
	HOLDS_OF(&b, record_is_of(from.couple, record, &back));
	entry_free(&back);
	buf_free(&b);
	comes_back(e, FORMAT_JSON);
	comes_back(e, FORMAT_YAML);
}

/* Whatever a record said is in its entry, but for its heading. */
static void
nothing_is_lost(const struct node *root, const struct entry *e)
{
	static const char *const heading[] = { "id", "kind", "at", "by",
	    NULL };
	const struct node *n;

	for (n = root->child; n != NULL; n = n->next)
		if (text_index(heading, n->key) == -1 &&
		    (n->child != NULL || n->length > 0))
			HOLDS(yaml_equal(n, yaml_get(e->yaml.root, n->key)));
}

static void
one_by_one(const char *s, size_t n)
{
	struct yaml_stream *stream = yaml_read_open(s, n, "f");
	struct record record = { 0 };
	struct error err = { 0 };
	struct yaml y = { 0 };
	size_t left;
	int r;

	while ((r = yaml_read_next(stream, &y, &err)) != 0) {
		if (r == 1 && record_read(&from, y.root, &record,
		    &err) == 0) {
			nothing_is_lost(y.root, &record.entry);
			taken(&record);
		} else {
			HOLDS(err.status == STATUS_DATA ||
			    err.status == STATUS_USAGE);
			HOLDS(*error_message(&err) != '\0');
			(void)yaml_read_skip(stream, &left);
			HOLDS(left <= n);
		}
		error_clear(&err);
	}
	entry_free(&record.entry);
	yaml_drop(&y);
	yaml_read_close(stream);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf piped = { 0 };
	struct import_call call = { .piped = &piped, .fold = FOLD_FIRST };
	struct error err = { 0 };
	struct couple c;
	int skip;

	place_make();
	buf_put(&piped, data, n);
	HOLDS(couple_open(&c, &cli, COUPLE_ME | COUPLE_LOOK, &err) == 0);
	from.couple = &c;
	from.now = clock_now();
	one_by_one(buf_string(&piped), piped.length);
	for (skip = 0; skip < 2; skip++) {
		call.skip_bad = skip;
		printed_begin();
		(void)import_file(&cli, &c, &call);
		printed_end(&printed);
		vt_takes(&printed, 0);
	}
	couple_free(&c);
	buf_free(&piped);
	return 0;
}
