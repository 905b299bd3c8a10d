/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/fold.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/sentence.h"
#include "base/text.h"
#include "base/timewords.h"
#include "base/unsaved.h"
#include "couple/asked.h"
#include "couple/scale.h"
#include "entry/draft.h"
#include "entry/editor.h"
#include "entry/entry.h"
#include "format/field.h"
#include "format/yaml.h"
#include "plan/own_scale.h"
#include "term/options.h"
#include "term/screen.h"

#define MOST_WORD	64	/* bytes of a tag or a feeling word */

/* Nothing said; the memory stays. */
static void
reset(struct draft *d)
{
	size_t i;

	for (i = 0; i < SCALES_MOST; i++)
		d->ratings[i] = -1;
	yaml_clear(&d->yaml);
	d->tags = yaml_new(&d->yaml, NODE_LIST);
	d->feel = yaml_new(&d->yaml, NODE_LIST);
	d->pace = NULL;
	buf_clear(&d->today);
	buf_clear(&d->note);
}

void
draft_open(struct draft *d, const struct couple *c)
{
	memset(d, 0, sizeof(*d));
	d->couple = c;
	d->kind = "checkin";
	reset(d);
}

void
draft_free(struct draft *d)
{
	unsaved_close(&d->today);
	unsaved_close(&d->note);
	yaml_drop(&d->yaml);
	buf_free(&d->today);
	buf_free(&d->note);
}

int
draft_is_empty(const struct draft *d)
{
	size_t i;

	for (i = 0; i < d->couple->scales.count; i++)
		if (d->ratings[i] != -1)
			return 0;
	return !d->beside && d->name == NULL && d->tags->child == NULL &&
	    d->feel->child == NULL && d->pace == NULL &&
	    buf_is_blank(buf_string(&d->today), d->today.length) &&
	    buf_is_blank(buf_string(&d->note), d->note.length);
}

/*
 * Return what may be meant by a word that is no rating: a time, or what has an
 * option of its own; or NULL. The caller frees.
 */
static char *
meant(const char *word)
{
	struct error ignored = { 0 };
	char *takes = options_meant("at");
	struct when at;
	int is_time = takes != NULL && timewords_understand(word, FOLD_ASK,
	    clock_now(), &at, &ignored) == 0;

	free(takes);
	error_clear(&ignored);
	return is_time ? need_printf("--at '%s'", word) : options_meant(word);
}

int
draft_rating(struct draft *d, const char *s, struct error *err)
{
	const struct couple *c = d->couple;
	struct buf names = { 0 };
	size_t i, n = strcspn(s, "=");
	char *way;

	for (i = 0; i < c->scales.count; i++)
		if (strlen(c->scales.at[i].name) == n &&
		    strncmp(c->scales.at[i].name, s, n) == 0)
			break;
	if (s[n] == '=' && i < c->scales.count) {
		if (d->ratings[i] != -1)
			return error_set(err, STATUS_USAGE, "%s: given twice: "
			    "keep one", c->scales.at[i].name);
		return scale_rating(&c->scales.at[i], s + n + 1,
		    &d->ratings[i], err);
	}
	if (s[n] != '=' && (way = meant(s)) != NULL) {
		error_set(err, STATUS_USAGE, "%s: did you mean %s?", s, way);
		free(way);
		return -1;
	}
	for (i = 0; i < c->scales.count; i++)
		buf_printf(&names, "%s%s", i > 0 ? ", " : "",
		    c->scales.at[i].name);
	error_set(err, STATUS_USAGE, s[n] == '=' ? "%s: not a scale you use: "
	    "couple.yaml has %s" : "%s: expected a scale and a number, like "
	    "mood=7; your scales are %s. Words go with -m, -e or -", s,
	    buf_string(&names));
	buf_free(&names);
	return -1;
}

/* Add a word to a list unless it is there. 0, or -1 with err. */
static int
add_word(struct draft *d, struct node *list, const char *what, const char *s,
    size_t n, struct error *err)
{
	const struct node *other;

	s = buf_trimmed(s, &n);
	if (n == 0)
		return error_set(err, STATUS_USAGE, "%s: expected a word, "
		    "found nothing", what);
	if (n > MOST_WORD)
		return error_set(err, STATUS_USAGE, "%s: expected at most %d "
		    "bytes: longer words go into -m", what, MOST_WORD);
	if (!text_valid(s, n, NULL) || memchr(s, '\n', n) != NULL)
		return error_set(err, STATUS_USAGE, "%s: expected one line of "
		    "UTF-8", what);
	for (other = list->child; other != NULL; other = other->next)
		if (other->length == n && memcmp(other->text, s, n) == 0)
			return 0;
	yaml_add(&d->yaml, list, NULL, yaml_new_text(&d->yaml, s, n));
	return 0;
}

