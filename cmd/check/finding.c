/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/message.h"
#include "base/sentence.h"
#include "finding.h"
#include "mend.h"
#include "origins.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"

mode_t
finding_mode(const struct spot *s)
{
	int directory = S_ISDIR(s->st.st_mode);

	if (s->shelf->own_modes)
		return directory ? 0700 : 0600;
	return directory ? s->shelf->store.dir_mode :
	    s->shelf->store.file_mode;
}

/* Everything a check can find. Without mend, only a person can tell. */
static const struct row {
	const char	*at;		/* of the file, after its path */
	const char	*says;		/* with the detail, if there is one */
	enum status	 status;
	int		(*mend)(const struct checkup *, const struct spot *,
			    struct error *);
	const char	*done;		/* by that; without it, what is so */
	const char	*would;		/* be done by that, where -n tells it */
} rows[] = {
	[FOUND_MORE] = { "",
	    SENTENCE("more here is out of place or not in order, beside what "
	        "was named: %s"),
	    STATUS_DATA, NULL, NULL, NULL },
	[FOUND_FOREIGN] = { ":1:1",
	    "%s",
	    STATUS_DATA, NULL, NULL, NULL },
	[FOUND_STRANGE] = { ":1:1",
	    "%s",
	    STATUS_DATA, NULL, NULL, NULL },
	[FOUND_PERSON] = { ":1:1",
	    SENTENCE("expected a file by this tree's own person"),
	    STATUS_DATA, NULL, NULL, NULL },
	[FOUND_AHEAD] = { "",
	    SENTENCE("its time is in the future: %s"),
	    STATUS_NO, NULL, NULL, NULL },
	[FOUND_DOUBLE] = { "",
	    SENTENCE("the same words of the same moment as %s"),
	    STATUS_NO, mend_double,
	    SENTENCE("moved to your trash"),
	    SENTENCE("would be moved to your trash") },
	[FOUND_MONTH] = { ":1:1",
	    SENTENCE("expected in the month that its name tells"),
	    STATUS_DATA, NULL, NULL, NULL },
	[FOUND_OWNER] = { "",
	    SENTENCE("it belongs to another account than the place it is in"),
	    STATUS_DATA, NULL, NULL, NULL },
	[FOUND_OPEN] = { "",
	    SENTENCE("open to others: %s"),
	    STATUS_NO, mend_mode,
	    SENTENCE("closed"),
	    SENTENCE("would be closed") },
	[FOUND_ALIKE] = { "",
	    SENTENCE("open to others, and so is all in it, as on a disk that "
		"keeps no modes: %s"),
	    STATUS_NO, mend_mode,
	    SENTENCE("closed"),
	    SENTENCE("would be closed") },
	[FOUND_LIST] = { "",
	    SENTENCE("it has an access list, too: 'getfacl' shows who else "
		"may open it, and 'setfacl -b' ends that"),
	    STATUS_NO, NULL, NULL, NULL },
	[FOUND_CLOSED] = { "",
	    SENTENCE("closed to those it is for: %s"),
	    STATUS_NO, mend_mode,
	    SENTENCE("opened"),
	    SENTENCE("would be opened") },
	[FOUND_AWAY] = { "",
	    SENTENCE("this file is in iCloud alone now: open it there, so "
		"that it comes back here"),
	    STATUS_DATA, NULL, NULL, NULL },
	[FOUND_LINKED] = { "",
	    SENTENCE("this file has a second name somewhere (a hard link): "
		"a copy of it in its place ends that"),
	    STATUS_NO, NULL, NULL, NULL },
	[FOUND_COPY_SAME] = { "",
	    SENTENCE("a second copy, the same as %s"),
	    STATUS_NO, mend_copy,
	    SENTENCE("moved to your trash"),
	    SENTENCE("would be moved to your trash") },
	[FOUND_COPY_DIFFERS] = { "",
	    SENTENCE("a second copy, not the same as %s"),
	    STATUS_NO, mend_choose,
	    SENTENCE("settled"), NULL },
	[FOUND_COPY_ALONE] = { "",
	    SENTENCE("a second copy, with no first: %s"),
	    STATUS_NO, mend_rename,
	    SENTENCE("renamed to that"),
	    SENTENCE("would be renamed to that") },
	[FOUND_COPY_FORGOTTEN] = { "",
	    SENTENCE("a second copy of what you let go of"),
	    STATUS_NO, mend_copy,
	    SENTENCE("moved to your trash"),
	    SENTENCE("would be moved to your trash") },
	[FOUND_COPY] = { "",
	    SENTENCE("a second copy of %s"),
	    STATUS_NO, NULL, NULL, NULL },
	[FOUND_TEMP] = { "",
	    SENTENCE("left half-way more than a day ago"),
	    STATUS_NO, mend_temp,
	    SENTENCE("removed"),
	    SENTENCE("would be removed") },
	[FOUND_TEMP_SOME] = { "",
	    SENTENCE("left half-way more than a day ago, with something in "
		"it"),
	    STATUS_NO, mend_left,
	    SENTENCE("moved to your trash"),
	    SENTENCE("would be moved to your trash") },
	[FOUND_TEMP_WORDS] = { "",
	    SENTENCE("left half-way more than a day ago, with words of "
		"yours in it"),
	    STATUS_NO, mend_words,
	    SENTENCE("moved to your trash, so that 'forget --undo' can "
		"bring it back"),
	    SENTENCE("would be moved to your trash, so that "
		"'forget --undo' can bring it back") },
	[FOUND_LEFTOVER] = { "",
	    SENTENCE("left by another program: yours to keep or remove"),
	    STATUS_NO, NULL, NULL, NULL },
	[FOUND_RECOVERED] = { "",
	    SENTENCE("words of yours were put aside here: save them where "
		"you like, then remove the file"),
	    STATUS_NO, mend_waiting,
	    SENTENCE("moved to your trash"), NULL },
	[FOUND_NO_MARK] = { "",
	    SENTENCE("the shared mark that this was forgotten is not there"),
	    STATUS_NO, mend_mark,
	    SENTENCE("put back"),
	    SENTENCE("would be put back") },
	[FOUND_EMPTY] = { "",
	    SENTENCE("it is empty: if it is synced, let that finish; to "
		"make it anew: unhurried join"),
	    STATUS_SYSTEM, NULL, NULL, NULL },
	[FOUND_NOT_THEIRS] = { "",
	    SENTENCE("expected to belong to the login that its person.yaml "
	    "names"), STATUS_DATA, NULL,
	    SENTENCE("until then only a pause in it counts"), NULL },
	[FOUND_MISSING] = { "",
	    SENTENCE("not there"),
	    STATUS_NO, mend_missing,
	    SENTENCE("made"),
	    SENTENCE("would be made") },
	[FOUND_NO_HERE] = { "",
	    SENTENCE("not there, so everything reads as paused"),
	    STATUS_NO, mend_here,
	    SENTENCE("made"),
	    SENTENCE("would be made") },
	[FOUND_NO_PERSON] = { "",
	    SENTENCE("not there: 'unhurried join' makes yours"),
	    STATUS_NO, NULL, NULL, NULL },
	[FOUND_ELSEWHERE] = { "",
	    SENTENCE("not placed from this computer"),
	    STATUS_NO, origins_take,
	    SENTENCE("noted as yours"),
	    SENTENCE("would be noted as yours") }
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
	    s->st.st_uid == c->uid && ((row->mend != mend_waiting &&
	    row->mend != mend_choose) ||
	    (c->repair && !c->cli->dry_run && ask_can(c->cli)));
}

