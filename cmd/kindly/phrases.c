/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <search.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/memory.h"
#include "deck/deck.h"
#include "format/yaml.h"
#include "phrases.h"
#include "prose.h"

#define MOST	384		/* tokens; a longer sentence is in pieces */
#define TOKENS	(MOST + 6)	/* a word may be some, and breaks */
#define PASSES	3		/* words in a row that may be passed over */
#define BREAK	"$"		/* the word that ends a clause */

/* Bits of the lists that stand first. */
enum { SKIP = 1, NOT = 2, TURN = 4 };

struct pattern {
	const char		*text;	/* behind the word that begins it */
	const struct node	*rule;
};

/* A word that a text has, looked up once. */
struct word {
	const char		*text;
	const struct node	*same;	/* what it stands for, or NULL */
	uint64_t		 lists;	/* a bit for each it is in */
	struct pattern		*begins;	/* that it may begin */
	size_t			 count;
};

/* A word, and the bytes of the text that it stands for. */
struct token {
	const struct word	*word;
	size_t			 offset, length;
};

struct phrases {
	const struct node	*same, *lists;
	const struct node	*rules;		/* the first of them */
	struct buf		 heads;		/* how their patterns begin */
	void			*words;		/* tsearch(3) */
	struct token		 tokens[TOKENS];	/* of a sentence */
	size_t			 count;
	struct place		*places;	/* for the caller to free */
	size_t			 place_count;
};

/*
 * Words and lists.
 */

/* True for what stands between the words of a list. */
static int
is_between(char c)
{
	return c < 'a' ? c <= ' ' || c == '[' || c == ']' : c == '|';
}

/* True where the word is in the list that `name` begins with: "<kin>". */
static int
is_in_list(const struct phrases *p, const char *name, const struct word *word)
{
	const struct node *list = p->lists->child;
	uint64_t bits = word->lists;

	for (; bits != 0; list = list->next, bits >>= 1)
		if ((bits & 1) != 0 &&
		    strncmp(list->key, name, strlen(list->key)) == 0)
			return 1;
	return 0;
}

/* True where the word is among the `n` bytes of `s`, such as "a|b*|<c>". */
static int
is_among(const struct phrases *p, const char *s, size_t n,
    const struct word *word)
{
	const char *end = s + n, *at, *t;

	for (s += *s == '['; s < end && *s == '<'; s += strcspn(s, "| ") + 1)
		if (is_in_list(p, s, word))
			return 1;
	for (at = s; at < end && (at = memchr(at, *word->text,
	    (size_t)(end - at))) != NULL; at++) {
		if (at > s && !is_between(at[-1]))
			continue;
		for (t = word->text; at < end && *at == *t; at++)
			t++;
		if (at == end ? *t == '\0' : *at == '*' ||
		    (*t == '\0' && is_between(*at)))
			return 1;
	}
	return 0;
}

static int
by_text(const void *a, const void *b)
{
	const struct word *v = a, *w = b;

	return strcmp(v->text, w->text);
}

/* Find what a word is to the rules. */
static void
look_up(const struct phrases *p, struct word *word)
{
	const struct node *n, *rule;
	uint64_t bit = 1;
	size_t head;

	for (n = p->lists->child; n != NULL; n = n->next, bit <<= 1)
		if (is_among(p, n->text, n->length, word))
			word->lists |= bit;
	if (word->lists == 0 &&
	    !is_among(p, p->heads.data, p->heads.length, word))
		return;
	for (rule = p->rules; rule != NULL; rule = rule->next)
		for (n = yaml_get(rule, "match")->child; n; n = n->next) {
			head = strcspn(n->text, " ");
			if (!is_among(p, n->text, head, word))
				continue;
			word->begins = need_array(word->begins,
			    word->count + 1, sizeof(*word->begins));
			word->begins[word->count++] = (struct pattern){
			    n->text + head + (n->text[head] == ' '), rule };
		}
}

static const struct word *
know(struct phrases *p, const char *text)
{
	struct word wanted = { .text = text }, *word, **found;

	if ((found = tfind(&wanted, &p->words, by_text)) != NULL)
		return *found;
	word = need_zeroed(1, sizeof(*word));
	word->text = need_string(text);
	word->same = yaml_get(p->same, text);
	look_up(p, word);
	if (tsearch(word, &p->words, by_text) == NULL)
		memory_refused();
	return word;
}

/*
 * Rules.
 */

struct phrases *
phrases_open(struct error *err)
{
	struct phrases *p = need_zeroed(1, sizeof(*p));
	const struct node *n, *rule;
	struct deck deck;

	if (deck_open(&deck, "phrases", "rules", err) == -1)
		return NULL;
	p->same = yaml_get(deck.yaml.root, "same");
	p->lists = yaml_get(deck.yaml.root, "lists");
	p->rules = deck.items->child;
	for (rule = p->rules; rule != NULL; rule = rule->next)
		for (n = yaml_get(rule, "match")->child; n; n = n->next) {
			buf_put(&p->heads, n->text, strcspn(n->text, " "));
			buf_char(&p->heads, '|');
		}
	return p;
}

const struct node *
phrases_rules(const struct phrases *p)
{
	return p->rules;
}

enum phrase_kind
phrases_kind(const struct node *rule)
{
	const char *kind = yaml_get_text(rule, "kind");

	/* As enum phrase_kind has them. */
	return kind == NULL ? PHRASE_MARK :
	    (enum phrase_kind)(strchr("mwdhg", *kind) - "mwdhg");
}

