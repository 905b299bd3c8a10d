/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>

#include "base/buf.h"
#include "base/error.h"
#include "consent/agreement.h"
#include "entry/entry.h"
#include "format/field.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "format/yaml_write.h"
#include "store/entry_id.h"
#include "store/records.h"
#include "unit.h"

static void
names(void)
{
	static const char *const good[] = { "a", "alex", "a_1", "z9__",
	    "abcdefghijklmnopqrstuvwxyz012345", "yy", "nullo", "ono" };
	static const char *const bad[] = { "", "A", "1a", "_a", "a-b", "a b",
	    "\xc3\xa9", "a.", "abcdefghijklmnopqrstuvwxyz0123456", "y", "n",
	    "yes", "no", "on", "off", "true", "false", "null", "someone" };
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		OK(good[i], id_is_slug(good[i], strlen(good[i])));
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		OK(bad[i], !id_is_slug(bad[i], strlen(bad[i])));
	OK("NUL", !id_is_slug("a\0b", 3));
	OK("n", id_is_slug("alex-", 4));
	OK("kinds", id_is_kind("checkin") && id_is_kind("win") &&
	    id_is_kind("thanks") && id_is_kind("reason") &&
	    id_is_kind("ritual"));
	OK("kinds", !id_is_kind("") && !id_is_kind("Checkin") &&
	    !id_is_kind("pause") && !id_is_kind("checkins"));
	for (i = 0; id_kinds()[i] != NULL; i++)
		OK(id_kinds()[i], id_is_kind(id_kinds()[i]) &&
		    id_is_slug(id_kinds()[i], strlen(id_kinds()[i])));
	OK("words with an ID in them", records_names(agreement_kind(
	    AGREEMENT_AGREE), "20261122t200431z-sam-win-a1b2c3-and.yaml"));
	OK("an editor's", !records_names(agreement_kind(AGREEMENT_AGREE),
	    "no-rush.yaml~"));
	OK("words", field_is("note", FIELD_WORDS) && field_is("today", FIELD_WORDS) &&
	    field_is("feel", FIELD_WORDS) && field_is("name", FIELD_WORDS));
	OK("no words", !field_is("tags", FIELD_WORDS) && !field_is("mood", FIELD_WORDS) &&
	    !field_is("at", FIELD_WORDS) && !field_is("x", FIELD_WORDS));
	OK("headings", field_is("kind", FIELD_HEADING) && field_is("at", FIELD_HEADING) &&
	    field_is("by", FIELD_HEADING) && !field_is("id", FIELD_HEADING));
}

