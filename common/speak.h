/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef SPEAK_H
#define SPEAK_H

#include "buf.h"
#include "cli.h"
#include "page.h"

struct couple;
struct error;

/*
 * Where a person's words come from: a question on the terminal, an editor,
 * standard input, or the call itself. The tool takes SPEAK_OPTIONS into its
 * table and gives each option to speak_option().
 */

#define SPEAK_OPTIONS \
	{ 'e', "edit", NULL, "write it in $VISUAL or $EDITOR" }, \
	{ 'm', "message", "TEXT...", "words; seen by ps and your shell" }

struct speak {
	int		 edit;
	int		 from_stdin;
	int		 given;		/* with the call */
	int		 places;	/* -m where operands are words, too */
	const char	*before;	/* words that a page begins with */
	struct buf	 words;
	struct page	 page;
};

/*
 * Open the couple, with what is needed of it, for a tool that takes words: off
 * the network, unless an editor is to run. STATUS_OK, or why it could not be
 * opened; what was said is then kept aside.
 */
enum status speak_open(struct speak *, struct cli *, struct couple *, int needs,
	    int edits);
/* Take -e or -m. True if it was one of these. */
int	 speak_option(struct speak *, const struct cli *, int option);
/* Take operands as words, "-" alone as standard input. */
void	 speak_operands(struct speak *, char **);
/* True for words that came with the call, or will from stdin or an editor. */
int	 speak_is_given(const struct speak *);
/*
 * Get the words: with -e on a page that begins with text, of which the lines
 * with # are left out afterwards; without any a question is asked on
 * the terminal. 1 with words, 0 with none, -1 with err; what was read by then
 * is in words.
 */
int	 speak_take(struct speak *, const struct cli *, const struct couple *,
	    const char *question, const char *text, struct error *);
/* What was said is safe: the page goes. */
void	 speak_done(struct speak *);
/* Say where the page still lies, and free the memory. */
void	 speak_close(struct speak *, const struct cli *);

/*
 * Tell err and keep the words aside, where something was said; also while
 * only one's own private place is there. err's status.
 */
enum status speak_rescue(struct speak *, const struct cli *, struct couple *,
	    struct error *);
/*
 * Do what a call's verb says, and keep the words aside where it could not be
 * done and something was said. Before is what reading came to, and counts
 * where the verb could be done.
 */
enum status speak_verb(struct speak *, const struct cli *, struct couple *,
	    const struct cli_verb *, struct call *, char **operands,
	    enum status before);

#endif
