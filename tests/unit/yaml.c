/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <limits.h>

#include "alike.h"
#include "base/buf.h"
#include "base/error.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "format/yaml_write.h"
#include "unit.h"

static int
read_text(struct yaml *y, const char *s, struct error *err)
{
	return yaml_read(y, s, strlen(s), "f", err);
}

static void
refusals(void)
{
	static const struct { const char *s, *says;
	} cases[] = { { "", "f:1:1: nothing is in this file" },
		{ "# only this\n", "f:1:1: nothing is in this file" },
		{ "a: b: c\n", "f:1:5: not YAML here: " }, { "a: [1\n", "f:" },
		{ "a: \"b\n", "f:" }, { "\ta: b\n", "f:1:1: not YAML here: " },
		{ "a: 1\n\tb: 2\n", "f:2:1: not YAML here: " },
		{ "a: &x b\n", "f:1:4: anchors and tags are not used here" },
		{ "a: *x\n", "f:1:4: aliases are not used here" },
		{ "a: !!str b\n", "f:1:4: anchors and tags" },
		{ "a: !x b\n", "f:1:4: anchors and tags" },
		{ "a: &x [b]\n", "f:1:4: anchors and tags" },
		{ "a: !!map {b: c}\n", "f:1:4: anchors and tags" },
		{ "&x a: b\n", "f:1:1: anchors and tags" },
		{ "a: 1\nb: 2\na: 3\n",
		    "f:3:1: a: this key stands here twice" },
		{ "x:\n  a: 1\n  \"a\": 3\n", "f:3:3: a: this key stands" },
		{ "[a]: 1\n", "f:1:1: expected a simple key" },
		{ "? {a: 1}\n: 1\n", "f:1:3: expected a simple key" },
		{ "\"\": 1\n", "f:1:1: expected a key of 1 to 128 bytes" },
		{ ": 1\n", "f:1:1: " },
		{ "a: \"b\\0c\"\n", "f:1:4: a NUL cannot stand in text" },
		{ "a: 1\n---\nb: 2\n", "f:2:1: a second document" },
		{ "a: 1\n...\n---\nb: 2\n", "f:3:1: a second document" },
		{ "%YAML 1.1\n---\na: 1\n", "f:1:1: directives are not used" },
		{ "a: \xff\n", "f:1:4: expected UTF-8 text" },
		{ "a: b\n# \xc3\xa9 \xc0\x80\n", "f:2:5: expected UTF-8 text" },
		{ "a: \xed\xa0\x80\n", "f:1:4: expected UTF-8 text" },
		{ "a: b\033c\n", "f:1:5: expected UTF-8 text without control" },
		{ "\xff\xfe"
		  "a\0",
		    "f:1:1: " },
		{ "\xc3\xa9: 1\n\xc3\xa9\xc3\xa9: &a 2\n", "f:2:5: anchors" },
		{ "a: [[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]\n",
		    "f:1:19: more than 16 levels" },
		{ "a: \"\\ud83c\"\n", "f:1:" }, { "a: \"\\x\"\n", "f:1:" } };
	struct yaml y = { 0 };
	struct error err = { 0 };
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		SAME(cases[i].s, read_text(&y, cases[i].s, &err), -1);
		SAME(cases[i].s, alike(cases[i].s, strlen(cases[i].s)), 0);
		SAME(cases[i].s, err.status, STATUS_DATA);
		if (strncmp(error_message(&err), cases[i].says,
		    strlen(cases[i].says)) != 0)
			SAME_TEXT(cases[i].s, error_message(&err),
			    cases[i].says);
		OK(cases[i].s, y.root == NULL);
		error_clear(&err);
	}
	SAME("NUL", yaml_read(&y, "a: b\0c\n", 7, "f", &err), -1);
	error_clear(&err);
	/* As many keys as may be, and one more; the longest key, and longer. */
	for (i = 0; i < 512; i++)
		buf_printf(&b, "k%zu: 1\n", i);
	SAME("512 keys", read_text(&y, buf_string(&b), &err), 0);
	buf_str(&b, "more: 1\n");
	SAME("513 keys", read_text(&y, buf_string(&b), &err), -1);
	OK("513 keys", strstr(error_message(&err),
	    "f:513:1: more than 512 keys") != NULL);
	error_clear(&err);
	buf_clear(&b);
	for (i = 0; i < 128; i++)
		buf_char(&b, 'k');
	buf_str(&b, ": 1\n");
	SAME("a key of 128", read_text(&y, buf_string(&b), &err), 0);
	buf_clear(&b);
	for (i = 0; i < 129; i++)
		buf_char(&b, 'k');
	buf_str(&b, ": 1\n");
	SAME("a key of 129", read_text(&y, buf_string(&b), &err), -1);
	error_clear(&err);
	/* Sixteen levels, and what a machine may hold is no matter. */
	buf_clear(&b);
	for (i = 0; i < 100000; i++)
		buf_char(&b, '[');
	SAME("100,000 levels", read_text(&y, buf_string(&b), &err), -1);
	error_clear(&err);
	SAME("15 in a map", read_text(&y,
	    "a: [[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]\n", &err), 0);
	buf_free(&b);
	yaml_drop(&y);
}

