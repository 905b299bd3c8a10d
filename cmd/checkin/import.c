/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/command.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/message.h"
#include "base/unsaved.h"
#include "couple/couple.h"
#include "entry/reader.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "import.h"
#include "known.h"
#include "naming.h"
#include "page.h"
#include "record.h"
#include "plan/own_scale.h"
#include "secret.h"
#include "store/batch.h"
#include "store/layout.h"
#include "store/recovery.h"
#include "store/store_read.h"
#include "term/cli.h"

struct import {
	const struct import_call *call;
	const struct cli	*cli;
	const struct couple	*couple;
	struct record_source	 from;
	struct buf		 data;
	struct buf		 secret;
	struct buf		 aside;		/* records that were not right */
	struct naming		 naming;
	struct known		 known_names;
	struct batch		 batch;
	size_t			 waiting[BATCH_FILES];	/* records in it */
	size_t			 records, written, known, gone, bad;
};

/*
 * A record with the ID of an entry that is here must be that entry: changed
 * words are not passed over as known, nor are those of a file that cannot be
 * read. 0, or -1 with err.
 */
static int
check_known(struct import *in, const struct record *record,
    struct error *err)
{
	struct entry here = { 0 };
	struct entry_id id = record->entry.id;
	struct error inner = { 0 };
	enum known_as is = known_look(&in->known_names, &id, !record->has_id,
	    err);
	int r = 0;

	if (is != KNOWN_HERE)
		return is == KNOWN_UNTOLD ? -1 : 0;
	if (reader_load(in->couple, &in->couple->mine, &id, &here,
	    &inner) == -1) {
		r = -1;
		if (inner.status == STATUS_SYSTEM)
			error_join(err, &inner);
		else
			error_set(err, STATUS_DATA, "its entry is here, but "
			    "cannot be read: move that file away first: %s",
			    error_message(&inner));
	} else if (record->has_id && !record_is_of(in->couple, record, &here))
		r = error_set(err, STATUS_DATA, "an entry with this ID is here "
		    "with other contents: 'recall -e %s' changes it",
		    id.random);
	error_clear(&inner);
	entry_free(&here);
	return r;
}

/* What one pass does with a record, which `refused` says if it is not right. */
typedef int pass_step(struct import *in, struct record *record,
    struct error *refused, struct error *err);

/* The first pass: know what it will be called, or why it is not right. */
static int
step_check(struct import *in, struct record *record, struct error *refused,
    struct error *err)
{
	if (refused->status == STATUS_OK)
		(void)check_known(in, record, refused);
	if (refused->status == STATUS_SYSTEM ||
	    (refused->status != STATUS_OK && !in->call->skip_bad))
		return error_set(err, refused->status == STATUS_SYSTEM ?
		    STATUS_SYSTEM : STATUS_DATA, "record %zu: %s; nothing was "
		    "written", in->records, error_message(refused));
	naming_add(&in->naming, record, refused->status == STATUS_OK ? NULL :
	    error_message(refused));
	return 0;
}

/* Tell how a batch ended, and of each of its files. 0, or -1 with err. */
static int
write_waiting(struct import *in, struct error *err)
{
	struct error inner = { 0 };
	size_t i, stopped = 0;
	char *name;
	int r;

	if (in->batch.count == 0)
		return 0;
	r = batch_end(&in->batch, &inner);
	for (i = 0; i < in->batch.count; i++) {
		name = in->batch.files[i].name;
		if (in->batch.files[i].wrote == STORE_EXISTS)
			in->known++;
		else if (in->batch.files[i].wrote != STORE_NOT) {
			in->written++;
			if (!in->cli->quiet)
				printf("%.*s\n", (int)strcspn(name, "."), name);
		}
		if (stopped == 0 && in->batch.files[i].wrote != STORE_WROTE &&
		    in->batch.files[i].wrote != STORE_EXISTS)
			stopped = in->waiting[i];
	}
	batch_clear(&in->batch);
	(void)fflush(stdout);
	if (in->written >= BATCH_FILES && !in->cli->quiet &&
	    isatty(STDERR_FILENO))
		fprintf(stderr, "\r%zu ", in->written);
	if (r == -1)
		error_set(err, inner.status, "record %zu: %s; %zu before it "
		    "are kept, and the same call goes on from here", stopped,
		    error_message(&inner), in->written);
	error_clear(&inner);
	return r;
}

