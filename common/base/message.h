/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

/*
 * Sentences in the reader's language. The English ones stand in the sources,
 * whole; what is here for another language is looked up where a sentence is
 * said (cli_say(), error_set() and their like do), and what is not, or takes
 * other arguments, is said in English. For English no file is opened.
 */

/* Marks a sentence in a table, which is looked up when it is said. */
#define SENTENCE(text)	text

/* The same under a name of its own, as for message_get(). */
#define SENTENCE_OF(tool, text)	text

/* From here on sentences are those of `tool`, and of all where it has none. */
void	 message_tool(const char *tool);
/*
 * While it is `on` all is English, and no file is opened for it: where nothing
 * is to be said, or a program looks at what is.
 */
void	 message_plain(int on);

/*
 * Return `english` as it is said to the reader, under a tool's name or, with
 * NULL, for all.
 */
const char *message_get(const char *tool, const char *english)
	    __attribute__((format_arg(2)));
/* The same for the tool that runs. */
const char *message(const char *english) __attribute__((format_arg(1)));
/* Return the language that sentences are said in now: "en" without a catalog. */
const char *message_language(void);
/* Return the one for `n` of something: in English `one` or `many`. */
const char *message_count(const char *one, const char *many, long n)
	    __attribute__((format_arg(1), format_arg(2)));

#endif
