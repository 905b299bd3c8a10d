/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/text.h"
#include "consent/pause.h"
#include "consent/pause_word.h"
#include "consent/pause_write.h"
#include "consent/vocabulary.h"
#include "couple/couple.h"
#include "couple/settings.h"
#include "store/entry_id.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"
#include "store/store_write.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/stop.h"

#define STOPPED	"Stopped. Nothing is owed. Water, a blanket, quiet, or " \
	"nothing at all."

#define ALOUD	"your partner cannot see this pause. If you can, say " \
	"\"pause\" aloud. If words do not come, going still or leaving the " \
	"room counts just as much. Nothing is owed."

/*
 * Place a pause in one tree and say what was not right. True if it stands,
 * else err says why not.
 */
static int
place(const struct cli *cli, const struct store *tree, enum status *status,
    struct error *err)
{
	struct error after = { 0 };
	enum store_wrote wrote = pause_set(tree, err);

	if (wrote == STORE_UNSURE)
		cli_warn(cli, "%s: your pause is on, but the disk could not "
		    "confirm it: say it aloud too, if you can", tree->path);
	if (wrote == STORE_UNSURE || wrote == STORE_NOT)
		*status = STATUS_SYSTEM;
	if (wrote != STORE_NOT)
		error_clear(err);
	/* A yes from before is none any more, also when the pause ends. */
	if (wrote != STORE_NOT && signal_take_back(tree, NULL, &after) == -1)
		cli_worsen(status, cli_fail(cli, &after));
	return wrote != STORE_NOT;
}

/* Mirror a pause for whoever's private place is on this account. */
static void
mirror(const struct cli *cli, const struct couple *c, const char *who)
{
	struct error err = { 0 };
	struct store private;

	if (c->private != NULL && couple_private(c, who, &private,
	    &err) == 0) {
		if (pause_mirror(&private, &err) == -1)
			cli_fail(cli, &err);
		store_close(&private);
	}
	error_clear(&err);
}

/* Where a pause goes when it cannot be told who this is. */
struct anywhere {
	const struct cli	*cli;
	const struct couple	*couple;
	struct store		 root;
	struct buf		 names;		/* whose places it stands in */
	int			 count;
	struct error		 err;		/* why it is not in another */
};

/*
 * Try to place it in one tree: whether this account may write there is told by
 * nothing else as surely.
 */
static void
try_tree(struct anywhere *a, const char *who, enum status *status)
{
	struct store tree;
	struct error why = { 0 };

	if (store_open_at(&tree, a->root.fd, a->couple->shared, who,
	    &why) == 0 && place(a->cli, &tree, status, &why)) {
		mirror(a->cli, a->couple, who);
		buf_printf(&a->names, "%s%s", a->count++ > 0 ? ", " : "",
		    who);
	}
	/* What is no directory is nobody's place. */
	if (why.status == STATUS_SYSTEM)
		error_join(&a->err, &why);
	error_clear(&why);
	store_close(&tree);
}

/*
 * In every place that this account may write; where they cannot be listed, in
 * those whose names are known. Whatever is in the way of one keeps it from no
 * other.
 */
static void
anywhere(struct anywhere *a, enum status *status)
{
	const struct couple *c = a->couple;
	struct store_dir d = { .fd = -1 };
	char *slug = settings_named(&c->settings, a->cli);
	size_t i;
	int r;

	r = c->shared == NULL ? -1 : store_open_root(&a->root, c->shared,
	    &a->err);
	if (r == 0 && store_open_dir(&a->root, "", &d, &a->err) == 1)
		for (i = 0; i < d.count; i++) {
			/* What has no person's name is read by nobody. */
			if (id_is_slug(d.names[i], strlen(d.names[i])))
				try_tree(a, d.names[i], status);
		}
	else if (r == 0) {
		for (i = 0; i < c->count; i++)
			try_tree(a, c->people[i], status);
		if (c->count == 0 && slug != NULL)
			try_tree(a, slug, status);
	}
	free(slug);
	store_free_dir(&d);
	store_close(&a->root);
}

/* True where it stands in one place, which is not that of whoever paused. */
static int
is_elsewhere(const struct anywhere *a)
{
	const char *me = a->couple->me;

	return a->count == 1 && me != NULL &&
	    strcmp(buf_string(&a->names), me) != 0;
}

/* True in a place for one, where couple.yaml could be read. */
static int
is_alone(const struct couple *c)
{
	return c->count == 1 && c->other == NULL && c->ours.fd != -1;
}

static void
say_aloud(const struct cli *cli, const struct couple *c)
{
	if (is_alone(c)) {
		cli_warn(cli, "your pause could not be kept, and it counts all "
		    "the same. Nothing is owed.");
		return;
	}
	cli_warn(cli, ALOUD);
}

