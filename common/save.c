/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "draft.h"
#include "log.h"
#include "save.h"

/* The contents on stdout, the name on stderr. */
static void
show_only(const struct cli *cli, struct entry *e)
{
	char id[ENTRY_ID_SIZE];
	struct buf b = { 0 };

	memset(e->id.random, '?', ENTRY_RANDOM);
	entry_write_id(&e->id, id);
	yaml_write(&b, e->yaml.root);
	fwrite(buf_string(&b), 1, b.length, stdout);
	buf_free(&b);
	cli_say(cli, "%s.yaml: nothing was written", id);
}

enum status
save_new(const struct cli *cli, const struct store *tree, struct entry *e,
    struct error *err)
{
	enum store_wrote wrote;
	char id[ENTRY_ID_SIZE];

	if (cli->dry_run) {
		show_only(cli, e);
		return STATUS_OK;
	}
	do
		entry_random(e->id.random);
	while ((wrote = log_write(tree, e, err)) == STORE_EXISTS);
	if (wrote == STORE_NOT)
		return err->status;
	entry_write_id(&e->id, id);
	if (!cli->quiet)
		puts(id);
	/* In place, but the disk did not confirm it: that is no success. */
	return wrote == STORE_UNSURE ? cli_fail(cli, err) : STATUS_OK;
}

void
save_aside(const struct cli *cli, const struct store *private,
    const char *words, size_t n)
{
	char *path;

	if (n == 0)
		return;
	if ((path = store_recover(private, NULL, words, n)) != NULL)
		cli_warn(cli, "your words are kept in %s", path);
	else {
		cli_warn(cli, "your words could not be kept on this disk; "
		    "here they are:");
		fwrite(words, 1, n, stderr);
		fputc('\n', stderr);
	}
	free(path);
}

enum status
save_words(const struct cli *cli, const struct store *private,
    const char *words, size_t n, struct error *err)
{
	enum status status = cli_fail(cli, err);

	/* A call that was not understood wrote nothing and took nothing in. */
	if (status != STATUS_USAGE)
		save_aside(cli, private, words, n);
	return status;
}

enum status
save_draft_words(const struct cli *cli, const struct draft *d,
    const struct store *private, struct error *err)
{
	struct buf b = { 0 };
	enum status status;

	if (d->today.length > 0)
		buf_printf(&b, "%s\n", d->today.data);
	buf_put(&b, buf_string(&d->note), d->note.length);
	status = save_words(cli, private, buf_string(&b), b.length, err);
	buf_free(&b);
	return status;
}

enum status
save_draft(const struct cli *cli, const struct draft *d,
    const struct store *private, struct when at, struct entry *e)
{
	struct error err = { 0 };
	struct buf b = { 0 };
	enum status status;

	e->at = at;
	e->id.instant = at.instant;
	strlcpy(e->id.who, private->who, sizeof(e->id.who));
	strlcpy(e->id.kind, d->kind, sizeof(e->id.kind));
	if (draft_finish(d, e, &err) == -1)
		return save_draft_words(cli, d, private, &err);
	status = save_new(cli, private, e, &err);
	if (err.status == STATUS_OK)
		return status;
	/* All of it, in the form that checkin -f takes. */
	yaml_write(&b, e->yaml.root);
	status = save_words(cli, private, buf_string(&b), b.length, &err);
	buf_free(&b);
	return status;
}
