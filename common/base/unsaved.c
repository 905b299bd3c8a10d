/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/unsaved.h"

#define MOST_PIECES	(2 * UNSAVED_MOST + 1)	/* with the ends of lines */
#define REST_BYTES	((size_t)256 * 1024)	/* of standard input */
#define MOST_ROUNDS	256	/* of so much, where they are printed */

static struct {
	const struct buf	*words;
	enum unsaved_from	 from;
} held[UNSAVED_MOST];
static size_t	 held_count;

static const struct unsaved_way *way;
static const char *program = "unhurried";
static char	*const *call;		/* until words are taken from it */
static int	 stdin_waits;		/* words are there, and not read */
static char	 rest[REST_BYTES];

static void	 refused(void);

void
unsaved_begin(const char *name, char *const *argv)
{
	size_t i;

	program = name;
	call = argv;
	for (i = 1; argv[0] != NULL && argv[i] != NULL; i++)
		stdin_waits |= strcmp(argv[i], "-") == 0;
	/* What a terminal brings is typed when it is asked for. */
	stdin_waits = stdin_waits && !isatty(STDIN_FILENO);
	memory_at_end(refused);
}

void
unsaved_set_way(const struct unsaved_way *new_way)
{
	way = new_way;
}

int
unsaved_has_way(void)
{
	return way != NULL;
}

void
unsaved_add(const struct buf *words, enum unsaved_from from)
{
	unsaved_remove(words);
	if (held_count == UNSAVED_MOST)
		memory_refused();
	held[held_count].words = words;
	held[held_count++].from = from;
}

void
unsaved_remove(const struct buf *words)
{
	size_t i, n = 0;

	for (i = 0; i < held_count; i++)
		if (held[i].words != words)
			held[n++] = held[i];
	held_count = n;
}

void
unsaved_close(const struct buf *words)
{
	size_t i;

	for (i = 0; i < held_count; i++)
		if (held[i].words == words && words->length > 0) {
			unsaved_end(0);
			break;
		}
	unsaved_remove(words);
}

void
unsaved_stdin_read(void)
{
	stdin_waits = 0;
}

void
unsaved_let_go(void)
{
	held_count = 0;
	stdin_waits = 0;
	call = NULL;
}

/* Write on stderr, whatever becomes of it. */
static void
write_error(const char *s, size_t n)
{
	ssize_t done;

	for (; n > 0; s += done, n -= (size_t)done) {
		done = write(STDERR_FILENO, s, n);
		if (done == -1 && errno == EINTR)
			done = 0;
		if (done == -1)
			return;
	}
}

static void
say(const char *s)
{
	write_error(s, strlen(s));
}

/* Read as much of standard input as there is room for; how many bytes. */
static size_t
read_rest(void)
{
	size_t n = 0;
	ssize_t got = 1;

	while (stdin_waits && n < sizeof(rest) && got != 0) {
		got = read(STDIN_FILENO, rest + n, sizeof(rest) - n);
		if (got == -1 && errno == EINTR)
			continue;
		if (got == -1)
			break;
		n += (size_t)got;
	}
	stdin_waits = stdin_waits && n == sizeof(rest);
	return n;
}

/* Put a text behind others, with the end of a line between the two. */
static size_t
add_piece(struct iovec *pieces, size_t n, const char *s, size_t length)
{
	static const char newline[] = "\n";
	const struct iovec *last = n > 0 ? &pieces[n - 1] : NULL;

	if (length == 0)
		return n;
	if (last != NULL &&
	    ((const char *)last->iov_base)[last->iov_len - 1] != '\n') {
		pieces[n].iov_base = (char *)(size_t)newline;
		pieces[n++].iov_len = 1;
	}
	pieces[n].iov_base = (char *)(size_t)s;
	pieces[n++].iov_len = length;
	return n;
}

/* What is unsaved, as one text in pieces; how many. */
static size_t
gather(struct iovec *pieces, int misunderstood)
{
	size_t i, n = 0;

	for (i = 0; i < held_count; i++)
		if (held[i].from == UNSAVED_GIVEN || !misunderstood)
			n = add_piece(pieces, n, buf_string(held[i].words),
			    held[i].words->length);
	return n;
}

void
unsaved_written(const struct buf *identity)
{
	struct iovec pieces[MOST_PIECES];
	size_t n = gather(pieces, 0);

	unsaved_let_go();
	if (n > 0 && way != NULL)
		way->drop(pieces, n, 0);
	if (identity != NULL && way != NULL) {
		n = add_piece(pieces, 0, buf_string(identity),
		    identity->length);
		way->drop(pieces, n, 1);
	}
}

/* No file takes them: they are printed, and with them all that still comes. */
static void
print(const struct iovec *pieces, size_t n, const struct buf *whole)
{
	size_t i, rounds = 0;

	say(program);
	say(": ");
	say(message("your words could not be kept on this disk; here they "
	    "are:"));
	say("\n");
	if (whole != NULL)
		write_error(buf_string(whole), whole->length);
	for (i = 0; whole == NULL && i < n; i++)
		write_error(pieces[i].iov_base, pieces[i].iov_len);
	while (stdin_waits && rounds++ < MOST_ROUNDS && (i = read_rest()) > 0)
		write_error(rest, i);
	say("\n");
	if (stdin_waits) {
		say(message("... and more, which was not read"));
		say("\n");
	}
}

/* Are they blanks alone, which say nothing? */
static int
is_blank(const struct iovec *pieces, size_t n)
{
	size_t i = 0;

	while (i < n && buf_is_blank(pieces[i].iov_base, pieces[i].iov_len))
		i++;
	return i == n;
}

static void
end(int misunderstood, const struct buf *whole, const struct buf *identity)
{
	struct iovec pieces[MOST_PIECES];
	char path[PATH_MAX];
	size_t n = gather(pieces, misunderstood);

	n = add_piece(pieces, n, rest, read_rest());
	if (whole != NULL)
		n = add_piece(pieces, 0, identity->data, identity->length);
	if (!stdin_waits && is_blank(pieces, n)) {
		unsaved_let_go();
		return;
	}
	/* What is longer than the room for it goes where there is more. */
	if (!stdin_waits && way != NULL &&
	    way->keep(pieces, n, whole, path, sizeof(path)) == 0) {
		say(program);
		say(": ");
		say(message("your words are kept in"));
		say(" ");
		say(path);
		say("\n");
	} else
		print(pieces, n, whole);
	unsaved_let_go();
}

void
unsaved_end(int misunderstood)
{
	end(misunderstood, NULL, NULL);
}

void
unsaved_keep_as(const struct buf *record, const struct buf *identity)
{
	end(0, record, identity);
}

/* Memory is refused: keep the words, or tell the call that has them. */
static void
refused(void)
{
	char *const *argv = call;
	int taken = held_count > 0;
	size_t i;

	/* What the call holds may be in a buffer in part alone. */
	for (i = 0; i < held_count; i++)
		taken = taken && held[i].from == UNSAVED_GIVEN &&
		    held[i].words->length > 0;
	unsaved_end(0);
	if (taken || argv == NULL)
		return;
	say(program);
	say(": ");
	say(message("the command was:"));
	say("\n");
	for (; *argv != NULL; argv++) {
		say(*argv);
		say(argv[1] == NULL ? "\n" : " ");
	}
}