enum status
pause_word(const struct cli *cli, const struct couple *c, struct error *opened)
{
	enum status status = STATUS_OK;
	struct anywhere a = { .cli = cli, .couple = c, .root.fd = -1 };
	struct error err = { 0 };
	int placed;

	placed = c->ours.fd != -1 && place(cli, &c->ours, &status, &err);
	if (err.status != STATUS_OK)
		cli_fail(cli, &err);
	/* Under another's name, too, this account pauses where it can. */
	if (!placed)
		anywhere(&a, &status);
	if (a.count > 0) {
		placed = 1;
		status = STATUS_OK;
	} else if (a.err.status != STATUS_OK && !a.err.absent &&
	    c->ours.fd == -1)
		cli_fail(cli, &a.err);
	if (a.count > 1)
		cli_warn(cli, "it was not clear whose pause this is, so it is "
		    "on for %s; 'resume -u NAME' ends one of them",
		    buf_string(&a.names));
	else if (is_elsewhere(&a))
		cli_warn(cli, "your own place takes no pause just now, so it "
		    "is on for %s; 'resume -u %s' ends it",
		    buf_string(&a.names), buf_string(&a.names));
	error_clear(&a.err);
	buf_free(&a.names);
	/* A mirror alone holds one's own tools, until the rest is back. */
	if (c->mine.fd != -1 && pause_mirror(&c->mine, &err) == -1)
		cli_worsen(&status, cli_fail(cli, &err));
	/* It is on, but may be lost with its one file. */
	if (opened->status == STATUS_SYSTEM && !opened->absent)
		status = STATUS_SYSTEM;
	if (placed && c->settings.unread && cli->dir == NULL &&
	    getenv("UNHURRIED_DIR") == NULL) {
		cli_warn(cli, "your pause is on in %s, which may not be where "
		    "your partner reads: say it aloud too, if you "
		    "can", c->shared);
		status = STATUS_SYSTEM;
	}
	if (placed && opened->status != STATUS_OK)
		cli_warn(cli, "your pause is on. There was also some trouble: "
		    "%s",
		    error_message(opened));
	else if (!placed && opened->status != STATUS_OK)
		cli_warn(cli, "%s", error_message(opened));
	if (placed)
		cli_say(cli, STOPPED);
	else {
		say_aloud(cli, c);
		status = STATUS_SYSTEM;
	}
	error_clear(opened);
	return status;
}

static const struct couple *last;

static void
mark_last(void)
{
	static const char marked[] = "your pause is on: say it aloud too, if "
	    "you can. Nothing is owed.\n", aloud[] = ALOUD "\n";

	if (pause_mark(&last->ours))
		(void)!write(STDERR_FILENO, marked, sizeof(marked) - 1);
	else
		(void)!write(STDERR_FILENO, aloud, sizeof(aloud) - 1);
	_exit(STATUS_SYSTEM);
}

void
pause_word_at_end(const struct couple *c)
{
	last = c;
	memory_at_end(mark_last);
}

/*
 * What is meant.
 */

/* True for a pause without the signs around a word. */
static int
pauses_bare(const struct store *tree, const char *s)
{
	char word[TEXT_BARE];

	text_bare(s, word);
	return meaning_of(tree, word) == MEANS_PAUSE;
}

int
pause_word_is_everyones(char **operands)
{
	return *operands != NULL && (stop_always(*operands) ||
	    (stop_is(*operands) && (operands[1] == NULL ||
	    strcmp(operands[1], "about") == 0)));
}

/* True where any words of a phrase that stand together are a pause. */
static int
any_pauses(const struct store *tree, const char *said)
{
	char *words = need_string(said), *from, *end, kept;
	int pauses = 0;

	for (from = words; !pauses && *from != '\0'; from += strspn(from,
	    BLANKS)) {
		for (end = from; !pauses && *end != '\0' &&
		    end - from < TEXT_BARE;) {
			end += strspn(end, BLANKS);
			end += strcspn(end, BLANKS);
			kept = *end;
			*end = '\0';
			pauses = pauses_bare(tree, from);
			*end = kept;
		}
		from += strcspn(from, BLANKS);
	}
	free(words);
	return pauses;
}

int
pause_word_is_meant(const struct store *tree, char **operands, int anywhere)
{
	struct buf said = { 0 };
	char first[TEXT_BARE], whole[TEXT_BARE];
	enum meaning m;
	int pauses;

	if (*operands == NULL)
		return 0;
	/* Without a file, and without memory. */
	if (pause_word_is_everyones(operands))
		return 1;
	buf_words(&said, operands, "about");
	text_bare(*operands, first);
	m = meaning_of(tree, buf_string(&said));
	pauses = m == MEANS_PAUSE ||
	    (strcmp(first, buf_string(&said)) != 0 &&
	    meaning_own(tree, first) == MEANS_PAUSE);
	/* What means nothing else may be, or begin with, a stop of any kind. */
	if (m == MEANS_UNKNOWN && !pauses) {
		text_bare(buf_string(&said), whole);
		pauses = stop_may_be(first) ||
		    (strcmp(whole, buf_string(&said)) != 0 &&
		    meaning_of(tree, whole) == MEANS_PAUSE) ||
		    (anywhere && any_pauses(tree, buf_string(&said)));
	}
	buf_free(&said);
	return pauses;
}

/*
 * Answers.
 */

static struct cli		*asking;
static const struct couple	*asked;

static int
is_heeded(const char *answer, enum ask_answer may_be)
{
	char *words[] = { need_string(answer), NULL };
	struct error none = { 0 };
	int pauses;

	pauses = (may_be == ASK_WORD || !stop_is_no(answer)) &&
	    pause_word_is_meant(&asked->ours, words, 0);
	free(words[0]);
	if (!pauses)
		return 0;
	if (asking->dry_run)
		fputs(pause_text(), stdout);
	else if (is_alone(asked))
		cli_say(asking, STOPPED);
	else
		cli_worsen(&asking->worst, pause_word(asking, asked, &none));
	return 1;
}

void
pause_word_heed(struct cli *cli, const struct couple *c)
{
	asking = cli;
	asked = c;
	ask_heed(is_heeded);
}
