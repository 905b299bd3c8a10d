/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "deck.h"
#include "error.h"
#include "memory.h"
#include "rules.h"
#include "yaml.h"

#define WORDS		"words.yaml"
#define NEAR		2		/* words that ".." may pass over */
#define FAR		6		/* and "..." */
#define FARTHEST	24		/* and "~" */
#define DEEPEST		4		/* lists within lists */

void *
rules_grow(void *array, size_t count, size_t size)
{
	/* In steps that double. */
	if ((count & (count - 1)) != 0)
		return array;
	return need_array(array, count == 0 ? 1 : count * 2, size);
}

/*
 * Reading rules.
 */

static int	 add_members(struct rules *, size_t set, const char *,
		    const char *separators, int depth, struct error *);

/* One word, a beginning such as fail*, or a list such as <kin>, into a set. */
static int
add_member(struct rules *p, size_t set, const char *s, size_t n, int depth,
    struct error *err)
{
	char name[RULES_LONGEST];
	const char *list;
	struct member *m;

	if (n == 0 || n >= sizeof(name))
		return error_set(err, STATUS_DATA, "'%.*s': expected a word",
		    (int)n, s);
	if (*s == '<') {
		memcpy(name, s + 1, n - 1);
		name[n > 1 && s[n - 1] == '>' ? n - 2 : 0] = '\0';
		list = yaml_get_text(p->groups, name);
		if (list == NULL || depth == DEEPEST)
			return error_set(err, STATUS_DATA, "%.*s: no list has "
			    "that name", (int)n, s);
		return add_members(p, set, list, " \n", depth + 1, err);
	}
	m = rules_grow(p->members, p->member_count, sizeof(*m));
	p->members = m;
	m += p->member_count++;
	m->begins = n > 1 && s[n - 1] == '*';
	m->text = s;
	m->length = n - (size_t)m->begins;
	m->set = set;
	return 0;
}

static int
add_members(struct rules *p, size_t set, const char *s,
    const char *separators, int depth, struct error *err)
{
	size_t n;

	for (s += strspn(s, separators); *s != '\0';
	    s += n, s += strspn(s, separators)) {
		n = strcspn(s, separators);
		if (add_member(p, set, s, n, depth, err) == -1)
			return -1;
	}
	return 0;
}

/* A set of that name, which is then the set's. */
static int
new_set(struct rules *p, char *name, struct error *err)
{
	char **names = rules_grow(p->set_names, p->set_count, sizeof(*names));

	p->set_names = names;
	p->set_names[p->set_count++] = name;
	return add_members(p, p->set_count - 1, name, "|", 0, err);
}

/* The set of n bytes such as "a|b|<c>"; a new one where there is none yet. */
static int
find_set(struct rules *p, const char *s, size_t n, size_t *set,
    struct error *err)
{
	for (*set = RULES_FIRST; *set < p->set_count; (*set)++)
		if (p->set_names[*set][0] == *s &&
		    strncmp(p->set_names[*set], s, n) == 0 &&
		    p->set_names[*set][n] == '\0')
			return 0;
	return new_set(p, need_part(s, n), err);
}

