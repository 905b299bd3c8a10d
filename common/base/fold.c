/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>
#include <wchar.h>

#include "base/fold.h"
#include "base/memory.h"
#include "base/text.h"

/*
 * Each `step`th from `first` to `last` has that value: how much further its small
 * letter is, or the class of a mark; those of a lower class stand first.
 */
struct run {
	uint16_t	first, last, step, value;
};

/* A letter and a mark, and the letter that both make. */
struct pair {
	uint16_t	letter, mark, both;
};

#include "base/fold.inc"

#define NO_UTF8		0xdc00U	/* and the byte, which is no letter's */
#define DOT_ABOVE	0x307U

/* Hangul, as The Unicode Standard has it in 3.12, Conjoining Jamo Behavior. */
#define SYLLABLE	0xac00U
#define LEADING		0x1100U
#define VOWEL		0x1161U
#define TRAILING	0x11a7U		/* none, and those after it */
#define LEADINGS	19
#define VOWELS		21
#define TRAILINGS	28

/*
 * Letters.
 */

/* Return the value of `c` in that one of `count` runs that has it, or 0. */
static unsigned int
value_of(const struct run *runs, size_t count, uint32_t c)
{
	size_t low = 0, high = count, middle;
	const struct run *k;

	/* The last run that begins at it or before. */
	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (runs[middle].first <= c)
			low = middle;
		else
			high = middle;
	}
	k = &runs[low];
	return c >= k->first && c <= k->last && (c - k->first) % k->step == 0 ?
	    k->value : 0;
}

static uint32_t
small(uint32_t c)
{
	unsigned int by;

	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
	by = value_of(capitals, nitems(capitals), c);
	return by == 0 ? c : (c + by) & 0xffffU;
}

static unsigned int
mark_class(uint32_t c)
{
	return value_of(marks, nitems(marks), c);
}

/*
 * True for what stands above or below a letter, and for the vowels of Hebrew
 * and Arabic; else a mark is part of a letter, as those of Thai and kana are.
 */
static int
is_accent(unsigned int class)
{
	return (class >= 10 && class <= 36) || class >= 202;
}

/* Return the pair that makes `both`, or NULL. */
static const struct pair *
made_of(uint32_t both)
{
	size_t low = 0, high = nitems(made), middle;

	while (high > low) {
		middle = low + (high - low) / 2;
		if (pairs[made[middle]].both == both)
			return &pairs[made[middle]];
		if (pairs[made[middle]].both < both)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* Return the letter that two make, or 0. The pairs are in order. */
static uint32_t
make(uint32_t letter, uint32_t mark)
{
	size_t low = 0, high = nitems(pairs), middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (pairs[middle].letter < letter ||
		    (pairs[middle].letter == letter &&
		    pairs[middle].mark < mark))
			low = middle + 1;
		else
			high = middle;
	}
	return low < nitems(pairs) && pairs[low].letter == letter &&
	    pairs[low].mark == mark ? pairs[low].both : 0;
}

/* Return the syllable of Hangul that two parts of one make, or 0. */
static uint32_t
make_syllable(uint32_t part, uint32_t next)
{
	if (part - LEADING < LEADINGS && next - VOWEL < VOWELS)
		return SYLLABLE + ((part - LEADING) * VOWELS + next - VOWEL) *
		    TRAILINGS;
	if (part - SYLLABLE < LEADINGS * VOWELS * TRAILINGS &&
	    (part - SYLLABLE) % TRAILINGS == 0 && next > TRAILING &&
	    next - TRAILING < TRAILINGS)
		return part + next - TRAILING;
	return 0;
}

/*
 * A text.
 */

static int
is_blank(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xa0 ||
	    (c >= 0x2000 && c <= 0x200a) || c == 0x3000;
}

/* What may stand around a word and is not part of it. */
static int
is_around(uint32_t c)
{
	return c != 0 && wcschr(L"!?.\u00a1\u00bf\u061f\u06d4\u0964\u2026"
	    "\u3002\uff01\uff0e\uff1f\uff61", (wchar_t)c) != NULL;
}

static int
is_hidden(uint32_t c)
{
	return c >= 0x80 && (text_is_harmful(c) || c == 0xfe0e || c == 0xfe0f);
}

/* Return what stands at `p`, and in `used` how many bytes that has. */
static uint32_t
at(const char *p, const char *end, size_t *used)
{
	uint32_t c;

	if ((*used = text_decode(p, (size_t)(end - p), &c)) > 0)
		return c;
	*used = 1;
	return NO_UTF8 + (unsigned char)*p;
}

/* A letter or digit of ASCII is neither a blank nor a sign. */
static int
is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9');
}

/* Leave out blanks around it, and `signs`, too. */
static void
trim(struct fold_letters *f, int signs)
{
	const char *p;
	uint32_t c;
	size_t used;

	while (f->p < f->end && !is_plain(*f->p) && (c = at(f->p, f->end, &used),
	    is_blank(c) || is_hidden(c) || (signs && is_around(c))))
		f->p += used;
	while (f->p < f->end && !is_plain(f->end[-1])) {
		for (p = f->end - 1; p > f->p && (*p & 0xc0) == 0x80; p--)
			;
		c = at(p, f->end, &used);
		if (p + used != f->end || !(is_blank(c) || is_hidden(c) ||
		    (signs && is_around(c))))
			break;
		f->end = p;
	}
}

