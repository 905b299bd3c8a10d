/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "deck.h"
#include "error.h"
#include "memory.h"
#include "phrases.h"
#include "prose.h"

#define WORDS	"words.yaml"
#define BLANKS	"| \n"		/* between the words of a list */
#define LONGEST	64		/* bytes of a word, with its NUL */
#ifndef SETS
#define SETS	1024		/* lists of words in all rules */
#endif		/* lists of words in all rules */
#define BUCKETS	4096
#define TOKENS	(PROSE_WORDS * 2)
#define NEAR	2		/* words that ".." may pass over */
#define FAR	6		/* and "..." */
#define SKIPS	3		/* words in a row that say little */
#define SPANS	64		/* of one sentence */

/* What a word, a beginning such as "fail*", or a list is to the rules. */
struct entry {
	struct entry	*next;
	const char	*text;
	size_t		 length;
	const char	*list;	/* words that it stands for, or NULL */
	size_t		 set;	/* its number as a set, from 1; 0 for none */
	int		 known;	/* `in` and `begins` hold for a text */
	int		 begins;	/* some pattern */
	unsigned char	 in[SETS / 8];	/* a bit for each set it is in */
};

/* How a pattern goes on. */
enum kind { WORD, MAYBE, PASS_OVER, AT_START, PATTERN_END };

struct element {
	enum kind	kind;
	size_t		value;	/* a set, or how many words */
};

struct pattern {
	size_t	start;		/* in elements */
	size_t	first;		/* set that its first word is in */
	size_t	rule;
};

struct token {
	const struct entry	*word;
	const struct prose_word	*source;
	int			 after_break;
};

/* Tokens from first to before end that a phrase speaks of. */
struct span {
	const struct phrase	*phrase;
	size_t			 first, end;
	int			 told;
};

struct phrases {
	struct entry	*buckets[BUCKETS];
	size_t		 set_count, skip, not, turn;	/* sets */
	const struct entry *stop;	/* "$" */
	const char	*wrong;		/* what a rule has that is none */
	struct element	*elements;
	size_t		 element_count;
	struct pattern	*patterns;
	size_t		 pattern_count;
	struct phrase	*list;
	size_t		 count;
	struct token	 tokens[TOKENS];
	size_t		 token_count;
	struct span	 spans[SPANS];
	size_t		 span_count;
};

/*
 * Words and lists.
 */

static struct entry *
find(struct phrases *p, const char *s, size_t n, int adds)
{
	struct entry *e, **bucket;
	size_t i, hash = n;

	for (i = 0; i < n; i++)
		hash = hash * 31 + (unsigned char)s[i];
	bucket = &p->buckets[hash % BUCKETS];
	for (e = *bucket; e != NULL; e = e->next)
		if (e->length == n && memcmp(e->text, s, n) == 0)
			return e;
	if (!adds)
		return NULL;
	e = need_zeroed(1, sizeof(*e));
	e->text = need_part(s, n);
	e->length = n;
	e->next = *bucket;
	return *bucket = e;
}

static void
join(struct entry *e, size_t set)
{
	e->in[set / 8] |= (unsigned char)(1U << (set % 8));
}

static int
is_in(const struct entry *e, size_t set)
{
	return e->in[set / 8] >> (set % 8) & 1;
}

/* Put the words of the `n` bytes of `s`, and of lists among them, into a set. */
static void
add_words(struct phrases *p, size_t set, const char *s, size_t n)
{
	const char *end = s + n;
	struct entry *e;

	for (s += strspn(s, BLANKS); s < end; s += n, s += strspn(s, BLANKS)) {
		n = strcspn(s, BLANKS);
		if (n > (size_t)(end - s))
			n = (size_t)(end - s);
		e = find(p, s, n, 1);
		if (*s != '<')
			join(e, set);
		else if (e->list == NULL)
			p->wrong = e->text;
		else
			add_words(p, set, e->list, strlen(e->list));
	}
}

/* Return the set of `n` bytes such as "a|b|<c>". */
static size_t
find_set(struct phrases *p, const char *s, size_t n)
{
	struct entry *e = find(p, s, n, 1);

	if (e->set == 0 && p->set_count + 1 < SETS) {
		e->set = ++p->set_count;
		add_words(p, e->set, s, n);
	} else if (e->set == 0)
		p->wrong = e->text;
	return e->set;
}

