/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * A map to begin with: shipped situations, in no order of closeness. There is
 * no welcome here, so that nobody is led through a row of yeses.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/fold.h"
#include "base/memory.h"
#include "base/message.h"
#include "beginning.h"
#include "call.h"
#include "consent/boundary.h"
#include "consent/boundary_write.h"
#include "couple/couple.h"
#include "deck/deck.h"
#include "format/yaml.h"
#include "map.h"
#include "store/removal.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"
#include "term/stop.h"

/* What may be typed, and what it keeps; all else asks again. */
static const struct answer {
	const char		*word;
	int			 keeps, ends;
	enum boundary_state	 now;
} answers[] = {
	{ "n", 1, 0, BOUNDARY_NOT_NOW },
	{ "no", 1, 0, BOUNDARY_NOT_NOW },
	{ "a", 1, 0, BOUNDARY_ASK },
	{ "", 0, 0, BOUNDARY_ASK },
	{ "q", 0, 1, BOUNDARY_ASK },
	{ "-", 0, 0, BOUNDARY_ASK }
};

/* A situation that is asked about, and what was said of it. */
struct situation {
	const char		*subject, *group;
	const struct answer	*said;	/* what is kept by now, or NULL */
};

struct beginning {
	struct call		*call;
	struct error		*err;
	struct situation	*at;
	size_t			 count;
	const char		*group;		/* whose name stands there */
	int			 failed;
};

static const struct answer *
find(const struct buf *line)
{
	size_t i;

	for (i = 0; i < nitems(answers); i++)
		if (fold_same(buf_string(line), answers[i].word) ||
		    (strcmp(answers[i].word, "no") == 0 &&
		    stop_is_no(buf_string(line))))
			return &answers[i];
	return NULL;
}

/* Keep what was said of a situation, for oneself. 0, or -1 with err. */
static int
keep(const struct beginning *b, struct situation *s,
    const struct answer *answer)
{
	const struct couple *c = b->call->couple;
	struct boundary mine = { .now = answer->now, .at = clock_now() };
	struct removal removal = REMOVAL_OF(c);
	int r;

	mine.subject = need_string(s->subject);
	if (cli.dry_run)
		r = answer->keeps ? map_preview(&mine) : 0;
	else
		r = answer->keeps ? boundary_keep(c, &mine, 0, b->err) :
		    boundary_drop(c, s->subject, clock_now().instant, &removal,
		    b->err);
	if (r != -1)
		s->said = answer->keeps ? answer : NULL;
	free(mine.subject);
	return r;
}

/* Ask about a situation until one of the answers comes. */
static enum ask_step
ask(void *of, size_t i)
{
	struct beginning *b = of;
	struct situation *s = &b->at[i];
	const struct answer *answer = NULL;
	struct buf line = { 0 };
	enum ask_step step;
	char *question;

	if (s->group != NULL && s->group != b->group)
		fprintf(stderr, "\n%s\n", s->group);
	b->group = s->group;
	if (s->said != NULL)
		cli_say(&cli, ASK_SO_FAR, map_phrase(s->said->now));
	question = need_printf("  %s  ", s->subject);
	while ((step = ask_step(ASK_CHOICE, question, SENTENCE("n: not for "
	    "now. a: ask me first."), &line)) == ASK_ON &&
	    (answer = find(&line)) == NULL)
		screen_say(stderr, "n, a, or Enter; q leaves it.");
	if (step == ASK_ON && (answer->keeps || (s->said != NULL &&
	    strcmp(answer->word, "-") == 0)) && keep(b, s, answer) == -1)
		b->failed = 1;
	free(question);
	buf_free(&line);
	return step == ASK_ON && (answer->ends || b->failed) ? ASK_ENDS :
	    step;
}

/* Those of the deck that are not on the map, group by group. */
static void
gather(struct beginning *b, const struct deck *d)
{
	const struct node *n;
	const char *group, *last = NULL;

	for (n = d->first; n != NULL; n = n->next)
		b->count++;
	b->at = need_zeroed(b->count + 1, sizeof(*b->at));
	b->count = 0;
	for (n = d->first; n != NULL; n = n->next) {
		b->at[b->count].subject = yaml_get_text(n, "text");
		if (b->at[b->count].subject == NULL || boundary_find(
		    &b->call->map.mine, b->at[b->count].subject) != NULL)
			continue;
		group = yaml_get_text(n, "theme");
		if (last == NULL || (group != NULL && strcmp(group, last) != 0))
			last = group;
		b->at[b->count++].group = last;
	}
}

/* Ask about each that is not on the map. How many were kept, or -1. */
static int
walk(struct call *call, const struct deck *d, struct error *err)
{
	struct beginning b = { .call = call, .err = err };
	int kept = 0;
	size_t i;

	gather(&b, d);
	(void)ask_walk(ask, &b, b.count);
	for (i = 0; i < b.count; i++)
		kept += b.at[i].said != NULL;
	free(b.at);
	return b.failed ? -1 : kept;
}

int
beginning_walk(struct call *call, char **operands, struct error *err)
{
	struct deck d;
	int kept;

	(void)operands;
	if (!ask_can(&cli))
		return error_set(err, STATUS_USAGE, "there is no terminal to "
		    "ask on; 'unhurried paper map' is the same for a pen");
	if (deck_open(&d, "boundaries", "boundaries", err) == -1)
		return -1;
	cli_say(&cli, "Everyday situations, in no order. n: not for now. a: "
	    "ask me first. Enter: pass. < goes back. q: leave. Nobody is shown "
	    "this, and what you pass is not a yes.");
	couple_say_reader(call->couple, &cli);
	kept = walk(call, &d, err);
	if (kept != -1 && !ask_stopped() && !cli.dry_run)
		cli_say(&cli, kept > 0 ? "Kept, and not shared. 'boundary' "
		    "shows it, 'boundary drop' lets go of any." :
		    "Nothing was kept, and that is fine.");
	deck_free(&d);
	return kept == -1 ? -1 : STATUS_OK;
}
