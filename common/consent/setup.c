/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "consent/setup.h"
#include "consent/vocabulary_ask.h"
#include "couple/account.h"
#include "couple/couple.h"
#include "couple/origin.h"
#include "couple/person.h"
#include "format/yaml.h"
#include "format/yaml_write.h"
#include "store/layout.h"
#include "store/placed.h"
#include "store/store_read.h"
#include "store/store.h"
#include "store/store_write.h"
#include "term/ask.h"
#include "term/cli.h"

/* Temporary files and what sync programs leave are nobody's words. */
static const char ignore[] =
    "// what these tools write before it has its name\n.tmp-*\n";
static const char git_ignore[] = ".tmp-*\n.st*\n*~\n*.swp\n";
static const char git_attributes[] = "* -text\n";

/* The name in a path that leads into the database of zones, or NULL. */
static const char *
zone_in(const char *path)
{
	static const char marker[] = "zoneinfo/";
	const char *p = strstr(path, marker);

	return p == NULL ? NULL : p + sizeof(marker) - 1;
}

char *
setup_zone(void)
{
	const char *tz = getenv("TZ"), *name;
	char link[PATH_MAX];
	ssize_t n;

	if (tz != NULL) {
		tz += *tz == ':';
		if (*tz == '/')
			name = zone_in(tz);
		else
			name = strchr(tz, '/') != NULL || setup_is_zone(tz) ?
			    tz : NULL;
	} else {
		n = readlink("/etc/localtime", link, sizeof(link) - 1);
		link[n > 0 ? n : 0] = '\0';
		name = zone_in(link);
	}
	return need_string(name == NULL ? "UTC" : name);
}