/* Put a record into the batch. 0, or -1 with err. */
static int
put(struct import *in, const struct entry *e, struct error *err)
{
	struct error inner = { 0 };
	int r;

	while ((r = journal_add(&in->batch, &e->id, e->yaml.root,
	    &inner)) == 1)
		if (write_waiting(in, err) == -1)
			return -1;
	/* What is before it comes first. */
	if (r == -1 && write_waiting(in, err) == -1) {
		error_clear(&inner);
		return -1;
	}
	if (r == 0)
		in->waiting[in->batch.count - 1] = in->records;
	else
		error_set(err, inner.status, "record %zu: %s; %zu before it "
		    "are kept, and the same call goes on from here",
		    in->records, error_message(&inner), in->written);
	error_clear(&inner);
	return r;
}

/* The last pass: write what is right and not here. */
static int
step_write(struct import *in, struct record *record, struct error *refused,
    struct error *err)
{
	const struct named *named = naming_of(&in->naming, in->records);
	struct entry *e = &record->entry;
	char id[ID_SIZE], at[WHEN_AT_SIZE];
	struct entry_id here;
	enum known_as is;

	if (refused->status != STATUS_OK || named->why != NULL)
		return 0;
	e->id = here = named->id;
	is = named->same != NULL ? KNOWN_HERE :
	    known_look(&in->known_names, &here, !record->has_id, err);
	if (is == KNOWN_UNTOLD)
		return -1;
	in->gone += is == KNOWN_GONE;
	in->known += is == KNOWN_HERE;
	if (is != KNOWN_NOT)
		return 0;
	if (record->is_moved) {
		clock_write(e->at, at);
		cli_say(in->cli, "record %zu: the clocks went forward over "
		    "that time; it is taken as %s", in->records, at);
	}
	if (!in->cli->dry_run)
		return put(in, e, err);
	in->written++;
	id_write(&e->id, id);
	if (!in->cli->quiet)
		puts(id);
	return 0;
}

/* With --skip-bad: gather what was not right, with the reason. */
static int
step_aside(struct import *in, struct record *record, struct error *refused,
    struct error *err)
{
	const char *why = naming_of(&in->naming, in->records)->why, *p;

	(void)record;
	(void)refused;
	(void)err;
	if (why == NULL)
		return 0;
	in->bad++;
	cli_warn(in->cli, "record %zu: %s", in->records, why);
	buf_printf(&in->aside, "# record %zu: ", in->records);
	for (p = why; *p != '\0'; p++)
		buf_char(&in->aside, (char)(*p == '\n' ? ' ' : *p));
	buf_char(&in->aside, '\n');
	return 1;
}

/* Go through all records with `step`. 0 or -1. */
static int
pass(struct import *in, pass_step *step, struct error *err)
{
	struct record record = { 0 };
	struct error refused = { 0 };
	struct yaml_stream *stream;
	struct yaml y = { 0 };
	const char *raw;
	size_t n;
	int r = 0, got;

	stream = yaml_read_open(buf_string(&in->data), in->data.length,
	    in->from.name);
	for (in->records = 1; r != -1 && (got = yaml_read_next(stream, &y,
	    &refused)) != 0; in->records++) {
		if (got == 1)
			(void)record_read(&in->from, y.root, &record,
			    &refused);
		r = step(in, &record, &refused, err);
		if (refused.status != STATUS_OK || r == 1) {
			raw = yaml_read_skip(stream, &n);
			if (r == 1) {
				buf_put(&in->aside, raw, n);
				buf_str(&in->aside, n > 0 &&
				    raw[n - 1] == '\n' ? "" : "\n");
			}
		}
		error_clear(&refused);
	}
	in->records -= r != -1;
	entry_free(&record.entry);
	yaml_drop(&y);
	yaml_read_close(stream);
	return r == -1 ? -1 : 0;
}

/* Put aside what was not right, before the rest is written. 0 or -1. */
static int
put_aside(struct import *in, struct error *err)
{
	char *path;

	if (pass(in, step_aside, err) == -1)
		return -1;
	if (in->bad == 0 || in->cli->dry_run)
		return 0;
	path = recovery_rest(&in->couple->mine, &in->aside, err);
	if (path == NULL)
		return -1;
	cli_warn(in->cli, message_count("%zu record is kept in %s: set it "
	    "right there, then 'checkin -f' takes that file", "%zu records are "
	    "kept in %s: set them right there, then 'checkin -f' takes that "
	    "file", (long)in->bad), in->bad, path);
	free(path);
	return 0;
}

