/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * A line editor of our own: libedit has another name and version on each
 * system and knows no bracketed paste, GNU readline has another licence, both
 * cost each call of each tool, and without them this would have to be here all
 * the same.
 */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/status.h"
#include "base/text.h"
#include "term/line.h"
#include "term/line_inner.h"
#include "term/screen.h"
#include "term/terminal.h"

#define KEY_BYTES	16		/* of one key, at most */
#define KEY_MS		50		/* in which those of a key follow */

/*
 * Where the cursor may go, from `at` on.
 */

static size_t
after(const struct line *l, size_t at)
{
	return text_after(buf_string(l->text), l->text->length, at);
}

static size_t
before(const struct line *l, size_t at)
{
	return text_before(buf_string(l->text), l->text->length, at);
}

static int
is_blank_at(const struct line *l, size_t at)
{
	return strchr(BLANKS, l->text->data[at]) != NULL;
}

static size_t
word_before(const struct line *l, size_t at)
{
	while (at > 0 && is_blank_at(l, at - 1))
		at--;
	while (at > 0 && !is_blank_at(l, at - 1))
		at--;
	return at;
}

static size_t
word_after(const struct line *l, size_t at)
{
	while (at < l->text->length && is_blank_at(l, at))
		at++;
	while (at < l->text->length && !is_blank_at(l, at))
		at++;
	return at;
}

static size_t
home(const struct line *l, size_t at)
{
	(void)l;
	(void)at;
	return 0;
}

static size_t
end(const struct line *l, size_t at)
{
	(void)at;
	return l->text->length;
}

/*
 * What keys do.
 */

static void
insert(struct line *l, const char *s, size_t n)
{
	struct buf *t = l->text;

	buf_reserve(t, n);
	memmove(t->data + l->at + n, t->data + l->at, t->length - l->at);
	memcpy(t->data + l->at, s, n);
	t->length += n;
	t->data[t->length] = '\0';
	l->at += n;
}

/* Take away what stands between the cursor and `where`. */
static void
cut(struct line *l, size_t where)
{
	struct buf *t = l->text;
	size_t from = where < l->at ? where : l->at;
	size_t to = where < l->at ? l->at : where;

	memmove(t->data + from, t->data + to, t->length - to);
	t->length -= to - from;
	t->data[t->length] = '\0';
	l->at = from;
}

static void
enter(struct line *l)
{
	if (!l->pastes)
		l->over = 1;
	else
		insert(l, l->several ? "\n" : " ", 1);
}

/* Ctrl-D: at nothing the end of input, else it deletes. */
static void
end_or_delete(struct line *l)
{
	if (l->text->length == 0)
		l->over = -1;
	else
		cut(l, after(l, l->at));
}

static void
draw_anew(struct line *l)
{
	fputs(l->plain ? "\n" : "\033[H\033[2J", stderr);
	line_begin(l);
}

/* Whoever comes in sees nothing of it; nothing is kept. */
static void
vanish(struct line *l)
{
	(void)l;
	terminal_give();
	terminal_wipe();
	_exit(STATUS_OK);
}

static void
paste(struct line *l)
{
	l->pastes = 1;
}

static void
paste_over(struct line *l)
{
	l->pastes = 0;
}

/* What each key does, or to where it moves or cuts; blanks part their bytes. */
static const struct key {
	const char	*bytes;
	void		(*acts)(struct line *l);
	size_t		(*where)(const struct line *l, size_t at);
	int		 cuts;
} keys[] = {
	{ "\r \n", enter, NULL, 0 },
	{ "\004", end_or_delete, NULL, 0 },		/* Ctrl-D */
	{ "\014", draw_anew, NULL, 0 },			/* Ctrl-L */
	{ "\030", vanish, NULL, 0 },			/* Ctrl-X */
	{ "\033[200~", paste, NULL, 0 },
	{ "\033[201~", paste_over, NULL, 0 },
	/* Ctrl-A and Home, and their like. */
	{ "\001 \033[H \033OH \033[1~ \033[7~", NULL, home, 0 },
	{ "\005 \033[F \033OF \033[4~ \033[8~", NULL, end, 0 },
	{ "\002 \033[D \033OD", NULL, before, 0 },
	{ "\006 \033[C \033OC", NULL, after, 0 },
	{ "\033b \033[1;5D \033[1;3D", NULL, word_before, 0 },
	{ "\033f \033[1;5C \033[1;3C", NULL, word_after, 0 },
	/* Backspace, Delete, Ctrl-W, Ctrl-U, Ctrl-K. */
	{ "\010 \177", NULL, before, 1 },
	{ "\033[3~", NULL, after, 1 },
	{ "\027 \033\177", NULL, word_before, 1 },
	{ "\033d", NULL, word_after, 1 },
	{ "\025", NULL, home, 1 },
	{ "\013", NULL, end, 1 }
};