/* What a message says was found, when something else was expected. */
static void
describe(const struct node *n, char *found, size_t size)
{
	static const char before[] = ": what, found ";
	struct error err = { 0 };
	const char *at;

	(void)yaml_wrong(n, "f", "what", &err);
	at = strstr(error_message(&err), before);
	snprintf(found, size, "%s", at == NULL ? "" : at + sizeof(before) - 1);
	error_clear(&err);
}

static void
values(void)
{
	static const char text[] =
	    "\xef\xbb\xbf# a mark, a comment\r\n"
	    "n: 7\r\n"
	    "q: \"7\"\n"
	    "minus: -3\n"
	    "zero: 0\n"
	    "led: 07\n"
	    "big: 999999999999999999\n"
	    "bigger: 9999999999999999999\n"
	    "part: 7.0\n"
	    "none:\n"
	    "tilde: ~\n"
	    "null: null\n"
	    "word: 'null'\n"
	    "list: [a, 'b', 3]\n"
	    "map: {x: {y: z}}\n"
	    "block: |\n  one\n\n  two\n"
	    "fold: >-\n  one\n  two\n"
	    "  \n"
	    "escape: \"\\u00e9\\U0001f331\\t\\x41\"\n";
	struct yaml y = { 0 };
	struct error err = { 0 };
	const struct node *n;
	char found[64];
	long value = 99;

	SAME("read", read_text(&y, text, &err), 0);
	if (y.root == NULL) {
		puts(error_message(&err));
		return;
	}
	n = yaml_get(y.root, "n");
	OK("n", n != NULL && n->plain && n->line == 2 && n->column == 4);
	OK("n", yaml_int(n, 0, 10, &value) && value == 7);
	OK("n", !yaml_int(n, 8, 10, &value) && !yaml_int(n, 0, 6, &value));
	OK("quoted", !yaml_int(yaml_get(y.root, "q"), 0, 10, &value));
	OK("minus", yaml_int(yaml_get(y.root, "minus"), -9, 9, &value) &&
	    value == -3);
	OK("zero", yaml_int(yaml_get(y.root, "zero"), 0, 9, &value) &&
	    value == 0);
	OK("led", !yaml_int(yaml_get(y.root, "led"), 0, 10, &value));
	/* As far as a long goes here. */
	OK("big", yaml_int(yaml_get(y.root, "big"), 0, LONG_MAX, &value) ==
	    (sizeof(long) > 4));
	OK("bigger", !yaml_int(yaml_get(y.root, "bigger"), 0, LONG_MAX,
	    &value));
	OK("part", !yaml_int(yaml_get(y.root, "part"), 0, 10, &value));
	OK("nothing", !yaml_int(yaml_get(y.root, "none"), 0, 10, &value));
	OK("none there", !yaml_int(NULL, 0, 10, &value));
	OK("null", yaml_is_null(yaml_get(y.root, "none")));
	OK("null", yaml_is_null(yaml_get(y.root, "tilde")));
	OK("null", yaml_is_null(yaml_get(y.root, "null")));
	OK("null", yaml_is_null(yaml_get(y.root, "not there")));
	OK("a word", !yaml_is_null(yaml_get(y.root, "word")));
	SAME_TEXT("block", yaml_get_text(y.root, "block"), "one\n\ntwo\n");
	SAME_TEXT("fold", yaml_get_text(y.root, "fold"), "one two");
	SAME_TEXT("escape", yaml_get_text(y.root, "escape"),
	    "\xc3\xa9\xf0\x9f\x8c\xb1\tA");
	OK("no text", yaml_get_text(y.root, "list") == NULL);
	OK("no map", yaml_get(yaml_get(y.root, "list"), "a") == NULL);
	SAME_TEXT("map", yaml_get_text(yaml_get(yaml_get(y.root, "map"), "x"),
	    "y"), "z");
	n = yaml_get(y.root, "list")->child;
	OK("list", n->plain && !n->next->plain && n->next->next->plain &&
	    n->next->next->next == NULL && n->key == NULL);
	describe(yaml_get(y.root, "list"), found, sizeof(found));
	SAME_TEXT("a list", found, "a list");
	describe(yaml_get(y.root, "map"), found, sizeof(found));
	SAME_TEXT("a map", found, "a map");
	describe(yaml_get(y.root, "none"), found, sizeof(found));
	SAME_TEXT("nothing", found, "nothing");
	describe(yaml_get(y.root, "q"), found, sizeof(found));
	SAME_TEXT("words", found, "\"7\"");
	describe(yaml_new_text(&y, "0123456789012345678901234567890123456"
	    "78\xc3\xa9\xc3\xa9", 43), found, sizeof(found));
	SAME_TEXT("cut between characters", found,
	    "\"012345678901234567890123456789012345678...\"");
	yaml_drop(&y);
	error_clear(&err);
}

