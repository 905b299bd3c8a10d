/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "memory.h"
#include "phrases.h"
#include "prose.h"
#include "rules.h"
#include "yaml.h"

#define TOKENS		(PROSE_WORDS * 3)
#define SKIPS		4		/* words in a row that say little */

/* A word that a text has: the sets it is in, the patterns it may begin. */
struct seen {
	char		*text;
	unsigned char	*in;		/* a bit a set; NULL for none */
	size_t		*begins, begin_count;
	struct seen	*same[3];	/* what it stands for, if another */
};

struct token {
	const struct seen	*word;
	size_t			 source;	/* in the sentence */
	int			 after_break, is_quoted;
};

struct phrases {
	struct rules	 rules;
	void		*seen;			/* tsearch(3) */

	struct token	 tokens[TOKENS + 3];
	size_t		 token_count;
	int		 asks;
};

struct phrases *
phrases_open(struct error *err)
{
	struct phrases *p = need_zeroed(1, sizeof(*p));

	if (rules_open(&p->rules, err) == -1) {
		phrases_free(p);
		p = NULL;
	}
	return p;
}

const struct phrase *
phrases_nth(const struct phrases *p, size_t i)
{
	return i < p->rules.count ? &p->rules.list[i].phrase : NULL;
}

/*
 * Words.
 */

static int
is_in(const struct seen *word, size_t set)
{
	return word->in != NULL && (word->in[set / 8] >> (set % 8) & 1);
}

/* Put a word into the sets of all members that are its first n bytes. */
static void
join_sets(struct phrases *p, struct seen *word, size_t n)
{
	const struct rules *r = &p->rules;
	const struct member wanted = { word->text, n, 0, 0 };
	const struct member *m, *end = r->members + r->member_count;
	int whole = word->text[n] == '\0';

	m = bsearch(&wanted, r->members, r->member_count, sizeof(*m),
	    rules_by_text);
	if (m == NULL)
		return;
	while (m > r->members && rules_by_text(m - 1, &wanted) == 0)
		m--;
	for (; m < end && rules_by_text(m, &wanted) == 0; m++) {
		if (!whole && !m->begins)
			continue;
		if (word->in == NULL)
			word->in = need_zeroed(1, r->set_count / 8 + 1);
		word->in[m->set / 8] |= (unsigned char)(1U << (m->set % 8));
	}
}

/* The patterns that a word may begin. */
static void
find_begins(struct phrases *p, struct seen *word)
{
	const struct element *e;
	size_t i, *more;

	for (i = 0; i < p->rules.pattern_count; i++) {
		if (!p->rules.patterns[i].is_match)
			continue;
		e = &p->rules.elements[p->rules.patterns[i].start];
		if (e->kind == AT_START)
			e++;
		if (!is_in(word, e->value))
			continue;
		more = rules_grow(word->begins, word->begin_count, sizeof(*more));
		word->begins = more;
		more[word->begin_count++] = i;
	}
}

static int
by_word(const void *a, const void *b)
{
	const struct seen *v = a, *w = b;

	return strcmp(v->text, w->text);
}

static struct seen	*see(struct phrases *, const char *);

/* What a word stands for, such as "can not" for "can't". */
static void
find_same(struct phrases *p, struct seen *word, const char *text)
{
	const char *same = p->rules.same == NULL ? NULL :
	    yaml_get_text(p->rules.same, text);
	char one[RULES_LONGEST];
	size_t i, n;

	for (i = 0; same != NULL && *same != '\0' && i < 3; i++) {
		n = strcspn(same, " ");
		if (n >= sizeof(one))
			return;
		memcpy(one, same, n);
		one[n] = '\0';
		/* One that stands for itself and more goes no deeper. */
		word->same[i] = strcmp(one, word->text) == 0 ? word :
		    see(p, one);
		same += n + strspn(same + n, " ");
	}
}