/* True where `bytes` are one of a key's. */
static int
is_key(const struct key *k, const char *bytes)
{
	const char *p = k->bytes;
	size_t n = strlen(bytes);

	while (strncmp(p, bytes, n) != 0 || strchr(" ", p[n]) == NULL) {
		if ((p = strchr(p, ' ')) == NULL)
			return 0;
		p++;
	}
	return n > 0;
}

static void
press(struct line *l, const char *bytes)
{
	const struct key *k = keys;

	while (k < keys + nitems(keys) && !is_key(k, bytes))
		k++;
	/* What is no key of ours never gets among the words. */
	if (k == keys + nitems(keys))
		return;
	if (l->pastes && k->acts != enter && k->acts != paste_over)
		return;
	/* A plain line goes on at its end. */
	if (l->plain && k->acts == NULL && !k->cuts)
		return;
	if (k->acts != NULL)
		k->acts(l);
	else if (k->cuts)
		cut(l, k->where(l, l->at));
	else
		l->at = k->where(l, l->at);
}

/* True once `bytes`, which begin with an escape, are all of a key. */
static int
is_whole(const char *bytes, size_t n)
{
	if (n < 2)
		return 0;
	if (n == 2)
		return strchr("[O", bytes[1]) == NULL;
	return n >= KEY_BYTES - 1 || bytes[1] == 'O' ||
	    (bytes[n - 1] >= '@' && bytes[n - 1] <= '~');
}

/* Take a key that begins with the byte `c`. */
static void
take(struct line *l, int c)
{
	char bytes[KEY_BYTES] = { (char)c };
	size_t n = 1;

	/* So the terminal keeps a Ctrl-D that came before the question. */
	if (c == '\0' && l->text->length == 0)
		l->over = -1;
	if ((c >= ' ' && c != '\177') || (c == '\t' && l->pastes)) {
		insert(l, bytes, 1);
		return;
	}
	while (bytes[0] == '\033' && !is_whole(bytes, n) &&
	    (c = terminal_key(KEY_MS)) >= 0)
		bytes[n++] = (char)c;
	press(l, bytes);
}

/* Heed a signal. */
static void
heed(struct line *l)
{
	switch (terminal_event()) {
	case TERMINAL_END:
		terminal_give();
		raise(SIGINT);
		l->over = -1;
		break;
	case TERMINAL_STOP:
		fputc('\n', stderr);
		terminal_stop();
		line_begin(l);
		break;
	case TERMINAL_GONE:
		l->over = -1;
		break;
	default:
		break;
	}
}

int
line_read(const char *question, int several, struct buf *text)
{
	struct line l = { .text = text, .question = question,
	    .several = several, .plain = !screen_redraws() };
	int c;

	buf_reserve(text, 1);
	text->data[text->length] = '\0';
	if (terminal_take(l.plain ? TERMINAL_KEYS : TERMINAL_PASTES) == -1)
		return 0;
	line_begin(&l);
	while (l.over == 0) {
		/* What comes at once is drawn at once. */
		if ((c = terminal_key(0)) == TERMINAL_NONE) {
			line_draw(&l);
			c = terminal_key(-1);
		}
		if (c == TERMINAL_GONE)
			l.over = -1;
		else if (c == TERMINAL_NONE)
			heed(&l);
		else
			take(&l, c);
	}
	line_leave(&l);
	return l.over == 1;
}
