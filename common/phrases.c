/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <search.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "deck.h"
#include "error.h"
#include "memory.h"
#include "phrases.h"
#include "prose.h"

#define LONGEST	64		/* bytes of a word, with its NUL */
#define TOKENS	(PROSE_WORDS * 4)
#define PASSES	3		/* words in a row that may be passed over */
#define SPANS	64		/* of one sentence */
#define BREAK	"$"		/* the word that ends a clause */

/* Bits of the lists that stand first. */
enum { SKIP = 1, NOT = 2, TURN = 4 };

struct pattern {
	const char	*text;
	struct phrase	*phrase;
};

/* A word that a text has, looked up once. */
struct word {
	const char		*text;
	const struct node	*same;	/* what it stands for, or NULL */
	uint64_t		 lists;	/* a bit for each it is in */
	struct pattern		*begins;	/* that it may begin */
	size_t			 count;
};

/* A word with the one that it stands for in the text. */
struct token {
	const struct word	*word;
	struct prose_word	 source;
};

/* Tokens from `first` to before `end` that a phrase speaks of. */
struct span {
	const struct phrase	*phrase;
	size_t			 first, end;
	int			 told;
};

/* What is found in a text, and the line that was come to. */
struct found {
	struct place	*places;
	size_t		 count, at, line, line_start;
	int		 is_sure;	/* one is no weak turn */
};

