/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORMAT_HTML_H
#define FORMAT_HTML_H

#include <stddef.h>

struct buf;

/* Every page has this in its head. */
#define HTML_MARK \
	"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"

/*
 * Pages to read and to print: light or dark, A4 or Letter, as whoever reads has
 * it. This is the one place for how they look. They load nothing, run
 * nothing and name no other place, and a browser is told to hold them to that.
 * Words of people become text and nothing else.
 */

/*
 * Begin a page in the reader's language. The title is our own words. style
 * holds more rules for the one <style> there is, or NULL; like every tag it is
 * our own and never made of words.
 */
void	 html_open(struct buf *b, const char *title, const char *style);
void	 html_close(struct buf *b);
/* Add the tag of the reader's language, such as "en" or "pt-BR". */
void	 html_language(struct buf *b);
/* The `n` bytes of words as text on one line, also within an attribute. */
void	 html_text(struct buf *b, const char *s, size_t n);
/*
 * The `n` bytes of words that somebody wrote, or of a shipped text, in an element
 * of that name. They run in the direction of their own letters, and are read in
 * `language`; NULL where nobody knows it.
 */
void	 html_words(struct buf *, const char *name, const char *language,
	    const char *s, size_t n);
/*
 * The same of a whole text, each part up to a blank line as a paragraph.
 */
void	 html_paragraphs(struct buf *b, const char *language, const char *s);
/* Our own words in an element of that name, such as "p", on a line of its own. */
void	 html_element(struct buf *, const char *name, const char *);

#endif
