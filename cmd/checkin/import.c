/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/timewords.h"
#include "base/unsaved.h"
#include "couple/couple.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "format/yaml_write.h"
#include "import.h"
#include "record.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/layout.h"
#include "store/store_read.h"
#include "store/store_write.h"
#include "store/trash.h"
#include "term/cli.h"

#define SECRET_DIGITS	32

/*
 * The secret that keys a record's six characters, made at the first import,
 * so that a shared copy's name tells nobody what it holds. 0 or -1.
 */
static int
read_secret(const struct couple *c, int make, struct buf *b,
    struct error *err)
{
	char fresh[SECRET_DIGITS + ID_RANDOM + 1];
	enum store_wrote wrote;
	size_t i;

	if (store_read_in(&c->mine, "", LAYOUT_SECRET, 4096, b, err) == 0)
		return 0;
	if (!err->absent)
		return -1;
	error_clear(err);
	for (i = 0; i < SECRET_DIGITS; i += ID_RANDOM)
		id_random(fresh + i);
	fresh[SECRET_DIGITS] = '\0';
	if (!make) {
		buf_str(b, fresh);
		return 0;
	}
	wrote = store_create(&c->mine, "", LAYOUT_SECRET, fresh,
	    SECRET_DIGITS, err);
	if (wrote != STORE_WROTE && wrote != STORE_EXISTS)
		return -1;
	return store_read_in(&c->mine, "", LAYOUT_SECRET, 4096, b, err);
}

/* What one record is called, and what is in it. */
struct named {
	char		 id[ID_SIZE];
	uint64_t	 contents;	/* a hash */
	size_t		 record;	/* from 1 */
};

struct import {
	const struct cli	*cli;
	const struct couple	*couple;
	const char		*name;
	struct buf		 data;
	struct buf		 secret;
	struct when		 now;
	enum fold		 fold;
	size_t			 records;
	size_t			 written;
	size_t			 known;
	size_t			 gone;		/* let go of before */
	struct named		*named;
	size_t			 named_count;
};

/* What one's private place has under an ID. */
enum known { KNOWN_UNTOLD = -1, KNOWN_NOT, KNOWN_HERE, KNOWN_GONE };

/*
 * A shared copy is no private entry: where that is lost, it comes back. What
 * was let go of stays away. Where any of it cannot be told, err says so.
 */
static enum known
known(const struct couple *c, const struct entry_id *id, struct error *err)
{
	enum store_is is = journal_is_gone(&c->mine, id, err);

	if (is == STORE_ABSENT && (is = journal_is_there(&c->mine, id, err)) ==
	    STORE_THERE)
		return KNOWN_HERE;
	if (is == STORE_ABSENT)
		is = trash_has(&c->mine, id, err);
	return is == STORE_UNTOLD ? KNOWN_UNTOLD :
	    is == STORE_THERE ? KNOWN_GONE : KNOWN_NOT;
}

/*
 * A record with the ID of an entry that is here must be that entry: changed
 * words are not passed over as known, nor are those of a file that cannot be
 * read. 0, or -1 with err.
 */
static int
check_known(const struct couple *c, const struct entry *e, int own_id,
    struct error *err)
{
	struct entry here = { 0 };
	struct error inner = { 0 };
	enum known is = known(c, &e->id, err);
	int r = 0;

	if (is != KNOWN_HERE)
		return is == KNOWN_UNTOLD ? -1 : 0;
	if (reader_load(c, &c->mine, &e->id, &here, &inner) == -1) {
		r = -1;
		if (inner.status == STATUS_SYSTEM)
			error_join(err, &inner);
		else
			error_set(err, STATUS_DATA, "its entry is here, but "
			    "cannot be read: move that file away first: %s",
			    error_message(&inner));
	} else if (own_id && !yaml_equal(here.yaml.root, e->yaml.root))
		r = error_set(err, STATUS_DATA, "an entry with this ID is here "
		    "with other contents: 'recall -e %s' changes it",
		    e->id.random);
	error_clear(&inner);
	entry_free(&here);
	return r;
}

static uint64_t
contents(const struct entry *e)
{
	uint8_t digest[SHA256_DIGEST_LENGTH];
	struct buf b = { 0 };
	uint64_t n;
	SHA2_CTX ctx;

	yaml_write(&b, e->yaml.root);
	SHA256Init(&ctx);
	SHA256Update(&ctx, (const uint8_t *)buf_string(&b), b.length);
	SHA256Final(digest, &ctx);
	memcpy(&n, digest, sizeof(n));
	buf_free(&b);
	return n;
}

static void
note_name(struct import *in, const struct entry *e)
{
	struct named *p;

	p = need_array(in->named, in->named_count + 1, sizeof(*p));
	in->named = p;
	id_write(&e->id, p[in->named_count].id);
	p[in->named_count].contents = contents(e);
	p[in->named_count++].record = in->records;
}

static int
by_name(const void *a, const void *b)
{
	const struct named *one = a, *other = b;
	int r = strcmp(one->id, other->id);

	return r != 0 ? r : (one->record > other->record) -
	    (one->record < other->record);
}

