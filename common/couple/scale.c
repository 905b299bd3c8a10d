/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/fold.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "couple/scale.h"
#include "format/field.h"
#include "format/yaml.h"
#include "store/entry_id.h"

#define NUMBER	"expected a whole number 0-10"

/* The scales that every new couple.yaml begins with. */
static const char shipped_scales[] =
    "scales:\n"
    "  mood:\n"
    "    ask: \"How is your mood?\"\n"
    "    low: \"heavy\"\n"
    "    high: \"light\"\n"
    "    gentler: high\n"
    "    words: {hard: 2, mixed: 5, okay: 7}\n"
    "  stress:\n"
    "    ask: \"How much is on your mind?\"\n"
    "    low: \"little\"\n"
    "    high: \"a lot\"\n"
    "    gentler: low\n"
    "    words: {hard: 8, mixed: 5, okay: 3}\n"
    "  body:\n"
    "    ask: \"How does your body feel?\"\n"
    "    low: \"soft\"\n"
    "    high: \"holding on\"\n"
    "    gentler: low\n"
    "    words: {hard: 8, mixed: 5, okay: 3}\n"
    "  comfort:\n"
    "    ask: \"How at ease are you?\"\n"
    "    low: \"not at all\"\n"
    "    high: \"fully\"\n"
    "    gentler: high\n"
    "    words: {hard: 2, mixed: 5, okay: 7}\n";

/*
 * And for two. Being far is nothing hard, and may be wished for, so it has words
 * of its own, and is not compared.
 */
static const char shipped_closeness[] =
    "  closeness:\n"
    "    ask: \"How close do you feel to your partner?\"\n"
    "    low: \"far\"\n"
    "    high: \"close\"\n"
    "    gentler: high\n"
    "    words: {apart: 2, mixed: 5, near: 8}\n";

/* What is read of them, as it is said to whoever answers. */
static const char *const said[] = {
	SENTENCE_OF("scale", "How is your mood?"),
	SENTENCE_OF("scale", "heavy"),
	SENTENCE_OF("scale", "light"),
	SENTENCE_OF("scale", "How much is on your mind?"),
	SENTENCE_OF("scale", "little"),
	SENTENCE_OF("scale", "a lot"),
	SENTENCE_OF("scale", "How does your body feel?"),
	SENTENCE_OF("scale", "soft"),
	SENTENCE_OF("scale", "holding on"),
	SENTENCE_OF("scale", "How at ease are you?"),
	SENTENCE_OF("scale", "not at all"),
	SENTENCE_OF("scale", "fully"),
	SENTENCE_OF("scale", "How close do you feel to your partner?"),
	SENTENCE_OF("scale", "room to myself"),
	SENTENCE_OF("scale", "close"),
	SENTENCE_OF("scale", "hard"),
	SENTENCE_OF("scale", "mixed"),
	SENTENCE_OF("scale", "okay"),
	SENTENCE_OF("scale", "apart"),
	SENTENCE_OF("scale", "near"),
	NULL
};

static int
read_scale(struct scales *all, const struct node *n, const char *name,
    struct error *err)
{
	struct scale *s = &all->at[all->count];
	const struct node *word;
	const char *gentler;
	long value;

	if (all->count == SCALES_MOST)
		return yaml_wrong(n, name, "expected at most 16 scales", err);
	if (n->type != NODE_MAP)
		return yaml_wrong(n, name, "expected ask, low, high, gentler "
		    "and words", err);
	if (!id_is_slug(n->key, strlen(n->key)) ||
	    field_is(n->key, FIELD_KNOWN) || strcmp(n->key, "id") == 0)
		return yaml_wrong(n, name,
		    "expected a scale's name of a-z, 0-9 and _ that is "
		    "no other field's", err);
	s->name = n->key;
	s->ask = yaml_get_text(n, "ask");
	s->low = yaml_get_text(n, "low");
	s->high = yaml_get_text(n, "high");
	gentler = yaml_get_text(n, "gentler");
	if (s->ask == NULL || s->low == NULL || s->high == NULL ||
	    gentler == NULL)
		return yaml_lacks(n, name, "ask, low, high and gentler",
		    "expected text", err);
	if (strcmp(gentler, "low") != 0 && strcmp(gentler, "high") != 0)
		return yaml_wrong(yaml_get(n, "gentler"), name, "expected low "
		    "or high", err);
	s->high_is_gentler = strcmp(gentler, "high") == 0;
	s->hard = yaml_get(n, SCALE_HARD);
	s->words = yaml_get(n, "words");
	if (s->words != NULL && s->words->type != NODE_MAP)
		return yaml_wrong(s->words, name, "expected words with a "
		    "number each", err);
	for (word = yaml_first(s->words); word != NULL; word = word->next)
		if (!yaml_int(word, 0, SCALE_MOST, &value))
			return yaml_wrong_number(word, name, NUMBER,
			    err);
	all->count++;
	return 0;
}