/* Take what each word of a map stands for; `open` stands before its name. */
static void
add_lists(struct phrases *p, const struct node *map, const char *format)
{
	const struct node *n;
	char *name;

	for (n = map == NULL ? NULL : map->child; n != NULL; n = n->next) {
		name = *format == '<' ? need_printf("<%s>", n->key) :
		    need_string(n->key);
		find(p, name, strlen(name), 1)->list = n->text;
		free(name);
	}
}

/*
 * Reading rules.
 */

static void
add_element(struct phrases *p, enum kind kind, size_t value)
{
	p->elements = need_array(p->elements, p->element_count + 1,
	    sizeof(*p->elements));
	p->elements[p->element_count].kind = kind;
	p->elements[p->element_count++].value = value;
}

/* Add what the `n` bytes of `s` stand for in a pattern. */
static void
add_part(struct phrases *p, const char *s, size_t n)
{
	if (*s == '^')
		add_element(p, AT_START, 0);
	else if (*s == '.')
		add_element(p, PASS_OVER, n > 2 ? FAR : NEAR);
	else if (*s != '[')
		add_element(p, WORD, find_set(p, s, n));
	else if (n > 2 && s[n - 1] == ']')
		add_element(p, MAYBE, find_set(p, s + 1, n - 2));
	else
		p->wrong = s;
}

static void
add_pattern(struct phrases *p, const char *s)
{
	struct pattern *pattern;
	size_t n, start = p->element_count;

	p->patterns = need_array(p->patterns, p->pattern_count + 1,
	    sizeof(*p->patterns));
	pattern = &p->patterns[p->pattern_count++];
	pattern->start = start;
	pattern->rule = p->count - 1;
	for (s += strspn(s, " "); *s != '\0'; s += n, s += strspn(s, " ")) {
		n = strcspn(s, " ");
		add_part(p, s, n);
	}
	add_element(p, PATTERN_END, 0);
	if (p->elements[start].kind == AT_START)
		start++;
	if (p->elements[start].kind != WORD && p->wrong == NULL)
		p->wrong = "expected a word first";
	pattern->first = p->elements[start].value;
}

static enum phrase_kind
kind_of(const struct phrase *phrase, const struct node *item)
{
	static const struct { const char *theme; enum phrase_kind is; } all[] = {
		{ "danger", PHRASE_DANGER }, { "guard", PHRASE_GUARD },
		{ "hurt", PHRASE_HURT }
	};
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (strcmp(phrase->theme, all[i].theme) == 0)
			return all[i].is;
	return yaml_get(item, "weak") == NULL ? PHRASE_MARK : PHRASE_WEAK;
}

static int
add_rule(struct phrases *p, const struct node *item, struct error *err)
{
	const struct node *list = yaml_get(item, "match"), *n;
	struct phrase *phrase;

	p->list = need_array(p->list, p->count + 1, sizeof(*p->list));
	phrase = &p->list[p->count++];
	phrase->id = yaml_get_text(item, "id");
	phrase->theme = yaml_get_text(item, "theme");
	phrase->why = yaml_get_text(item, "why");
	phrase->say = yaml_get_text(item, "say");
	if (phrase->id == NULL || phrase->theme == NULL)
		return error_set(err, STATUS_DATA, "%u:%u: expected an id and "
		    "a theme", item->line, item->column);
	phrase->kind = kind_of(phrase, item);
	for (n = list == NULL ? NULL : list->child; n != NULL; n = n->next) {
		add_pattern(p, n->text == NULL ? "" : n->text);
		if (p->wrong != NULL)
			return error_set(err, STATUS_DATA, "%s: %u:%u: %s",
			    phrase->id, n->line, n->column, p->wrong);
	}
	return 0;
}

/* Take the lists and rules of a file. It stays in memory. */
static int
add_file(struct phrases *p, const char *name, struct error *err)
{
	struct error why = { 0 };
	const struct node *n;
	struct deck deck;
	int r = 0;

	if (deck_open(&deck, "phrases", name, err) == -1)
		return -1;
	add_lists(p, yaml_get(deck.yaml.root, "same"), "%s");
	add_lists(p, yaml_get(deck.yaml.root, "lists"), "<%s>");
	for (n = deck.items->child; r == 0 && n != NULL; n = n->next)
		r = add_rule(p, n, &why);
	if (r == -1)
		(void)error_set(err, why.status, "%s.yaml: %s", name,
		    error_message(&why));
	error_clear(&why);
	return r;
}

