/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <bitstring.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "deck/deck.h"
#include "format/yaml.h"
#include "phrases.h"
#include "prose.h"

#define MOST	384		/* tokens; a longer sentence is in pieces */
#define TOKENS	(MOST + 6)	/* a word may be some, and breaks */
#define PASSES	3		/* words in a row that may be passed over */
#define LONGEST	16		/* letters before a * */
#define BREAK	"$"		/* the word that ends a clause */
#define TAB	8		/* columns from one stop to the next */

/*
 * Parts of patterns have numbers, in the order of the file; first these. So has
 * the sign before each pattern: whether it is of what is to be told.
 */
static const char first_parts[] = "<> <skip> <not> <turn>";
enum { SKIP = 2, NOT, TURN };
#define TOLD	'\1'
#define OTHER	'\2'

/* A word that the rules or a text have, or a name of theirs: a*, <list>. */
struct word {
	const char		*text;
	const struct node	*same;	/* what it stands for, or NULL */
	size_t			*parts;	/* it may stand for each of those */
	size_t			 count;
	bitstr_t		*fits;	/* the same, once it is in a text */
	int			 is_known;
};

/* A word, and the bytes of the text that it stands for. */
struct token {
	const struct word	*word;
	size_t			 offset, length;
};

/* The rules, which stay. */
static const struct node *synonyms;
static struct owner { const struct node *rule; } *owners; /* each part's */
static struct buf signs;		/* how each part begins */
static void *words;			/* tsearch(3) */

static struct token tokens[TOKENS];	/* of a sentence */
static size_t count;
static struct place *places;		/* of the text */
static size_t place_count, first;	/* of the sentence */
static int is_sure;			/* a mark that is not weak */

/*
 * Words.
 */

static int
by_text(const void *a, const void *b)
{
	const struct word *v = a, *w = b;

	return strcmp(v->text, w->text);
}

static struct word *
find_word(const char *text)
{
	struct word wanted = { .text = text }, *word, **found;

	if ((found = tfind(&wanted, &words, by_text)) != NULL)
		return *found;
	word = need_zeroed(1, sizeof(*word));
	word->text = need_string(text);
	word->same = yaml_get(synonyms, text);
	if (tsearch(word, &words, by_text) == NULL)
		memory_refused();
	return word;
}

static int
fits(const struct word *word, size_t part)
{
	return word->fits != NULL && bit_test(word->fits, part);
}

/* Let a word stand for the `n` parts too. */
static void
add_parts(struct word *word, const size_t *parts, size_t n)
{
	word->parts = need_array(word->parts, word->count + n + 1,
	    sizeof(*parts));
	while (n-- > 0)
		word->parts[word->count++] = *parts++;
}

/* Return a word of a text; it is set what it may stand for. */
static const struct word *
know(const char *text)
{
	struct word *word = find_word(text), wanted, **found;
	char start[LONGEST + 2] = "";
	size_t i;

	if (word->is_known++)
		return word;
	wanted.text = start;
	for (i = 0; i < LONGEST && text[i] != '\0'; i++) {
		start[i] = text[i];
		start[i + 1] = '*';
		if ((found = tfind(&wanted, &words, by_text)) != NULL)
			add_parts(word, (*found)->parts, (*found)->count);
	}
	if (word->count > 0)
		word->fits = need_zeroed(bitstr_size(signs.length), 1);
	for (i = 0; i < word->count; i++)
		bit_set(word->fits, word->parts[i]);
	return word;
}

/*
 * Rules.
 */

/* Let the words of `s`, as "[a|b*|<c>]" or "a b", stand for the `n` parts. */
static void
name(char *s, const size_t *parts, size_t n)
{
	char *word;

	while ((word = strsep(&s, "[|] \n")) != NULL)
		if (*word != '\0')
			add_parts(find_word(word), parts, n);
}

