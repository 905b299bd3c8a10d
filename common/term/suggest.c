/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/command.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "term/suggest.h"

#define MOST_TYPED	64	/* bytes of a word that is looked at so */

/* What people type where a tool, a verb or an option has another name. */
static const struct { const char *typed, *meant; } others[] = {
	{ "always", "all" }, { "everything", "all" }, { "ever", "all" },
	{ "begin", "init" }, { "create", "init" }, { "new", "init" },
	{ "register", "init" }, { "setup", "init" }, { "start", "init" },
	{ "demo", "tour" }, { "ayuda", "help" }, { "version", "--version" },
	{ "diary", "checkin" }, { "journal", "checkin" }, { "log", "checkin" },
	{ "find", "recall" }, { "search", "recall" }, { "read", "recall" },
	{ "delete", "forget" }, { "remove", "forget" },
	{ "cancel", "drop" }, { "delete", "drop" }, { "remove", "drop" },
	{ "question", "prompt" }, { "breathe", "ritual" },
	{ "doctor", "care" }, { "limit", "boundary" },
	{ "limits", "boundary" }, { "unpause", "resume" },
	{ "continue", "resume" }, { "from", "since" }, { "till", "until" },
	{ "to", "until" }, { "find", "match" }, { "search", "match" },
	{ "last", "newest" }, { "latest", "newest" }, { "date", "at" },
	{ "time", "at" }, { "when", "at" }, { "graph", "chart" },
	{ "picture", "chart" }, { "plot", "chart" }, { "html", "output" },
	{ "svg", "output" }, { "text", "message" }, { "words", "message" },
	{ "name", "as" }, { "user", "as" }, { "json", "format" }
};

/* Capitals are how somebody types. */
static int
is_same(char a, char b)
{
	return tolower((unsigned char)a) == tolower((unsigned char)b);
}

/*
 * How many letters are wrong, missing, too many, or two that changed places:
 * optimal string alignment, of words of at most MOST_TYPED bytes.
 */
static size_t
distance(const char *a, const char *b)
{
	size_t rows[3][MOST_TYPED + 1], *before = rows[0], *last = rows[1];
	size_t *row = rows[2], *swap, i, j, n = strlen(b);

	for (j = 0; j <= n; j++)
		last[j] = j;
	for (i = 1; a[i - 1] != '\0'; i++) {
		row[0] = i;
		for (j = 1; j <= n; j++) {
			row[j] = last[j - 1] + !is_same(a[i - 1], b[j - 1]);
			if (last[j] + 1 < row[j])
				row[j] = last[j] + 1;
			if (row[j - 1] + 1 < row[j])
				row[j] = row[j - 1] + 1;
			if (i > 1 && j > 1 && is_same(a[i - 1], b[j - 2]) &&
			    is_same(a[i - 2], b[j - 1]) &&
			    before[j - 2] + 1 < row[j])
				row[j] = before[j - 2] + 1;
		}
		swap = before;
		before = last;
		last = row;
		row = swap;
	}
	return last[n];
}

/* Return the name, of those that `nth` gives, that `word` is another for. */
static const char *
by_another(const char *word, const char *(*nth)(const void *, size_t),
    const void *of)
{
	const char *name;
	size_t i, n;

	for (i = 0; i < nitems(others); i++) {
		if (strcasecmp(word, others[i].typed) != 0)
			continue;
		for (n = 0; (name = nth(of, n)) != NULL; n++)
			if (strcmp(name, others[i].meant) == 0)
				return name;
	}
	return NULL;
}

const char *
suggest_nearest(const char *word, const char *(*nth)(const void *, size_t),
    const void *of)
{
	const char *name, *near, *begins = NULL;
	char bare[TEXT_BARE];
	size_t length, least, d, i;
	int beginnings = 0;

	/* So are the signs around a word. */
	text_bare(word, bare);
	word = bare;
	length = strlen(word);
	if ((near = by_another(word, nth, of)) != NULL)
		return near;

	/* Of three letters one may be wrong, of six two, of nine three. */
	least = length < 9 ? length / 3 + 1 : 4;
	if (length < 3 || length > MOST_TYPED)
		return NULL;
	for (i = 0; (name = nth(of, i)) != NULL; i++) {
		if (strncasecmp(name, word, length) == 0) {
			begins = name;
			beginnings++;
		}
		if (strlen(name) > MOST_TYPED ||
		    (d = distance(word, name)) >= least)
			continue;
		least = d;
		near = name;
	}
	return near != NULL ? near : beginnings == 1 ? begins : NULL;
}

static const char *
nth_name(const void *of, size_t n)
{
	const char *const *names = of;

	return names[n];
}

const char *
suggest_nearest_of(const char *word, const char *const *names)
{
	return suggest_nearest(word, nth_name, names);
}

int
suggest_unknown(struct error *err, enum status status, const char *word,
    const char *what, const char *lists,
    const char *(*nth)(const void *, size_t), const void *of)
{
	const char *near = suggest_nearest(word, nth, of);
	char *typed, *way;

	if (near != NULL)
		way = need_printf(message("did you mean %s?"), near);
	else {
		typed = command_typed(lists);
		way = need_printf(message("'%s' lists them"), typed);
		free(typed);
	}
	error_set(err, status, "%s: %s: %s", word, message(what), way);
	free(way);
	return -1;
}
