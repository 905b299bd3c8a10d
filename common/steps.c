/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "clock.h"
#include "couple.h"
#include "entry.h"
#include "error.h"
#include "memory.h"
#include "reader.h"
#include "scale.h"
#include "screen.h"
#include "steps.h"
#include "store.h"
#include "yaml.h"

#define LATELY_DAYS	2	/* how long a hard day is kept in mind */
#define VISIT_DAYS	120	/* how long a visit is what one last did */

enum status
steps_open(struct steps *s, const struct cli *cli, const struct couple *c)
{
	struct error err = { 0 };
	enum status status = STATUS_OK;

	s->alone = c->other == NULL;
	if (deck_open(&s->deck, "steps", "steps", &err) == -1)
		status = cli_fail(cli, &err);
	return cli_worse(status, holding_open(&s->holding, cli, c,
	    HELD_PACE, "pace list"));
}

void
steps_close(struct steps *s)
{
	deck_free(&s->deck);
	holding_close(&s->holding);
}

int
steps_suits(const struct steps *s, const struct node *item)
{
	return !s->alone || !deck_takes_two(item);
}

/* A step's words: those of the deck, or those somebody holds. */
const char *
steps_words(const struct steps *s, const char *slug)
{
	const char *text = yaml_get_text(deck_find(&s->deck, slug),
	    "text");
	const struct held *h;

	if (text != NULL)
		return text;
	h = held_find(&s->holding.all, slug);
	return h == NULL ? NULL : holding_mine(&s->holding, slug) != NULL ?
	    h->mine.text : h->theirs.ended ? NULL : h->theirs.text;
}

void
steps_show(const struct steps *s, const char *slug)
{
	char lead[HELD_SLUG + 8];
	const char *text = steps_words(s, slug);

	if (text == NULL)
		return;
	snprintf(lead, sizeof(lead), "  %-15s ", slug);
	screen_wrap(stdout, lead, "                  ", text, strlen(text));
}

/*
 * What one's own notes say.
 */

/* Look at one entry of one's own, the newest last. */
static void
note(const struct couple *c, const struct entry *e, time_t lately,
    struct own_notes *own)
{
	const char *pace = yaml_get_text(e->yaml.root, "pace");
	const char *name = yaml_get_text(e->yaml.root, "name");
	int is_visit = strcmp(e->id.kind, "visit") == 0;

	if (is_visit && name != NULL) {
		free(own->name);
		own->name = need_string(name);
		held_slug(name, own->step);
	}
	if (e->id.instant < lately && !is_visit)
		return;
	/*
	 * What was hard in these days is not made good by what came after; a
	 * hard visit of longer ago only by another one.
	 */
	if (scale_is_hard(&c->scales, e->yaml.root)) {
		own->say = NOTES_HARD;
		own->hard_lately |= e->id.instant >= lately;
	} else if (own->hard_lately || (own->say == NOTES_HARD && !is_visit))
		return;
	else if (pace != NULL && strcmp(pace, "slower") == 0)
		own->say = NOTES_SLOWER;
	else
		own->say = NOTES_VISIT;
}

enum status
steps_own_notes(const struct couple *c, const struct cli *cli,
    struct own_notes *own)
{
	static const char *const kinds[] = { "checkin", "visit", NULL };
	const struct store *mine = &c->mine, *from;
	struct reader_filter filter = { .kinds = kinds };
	struct entry e = { 0 };
	struct reader r;
	time_t now = clock_now().instant;
	enum status status;

	memset(own, 0, sizeof(*own));
	own->say = NOTES_NONE;
	filter.since = now - VISIT_DAYS * 86400L;
	filter.until = now + 86400;
	reader_open(&r, c, &mine, 1, &filter);
	while (reader_next(&r, &e, &from))
		note(c, &e, now - LATELY_DAYS * 86400L, own);
	status = reader_report(&r, cli);
	entry_free(&e);
	reader_free(&r);
	if (own->say == NOTES_VISIT && own->step[0] == '\0')
		own->say = NOTES_NONE;
	return status;
}

/*
 * What is offered.
 */

/* The rules, which pace(1) has as well: what comes first is softest. */
static const struct { enum notes say; enum offer first[OFFERS]; } rules[] = {
	{ NOTES_HARD, { OFFER_REST, OFFER_SOFTER, OFFER_STAY } },
	{ NOTES_SLOWER, { OFFER_SOFTER, OFFER_REST, OFFER_STAY } },
	{ NOTES_VISIT, { OFFER_STAY, OFFER_SOFTER, OFFER_REST } },
	{ NOTES_NONE, { OFFER_STAY, OFFER_REST, OFFER_SOFTER } }
};

enum offer
steps_offer(const struct own_notes *own, size_t nth)
{
	size_t i, last = sizeof(rules) / sizeof(rules[0]) - 1;

	for (i = 0; i < last && rules[i].say != own->say; i++)
		;
	return rules[i].first[nth];
}

int
steps_show_softer(const struct steps *s, const char *slug)
{
	const struct node *list = yaml_get(deck_find(&s->deck, slug),
	    "softer"), *n;
	int count = 0;

	for (n = list == NULL ? NULL : list->child; n != NULL; n = n->next)
		if (n->type == NODE_TEXT && steps_words(s, n->text) != NULL &&
		    steps_suits(s, deck_find(&s->deck, n->text))) {
			steps_show(s, n->text);
			count++;
		}
	return count;
}
