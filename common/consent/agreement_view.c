/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/message.h"
#include "base/sentence.h"
#include "consent/agreement_name.h"
#include "consent/agreement_view.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "couple/origin.h"
#include "format/output.h"
#include "format/yaml.h"
#include "term/screen.h"

/* True for words that still stand under a person's name. */
static int
holds(const struct agreement_words *w)
{
	return (w->text != NULL || w->unclear) && !w->ended;
}

static void
show_words(FILE *fp, const struct agreement_words *w)
{
	if (w->unclear)
		screen_wrap(fp, "    ", "    ", message("it cannot be read, "
		    "or two copies of it differ"));
	else
		screen_wrap(fp, "    ", "    ", w->text);
}

/* Add the day that goes with words, if there is one. */
static void
add_review(struct buf *b, const struct agreement_words *w, day today)
{
	char date[WHEN_WORDS_SIZE];

	if (w->review == WHEN_NO_DAY || w->unclear)
		return;
	buf_str(b, ", ");
	sentence_add(b, w->review > today ? "to look at again on %s" :
	    "kept until %s", calendar_words(w->review, date));
}

/* "alex holds, as 3f9a2c": by that, the words can be held just as they are. */
static void
show_holder(FILE *fp, const struct couple *c, const char *who,
    const struct agreement_words *w, day today)
{
	char *called = couple_called(c, who), hash[AGREEMENT_HASH + 1];
	struct buf line = { 0 };

	if (who == c->me)
		sentence_add(&line, "you hold");
	else
		sentence_add(&line, "%s holds", called);
	add_review(&line, w, today);
	if (who == c->me && w->elsewhere)
		buf_str(&line, origin_mark(c));
	if (who != c->me && !w->unclear) {
		agreement_hash(w, hash);
		buf_str(&line, "\n");
		sentence_add(&line, "(code: %s)", hash);
	}
	buf_str(&line, ":");
	screen_wrap(fp, "  ", "  ", buf_string(&line));
	show_words(fp, w);
	buf_free(&line);
	free(called);
}

void
agreement_view_one(FILE *fp, const struct couple *c,
    const struct agreement *a, day today)
{
	const struct agreement_words *mine = &a->mine, *theirs = &a->theirs;
	struct buf heading = { 0 };

	buf_str(&heading, agreement_title(a));
	if (a->in_force && c->other != NULL) {
		buf_str(&heading, ", ");
		sentence_add(&heading, "held by you both");
	}
	if (a->in_force)
		add_review(&heading, mine, today);
	if (a->in_force && mine->elsewhere)
		buf_str(&heading, origin_mark(c));
	fputs(screen_bold(), fp);
	screen_wrap(fp, "", "  ", buf_string(&heading));
	fputs(screen_normal(), fp);
	buf_free(&heading);
	if (a->in_force) {
		show_words(fp, mine);
		return;
	}
	if (holds(mine))
		show_holder(fp, c, c->me, mine, today);
	if (holds(theirs))
		show_holder(fp, c, c->other, theirs, today);
	if (mine->text != NULL && theirs->text != NULL && !mine->ended &&
	    !theirs->ended && mine->review != theirs->review &&
	    strcmp(mine->text, theirs->text) == 0)
		screen_wrap(fp, "  ", "", message("The same words, but not "
		    "the same day to look again. Once the days agree, you both "
		    "hold it."));
}

/* One person's share of a name, as a record. */
static void
print_record(const struct agreement *a, const struct agreement_words *w,
    const char *who, enum cli_format format)
{
	static const char *const columns[] = { "name", "by", "in_force",
	    "review", "hash", "text", "placed", NULL };
	char date[WHEN_DAY_SIZE], hash[AGREEMENT_HASH + 1];
	struct yaml y = { 0 };

	if (!holds(w) || w->unclear)
		return;
	agreement_hash(w, hash);
	yaml_put(&y, "name", a->slug);
	if (agreement_title(a) != a->slug)
		yaml_put(&y, "title", agreement_title(a));
	yaml_put(&y, "by", who);
	yaml_put_word(&y, "in_force", a->in_force ? "true" : "false");
	if (w->review != WHEN_NO_DAY) {
		calendar_write(w->review, date);
		yaml_put(&y, "review", date);
	}
	yaml_put(&y, "hash", hash);
	yaml_put(&y, "text", w->text);
	if (w->elsewhere)
		yaml_put_word(&y, "placed", "false");
	output_print(&y, columns, format);
}

int
agreement_view(const struct couple *c, const struct agreement_list *all,
    day today, enum cli_format format)
{
	int clear = format == FORMAT_TEXT && pause_look(c) == PAUSE_CLEAR;
	const struct agreement *a;
	size_t i;
	int any = 0, in_force;

	for (i = 0; i < all->count && format != FORMAT_TEXT; i++) {
		a = &all->items[i];
		print_record(a, &a->mine, c->me, format);
		print_record(a, &a->theirs, c->other, format);
	}
	for (in_force = 1; in_force >= 0 && format == FORMAT_TEXT; in_force--)
		for (i = 0; i < all->count; i++) {
			a = &all->items[i];
			/* An invitation can wait until a pause is over. */
			if (a->in_force != in_force || (!holds(&a->mine) &&
			    !(clear && holds(&a->theirs))))
				continue;
			agreement_view_one(stdout, c, a, today);
			any = 1;
		}
	if (any)
		screen_say(stdout, AGREEMENT_NO_YES);
	return any || format != FORMAT_TEXT;
}