int
draft_words(struct draft *d, struct node *list, const char *what,
    const char *s, struct error *err)
{
	int several = strchr(s, ',') != NULL;
	size_t n;

	do {
		n = strcspn(s, ",");
		if (!(several && buf_is_blank(s, n)) &&
		    add_word(d, list, what, s, n, err) == -1)
			return -1;
		s += n + (s[n] == ',');
	} while (*s != '\0');
	return 0;
}

int
draft_pace(struct draft *d, const char *s, struct error *err)
{
	size_t i;

	for (i = 0; field_pace(i) != NULL; i++)
		if (fold_same(field_pace(i), s)) {
			d->pace = field_pace(i);
			return 0;
		}
	return error_set(err, STATUS_USAGE, "pace: expected slower, same or "
	    "curious, found \"%s\"", s);
}

/*
 * A page for an editor: fields as in a letter's head, an empty line, words.
 */

static void
page_list(struct buf *b, const char *name, const struct node *list)
{
	const struct node *n;

	buf_printf(b, "%s: ", name);
	for (n = list->child; n != NULL; n = n->next)
		buf_printf(b, "%s%s", n->text, n->next == NULL ? "" : ", ");
	buf_char(b, '\n');
}

#define HEAD	SENTENCE(DRAFT_PAGE " Your words go last, after an empty " \
	"line.\n# Closed without a change, nothing is added.\n#\n")

const char *
draft_page_in(const char *text)
{
	const char *at = strstr(text, DRAFT_PAGE), *head = message(HEAD);
	char *line;

	if (at != NULL)
		return at;
	line = need_part(head, strcspn(head, "\n"));
	at = *line == '\0' ? NULL : strstr(text, line);
	free(line);
	return at;
}

void
draft_page(struct draft *d, struct buf *b)
{
	const struct couple *c = d->couple;
	const struct scale *s;
	struct buf line = { 0 };
	unsigned int apart = own_scales_clash(c, NULL);
	size_t i;

	buf_str(b, message(HEAD));
	for (i = 0; i < c->scales.count; i++) {
		if (apart & 1u << i)
			continue;
		s = &c->scales.at[i];
		buf_clear(&line);
		if (!asked_before(c, s))
			buf_printf(&line, "%s ", message(ASKED_NEW));
		sentence_add(&line, "%s 0 %s to 10 %s",
		    scale_said(s->ask), scale_said(s->low),
		    scale_said(s->high));
		d->asked |= 1u << i;
		/* Whoever wrote it, it is one line, and only a question. */
		buf_printf(b, "# %-10s ", s->name);
		screen_safe(b, buf_string(&line), line.length, 0);
		buf_char(b, '\n');
	}
	buf_free(&line);
	buf_str(b, message("# feel, tags words with commas between them\n"
	    "# pace       slower, same or curious\n"
	    "# today      what suits you today, and what does not\n"));
	for (i = 0; i < c->scales.count; i++) {
		if (apart & 1u << i)
			continue;
		buf_printf(b, "%s: ", c->scales.at[i].name);
		if (d->ratings[i] != -1)
			buf_printf(b, "%ld", d->ratings[i]);
		buf_char(b, '\n');
	}
	page_list(b, "feel", d->feel);
	page_list(b, "tags", d->tags);
	buf_printf(b, "pace: %s\ntoday: ", d->pace == NULL ? "" : d->pace);
	for (i = 0; i < d->today.length; i++)
		buf_put(b, d->today.data[i] == '\n' ? " " :
		    d->today.data + i, 1);
	buf_str(b, "\n\n\n");
}

