/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORMAT_HTML_H
#define FORMAT_HTML_H

#include <stddef.h>

struct buf;

/*
 * Pages for print: A4 or Letter, as the printer has it. They load nothing, run
 * nothing and name no other place, and a browser is told to hold them to that.
 * Words of people become text and nothing else.
 */

/*
 * Begin a page. The title is our own words; language is its HTML language
 * code. style holds more rules for the one <style> there is, or NULL; like
 * every tag it is our own and never made of words.
 */
void	 html_open(struct buf *, const char *language, const char *title,
	    const char *style);
void	 html_close(struct buf *);
/*
 * The `n` bytes of words that somebody wrote, or of a shipped text, in an element
 * of that name. They run in the direction of their own letters, and are read in
 * `language`; NULL where nobody knows it.
 */
void	 html_words(struct buf *, const char *name, const char *language,
	    const char *s, size_t n);
/* Our own words in an element of that name, such as "p", on a line of its own. */
void	 html_element(struct buf *, const char *name, const char *);

#endif
