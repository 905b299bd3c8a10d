/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * A page of drawn words, read by a small parser of tags: those that are opened
 * are closed in their order, none but ours is there, nothing is loaded or run,
 * and all words come back as text, where they were put.
 */

#include "format/html.h"
#include "term/screen.h"
#include "vt.h"

#define WORDS	3
#define DEEP	8

static const char *const elements[] = { "html", "head", "title", "style",
    "body", "main", "h1", "p", "li", NULL };
static const char *const alone[] = { "!DOCTYPE", "meta", "br", NULL };

/* The text of an entity; `p` goes behind it. */
static char
entity(const char **p)
{
	static const struct { const char *name; char is; } names[] = {
		{ "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' },
		{ "&quot;", '"' }, { "&#39;", '\'' }
	};
	size_t i;

	for (i = 0; i < nitems(names); i++)
		if (strncmp(*p, names[i].name, strlen(names[i].name)) == 0) {
			*p += strlen(names[i].name);
			return names[i].is;
		}
	HOLDS(!"an entity that is ours");
	return 0;
}

/* Read a tag at `p`, up to behind its ">", into `name`. */
static const char *
tag(const char *p, char name[16])
{
	size_t n = strcspn(++p, " >\n");
	int quoted = 0;

	HOLDS(n > 0 && n < 16);
	memcpy(name, p, n);
	name[n] = '\0';
	for (p += n; *p != '>' || quoted; p++) {
		HOLDS(*p != '\0' && *p != '<');
		quoted ^= *p == '"';
	}
	return p + 1;
}

/*
 * Read a whole page. The words of each title, h1, p and li are compared with
 * what `want` has next.
 */
static void
read_page(const struct buf *page, struct buf *want)
{
	const char *p = buf_string(page);
	char name[16], open[DEEP][16];
	size_t depth = 0, next = 0;
	struct buf text = { 0 };

	while (*p != '\0') {
		if (depth > 0 && strcmp(open[depth - 1], "style") == 0 &&
		    strncmp(p, "</style>", 8) != 0) {
			p++;
			continue;
		}
		if (*p == '&') {
			buf_char(&text, entity(&p));
			continue;
		}
		if (*p != '<') {
			HOLDS_OF(page, *p != '>' && *p != '"');
			buf_char(&text, *p++);
			continue;
		}
		p = tag(p, name);
		if (strcmp(name, "br") == 0) {
			buf_char(&text, '\n');
			HOLDS_OF(page, *p == '\n');
			p++;
		} else if (text_index(alone, name) != -1) {
			HOLDS_OF(page, depth <= 2);
		} else if (*name != '/') {
			HOLDS_OF(page, text_index(elements, name) != -1 &&
			    depth < DEEP);
			strlcpy(open[depth++], name, sizeof(open[0]));
			buf_clear(&text);
		} else {
			HOLDS_OF(page, depth > 0 &&
			    strcmp(open[--depth], name + 1) == 0);
			if (depth >= 2 && strcmp(name, "/style") != 0 &&
			    strcmp(name, "/main") != 0) {
				HOLDS_OF(page, next < WORDS + 1);
				HOLDS_OF(&text, buf_same(&text, &want[next]));
				next++;
			}
			buf_clear(&text);
		}
	}
	HOLDS_OF(page, depth == 0 && next == WORDS + 1);
	buf_free(&text);
}

/* What is to be seen: what a terminal of vt.h takes, and no more is changed. */
static void
expect(struct buf *b, const char *s)
{
	screen_safe(b, s, strlen(s), 1);
	vt_takes(b, 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const char *const names[WORDS] = { "h1", "p", "li" };
	struct draw in = { data, n };
	struct buf page = { 0 }, want[WORDS + 1] = { { 0 } };
	char *words;
	size_t i;

	words = draw_text(&in);
	expect(&want[0], words);
	html_open(&page, words, NULL);
	free(words);
	for (i = 0; i < WORDS; i++) {
		words = draw_text(&in);
		expect(&want[i + 1], words);
		html_element(&page, names[i], words);
		free(words);
	}
	html_close(&page);
	vt_takes(&page, 0);
	read_page(&page, want);
	for (i = 0; i < WORDS + 1; i++)
		buf_free(&want[i]);
	buf_free(&page);
	return 0;
}