static void
writes(void)
{
	static const struct { const char *text, *written; int plain; }
	cases[] = {
		{ "a", "k: \"a\"\n", 0 }, { "a", "k: a\n", 1 },
		{ "7", "k: \"7\"\n", 0 }, { "7", "k: 7\n", 1 },
		{ "", "k: \"\"\n", 0 }, { "", "k: \n", 1 },
		{ "-", "k: \"-\"\n", 1 }, { "-1", "k: -1\n", 1 },
		{ "~", "k: ~\n", 1 }, { "no", "k: \"no\"\n", 0 },
		{ "a b", "k: \"a b\"\n", 1 }, { "10:30", "k: \"10:30\"\n", 1 },
		{ "a\n", "k: |\n  a\n", 0 },
		{ "a\n\nb: c\n", "k: |\n  a\n\n  b: c\n", 0 },
		{ "a\n  b \n", "k: |\n  a\n    b \n", 0 },
		{ "# a\n", "k: |\n  # a\n", 0 },
		{ "\xf0\x9f\x8c\xb1\n", "k: |\n  \xf0\x9f\x8c\xb1\n", 0 },
		{ "a", "k: \"a\"\n", 0 }, { "\n", "k: \"\\n\"\n", 0 },
		{ "a\n\n", "k: \"a\\n\\n\"\n", 0 },
		{ "\na\n", "k: \"\\na\\n\"\n", 0 },
		{ " a\n", "k: \" a\\n\"\n", 0 },
		{ "\ta\n", "k: \"\\ta\\n\"\n", 0 },
		{ "a\n \nb\n", "k: \"a\\n \\nb\\n\"\n", 0 },
		{ "a\r\n", "k: \"a\\r\\n\"\n", 0 },
		{ "a\xc2\x85\n", "k: \"a\\u0085\\n\"\n", 0 },
		{ "a\xe2\x80\xa8\n", "k: \"a\\u2028\\n\"\n", 0 },
		{ "\xef\xbb\xbf" "a\n", "k: \"\\ufeffa\\n\"\n", 0 },
		{ "\001\033\177", "k: \"\\u0001\\u001b\\u007f\"\n", 0 },
		{ "\"\\\b\f", "k: \"\\\"\\\\\\b\\f\"\n", 0 },
		{ "\xef\xbf\xbe", "k: \"\\ufffe\"\n", 0 }
	};
	static const struct { const char *key, *written;
	} keys[] = { { "a_b-c.d", "a_b-c.d: 1\n" }, { "y", "\"y\": 1\n" },
		{ "No", "\"No\": 1\n" }, { "true", "\"true\": 1\n" },
		{ "1", "\"1\": 1\n" }, { "-a", "\"-a\": 1\n" },
		{ "a b", "\"a b\": 1\n" }, { "a:", "\"a:\": 1\n" },
		{ "\xc3\xa9", "\"\xc3\xa9\": 1\n" },
		{ "a\nb", "\"a\\nb\": 1\n" }, { "~", "\"~\": 1\n" },
		{ "#", "\"#\": 1\n" } };
	struct yaml y = { 0 };
	struct buf b = { 0 };
	struct node *n, *list;
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		yaml_clear(&y);
		buf_clear(&b);
		y.root = yaml_new(&y, NODE_MAP);
		n = yaml_add(&y, y.root, "k", yaml_new_text(&y, cases[i].text,
		    strlen(cases[i].text)));
		n->plain = cases[i].plain;
		yaml_write(&b, y.root);
		SAME_TEXT(cases[i].text, buf_string(&b), cases[i].written);
	}
	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		yaml_clear(&y);
		buf_clear(&b);
		y.root = yaml_new(&y, NODE_MAP);
		yaml_add(&y, y.root, keys[i].key, yaml_new_int(&y, 1));
		yaml_write(&b, y.root);
		SAME_TEXT(keys[i].key, buf_string(&b), keys[i].written);
	}
	yaml_clear(&y);
	buf_clear(&b);
	y.root = yaml_new(&y, NODE_MAP);
	list = yaml_add(&y, y.root, "flat", yaml_new(&y, NODE_LIST));
	yaml_add(&y, list, NULL, yaml_new_text(&y, "a, b", 4));
	yaml_add(&y, list, NULL, yaml_new_int(&y, -1));
	yaml_add(&y, y.root, "none", yaml_new(&y, NODE_LIST));
	yaml_add(&y, y.root, "no", yaml_new(&y, NODE_MAP));
	list = yaml_add(&y, y.root, "deep", yaml_new(&y, NODE_LIST));
	yaml_add(&y, list, NULL, yaml_new_text(&y, "x\n", 2));
	n = yaml_add(&y, list, NULL, yaml_new(&y, NODE_MAP));
	yaml_add(&y, n, "k", yaml_new_text(&y, "y\n", 2));
	yaml_write(&b, y.root);
	SAME_TEXT("a tree", buf_string(&b), "flat: [\"a, b\", -1]\nnone: []\n"
	    "\"no\": {}\ndeep:\n  - |\n    x\n  -\n    k: |\n      y\n");
	buf_free(&b);
	yaml_drop(&y);
}

