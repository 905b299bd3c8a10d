/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "deck.h"
#include "phrases.h"
#include "prose.h"
#include "status.h"

#define WORDS		"words.yaml"
#define TOKENS		(PROSE_WORDS * 3)
#define LONGEST		64		/* bytes of a word; others are none */
#define NEAR		2		/* words that ".." may pass over */
#define FAR		6		/* and "..." */
#define FARTHEST	24		/* and "~" */
#define SKIPS		4		/* words in a row that say little */
#define DEEPEST		4		/* lists within lists */

/* Sets of words that mean something to the search itself. */
enum { SET_SKIP, SET_NOT, SET_FIRST };

enum element_kind { WORD_OF, MAYBE_OF, PASS_OVER, PASS_ALL, AT_START, AT_END,
	IN_QUESTION, PATTERN_END };

struct element {
	enum element_kind	kind;
	size_t			value;	/* a set, or how many words */
};

/* One word, or its beginning, in one set. */
struct member {
	const char	*text;
	size_t		 length;
	int		 begins;
	size_t		 set;
};

struct rule {
	struct phrase	 phrase;
	size_t		 unless, unless_end;	/* patterns */
};

struct pattern {
	size_t	start;		/* in elements */
	size_t	rule;
	int	is_match;
};

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
	struct deck	*decks;
	size_t		 deck_count;
	const struct node *groups, *same;
	char		**set_names;	/* "a|b|<c>", by which they are one */
	size_t		 set_count;
	struct member	*members;
	size_t		 member_count;
	struct element	*elements;
	size_t		 element_count;
	struct pattern	*patterns;
	size_t		 pattern_count;
	struct rule	*rules;
	size_t		 rule_count;
	size_t		 pass, pass_end;	/* patterns */
	void		*seen;			/* tsearch(3) */
	int		 broken;

	struct token	 tokens[TOKENS + 3];
	size_t		 token_count;
	int		 asks;
};

/* Room for one more behind count of that size; NULL when refused. */
static void *
grow(void *array, size_t count, size_t size)
{
	/* In steps that double. */
	if ((count & (count - 1)) != 0)
		return array;
	return reallocarray(array, count == 0 ? 1 : count * 2, size);
}

/*
 * Reading rules.
 */

static int	 add_members(struct phrases *, size_t set, const char *,
		    const char *separators, int depth, struct error *);

/* One word, a beginning such as fail*, or a list such as <kin>, into a set. */
static int
add_member(struct phrases *p, size_t set, const char *s, size_t n, int depth,
    struct error *err)
{
	char name[LONGEST];
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
	if ((m = grow(p->members, p->member_count, sizeof(*m))) == NULL)
		return error_memory(err);
	p->members = m;
	m += p->member_count++;
	m->begins = n > 1 && s[n - 1] == '*';
	m->text = s;
	m->length = n - (size_t)m->begins;
	m->set = set;
	return 0;
}

