/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/message.h"
#include "base/unsaved.h"
#include "entry/draft.h"
#include "entry/entry.h"
#include "entry/keepsake.h"
#include "entry/reader.h"
#include "entry/save.h"
#include "store/store.h"
#include "term/ask.h"
#include "term/cli.h"

/*
 * Keeping.
 */

/* What is asked about each kind, and the letter that chooses it. */
static const struct {
	const char	*letter, *kind, *question;
} asked[] = {
	{ "k", "ritual", NULL },
	{ "n", "ritual", SENTENCE("What would you like to remember?") },
	/* Thanks for touch would make a debt of it. */
	{ "t", "thanks", SENTENCE("What are you glad of? Please leave touch "
	    "out: after thanks for a touch, it can be harder to say no to the "
	    "next one.") },
	{ "w", "win", SENTENCE("Was anything good, or gentle? It may be very "
	    "small, or nothing.") },
	{ NULL, "reason", SENTENCE("What speaks for a slow, gentle way, for "
	    "you? Any words will do, or none.") }
};

const char *
keepsake_question(const char *kind)
{
	size_t i = 0;

	while (strcmp(asked[i].kind, kind) != 0)
		i++;
	return asked[i].question;
}

enum status
keepsake_keep(const struct cli *cli, const struct couple *c,
    const struct keep *what, const struct buf *words, struct entry *kept)
{
	struct error err = { 0 };
	struct entry e = { 0 };
	enum status status;
	struct draft d;

	draft_open(&d, c);
	d.kind = what->kind;
	d.name = what->name;
	d.prompt = what->prompt;
	d.minutes = what->minutes;
	buf_put(&d.note, buf_string(words), words->length);
	if (what->feel != NULL &&
	    draft_words(&d, d.feel, "--feel", what->feel, &err) == -1)
		status = cli_fail(cli, &err);
	else
		status = save_draft(cli, &d, what->at == NULL ? clock_now() :
		    *what->at, &e);
	if (status == STATUS_OK && !cli->dry_run)
		cli_say(cli, "%s", message(what->say != NULL ? what->say :
		    "Kept, and not shared."));
	if (kept != NULL)
		*kept = e;
	else
		entry_free(&e);
	draft_free(&d);
	return status;
}

struct offering {
	const struct cli	*cli;
	size_t			 which;		/* of those asked about */
	struct buf		 words;
};

/* Which, and then its words. */
static enum ask_step
ask_keep(void *of, size_t i)
{
	struct offering *o = of;
	struct buf line = { 0 };
	enum ask_step step = ASK_ENDS;

	if (i > 0)
		return asked[o->which].question == NULL ? ASK_ON :
		    ask_lines(asked[o->which].question, &o->words);
	o->which = 0;
	if (ask_line("Keep something? Enter for nothing; k: the day and the "
	    "name, n: a note, t: thanks, w: something good ", &line))
		while (asked[o->which].letter != NULL &&
		    strcmp(asked[o->which].letter, buf_string(&line)) != 0)
			o->which++;
	if (line.length > 0 && asked[o->which].letter != NULL)
		step = ASK_ON;
	buf_free(&line);
	return step;
}

enum status
keepsake_offer(const struct cli *cli, const struct couple *c,
    const char *name, int minutes)
{
	struct keep what = { .name = name, .minutes = minutes };
	struct offering o = { .cli = cli };
	enum status status = STATUS_OK;

	/* What was written counts, however the asking ends. */
	if (ask_can(cli) && (ask_walk(ask_keep, &o, 2) == ASK_ON ||
	    o.words.length > 0)) {
		what.kind = asked[o.which].kind;
		if (asked[o.which].question == NULL || o.words.length > 0)
			status = keepsake_keep(cli, c, &what, &o.words, NULL);
	}
	unsaved_close(&o.words);
	buf_free(&o.words);
	return status;
}

/*
 * Finding.
 */

/* Give each to `take`, in the order of `how`, until that wants no more. */
static enum status
each(const struct keepsake *w, int how, int (*take)(void *, struct entry *),
    void *arg)
{
	static const char *const all[] = { "win", "thanks", "reason", NULL };
	const char *const one[] = { w->kind, NULL };
	struct scan_filter filter = { .until = w->until, .how = how };
	const struct store *trees[READER_TREES], *from;
	struct entry e = { 0 };
	struct reader r;
	enum status status;
	size_t n = 0;
	int more = 1;

	filter.kinds = w->kind == NULL ? all : one;
	if (w->whose & KEEPSAKE_OWN)
		trees[n++] = &w->couple->mine;
	if (w->whose & KEEPSAKE_THEIRS)
		trees[n++] = &w->couple->theirs;
	reader_open(&r, w->couple, trees, n, &filter);
	while (more && reader_next(&r, &e, &from))
		/* Without words there is nothing to read. */
		if (*entry_title(e.yaml.root) != '\0')
			more = take(arg, &e);
	status = reader_report(&r, w->cli);
	entry_free(&e);
	reader_free(&r);
	return status;
}

enum status
keepsake_each(const struct keepsake *w, int (*take)(void *, struct entry *),
    void *arg)
{
	return each(w, 0, take, arg);
}

struct choice {
	struct entry	*e;
	uint32_t	 seen;
};

/* Of all that were seen by now, each is the choice with the same chance. */
static int
consider(void *arg, struct entry *e)
{
	struct choice *choice = arg;

	if (arc4random_uniform(++choice->seen) == 0)
		entry_swap(choice->e, e);
	return 1;
}

int
keepsake_any(const struct keepsake *w, struct entry *e, enum status *status)
{
	struct choice choice = { 0 };

	memset(e, 0, sizeof(*e));
	choice.e = e;
	*status = keepsake_each(w, consider, &choice);
	return choice.seen > 0;
}

struct few {
	struct entry	*found;
	size_t		 count;
};

/* Take the next one, which is older than all before it. */
static int
remember(void *arg, struct entry *e)
{
	struct few *few = arg;

	entry_swap(&few->found[few->count++], e);
	return few->count < KEEPSAKE_FEW;
}

size_t
keepsake_few(const struct keepsake *w, struct entry *found,
    enum status *status)
{
	struct few few = { found, 0 };
	size_t i;

	memset(found, 0, KEEPSAKE_FEW * sizeof(*found));
	*status = each(w, SCAN_BACK, remember, &few);
	for (i = 0; i < few.count / 2; i++)
		entry_swap(&found[i], &found[few.count - 1 - i]);
	return few.count;
}