/*
 * Random trees come back as they were written.
 */

static const char *const pieces[] = { "a", " ", "\n", "\t", "\r", ":", ": ",
    "#", " #", "-", "- ", "'", "\"", "\\", "{", "}", "[", "]", ",", "|", ">",
    "%", "@", "`", "&", "*", "!", "?", "---", "...", "no", "~", "0", "1",
    "\xc3\xa9", "\xc2\x85", "\xe2\x80\xa8", "\xef\xbb\xbf", "\xe2\x80\xae",
    "\xf0\x9f\x8c\xb1", "\001", "\177", "\xef\xbf\xbf", "\n\n", "  " };

static void
make_text(struct buf *b, uint64_t *seed, size_t most)
{
	size_t n = unit_random(seed) % (most + 1), i;

	buf_clear(b);
	for (i = 0; i < n; i++)
		buf_str(b, pieces[unit_random(seed) %
		    (sizeof(pieces) / sizeof(pieces[0]))]);
}

static struct node *
make_tree(struct yaml *y, uint64_t *seed, int levels)
{
	struct buf b = { 0 };
	struct node *node;
	size_t n = unit_random(seed) % 4, i;
	uint64_t r = unit_random(seed) % 6;

	if (levels == 0 || r < 4) {
		make_text(&b, seed, r == 0 ? 30 : 5);
		node = yaml_new_text(y, buf_string(&b), b.length);
		buf_free(&b);
		return node;
	}
	node = yaml_new(y, r == 4 ? NODE_LIST : NODE_MAP);
	for (i = 0; i < n; i++) {
		make_text(&b, seed, 4);
		buf_printf(&b, "%zu", i);	/* no two the same */
		yaml_add(y, node, r == 4 ? NULL : buf_string(&b),
		    make_tree(y, seed, levels - 1));
	}
	buf_free(&b);
	return node;
}

static void
round_trip(const struct node *root, const char *about)
{
	struct yaml back = { 0 };
	struct error err = { 0 };
	struct buf b = { 0 }, again = { 0 };

	yaml_write(&b, root);
	OK("as libyaml reads it", alike(b.data, b.length) != -1);
	if (yaml_read(&back, buf_string(&b), b.length, "f", &err) == -1) {
		SAME_TEXT(about, error_message(&err), buf_string(&b));
		error_clear(&err);
	} else {
		if (!yaml_equal(root, back.root))
			SAME_TEXT(about, "another tree", buf_string(&b));
		unit_looked++;
		yaml_write(&again, back.root);
		SAME_TEXT("written twice", buf_string(&again), buf_string(&b));
	}
	buf_free(&b);
	buf_free(&again);
	yaml_drop(&back);
}