struct phrases *
phrases_open(struct error *err)
{
	struct phrases *p = need_zeroed(1, sizeof(*p));

	p->stop = find(p, "$", 1, 1);
	if (add_file(p, "words", err) == -1 || add_file(p, "rules", err) == -1)
		return NULL;
	p->skip = find_set(p, "<skip>", 6);
	p->not = find_set(p, "<not>", 5);
	p->turn = find_set(p, "<turn>", 6);
	return p;
}

const struct phrase *
phrases_nth(const struct phrases *p, size_t i)
{
	return i < p->count ? &p->list[i] : NULL;
}

/*
 * Reading a sentence.
 */

/* Know a word by its `n` bytes, and the sets that its beginning is in. */
static struct entry *
know(struct phrases *p, const char *s, size_t n)
{
	struct entry *e = find(p, s, n, 1), *part;
	char text[LONGEST + 1];
	size_t i, k;

	if (e->known)
		return e;
	e->known = 1;
	for (i = 2; i <= n; i++) {
		memcpy(text, s, i);
		text[i] = '*';
		part = find(p, text, i + 1, 0);
		for (k = 0; part != NULL && k < sizeof(e->in); k++)
			e->in[k] |= part->in[k];
	}
	for (i = 0; i < p->pattern_count && !e->begins; i++)
		e->begins = is_in(e, p->patterns[i].first);
	return e;
}

static void
add_token(struct phrases *p, const char *s, size_t n,
    const struct prose_word *source, int after_break)
{
	struct token *t = &p->tokens[p->token_count];

	if (p->token_count == TOKENS)
		return;
	t->word = know(p, s, n);
	t->source = source;
	t->after_break = after_break;
	p->token_count++;
}

/* Add a word, as small letters without apostrophes; "can't" is two words. */
static void
add_word(struct phrases *p, const char *s, const struct prose_word *w)
{
	char whole[LONGEST], bare[LONGEST];
	size_t i, k = 0, n = 0;
	struct entry *e;
	const char *list;

	for (i = 0; i < w->length && k < LONGEST; i++)
		if (s[i] == '\'' || (s[i] == '\xe2' && s[i + 1] == '\x80')) {
			i += s[i] == '\'' ? 0 : 2;
			whole[k++] = '\'';
		} else
			whole[k++] = bare[n++] = (char)tolower(
			    (unsigned char)s[i]);
	e = find(p, whole, k, 0);
	if (e == NULL || e->list == NULL)
		e = find(p, bare, n, 0);
	if (e == NULL || e->list == NULL) {
		add_token(p, bare, n, w, w->after_break);
		return;
	}
	for (list = e->list; *list != '\0'; list += n, list += *list == ' ') {
		n = strcspn(list, " ");
		add_token(p, list, n, w, list == e->list && w->after_break);
	}
}

/*
 * Searching. A pattern goes on from each word to the next; where it wants
 * another, words that say little are passed over.
 */

static int
is_at_start(const struct phrases *p, size_t at)
{
	while (at > 0 && !p->tokens[at].after_break &&
	    is_in(p->tokens[at - 1].word, p->skip))
		at--;
	return at == 0 || p->tokens[at].after_break;
}

static int
is_at_end(const struct phrases *p, size_t at)
{
	return at == p->token_count || p->tokens[at].after_break;
}

/*
 * True where the pattern goes on like that from `at`, to before `end`. Up to
 * `skips` words that say little may stand before the next.
 */
