/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/unsaved.h"
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
save_new(const struct cli *cli, const struct store *tree, struct entry *e,
    struct error *err)
{
	struct buf identity = { 0 };
	enum store_wrote wrote;
	char id[ID_SIZE];

	if (cli->dry_run) {
		unsaved_let_go();
		show_only(cli, e);
		return STATUS_OK;
	}
	do {
		id_random(e->id.random);
		wrote = journal_write(tree, &e->id, e->yaml.root, err);
	} while (wrote == STORE_EXISTS);
	if (wrote == STORE_NOT)
		return err->status;
	entry_identity(e->yaml.root, &identity);
	unsaved_written(&identity);
	buf_free(&identity);
	id_write(&e->id, id);
	if (!cli->quiet)
		puts(id);
	/* In place, but the disk did not confirm it: that is no success. */
	return wrote == STORE_UNSURE ? cli_fail(cli, err) : STATUS_OK;
}

enum status
save_draft(const struct cli *cli, const struct draft *d,
    const struct store *private, struct when at, struct entry *e)
{
	struct error err = { 0 };
	struct buf b = { 0 }, identity = { 0 };
	enum status status;

	e->at = at;
	e->id.instant = at.instant;
	strlcpy(e->id.who, private->who, sizeof(e->id.who));
	strlcpy(e->id.kind, d->kind, sizeof(e->id.kind));
	if (draft_finish(d, e, &err) == -1)
		return cli_fail(cli, &err);
	status = save_new(cli, private, e, &err);
	if (err.status == STATUS_OK)
		return status;
	status = cli_fail(cli, &err);
	/* All of it, in the form that checkin -f takes. */
	yaml_write(&b, e->yaml.root);
	entry_identity(e->yaml.root, &identity);
	unsaved_keep_as(&b, &identity);
	buf_free(&identity);
	buf_free(&b);
	return status;
}