static void
trees(int rounds)
{
	struct yaml y = { 0 }, copy = { 0 };
	uint64_t seed = 20261122;
	struct buf key = { 0 };
	int i;

	for (i = 0; i < rounds; i++) {
		yaml_clear(&y);
		yaml_clear(&copy);
		y.root = make_tree(&y, &seed, 5);
		round_trip(y.root, "a tree");
		copy.root = yaml_copy(&copy, y.root);
		OK("a copy", yaml_equal(y.root, copy.root));
	}
	/* The longest keys, of characters that take the most room. */
	for (i = 0; i < 128; i++) {
		buf_char(&key, '\001');
		yaml_clear(&y);
		y.root = yaml_new(&y, NODE_MAP);
		yaml_add(&y, y.root, buf_string(&key), yaml_new_int(&y, 1));
		round_trip(y.root, "a key of escapes");
	}
	buf_free(&key);
	yaml_drop(&y);
	yaml_drop(&copy);
}

/*
 * What yaml_own.c takes is what libyaml takes, and what it leaves is no more
 * than that.
 */
static void
own(int rounds)
{
	static const struct { const char *s; int takes;
	} cases[] = { { "a: b\n", 1 }, { "a: \"b\"\n", 1 }, { "a: -5\n", 1 },
		{ "# c\n\na: b # c\n", 0 }, { "# \tc\n\na: b\n# c\n\n", 1 },
		{ "a: \"\"\nb: \"\\\"\\\\\\b\\f\\n\\r\\t\\u00e9\\u2028\"\n",
		    1 },
		{ "a: \"\\x41\"\n", 0 }, { "a: \"b\n  c\"\n", 0 },
		{ "a: [b, \"c, d\", 7]\nb: []\nc: {}\n", 1 },
		{ "a: {b: c, d: \"e, f\", g: -7}\nh: {}\n", 1 },
		{ "a: {b: c, b: d}\n", 0 }, { "a: {b: c,d: e}\n", 0 },
		{ "a: {b:c}\n", 0 }, { "a: {b: }\n", 0 }, { "a: {b}\n", 0 },
		{ "a: {\"b\": c}\n", 0 }, { "a: {b: [c]}\n", 0 },
		{ "a: {b: c}, d\n", 0 }, { "- {a: b}\n", 0 },
		{ "a:\n  - {b: c}\n  - [d]\n", 1 }, { "a: [b}\n", 0 },
		{ "a: [b,c]\n", 0 }, { "a: [[b]]\n", 0 },
		{ "a: |\n  b\n\n    c \n\td: e\n", 0 },
		{ "a: |\n  b\n\n    c \n  # d\n\n# e\nf: g\n", 1 },
		{ "a: |\n\n  b\n", 0 }, { "a: |-\n  b\n", 0 },
		{ "a: |\n  b\n \n  c\n", 0 }, { "a: |\nb: c\n", 0 },
		{ "a:\n  b: c\n  d:\n    e: f\ng: h\n", 1 },
		{ "a:\n  - b\n  - c: d\n    e: f\n  - |\n    g\n", 1 },
		{ "a:\n- b\n", 0 }, { "a:\n  b: c\n d: e\n", 0 },
		{ "a:\nb: c\n", 0 }, { "a: ~\n", 0 }, { "a: b c\n", 0 },
		{ "a: b\n\n \n", 0 }, { "a: b", 0 }, { "a: b\r\n", 0 },
		{ "---\na: b\n", 0 },
		{ "\xef\xbb\xbf"
		  "a: b\n",
		    0 },
		{ "{\"a\": 1}\n", 0 }, { " a: b\n", 0 }, { "- a\n", 0 },
		{ "a: \"\xf0\x9f\x8c\xb1\"\nb: |\n  \xc3\xa9\n", 1 } };
	static const char good[] =
	    "# of two\n\nkind: checkin\nat: "
	    "\"2026-11-22T21:04:31+01:00\"\nby: \"alex\"\nmood: 7\n"
	    "tags: [sea, \"a, b\", 3]\nwords: {a: 2, b_c: \"d\"}\nnote: |\n  "
	    "one\n\n   two \xc3\xa9\n"
	    "list:\n  - a: \"b\\u00e9\"\n    c: -1\n  - word\n  - |\n"
	    "    deep\n  - []\nmap:\n  x: {}\n  y: \"\\\"\\\\\"\n";
	struct buf b = { 0 };
	uint64_t seed = 20261124;
	size_t i, at, cut;
	int round, r, taken = 0;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		SAME(cases[i].s, alike(cases[i].s, strlen(cases[i].s)),
		    cases[i].takes);
	SAME("good", alike(good, sizeof(good) - 1), 1);
	for (round = 0; round < rounds; round++) {
		at = unit_random(&seed) % (sizeof(good) - 1);
		cut = at + unit_random(&seed) % 3;
		buf_clear(&b);
		buf_put(&b, good, at);
		if (round % 4 != 0)
			buf_str(&b, pieces[unit_random(&seed) %
			    (sizeof(pieces) / sizeof(pieces[0]))]);
		if (cut < sizeof(good) - 1)
			buf_put(&b, good + cut, sizeof(good) - 1 - cut);
		if ((r = alike(buf_string(&b), b.length)) == -1)
			SAME_TEXT("as libyaml reads it", b.data, "");
		unit_looked++;
		taken += r;
	}
	OK("some of them are taken", taken > rounds / 20);
	OK("some are not", taken < rounds);
	buf_free(&b);
}

