/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include "base/language.h"
#include "base/mo.h"
#include "base/plural.h"
#include "unit.h"

/*
 * A small catalog.
 */

#define MOST	512

static unsigned char	 whole[MOST];
static size_t		 size;

static void
put(size_t at, size_t n)
{
	size_t i;

	for (i = 0; i < 4; i++)
		whole[at + i] = (unsigned char)(n >> 8 * i);
}

/* With a NUL within, for more than one form. */
#define PAIR(english, other) \
	{ english, sizeof(english) - 1, other, sizeof(other) - 1 }

static const struct {
	const char	*english;
	size_t		 english_length;
	const char	*other;
	size_t		 other_length;
} pairs[] = {
	PAIR("", "Language: es\n"),
	PAIR("%d day\0%d days", "%d día\0%d días"),
	PAIR("Kept.", "Guardado."),
	PAIR("empty", ""),
	PAIR("pause\004Kept.", "Queda guardado.")
};

#define COUNT	(sizeof(pairs) / sizeof(pairs[0]))

static void
make(void)
{
	size_t i, at = 28 + COUNT * 16;

	memset(whole, 0, sizeof(whole));
	put(0, 0x950412deU);
	put(8, COUNT);
	put(12, 28);
	put(16, 28 + COUNT * 8);
	for (i = 0; i < COUNT; i++) {
		put(28 + i * 8, pairs[i].english_length);
		put(32 + i * 8, at);
		memcpy(whole + at, pairs[i].english, pairs[i].english_length);
		at += pairs[i].english_length + 1;
		put(28 + (COUNT + i) * 8, pairs[i].other_length);
		put(32 + (COUNT + i) * 8, at);
		memcpy(whole + at, pairs[i].other, pairs[i].other_length);
		at += pairs[i].other_length + 1;
	}
	size = at;
}

static void
finds(void)
{
	struct mo mo;
	size_t length = 0;
	const char *s;
	uint32_t at = 0;

	make();
	SAME("whole", mo_take(&mo, whole, size), 0);
	SAME_TEXT("of all", mo_find(&mo, NULL, "Kept.", NULL, NULL),
	    "Guardado.");
	SAME_TEXT("of a tool", mo_find(&mo, "pause", "Kept.", NULL, NULL),
	    "Queda guardado.");
	OK("of another tool", mo_find(&mo, "paus", "Kept.", NULL, NULL) ==
	    NULL);
	OK("not there", mo_find(&mo, NULL, "Kept", NULL, NULL) == NULL);
	OK("not translated", mo_find(&mo, NULL, "empty", NULL, NULL) == NULL);
	OK("its place", mo_find(&mo, "pause", "Kept.", NULL, &at) != NULL &&
	    at == 4);
	SAME_TEXT("there again", mo_at(&mo, at, "pause", "Kept.", NULL),
	    "Queda guardado.");
	OK("and not another", mo_at(&mo, at, NULL, "Kept.", NULL) == NULL &&
	    mo_at(&mo, 2, "pause", "Kept.", NULL) == NULL &&
	    mo_at(&mo, COUNT, NULL, "Kept.", NULL) == NULL);
	s = mo_find(&mo, NULL, "%d day", &length, NULL);
	OK("a plural", s != NULL);
	if (s != NULL) {
		SAME("its forms", length, strlen("%d día") + 1 +
		    strlen("%d días"));
		SAME_TEXT("the second", s + strlen(s) + 1, "%d días");
	}
}

/*
 * Broken ones. Each lies in memory of its own size, so that a reader that goes
 * past its end is seen by valgrind and sanitizers.
 */

static int
take_copy(const unsigned char *data, size_t n)
{
	struct mo mo;
	unsigned char *copy = malloc(n + (n == 0));
	int r;

	if (copy == NULL)
		exit(1);
	memcpy(copy, data, n);
	r = mo_take(&mo, copy, n);
	if (r == 0) {
		(void)mo_find(&mo, "pause", "Kept.", NULL, NULL);
		(void)mo_find(&mo, NULL, "zzz", NULL, NULL);
		(void)mo_at(&mo, 3, NULL, "Kept.", NULL);
	} else
		OK("a broken one is empty", mo.count == 0 &&
		    mo_find(&mo, NULL, "Kept.", NULL, NULL) == NULL);
	free(copy);
	return r;
}

