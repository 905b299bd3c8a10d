/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "couple/account.h"
#include "couple/couple.h"
#include "couple/places.h"
#include "couple/settings.h"
#include "store/layout.h"
#include "store/outside.h"
#include "store/store.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "term/cli.h"
#include "term/sandbox.h"
#include "term/screen.h"

#define ZONES		"/usr/share/zoneinfo"
#define LOCALES		"/usr/lib/locale"
#define ZONE_HERE	"/etc/localtime"

/* Who may be writing is known in two steps. */
static enum { BEGUN, ENTERED, SETTLED } step;

static struct sandbox_place *all;
static size_t count;

void
places_also(const char *path, int writes)
{
	if (step != BEGUN || !SANDBOX_HERE || path == NULL)
		return;
	all = need_array(all, count + 1, sizeof(*all));
	all[count++] = (struct sandbox_place){ .path = need_string(path),
	    .fd = -1, .writes = writes };
}

void
places_also_around(const char *file)
{
	char *dir = outside_directory(file);

	places_also(dir, 1);
	free(dir);
}

void
places_state(int writes)
{
	char *root = settings_state();
	struct store place = { .fd = -1 };

	if (root != NULL && writes &&
	    store_look_path(root, NULL) == STORE_ABSENT)
		(void)store_make_root(&place, root, NULL);
	store_close(&place);
	places_also(root, writes);
	free(root);
}

/* True where somebody here has no records of what was placed: see origin.h. */
static int
lacks_records(const struct settings *s)
{
	struct store_dir d = { .fd = -1 };
	struct stat st;
	char *name;
	int lacks = 0;
	size_t i;

	if (s == NULL || s->private == NULL)
		return 0;
	(void)store_open_path(s->private, &d, NULL);
	for (i = 0; i < d.count; i++) {
		name = need_printf("%s/" LAYOUT_PLACED, d.names[i]);
		lacks |= fstatat(d.fd, name, &st, AT_SYMLINK_NOFOLLOW) == -1;
		free(name);
	}
	store_free_dir(&d);
	return lacks;
}

/* What the C library reads whenever an hour is told in another zone. */
static void
add_zones(void)
{
	const char *dir = text_env("TZDIR"), *here = getenv("TZ");

	places_also(dir == NULL ? ZONES : dir, 0);
	if (here == NULL)
		here = ZONE_HERE;
	here += *here == ':';
	if (*here == '/')
		places_also(here, 0);
}

/* How wide a character is, which few words make anybody ask. */
static void
add_locales(void)
{
	const char *dir = text_env("LOCPATH");

	places_also(dir == NULL ? LOCALES : dir, 0);
}

/* Open all that are there. False where that cannot be told of one. */
static int
open_all(void)
{
	struct sandbox_place *p;
	size_t i, n = 0;
	enum store_is is;

	for (i = 0; i < count; i++) {
		p = &all[n];
		*p = all[i];
		if ((is = store_name_place(p->path, &p->fd)) == STORE_UNTOLD)
			return 0;
		n += is == STORE_THERE;
	}
	count = n;
	return 1;
}

static void
close_all(void)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (all[i].fd != -1)
			close(all[i].fd);
		all[i].fd = -1;
	}
}

/* What the C library looks up elsewhere, and keeps. */
static void
prepare(const struct settings *s, const struct cli *cli, int needs, int shows)
{
	if (s != NULL && s->shared != NULL)
		account_prepare(s->shared, (needs & COUPLE_MAKES) ||
		    settings_me(s, cli) != NULL);
	if (shows) {
		tzset();
		screen_open(s == NULL ? cli->plain : s->plain);
	}
}

/* What is needed of the system, with `writes` to write in the two places. */
static int
calls(int writes)
{
	int needs = writes ? SANDBOX_CHANGES : 0;
	size_t i;

	/* What a call changes elsewhere it may lock, too. */
	for (i = 0; i < count; i++)
		if (all[i].writes)
			needs |= SANDBOX_CHANGES | SANDBOX_LOCKS;
	return needs;
}

void
places_enter(const struct settings *s, const struct cli *cli, int needs)
{
	int writes = (needs & COUPLE_LOOK) == 0;
	/* What says nothing tells no hour, and has no words. */
	int shows = !(needs & COUPLE_SILENT);
	int more = needs & COUPLE_ME && writes && !(needs & COUPLE_EITHER);

	if (step != BEGUN || !SANDBOX_HERE || !cli->called)
		return;
	prepare(s, cli, needs, shows);
	sandbox_calls(calls(writes));
	if (!(needs & COUPLE_MAKES)) {
		if (s != NULL) {
			places_also(s->shared, writes);
			places_also(s->private, writes);
		}
		if (shows) {
			places_also(language_texts(), 0);
			add_locales();
			if (needs & COUPLE_ME && lacks_records(s))
				places_state(writes && !cli->dry_run);
		}
		add_zones();
		if (open_all())
			sandbox_files(all, count, more);
	}
	step = more && sandbox_holds() & SANDBOX_FILES ? ENTERED : SETTLED;
	if (step == SETTLED)
		close_all();
}

/* Let `tree` change in place of the directory `root` that it lies in. */
static void
narrow(const char *root, const struct store *tree)
{
	size_t i;

	for (i = 0; tree->fd != -1 && i < count; i++)
		if (strcmp(all[i].path, root) == 0)
			all[i].writes = 0;
	if (tree->fd == -1)
		return;
	all = need_array(all, count + 1, sizeof(*all));
	all[count++] = (struct sandbox_place){ .path = tree->path,
	    .fd = tree->fd, .writes = 1 };
}

void
places_settle(const struct couple *c)
{
	size_t named = count;

	if (step != ENTERED)
		return;
	narrow(c->private, &c->mine);
	narrow(c->shared, &c->ours);
	sandbox_changes(all, count);
	count = named;
	close_all();
	step = SETTLED;
}
