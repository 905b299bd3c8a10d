/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/command.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/sentence.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/layout.h"
#include "store/removal.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"
#include "store/store_try.h"
#include "store/store_write.h"
#include "store/trash.h"
#include "term/cli.h"

#define WISHES		LAYOUT_MIRROR "/" LAYOUT_WISHES
#define WISH_SIZE	(sizeof("entry-.yaml") + ID_RANDOM)

/*
 * Seeing.
 */

void
removal_missed(struct removal *r, struct error *err)
{
	error_join(&r->why, err);
}

int
removal_is_whole(const struct removal *r)
{
	return r->why.status == STATUS_OK;
}

/* True for the name of a year or a month, in the directory of these. */
static int
is_deeper(const char *dir, const char *name)
{
	return (strcmp(dir, LAYOUT_LOG) == 0 ||
	    (strncmp(dir, LAYOUT_LOG "/", 4) == 0 &&
	    strchr(dir + 4, '/') == NULL)) &&
	    name[strspn(name, "0123456789")] == '\0';
}

/*
 * List a directory of a tree, and in log those of years and months. 0, also
 * where it is not there, or -1 with err.
 */
static int
list_all(const struct store *s, const char *dir, struct error *err)
{
	struct store_dir d = { .fd = -1 };
	struct buf path = { 0 };
	size_t i;
	int r;

	r = store_open_dir(s, dir, &d, err);
	for (i = 0; r == 1 && i < d.count; i++) {
		if (!is_deeper(dir, d.names[i]))
			continue;
		buf_clear(&path);
		buf_printf(&path, "%s/%s", dir, d.names[i]);
		if (list_all(s, buf_string(&path), err) == -1)
			r = -1;
	}
	store_free_dir(&d);
	buf_free(&path);
	return r == -1 ? -1 : 0;
}

/*
 * True where the shared directory is there and has couple.yaml, or one's own
 * person.yaml: an empty one may stand for a disk that is away.
 */
static int
is_place(const struct store *root, const char *who, struct error *err)
{
	enum store_is couple, person;

	if (list_all(root, "", err) == -1)
		return 0;
	couple = store_look(root, "", LAYOUT_COUPLE, err);
	person = couple == STORE_THERE ? couple :
	    store_look(root, who, LAYOUT_PERSON, err);
	if (couple == STORE_ABSENT && person == STORE_ABSENT)
		error_set(err, STATUS_SYSTEM, "%s: it is empty, or not all "
		    "here yet", root->path);
	if (person == STORE_THERE)
		error_clear(err);
	return person == STORE_THERE;
}

/* List `dir` of the tree of `who`. 0, or -1 with err. */
static int
look_into(const struct store *root, const char *who, const char *dir,
    struct error *err)
{
	struct store tree = { .fd = -1 };
	int r;

	r = store_open_at(&tree, root->fd, root->path, who, err);
	if (r == -1 && err->absent)
		error_set(err, STATUS_SYSTEM, "%s/%s: your shared "
		    "place is not there", root->path, who);
	if (r == 0)
		r = list_all(&tree, dir, err);
	store_close(&tree);
	return r;
}

int
removal_sees(struct removal *r, const char *dir)
{
	struct store root = { .fd = -1 };
	struct error err = { 0 };

	/* What was read of the other's by now holds nothing up. */
	cli_note_said();
	if (store_open_root(&root, r->root, &err) == -1) {
		if (err.absent)
			error_set(&err, STATUS_SYSTEM, "%s: it is not there",
			    r->root);
	} else if (is_place(&root, r->who, &err) &&
	    look_into(&root, r->who, dir, &err) == 0 &&
	    r->ours->fd == -1)
		error_set(&err, STATUS_SYSTEM, "%s/%s: it cannot be opened",
		    r->root, r->who);
	store_close(&root);
	if (err.status == STATUS_OK)
		return 1;
	r->seen = 0;
	removal_missed(r, &err);
	/* In a place that is not whole what is there can go all the same. */
	if (r->ours->fd == -1 || list_all(r->ours, dir, &err) == -1)
		r->reach = 0;
	error_clear(&err);
	return 0;
}

int
removal_sees_own(struct removal *r, const char *dir)
{
	struct error err = { 0 };
	int seen;

	seen = r->mine->fd != -1 &&
	    store_look(r->mine, "", LAYOUT_LOG, &err) == STORE_THERE &&
	    list_all(r->mine, dir, &err) == 0;
	if (!seen && err.status == STATUS_OK)
		error_set(&err, STATUS_SYSTEM, "%s: your private place is not "
		    "there", r->mine->path == NULL ? r->who : r->mine->path);
	removal_missed(r, &err);
	return seen;
}

void
removal_tries(struct removal *r, const struct cli *cli, const char *dir,
    int mends)
{
	struct error err = { 0 };

	if (!r->reach || r->ours->fd == -1 ||
	    store_may_change(r->ours, dir, &err) == 0)
		return;
	if (!mends || !err.closed || r->ours->owner != geteuid()) {
		cli_warn(cli, "%s: it takes no changes", error_message(&err));
		r->reach = 0;
		removal_missed(r, &err);
	}
	error_clear(&err);
}

