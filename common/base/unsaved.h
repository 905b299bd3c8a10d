/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_UNSAVED_H
#define BASE_UNSAVED_H

#include <sys/uio.h>

#include <stddef.h>

struct buf;

/*
 * Words that a person gave to this process and that are not safe yet. A tool
 * tells of them here before anything may go wrong; however it ends, they are
 * then kept in the private place or, where even that is refused, printed on
 * stderr. Nothing here asks for memory, so it serves as a last act, too.
 */

#define UNSAVED_MOST	8	/* buffers at once */

enum unsaved_from {
	UNSAVED_CALL,		/* they stand in the call, and in a shell */
	UNSAVED_GIVEN		/* typed, or from standard input */
};

/* How store/ keeps words: pieces that are one text. */
struct unsaved_way {
	/*
	 * Keep the text durably, or where `record` is not NULL that, which the
	 * text tells from others, and write the path of the file: 0, or -1
	 * where that is refused. It asks for no memory.
	 */
	int	(*keep)(const struct iovec *pieces, size_t count,
		    const struct buf *record, char *path, size_t size);
	/*
	 * The same text is safe elsewhere, or the record that it tells from
	 * others: a copy that was kept goes.
	 */
	void	(*drop)(const struct iovec *pieces, size_t count, int record);
};

/*
 * Begin, with the call as it came: a "-" in it says that words are on standard
 * input, which stay a person's also when the call is not understood.
 */
void	 unsaved_begin(const char *name, char *const *argv);
/* Say how words are kept from now on. */
void	 unsaved_set_way(const struct unsaved_way *way);
int	 unsaved_has_way(void);
/*
 * Tell of a buffer, which may grow; it is looked at when it comes to that.
 * Telling twice is telling once. Remove it when its words are in another one;
 * close it before it is freed, which keeps the words if they are not safe yet.
 */
void	 unsaved_add(const struct buf *words, enum unsaved_from from);
void	 unsaved_remove(const struct buf *words);
void	 unsaved_close(const struct buf *words);
/* Standard input was read to its end: what it held is in a buffer. */
void	 unsaved_stdin_read(void);
/*
 * Nothing is unsaved any more: all is written, in a record where `identity`,
 * what tells that from others, is not NULL; or a person let it go.
 */
void	 unsaved_written(const struct buf *identity);
void	 unsaved_let_go(void);
/*
 * The process ends and did not do what it was to do: keep what is unsaved and
 * say where. Where the call was `misunderstood`, what stands in it is left
 * there.
 */
void	 unsaved_end(int misunderstood);
/*
 * The same, with a record that holds the words and what goes with them, and
 * its `identity`.
 */
void	 unsaved_keep_as(const struct buf *record, const struct buf *identity);

#endif
