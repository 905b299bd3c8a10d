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
#include "consent/offers.h"
#include "deck/deck.h"
#include "store/layout.h"
#include "store/records.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store_write.h"

#define SECONDS		(7L * 24 * 3600)

struct offer {
	char		*prompt;
	struct when	 at;
};

static const struct record_field fields[] = {
	{ "prompt", RECORD_TEXT, .at = offsetof(struct offer, prompt),
	    .needed = 1 },
	{ "at", RECORD_TIME, .at = offsetof(struct offer, at), .needed = 1 }
};

static const struct record_kind offer_kind = {
	RECORD_FIELDS(fields, struct offer), .bit = 1, .bytes = 4096
};

/* True for a name that offers any prompt. */
static int
is_offer(const char *name, const void *of)
{
	(void)of;
	return strncmp(name, LAYOUT_OFFER, sizeof(LAYOUT_OFFER) - 1) == 0;
}

/* True for a name that offers that prompt, a second copy of one included. */
static int
names_offer(const char *name, const void *id)
{
	size_t n = strlen(id);

	if (!is_offer(name, NULL))
		return 0;
	name += sizeof(LAYOUT_OFFER) - 1;
	return strncmp(name, id, n) == 0 && name[n] != '\0' &&
	    strchr(". ", name[n]) != NULL;
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
	struct offer o;

	(void)record_read_file(&offer_kind, d, file, &o, &why);
	if (o.prompt != NULL && (now - o.at.instant >= SECONDS ||
	    o.at.instant - now > RECORD_AHEAD || !deck_is_id(o.prompt) ||
	    !names_offer(file, o.prompt)))
		record_free(&offer_kind, &o);
	if (why.status == STATUS_SYSTEM && !why.absent)
		error_join(err, &why);
	error_clear(&why);
	return o.prompt;
}

/*
 * Find the nth prompt, of those that goes() takes, that a tree offers: its
 * id, which the caller frees, or NULL; err tells where there may be more.
 */
static char *
find(const struct store *tree, int (*goes)(const char *, const void *),
    const void *of, time_t now, size_t nth, struct error *err)
{
	struct store_dir d = { .fd = -1 };
	struct error why = { 0 };
	char *found = NULL;
	size_t i;

	if (tree->fd != -1 && store_open_dir(tree, LAYOUT_NOW, &d, &why) == -1)
		error_join(err, &why);
	for (i = 0; i < d.count && found == NULL; i++)
		if (goes(d.names[i], of) && (found = believed(&d, d.names[i],
		    now, err)) != NULL && nth-- > 0) {
			free(found);
			found = NULL;
		}
	store_free_dir(&d);
	return found;
}

/* True when a tree has that offer; err tells where it may have. */
static int
has(const struct store *tree, const char *id, time_t now, struct error *err)
{
	char *found = find(tree, names_offer, id, now, 0, err);

	free(found);
	return found != NULL;
}

int
offers_read(const struct couple *c, const char *id, time_t now,
    struct offers *o, struct error *err)
{
	o->mine = has(&c->ours, id, now, err);
	o->theirs = has(&c->theirs, id, now, err);
	return err->status == STATUS_OK ? 0 : -1;
}

int
offers_mine(const struct couple *c, time_t now, size_t nth, char **id,
    struct error *err)
{
	*id = find(&c->ours, is_offer, NULL, now, nth, err);
	return *id != NULL;
}

int
offers_make(const struct couple *c, const char *id, struct error *err)
{
	struct offer o = { need_string(id), clock_now() };
	char *file = need_printf(LAYOUT_OFFER "%s.yaml", id);
	struct yaml y = { 0 };
	int r;

	record_tree(&offer_kind, &o, &y);
	r = store_put_yaml(&c->ours, LAYOUT_NOW, file, &y, err);
	record_free(&offer_kind, &o);
	free(file);
	return r;
}

int
offers_may_stand(const struct couple *c, const char *id)
{
	return records_may_stand(&c->ours, LAYOUT_NOW, id == NULL ? is_offer :
	    names_offer, id);
}

int
offers_withdraw(const struct couple *c, const char *id, struct error *err)
{
	return records_remove(&c->ours, LAYOUT_NOW, id == NULL ? is_offer :
	    names_offer, id, err);
}
