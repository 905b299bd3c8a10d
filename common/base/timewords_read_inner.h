/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_TIMEWORDS_READ_INNER_H
#define BASE_TIMEWORDS_READ_INNER_H

#include "base/calendar.h"
#include "base/timewords_read.h"

/* What the modules of timewords_read share: the words, and a reading of them. */

#define HOUR		3600L
#define WORDS_MOST	96	/* bytes of words for a time, with NUL */

enum sense {
	IS_NOTHING, IS_AT, IS_OCLOCK, IS_DAY, IS_PART, IS_WEEKDAY, IS_THIS,
	IS_LAST, IS_NEXT, IS_MONTH, IS_CLOCK, IS_COUNT, IS_UNIT, IS_AGO, IS_IN, IS_AM,
	IS_PM, IS_HALF_HOUR, IS_PAST
};

/* The parts of a day. */
enum part { MORNING, AFTERNOON, EVENING, TONIGHT, NIGHT, AT_NIGHT };

/* Whether a word comes before its stretch, as "in" does, or after it. */
enum { AFTER, BEFORE };

/* A word, or several, of one language; the last of a table has none. */
struct word {
	const char	*said;
	enum sense	 sense;
	int		 value;
};

/* The value of a part of the day or of a unit that says IS_LAST, too, or so. */
#define WITH(which, value)	((int)(which) << 8 | (int)(value))

static inline enum sense
word_which(const struct word *w)
{
	return w->sense == IS_PART || w->sense == IS_UNIT ?
	    (enum sense)(w->value >> 8) : IS_NOTHING;
}
static inline enum stretch_unit
word_unit(const struct word *w)
{
	return (enum stretch_unit)(w->value & 0xff);
}

/* What has been read, from `s`, of which `p` is what is left. */
struct reading {
	const struct word	*words;		/* the language of it */
	const char		*s, *p;
	struct timewords	*t;
	struct error		*err;
	day			 today;
	int			 ahead;
	int			 which;		/* IS_THIS, IS_LAST, IS_NEXT,
						   or IS_NOTHING */
	int			 weekday, part;	/* -1: none */
	int			 away, has_away;	/* days from today */
	int			 month;		/* 0: none, as the next two */
	long			 mday, year;
	long			 hour;		/* that a part must settle; -1 */
	int			 past;		/* minutes: "half past"; 0 */
	enum sense		 half;		/* IS_AM, IS_PM or IS_NOTHING */
	int			 is_at, has_number;
	int			 is_open;	/* after a word that needs more */
	long			 number;
};

/*
 * Write `s` in lower case, one blank between words, and short ones without the
 * dot of "Nov.", to `to`. 0, or 1.
 */
int	 word_tidy(const char *s, char to[WORDS_MOST]);
/* English and Spanish; of two words that begin alike the longer stands first. */
extern const struct word words_en[], words_es[];
/* Return the word of `words` at the beginning of tidy `p`, or NULL. */
const struct word *word_find(const struct word *words, const char *p);
/* Return true where a word ends at `c`. */
static inline int
word_is_end(char c)
{
	return c == ' ' || c == '\0';
}
/*
 * Settle what a part of the day makes of a clock time that was said with it,
 * or stands for alone, and of the day: a night goes on in the next one. 0, or 1
 * where the two do not go together.
 */
int	 word_part(enum part part, struct timewords *t);

/*
 * Make the weekday of `r` the day that it means. 0, or 1 where that does not go
 * with a date or a word beside it.
 */
int	 weekday_settle(struct reading *r);

/*
 * A date, a week or a clock time of digits at r->p. 0 where one was read and
 * stepped over, 1 where there is none, -1 with r->err.
 */
int	 digits_date(struct reading *r);
int	 digits_clock(struct reading *r);
/* Return how many digits stand at `p`, with their number; 0 for over four. */
size_t	 digits_read(const char *p, long *n);
/* Take in a clock time. 0, or 1 where there is one already. */
int	 digits_set_clock(struct reading *r, long hour, long minute,
	    long second);

#endif