/* Understand all records, and how each will be called. 0 or -1 with err. */
static int
check(struct import *in, struct error *err)
{
	const char *p = buf_string(&in->data);
	char *typed;

	p += strspn(p, "\357\273\277 \t\r\n");
	if (*p == '[') {
		typed = command_typed("checkin");
		error_set(err, STATUS_DATA, "%s: this is one list, and "
		    "records are wanted one a line: jq -c '.[]'%s%s | "
		    "%s -f -", in->from.name, in->call->path == NULL ?
		    "" : " ", in->call->path == NULL ? "" : in->call->path,
		    typed);
		free(typed);
		return -1;
	}
	naming_free(&in->naming);
	in->from.secret = buf_string(&in->secret);
	if (pass(in, step_check, err) == -1 ||
	    naming_settle(&in->naming, in->call->skip_bad, err) == -1)
		return -1;
	return in->records > 0 ? 0 : error_set(err, STATUS_DATA, "%s: no "
	    "records in it: give YAML documents or JSON lines",
	    in->from.name);
}

/* Check all, then write. 0, or -1 with err. */
static int
import(struct import *in, struct error *err)
{
	int kept, r;

	if ((kept = secret_read(in->couple, &in->secret, err)) == -1 ||
	    check(in, err) == -1)
		return -1;
	if (!kept && !in->cli->dry_run &&
	    ((r = secret_keep(in->couple, &in->secret, err)) == -1 ||
	    (r == 0 && check(in, err) == -1)))
		return -1;
	in->from.secret = buf_string(&in->secret);
	if (in->call->skip_bad && put_aside(in, err) == -1)
		return -1;
	r = pass(in, step_write, err);
	/* What waits is whole, whatever came after it. */
	if (write_waiting(in, r == 0 ? err : NULL) == -1)
		r = -1;
	return r;
}

/* Say how many there were. */
static void
say_taken(const struct import *in)
{
	size_t n = in->records;

	cli_say(in->cli, in->cli->dry_run ? message_count("%zu record: %zu "
	    "would be written, %zu here already.", "%zu records: %zu would be "
	    "written, %zu here already.", (long)n) : message_count("%zu "
	    "record: %zu written, %zu here already.", "%zu records: %zu "
	    "written, %zu here already.", (long)n), n, in->written, in->known);
	if (in->gone > 0)
		cli_say(in->cli, message_count("%zu is left out, as you let go "
		    "of it before.", "%zu are left out, as you let go of them "
		    "before.", (long)in->gone), in->gone);
}

enum status
import_file(const struct cli *cli, const struct couple *c,
    const struct import_call *call)
{
	struct own_scales own = { .count = 0 };
	struct import in = { .call = call, .cli = cli, .couple = c,
	    .from = { .couple = c, .name = call->path == NULL ? "<stdin>" :
	    call->path, .now = clock_now(), .fold = call->fold, .own = &own },
	    .known_names.store = &c->mine, .batch.store = &c->mine };
	struct error err = { 0 };
	int r = 0;

	if (call->path == NULL)
		buf_put(&in.data, buf_string(call->piped),
		    call->piped->length);
	else
		r = store_read_named(call->path, IMPORT_BYTES, &in.data,
		    &err);
	if (r == 0)
		r = page_take(c, call->path, in.from.now, &in.data, &err);
	if (r == 0)
		r = own_scales_read(c, &own, &err);
	if (r == 0)
		r = import(&in, &err);
	if (in.written >= BATCH_FILES && !cli->quiet && isatty(STDERR_FILENO))
		fputc('\r', stderr);
	if (r == 0) {
		say_taken(&in);
		unsaved_written(NULL);
		if (!cli->dry_run && in.bad == 0)
			page_done(c, call->path);
	}
	buf_free(&in.data);
	buf_free(&in.secret);
	buf_free(&in.aside);
	naming_free(&in.naming);
	known_free(&in.known_names);
	own_scales_free(&own);
	return r == -1 ? cli_fail(cli, &err) : in.bad > 0 ? STATUS_DATA :
	    STATUS_OK;
}