static void
ids(void)
{
	static const char *const bad[] = { "",
	    "20261122t200431z-alex-checkin-a1b2c", 
	    "20261122t200431z-alex-checkin-a1b2c3d",
	    "20261122t200431z-alex-checkin-A1b2c3",
	    "20261122t200431z-alex-checkin-a1b2_3",
	    "20261122t200431z-alex-checkin-",
	    "20261122t200431z-alex-a1b2c3",
	    "20261122t200431z-alex-check-in-a1b2c3",
	    "20261122t200431z--checkin-a1b2c3",
	    "20261122t200431z-alex--a1b2c3",
	    "20261122t200431z-Alex-checkin-a1b2c3",
	    "20261122t200431z-no-checkin-a1b2c3",
	    "20261122t200431z-someone-checkin-a1b2c3",
	    "20261122T200431z-alex-checkin-a1b2c3",
	    "20261322t200431z-alex-checkin-a1b2c3",
	    "20261122t200431z_alex-checkin-a1b2c3",
	    "20261122t200431z-alex-checkin-a1b2c3.yaml",
	    "20261122t200431z-alex-checkin/a1b2c3",
	    "20261122t200431z-alex-abcdefghijklmnopqrstuvwxyz0123456-a1b2c3",
	    "../../etc/passwd", "20261122t200431z-../../-checkin-a1b2c3" };
	static const char *const good[] = {
	    "20261122t200431z-alex-checkin-a1b2c3",
	    "19700101t000000z-a-b-000000",
	    ("99991231t235959z-abcdefghijklmnopqrstuvwxyz012345-"
	    "abcdefghijklmnopqrstuvwxyz012345-zzzzzz") };
	struct entry_id id;
	char s[ID_SIZE], random[ID_RANDOM + 1], cut[ID_SIZE];
	const unsigned char zero[8] = { 0 }, one[8] = { 0, 0, 0, 0, 0, 0, 0,
	    37 };
	size_t i, n, seen['z' + 1] = { 0 };

	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		SAME(good[i], id_read(good[i], strlen(good[i]), &id), 0);
		id_write(&id, s);
		SAME_TEXT(good[i], s, good[i]);
		/* Cut short anywhere, it is none, and nothing past it is read. */
		for (n = 0; n < strlen(good[i]); n++) {
			memcpy(cut, good[i], n);
			cut[n] = '\0';
			SAME(cut, id_read(cut, n, &id), -1);
		}
	}
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		SAME(bad[i], id_read(bad[i], strlen(bad[i]), &id), -1);
	for (i = 0; i < 5000; i++) {
		id_random(random);
		SAME("six", strlen(random), ID_RANDOM);
		for (n = 0; n < ID_RANDOM; n++) {
			OK(random, (random[n] >= '0' && random[n] <= '9') ||
			    (random[n] >= 'a' && random[n] <= 'z'));
			seen[(unsigned char)random[n]]++;
		}
	}
	/* 30,000 over 36: 833 each, with a spread of 28. */
	for (i = 0; i < 36; i++)
		OK("all alike", seen[i < 10 ? '0' + i : 'a' + i - 10] > 650 &&
		    seen[i < 10 ? '0' + i : 'a' + i - 10] < 1020);
	id_hashed(zero, random);
	SAME_TEXT("hashed", random, "000000");
	id_hashed(one, random);
	SAME_TEXT("hashed", random, "110000");
}

static void
reads(void)
{
#define HEAD "kind: checkin\nat: \"2026-11-22T21:04:31+01:00\"\nby: \"alex\"\n"
	static const struct { const char *s, *says; } cases[] = {
		{ HEAD, "" }, { HEAD "mood: 7\n", "" },
		{ HEAD "x: {y: [1]}\n", "" }, { HEAD "tags: []\n", "" },
		{ HEAD "tags: [\"a\", b, 1]\npace: same\n", "" },
		{ "kind: checkin\nat: 2026-11-22T20:04:31Z\nby: alex\n", "" },
		{ "- a\n", "f:1:1: this: expected lines like 'key: value', "
		    "found a list" },
		{ "words\n", "f:1:1: this: expected lines like" },
		{ "at: \"2026-11-22T21:04:31+01:00\"\nby: alex\n",
		    "f:1:1: expected 'kind:'" },
		{ "kind: checkin\nby: alex\n", "f:1:1: expected 'at:'" },
		{ "kind: checkin\nat: \"2026-11-22T21:04:31+01:00\"\n",
		    "f:1:1: expected 'by:'" },
		{ "kind: win\nat: \"2026-11-22T21:04:31+01:00\"\nby: alex\n",
		    "f:1:7: kind: expected checkin, as the file's name has it, "
		    "found \"win\"" },
		{ "kind: checkin\nat: \"2026-11-22T21:04:31+01:00\"\nby: sam\n",
		    "f:3:5: by: expected alex, as the file's name has it, "
		    "found \"sam\"" },
		{ "kind: checkin\nat: \"2026-11-22T21:04:32+01:00\"\nby: "
		    "alex\n", "f:2:5: at: expected the instant in the file's "
		    "name" },
		{ "kind: checkin\nat: \"2026-11-22T21:04:31\"\nby: alex\n",
		    "f:2:5: at: expected a time like" },
		{ "kind: [checkin]\nat: x\nby: alex\n",
		    "f:1:7: kind: expected text, found a list" },
		{ "kind: checkin\nat: {}\nby: alex\n",
		    "f:2:5: at: expected text, found a map" },
		{ HEAD "note: [a]\n", "f:4:7: note: expected text, found a "
		    "list" },
		{ HEAD "tags: tea\n", "f:4:7: tags: expected a list of words, "
		    "found \"tea\"" },
		{ HEAD "tags: [a, [b]]\n", "f:4:11: this: expected a word, "
		    "found a list" },
		{ HEAD "feel: {a: b}\n", "f:4:7: feel: expected a list" },
		{ HEAD "pace: fast\n", "f:4:7: pace: expected slower, same or "
		    "curious, found \"fast\"" },
		{ HEAD "minutes: 1441\n", "f:4:10: minutes: expected a whole "
		    "number 0-1440, found \"1441\"" },
		{ HEAD "minutes: \"10\"\n", "f:4:10: minutes: expected" },
		{ HEAD "x: 1\nx: 2\n", "f:5:1: x: this key stands" },
		{ "", "f:1:1: nothing is in this file" }
	};
	struct entry e = { 0 };
	struct error err = { 0 };
	size_t i;

	SAME("id", id_read("20261122t200431z-alex-checkin-a1b2c3", 36,
	    &e.id), 0);
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		SAME(cases[i].s, entry_read(&e, cases[i].s,
		    strlen(cases[i].s), "f", &err),
		    *cases[i].says == '\0' ? 0 : -1);
		if (strncmp(error_message(&err), cases[i].says,
		    strlen(cases[i].says)) != 0)
			SAME_TEXT(cases[i].s, error_message(&err),
			    cases[i].says);
		SAME(cases[i].s, err.status, *cases[i].says == '\0' ?
		    STATUS_OK : STATUS_DATA);
		error_clear(&err);
	}
	SAME("its own time", entry_read(&e, HEAD, strlen(HEAD), "f", &err), 0);
	SAME("its own offset", e.at.offset, 3600);
	entry_free(&e);
}

