/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "consent/setup.h"
#include "finding.h"
#include "store/journal.h"
#include "store/mirror.h"
#include "store/store.h"
#include "store/store_write.h"
#include "store/trash.h"
#include "term/cli.h"

/*
 * Mending: each 0, or -1 with err.
 */

mode_t
finding_mode(const struct spot *s)
{
	int directory = S_ISDIR(s->st.st_mode);

	if (s->shelf->own_modes)
		return directory ? 0700 : 0600;
	return directory ? s->shelf->store.dir_mode :
	    s->shelf->store.file_mode;
}

static int
mend_mode(const struct findings *f, const struct spot *s, struct error *err)
{
	(void)f;
	return store_set_mode(&s->shelf->store, s->dir, s->name,
	    finding_mode(s), err);
}

static int
words_to_trash(const struct findings *f, const struct spot *s,
    struct error *err)
{
	return trash_retire(&s->shelf->store, f->mine, s->dir, s->name,
	    &s->id, err);
}

static int
copy_to_trash(const struct findings *f, const struct spot *s,
    struct error *err)
{
	char name[JOURNAL_FILE_SIZE];

	/* No version of the entry: 'forget --undo' brings back none of it. */
	journal_file(&s->id, ".copy", name);
	return trash_move(&s->shelf->store, f->mine, s->dir, s->name, name,
	    err);
}

static int
rename_copy(const struct findings *f, const struct spot *s, struct error *err)
{
	enum store_wrote wrote;

	(void)f;
	wrote = store_rename(&s->shelf->store, s->dir, s->name, s->first, err);
	if (wrote == STORE_EXISTS)
		return error_set(err, STATUS_NO, "that is there by now");
	return wrote == STORE_WROTE ? 0 : -1;
}

static int
drop_temp(const struct findings *f, const struct spot *s, struct error *err)
{
	(void)f;
	return store_drop_temp(&s->shelf->store, s->dir, s->name, err);
}

/* Whatever it holds, it may be somebody's words. */
static int
keep_temp(const struct findings *f, const struct spot *s, struct error *err)
{
	return trash_move(&s->shelf->store, f->mine, s->dir, s->name, "left",
	    err);
}

/* Words that wait are a person's to say about. 1 where they stay. */
static int
ask_about_words(const struct findings *f, const struct spot *s,
    struct error *err)
{
	char *path = finding_path(s, 0);
	int go = f->may_go(f->arg, path);

	free(path);
	return !go ? 1 : trash_move(&s->shelf->store, f->mine, s->dir, s->name,
	    "words", err);
}

static int
put_back_mark(const struct findings *f, const struct spot *s,
    struct error *err)
{
	(void)s;
	return mirror_restore(f->ours, f->mine, err) == -1 ? -1 : 0;
}

static int
make_log(const struct findings *f, const struct spot *s, struct error *err)
{
	(void)f;
	return store_make_dir(&s->shelf->store, s->name, err);
}

static int
make_here(const struct findings *f, const struct spot *s, struct error *err)
{
	enum store_wrote wrote;

	(void)f;
	if (store_make_dir(&s->shelf->store, s->dir, err) == -1)
		return -1;
	wrote = store_create(&s->shelf->store, s->dir, s->name, "", 0, err);
	return wrote == STORE_WROTE || wrote == STORE_EXISTS ? 0 : -1;
}

static int
make_ignores(const struct findings *f, const struct spot *s,
    struct error *err)
{
	(void)f;
	return setup_ignores(&s->shelf->store, err);
}

/* Everything a check can find. Without mend, only a person can tell. */
static const struct row {
	const char	*says;		/* after the path, before the detail */
	enum status	 status;
	int		(*mend)(const struct findings *, const struct spot *,
			    struct error *);
	const char	*done;
} rows[] = {
	[FOUND_FOREIGN] = { ":1:1: expected ", STATUS_DATA, NULL, NULL },
	[FOUND_STRANGE] = { ":1:1: expected a regular file or a directory, "
	    "found ", STATUS_DATA, NULL, NULL },
	[FOUND_PERSON] = { ":1:1: expected a file by this tree's own person",
	    STATUS_DATA, NULL, NULL },
	[FOUND_MONTH] = { ":1:1: expected in the month that its name tells",
	    STATUS_DATA, NULL, NULL },
	[FOUND_OWNER] = { ": it belongs to another account than the place it "
	    "is in", STATUS_DATA, NULL, NULL },
	[FOUND_OPEN] = { ": open to others: ", STATUS_NO, mend_mode,
	    "closed" },
	[FOUND_CLOSED] = { ": closed to who reads it: ", STATUS_NO, mend_mode,
	    "opened" },
	[FOUND_LINKED] = { ": this file has a second name somewhere (a hard "
	    "link): a copy of it in its place ends that", STATUS_NO, NULL,
	    NULL },
	[FOUND_COPY_SAME] = { ": a second copy, the same as ", STATUS_NO,
	    copy_to_trash, "moved to your trash" },
	[FOUND_COPY_DIFFERS] = { ": a second copy, not the same as ",
	    STATUS_NO, NULL, NULL },
	[FOUND_COPY_ALONE] = { ": a second copy, with no first: ",
	    STATUS_NO, rename_copy, "renamed to that" },
	[FOUND_COPY_FORGOTTEN] = { ": a second copy of what you let go of",
	    STATUS_NO, copy_to_trash, "moved to your trash" },
	[FOUND_COPY] = { ": a second copy of ", STATUS_NO, NULL, NULL },
	[FOUND_TEMP] = { ": left half-way more than a day ago", STATUS_NO,
	    drop_temp, "removed" },
	[FOUND_TEMP_SOME] = { ": left half-way more than a day ago, with "
	    "something in it", STATUS_NO, keep_temp, "moved to your trash" },
	[FOUND_TEMP_WORDS] = { ": left half-way more than a day ago, with "
	    "words of yours in it", STATUS_NO, words_to_trash, "moved to your "
	    "trash, so that 'forget --undo' can bring it back" },
	[FOUND_LEFTOVER] = { ": left by another program: yours to keep or "
	    "remove", STATUS_NO, NULL, NULL },
	[FOUND_RECOVERED] = { ": words of yours wait here: keep them where you "
	    "wanted them, or remove the file, when you like", STATUS_NO,
	    ask_about_words, "moved to your trash" },
	[FOUND_NO_MARK] = { ": the shared mark that this was forgotten is not "
	    "there", STATUS_NO, put_back_mark, "put back" },
	[FOUND_EMPTY] = { ": it is empty: if it is synced, let that finish; "
	    "to make it anew: unhurried join", STATUS_SYSTEM, NULL, NULL },
	[FOUND_NOT_THEIRS] = { ": expected to belong to the login that its "
	    "person.yaml names: until then only a pause in it counts",
	    STATUS_DATA, NULL, NULL },
	[FOUND_NO_LOG] = { ": not there", STATUS_NO, make_log, "made" },
	[FOUND_NO_HERE] = { ": not there, so everything reads as paused",
	    STATUS_NO, make_here, "made" },
	[FOUND_NO_PERSON] = { ": not there: 'unhurried join' makes yours",
	    STATUS_NO, NULL, NULL },
	[FOUND_NO_IGNORES] = { ": not there", STATUS_NO, make_ignores, "made" }
};