static int
is_there(const char *english)
{
	struct mo mo;

	return mo_take(&mo, whole, size) == 0 &&
	    mo_find(&mo, NULL, english, NULL, NULL) != NULL;
}

static void
refuses(void)
{
	static const size_t odd[] = { 1, 0x7fffffffU, 0x80000000U, 0xfffffff8U,
	    0xffffffffU };
	unsigned char kept[MOST];
	char about[32];
	size_t n, at, i;

	make();
	for (n = 0; n < size; n++) {
		snprintf(about, sizeof(about), "%zu bytes", n);
		SAME(about, take_copy(whole, n), -1);
	}
	SAME("all of them", take_copy(whole, size), 0);
	memcpy(kept, whole, sizeof(kept));
	/* Each number of the head, made too great. */
	for (at = 0; at < 20; at += 4)
		for (i = 1; i < sizeof(odd) / sizeof(odd[0]); i++) {
			put(at, odd[i]);
			snprintf(about, sizeof(about), "%zx at %zu", odd[i],
			    at);
			SAME(about, take_copy(whole, size), -1);
			memcpy(whole, kept, sizeof(kept));
		}
	/* Each of both tables: what it leads to is not there. */
	for (at = 28; at < 28 + COUNT * 16; at += 4)
		for (i = 1; i < sizeof(odd) / sizeof(odd[0]); i++) {
			put(at, odd[i]);
			(void)take_copy(whole, size);
			memcpy(whole, kept, sizeof(kept));
		}
	put(32 + (COUNT + 2) * 8, size);
	SAME("one that is out of range is not the file's end",
	    take_copy(whole, size), 0);
	OK("and is not there", !is_there("Kept."));
	OK("where others are", is_there("%d day"));
	memcpy(whole, kept, sizeof(kept));
	put(28 + (COUNT + 2) * 8, pairs[2].other_length - 1);
	OK("nor is one without an end", !is_there("Kept."));
	memcpy(whole, kept, sizeof(kept));
	size++;
	SAME("something behind it", take_copy(whole, size), -1);
	size--;
	put(8, 0);
	SAME("none at all", take_copy(whole, size), -1);
}

/* Any byte at any place changes words at most. */
static void
stands_firm(void)
{
	uint64_t seed = 88172645463325252ULL;
	unsigned char kept[MOST];
	int round;

	make();
	memcpy(kept, whole, sizeof(kept));
	for (round = 0; round < 20000; round++) {
		whole[unit_random(&seed) % size] =
		    (unsigned char)unit_random(&seed);
		if (round % 3 == 0)
			whole[unit_random(&seed) % (28 + COUNT * 16)] =
			    (unsigned char)unit_random(&seed);
		(void)take_copy(whole, size);
		memcpy(whole, kept, sizeof(kept));
	}
	OK("all rounds", round == 20000);
}

