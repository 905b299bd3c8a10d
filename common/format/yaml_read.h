/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORMAT_YAML_READ_H
#define FORMAT_YAML_READ_H

#include <stddef.h>

struct error;
struct yaml;

/*
 * One document of maps, lists and scalars in UTF-8 becomes a tree. Anchors,
 * aliases, tags, duplicate keys, NUL, more than 16 levels or 512 keys in one
 * map are refused, with line and column. libyaml does the parsing, but for the
 * form that yaml_write() gives a document: yaml_own.c reads that alike, and
 * far quicker.
 */

/*
 * Read all `n` bytes of `data` as one document. `name` is for messages, which
 * begin "name:line:column: ". 0, or -1 with `err` (STATUS_DATA). What the tree
 * held before is gone either way.
 */
int	 yaml_read(struct yaml *y, const char *data, size_t n,
	    const char *name, struct error *err);
/*
 * The same by libyaml whatever the document: slower, and a second opinion on
 * what yaml_write() has made.
 */
int	 yaml_read_libyaml(struct yaml *y, const char *data, size_t n,
	    const char *name, struct error *err);

/*
 * Open a stream of records: YAML documents, or JSON objects, one a line, with
 * lines between them that begin with #. The data stays the caller's and must
 * outlive the stream.
 */
struct yaml_stream;
struct yaml_stream *yaml_read_open(const char *data, size_t n,
	    const char *name);
/* Read the next record: 1, or 0 at the end, -1 with `err`. */
int	 yaml_read_next(struct yaml_stream *s, struct yaml *y,
	    struct error *err);
/*
 * Go on behind the record that was read last, or could not be. Return its
 * bytes as they stand there, of which there are `n`.
 */
const char *yaml_read_skip(struct yaml_stream *s, size_t *n);
/* Free `s`, which may be NULL. */
void	 yaml_read_close(struct yaml_stream *s);

#endif