static void
streams(void)
{
	static const struct { const char *s; int records; const char *says; }
	cases[] = {
		{ "a: 1\n", 1, "" }, { "---\na: 1\n...\n---\na: 2\n", 2, "" },
		{ "# x\n", 0, "" }, { "", 0, "" }, { "\n \n", 0, "" },
		{ "{\"a\":1}\n{\"a\":2}", 2, "" },
		{ "\xef\xbb\xbf{\"a\":1}\r\n\r\n {\"a\":2}\r\n", 2, "" },
		{ "\xef\xbb\xbf" "a: 1\r\nb: 2\r\n", 1, "" },
		{ "{\"a\":\"\\ud83c\\udf31\"}", 1, "" },
		{ "{\"a\":1}\n{\"a\":2", 1, "f:2:7: " },
		{ "{\"a\":1}\n  {\"a\":&b 2}\n", 1, "f:2:8: anchors" },
		{ "{\"\\ud83c\\udf31\":1,\"a\":*b}", 0, "f:1:23: aliases" },
		{ "{\"a\":\"\\ud83c\"}", 0, "f:1:" },
		{ "{\"a\":1}{\"a\":1}\n", 0, "f:1:8: " },
		{ "{\"a\":\"\x7f\xc2\x9b\xc2\x85\xe2\x80\xa8\"}", 1, "" },
		{ "a: 1\n---\nb: [\n", 1, "f:" },
		{ "a: 1\n---\n\tb: 1\n", 1, "f:3:1: " },
		{ "a: 1\n---\na: 1\na: 2\n", 1, "f:4:1: a: this key" }
	};
	struct yaml_stream *s;
	struct yaml y = { 0 };
	struct error err = { 0 };
	size_t i;
	int n, r;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		s = yaml_read_open(cases[i].s, strlen(cases[i].s), "f");
		for (n = 0; (r = yaml_read_next(s, &y, &err)) == 1; n++)
			OK(cases[i].s, y.root != NULL);
		SAME(cases[i].s, n, cases[i].records);
		SAME(cases[i].s, r, *cases[i].says == '\0' ? 0 : -1);
		if (strncmp(error_message(&err), cases[i].says,
		    strlen(cases[i].says)) != 0)
			SAME_TEXT(cases[i].s, error_message(&err),
			    cases[i].says);
		error_clear(&err);
		yaml_read_close(s);
	}
	s = yaml_read_open("{\"a\":\"\xc2\x85\xe2\x80\xa9 \\ud83c\\udf31\"}",
	    26, "f");
	SAME("as it is", yaml_read_next(s, &y, &err), 1);
	SAME_TEXT("as it is", yaml_get_text(y.root, "a"),
	    "\xc2\x85\xe2\x80\xa9 \xf0\x9f\x8c\xb1");
	yaml_read_close(s);
	yaml_read_close(NULL);
	yaml_drop(&y);
}

int
main(int argc, char **argv)
{
	(void)argv;
	refusals();
	values();
	writes();
	trees(argc > 1 ? 200 : 20000);
	own(20000);
	streams();
	return unit_end();
}