/* An option and its argument, as a shell takes them. */
static void
add_option(struct buf *b, const char *option, const char *argument)
{
	char *word;

	if (argument == NULL)
		return;
	word = command_word(argument);
	buf_printf(b, " %s %s", option, word);
	free(word);
}

enum status
removal_end(struct removal *r, const struct cli *cli, const char *what,
    const char *again)
{
	char *command;
	struct buf b = { 0 };

	cli_note_said();
	if (removal_is_whole(r))
		return STATUS_OK;
	command = command_typed(cli->name);
	buf_printf(&b, "%s: %s", error_message(&r->why), message(what));
	if (again != NULL) {
		buf_str(&b, "; ");
		sentence_add(&b, "once that is mended, run: %s", command);
		if (*again != '\0')
			buf_printf(&b, " %s", again);
		add_option(&b, "-d", cli->dir);
		add_option(&b, "-u", cli->as);
	}
	cli_warn(cli, "%s", buf_string(&b));
	free(command);
	buf_free(&b);
	error_clear(&r->why);
	return STATUS_SYSTEM;
}

/*
 * Wishes.
 */

static void
wish_file(const char *kind, const char *random, char s[WISH_SIZE])
{
	snprintf(s, WISH_SIZE, "%s%s.yaml", kind, random);
}

int
removal_wish(const struct store *mine, const char *kind,
    const char *random, struct error *err)
{
	static const char text[] = "wish: \"take back what is shared of it\"\n";
	char file[WISH_SIZE];

	wish_file(kind, random, file);
	return store_put(mine, WISHES, file, text, sizeof(text) - 1, err) ==
	    STORE_WROTE ? 0 : -1;
}

int
removal_unwish(const struct store *mine, const char *kind,
    const char *random, struct error *err)
{
	char file[WISH_SIZE];

	wish_file(kind, random, file);
	return store_remove(mine, WISHES, file, err);
}

/* True for the name of a wish of that kind, which tells `random`. */
static int
is_wish(const char *name, const char *kind, char random[ID_RANDOM + 1])
{
	char file[WISH_SIZE];

	if (strlen(name) + 1 != WISH_SIZE)
		return 0;
	strlcpy(random, name + strlen(kind), ID_RANDOM + 1);
	wish_file(kind, random, file);
	return strcmp(name, file) == 0;
}

struct found {
	struct entry_id	*ids;
	size_t		 count;
};

static void
add_found(void *arg, const struct entry_id *id)
{
	struct found *f = arg;

	f->ids = need_array(f->ids, f->count + 1, sizeof(*f->ids));
	f->ids[f->count++] = *id;
}

/* The words are one's own still, or were let go of: no copy is kept. */
static int
take_entry(const struct store *ours, const struct store *mine,
    const char *random, struct error *err)
{
	struct found found = { 0 };
	char whole[ID_SIZE];
	size_t i;
	int r;

	r = journal_find(ours, random, add_found, &found, err);
	for (i = 0; r == 0 && i < found.count; i++) {
		id_write(&found.ids[i], whole);
		r = trash_forget(ours, mine, &found.ids[i],
		    i + 1 < found.count ? whole : random, err);
	}
	free(found.ids);
	return r == -1 ? -1 : found.count > 0;
}

/* True for a file that surely says no not-now. */
static int
is_soft(const struct store_dir *d, const char *file)
{
	struct buf b = { 0 };
	struct yaml y = { 0 };
	const char *now = NULL;
	int soft;

	if (store_read(d->fd, file, ENTRY_BYTES, &b, file, NULL) == 0 &&
	    yaml_read(&y, b.data, b.length, file, NULL) == 0)
		now = yaml_get_text(y.root, "now");
	soft = now != NULL && strcmp(now, "not-now") != 0;
	yaml_drop(&y);
	buf_free(&b);
	return soft;
}

static int
take_bound(const struct store *ours, const char *random, struct error *err)
{
	struct store_dir d = { .fd = -1 };
	size_t i;
	int r, n = 0;

	r = store_open_dir(ours, LAYOUT_BOUNDS, &d, err);
	for (i = 0; r == 1 && i < d.count; i++) {
		if (strncmp(d.names[i], random, ID_RANDOM) != 0 ||
		    strstr(d.names[i], ".yaml") == NULL)
			continue;
		n++;
		if (is_soft(&d, d.names[i]) &&
		    store_remove(ours, LAYOUT_BOUNDS, d.names[i], err) == -1)
			r = -1;
	}
	store_free_dir(&d);
	return r == -1 ? -1 : n > 0;
}

int
removal_carry_out(const struct store *ours, const struct store *mine,
    struct error *err)
{
	struct store_dir d = { .fd = -1 };
	char random[ID_RANDOM + 1];
	size_t i;
	int r, took, n = 0;

	r = store_open_dir(mine, WISHES, &d, err);
	for (i = 0; i < d.count; i++) {
		if (is_wish(d.names[i], REMOVAL_ENTRY, random))
			took = take_entry(ours, mine, random, err);
		else if (is_wish(d.names[i], REMOVAL_BOUND, random))
			took = take_bound(ours, random, err);
		else
			continue;
		if (took == -1 || (took == 1 && store_remove(mine, WISHES,
		    d.names[i], err) == -1))
			r = -1;
		n += took == 1;
	}
	store_free_dir(&d);
	return r == -1 ? -1 : n;
}