static void
arguments(void)
{
	static const struct { const char *a, *b; int same; } rows[] = {
		{ "Kept.", "Guardado.", 1 },
		{ "%s of %d", "%s de %d", 1 },
		{ "%s of %d", "%2$d de %1$s", 1 },
		{ "%s of %d", "%d de %s", 0 },
		{ "%s of %d", "%s", 0 },
		{ "%s", "%s %s", 0 },
		{ "%s of %d", "%1$s de %d", 0 },
		{ "%s of %s", "%2$s %2$s", 0 },
		{ "%s of %s", "%2$s de %1$s, %2$s", 1 },
		{ "%.*s: %s", "%.*s: %s", 1 },
		{ "%.*s: %s", "%3$s: %2$s", 0 },
		{ "%-10s %zu", "%-12s %zu", 1 },
		{ "%ld", "%d", 0 }, { "%lld", "%ld", 0 }, { "%zu", "%u", 0 },
		{ "100 %%", "100 %%", 1 }, { "100 %%", "100 %", 0 },
		{ "x", "%n", 0 }, { "%s", "%n", 0 }, { "%s", "%99$s", 0 },
		{ "%s", "%1$", 0 }, { "%s", "%", 0 }, { "%s", "%0$s", 0 },
		{ "%s", "%4294967297$s", 0 }, { "%i", "%d", 1 },
		{ "%5s%%", "%5s%%", 1 }, { "%d", "%5", 0 },
		{ "%s %d", "%s %1$d", 0 }, { "%c", "%s", 0 }, { "%3$s", "%3$s", 0 },
		{ "%s", "%-999s", 1 }, { "%s", "%1000s", 0 }, { "%s", "%1$9999s", 0 },
		{ "%.3s", "%.99999s", 0 }, { "%s", "%.1s", 1 }
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		SAME(rows[i].b, mo_same_arguments(rows[i].a, rows[i].b),
		    rows[i].same);
}

/* The form of 0, 1, 2 and so on, a digit each. */
static void
plurals(void)
{
	static const struct { const char *language, *forms; } rows[] = {
		{ "es", "1011111111111111111111111" },
		{ "de_AT", "1011111111111111111111111" },
		{ "fr", "0011111111111111111111111" },
		{ "pt", "1011111111111111111111111" },
		{ "pt_BR", "0011111111111111111111111" },
		{ "ja", "0000000000000000000000000" },
		{ "ru", "2011122222222222222220111" },
		{ "pl", "2011122222222222222222111" },
		{ "cs", "2011122222222222222222222" },
		{ "ar", "0123333333344444444444444" }
	};
	char got[26];
	size_t i, n;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		for (n = 0; n < sizeof(got) - 1; n++) {
			got[n] = (char)('0' + plural_form(rows[i].language,
			    n));
			OK(rows[i].language, (size_t)(got[n] - '0') <
			    plural_forms(rows[i].language));
		}
		got[n] = '\0';
		SAME_TEXT(rows[i].language, got, rows[i].forms);
	}
	SAME("ar 100", plural_form("ar", 100), 5);
	SAME("ar 103", plural_form("ar", 103), 3);
	SAME("ru 111", plural_form("ru", 111), 2);
	SAME("ru 112", plural_form("ru", 112), 2);
	SAME("ru 122", plural_form("ru", 122), 1);
}

static void
names(void)
{
	static const struct { const char *name, *language; } rows[] = {
		{ "es", "es" }, { "es_MX.UTF-8", "es_MX" },
		{ "es-MX", "es_MX" },
		{ "es-419", "es_419" }, { "de_DE@euro", "de_DE" },
		{ "fil.UTF-8", "fil" }, { "C", "en" }, { "C.UTF-8", "en" },
		{ "POSIX", "en" }, { "e", "en" }, { "../es", "en" },
		{ "es/..", "en" }, { "es_", "en" }, { "es_mx", "en" },
		{ "espanol", "en" }, { "", "en" }, { "ES", "en" }
	};
	char language[LANGUAGE_NAME];
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		(void)language_read(rows[i].name, language);
		SAME_TEXT(rows[i].name, language, rows[i].language);
	}
	SAME_TEXT("after es_MX", language_next("es_MX"), "es");
	SAME_TEXT("after es", language_next("es"), "en");
	OK("after en", language_next("en") == NULL);
}

/* Who is asked first: the call, then ours, a person, the settings, LC_ALL. */
static void
sayers(void)
{
	unsetenv("UNHURRIED_LANGUAGE");
	unsetenv("LC_ALL");
	unsetenv("LC_MESSAGES");
	setenv("LANG", "it_IT.UTF-8", 1);
	SAME_TEXT("LANG", language_name(), "it_IT");
	(void)language_say(LANGUAGE_SETTINGS, "fr");
	SAME_TEXT("config.yaml", language_name(), "fr");
	(void)language_say(LANGUAGE_PERSON, "de");
	SAME_TEXT("person.yaml", language_name(), "de");
	(void)language_say(LANGUAGE_PERSON, NULL);
	SAME_TEXT("no more", language_name(), "fr");
	(void)language_say(LANGUAGE_PERSON, "de");
	setenv("UNHURRIED_LANGUAGE", "es", 1);
	(void)language_say(LANGUAGE_SETTINGS, "fr");
	SAME_TEXT("UNHURRIED_LANGUAGE", language_name(), "es");
	(void)language_say(LANGUAGE_CALL, "en_GB");
	SAME_TEXT("--language", language_name(), "en");
	OK("English", language_is_english());
	SAME("a name that is none", language_say(LANGUAGE_CALL, "?"), 0);
	SAME_TEXT("counts for nothing", language_name(), "es");
}

int
main(void)
{
	finds();
	refuses();
	stands_firm();
	arguments();
	plurals();
	names();
	sayers();
	return unit_end();
}
