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
#include "beginning.h"
#include "call.h"
#include "consent/boundary.h"
#include "consent/boundary_write.h"
#include "couple/couple.h"
#include "deck/deck.h"
#include "format/yaml.h"
#include "map.h"
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
	{ ".", 0, 1, BOUNDARY_ASK }
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

/* Ask about `subject` until one of the answers comes; NULL to end it. */
static const struct answer *
ask(const char *subject)
{
	char *question = need_printf("  %s  ", subject);
	const struct answer *answer = NULL;
	struct buf line = { 0 };

	while (answer == NULL && ask_line(question, &line))
		if ((answer = find(&line)) == NULL)
			screen_say(stderr, "n, a, or Enter; q leaves it.");
	free(question);
	buf_free(&line);
	return answer == NULL || answer->ends ? NULL : answer;
}

/* Keep `subject` as it was answered, for oneself. 0, or -1 with err. */
static int
keep(struct call *call, const char *subject, const struct answer *answer,
    struct error *err)
{
	struct boundary b = { .now = answer->now, .at = clock_now() };
	int r;

	b.subject = need_string(subject);
	r = cli.dry_run ? map_preview(&b) :
	    boundary_keep(call->couple, &b, 0, err);
	free(b.subject);
	return r;
}

/* Ask about each that is not on the map. How many were kept, or -1. */
static int
walk(struct call *call, const struct deck *d, struct error *err)
{
	const char *subject, *group, *last = "";
	const struct answer *answer;
	const struct node *n;
	int kept = 0;

	for (n = d->first; n != NULL; n = n->next) {
		if ((subject = yaml_get_text(n, "text")) == NULL ||
		    boundary_find(&call->map.mine, subject) != NULL)
			continue;
		group = yaml_get_text(n, "theme");
		if (group != NULL && strcmp(group, last) != 0)
			fprintf(stderr, "\n%s\n", last = group);
		if ((answer = ask(subject)) == NULL)
			break;
		if (answer->keeps) {
			if (keep(call, subject, answer, err) == -1)
				return -1;
			kept++;
		}
	}
	return kept;
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
	    "ask me first. Enter: pass. q: leave. Nobody is shown this, and "
	    "what you pass is not a yes.");
	couple_say_reader(call->couple, &cli);
	kept = walk(call, &d, err);
	if (kept != -1 && !ask_stopped() && !cli.dry_run)
		cli_say(&cli, kept > 0 ? "Kept, and not shared. 'boundary' "
		    "shows it, 'boundary drop' lets go of any." :
		    "Nothing was kept, and that is fine.");
	deck_free(&d);
	return kept == -1 ? -1 : STATUS_OK;
}