int
scale_read(struct scales *all, const struct node *root, const char *name,
    struct error *err)
{
	const struct node *map = yaml_get(root, "scales"), *n;

	if (map == NULL)
		return yaml_lacks(root, name, "scales", "expected the scales "
		    "you use", err);
	if (map->type != NODE_MAP)
		return yaml_wrong(map, name, "expected scales by name", err);
	for (n = map->child; n != NULL; n = n->next)
		if (read_scale(all, n, name, err) == -1)
			return -1;
	return 0;
}

const struct scale *
scale_find(const struct scales *all, const char *name)
{
	size_t i;

	for (i = 0; i < all->count; i++)
		if (yaml_is_key(all->at[i].name, name))
			return &all->at[i];
	return NULL;
}

int
scale_is_shipped(const char *name)
{
	static const char *const names[] = { "mood", "stress", "body",
	    "comfort", "closeness", NULL };

	return text_index(names, name) != -1;
}

const char *
scale_said(const char *text)
{
	return text_index(said, text) == -1 ? text :
	    message_get("scale", text);
}

int
scale_rating(const struct scale *s, const char *text, long *value,
    struct error *err)
{
	const struct node *n;
	struct buf words = { 0 };

	if (*text != '\0' && strlen(text) <= 2 &&
	    strspn(text, "0123456789") == strlen(text) &&
	    (*text != '0' || text[1] == '\0')) {
		*value = strtol(text, NULL, 10);
		if (*value <= SCALE_MOST)
			return 0;
	}
	n = yaml_first(s->words);
	for (; n != NULL; n = n->next) {
		if (fold_same(n->key, text) ||
		    fold_near(scale_said(n->key), text)) {
			buf_free(&words);
			return yaml_int(n, 0, SCALE_MOST, value) ? 0 : -1;
		}
		buf_printf(&words, "%s%s", words.length > 0 ? ", " : "",
		    n->key);
	}
	if (words.length == 0)
		error_set(err, STATUS_USAGE, "%s: expected a whole number "
		    "0-10, found \"%s\"", s->name, text);
	else
		error_set(err, STATUS_USAGE, "%s: expected a whole number "
		    "0-10, %s, found \"%s\"", s->name, buf_string(&words),
		    text);
	buf_free(&words);
	return -1;
}

/* Return the lowest of a scale's words, or the highest; -1 without words. */
static long
outermost(const struct scale *s, int highest)
{
	const struct node *n;
	long value, found = -1;

	for (n = yaml_first(s->words); n != NULL; n = n->next)
		if (yaml_int(n, 0, SCALE_MOST, &value) && (found == -1 ||
		    (highest ? value > found : value < found)))
			found = value;
	return found;
}

/*
 * What it says itself counts, then the word "hard", then the outermost of its words,
 * in whatever language; of the shipped scales these know it without words.
 * Wanting room is nothing hard.
 */
long
scale_hard_from(const struct scale *s)
{
	static const char *const known[] = { "mood", "stress", "body",
	    "comfort", NULL };
	long hard;

	if (s->hard != NULL)
		return yaml_int(s->hard, 0, SCALE_MOST, &hard) ? hard : -1;
	if (yaml_int(yaml_get(s->words, SCALE_HARD), 0, SCALE_MOST, &hard))
		return hard;
	if (strcmp(s->name, "closeness") == 0)
		return -1;
	hard = outermost(s, !s->high_is_gentler);
	if (hard != -1)
		return s->high_is_gentler == (hard < SCALE_MOST / 2) ? hard :
		    -1;
	return text_index(known, s->name) == -1 ? -1 :
	    s->high_is_gentler ? 2 : 8;
}

int
scale_is_hard(const struct scales *all, const struct node *record)
{
	const struct scale *s;
	const struct node *n;
	long value, hard;

	for (n = record->child; n != NULL; n = n->next)
		if ((s = scale_find(all, n->key)) != NULL &&
		    yaml_int(n, 0, SCALE_MOST, &value) &&
		    (hard = scale_hard_from(s)) != -1 &&
		    (s->high_is_gentler ? value <= hard : value >= hard))
			return 1;
	return 0;
}

int
scale_check(const struct scales *all, const struct node *record,
    const char *name, struct error *err)
{
	const struct node *n;
	long value;

	for (n = record->child; n != NULL; n = n->next)
		if (scale_find(all, n->key) != NULL &&
		    !yaml_int(n, 0, SCALE_MOST, &value))
			return yaml_wrong_number(n, name, NUMBER, err);
	return 0;
}

void
scale_template(struct buf *b, int for_two)
{
	buf_str(b, shipped_scales);
	if (for_two)
		buf_str(b, shipped_closeness);
}
