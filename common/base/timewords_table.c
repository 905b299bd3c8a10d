/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/* The English words for times. */

#include <ctype.h>
#include <string.h>

#include "base/memory.h"
#include "base/timewords_read_inner.h"

static const struct { long clock, begun, until; } parts[] = {
	[MORNING] = { 9 * HOUR, 5 * HOUR, 0 },
	[AFTERNOON] = { 15 * HOUR, 12 * HOUR, 0 },
	[EVENING] = { 20 * HOUR, 17 * HOUR, 0 },
	[TONIGHT] = { 20 * HOUR, 17 * HOUR, 4 * HOUR },
	[NIGHT] = { 22 * HOUR, 20 * HOUR, 6 * HOUR },
	[AT_NIGHT] = { 22 * HOUR, 20 * HOUR, 6 * HOUR }
};

const struct word words_en[] = {
	{ "the day before yesterday", IS_DAY, -2 },
	{ "day before yesterday", IS_DAY, -2 },
	{ "the day after tomorrow", IS_DAY, 2 },
	{ "day after tomorrow", IS_DAY, 2 },
	{ "yesterday", IS_DAY, -1 }, { "yest", IS_DAY, -1 },
	{ "yday", IS_DAY, -1 }, { "today", IS_DAY, 0 },
	{ "just now", IS_DAY, 0 }, { "tmrw", IS_DAY, 1 },
	{ "tomorrow", IS_DAY, 1 },
	{ "half an hour", IS_HALF_HOUR, 30 },
	{ "from now", IS_IN, AFTER }, { "ago", IS_AGO, AFTER },
	{ "in the morning", IS_PART, MORNING },
	{ "in the afternoon", IS_PART, AFTERNOON },
	{ "in the evening", IS_PART, EVENING },
	{ "at night", IS_PART, AT_NIGHT }, { "in", IS_IN, BEFORE },
	{ "morning", IS_PART, MORNING }, { "afternoon", IS_PART, AFTERNOON },
	{ "evening", IS_PART, EVENING }, { "night", IS_PART, NIGHT },
	{ "tonight", IS_PART, WITH(IS_THIS, TONIGHT) },
	{ "noon", IS_CLOCK, 12 }, { "midday", IS_CLOCK, 12 },
	{ "midnight", IS_CLOCK, 0 },
	{ "am", IS_AM, 0 }, { "a.m.", IS_AM, 0 }, { "pm", IS_PM, 0 },
	{ "p.m.", IS_PM, 0 },
	{ "at", IS_AT, 0 }, { "around", IS_AT, 0 }, { "about", IS_AT, 0 },
	{ "half past", IS_PAST, 30 }, { "five past", IS_PAST, 5 },
	{ "ten past", IS_PAST, 10 }, { "twenty past", IS_PAST, 20 },
	{ "five to", IS_PAST, -5 }, { "ten to", IS_PAST, -10 },
	{ "twenty to", IS_PAST, -20 }, { "a quarter past", IS_PAST, 15 },
	{ "quarter past", IS_PAST, 15 }, { "a quarter to", IS_PAST, -15 },
	{ "quarter to", IS_PAST, -15 },
	{ "o'clock", IS_OCLOCK, 0 }, { "o clock", IS_OCLOCK, 0 },
	{ "oclock", IS_OCLOCK, 0 }, { "on", IS_NOTHING, 0 },
	{ "the", IS_NOTHING, 0 }, { "of", IS_NOTHING, 0 },
	{ "this coming", IS_NEXT, 0 }, { "coming", IS_NEXT, 0 },
	{ "this", IS_THIS, 0 }, { "last", IS_LAST, 0 },
	{ "past", IS_LAST, 0 }, { "previous", IS_LAST, 0 },
	{ "prev", IS_LAST, 0 }, { "next", IS_NEXT, 0 },
	{ "an", IS_COUNT, 1 }, { "a couple of", IS_COUNT, 2 },
	{ "a", IS_COUNT, 1 }, { "one", IS_COUNT, 1 }, { "two", IS_COUNT, 2 },
	{ "three", IS_COUNT, 3 }, { "four", IS_COUNT, 4 },
	{ "five", IS_COUNT, 5 }, { "six", IS_COUNT, 6 },
	{ "seven", IS_COUNT, 7 }, { "eight", IS_COUNT, 8 },
	{ "nine", IS_COUNT, 9 }, { "ten", IS_COUNT, 10 },
	{ "eleven", IS_COUNT, 11 }, { "twelve", IS_COUNT, 12 },
	{ "minutes", IS_UNIT, UNIT_MINUTE }, { "minute", IS_UNIT, UNIT_MINUTE },
	{ "mins", IS_UNIT, UNIT_MINUTE }, { "min", IS_UNIT, UNIT_MINUTE },
	{ "hours", IS_UNIT, UNIT_HOUR }, { "hour", IS_UNIT, UNIT_HOUR },
	{ "hrs", IS_UNIT, UNIT_HOUR }, { "hr", IS_UNIT, UNIT_HOUR },
	{ "h", IS_UNIT, UNIT_HOUR },
	{ "days", IS_UNIT, UNIT_DAY }, { "day", IS_UNIT, UNIT_DAY },
	{ "d", IS_UNIT, UNIT_DAY },
	{ "weeks", IS_UNIT, UNIT_WEEK }, { "week", IS_UNIT, UNIT_WEEK },
	{ "w", IS_UNIT, UNIT_WEEK },
	{ "months", IS_UNIT, UNIT_MONTH }, { "month", IS_UNIT, UNIT_MONTH },
	{ "years", IS_UNIT, UNIT_YEAR }, { "year", IS_UNIT, UNIT_YEAR },
	{ "y", IS_UNIT, UNIT_YEAR },
	{ "monday", IS_WEEKDAY, 0 }, { "mon", IS_WEEKDAY, 0 },
	{ "tuesday", IS_WEEKDAY, 1 }, { "tues", IS_WEEKDAY, 1 },
	{ "tue", IS_WEEKDAY, 1 },
	{ "wednesday", IS_WEEKDAY, 2 }, { "weds", IS_WEEKDAY, 2 },
	{ "wed", IS_WEEKDAY, 2 },
	{ "thursday", IS_WEEKDAY, 3 }, { "thurs", IS_WEEKDAY, 3 },
	{ "thur", IS_WEEKDAY, 3 }, { "thu", IS_WEEKDAY, 3 },
	{ "friday", IS_WEEKDAY, 4 }, { "fri", IS_WEEKDAY, 4 },
	{ "saturday", IS_WEEKDAY, 5 }, { "sat", IS_WEEKDAY, 5 },
	{ "sunday", IS_WEEKDAY, 6 }, { "sun", IS_WEEKDAY, 6 },
	{ "january", IS_MONTH, 1 }, { "jan", IS_MONTH, 1 },
	{ "february", IS_MONTH, 2 }, { "feb", IS_MONTH, 2 },
	{ "march", IS_MONTH, 3 }, { "mar", IS_MONTH, 3 },
	{ "april", IS_MONTH, 4 }, { "apr", IS_MONTH, 4 },
	{ "may", IS_MONTH, 5 }, { "june", IS_MONTH, 6 },
	{ "jun", IS_MONTH, 6 }, { "july", IS_MONTH, 7 },
	{ "jul", IS_MONTH, 7 }, { "august", IS_MONTH, 8 },
	{ "aug", IS_MONTH, 8 }, { "september", IS_MONTH, 9 },
	{ "sept", IS_MONTH, 9 }, { "sep", IS_MONTH, 9 },
	{ "october", IS_MONTH, 10 }, { "oct", IS_MONTH, 10 },
	{ "november", IS_MONTH, 11 }, { "nov", IS_MONTH, 11 },
	{ "december", IS_MONTH, 12 }, { "dec", IS_MONTH, 12 },
	{ NULL, IS_NOTHING, 0 }
};

