/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef RULES_H
#define RULES_H

#include <stddef.h>

struct deck;
struct error;
struct node;

/*
 * The rules of share/phrases/LOCALE, as they are searched by: words.yaml has
 * the lists of words, every other file is a deck of rules. The head of
 * words.yaml tells how a rule is written.
 */

/* What one of them says. The strings live as long as the rules. */
struct phrase {
	const char	*id, *theme;
	const char	*why;		/* how it may land */
	const char	*say;		/* a gentler frame, of one's own */
	int		 is_harm;	/* a report, which is met, not marked */
};

/* Sets of words that mean something to the search itself. */
enum { RULES_SKIP, RULES_NOT, RULES_FIRST };

/* How a pattern goes on. */
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

/* All zero is none. */
struct rules {
	struct deck	*decks;
	size_t		 deck_count;
	const struct node *groups, *same;
	char		**set_names;	/* "a|b|<c>", by which they are one */
	size_t		 set_count;
	struct member	*members;	/* sorted by rules_by_text() */
	size_t		 member_count;
	struct element	*elements;
	size_t		 element_count;
	struct pattern	*patterns;
	size_t		 pattern_count;
	struct rule	*list;
	size_t		 count;
	size_t		 pass, pass_end;	/* patterns */
};

#define RULES_LONGEST	64	/* bytes of a word, with its NUL */

/* Read them all, in the language that is wanted or in English. 0 or -1. */
int	 rules_open(struct rules *, struct error *);
void	 rules_free(struct rules *);
/* How two members sort: by their letters, a beginning before what goes on. */
int	 rules_by_text(const void *, const void *);
/* Room for one more behind count of that size; NULL when refused. */
void	*rules_grow(void *, size_t count, size_t size);

#endif