/* One ID names one record: of two that differ one would not be written. */
static int
check_names(struct import *in, struct error *err)
{
	const struct named *n = in->named;
	size_t i;

	if (in->named_count > 0)
		qsort(in->named, in->named_count, sizeof(*n), by_name);
	for (i = 1; i < in->named_count; i++)
		if (strcmp(n[i - 1].id, n[i].id) == 0 &&
		    n[i].contents != n[i - 1].contents)
			return error_set(err, STATUS_DATA, "record %zu: it has "
			    "the ID of record %zu, and other contents: leave "
			    "'id:' out of one; nothing was written",
			    n[i].record, n[i - 1].record);
	return 0;
}

/* What is only to be checked, before any record is written. */
static int
check(struct import *in, const struct entry *e, const struct yaml *record,
    struct error *err)
{
	const char *id = yaml_get_text(record->root, "id");
	char own[ID_SIZE];

	id_write(&e->id, own);
	if (check_known(in->couple, e, id != NULL && strcmp(id, own) == 0,
	    err) == -1)
		return -1;
	note_name(in, e);
	return 0;
}

static int
keep(struct import *in, struct entry *e, struct error *err)
{
	char id[ID_SIZE];
	enum store_wrote wrote = STORE_EXISTS;
	enum known here = known(in->couple, &e->id, err);

	/* One that may be here is not written twice. */
	if (here == KNOWN_UNTOLD)
		return -1;
	if (here == KNOWN_NOT)
		wrote = in->cli->dry_run ? STORE_WROTE :
		    journal_write(&in->couple->mine, &e->id, e->yaml.root, err);
	if (wrote == STORE_EXISTS) {
		if (here == KNOWN_GONE)
			in->gone++;
		else
			in->known++;
		return 0;
	}
	if (wrote != STORE_WROTE)
		return -1;
	in->written++;
	if (in->written % 100 == 0 && !in->cli->quiet &&
	    isatty(STDERR_FILENO))
		fprintf(stderr, "\r%zu ", in->written);
	id_write(&e->id, id);
	if (!in->cli->quiet)
		puts(id);
	return 0;
}

/* Go through all records: to check them, or to write them. 0 or -1. */
static int
pass(struct import *in, int writing, struct error *err)
{
	struct error inner = { 0 };
	struct yaml_stream *stream;
	struct yaml record = { 0 };
	struct entry e = { 0 };
	int r;

	stream = yaml_read_open(buf_string(&in->data), in->data.length,
	    in->name);
	for (in->records = 1; (r = yaml_read_next(stream, &record,
	    &inner)) == 1; in->records++)
		if (record_read(in->couple, record.root, in->name, in->now,
		    in->fold, in->secret.data, &e, &inner) == -1 ||
		    (writing ? keep(in, &e, &inner) :
		    check(in, &e, &record, &inner)) == -1) {
			r = -1;
			break;
		}
	if (r == 0)
		in->records--;
	else if (writing)
		error_set(err, inner.status, "record %zu: %s; %zu before it "
		    "are kept, and the same call goes on from here",
		    in->records, error_message(&inner), in->written);
	else
		error_set(err, inner.status == STATUS_SYSTEM ? STATUS_SYSTEM :
		    STATUS_DATA, "record %zu: %s; nothing was written",
		    in->records, error_message(&inner));
	error_clear(&inner);
	entry_free(&e);
	yaml_drop(&record);
	yaml_read_close(stream);
	return r;
}

/* Check all, then write. 0, or -1 with err. */
static int
import(struct import *in, struct error *err)
{
	if (read_secret(in->couple, 0, &in->secret, err) == -1 ||
	    pass(in, 0, err) == -1 || check_names(in, err) == -1)
		return -1;
	if (in->records == 0)
		return error_set(err, STATUS_DATA, "%s: no records in it: give "
		    "YAML documents or JSON lines", in->name);
	if (!in->cli->dry_run &&
	    read_secret(in->couple, 1, &in->secret, err) == -1)
		return -1;
	return pass(in, 1, err);
}

enum status
import_file(const struct cli *cli, const struct couple *c, const char *path,
    const struct buf *piped, enum fold fold)
{
	struct import in = { .cli = cli, .couple = c, .fold = fold,
	    .now = clock_now(), .name = path == NULL ? "<stdin>" : path };
	struct error err = { 0 };
	int r = 0;

	if (path == NULL)
		in.data = *piped;
	else
		r = store_read_path(path, IMPORT_BYTES, &in.data, &err);
	if (r == 0)
		r = import(&in, &err);
	if (in.written >= 100 && !cli->quiet && isatty(STDERR_FILENO))
		fputc('\r', stderr);
	if (r == 0) {
		cli_say(cli, "%zu record%s: %zu %s, %zu here already.",
		    in.records, in.records == 1 ? "" : "s", in.written,
		    cli->dry_run ? "would be written" : "written", in.known);
		if (in.gone > 0)
			cli_say(cli, "%zu that you let go of before stay%s "
			    "away.", in.gone, in.gone == 1 ? "s" : "");
		unsaved_written(NULL);
	}
	if (path != NULL)
		buf_free(&in.data);
	buf_free(&in.secret);
	free(in.named);
	return r == -1 ? cli_fail(cli, &err) : STATUS_OK;
}
