/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>
#include <unistd.h>

#include "couple.h"
#include "error.h"
#include "sandbox.h"
#include "save.h"
#include "speak.h"
#include "text.h"

enum status
speak_open(struct speak *s, struct cli *cli, struct couple *c, int needs,
    int edits)
{
	struct error err = { 0 };

	if (couple_open(c, cli, needs, &err) == -1)
		return speak_rescue(s, cli, c, &err);
	text_open(c->plain);
	if (!edits)
		sandbox_no_network();
	return STATUS_OK;
}

int
speak_option(struct speak *s, const struct cli *cli, int option)
{
	if (option == 'e')
		s->edit = 1;
	else if (option == 'm') {
		if (s->given++)
			buf_str(&s->words, "\n\n");
		buf_str(&s->words, cli->argument);
	} else
		return 0;
	return 1;
}

void
speak_operands(struct speak *s, char **operands)
{
	if (*operands == NULL)
		return;
	s->places += s->given > 0;
	if (strcmp(*operands, "-") == 0 && operands[1] == NULL) {
		s->from_stdin = 1;
		return;
	}
	s->given++;
	buf_words(&s->words, operands, NULL);
}

int
speak_is_given(const struct speak *s)
{
	return s->given || s->edit || s->from_stdin;
}

/*
 * Leave out the lines with # that the page began with, and no others, and
 * blanks around the rest.
 */
static void
strip(struct buf *b, const char *text, const char *p, size_t n)
{
	const char *end = p + n, *newline;
	size_t begin = b->length;

	for (; p < end; p = newline + 1) {
		newline = memchr(p, '\n', (size_t)(end - p));
		if (newline == NULL)
			newline = end;
		if (*p == '#' && page_has_line(text, p, (size_t)(newline - p)))
			continue;
		if (newline > p || b->length > begin) {
			buf_put(b, p, (size_t)(newline - p));
			buf_char(b, '\n');
		}
	}
	while (b->length > begin + 1 && b->data[b->length - 2] == '\n')
		b->data[--b->length] = '\0';
}

static int
edit(struct speak *s, const struct couple *c, const char *text,
    struct error *err)
{
	struct buf page = { 0 };
	int r;

	buf_str(&page, text);
	if (s->before != NULL)
		buf_printf(&page, "%s\n", s->before);
	r = page_edit(&s->page, &c->mine, NULL, &page, err);
	buf_free(&page);
	if (r == 1) {
		buf_clear(&s->words);
		strip(&s->words, text, buf_string(&s->page.back),
		    s->page.back.length);
	}
	return r == -1 ? -1 : 0;
}

static int
is_blank(const struct buf *b)
{
	return strspn(buf_string(b), " \t\r\n") == b->length;
}

int
speak_take(struct speak *s, const struct cli *cli, const struct couple *c,
    const char *question, const char *text, struct error *err)
{
	size_t where;
	int r = 0;

	if (s->places + (s->given > 0) + s->edit + s->from_stdin > 1)
		return error_set(err, STATUS_USAGE, "choose one place for "
		    "words: the call, -e or -");
	if (s->edit)
		r = edit(s, c, text, err);
	else if (s->from_stdin)
		r = cli_read_stdin(&s->words, ENTRY_BYTES, err);
	else if (!s->given) {
		if (!cli_can_ask(cli))
			return error_set(err, STATUS_USAGE, "no words, and no "
			    "terminal to ask on: give them with -m TEXT, or - "
			    "for stdin");
		cli_ask_lines(cli, question, &s->words);
	}
	if (r == -1)
		return -1;
	if (!text_valid(buf_string(&s->words), s->words.length, &where))
		return error_set(err, STATUS_DATA, "expected UTF-8 without "
		    "NUL, found something else at byte %zu: iconv converts",
		    where);
	if (!is_blank(&s->words))
		return 1;
	page_drop(&s->page);
	return 0;
}

void
speak_done(struct speak *s)
{
	page_drop(&s->page);
}

void
speak_close(struct speak *s, const struct cli *cli)
{
	page_close(&s->page, cli);
	buf_free(&s->words);
}

enum status
speak_rescue(struct speak *s, const struct cli *cli, struct couple *c,
    struct error *err)
{
	const char *me = cli->as != NULL ? cli->as :
	    yaml_get_text(c->settings.root, "me");
	struct error ignored = { 0 };
	enum status status;

	if (s->from_stdin && s->words.length == 0 && !isatty(STDIN_FILENO))
		(void)cli_read_stdin(&s->words, ENTRY_BYTES, &ignored);
	error_clear(&ignored);
	if (c->mine.fd == -1 && c->private != NULL && me != NULL &&
	    entry_is_slug(me, strlen(me)))
		(void)couple_private(c, me, &c->mine, &ignored);
	error_clear(&ignored);
	status = cli_fail(cli, err);
	/*
	 * What came back from an editor lies on its page still, and what came
	 * with a call that was not understood stands in that.
	 */
	if (s->page.path == NULL && (status != STATUS_USAGE || !s->given))
		save_aside(cli, &c->mine, buf_string(&s->words),
		    s->words.length);
	return status;
}

enum status
speak_verb(struct speak *speak, const struct cli *cli, struct couple *c,
    const struct cli_verb *v, struct call *call, char **operands,
    enum status before)
{
	struct error err = { 0 };
	int r;

	r = v->run(call, operands[0] == NULL ? operands : operands + 1, &err);
	if (r != -1)
		return cli_worse(before, (enum status)r);
	return speak_rescue(speak, cli, c, &err);
}