static int
goes_on(const struct phrases *p, const struct element *e, size_t at,
    size_t *end, int skips)
{
	size_t i;

	switch (e->kind) {
	case PATTERN_END:
		*end = at;
		return 1;
	case AT_START:
		return is_at_start(p, at) && goes_on(p, e + 1, at, end, 0);
	case PASS_OVER:
		for (i = 0; i <= e->value; i++, at++) {
			if (goes_on(p, e + 1, at, end, 0))
				return 1;
			if (is_at_end(p, at) || is_in(p->tokens[at].word,
			    p->not))
				return 0;
		}
		return 0;
	case MAYBE:
		if (goes_on(p, e + 1, at, end, skips))
			return 1;
		/* FALLTHROUGH */
	case WORD:
		if (at < p->token_count && is_in(p->tokens[at].word,
		    e->value) && goes_on(p, e + 1, at + 1, end, SKIPS))
			return 1;
		if (is_in(p->stop, e->value) && is_at_end(p, at) &&
		    goes_on(p, e + 1, at, end, 0))
			return 1;
	}
	return skips > 0 && at < p->token_count && is_in(p->tokens[at].word,
	    p->skip) && goes_on(p, e, at + 1, end, skips - 1);
}

/* Note what a phrase speaks of; a guard speaks of all up to a turn. */
static void
add_span(struct phrases *p, const struct phrase *phrase, size_t at, size_t end)
{
	struct span *span = &p->spans[p->span_count];

	if (p->span_count == SPANS)
		return;
	if (phrase->kind == PHRASE_GUARD)
		while (end < p->token_count && !is_in(p->tokens[end].word,
		    p->turn))
			end++;
	*span = (struct span){ phrase, at, end, 0 };
	p->span_count++;
}

/* Find all that patterns speak of in the sentence. */
static void
find_spans(struct phrases *p)
{
	const struct pattern *pattern;
	size_t at, end;

	p->span_count = 0;
	for (at = 0; at < p->token_count; at++)
		for (pattern = p->patterns; p->tokens[at].word->begins &&
		    pattern < p->patterns + p->pattern_count; pattern++)
			if (is_in(p->tokens[at].word, pattern->first) &&
			    goes_on(p, p->elements + pattern->start, at, &end, 0))
				add_span(p, p->list + pattern->rule, at, end);
}

/* True where other words say that the span is none of the writer's. */
static int
is_quoted(const struct phrases *p, const struct span *span)
{
	size_t i = span->first;

	while (i < span->end && p->tokens[i].source->is_quoted)
		i++;
	return i == span->end;
}

/* True where the span is to be told: one a theme, none that is covered. */
static int
is_told(const struct phrases *p, const struct span *span)
{
	const struct span *s;

	if (span->phrase->kind == PHRASE_GUARD || is_quoted(p, span))
		return 0;
	for (s = p->spans; s < p->spans + p->span_count; s++) {
		if (s < span && s->told &&
		    strcmp(s->phrase->theme, span->phrase->theme) == 0)
			return 0;
		if (span->phrase->kind < PHRASE_DANGER &&
		    s->phrase->kind >= PHRASE_DANGER &&
		    s->first < span->end && span->first < s->end)
			return 0;
	}
	return 1;
}

static size_t
add_places(struct phrases *p, struct place **places, size_t count)
{
	const struct prose_word *first, *last;
	struct span *s;
	struct place *place;

	for (s = p->spans; s < p->spans + p->span_count; s++) {
		if (!(s->told = is_told(p, s)))
			continue;
		*places = need_array(*places, count + 1, sizeof(**places));
		place = *places + count++;
		first = p->tokens[s->first].source;
		last = p->tokens[s->end - 1].source;
		place->phrase = s->phrase;
		place->offset = first->offset;
		place->length = last->offset + last->length - first->offset;
		place->line = first->line;
		place->column = first->column;
	}
	return count;
}

size_t
phrases_find(struct phrases *p, const char *text, size_t n,
    struct place **places)
{
	size_t i, found = 0, count = 0, sure = 0;
	struct sentence s;
	struct prose prose;

	*places = NULL;
	prose_begin(&prose, text, n);
	while (prose_next(&prose, &s)) {
		p->token_count = 0;
		for (i = 0; i < s.count; i++)
			add_word(p, text + s.words[i].offset, &s.words[i]);
		find_spans(p);
		found = add_places(p, places, found);
	}
	for (i = 0; i < found; i++)
		sure += (*places)[i].phrase->kind == PHRASE_MARK;
	for (i = 0; i < found; i++)
		if (sure > 0 || (*places)[i].phrase->kind != PHRASE_WEAK)
			(*places)[count++] = (*places)[i];
	return count;
}