struct phrases {
	const struct node	*same, *lists;
	struct phrase		*first, **last;
	struct buf		 heads;		/* of all words of lists */
	void			*words;		/* tsearch(3) */
	struct token		 tokens[TOKENS];
	size_t			 count;
	struct span		 spans[SPANS];
	size_t			 span_count;
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

/* Note how the words of a list begin; most words begin like none of them. */
static void
add_heads(struct phrases *p, const char *s, size_t n)
{
	const char *end = s + n;

	buf_char(&p->heads, '|');
	for (; s < end; s++)
		buf_char(&p->heads, is_between(*s) ? '|' : *s);
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
	const char *end = s + n, *t;

	for (; s < end; s++) {
		if (*s == *word->text) {
			for (t = word->text; s < end && *s == *t; s++)
				t++;
			if (s == end ? *t == '\0' : *s == '*' ||
			    (*t == '\0' && is_between(*s)))
				return 1;
		} else if (*s == '<' && is_in_list(p, s, word))
			return 1;
		while (s < end && !is_between(*s))
			s++;
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
	const struct node *n;
	struct phrase *phrase;
	uint64_t bit = 1;

	for (n = p->lists->child; n != NULL; n = n->next, bit <<= 1)
		if (is_among(p, n->text, n->length, word))
			word->lists |= bit;
	for (phrase = p->first; phrase != NULL; phrase = phrase->next)
		for (n = phrase->match->child; n != NULL; n = n->next) {
			if (!is_among(p, n->text, strcspn(n->text, " "), word))
				continue;
			word->begins = need_array(word->begins,
			    word->count + 1, sizeof(*word->begins));
			word->begins[word->count++] = (struct pattern){
			    n->text, phrase };
		}
}

static const struct word *
know(struct phrases *p, const char *text)
{
	const struct word wanted = { .text = text };
	struct word *word, **found = tfind(&wanted, &p->words, by_text);
	char head[5];

	if (found != NULL)
		return *found;
	word = need_zeroed(1, sizeof(*word));
	word->text = need_string(text);
	word->same = yaml_get(p->same, text);
	(void)snprintf(head, sizeof(head), "|%s", text);
	if (strstr(buf_string(&p->heads), head) != NULL)
		look_up(p, word);
	if (tsearch(word, &p->words, by_text) == NULL)
		memory_refused();
	return word;
}

/*
 * Rules.
 */

static void
add_rule(struct phrases *p, const struct node *item)
{
	static const char kinds[] = "mwdhg";	/* as enum phrase_kind has them */
	const char *kind = yaml_get_text(item, "kind");
	struct phrase *phrase = need_zeroed(1, sizeof(*phrase));
	const struct node *n;

	phrase->kind = kind == NULL ? PHRASE_MARK :
	    (enum phrase_kind)strcspn(kinds, (char[]){ *kind, '\0' });
	phrase->id = yaml_get_text(item, "id");
	phrase->theme = yaml_get_text(item, "theme");
	phrase->why = yaml_get_text(item, "why");
	phrase->say = yaml_get_text(item, "say");
	phrase->match = yaml_get(item, "match");
	for (n = phrase->match->child; n != NULL; n = n->next)
		add_heads(p, n->text, strcspn(n->text, " "));
	*p->last = phrase;
	p->last = &phrase->next;
}

struct phrases *
phrases_open(struct error *err)
{
	struct phrases *p = need_zeroed(1, sizeof(*p));
	const struct node *n;
	struct deck deck;

	if (deck_open(&deck, "phrases", "rules", err) == -1)
		return NULL;
	p->same = yaml_get(deck.yaml.root, "same");
	p->lists = yaml_get(deck.yaml.root, "lists");
	for (n = p->lists->child; n != NULL; n = n->next)
		add_heads(p, n->text, n->length);
	p->last = &p->first;
	for (n = deck.items->child; n != NULL; n = n->next)
		add_rule(p, n);
	return p;
}

const struct phrase *
phrases_first(const struct phrases *p)
{
	return p->first;
}

/*
 * Reading a sentence.
 */

static void
add_token(struct phrases *p, const char *text, const struct prose_word *source)
{
	p->tokens[p->count++] = (struct token){ know(p, text), *source };
}

/* Add a word, or what it stands for: "can't" is two words. */
static void
add_word(struct phrases *p, const char *plain, const struct prose_word *source)
{
	const struct node *n;
	char text[LONGEST];
	size_t i, length = 0;

	for (i = 0; i < source->length && length < sizeof(text) - 1; i++)
		if (plain[source->offset + i] != PROSE_FILLER)
			text[length++] = plain[source->offset + i];
	text[length] = '\0';
	if ((n = know(p, text)->same) == NULL)
		add_token(p, text, source);
	else
		for (n = n->child; n != NULL; n = n->next)
			add_token(p, n->text, source);
}

/* Take the next sentence from `at` on. True where there is one. */
static int
take_sentence(struct phrases *p, const char *plain, size_t *at)
{
	struct prose_word words[PROSE_WORDS];
	size_t i, n = prose_next(plain, at, words);

	p->count = 0;
	for (i = 0; i < n && p->count + 5 < TOKENS; i++) {
		if (words[i].after_break && i > 0)
			add_token(p, BREAK, &words[i - 1]);
		add_word(p, plain, &words[i]);
	}
	if (n > 0)
		add_token(p, BREAK, &words[i - 1]);
	return n > 0;
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

/* Find all that patterns speak of; a guard speaks of all up to a turn. */
static void
find_spans(struct phrases *p)
{
	const struct pattern *t;
	struct span *span = p->spans;
	const struct word *word;
	size_t at;

	for (at = 0; at < p->count; at++) {
		word = p->tokens[at].word;
		for (t = word->begins; t < word->begins + word->count &&
		    span < p->spans + SPANS; t++) {
			*span = (struct span){ t->phrase, at, 0, 0 };
			if (!goes_on(p, t->text, at, &span->end, 0))
				continue;
			while (t->phrase->kind == PHRASE_GUARD &&
			    span->end < p->count &&
			    (p->tokens[span->end].word->lists & TURN) == 0)
				span->end++;
			span++;
		}
	}
	p->span_count = (size_t)(span - p->spans);
}

/* True where the span is to be told: none that is covered, or told already. */
static int
is_told(const struct phrases *p, const struct span *span)
{
	enum phrase_kind kind = span->phrase->kind;
	const struct span *s;

	for (s = p->spans; s < p->spans + p->span_count; s++)
		if (s->first < span->end && span->first < s->end &&
		    (s->told ? s->phrase->kind == kind :
		    kind < PHRASE_DANGER && s->phrase->kind >= PHRASE_DANGER))
			return 0;
	return kind != PHRASE_GUARD;
}

/* Add the place of a span, whose line is counted on from the one before. */
static void
add_place(const struct phrases *p, const char *text, const struct span *span,
    struct found *found)
{
	const struct prose_word *first = &p->tokens[span->first].source;
	const struct prose_word *last = &p->tokens[span->end - 1].source;

	for (; found->at < first->offset; found->at++)
		if (text[found->at] == '\n') {
			found->line++;
			found->line_start = found->at + 1;
		}
	found->is_sure |= span->phrase->kind == PHRASE_MARK;
	found->places = need_array(found->places, found->count + 1,
	    sizeof(*found->places));
	found->places[found->count++] = (struct place){ span->phrase,
	    first->offset, last->offset + last->length - first->offset,
	    found->line, first->offset - found->line_start + 1 };
}

size_t
phrases_find(struct phrases *p, const char *text, size_t n,
    struct place **places)
{
	struct found found = { .line = 1 };
	char *plain = prose_plain(text, n);
	size_t at = 0, i, kept = 0;
	struct span *span;

	while (take_sentence(p, plain, &at)) {
		find_spans(p);
		for (span = p->spans; span < p->spans + p->span_count; span++)
			if ((span->told = is_told(p, span)))
				add_place(p, text, span, &found);
	}
	for (i = 0; i < found.count; i++)
		if (found.is_sure ||
		    found.places[i].phrase->kind != PHRASE_WEAK)
			found.places[kept++] = found.places[i];
	free(plain);
	*places = found.places;
	return kept;
}
