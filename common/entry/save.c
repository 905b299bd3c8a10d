/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/unsaved.h"
#include "couple/asked.h"
#include "entry/draft.h"
#include "entry/entry.h"
#include "entry/save.h"
#include "format/yaml_write.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/store.h"
#include "store/store_write.h"
#include "term/cli.h"

/* The contents on stdout, the name on stderr. */
static void
show_only(const struct cli *cli, struct entry *e)
{
	char id[ID_SIZE];
	struct buf b = { 0 };

	memset(e->id.random, '?', ID_RANDOM);
	id_write(&e->id, id);
	yaml_write(&b, e->yaml.root);
	buf_write(&b, stdout);
	buf_free(&b);
	cli_say(cli, "%s.yaml: nothing was written", id);
}

enum status
save_draft(const struct cli *cli, const struct draft *d, struct when at,
    struct entry *e)
{
	const struct store *mine = &d->couple->mine;
	struct error err = { 0 }, after = { 0 };
	struct buf b = { 0 }, identity = { 0 };
	enum status status = STATUS_OK;
	enum store_wrote wrote;
	char id[ID_SIZE];

	e->at = at;
	e->id.instant = at.instant;
	strlcpy(e->id.who, mine->who, sizeof(e->id.who));
	strlcpy(e->id.kind, d->kind, sizeof(e->id.kind));
	if (draft_finish(d, e, &err) == -1)
		return cli_fail(cli, &err);
	if (cli->dry_run) {
		unsaved_let_go();
		show_only(cli, e);
		return STATUS_OK;
	}
	do {
		id_random(e->id.random);
		wrote = journal_write(mine, &e->id, e->yaml.root, &err);
	} while (wrote == STORE_EXISTS);
	entry_identity(e->yaml.root, &identity);
	if (wrote != STORE_NOT) {
		unsaved_written(&identity);
		id_write(&e->id, id);
		if (!cli->quiet)
			puts(id);
	}
	/* What it was asked with is known from now on, or is signed again. */
	if (wrote != STORE_NOT && d->asked != 0 && asked_keep(d->couple,
	    d->asked, &after) == -1)
		error_clear(&after);
	/* In place, but the disk did not confirm it: that is no success. */
	if (wrote != STORE_WROTE)
		status = cli_fail(cli, &err);
	if (wrote == STORE_NOT) {
		/* All of it, in the form that checkin -f takes. */
		yaml_write(&b, e->yaml.root);
		unsaved_keep_as(&b, &identity);
		buf_free(&b);
	}
	buf_free(&identity);
	return status;
}