static int
page_field(struct draft *d, char *line, struct error *err)
{
	char *value = strchr(line, ':'), *rating;
	size_t n;
	int r;

	if (value == NULL)
		return error_set(err, STATUS_DATA, "expected a field like "
		    "'mood: 7'; words go after an empty line");
	*value++ = '\0';
	n = strlen(value);
	value += buf_trimmed(value, &n) - value;
	value[n] = '\0';
	if (*value == '\0')
		return 0;
	if (strcmp(line, "feel") == 0 || strcmp(line, "tags") == 0)
		return draft_words(d, *line == 'f' ? d->feel : d->tags, line,
		    value, err);
	if (strcmp(line, "pace") == 0)
		return draft_pace(d, value, err);
	if (strcmp(line, "today") == 0) {
		if (d->today.length > 0)
			return error_set(err, STATUS_DATA, "today: given "
			    "twice: keep one");
		buf_str(&d->today, value);
		return 0;
	}
	rating = need_printf("%s=%s", line, value);
	r = draft_rating(d, rating, err);
	free(rating);
	return r;
}

/* Keep the words after the fields, without blank lines around them. */
static int
page_note(struct draft *d, const char *p, const char *end)
{
	const char *words;
	size_t n;

	n = (size_t)(end - p);
	words = buf_trimmed(p, &n);
	if (n == 0)
		return 0;
	/* A first line keeps the blanks that it begins with. */
	while (words > p && words[-1] != '\n')
		words--, n++;
	buf_clear(&d->note);
	buf_put(&d->note, words, n);
	buf_char(&d->note, '\n');
	return 0;
}

/* One line of the head. 0, or -1 with err. */
static int
page_line(struct draft *d, const char *began, const char *p, size_t n,
    const char *name, size_t number, struct error *err)
{
	struct error inner = { 0 };
	char *line;
	int r;

	line = need_part(p, n);
	r = *line == '#' && editor_has_line(began, p, n) ? 0 :
	    page_field(d, line, &inner);
	free(line);
	if (r == -1) {
		error_set(err, STATUS_DATA, "%s:%zu:1: %s", name, number,
		    error_message(&inner));
		error_clear(&inner);
	}
	return r;
}

int
draft_read_page(struct draft *d, const char *began, const char *data,
    size_t n, const char *name, struct error *err)
{
	const char *p = data, *end = data + n, *newline;
	size_t where, number = 1;

	if (!text_valid(data, n, &where))
		return error_set(err, STATUS_DATA, "%s: expected UTF-8 without "
		    "NUL, found something else at byte %zu", name, where);
	reset(d);
	for (; p < end && *p != '\n' && (*p != '\r' || end - p < 2 ||
	    p[1] != '\n'); p = newline + 1, number++) {
		newline = memchr(p, '\n', (size_t)(end - p));
		if (newline == NULL)
			newline = end;
		if (page_line(d, began, p, (size_t)(newline - p), name,
		    number, err) == -1)
			return -1;
		if (newline == end)
			return 0;
	}
	return p < end ? page_note(d, p, end) : 0;
}

/*
 * Finishing.
 */

static void
add_list(struct yaml *y, const char *key, const struct node *list)
{
	if (list->child != NULL)
		yaml_put_node(y, key, yaml_copy(y, list));
}

static void
add_text(struct yaml *y, const char *key, const struct buf *b)
{
	if (b->length > 0)
		yaml_put(y, key, buf_string(b));
}

/* A rating for one that is by now a scale of one's own, too. 0, or -1. */
static int
check_apart(const struct draft *d, struct error *err)
{
	unsigned int rated = 0;
	size_t i;

	for (i = 0; i < d->couple->scales.count; i++)
		if (d->ratings[i] != -1)
			rated |= 1u << i;
	return own_scales_apart(d->couple, rated, err);
}

int
draft_finish(const struct draft *d, struct entry *e, struct error *err)
{
	struct yaml *y = &e->yaml;
	size_t i;

	if (check_apart(d, err) == -1)
		return -1;
	if (draft_is_empty(d))
		return error_set(err, STATUS_USAGE, "there is nothing to keep "
		    "yet: it takes a number like mood=7, or words with -m, -e "
		    "or -");
	entry_begin(e);
	for (i = 0; i < d->couple->scales.count; i++)
		if (d->ratings[i] != -1)
			yaml_put_node(y, d->couple->scales.at[i].name,
			    yaml_new_int(y, d->ratings[i]));
	yaml_put(y, "name", d->name);
	yaml_put(y, "prompt", d->prompt);
	if (d->minutes > 0)
		yaml_put_node(y, "minutes", yaml_new_int(y, d->minutes));
	add_list(y, "tags", d->tags);
	add_list(y, "feel", d->feel);
	yaml_put(y, "pace", d->pace);
	add_text(y, "today", &d->today);
	add_text(y, "note", &d->note);
	return 0;
}