/* A word by its letters, looked up once. */
static struct seen *
see(struct phrases *p, const char *text)
{
	struct seen wanted = { .text = NULL }, *word, **found;
	char bare[RULES_LONGEST];
	size_t i, n = 0;

	for (i = 0; text[i] != '\0'; i++)
		if (text[i] != '\'')
			bare[n++] = text[i];
	bare[n] = '\0';
	wanted.text = (char *)(size_t)text;
	if ((found = tfind(&wanted, &p->seen, by_word)) != NULL)
		return *found;
	word = need_zeroed(1, sizeof(*word));
	word->text = need_string(text);
	if (tsearch(word, &p->seen, by_word) == NULL)
		memory_refused();
	find_same(p, word, text);
	if (word->same[0] == NULL && strcmp(bare, text) != 0)
		word->same[0] = see(p, bare);
	if (word->same[0] == NULL)
		find_same(p, word, bare);
	for (i = 1; text[i - 1] != '\0'; i++)
		join_sets(p, word, i);
	if (word->in != NULL)
		find_begins(p, word);
	return word;
}

/* The letters of a word, small, each apostrophe as '. NULL if too long. */
static struct seen *
see_word(struct phrases *p, const char *s, size_t n)
{
	char text[RULES_LONGEST];
	size_t i, k = 0;

	if (n >= sizeof(text))
		return see(p, "-");
	for (i = 0; i < n; i++)
		if (s[i] == '\xe2' && i + 2 < n && s[i + 1] == '\x80') {
			text[k++] = '\'';
			i += 2;
		} else
			text[k++] = (char)tolower((unsigned char)s[i]);
	text[k] = '\0';
	return see(p, text);
}

static void
add_token(struct phrases *p, const struct seen *word,
    const struct sentence *s, size_t source, int is_first)
{
	struct token *t;

	if (word == NULL || p->token_count >= TOKENS)
		return;
	t = &p->tokens[p->token_count++];
	t->word = word;
	t->source = source;
	t->after_break = is_first && s->words[source].after_break;
	t->is_quoted = s->words[source].is_quoted;
}

static void
take_sentence(struct phrases *p, const char *text, const struct sentence *s)
{
	const struct seen *word, *whole;
	size_t i, k;

	p->token_count = 0;
	p->asks = s->asks;
	for (i = 0; i < s->count; i++) {
		whole = see_word(p, text + s->words[i].offset,
		    s->words[i].length);
		/* "can't" is "cant" is "can not". */
		while (whole != NULL && whole->same[0] != NULL &&
		    whole->same[0] != whole && whole->same[1] == NULL)
			whole = whole->same[0];
		if (whole == NULL || whole->same[0] == NULL) {
			add_token(p, whole, s, i, 1);
			continue;
		}
		for (k = 0; k < 3 && (word = whole->same[k]) != NULL; k++)
			add_token(p, word, s, i, k == 0);
	}
}

/*
 * Searching. A pattern goes on from each word to the next; where it wants
 * another, words that say little are passed over.
 */

static int
is_at_start(const struct phrases *p, size_t at)
{
	const struct token *t = p->tokens + at;

	while (t > p->tokens && !t->after_break && is_in(t[-1].word, RULES_SKIP))
		t--;
	return t == p->tokens || t->after_break;
}

static int
is_at_end(const struct phrases *p, size_t at)
{
	return at == p->token_count || p->tokens[at].after_break;
}

static int	 go_on(const struct phrases *, const struct element *, size_t at,
		    size_t *end, int skips);

/* Pass over up to most words, within the clause unless all is set. */
static int
pass_over(const struct phrases *p, const struct element *e, size_t at,
    size_t *end)
{
	size_t i;

	for (i = 0; i <= e->value && at + i <= p->token_count; i++) {
		if (i > 0 && is_in(p->tokens[at + i - 1].word, RULES_NOT))
			return 0;
		if (go_on(p, e + 1, at + i, end, 0))
			return 1;
		if (e->kind == PASS_OVER && i > 0 && is_at_end(p, at + i))
			return 0;
	}
	return 0;
}