int
setup_is_zone(const char *zone)
{
	static const char most[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-/";
	struct stat st;
	char *path;
	int known;

	if (strcmp(zone, "UTC") == 0)
		return 1;
	if (*zone == '\0' || *zone == '/' ||
	    strspn(zone, most) != strlen(zone))
		return 0;
	path = need_printf("/usr/share/zoneinfo/%s", zone);
	/* Where there is no database at all, a name is believed. */
	known = stat("/usr/share/zoneinfo", &st) == -1 ||
	    (stat(path, &st) == 0 && S_ISREG(st.st_mode));
	free(path);
	return known;
}

/*
 * Make the directories of a tree that are made for a person, and open it as
 * `s`. 0 or -1.
 */
static int
make_tree(struct store *s, const char *root, const char *slug,
    enum layout_tree tree, struct error *err)
{
	const struct layout *row;
	int r;

	r = store_make(s, root, slug, tree == TREE_PRIVATE, err);
	for (row = layout; r == 0 && row->trees != 0; row++)
		if (row->traits & (int)tree)
			r = store_make_dir(s, row->dir, err);
	return r;
}

int
setup_ask_person(const struct couple *c, const struct cli *cli,
    const char *slug, const char *called, int alone, struct buf *b,
    struct error *err)
{
	enum store_is is = STORE_ABSENT;
	const char *login = account_login(geteuid());
	struct store tree;

	if (store_open(&tree, c->shared, slug, err) == 0) {
		is = store_look(&tree, "", LAYOUT_PERSON, err);
		store_close(&tree);
	} else if (!err->absent)
		return -1;
	if (is != STORE_ABSENT)
		return is == STORE_THERE ? 0 : -1;
	error_clear(err);
	person_template(b, called, login == NULL ? "unknown" : login);
	/* Signals are between two. Without shipped texts there are none yet. */
	if (!alone && vocabulary_template(b, cli, ask_can(cli), err) == -1) {
		if (!err->absent)
			return -1;
		error_clear(err);
	}
	return !ask_stopped() ? 0 : error_set(err, STATUS_USAGE, "nothing was "
	    "made");
}

/* True where somebody has no private place yet. */
static int
is_new(const struct couple *c, const char *slug)
{
	struct error ignored = { 0 };
	struct store private;
	int new = store_open(&private, c->private, slug, &ignored) == -1 ||
	    store_look(&private, "", LAYOUT_LOG, &ignored) == STORE_ABSENT;

	error_clear(&ignored);
	store_close(&private);
	return new;
}

int
setup_person(const struct couple *c, const char *slug,
    const struct buf *person, struct error *err)
{
	struct store shared = { .fd = -1 }, private = { .fd = -1 };
	int r, new = is_new(c, slug);

	r = make_tree(&private, c->private, slug, TREE_PRIVATE, err);
	if (r == 0)
		r = make_tree(&shared, c->shared, slug, TREE_SHARED, err);
	if (r == 0)
		r = store_place(&shared, LAYOUT_NOW, LAYOUT_HERE, "", 0, err);
	if (r == 0 && new)
		r = origin_new(&private, person->length == 0, err);
	/* Its note comes first, as one that is cut off is called again. */
	if (r == 0 && person->length > 0 && store_look(&private, "",
	    LAYOUT_PLACED, err) == STORE_THERE)
		r = placed_add(&private, "", LAYOUT_PERSON, person, err);
	if (r == 0 && person->length > 0)
		r = err->status != STATUS_OK ? -1 : store_place(&shared, "",
		    LAYOUT_PERSON, person->data, person->length, err);
	store_close(&shared);
	store_close(&private);
	return r;
}

int
setup_ignores(const struct store *root, struct error *err)
{
	static const struct { const char *file, *text; } files[] = {
		{ ".stignore", ignore },
		{ ".gitignore", git_ignore },
		{ ".gitattributes", git_attributes }
	};
	size_t i;

	for (i = 0; i < nitems(files); i++)
		if (store_place(root, "", files[i].file, files[i].text,
		    strlen(files[i].text), err) == -1)
			return -1;
	return 0;
}

int
setup_couple(const struct couple *c, const char *const *people, size_t count,
    const char *zone, struct error *err)
{
	struct store root;
	struct buf b = { 0 };
	enum store_wrote wrote = STORE_NOT;

	couple_template(&b, people, count, zone, clock_day(clock_now()));
	/* couple.yaml is last: where it is, the rest is. */
	if (store_make_root(&root, c->shared, err) == 0 &&
	    setup_ignores(&root, err) == 0)
		wrote = store_create(&root, "", LAYOUT_COUPLE, b.data,
		    b.length, err);
	store_close(&root);
	buf_free(&b);
	return wrote == STORE_EXISTS ? error_set(err, STATUS_NO, "%s: "
	    "somebody has begun here meanwhile: to take your place in it: "
	    "unhurried join", c->shared) : wrote == STORE_WROTE ? 0 : -1;
}

/* True where config.yaml, as it was read, sends calls here as `slug` anyway. */
static int
says_so(const struct couple *c, const struct cli *cli, const char *slug)
{
	const char *me = yaml_get_text(c->settings.yaml.root, "me");
	const char *dir = yaml_get_text(c->settings.yaml.root, "dir");

	return me != NULL && strcmp(me, slug) == 0 && (cli->dir == NULL ||
	    (dir != NULL && strcmp(dir, cli->dir) == 0));
}

int
setup_config(const struct couple *c, const struct cli *cli, const char *slug,
    struct error *err)
{
	const char *config = c->settings.config, *file, *shared;
	struct store dir;
	struct buf b = { 0 };
	char *parent, *full;
	enum store_wrote wrote = STORE_NOT;

	if (config == NULL || (file = strrchr(config, '/')) == NULL ||
	    file == config)
		return 0;
	parent = need_part(config, (size_t)(file - config));
	buf_printf(&b, "# Your own settings; unhurried(5) lists them.\n"
	    "me: %s\n", slug);
	if (cli->dir != NULL) {
		full = store_real_path(c->shared);
		shared = full == NULL ? c->shared : full;
		buf_str(&b, "dir: ");
		yaml_write_quoted(&b, shared, strlen(shared));
		buf_char(&b, '\n');
		free(full);
	}
	if (store_make_root(&dir, parent, err) == 0) {
		dir.file_mode = 0600;
		wrote = store_create(&dir, "", file + 1, buf_string(&b),
		    b.length, err);
		store_close(&dir);
	}
	buf_free(&b);
	free(parent);
	return wrote == STORE_WROTE ? 1 : wrote != STORE_EXISTS ? -1 :
	    says_so(c, cli, slug);
}

void
setup_say_open(const struct couple *c, const struct cli *cli,
    const char *slug)
{
	char *path = need_printf("%s/%s", c->private, slug);
	struct stat st;

	if (stat(path, &st) == 0 && (st.st_mode & 077) != 0)
		cli_say(cli, "%s is open to other accounts on this computer "
		    "(mode %o). 'chmod 700' closes it, or umask=077 when a "
		    "disk without modes is mounted.", path,
		    (unsigned int)st.st_mode & 07777);
	free(path);
}
