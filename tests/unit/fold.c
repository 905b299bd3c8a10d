/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/text.h"
#include "term/stop.h"
#include "unit.h"

static void
folds(void)
{
	static const struct { const char *typed, *folded; } all[] = {
		{ "Back Rub", "back rub" },
		{ "  a \t b\n", "a b" },
		{ "\u00d1and\u00fa", "\u00f1and\u00fa" },
		{ "N\u0303ANDU\u0301", "\u00f1and\u00fa" },
		{ "L\u00edmites", "l\u00edmites" },
		{ "li\u0301mites", "l\u00edmites" },
		{ "\u00a1Basta!", "basta" },
		{ "\u00bfpor qu\u00e9?", "por qu\u00e9" },
		{ "\u00c9TOILE", "\u00e9toile" },
		{ "HAYIR", "hayir" }, { "hay\u0131r", "hayir" },
		{ "\u0130stanbul", "istanbul" }, { "i\u0307", "i" },
		{ "\u03a3\u038a\u03a3\u03a5\u03a6\u039f\u03a3",
		    "\u03c3\u03af\u03c3\u03c5\u03c6\u03bf\u03c3" },
		{ "\u0421\u0422\u041e\u041f", "\u0441\u0442\u043e\u043f" },
		{ "\u0401\u0416", "\u0451\u0436" },
		{ "\u0531\u0562", "\u0561\u0562" },
		{ "\u1c90", "\u10d0" }, { "\u1e9e", "\u00df" },
		{ "\uff33\uff34\uff2f\uff30\uff01", "stop" },
		/* Hangul: a syllable, and its parts, one of them with a syllable */
		{ "\u1100\u1173\u1106\u1161\u11ab", "\uadf8\ub9cc" },
		{ "\uadf8\ub9c8\u11ab", "\uadf8\ub9cc" },
		{ "\u1106\u1161\u11a7", "\ub9c8\u11a7" },
		{ "\u1ed6", "\u1ed7" }, { "O\u0302\u0303", "\u1ed7" },
		/* Two marks in either order. */
		{ "e\u0323\u0302", "\u1ec7" }, { "e\u0302\u0323", "\u1ec7" },
		{ "\u00ea\u0323", "\u1ec7" },
		{ "\u304b\u3099", "\u304c" },
		{ "\u212b", "\u00e5" },
		/* What does not show. */
		{ "a\u200bb \u200d c\ufe0f", "ab c" },
		{ "\u0645\u06cc\u200c\u0634\u0648\u062f",
		    "\u0645\u06cc\u0634\u0648\u062f" },
		{ "a\u00a0\u3000b", "a b" },
		{ "...", "..." }, { "", "" }, { " ! ", "!" },
		{ "\u3084\u3081\u3066\u3002", "\u3084\u3081\u3066" },
		{ "caf\xe9", "caf\xe9" }, { "\xff\xfe", "\xff\xfe" }
	};
	char small[8], *folded;
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		folded = fold_text(all[i].typed);
		SAME_TEXT(all[i].typed, folded, all[i].folded);
		SAME(all[i].typed, fold_same(all[i].typed, all[i].folded), 1);
		free(folded);
	}
	SAME("room", fold_write("\u00e9\u00e9\u00e9\u00e9", 0, small,
	    sizeof(small)), 0);
	SAME("room", fold_write("\u00e9", 0, small, sizeof(small)), 2);
}

static void
differs(void)
{
	SAME("accents", fold_same("ano", "a\u00f1o"), 0);
	SAME("near", fold_near("ano", "a\u00f1o"), 1);
	SAME("near", fold_near("\u0939\u093f", "\u0939"), 0);
	/* Marks of kana and Thai belong to the letter. */
	SAME("kana", fold_near("\u3060\u3081", "\u305f\u3081"), 0);
	SAME("thai", fold_near("\u0e2b\u0e22\u0e38\u0e14", "\u0e2b\u0e22\u0e14"),
	    0);
	SAME("prefix", fold_same("a", "ab"), 0);
	SAME("less", fold_compare("a", "b") < 0, 1);
	SAME("more", fold_compare("\u00e9", "e") > 0, 1);
}

/* What is folded is not changed by folding it again, for each letter. */
static void
settles(void)
{
	char s[8], once[32], twice[32], about[16];
	uint32_t c;
	size_t n;
	int near;

	for (c = 1; c < 0x30000; c++) {
		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		n = text_encode(c, s);
		s[n] = '\0';
		snprintf(about, sizeof(about), "U+%04X", (unsigned int)c);
		for (near = 0; near < 2; near++) {
			n = fold_write(s, near, once, sizeof(once));
			SAME(about, fold_write(once, near, twice,
			    sizeof(twice)), n);
			SAME(about, strcmp(once, twice), 0);
		}
	}
}

static void
stops(void)
{
	static const char *const kind[] = { "good", "yes", "ready", "comfort",
		"more", "please", "wait a bit", "close", "warm", "s\u00ed",
		"oui", "ja", "sim", "evet", "\u0434\u0430", "\u306f\u3044", "",
		"nothing", "note", "bien", "gut", "nunca no", "-" };
	size_t i;

	SAME("always", stop_always("STOP!"), 1);
	SAME("always", stop_always("\u00a1No!"), 1);
	SAME("always", stop_always("nein"), 0);
	SAME("is", stop_is("NEIN"), 1);
	SAME("is", stop_is("\u00a1PARA\u0301!"), 1);
	SAME("yields", stop_is("nu"), 0);
	SAME("yields", stop_may_be("Nu."), 1);
	SAME("no", stop_is_no("nein!"), 1);
	SAME("no", stop_is_no("basta"), 0);
	SAME("no", stop_is_no("no"), 1);
	SAME("no", stop_is_no("nu"), 1);
	for (i = 0; i < sizeof(kind) / sizeof(kind[0]); i++)
		SAME(kind[i], stop_may_be(kind[i]), 0);
}

/*
 * Each word of the list that tests share stops, also in capitals and with signs;
 * and a no is one.
 */
static void
listed(const char *name)
{
	char path[4096], line[256], said[600], *word, *capital;
	const char *top = getenv("TOP");
	size_t count = 0;
	FILE *fp;

	snprintf(path, sizeof(path), "%s/%s", top == NULL ? "." : top, name);
	fp = fopen(path, "r");
	OK(path, fp != NULL);
	while (fp != NULL && fgets(line, sizeof(line), fp) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (*line == '#' || (word = strchr(line, '\t')) == NULL)
			continue;
		*word++ = '\0';
		count++;
		SAME(word, stop_is(word), strncmp(line, "may", 3) != 0);
		SAME(word, stop_may_be(word), 1);
		SAME(word, stop_is_no(word), strstr(line, "no") != NULL);
		snprintf(said, sizeof(said), "\u00a1%s!", word);
		SAME(said, stop_may_be(said), 1);
		snprintf(said, sizeof(said), "\u300c%s\u300d\u3002", word);
		SAME(said, stop_may_be(said), 1);
		for (capital = word; *capital != '\0'; capital++)
			if (*capital >= 'a' && *capital <= 'z')
				*capital -= 'a' - 'A';
		SAME(word, stop_may_be(word), 1);
	}
	OK("many of them", count > 200);
	if (fp != NULL)
		fclose(fp);
}

int
main(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	folds();
	differs();
	settles();
	stops();
	listed("tests/languages/stops");
	return unit_end();
}