/*
 * Reading a sentence.
 */

static void
add_token(struct phrases *p, const char *text, size_t offset, size_t length)
{
	p->tokens[p->count++] = (struct token){ know(p, text), offset, length };
}

/* Add the word of `n` bytes, or what it stands for: "can't" is two words. */
static void
add_word(struct phrases *p, const char *s, size_t offset, size_t n)
{
	char *text = need_part(s, n), *from, *to = text;
	const struct node *same;

	for (from = text; (*to = *from) != '\0'; from++)
		to += *to != PROSE_FILLER;
	if ((same = know(p, text)->same) == NULL)
		add_token(p, text, offset, n);
	else
		for (same = same->child; same != NULL; same = same->next)
			add_token(p, same->text, offset, n);
	free(text);
}

/* Take the words of the sentence that begins at `s`; return its end. */
static const char *
take_sentence(struct phrases *p, const char *plain, const char *s)
{
	size_t n, end = 0;
	int breaks = 0;

	p->count = 0;
	while (p->count < MOST && (n = prose_word(&s, &breaks)) > 0) {
		if (breaks && p->count > 0)
			add_token(p, BREAK, end, 0);
		breaks = 0;
		add_word(p, s, (size_t)(s - plain), n);
		s += n;
		end = (size_t)(s - plain);
	}
	add_token(p, BREAK, end, 0);
	return s;
}

/*
 * Searching.
 */

/*
 * True where the pattern `s` goes on like that from `at`, to before `end`. Up
 * to `passes` words may stand before the next: any for "..", else such as say
 * little.
 */
static int
goes_on(const struct phrases *p, const char *s, size_t at, size_t *end,
    int passes)
{
	const struct word *word = p->tokens[at].word;
	size_t n = strcspn(s, " ");
	const char *next = s + n + (s[n] == ' ');

	*end = at;
	if (n == 0)
		return 1;
	if ((*s == '.' && goes_on(p, next, at, end, PASSES)) ||
	    (*s == '[' && goes_on(p, next, at, end, passes)))
		return 1;
	if (at == p->count)
		return 0;
	if (is_among(p, s, n, word) && goes_on(p, next, at + 1, end, PASSES))
		return 1;
	return passes > 0 && (*s == '.' ? (word->lists & NOT) == 0 :
	    (word->lists & SKIP) != 0) && goes_on(p, s, at + 1, end,
	    passes - 1);
}

/* Add what a pattern speaks of from `at` to before `end`. */
static void
add_place(struct phrases *p, const struct node *rule, size_t at, size_t end)
{
	enum phrase_kind kind = phrases_kind(rule);
	const struct token *first = &p->tokens[at], *last;

	/* A guard speaks of all up to a turn. */
	while (kind == PHRASE_GUARD && end < p->count &&
	    (p->tokens[end].word->lists & TURN) == 0)
		end++;
	last = &p->tokens[end - 1];
	p->places = need_array(p->places, p->place_count + 1,
	    sizeof(*p->places));
	p->places[p->place_count++] = (struct place){ .rule = rule,
	    .kind = kind, .offset = first->offset,
	    .length = last->offset + last->length - first->offset };
}

static void
search(struct phrases *p)
{
	const struct pattern *t;
	const struct word *word;
	size_t at, end;

	for (at = 0; at < p->count; at++) {
		word = p->tokens[at].word;
		for (t = word->begins; t < word->begins + word->count; t++)
			if (goes_on(p, t->text, at + 1, &end, PASSES))
				add_place(p, t->rule, at, end);
	}
}

/* True where a place is to be told: none that is covered, or told already. */
static int
is_told(const struct place *place, const struct place *s,
    const struct place *end)
{
	enum phrase_kind kind = place->kind;

	for (; s < end; s++)
		if (s->offset < place->offset + place->length &&
		    place->offset < s->offset + s->length &&
		    (s->line > 0 ? s->kind == kind :
		    kind < PHRASE_DANGER && s->kind >= PHRASE_DANGER))
			return 0;
	return kind != PHRASE_GUARD;
}

/* Keep what is to be told, and count its lines. */
static size_t
keep(struct place *places, size_t count, const char *text, int is_sure)
{
	size_t at = 0, line = 1, start = 0, kept = 0;
	struct place *place;

	for (place = places; place < places + count; place++) {
		if (place->line == 0 ||
		    (place->kind == PHRASE_WEAK && !is_sure))
			continue;
		for (; at < place->offset; at++)
			if (text[at] == '\n') {
				line++;
				start = at + 1;
			}
		place->line = line;
		place->column = at - start + 1;
		places[kept++] = *place;
	}
	return kept;
}

size_t
phrases_find(struct phrases *p, const char *text, size_t n,
    struct place **places)
{
	char *plain = prose_plain(text, n);
	const char *s = plain;
	struct place *place, *end;
	size_t first;
	int is_sure = 0;

	p->places = NULL;
	p->place_count = 0;
	while (*s != '\0') {
		s = take_sentence(p, plain, s);
		first = p->place_count;
		search(p);
		end = p->places + p->place_count;
		for (place = p->places + first; place < end; place++) {
			place->line = is_told(place, p->places + first, end);
			is_sure |= place->line > 0 &&
			    place->kind == PHRASE_MARK;
		}
	}
	free(plain);
	*places = p->places;
	return keep(p->places, p->place_count, text, is_sure);
}
