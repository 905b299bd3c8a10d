/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/memory.h"
#include "entry/entry.h"
#include "format/yaml.h"
#include "review/summary.h"
#include "review/summary_words.h"

/* An order that does not depend on which thread came first. */
static int
is_later(const struct summary_item *a, const struct summary_item *b)
{
	int order;

	if (a->at.instant != b->at.instant)
		return a->at.instant > b->at.instant;
	order = strcmp(a->text, b->text);
	return (order != 0 ? order : strcmp(a->who, b->who)) > 0;
}

/* Let go of the item `i`, so that another has its room. */
static void
drop(struct summary *s, enum summary_list list, size_t i)
{
	struct summary_item *p = s->items[list];

	summary_free_item(&p[i]);
	memmove(p + i, p + i + 1, (--s->counts[list] - i) * sizeof(*p));
	s->more = 1;
}

/*
 * In a longer time these come from all of it: it has as many parts as there
 * are to be items, and while they are gathered each part keeps as many.
 */
static int
is_spread(const struct summary *s, enum summary_list list)
{
	return s->step != STEP_DAY && (list == LIST_WINS ||
	    list == LIST_THANKS);
}

/* Return the part of the time that an item is from. */
static size_t
part_of(const struct summary *s, const struct summary_item *item)
{
	return (size_t)(clock_day(item->at) - s->first) * s->most /
	    (size_t)(s->last - s->first + 1);
}

/* Return how many of the part of item `i` are later than it. */
static size_t
later_of_part(const struct summary *s, enum summary_list list, size_t i)
{
	const struct summary_item *p = s->items[list];
	size_t part = part_of(s, &p[i]), n = 0;

	while (++i < s->counts[list])
		n += part_of(s, &p[i]) == part;
	return n;
}

/* The part of item `i` keeps its newest, so many as there are to be items. */
static void
thin(struct summary *s, enum summary_list list, size_t i)
{
	const struct summary_item *p = s->items[list];
	size_t part = part_of(s, &p[i]);

	for (i = 0; part_of(s, &p[i]) != part; i++)
		;
	if (later_of_part(s, list, i) == s->most)
		drop(s, list, i);
}

/* Choose from each part its newest, then what came before that, and so on. */
static void
choose(struct summary *s, enum summary_list list)
{
	char chosen[SUMMARY_FEW * SUMMARY_FEW] = { 0 };
	size_t rank, i, n = 0;

	for (rank = 0; rank < s->most; rank++)
		for (i = s->counts[list]; i-- > 0 && n < s->most; )
			if (later_of_part(s, list, i) == rank)
				n += (size_t)(chosen[i] = 1);
	for (i = s->counts[list]; i-- > 0; )
		if (!chosen[i])
			drop(s, list, i);
}

/* Take over an item, in order of time; where there is no room one goes. */
static void
keep(struct summary *s, enum summary_list list, struct summary_item *item)
{
	size_t i, n = s->counts[list];
	struct summary_item *p = need_array(s->items[list], n + 1, sizeof(*p));

	s->items[list] = p;
	for (i = 0; list == LIST_RITUALS && i < n; i++)
		if (strcmp(p[i].text, item->text) == 0) {
			summary_free_item(item);
			return;
		}
	for (i = n; i > 0 && is_later(&p[i - 1], item); i--)
		p[i] = p[i - 1];
	p[i] = *item;
	s->counts[list]++;
	if (is_spread(s, list))
		thin(s, list, i);
	else if (n == s->most)
		drop(s, list, 0);
}

/* What a shared check-in says: today's words, the note, feelings. */
static char *
checkin_words(const struct node *root)
{
	const char *today = yaml_get_text(root, "today");
	const char *note = yaml_get_text(root, "note");
	const struct node *feel = yaml_get(root, "feel"), *n;
	struct buf b = { 0 };
	char *s;

	if (today != NULL)
		buf_printf(&b, "That day: %s", today);
	if (note != NULL)
		buf_printf(&b, "%s%s", b.length > 0 ? "\n" : "", note);
	buf_chomp(&b);
	for (n = yaml_first(feel); n != NULL; n = n->next)
		buf_printf(&b, "%s%s%s", n != feel->child ? ", " :
		    b.length > 0 ? " (" : "(", n->text, n->next == NULL ?
		    ")" : "");
	s = need_string(buf_string(&b));
	buf_free(&b);
	return s;
}

