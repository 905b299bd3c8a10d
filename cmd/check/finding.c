/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "consent/setup.h"
#include "finding.h"
#include "store/journal.h"
#include "store/mirror.h"
#include "store/store_read.h"
#include "store/store.h"
#include "store/store_write.h"
#include "store/trash.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"

#define WAITING_BYTES	((size_t)64 * 1024 * 1024)

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
mend_mode(const struct checkup *c, const struct spot *s, struct error *err)
{
	(void)c;
	return store_set_mode(&s->shelf->store, s->dir, s->name,
	    finding_mode(s), err);
}

static int
words_to_trash(const struct checkup *c, const struct spot *s,
    struct error *err)
{
	return trash_retire(&s->shelf->store, &c->mine.store, s->dir, s->name,
	    &s->id, err);
}

static int
copy_to_trash(const struct checkup *c, const struct spot *s,
    struct error *err)
{
	char name[JOURNAL_FILE_SIZE];

	/* No version of the entry: 'forget --undo' brings back none of it. */
	journal_file(&s->id, ".copy", name);
	return trash_move(&s->shelf->store, &c->mine.store, s->dir, s->name,
	    name, err);
}

static int
rename_copy(const struct checkup *c, const struct spot *s, struct error *err)
{
	enum store_wrote wrote;

	(void)c;
	wrote = store_rename(&s->shelf->store, s->dir, s->name, s->first, err);
	if (wrote == STORE_EXISTS)
		return error_set(err, STATUS_NO, "that is there by now");
	return wrote == STORE_WROTE ? 0 : -1;
}

static int
drop_temp(const struct checkup *c, const struct spot *s, struct error *err)
{
	(void)c;
	return store_drop_temp(&s->shelf->store, s->dir, s->name, err);
}

/* Whatever it holds, it may be somebody's words. */
static int
keep_temp(const struct checkup *c, const struct spot *s, struct error *err)
{
	return trash_move(&s->shelf->store, &c->mine.store, s->dir, s->name,
	    "left", err);
}

/* Words that wait are a person's to say about. 1 where they stay. */
static int
ask_about_words(const struct checkup *c, const struct spot *s,
    struct error *err)
{
	struct buf line = { 0 }, words = { 0 };
	int go = 0, more = 1;

	cli_say(c->cli, "%s: words of yours were put aside here.", s->path);
	/* They are shown only if that is wanted. */
	while (more && ask_line("Enter leaves them, s shows them, t moves them "
	    "to your trash: ", &line)) {
		go = strcasecmp(buf_string(&line), "t") == 0;
		more = strcasecmp(buf_string(&line), "s") == 0;
		if (more && store_read_path(s->path, WAITING_BYTES, &words,
		    err) == -1)
			(void)cli_fail(c->cli, err);
		else if (more)
			screen_wrap(stderr, "    ", "    ", buf_string(&words));
	}
	buf_free(&line);
	buf_free(&words);
	return !go ? 1 : trash_move(&s->shelf->store, &c->mine.store, s->dir,
	    s->name, "words", err);
}

static int
put_back_mark(const struct checkup *c, const struct spot *s,
    struct error *err)
{
	(void)s;
	return mirror_restore(&c->ours.store, &c->mine.store, err) == -1 ? -1 :
	    0;
}

static int
make_here(const struct checkup *c, const struct spot *s, struct error *err)
{
	(void)c;
	return store_place(&s->shelf->store, s->dir, s->name, "", 0, err);
}

/* A directory of a tree, or what sync programs are told beside them. */
static int
make_missing(const struct checkup *c, const struct spot *s, struct error *err)
{
	return s->shelf == &c->root ? setup_ignores(&s->shelf->store, err) :
	    store_make_dir(&s->shelf->store, s->name, err);
}

/* Everything a check can find. Without mend, only a person can tell. */
static const struct row {
	const char	*says;		/* after the path, before the detail */
	enum status	 status;
	int		(*mend)(const struct checkup *, const struct spot *,
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
	[FOUND_CLOSED] = { ": closed to those it is for: ", STATUS_NO,
	    mend_mode, "opened" },
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
	[FOUND_RECOVERED] = { ": words of yours were put aside here: save them "
	    "where you like, then remove the file", STATUS_NO,
	    ask_about_words, "moved to your trash" },
	[FOUND_NO_MARK] = { ": the shared mark that this was forgotten is not "
	    "there", STATUS_NO, put_back_mark, "put back" },
	[FOUND_EMPTY] = { ": it is empty: if it is synced, let that finish; "
	    "to make it anew: unhurried join", STATUS_SYSTEM, NULL, NULL },
	[FOUND_NOT_THEIRS] = { ": expected to belong to the login that its "
	    "person.yaml names: until then only a pause in it counts",
	    STATUS_DATA, NULL, NULL },
	[FOUND_MISSING] = { ": not there", STATUS_NO, make_missing, "made" },
	[FOUND_NO_HERE] = { ": not there, so everything reads as paused",
	    STATUS_NO, make_here, "made" },
	[FOUND_NO_PERSON] = { ": not there: 'unhurried join' makes yours",
	    STATUS_NO, NULL, NULL }
};

/*
 * Telling.
 */

/* Only where it is one's own, by name and by account. */
static int
may_mend(const struct checkup *c, const struct spot *s,
    const struct row *row)
{
	return row->mend != NULL && s->shelf->mine &&
	    s->st.st_uid == geteuid() && (row->mend != ask_about_words ||
	    (c->repair && !c->cli->dry_run && ask_can(c->cli)));
}

static void
tell(struct buf *line)
{
	screen_put(stdout, buf_string(line), line->length);
	putchar('\n');
	buf_free(line);
}

void
finding(struct checkup *c, const struct spot *s, enum finding what,
    const char *detail)
{
	const struct row *row = &rows[what];
	struct error err = { 0 };
	struct buf line = { 0 };
	enum status left = row->status;
	int stays;

	buf_printf(&line, "%s%s%s", s->path, row->says,
	    detail == NULL ? "" : detail);
	if (may_mend(c, s, row)) {
		if (!c->repair)
			c->mendable = 1;
		else if (c->cli->dry_run)
			buf_printf(&line, ": would be %s", row->done);
		else if ((stays = row->mend(c, s, &err)) == 0) {
			buf_printf(&line, ": %s", row->done);
			left = STATUS_OK;
		} else if (stays == -1) {
			buf_printf(&line, ": not mended: %s",
			    error_message(&err));
			left = cli_worse(left, err.status);
		}
	}
	c->worst = cli_worse(c->worst, left);
	error_clear(&err);
	tell(&line);
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

void
finding_refused(struct checkup *c, const struct spot *s,
    const struct buf *data, struct error *err)
{
	static const char twice[] = ": this key stands here twice";
	const char *message = error_message(err), *key, *found;
	const char *name = s == NULL ? "" : s->path;
	size_t n = strlen(message), lead = strlen(name);
	struct buf line = { 0 };
	unsigned int at = data == NULL ? 0 : git_line(data);

	if (err->status == STATUS_OK)
		return;
	c->worst = cli_worse(c->worst, err->status);
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
		} else {
			found = strstr(message + lead, ", found ");
			buf_put(&line, message, found == NULL ? n :
			    (size_t)(found - message));
		}
	} else
		buf_str(&line, message);
	error_clear(err);
	tell(&line);
}