static void
makes(void)
{
	static const char from[] = "tags: [no, 1]\nnote: 10\nmood: 7\nx: yes\n"
	    "pace: same\n";
	static const char wanted[] = HEAD "tags: [\"no\", \"1\"]\n"
	    "note: \"10\"\nmood: 7\nx: yes\npace: \"same\"\n";
	struct entry e = { 0 };
	struct yaml y = { 0 };
	struct error err = { 0 };
	struct buf b = { 0 };
	const struct node *n;

	SAME("id", id_read("20261122t200431z-alex-checkin-a1b2c3", 36,
	    &e.id), 0);
	e.at.instant = e.id.instant;
	e.at.offset = 3600;
	SAME("from", yaml_read(&y, from, strlen(from), "f", &err), 0);
	entry_begin(&e);
	for (n = y.root->child; n != NULL; n = n->next)
		entry_add(&e, n);
	yaml_write(&b, e.yaml.root);
	SAME_TEXT("text is quoted, numbers are not", buf_string(&b), wanted);
	SAME("what is made can be read", entry_read(&e, buf_string(&b),
	    b.length, "f", &err), 0);
	SAME_TEXT("title", entry_title(e.yaml.root), "10");
	OK("has", yaml_lists(e.yaml.root, "tags", "no") &&
	    yaml_lists(e.yaml.root, "tags", "1"));
	OK("has not", !yaml_lists(e.yaml.root, "tags", "yes") &&
	    !yaml_lists(e.yaml.root, "note", "10") &&
	    !yaml_lists(e.yaml.root, "feel", "no"));
	yaml_drop(&y);
	SAME("no words", yaml_read(&y, "mood: 7\n", 8, "f", &err), 0);
	SAME_TEXT("no title", entry_title(y.root), "");
	SAME("name", yaml_read(&y, "note: \"\"\nname: x\n", 17, "f", &err), 0);
	SAME_TEXT("name", entry_title(y.root), "x");
	yaml_drop(&y);
	entry_free(&e);
	buf_free(&b);
}

int
main(void)
{
	names();
	ids();
	reads();
	makes();
	return unit_end();
}