/* Take a pattern in. */
static void
add_pattern(const char *text, const struct node *rule)
{
	char *copy = need_string(text), *s = copy, *part;
	size_t n;

	buf_char(&signs, phrases_kind(rule) < PHRASE_HURT ? TOLD : OTHER);
	while ((part = strsep(&s, " ")) != NULL) {
		n = signs.length;
		owners = need_array(owners, n + 1, sizeof(*owners));
		owners[n].rule = rule;
		buf_char(&signs, *part);
		name(part, &n, 1);
	}
	free(copy);
}

const struct node *
phrases_open(struct error *err)
{
	const struct node *n, *rule;
	struct word *word;
	struct deck deck;
	char *copy;

	if (deck_open(&deck, "phrases", "rules", err) == -1)
		return NULL;
	synonyms = yaml_get(deck.yaml.root, "same");
	add_pattern(first_parts, NULL);
	for (rule = deck.first; rule != NULL; rule = rule->next)
		for (n = yaml_first(yaml_get(rule, "match")); n; n = n->next)
			if (n->text != NULL)
				add_pattern(n->text, rule);
	for (n = yaml_first(yaml_get(deck.yaml.root, "lists")); n;
	    n = n->next) {
		if (n->key == NULL || n->text == NULL)
			continue;
		word = find_word(n->key);
		copy = need_string(n->text);
		name(copy, word->parts, word->count);
		free(copy);
	}
	return deck.first;
}

enum phrase_kind
phrases_kind(const struct node *rule)
{
	static const char kinds[] = "mwdhg";	/* as enum phrase_kind */
	const char *kind = yaml_get_text(rule, "kind");
	const char *at = kind == NULL || *kind == '\0' ? NULL :
	    strchr(kinds, *kind);

	return at == NULL ? PHRASE_MARK : (enum phrase_kind)(at - kinds);
}

/*
 * Reading a sentence.
 */

static void
add_token(const char *text, size_t offset, size_t length)
{
	tokens[count++] = (struct token){ know(text), offset, length };
}

/* Add the word of `n` bytes, or what it stands for: "can't" is two words. */
static void
add_word(const char *s, size_t offset, size_t n)
{
	char *text = need_part(s, n), *from, *to = text;
	const struct node *same;

	for (from = text; (*to = *from) != '\0'; from++)
		to += *to != PROSE_FILLER;
	if ((same = know(text)->same) == NULL)
		add_token(text, offset, n);
	else
		for (same = same->child; same != NULL; same = same->next)
			add_token(same->text, offset, n);
	free(text);
}

/* Take the words of the sentence that begins at `s`; return its end. */
static const char *
take_sentence(const char *plain, const char *s)
{
	size_t n, end = 0;
	int breaks = 0;

	count = 0;
	while (count < MOST && (n = prose_word(&s, &breaks)) > 0) {
		if (breaks && count > 0)
			add_token(BREAK, end, 0);
		breaks = 0;
		add_word(s, (size_t)(s - plain), n);
		s += n;
		end = (size_t)(s - plain);
	}
	add_token(BREAK, end, 0);
	return s;
}

/*
 * Searching.
 */

/*
 * True where a pattern goes on with `part` from `at`, to before `end`. Up to
 * `passes` words may stand before the next: any for "..", else such as say
 * little.
 */
static int
goes_on(size_t part, size_t at, size_t *end, int passes)
{
	const struct word *word = tokens[at].word;
	unsigned char sign = (unsigned char)signs.data[part];

	*end = at;
	if (sign <= OTHER || ((sign == '.' || sign == '[') &&
	    goes_on(part + 1, at, end, PASSES)))
		return 1;
	return at < count &&
	    ((fits(word, part) && goes_on(part + 1, at + 1, end, PASSES)) ||
	    (passes > 0 && (sign == '.' ? !fits(word, NOT) :
	    fits(word, SKIP)) && goes_on(part, at + 1, end, passes - 1)));
}

/*
 * Add what a pattern of `rule` speaks of from `at` to before `end`, but nothing
 * twice, and no mark where there is something else.
 */
