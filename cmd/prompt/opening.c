/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "consent/offers.h"
#include "consent/pause.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "entry/sharing.h"
#include "entry/view.h"
#include "format/yaml.h"
#include "opening.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/store.h"
#include "store/store_write.h"
#include "term/ask.h"
#include "term/cli.h"

int
opening_find(const struct couple *c, const struct store *tree, const char *id,
    struct entry *found, struct error *err)
{
	static const char *const kinds[] = { "answer", NULL };
	struct scan_filter filter = { .until = WHEN_LAST, .kinds = kinds };
	const struct store *from;
	struct entry e = { 0 };
	struct entry_id newest;
	struct reader r;
	int any = 0;

	if (tree->fd == -1)
		return 0;
	reader_open(&r, c, &tree, 1, &filter);
	while (reader_next(&r, &e, &from))
		if (yaml_is(e.yaml.root, "prompt", id)) {
			newest = e.id;
			any = 1;
		}
	entry_free(&e);
	if (!any)
		any = reader_whole(&r, err);
	reader_free(&r);
	if (any != 1)
		return any;
	return reader_load(c, tree, &newest, found, err) == -1 ? -1 : 1;
}

int
opening_is_theirs(const struct couple *c, const char *id, struct error *err)
{
	struct entry e = { 0 };
	int r = opening_find(c, &c->theirs, id, &e, err);

	entry_free(&e);
	return r;
}

/* 1 where the other offers it as well, or has opened it; 0, or -1 with err. */
static int
is_met(const struct couple *c, const char *id, time_t now, struct error *err)
{
	struct offers o;

	if (offers_read(c, id, now, &o, err) == -1)
		return -1;
	return o.theirs ? 1 : opening_is_theirs(c, id, err);
}

static int
not_both(struct error *err)
{
	return error_set(err, STATUS_NO, "it opens once you have both offered "
	    "to; there is no hurry");
}

char *
opening_choose(const struct couple *c, struct error *err)
{
	time_t now = clock_now().instant;
	char *found = NULL, *id;
	size_t i;
	int met, several = 0;

	for (i = 0; !several && offers_mine(c, now, i, &id, err); i++) {
		met = err->status != STATUS_OK ? -1 : is_met(c, id, now, err);
		several = met == 1 && found != NULL;
		if (met == 1 && found == NULL)
			found = id;
		else
			free(id);
		if (met == -1)
			break;
	}
	if (several)
		error_set(err, STATUS_USAGE, "which one? 'prompt' shows those "
		    "that you would both open");
	else if (found == NULL && err->status == STATUS_OK)
		(void)not_both(err);
	if (err->status == STATUS_OK)
		return found;
	free(found);
	return NULL;
}

/* True where the other offers it too, or has opened theirs already. */
static int
may_open(const struct couple *c, const char *id, struct entry *theirs,
    struct error *err)
{
	struct offers o;
	int r;

	if (offers_read(c, id, clock_now().instant, &o, err) == -1)
		return -1;
	if (!o.mine)
		return not_both(err);
	if ((r = opening_find(c, &c->theirs, id, theirs, err)) == -1)
		return -1;
	return r == 1 || o.theirs ? 0 : not_both(err);
}

/*
 * Show what will be seen, ask once more, and share one's own. 1, 0 where it
 * stays private, or -1 with err.
 */
static int
open_mine(const struct cli *cli, const struct couple *c,
    const struct entry *mine, const char *id, int yes, struct error *err)
{
	struct entry shared = { 0 }, theirs = { 0 };
	struct sharing parts;
	int r;

	sharing_of(c, mine, SHARING_WORDS, &parts);
	if (sharing_pick(&parts, "name,prompt,note", err) == -1 ||
	    sharing_prepare(c, mine, &parts, 0, &shared, err) == -1) {
		entry_free(&shared);
		return -1;
	}
	sharing_preview(c, &shared);
	cli_say(cli, "Your partner can read that at once, even if they do not "
	    "open theirs.");
	r = ask_shown(cli, yes, "Open this? [y/N] ", "nothing was opened: read "
	    "what would be seen, then add --yes", err);
	if (r == 0 && !cli->dry_run)
		cli_say(cli, "It stays with you.");
	/* A pause, or a change of mind, may have come while this was asked. */
	if (r == 1 && (!pause_clear(c, err) ||
	    may_open(c, id, &theirs, err) == -1 ||
	    sharing_write(c, &shared, err) != STORE_WROTE ||
	    offers_withdraw(c, id, err) == -1))
		r = -1;
	if (r == 1)
		cli_say(cli, "Yours is open. Nothing here needs an answer.");
	entry_free(&theirs);
	entry_free(&shared);
	return r;
}

int
opening_open(const struct cli *cli, const struct couple *c, const char *id,
    int yes, struct error *err)
{
	struct entry mine = { 0 }, theirs = { 0 };
	int r;

	r = opening_find(c, &c->mine, id, &mine, err);
	if (r == 0)
		r = error_set(err, STATUS_NO, "%s: no answer of yours to this "
		    "is here, so nothing was opened", id);
	else if (r == 1 && (r = sharing_shared(c, &mine.id, err)) == 1) {
		cli_say(cli, "Yours is open already.");
		if (offers_withdraw(c, id, err) == -1 ||
		    opening_find(c, &c->theirs, id, &theirs, err) == -1)
			r = -1;
	} else if (r == 0 && (r = may_open(c, id, &theirs, err)) == 0)
		r = open_mine(cli, c, &mine, id, yes, err);
	if (r == 1 && theirs.yaml.root != NULL)
		view_entry(stdout, c, &theirs);
	entry_free(&mine);
	entry_free(&theirs);
	return r == -1 ? -1 : 0;
}