/* What words of each kind are gathered under, and where an entry has them. */
static const struct {
	const char	*kind;
	const char	*key;
} gathered[SUMMARY_LISTS] = {
	[LIST_WORDS] = { "checkin", NULL },
	[LIST_WINS] = { "win", "note" },
	[LIST_RITUALS] = { "ritual", "name" },
	[LIST_THANKS] = { "thanks", "note" },
	[LIST_REASONS] = { "reason", "note" }
};

/* True where checkin_words() has any. */
static int
has_words(const struct node *root)
{
	const char *note = yaml_get_text(root, "note");

	return yaml_get_text(root, "today") != NULL ||
	    yaml_first(yaml_get(root, "feel")) != NULL ||
	    (note != NULL && note[strspn(note, "\n")] != '\0');
}

static void
take_item(struct summary *s, enum summary_list list, const struct entry *e,
    char *text)
{
	struct summary_item item = { .at = e->at,
	    .who = need_string(e->id.who), .is_of_that_day = list ==
	    LIST_WORDS && yaml_get(e->yaml.root, "today") != NULL };

	item.text = text;
	keep(s, list, &item);
}

/* The same as is_later(), of check-ins: few are of the same second. */
static int
is_later_entry(const struct entry *a, const struct entry *b)
{
	char *x, *y;
	int order;

	if (a->at.instant != b->at.instant)
		return a->at.instant > b->at.instant;
	x = checkin_words(a->yaml.root);
	y = checkin_words(b->yaml.root);
	order = strcmp(x, y);
	free(x);
	free(y);
	return (order != 0 ? order : strcmp(a->id.who, b->id.who)) > 0;
}

/* Take over `e`, in order of time; the oldest gives way. */
static void
remember(struct summary *s, struct summary_latest *l, struct entry *e)
{
	size_t i;

	entry_swap(&l->entries[l->count], e);
	for (i = l->count; i > 0 && is_later_entry(&l->entries[i - 1],
	    &l->entries[i]); i--)
		entry_swap(&l->entries[i - 1], &l->entries[i]);
	if (l->count < s->most)
		l->count++;
	else {
		for (i = 0; i < s->most; i++)
			entry_swap(&l->entries[i], &l->entries[i + 1]);
		s->more = 1;
	}
}

void
summary_words_end(struct summary *s, struct summary_latest *l)
{
	size_t i;

	for (i = 0; i < l->count; i++)
		take_item(s, LIST_WORDS, &l->entries[i],
		    checkin_words(l->entries[i].yaml.root));
	for (i = 0; i <= SUMMARY_FEW; i++)
		entry_free(&l->entries[i]);
	for (i = 0; i < SUMMARY_LISTS; i++)
		if (is_spread(s, (enum summary_list)i))
			choose(s, (enum summary_list)i);
}

void
summary_words_take(struct summary *s, struct summary_latest *l,
    struct entry *e, int is_shared)
{
	const char *text;
	size_t list = 0;

	while (list < SUMMARY_LISTS &&
	    strcmp(gathered[list].kind, e->id.kind) != 0)
		list++;
	if (list == SUMMARY_LISTS)
		return;
	if (list == LIST_WORDS) {
		/* What was said in a check-in is here once it was shared. */
		if (!is_shared || !has_words(e->yaml.root))
			return;
		if (s->most <= SUMMARY_FEW)
			remember(s, l, e);
		else
			take_item(s, LIST_WORDS, e,
			    checkin_words(e->yaml.root));
		return;
	}
	text = yaml_get_text(e->yaml.root, gathered[list].key);
	if (text != NULL && *text != '\0')
		take_item(s, (enum summary_list)list, e, need_string(text));
}
