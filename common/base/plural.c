/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/plural.h"

/* For whole numbers, https://cldr.unicode.org/index/cldr-spec/plural-rules */

static size_t
alike(unsigned long n)
{
	(void)n;
	return 0;
}

static size_t
one_or_more(unsigned long n)
{
	return n != 1;
}

/* French and its like: none is one, too. */
static size_t
none_is_one(unsigned long n)
{
	return n > 1;
}

/* True for 2 to 4, but not for 12 to 14. */
static int
is_few(unsigned long n)
{
	return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
}

static size_t
slavic(unsigned long n)
{
	if (n % 10 == 1 && n % 100 != 11)
		return 0;
	return is_few(n) ? 1 : 2;
}

static size_t
polish(unsigned long n)
{
	return n == 1 ? 0 : is_few(n) ? 1 : 2;
}

static size_t
czech(unsigned long n)
{
	return n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 2;
}

static size_t
arabic(unsigned long n)
{
	if (n <= 2)
		return n;
	if (n % 100 >= 3 && n % 100 <= 10)
		return 3;
	return n % 100 >= 11 ? 4 : 5;
}

static const struct shape {
	const char	*languages;	/* between blanks; NULL for others */
	size_t		 forms;
	size_t		(*of)(unsigned long n);
} shapes[] = {
	{ " fr pt_BR hy kab hi bn fa gu kn mr zu am ", 2, none_is_one },
	{ " ja zh ko vi th id ms lo my ", 1, alike },
	{ " ru uk be sr hr bs ", 3, slavic },
	{ " pl ", 3, polish },
	{ " cs sk ", 3, czech },
	{ " ar ", 6, arabic },
	{ NULL, 2, one_or_more }
};

/* Return the row that names so many bytes of `language`, the last for none. */
static const struct shape *
find(const char *language, size_t length)
{
	const struct shape *row;
	const char *p;

	for (row = shapes; row->languages != NULL; row++)
		for (p = row->languages; (p = strchr(p, ' ')) != NULL; p++)
			if (strncmp(p + 1, language, length) == 0 &&
			    p[1 + length] == ' ')
				return row;
	return row;
}

/* That of a country comes before that of its language. */
static const struct shape *
shape_of(const char *language)
{
	const struct shape *row = find(language, strlen(language));

	return row->languages != NULL ? row :
	    find(language, strcspn(language, "_"));
}

size_t
plural_form(const char *language, unsigned long n)
{
	return shape_of(language)->of(n);
}

size_t
plural_forms(const char *language)
{
	return shape_of(language)->forms;
}
