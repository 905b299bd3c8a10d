/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "deck/aside.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "store/layout.h"
#include "store/records.h"
#include "store/store_read.h"
#include "store/store_write.h"
#include "term/cli.h"

#define DIR		LAYOUT_ASIDE
#define NAME_SIZE	64

static void
file_name(const struct aside *m, char file[NAME_SIZE])
{
	snprintf(file, NAME_SIZE, "%s.yaml", m->name);
}

enum status
aside_open(struct aside *m, const struct cli *cli, const struct couple *c,
    const char *name)
{
	enum status status = STATUS_OK;
	struct error err = { 0 };
	const struct node *n;
	struct buf b = { 0 };
	char file[NAME_SIZE];

	memset(m, 0, sizeof(*m));
	m->name = name;
	file_name(m, file);
	if (c->mine.fd == -1)
		return STATUS_OK;
	if (store_read_in(&c->mine, DIR, file, RECORD_BYTES, &b, &err) == -1 ||
	    yaml_read(&m->yaml, b.data, b.length, file, &err) == -1)
		m->unread = 1;
	else if ((n = yaml_get(m->yaml.root, "marked")) == NULL ||
	    n->type != NODE_LIST) {
		m->unread = 1;
		error_set(&err, STATUS_DATA, "%s:1:1: expected 'marked:' with "
		    "a list", file);
	}
	/* Nothing was marked yet. */
	m->unread = m->unread && !err.absent;
	if (m->unread)
		status = cli_fail(cli, &err);
	error_clear(&err);
	buf_free(&b);
	return status;
}

void
aside_close(struct aside *m)
{
	yaml_drop(&m->yaml);
}

int
aside_has(const struct aside *m, const char *id)
{
	const struct node *n = yaml_get(m->yaml.root, "marked");

	for (n = yaml_first(n); n != NULL; n = n->next)
		if (n->type == NODE_TEXT && strcmp(n->text, id) == 0)
			return 1;
	return 0;
}

int
aside_set(struct aside *m, const struct couple *c, const char *id, int on,
    struct error *err)
{
	const struct node *n = yaml_get(m->yaml.root, "marked");
	struct yaml y = { 0 };
	struct node *list;
	char file[NAME_SIZE];

	if (c->mine.fd == -1)
		return 0;
	file_name(m, file);
	/* What a hand or a disk left there is not lost to this. */
	if (m->unread)
		return error_set(err, STATUS_DATA, "%s/%s/%s: it cannot be "
		    "read, so nothing is changed in it: mend it, or remove it",
		    c->mine.path, DIR, file);
	y.root = yaml_new(&y, NODE_MAP);
	list = yaml_add(&y, y.root, "marked", yaml_new(&y, NODE_LIST));
	for (n = yaml_first(n); n != NULL; n = n->next)
		if (n->type == NODE_TEXT && strcmp(n->text, id) != 0)
			yaml_add(&y, list, NULL, yaml_copy(&y, n));
	if (on)
		yaml_add_text(&y, list, NULL, id);
	return store_put_yaml(&c->mine, DIR, file, &y, err);
}