void
fold_begin(struct fold_letters *f, const char *s, size_t n, int near)
{
	struct fold_letters whole;

	memset(f, 0, sizeof(*f));
	f->p = s;
	f->end = s + n;
	f->near = near;
	trim(f, 0);
	whole = *f;
	trim(f, 1);
	/* Where nothing but signs stands, they are the word. */
	if (f->p == f->end)
		*f = whole;
}

/* Add a letter, taken apart. */
static void
add(struct fold_letters *f, uint32_t c)
{
	const struct pair *pair = made_of(c);

	if (pair == NULL) {
		f->parts[f->count++] = c;
		return;
	}
	add(f, pair->letter);
	f->parts[f->count++] = pair->mark;
}

/* Put the marks of a letter in order, those of one class as they stand. */
static void
order(struct fold_letters *f)
{
	uint32_t c;
	size_t i, j;

	for (i = 2; i < f->count; i++)
		for (j = i; j > 1 && mark_class(f->parts[j]) <
		    mark_class(f->parts[j - 1]); j--) {
			c = f->parts[j];
			f->parts[j] = f->parts[j - 1];
			f->parts[j - 1] = c;
		}
}

/* Make one letter of a letter and its marks, as far as there is one. */
static void
join(struct fold_letters *f)
{
	uint32_t both, letter = f->parts[0];
	unsigned int class, last = 0;
	size_t i, kept = 1;

	for (i = 1; i < f->count; i++) {
		class = mark_class(f->parts[i]);
		/* An i has its dot. */
		if ((f->near && is_accent(class)) || (letter == 'i' &&
		    f->parts[i] == DOT_ABOVE))
			continue;
		both = last < class ? make(f->parts[0], f->parts[i]) : 0;
		if (both != 0) {
			f->parts[0] = both;
			continue;
		}
		last = class;
		f->parts[kept++] = f->parts[i];
	}
	f->count = kept;
}

/* Take the next letter with its marks. */
static void
fill(struct fold_letters *f)
{
	uint32_t c, both;
	size_t used;

	f->count = f->at = 0;
	/* One letter has three marks at most of its own. */
	for (; f->p < f->end && f->count + 4 <= FOLD_MOST; f->p += used) {
		c = at(f->p, f->end, &used);
		if (is_hidden(c))
			continue;
		if (f->count == 1 && (both = make_syllable(f->parts[0],
		    c)) != 0) {
			f->parts[0] = both;
			continue;
		}
		if (is_blank(c) || (f->count > 0 && (c < 0x80 ||
		    mark_class(c) == 0)))
			break;
		add(f, small(c));
	}
	order(f);
	if (f->count > 0)
		join(f);
}

uint32_t
fold_next(struct fold_letters *f)
{
	const char *p = f->p;
	uint32_t c;
	size_t used;
	int blank = 0;

	if (f->at < f->count)
		return f->parts[f->at++];
	/* Plain letters need no table. */
	if (p < f->end && (unsigned char)*p > ' ' && (unsigned char)*p < 0x7f &&
	    (p + 1 == f->end || (unsigned char)p[1] < 0x80)) {
		f->p++;
		return small((unsigned char)*p);
	}
	for (; p < f->end && (c = at(p, f->end, &used), is_blank(c) ||
	    is_hidden(c)); p += used)
		blank |= is_blank(c);
	f->p = p;
	if (blank)
		return ' ';
	fill(f);
	return f->at < f->count ? f->parts[f->at++] : 0;
}

/*
 * Two texts.
 */

static int
compare(const char *a, const char *b, int near)
{
	struct fold_letters one, other;
	uint32_t c, d;

	fold_begin(&one, a, strlen(a), near);
	fold_begin(&other, b, strlen(b), near);
	do {
		c = fold_next(&one);
		d = fold_next(&other);
	} while (c == d && c != 0);
	return c < d ? -1 : c > d;
}

int
fold_compare(const char *a, const char *b)
{
	return compare(a, b, 0);
}

int
fold_same(const char *a, const char *b)
{
	return compare(a, b, 0) == 0;
}

int
fold_near(const char *a, const char *b)
{
	return compare(a, b, 1) == 0;
}

size_t
fold_write(const char *s, int near, char *to, size_t size)
{
	struct fold_letters f;
	uint32_t c;
	size_t n = 0;

	fold_begin(&f, s, strlen(s), near);
	while ((c = fold_next(&f)) != 0 && n + 5 <= size)
		if ((c & ~0xffU) == NO_UTF8)
			to[n++] = (char)(c & 0xff);
		else
			n += text_encode(c, to + n);
	to[n] = '\0';
	return c == 0 ? n : 0;
}

char *
fold_text(const char *s)
{
	/* No letter is more than twice as long as before. */
	size_t size = 2 * strlen(s) + 5;
	char *to = need_zeroed(size, 1);

	(void)fold_write(s, 0, to, size);
	return to;
}

int
fold_holds(const char *text, const char *word)
{
	struct fold_letters t, from, w;
	uint32_t wanted;

	fold_begin(&t, text, strlen(text), 1);
	do {
		from = t;
		fold_begin(&w, word, strlen(word), 1);
		while ((wanted = fold_next(&w)) != 0 &&
		    fold_next(&from) == wanted)
			continue;
		if (wanted == 0)
			return 1;
	} while (fold_next(&t) != 0);
	return 0;
}