static void
tell(struct buf *line)
{
	if (screen_is_read())
		screen_wrap(stdout, "", "  ", buf_string(line));
	else {
		screen_put(stdout, buf_string(line), line->length);
		putchar('\n');
	}
	buf_free(line);
}

static void
add_more(struct buf *line, const char *format, const char *what)
{
	buf_str(line, ": ");
	sentence_add(line, format, what);
}

void
finding(struct checkup *c, const struct spot *s, enum finding what,
    const char *detail)
{
	const struct row *row = &rows[what];
	struct error err = { 0 };
	struct buf line = { 0 };
	enum status left = row->status;
	int stays, notes = row->mend == origins_take;

	c->told++;
	message_plain(0);
	buf_printf(&line, "%s%s: ", s->path, row->at);
	sentence_add(&line, row->says, detail == NULL ? "" : message(detail));
	if (row->mend == NULL && row->done != NULL)
		add_more(&line, row->done, "");
	if (may_mend(c, s, row)) {
		if (!(notes ? c->noting : c->repair))
			c->mendable |= !notes;
		else if (c->cli->dry_run)
			add_more(&line, row->would, "");
		else if ((stays = row->mend(c, s, &err)) == 0) {
			add_more(&line, row->done, "");
			left = STATUS_OK;
		} else if (stays == -1) {
			add_more(&line, SENTENCE("not mended: %s"),
			    error_message(&err));
			cli_worsen(&left, err.status);
		}
	}
	cli_worsen(&c->worst, left);
	c->writable |= what == FOUND_OPEN && left != STATUS_OK &&
	    s->shelf != &c->mine && s->shelf != &c->kept &&
	    (s->st.st_mode & ~finding_mode(s) & 0022) != 0;
	error_clear(&err);
	tell(&line);
	message_plain(1);
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
	const char *said = error_message(err), *key, *found;
	const char *name = s == NULL ? "" : s->path;
	size_t n = strlen(said), lead = strlen(name);
	struct buf line = { 0 };
	unsigned int at = data == NULL ? 0 : git_line(data);

	if (err->status == STATUS_OK)
		return;
	c->told++;
	cli_worsen(&c->worst, err->status);
	if (err->status == STATUS_DATA && at > 0)
		sentence_add(&line, "%s:%u:1: expected one version, found two "
		    "that git could not join: keep one of them", name, at);
	else if (err->status == STATUS_DATA && lead > 0 && n > lead) {
		/* What was found, or is a key, could be somebody's words. */
		key = strstr(said + lead, twice);
		if (key != NULL) {
			lead += 1 + strspn(said + lead + 1, "0123456789:");
			buf_put(&line, said, lead);
			buf_str(&line, key + 1);
		} else {
			found = strstr(said + lead, ", found ");
			buf_put(&line, said, found == NULL ? n :
			    (size_t)(found - said));
		}
	} else
		buf_str(&line, said);
	error_clear(err);
	tell(&line);
}
