/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/installed.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"

#define SAYERS	(LANGUAGE_SETTINGS + 1)

static char	 said[SAYERS][LANGUAGE_NAME];	/* "" for nothing */
static char	 chosen[LANGUAGE_NAME];		/* "" until it is looked up */
static char	 instead[LANGUAGE_NAME];	/* "" for no other */
static int	 for_programs;

static int
is_within(char c, char first, char last)
{
	return c >= first && c <= last;
}

/* How many of up to `most` bytes of `s` lie between `first` and `last`. */
static size_t
run_of(const char *s, size_t most, char first, char last)
{
	size_t n = 0;

	while (n < most && is_within(s[n], first, last))
		n++;
	return n;
}

int
language_read(const char *name, char language[LANGUAGE_NAME])
{
	size_t n = run_of(name, 3, 'a', 'z'), place = 0;

	strlcpy(language, "en", LANGUAGE_NAME);
	if (n < 2)
		return 0;
	if (name[n] == '_' || name[n] == '-') {
		if ((place = run_of(name + n + 1, 2, 'A', 'Z')) != 2 &&
		    (place = run_of(name + n + 1, 3, '0', '9')) != 3)
			return 0;
		place++;
	}
	if (name[n + place] != '\0' && name[n + place] != '.' &&
	    name[n + place] != '@')
		return 0;
	memcpy(language, name, n + place);
	language[n + place] = '\0';
	if (place > 0)
		language[n] = '_';
	return 1;
}

int
language_say(enum language_by by, const char *name)
{
	int good = 1;

	if (name == NULL)
		said[by][0] = '\0';
	else if (!(good = language_read(name, said[by])))
		said[by][0] = '\0';
	chosen[0] = '\0';
	return good;
}

void
language_for_programs(void)
{
	for_programs = 1;
	chosen[0] = '\0';
}

/* The environment's own name for it, or NULL. */
static const char *
of_environment(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *s = NULL;
	size_t i;

	for (i = 0; i < nitems(names) && s == NULL; i++)
		s = text_env(names[i]);
	return s;
}

/* Write to `to` the language that counts, for programs or for somebody. */
static void
choose(int programs, char to[LANGUAGE_NAME])
{
	const char *ours = text_env("UNHURRIED_LANGUAGE"), *s;
	int by;

	if (said[LANGUAGE_CALL][0] != '\0')
		strlcpy(to, said[LANGUAGE_CALL], LANGUAGE_NAME);
	else if (programs)
		strlcpy(to, "en", LANGUAGE_NAME);
	else if (ours == NULL || !language_read(ours, to)) {
		for (by = LANGUAGE_PERSON; by < SAYERS; by++)
			if (said[by][0] != '\0')
				break;
		s = by < SAYERS ? said[by] : of_environment();
		(void)language_read(s == NULL ? "en" : s, to);
	}
	/* English is one, whatever the country. */
	if (strncmp(to, "en_", 3) == 0)
		to[2] = '\0';
}

void
language_instead(const char *name)
{
	if (name == NULL)
		instead[0] = '\0';
	else
		(void)language_read(name, instead);
}

const char *
language_name(void)
{
	if (instead[0] != '\0')
		return instead;
	if (chosen[0] == '\0')
		choose(for_programs, chosen);
	return chosen;
}

int
language_is_typed(const char *language)
{
	char name[LANGUAGE_NAME];
	size_t n = strlen(language);

	choose(0, name);
	return strncmp(name, language, n) == 0 &&
	    (name[n] == '\0' || name[n] == '_');
}

int
language_is_english(void)
{
	return strcmp(language_name(), "en") == 0;
}

const char *
language_next(const char *name)
{
	static char bare[LANGUAGE_NAME];
	size_t n = strcspn(name, "_");

	if (name[n] == '_') {
		strlcpy(bare, name, n + 1);
		return bare;
	}
	return strcmp(name, "en") == 0 ? NULL : "en";
}

const char *
language_texts(void)
{
	const char *share = text_env("UNHURRIED_SHARE");

	return share == NULL ? SHAREDIR : share;
}
