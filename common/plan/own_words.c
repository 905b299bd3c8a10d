/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/command.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "couple/couple.h"
#include "format/yaml_read.h"
#include "plan/own_words.h"
#include "store/layout.h"
#include "store/store_read.h"

#define SETTINGS	"settings.yaml"
#define BYTES		((size_t)64 * 1024)
#define LONGEST		64	/* bytes of a word of one's own */

/* Say what is expected at `n`; what stands there is nobody's to read. */
static int
wrong(const struct node *n, const char *expected, struct error *err)
{
	char *typed = command_in(message(expected));

	error_set(err, STATUS_DATA, LAYOUT_OWN "/" SETTINGS ":%u:%u: %s",
	    n->line, n->column, typed);
	free(typed);
	return -1;
}

/* Read the file: 1, 0 where there is none, or -1 with err. */
static int
read_file(const struct couple *c, struct yaml *y, struct error *err)
{
	struct error why = { 0 };
	struct buf b = { 0 };
	int r;

	if (c->mine.fd == -1)
		return 0;
	r = store_read_in(&c->mine, LAYOUT_OWN, SETTINGS, BYTES, &b, err);
	if (r == -1 && err->absent) {
		error_clear(err);
		return 0;
	}
	/* What a parser says may repeat what it read. */
	if (r == 0 && yaml_read(y, buf_string(&b), b.length, SETTINGS,
	    &why) == -1)
		r = error_set(err, STATUS_DATA, LAYOUT_OWN "/" SETTINGS ": this "
		    "is not YAML as these tools read it; 'unhurried check' says "
		    "in which line");
	error_clear(&why);
	buf_free(&b);
	return r == -1 ? -1 : 1;
}

/*
 * Words for the body.
 */

static int
check_words(const struct own_words *w, struct error *err)
{
	const struct node *n;

	if (w->words->type != NODE_MAP)
		return wrong(w->words,
		    SENTENCE("expected words by the place they are for"), err);
	for (n = yaml_first(w->words); n != NULL; n = n->next) {
		if (deck_find(&w->places, n->key) == NULL)
			return wrong(n, SENTENCE("expected a place of "
			    "share/words/en/body.yaml, such as belly"), err);
		if (n->type != NODE_TEXT || n->length == 0 ||
		    n->length > LONGEST || strchr(n->text, '\n') != NULL)
			return wrong(n, SENTENCE("expected a word or two of "
			    "your own"), err);
	}
	return 0;
}

int
own_words_read(const struct couple *c, struct own_words *w, struct error *err)
{
	int r;

	memset(w, 0, sizeof(*w));
	if ((r = read_file(c, &w->yaml, err)) != 1)
		return r;
	w->words = yaml_get(w->yaml.root, "words");
	if (w->words == NULL || yaml_is_null(w->words)) {
		own_words_free(w);
		return 0;
	}
	if (deck_open(&w->places, "words", "body", err) == -1 ||
	    check_words(w, err) == -1) {
		own_words_free(w);
		return -1;
	}
	return 0;
}

void
own_words_free(struct own_words *w)
{
	yaml_drop(&w->yaml);
	deck_free(&w->places);
	memset(w, 0, sizeof(*w));
}

static int
is_letter(char c)
{
	return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* The length of `place` where `at` begins with it as a word of its own, or 0. */
static size_t
length_at(const char *at, const char *place)
{
	size_t n = strlen(place);

	return n > 0 && strncasecmp(at, place, n) == 0 && !is_letter(at[n]) ?
	    n : 0;
}

/* The longest place that `at` begins with; its length, and one's own word. */
static size_t
match(const struct own_words *w, const char *at, const char **own)
{
	const struct node *n;
	const char *text;
	size_t length, longest = 0;

	for (n = yaml_first(w->words); n != NULL; n = n->next) {
		text = yaml_get_text(deck_find(&w->places, n->key), "text");
		if (text == NULL || (length = length_at(at, text)) <= longest)
			continue;
		longest = length;
		*own = n->text;
	}
	return longest;
}

char *
own_words_say(const struct own_words *w, const char *text)
{
	const char *p, *own = NULL;
	struct buf b = { 0 };
	char *said, before = ' ';
	size_t n;

	if (w == NULL || w->words == NULL)
		return need_string(text);
	for (p = text; *p != '\0'; before = p[-1]) {
		n = is_letter(before) ? 0 : match(w, p, &own);
		if (n == 0)
			buf_char(&b, *p++);
		else {
			/* A sentence begins with a capital. */
			buf_char(&b, isupper((unsigned char)*p) ?
			    (char)toupper((unsigned char)*own) : *own);
			buf_str(&b, own + 1);
			p += n;
		}
	}
	said = need_string(buf_string(&b));
	buf_free(&b);
	return said;
}

int
own_words_go_in(const struct own_words *w, const char *reading)
{
	return w != NULL && w->words != NULL &&
	    yaml_lists(w->places.yaml.root, "readings", reading);
}

/*
 * Themes.
 */

int
own_themes_read(const struct couple *c, const char *const *all, unsigned *more,
    unsigned *less, struct error *err)
{
	const struct node *list, *n;
	struct yaml y = { 0 };
	int r, theme;

	*more = *less = 0;
	if ((r = read_file(c, &y, err)) != 1)
		return r;
	list = yaml_get(y.root, "themes");
	r = 0;
	if (list != NULL && !yaml_is_null(list) && list->type != NODE_LIST)
		r = wrong(list, SENTENCE("expected a list such as [+touch, "
		    "-fears]"), err);
	for (n = yaml_first(list); n != NULL && r == 0; n = n->next) {
		theme = n->type != NODE_TEXT || (*n->text != '+' &&
		    *n->text != '-') ? -1 : text_index(all, n->text + 1);
		if (theme == -1)
			r = wrong(n, SENTENCE("expected + or - and a theme, as "
			    "'prompt themes' lists them"), err);
		else
			*(*n->text == '+' ? more : less) |= 1U << theme;
	}
	yaml_drop(&y);
	return r;
}
