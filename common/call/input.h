/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CALL_INPUT_H
#define CALL_INPUT_H

#include "base/buf.h"
#include "base/error.h"
#include "base/message.h"
#include "couple/couple.h"
#include "entry/editor.h"

struct couple;
struct verb;

/*
 * The one taker of a person's words: from a question on the terminal, an
 * editor, standard input, or the call itself. The tool takes INPUT_WORDS
 * into its table and INPUT_PLACE into its struct cli. What came with the call
 * or on standard input is taken before anything may go wrong, and is kept
 * however the tool ends.
 */

#define INPUT_MESSAGE	'm', "message", "TEXT...", \
	SENTENCE("words; seen by ps and your shell")
#define INPUT_EDIT	'e', "edit", NULL, \
	SENTENCE("write it in $VISUAL or $EDITOR")
#define INPUT_WORDS \
	{ INPUT_EDIT, TAKE_FLAG(speak.edit) }, \
	{ INPUT_MESSAGE, TAKE_WITH(speak, input_message) }
#define INPUT_PLACE	.place = input_place

struct input {
	int		 edit;
	int		 from_stdin;
	int		 given;		/* with the call */
	int		 taken;		/* its operands, as far as they are
					   words */
	int		 places;	/* -m where operands are words, too */
	const char	*before;	/* words that a page begins with */
	size_t		 most;		/* bytes of stdin; 0 for an entry's */
	int		 dry_run;
	struct buf	 words;
	struct buf	 piped;		/* from stdin, until they are taken */
	struct buf	 call;		/* operands, until a verb takes them */
	struct editor	 page;
};

/*
 * Take what `operands` or s->from_stdin says is on standard input, and in
 * s->call the operands of a `verb` with words, unless they were taken (NULL
 * likewise); then make ready for an editor where the call `edits`, and open
 * the couple, with what is needed of it. `opener` does that where it is not
 * NULL. Return
 * STATUS_OK, or why it could not be done.
 */
enum status input_open(struct input *s, struct cli *cli, struct couple *c,
	    int needs, int edits, const struct verb *verb,
	    char **operands, couple_opener *opener);
/* Find where words can be kept that are not safe yet. */
void	 input_place(const struct cli *cli);
/* Take an argument of -m; `input` is a struct input. */
void	 input_message(void *input, const char *words);
/* Take operands as words, "-" alone as standard input. */
void	 input_operands(struct input *s, char **operands);
/* True for words that came with the call, or will from stdin or an editor. */
int	 input_is_given(const struct input *s);
/*
 * Get the words: with -e on a page that begins with text, of which the lines
 * with # are left out afterwards; without any a question is asked on
 * the terminal. 1 with words, 0 with none, -1 with err; what was read by then
 * is in words.
 */
int	 input_take(struct input *s, const struct cli *cli,
	    const struct couple *c, const char *question, const char *text,
	    struct error *err);
/*
 * Get what is on standard input, which a pipe has given already, into s->words.
 * 0, or -1 with err.
 */
int	 input_stdin(struct input *s, struct error *err);
/* What was said is safe: the page goes. */
void	 input_done(struct input *s);
/* The person let it go: nothing of it is kept. */
void	 input_let_go(struct input *s);
/*
 * The call ends with `status`: keep what is not safe, say where the page still
 * lies, and free the memory.
 */
void	 input_close(struct input *s, const struct cli *cli,
	    enum status status);

#endif