static int
add_members(struct phrases *p, size_t set, const char *s,
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
new_set(struct phrases *p, char *name, struct error *err)
{
	char **names = grow(p->set_names, p->set_count, sizeof(*names));

	if (names != NULL)
		p->set_names = names;
	if (names == NULL || name == NULL) {
		free(name);
		return error_memory(err);
	}
	p->set_names[p->set_count++] = name;
	return add_members(p, p->set_count - 1, name, "|", 0, err);
}

/* The set of n bytes such as "a|b|<c>"; a new one where there is none yet. */
static int
find_set(struct phrases *p, const char *s, size_t n, size_t *set,
    struct error *err)
{
	for (*set = SET_FIRST; *set < p->set_count; (*set)++)
		if (p->set_names[*set][0] == *s &&
		    strncmp(p->set_names[*set], s, n) == 0 &&
		    p->set_names[*set][n] == '\0')
			return 0;
	return new_set(p, strndup(s, n), err);
}

static int
add_element(struct phrases *p, const char *s, size_t n, struct error *err)
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

	if ((e = grow(p->elements, p->element_count, sizeof(*e))) == NULL)
		return error_memory(err);
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
add_pattern(struct phrases *p, size_t rule, int is_match, const char *s,
    struct error *err)
{
	struct pattern *pattern;
	size_t n;

	if ((pattern = grow(p->patterns, p->pattern_count,
	    sizeof(*pattern))) == NULL)
		return error_memory(err);
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
add_patterns(struct phrases *p, size_t rule, const struct node *item,
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
add_unless(struct phrases *p, size_t rule, const struct node *item,
    struct error *err)
{
	const char *as = yaml_get_text(item, "as");
	struct rule *r = &p->rules[rule];
	size_t i = 0;

	while (as != NULL && i < rule && strcmp(p->rules[i].phrase.id, as) != 0)
		i++;
	if (as != NULL && i == rule)
		return error_set(err, STATUS_DATA, "%s: no rule before it is "
		    "named %s", r->phrase.id, as);
	if (as != NULL) {
		r->unless = p->rules[i].unless;
		r->unless_end = p->rules[i].unless_end;
		return 0;
	}
	r->unless = p->pattern_count;
	if (add_patterns(p, rule, item, "unless", err) == -1)
		return -1;
	p->rules[rule].unless_end = p->pattern_count;
	return 0;
}

static int
add_rule(struct phrases *p, const struct deck *deck, const struct node *item,
    struct error *err)
{
	const char *theme = yaml_get_text(deck->yaml.root, "theme");
	size_t i = p->rule_count;
	struct rule *r;

	if ((r = grow(p->rules, i, sizeof(*r))) == NULL)
		return error_memory(err);
	p->rules = r;
	p->rule_count++;
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
add_words(struct phrases *p, const struct deck *deck, struct error *err)
{
	const struct node *root = deck->yaml.root, *n;
	const char *skip = yaml_get_text(root, "skip");
	const char *not = yaml_get_text(root, "not");
	size_t i;

	p->groups = yaml_get(root, "groups");
	p->same = yaml_get(root, "same");
	for (i = 0; i < SET_FIRST; i++)
		if (new_set(p, strdup(""), err) == -1)
			return -1;
	if (skip == NULL || not == NULL)
		return error_set(err, STATUS_DATA, "expected skip: and not:");
	if (add_members(p, SET_SKIP, skip, " \n", 0, err) == -1 ||
	    add_members(p, SET_NOT, not, " \n", 0, err) == -1)
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
add_file(struct phrases *p, const char *path, int words, struct error *err)
{
	struct error why = { 0 };
	struct deck *deck;
	const struct node *n;
	int r = 0;

	if (is_words(path) != words)
		return 0;
	if ((deck = grow(p->decks, p->deck_count, sizeof(*deck))) == NULL)
		return error_memory(err);
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

static int
by_text(const void *a, const void *b)
{
	const struct member *m = a, *n = b;
	size_t length = m->length < n->length ? m->length : n->length;
	int r = memcmp(m->text, n->text, length);

	if (r != 0)
		return r;
	return (m->length > n->length) - (m->length < n->length);
}

struct phrases *
phrases_open(struct error *err)
{
	struct phrases *p = calloc(1, sizeof(*p));
	struct deck_names names = { 0 };
	char code[3];
	size_t i;
	int r = 0, words;

	if (p == NULL) {
		(void)error_memory(err);
		return NULL;
	}
	deck_language(code);
	deck_list(&names, "phrases", code);
	if (names.count == 0)
		deck_list(&names, "phrases", "en");
	for (words = 1; r == 0 && words >= 0; words--)
		for (i = 0; r == 0 && i < names.count; i++)
			r = add_file(p, names.list[i], words, err);
	deck_names_free(&names);
	if (r == 0 && p->rule_count == 0)
		r = error_set(err, STATUS_SYSTEM, "the rules are not there: is "
		    "the installation whole?");
	if (r == -1) {
		phrases_free(p);
		return NULL;
	}
	qsort(p->members, p->member_count, sizeof(*p->members), by_text);
	return p;
}

const struct phrase *
phrases_nth(const struct phrases *p, size_t i)
{
	return i < p->rule_count ? &p->rules[i].phrase : NULL;
}

int
phrases_broken(const struct phrases *p)
{
	return p->broken;
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
	struct member wanted = { word->text, n, 0, 0 };
	struct member *all = p->members, *m;
	int whole = word->text[n] == '\0';

	m = bsearch(&wanted, all, p->member_count, sizeof(*m), by_text);
	if (m == NULL)
		return;
	while (m > all && by_text(m - 1, &wanted) == 0)
		m--;
	for (; m < all + p->member_count && by_text(m, &wanted) == 0; m++) {
		if (!whole && !m->begins)
			continue;
		if (word->in == NULL &&
		    (word->in = calloc(1, p->set_count / 8 + 1)) == NULL) {
			p->broken = 1;
			return;
		}
		word->in[m->set / 8] |= (unsigned char)(1U << (m->set % 8));
	}
}

/* The patterns that a word may begin. */
static void
find_begins(struct phrases *p, struct seen *word)
{
	const struct element *e;
	size_t i, *more;

	for (i = 0; i < p->pattern_count; i++) {
		if (!p->patterns[i].is_match)
			continue;
		e = &p->elements[p->patterns[i].start];
		if (e->kind == AT_START)
			e++;
		if (!is_in(word, e->value))
			continue;
		more = grow(word->begins, word->begin_count, sizeof(*more));
		if (more == NULL) {
			p->broken = 1;
			return;
		}
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
	const char *same = p->same == NULL ? NULL :
	    yaml_get_text(p->same, text);
	char one[LONGEST];
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

/* A word by its letters, looked up once. NULL when memory is refused. */
static struct seen *
see(struct phrases *p, const char *text)
{
	struct seen wanted = { .text = NULL }, *word, **found;
	char bare[LONGEST];
	size_t i, n = 0;

	for (i = 0; text[i] != '\0'; i++)
		if (text[i] != '\'')
			bare[n++] = text[i];
	bare[n] = '\0';
	wanted.text = (char *)(size_t)text;
	if ((found = tfind(&wanted, &p->seen, by_word)) != NULL)
		return *found;
	if ((word = calloc(1, sizeof(*word))) == NULL ||
	    (word->text = strdup(text)) == NULL ||
	    tsearch(word, &p->seen, by_word) == NULL) {
		if (word != NULL)
			free(word->text);
		free(word);
		p->broken = 1;
		return NULL;
	}
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
	char text[LONGEST];
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

	while (t > p->tokens && !t->after_break && is_in(t[-1].word, SET_SKIP))
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
		if (i > 0 && is_in(p->tokens[at + i - 1].word, SET_NOT))
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
	    SET_SKIP) && go_on(p, e, at + 1, end, skips - 1);
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
		e = &p->elements[p->patterns[pattern].start];
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
		const struct pattern *pattern = &p->patterns[word->begins[i]];

		r = &p->rules[pattern->rule];
		if (r->phrase.is_harm != harm)
			continue;
		for (k = 0; k < *count; k++)
			if (strcmp(hits[k].phrase->theme, r->phrase.theme) == 0)
				break;
		if (k < *count || !go_on(p, &p->elements[pattern->start], at,
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
	return count > 0 && stands(p, p->pass, p->pass_end) ? 0 : count;
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
	size_t i;

	if (p == NULL)
		return;
	for (i = 0; i < p->deck_count; i++)
		deck_free(&p->decks[i]);
	for (i = 0; i < p->set_count; i++)
		free(p->set_names[i]);
	tdestroy(p->seen, free_seen);
	free(p->decks);
	free(p->set_names);
	free(p->members);
	free(p->elements);
	free(p->patterns);
	free(p->rules);
	free(p);
}