/*
 * Telling.
 */

char *
finding_path(const struct spot *s, int first)
{
	const char *name = first ? s->first : s->name;
	struct buf b = { 0 };

	buf_str(&b, s->shelf->store.path);
	if (*s->dir != '\0')
		buf_printf(&b, "/%s", s->dir);
	if (strcmp(name, ".") != 0)
		buf_printf(&b, "/%s", name);
	return b.data;
}

/* Only where it is one's own, by name and by account. */
static int
may_mend(const struct findings *f, const struct spot *s,
    const struct row *row)
{
	int can_ask = f->repair && !f->dry_run && f->may_go != NULL;

	return row->mend != NULL && s->shelf->mine &&
	    s->st.st_uid == geteuid() &&
	    (row->mend != ask_about_words || can_ask);
}

static void
tell(struct findings *f, struct buf *line)
{
	f->tell(f->arg, buf_string(line));
	buf_free(line);
}

void
finding(struct findings *f, const struct spot *s, enum finding what,
    const char *detail)
{
	const struct row *row = &rows[what];
	struct error err = { 0 };
	struct buf line = { 0 };
	enum status left = row->status;
	char *path = finding_path(s, 0);
	int stays;

	buf_printf(&line, "%s%s%s", path, row->says,
	    detail == NULL ? "" : detail);
	free(path);
	if (may_mend(f, s, row)) {
		if (!f->repair)
			f->mendable = 1;
		else if (f->dry_run)
			buf_printf(&line, ": would be %s", row->done);
		else if ((stays = row->mend(f, s, &err)) == 0) {
			buf_printf(&line, ": %s", row->done);
			left = STATUS_OK;
		} else if (stays == -1) {
			buf_printf(&line, ": not mended: %s",
			    error_message(&err));
			left = cli_worse(left, err.status);
		}
	}
	f->worst = cli_worse(f->worst, left);
	error_clear(&err);
	tell(f, &line);
}

/* The line in which git begins to show two versions, or 0. */
static unsigned int
git_line(const struct buf *b)
{
	const char *p = buf_string(b), *end;
	unsigned int line = 1;

	for (; *p != '\0'; p = end + (*end == '\n'), line++) {
		end = p + strcspn(p, "\n");
		if (strncmp(p, "<<<<<<< ", 8) == 0)
			return line;
	}
	return 0;
}

/* How much of a text stands before another in it. */
static size_t
before(const char *text, const char *other)
{
	const char *p = strstr(text, other);

	return p == NULL ? strlen(text) : (size_t)(p - text);
}

void
finding_refused(struct findings *f, const char *name, const struct buf *data,
    struct error *err)
{
	static const char twice[] = ": this key stands here twice";
	const char *message = error_message(err), *key;
	size_t n = strlen(message), lead = strlen(name);
	struct buf line = { 0 };
	unsigned int at = data == NULL ? 0 : git_line(data);

	f->worst = cli_worse(f->worst, err->status);
	if (err->status == STATUS_DATA && at > 0)
		buf_printf(&line, "%s:%u:1: expected one version, found two "
		    "that git could not join: keep one of them", name, at);
	else if (err->status == STATUS_DATA && lead > 0 && n > lead) {
		/* What was found, or is a key, could be somebody's words. */
		key = strstr(message + lead, twice);
		if (key != NULL) {
			lead += 1 + strspn(message + lead + 1, "0123456789:");
			buf_put(&line, message, lead);
			buf_str(&line, key + 1);
		} else
			buf_put(&line, message, lead + before(message + lead,
			    ", found "));
	} else
		buf_str(&line, message);
	error_clear(err);
	tell(f, &line);
}
