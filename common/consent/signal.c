/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/message.h"
#include "base/sentence.h"
#include "consent/signal.h"
#include "couple/couple.h"
#include "couple/origin.h"
#include "store/conflict.h"
#include "store/layout.h"
#include "store/placed.h"
#include "store/records.h"
#include "store/store_dir.h"
#include "store/store.h"
#include "store/store_write.h"
#include "term/screen.h"

#define NOW		LAYOUT_NOW
#define SIGNAL		"signal"	/* any name that begins so */
#define SIGNAL_FILE	LAYOUT_SIGNAL
#define MOST_SIGNALS	16		/* of one person: one, and copies */

#define READY_SECONDS	3600L
#define SIGNAL_SECONDS	(12L * 3600)

#define AT(member)	.at = offsetof(struct signal_give, member)

static const struct record_field signal_fields[] = {
	/* Neither none nor pause is one. */
	{ "meaning", RECORD_CHOICE, AT(meaning), .needed = 1,
	    .most = MEANS_PAUSE, .words = vocabulary_names,
	    .expects = SENTENCE("expected comfort, hesitation or ready") },
	{ "word", RECORD_LINE, AT(word), .needed = 1, .most = VOCABULARY_BYTES,
	    .expects = SENTENCE("expected a word of at most 64 bytes") },
	{ "about", RECORD_TEXT, AT(about), .most = SIGNAL_ABOUT,
	    .expects = SENTENCE("expected at most 1000 bytes") },
	{ "at", RECORD_TIME, AT(at), .needed = 1 }
};

static const struct record_kind signal_kind = {
	RECORD_FIELDS(signal_fields, struct signal_give), .bit = 1,
	.bytes = RECORD_BYTES
};

void
signal_free(struct signal_give *s)
{
	record_free(&signal_kind, s);
}

static int
is_believed(const struct signal_give *s, time_t now)
{
	long lasts = s->meaning == MEANS_READY ? READY_SECONDS :
	    SIGNAL_SECONDS;

	if (now - s->at.instant >= lasts)
		return 0;
	return s->meaning == MEANS_HESITATION ||
	    s->at.instant - now <= RECORD_AHEAD;
}

/* True for the name of a signal, or of one that is elsewhere just now. */
static int
is_signal(const char *file, const void *of)
{

	(void)of;
	return records_begins(file + copy_words(file) + (*file == '.'), SIGNAL);
}

static int
same_text(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* Two files of one person: what protects more, else only what both say. */
static void
join_signals(struct signal_give *kept, struct signal_give *s)
{
	struct signal_give swap;

	if (kept->meaning != MEANS_HESITATION &&
	    s->meaning == MEANS_HESITATION) {
		swap = *kept;
		*kept = *s;
		*s = swap;
	} else if (kept->meaning != MEANS_HESITATION &&
	    (kept->meaning != s->meaning ||
	    !same_text(kept->word, s->word) ||
	    !same_text(kept->about, s->about)))
		record_free(&signal_kind, kept);
}

void
signal_read(const struct store_dir *d, time_t now, struct signal_give *kept,
    signal_unread *unread, void *to)
{
	struct error err = { 0 };
	struct signal_give s;
	size_t i, n = 0;
	int files = 0;

	for (i = 0; i < d->count; i++) {
		if (!is_signal(d->names[i], NULL))
			continue;
		if (++files > MOST_SIGNALS) {
			error_set(&err, STATUS_DATA, "%s: more than %d "
			    "signals", d->path.data, MOST_SIGNALS);
			unread(to, &err);
			break;
		}
		if (record_read_file(&signal_kind, d, d->names[i], &s,
		    &err) == -1)
			unread(to, &err);
		/* One too old to count leaves the others as they are. */
		else if (is_believed(&s, now)) {
			if (n++ > 0)
				join_signals(kept, &s);
			else {
				*kept = s;
				continue;
			}
		}
		record_free(&signal_kind, &s);
	}
}

void
signal_text(struct buf *b, const struct signal_give *s)
{
	record_text(&signal_kind, s, b);
}

/* True for a second copy of a signal. */
static int
is_other_signal(const char *file, const void *kept)
{
	return is_signal(file, NULL) && strcmp(file, kept) != 0;
}

int
signal_give(const struct store *shared, const struct store *private,
    const struct signal_give *s, struct error *err)
{
	struct buf b = { 0 };
	int r;

	signal_text(&b, s);
	r = store_put(shared, NOW, SIGNAL_FILE, b.data, b.length, err) ==
	    STORE_WROTE ? 0 : -1;
	if (r == 0)
		placed_keep(private, NOW, SIGNAL_FILE, b.data, b.length);
	buf_free(&b);
	/* Second copies of an earlier one speak no longer. */
	return r == -1 || records_remove(shared, NOW, is_other_signal,
	    SIGNAL_FILE, err) == -1 ? -1 : 0;
}

int
signal_may_stand(const struct store *shared)
{
	return records_may_stand(shared, NOW, is_signal, NULL);
}

int
signal_take_back(const struct store *shared, const struct store *private,
    struct error *err)
{
	if (private != NULL)
		placed_drop(private, NOW, SIGNAL_FILE);
	return records_remove(shared, NOW, is_signal, NULL, err);
}

int
signal_is_elsewhere(const struct couple *c, const struct signal_give *mine)
{
	struct store_dir d = { .fd = -1 };
	struct error ignored = { 0 };
	size_t i;
	int is = 0;

	if (mine->meaning != MEANS_COMFORT && mine->meaning != MEANS_READY)
		return 0;
	(void)store_open_dir(&c->ours, NOW, &d, &ignored);
	for (i = 0; i < d.count && !is; i++)
		is = is_signal(d.names[i], NULL) &&
		    placed_look(&c->mine, NOW, d.fd, d.names[i]) !=
		    STORE_THERE;
	store_free_dir(&d);
	error_clear(&ignored);
	return is;
}

void
signal_show(const struct couple *c, const char *who,
    const struct signal_give *s)
{
	char *called = couple_called(c, who);
	struct buf b = { 0 };

	if (s->meaning != MEANS_NOTHING && s->word != NULL) {
		buf_printf(&b, "%s: %s", called, s->word);
		if (strcasecmp(s->word, meaning_name(s->meaning)) != 0)
			buf_printf(&b, " (%s)", meaning_name(s->meaning));
		if (s->about != NULL) {
			buf_str(&b, ", ");
			sentence_add(&b, "about: %s", s->about);
		}
		if (who == c->me && signal_is_elsewhere(c, s))
			buf_str(&b, origin_mark(c));
		screen_wrap(stdout, "", "  ", buf_string(&b));
	}
	buf_free(&b);
	free(called);
}
