/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "deck/deck.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "offers.h"
#include "store/scan.h"
#include "store/store.h"
#include "store/store_write.h"

#define NOW		"now"
#define OFFER		"offer-"
#define FILE_BYTES	((size_t)4096)
#define SECONDS		(7L * 24 * 3600)
#define AHEAD_SECONDS	300L

/* True for a name that offers that prompt, a second copy of one included. */
static int
names_offer(const char *name, const char *id)
{
	size_t n = strlen(id);

	return strncmp(name, OFFER, sizeof(OFFER) - 1) == 0 &&
	    strncmp(name + sizeof(OFFER) - 1, id, n) == 0 &&
	    strchr(". ", name[sizeof(OFFER) - 1 + n]) != NULL &&
	    name[sizeof(OFFER) - 1 + n] != '\0';
}

/*
 * Read one file: its prompt, which the caller frees, or NULL; err tells what
 * may be an offer all the same.
 */
static char *
believed(const struct store_dir *d, const char *file, time_t now,
    struct error *err)
{
	struct error why = { 0 };
	struct buf b = { 0 };
	struct yaml y = { 0 };
	const char *prompt, *s;
	struct when at;
	char *id = NULL, *name = need_printf("%s%s", d->path.data, file);

	if (store_read(d->fd, file, FILE_BYTES, &b, name, &why) == 0 &&
	    yaml_read(&y, b.data, b.length, name, &why) == 0) {
		prompt = yaml_get_text(y.root, "prompt");
		s = yaml_get_text(y.root, "at");
		if (prompt != NULL && s != NULL && clock_read(s, strlen(s),
		    &at) == 0 && now - at.instant < SECONDS &&
		    at.instant - now <= AHEAD_SECONDS && deck_is_id(prompt) &&
		    names_offer(file, prompt))
			id = need_string(prompt);
	}
	if (why.status == STATUS_SYSTEM && !why.absent)
		error_join(err, &why);
	error_clear(&why);
	yaml_drop(&y);
	buf_free(&b);
	free(name);
	return id;
}

/* True when a tree has that offer; err tells where it may have. */
static int
offers_one(const struct store *tree, const char *id, time_t now,
    struct error *err)
{
	struct store_dir d = { .fd = -1 };
	struct error why = { 0 };
	char *found;
	size_t i;
	int there = 0;

	if (tree->fd != -1 && store_open_dir(tree, NOW, &d, &why) == -1)
		error_join(err, &why);
	for (i = 0; i < d.count && !there; i++)
		if (names_offer(d.names[i], id) && (found = believed(&d,
		    d.names[i], now, err)) != NULL) {
			there = strcmp(found, id) == 0;
			free(found);
		}
	store_close_dir(&d);
	store_free_dir(&d);
	return there;
}

int
offers_read(const struct couple *c, const char *id, time_t now,
    struct offers *o, struct error *err)
{
	o->mine = offers_one(&c->ours, id, now, err);
	o->theirs = offers_one(&c->theirs, id, now, err);
	return err->status == STATUS_OK ? 0 : -1;
}

int
offers_mine(const struct couple *c, time_t now, size_t nth, char **id,
    struct error *err)
{
	struct store_dir d = { .fd = -1 };
	struct error why = { 0 };
	size_t i;

	*id = NULL;
	if (c->ours.fd != -1 && store_open_dir(&c->ours, NOW, &d,
	    &why) == -1)
		error_join(err, &why);
	for (i = 0; i < d.count && *id == NULL; i++)
		if (strncmp(d.names[i], OFFER, sizeof(OFFER) - 1) == 0 &&
		    (*id = believed(&d, d.names[i], now, err)) != NULL &&
		    nth-- > 0) {
			free(*id);
			*id = NULL;
		}
	store_close_dir(&d);
	store_free_dir(&d);
	return *id != NULL;
}

int
offers_make(const struct couple *c, const char *id, struct error *err)
{
	char at[WHEN_AT_SIZE], *file;
	struct yaml y = { 0 };
	int r;

	clock_write(clock_now(), at);
	yaml_put(&y, "prompt", id);
	yaml_put(&y, "at", at);
	file = need_printf(OFFER "%s.yaml", id);
	r = store_put_yaml(&c->ours, NOW, file, &y, err);
	free(file);
	return r;
}

int
offers_withdraw(const struct couple *c, const char *id, struct error *err)
{
	struct store_dir d = { .fd = -1 };
	size_t i;
	int r, n = 0;

	r = store_open_dir(&c->ours, NOW, &d, err) == -1 ? -1 : 0;
	for (i = 0; i < d.count; i++)
		if (id == NULL ? strncmp(d.names[i], OFFER,
		    sizeof(OFFER) - 1) == 0 : names_offer(d.names[i], id)) {
			n++;
			if (store_remove(&c->ours, NOW, d.names[i], err) == -1)
				r = -1;
		}
	store_close_dir(&d);
	store_free_dir(&d);
	return r == -1 ? -1 : n;
}