/* True for the dot of "Nov.", and not for those of "p.m.". */
static int
ends_short(const char *word, size_t n, const char *dot)
{
	return *dot == '.' && strchr(" ,", dot[1]) != NULL && n > 1 &&
	    isalpha((unsigned char)word[n - 1]) &&
	    isalpha((unsigned char)word[n - 2]);
}

int
word_tidy(const char *s, char to[WORDS_MOST])
{
	size_t n = 0;

	for (; *s != '\0'; s++) {
		if (n + 2 > WORDS_MOST || (unsigned char)*s < ' ')
			return 1;
		/* A capital T may join a day and a clock time. */
		if (*s == 'T' && n > 0 && to[n - 1] != ' ' &&
		    isdigit((unsigned char)s[1]))
			to[n++] = ' ';
		else if (ends_short(to, n, s))
			continue;
		else if (*s != ' ' && *s != ',')
			to[n++] = (char)tolower((unsigned char)*s);
		else if (n > 0 && to[n - 1] != ' ')
			to[n++] = ' ';
	}
	if (n > 0 && to[n - 1] == ' ')
		n--;
	to[n] = '\0';
	return n == 0;
}

const struct word *
word_find(const struct word *words, const char *p)
{
	size_t n;

	for (; words->said != NULL; words++) {
		n = strlen(words->said);
		if (strncmp(p, words->said, n) == 0 && word_is_end(p[n]))
			return words;
	}
	return NULL;
}

int
word_part(enum part part, struct timewords *t)
{
	if (t->clock == NO_CLOCK) {
		t->clock = parts[part].clock;
		t->begun = parts[part].begun;
		return 0;
	}
	if (part == MORNING)
		return t->clock >= 12 * HOUR;
	if (t->clock >= 13 * HOUR)
		return 0;
	/* Twelve at night is midnight. */
	if (parts[part].until > 0 && t->clock >= 12 * HOUR)
		t->clock -= 12 * HOUR;
	if (t->clock < parts[part].until) {
		/* Friday night ends on Saturday; "2 at night" is that day's. */
		if (t->day != WHEN_NO_DAY &&
		    (part != AT_NIGHT || t->clock < HOUR))
			t->day++;
		return 0;
	}
	if (t->clock < 12 * HOUR)
		t->clock += 12 * HOUR;
	return t->clock < parts[part].begun - HOUR;
}
