/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/digest.h"
#include "base/memory.h"
#include "deck/draw.h"
#include "format/yaml.h"

/* A card in the round that is dealt. */
struct dealt {
	const struct card	*card;
	uint64_t		 hash;
	int			 used;
};

day
draw_since(const struct couple *c)
{
	const char *s = yaml_get_text(c->yaml.root, "since");
	day first = calendar_join(2026, 1, 1), since;

	return s == NULL || calendar_read(s, &since) == -1 || since < first ?
	    first : since;
}

uint64_t
draw_hash(const struct couple *c, long key, const char *id)
{
	uint8_t digest[SHA256_DIGEST_LENGTH];
	uint64_t hash = 0;
	char number[24];
	SHA2_CTX ctx;
	size_t i;

	snprintf(number, sizeof(number), "%ld", key);
	SHA256Init(&ctx);
	SHA256Update(&ctx, (const uint8_t *)c->id, strlen(c->id) + 1);
	SHA256Update(&ctx, (const uint8_t *)number, strlen(number) + 1);
	SHA256Update(&ctx, (const uint8_t *)id, strlen(id));
	SHA256Final(digest, &ctx);
	for (i = 0; i < sizeof(hash); i++)
		hash = hash << 8 | digest[i];
	return hash;
}

static void
begin_round(struct dealt *d, size_t count, const struct couple *c, long round)
{
	size_t i;

	for (i = 0; i < count; i++) {
		d[i].hash = draw_hash(c, round, d[i].card->id);
		d[i].used = 0;
	}
}

static int
is_there(const struct dealt *d, day on)
{
	return d->card->added <= on && !card_is_retired(d->card, on);
}

/* The least of those that are there on a day, but for one; or NULL. */
static struct dealt *
least(struct dealt *d, size_t count, day on, const struct dealt *but)
{
	struct dealt *found = NULL;
	size_t i;

	for (i = 0; i < count; i++)
		if (!d[i].used && &d[i] != but && is_there(&d[i], on) &&
		    (found == NULL || d[i].hash < found->hash))
			found = &d[i];
	return found;
}

/* How many days there are from `each` to `on` that have no card at all. */
static day
empty_days(const struct dealt *d, size_t count, day each, day on)
{
	day first = each;
	size_t i = count;

	for (; each <= on && i == count; each += i == count)
		for (i = 0; i < count && !is_there(&d[i], each);)
			i++;
	return each - first;
}

const struct card *
draw_card(const struct catalog *cards, const struct couple *c, day on,
    draw_suits *suits, const void *arg)
{
	const struct card *card = NULL;
	struct dealt *d, *next, *last = NULL;
	size_t i, count = 0;
	long round = 0;
	day each = draw_since(c);

	if (cards->count == 0)
		return NULL;
	d = need_zeroed(cards->count, sizeof(*d));
	for (i = 0; i < cards->count; i++)
		if (cards->items[i].added != WHEN_NO_DAY &&
		    suits(&cards->items[i], arg))
			d[count++].card = &cards->items[i];
	/* A clock that stands before the first day has that one's card. */
	on = on < each ? each : on;
	/* A day without a card has a round of its own, which nobody needs. */
	round = empty_days(d, count, each, on);
	each += round;
	begin_round(d, count, c, round);
	for (; each <= on; each++) {
		if ((next = least(d, count, each, NULL)) == NULL) {
			begin_round(d, count, c, ++round);
			/* A round's last card is not the next one's first. */
			if ((next = least(d, count, each, last)) == NULL)
				next = least(d, count, each, NULL);
		}
		if (next != NULL)
			next->used = 1;
		last = next;
	}
	if (last != NULL)
		card = last->card;
	free(d);
	return card;
}