static void
add_place(const struct node *rule, size_t at, size_t end)
{
	enum phrase_kind kind = phrases_kind(rule);
	size_t offset = tokens[at].offset, behind, i;
	const struct place *s;

	/* A guard speaks of all up to a turn. */
	while (kind == PHRASE_GUARD && end < count &&
	    !fits(tokens[end].word, TURN))
		end++;
	behind = tokens[end - 1].offset + tokens[end - 1].length;
	for (i = first; i < place_count; i++) {
		s = &places[i];
		if (s->offset < behind && offset < s->offset + s->length &&
		    (s->kind == kind ? kind < PHRASE_HURT :
		    kind < PHRASE_DANGER && s->kind >= PHRASE_DANGER))
			return;
	}
	is_sure |= kind == PHRASE_MARK;
	places = need_array(places, place_count + 1, sizeof(*s));
	places[place_count++] = (struct place){ .rule = rule,
	    .kind = kind, .offset = offset, .length = behind - offset };
}

/* Look through the sentence for patterns `before` which that sign stands. */
static void
search(char before)
{
	const struct word *word;
	size_t at, end, i, part;

	for (at = 0; at < count; at++) {
		word = tokens[at].word;
		for (i = 0; i < word->count; i++) {
			part = word->parts[i];
			if (signs.data[part - 1] == before &&
			    goes_on(part + 1, at + 1, &end, PASSES))
				add_place(owners[part].rule, at, end);
		}
	}
}

/*
 * Return the column of a screen, from 0, after the `n` bytes of `s` whose first
 * stands in `column`. Editors count as the GNU Coding Standards have it under
 * Formatting Error Messages: a tab leads to the next multiple of eight, and each
 * character has its own width, what an emoji is joined of, too.
 */
static size_t
column_after(const char *s, size_t n, size_t column)
{
	size_t i, used, from = 0;
	uint32_t c;

	for (i = 0; i < n; i += used) {
		if ((used = text_decode(s + i, n - i, &c)) == 0) {
			used = 1;
			continue;
		}
		if (c != '\t' && c != TEXT_JOINER)
			continue;
		column += text_width(s + from, i - from);
		from = i + used;
		if (c == '\t')
			column += TAB - column % TAB;
	}
	return column + text_width(s + from, n - from);
}

/* A line and, from 0, a column of a text, and how many bytes are before it. */
struct spot {
	size_t at, line, column;
};

/* Lead `spot` to `offset` of `text`. */
static void
go_to(struct spot *spot, const char *text, size_t offset)
{
	const char *end;

	/* Of a sentence, one may stand before the last. */
	if (spot->at > offset) {
		for (; spot->at > offset; spot->at--)
			spot->line -= text[spot->at - 1] == '\n';
		while (spot->at > 0 && text[spot->at - 1] != '\n')
			spot->at--;
		spot->column = 0;
	}
	while ((end = memchr(text + spot->at, '\n',
	    offset - spot->at)) != NULL) {
		spot->line++;
		spot->column = 0;
		spot->at = (size_t)(end + 1 - text);
	}
	spot->column = column_after(
	    text + spot->at, offset - spot->at, spot->column);
	spot->at = offset;
}

const struct place *
phrases_find(const char *text, size_t n, size_t *found)
{
	struct spot spot = { .line = 1 };
	char *plain = prose_plain(text, n);
	const char *s = plain;
	struct place *place;
	size_t i;

	place_count = 0;
	is_sure = 0;
	while (*s != '\0') {
		s = take_sentence(plain, s);
		first = place_count;
		search(OTHER);
		search(TOLD);
	}
	free(plain);
	*found = 0;
	for (i = 0; i < place_count; i++) {
		place = &places[i];
		if (place->kind == PHRASE_GUARD ||
		    (place->kind == PHRASE_WEAK && !is_sure))
			continue;
		go_to(&spot, text, place->offset);
		place->line = spot.line;
		place->column = spot.column + 1;
		places[(*found)++] = *place;
	}
	return places;
}