static int
add_element(struct rules *p, const char *s, size_t n, struct error *err)
{
	static const struct { const char *sign; struct element is; } signs[] = {
		{ "..", { PASS_OVER, NEAR } }, { "...", { PASS_OVER, FAR } },
		{ "~", { PASS_ALL, FARTHEST } }, { "^", { AT_START, 0 } },
		{ "$", { AT_END, 0 } }, { "?", { IN_QUESTION, 0 } },
		{ "", { PATTERN_END, 0 } }
	};
	struct element *e;
	size_t i, set;
	int maybe = *s == '[';

	e = rules_grow(p->elements, p->element_count, sizeof(*e));
	p->elements = e;
	e += p->element_count++;
	for (i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (strlen(signs[i].sign) == n &&
		    memcmp(signs[i].sign, s, n) == 0) {
			*e = signs[i].is;
			return 0;
		}
	if (maybe && (n < 3 || s[n - 1] != ']'))
		return error_set(err, STATUS_DATA, "%.*s: expected ']'",
		    (int)n, s);
	if (find_set(p, s + maybe, n - 2 * (size_t)maybe, &set, err) == -1)
		return -1;
	p->elements[p->element_count - 1].kind = maybe ? MAYBE_OF : WORD_OF;
	p->elements[p->element_count - 1].value = set;
	return 0;
}

static int
add_pattern(struct rules *p, size_t rule, int is_match, const char *s,
    struct error *err)
{
	struct pattern *pattern;
	size_t n;

	pattern = rules_grow(p->patterns, p->pattern_count,
	    sizeof(*pattern));
	p->patterns = pattern;
	pattern += p->pattern_count++;
	pattern->start = p->element_count;
	pattern->rule = rule;
	pattern->is_match = is_match;
	for (s += strspn(s, " "); *s != '\0'; s += n, s += strspn(s, " ")) {
		n = strcspn(s, " ");
		if (add_element(p, s, n, err) == -1)
			return -1;
	}
	n = p->patterns[p->pattern_count - 1].start;
	if (n < p->element_count && p->elements[n].kind == AT_START)
		n++;
	if (n >= p->element_count || p->elements[n].kind != WORD_OF)
		return error_set(err, STATUS_DATA, "expected a word first");
	return add_element(p, "", 0, err);
}

/* The patterns that a rule has under a key. */
static int
add_patterns(struct rules *p, size_t rule, const struct node *item,
    const char *key, struct error *err)
{
	const struct node *list = yaml_get(item, key);
	const struct node *n = list == NULL || list->type != NODE_LIST ? NULL :
	    list->child;
	struct error why = { 0 };

	for (; n != NULL; n = n->next)
		if (n->type != NODE_TEXT || add_pattern(p, rule,
		    strcmp(key, "match") == 0, n->text, &why) == -1) {
			(void)error_set(err, STATUS_DATA, "%s: %u:%u: %s",
			    yaml_get_text(item, "id"), n->line, n->column,
			    n->type == NODE_TEXT ? error_message(&why) :
			    "expected words");
			error_clear(&why);
			return -1;
		}
	return 0;
}

/* What lets a rule pass: its own patterns, or those of the one it names. */
static int
add_unless(struct rules *p, size_t rule, const struct node *item,
    struct error *err)
{
	const char *as = yaml_get_text(item, "as");
	struct rule *r = &p->list[rule];
	size_t i = 0;

	while (as != NULL && i < rule && strcmp(p->list[i].phrase.id, as) != 0)
		i++;
	if (as != NULL && i == rule)
		return error_set(err, STATUS_DATA, "%s: no rule before it is "
		    "named %s", r->phrase.id, as);
	if (as != NULL) {
		r->unless = p->list[i].unless;
		r->unless_end = p->list[i].unless_end;
		return 0;
	}
	r->unless = p->pattern_count;
	if (add_patterns(p, rule, item, "unless", err) == -1)
		return -1;
	p->list[rule].unless_end = p->pattern_count;
	return 0;
}

static int
add_rule(struct rules *p, const struct deck *deck, const struct node *item,
    struct error *err)
{
	const char *theme = yaml_get_text(deck->yaml.root, "theme");
	size_t i = p->count;
	struct rule *r;

	r = rules_grow(p->list, i, sizeof(*r));
	p->list = r;
	p->count++;
	r += i;
	memset(r, 0, sizeof(*r));
	r->phrase.id = yaml_get_text(item, "id");
	r->phrase.theme = theme;
	r->phrase.why = yaml_get_text(yaml_get(item, "why") != NULL ? item :
	    deck->yaml.root, "why");
	r->phrase.say = yaml_get_text(item, "say");
	r->phrase.is_harm = theme != NULL && strcmp(theme, "harm") == 0;
	if (r->phrase.id == NULL || theme == NULL)
		return error_set(err, STATUS_DATA, "%u:%u: expected an id, and "
		    "a theme at the head", item->line, item->column);
	return add_patterns(p, i, item, "match", err) == -1 ? -1 :
	    add_unless(p, i, item, err);
}

/* The lists of words, and what is to pass wherever it stands. */
static int
add_words(struct rules *p, const struct deck *deck, struct error *err)
{
	const struct node *root = deck->yaml.root, *n;
	const char *skip = yaml_get_text(root, "skip");
	const char *not = yaml_get_text(root, "not");
	size_t i;

	p->groups = yaml_get(root, "groups");
	p->same = yaml_get(root, "same");
	for (i = 0; i < RULES_FIRST; i++)
		if (new_set(p, need_string(""), err) == -1)
			return -1;
	if (skip == NULL || not == NULL)
		return error_set(err, STATUS_DATA, "expected skip: and not:");
	if (add_members(p, RULES_SKIP, skip, " \n", 0, err) == -1 ||
	    add_members(p, RULES_NOT, not, " \n", 0, err) == -1)
		return -1;
	p->pass = p->pattern_count;
	for (n = deck->items->child; n != NULL; n = n->next)
		if (add_patterns(p, 0, n, "pass", err) == -1)
			return -1;
	p->pass_end = p->pattern_count;
	return 0;
}

static int
is_words(const char *path)
{
	const char *s = strrchr(path, '/');

	return strcmp(s == NULL ? path : s + 1, WORDS) == 0;
}

/* Take one file in: the lists in the first round, the rules in the second. */
static int
add_file(struct rules *p, const char *path, int words, struct error *err)
{
	struct error why = { 0 };
	struct deck *deck;
	const struct node *n;
	int r = 0;

	if (is_words(path) != words)
		return 0;
	deck = rules_grow(p->decks, p->deck_count, sizeof(*deck));
	p->decks = deck;
	deck += p->deck_count++;
	memset(deck, 0, sizeof(*deck));
	if (deck_read(deck, path, err) == -1)
		return -1;
	if (words)
		r = add_words(p, deck, &why);
	for (n = words ? NULL : deck->items->child; r == 0 && n != NULL;
	    n = n->next)
		r = add_rule(p, deck, n, &why);
	if (r == -1)
		(void)error_set(err, why.status, "%s: %s", path,
		    error_message(&why));
	error_clear(&why);
	return r;
}

int
rules_by_text(const void *a, const void *b)
{
	const struct member *m = a, *n = b;
	size_t length = m->length < n->length ? m->length : n->length;
	int r = memcmp(m->text, n->text, length);

	if (r != 0)
		return r;
	return (m->length > n->length) - (m->length < n->length);
}

int
rules_open(struct rules *p, struct error *err)
{
	struct deck_names names = { 0 };
	char code[3];
	size_t i;
	int r = 0, words;

	memset(p, 0, sizeof(*p));
	deck_language(code);
	r = deck_list(&names, "phrases", code, err);
	if (r == 0 && names.count == 0)
		r = deck_list(&names, "phrases", "en", err);
	for (words = 1; r == 0 && words >= 0; words--)
		for (i = 0; r == 0 && i < names.count; i++)
			r = add_file(p, names.list[i], words, err);
	deck_names_free(&names);
	if (r == 0 && p->count == 0)
		r = error_set(err, STATUS_SYSTEM, "the rules are not there: is "
		    "the installation whole?");
	if (r == 0)
		qsort(p->members, p->member_count, sizeof(*p->members),
		    rules_by_text);
	return r;
}

void
rules_free(struct rules *p)
{
	size_t i;

	for (i = 0; i < p->deck_count; i++)
		deck_free(&p->decks[i]);
	for (i = 0; i < p->set_count; i++)
		free(p->set_names[i]);
	free(p->decks);
	free(p->set_names);
	free(p->members);
	free(p->elements);
	free(p->patterns);
	free(p->list);
	memset(p, 0, sizeof(*p));
}