static int
go_on(const struct phrases *p, const struct element *e, size_t at, size_t *end,
    int skips)
{
	switch (e->kind) {
	case PATTERN_END:
		*end = at;
		return 1;
	case AT_START:
		return is_at_start(p, at) && go_on(p, e + 1, at, end, 0);
	case AT_END:
		if (is_at_end(p, at) && go_on(p, e + 1, at, end, 0))
			return 1;
		break;
	case IN_QUESTION:
		return p->asks && go_on(p, e + 1, at, end, 0);
	case PASS_OVER:
	case PASS_ALL:
		return pass_over(p, e, at, end);
	case MAYBE_OF:
		if (go_on(p, e + 1, at, end, 0))
			return 1;
		/* FALLTHROUGH */
	case WORD_OF:
		if (at < p->token_count && is_in(p->tokens[at].word,
		    e->value) && go_on(p, e + 1, at + 1, end, SKIPS))
			return 1;
	}
	return skips > 0 && at < p->token_count && is_in(p->tokens[at].word,
	    RULES_SKIP) && go_on(p, e, at + 1, end, skips - 1);
}

/* True for words that are somebody else's. */
static int
is_quoted(const struct phrases *p, size_t at, size_t end)
{
	while (at < end && p->tokens[at].is_quoted)
		at++;
	return at == end;
}

/* True where any of these patterns stands in the sentence. */
static int
stands(const struct phrases *p, size_t pattern, size_t pattern_end)
{
	const struct element *e;
	size_t at, end;

	for (; pattern < pattern_end; pattern++) {
		e = &p->rules.elements[p->rules.patterns[pattern].start];
		for (at = 0; at < p->token_count; at++) {
			/* Most end here, and go_on() is dear. */
			if (e->kind == WORD_OF && !is_in(p->tokens[at].word,
			    e->value))
				continue;
			if (go_on(p, e, at, &end, 0))
				return 1;
		}
	}
	return 0;
}

static void
find_at(const struct phrases *p, size_t at, int harm, struct phrase_hit *hits,
    size_t *count, size_t most)
{
	const struct seen *word = p->tokens[at].word;
	const struct rule *r;
	size_t i, k, end;

	for (i = 0; i < word->begin_count && *count < most; i++) {
		const struct pattern *pattern = &p->rules.patterns[word->begins[i]];

		r = &p->rules.list[pattern->rule];
		if (r->phrase.is_harm != harm)
			continue;
		for (k = 0; k < *count; k++)
			if (strcmp(hits[k].phrase->theme, r->phrase.theme) == 0)
				break;
		if (k < *count || !go_on(p, &p->rules.elements[pattern->start], at,
		    &end, 0) || stands(p, r->unless, r->unless_end) ||
		    (!harm && is_quoted(p, at, end)))
			continue;
		hits[*count].phrase = &r->phrase;
		hits[*count].first = p->tokens[at].source;
		hits[(*count)++].last = p->tokens[end - 1].source;
	}
}

size_t
phrases_find(struct phrases *p, const char *text, const struct sentence *s,
    struct phrase_hit *hits, size_t most)
{
	size_t at, count = 0;

	take_sentence(p, text, s);
	for (at = 0; at < p->token_count && count == 0; at++)
		find_at(p, at, 1, hits, &count, most < 1 ? most : 1);
	if (count > 0)
		return count;
	for (at = 0; at < p->token_count; at++)
		find_at(p, at, 0, hits, &count, most);
	return count > 0 && stands(p, p->rules.pass, p->rules.pass_end) ? 0 : count;
}

static void
free_seen(void *v)
{
	struct seen *word = v;

	free(word->text);
	free(word->in);
	free(word->begins);
	free(word);
}

void
phrases_free(struct phrases *p)
{
	if (p == NULL)
		return;
	tdestroy(p->seen, free_seen);
	rules_free(&p->rules);
	free(p);
}
