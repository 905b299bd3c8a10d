/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef COMMON_YAML_H
#define COMMON_YAML_H

#include <stddef.h>
#include <string.h>

struct buf;
struct error;

/*
 * A small, strict part of YAML, read into a tree with positions: one document
 * of maps, lists and scalars in UTF-8. Anchors, aliases, tags, duplicate keys,
 * NUL, more than 16 levels or 512 keys in one map are refused, with line and
 * column. libyaml does the parsing, but for the form that yaml_write() gives a
 * document: yaml_own.c reads that alike, and far quicker.
 */

enum node_type { NODE_TEXT, NODE_LIST, NODE_MAP };

struct node {
	enum node_type	 type;
	int		 plain;		/* unquoted: may be a number or null */
	unsigned int	 line, column;	/* from 1; 0 when not from a file */
	const char	*key;		/* in a map, else NULL */
	const char	*text;		/* ends in NUL */
	size_t		 length;
	struct node	*child, *last;	/* of a list or map */
	struct node	*next;
};

/* A tree and its memory. All zero is an empty one. */
struct yaml {
	struct node	*root;
	struct block	*blocks;
};

/*
 * Read all of data as one document. name is for messages, which begin
 * "name:line:column: ". 0, or -1 with err (STATUS_DATA). What the tree held
 * before is gone either way.
 */
int	 yaml_read(struct yaml *, const char *data, size_t n,
	    const char *name, struct error *);
/*
 * The same by libyaml whatever the document: slower, and a second opinion on
 * what yaml_write() has made.
 */
int	 yaml_parse(struct yaml *, const char *data, size_t n,
	    const char *name, struct error *);
/* Free the tree and make it all zero. (libyaml has a yaml_free of its own.) */
void	 yaml_drop(struct yaml *);

/*
 * A stream of records: YAML documents, or JSON objects, one a line. The data
 * stays the caller's and must outlive the stream.
 */
struct yaml_stream;
struct yaml_stream *yaml_stream_open(const char *data, size_t n,
	    const char *name);
/* The next record: 1, or 0 at the end, -1 with err. */
int	 yaml_stream_next(struct yaml_stream *, struct yaml *,
	    struct error *);
void	 yaml_stream_free(struct yaml_stream *);

/* True for the same key; most differ in their first letter. */
static inline int
yaml_is_key(const char *a, const char *b)
{
	return *a == *b && strcmp(a, b) == 0;
}
/* A map's value, or NULL. */
struct node *yaml_get(const struct node *map, const char *key);
/* The text of a map's scalar value, or NULL. */
const char *yaml_get_text(const struct node *map, const char *key);
/* True when the node is an unquoted whole number between the two. */
int	 yaml_int(const struct node *, long least, long most, long *);
/* True for nothing, null and ~ without quotes. */
int	 yaml_is_null(const struct node *);
/* What a node is, for "expected ..., found ...": at most size - 1 bytes. */
/*
 * Fill err with STATUS_DATA: what was expected of n in the file name, and what
 * was found there. Return -1.
 */
int	 yaml_wrong(const struct node *n, const char *name, const char *what,
	    struct error *err);
/* The same for a map n that has no key, which is to be what. */
int	 yaml_lacks(const struct node *n, const char *name, const char *key,
	    const char *what, struct error *err);

/* Make nodes in a tree's memory; text is copied. */
struct node *yaml_new(struct yaml *, enum node_type);
struct node *yaml_new_text(struct yaml *, const char *, size_t n);
struct node *yaml_new_int(struct yaml *, long);
/* A scalar that needs no quotes, such as a kind. */
struct node *yaml_new_word(struct yaml *, const char *);
/* A deep copy, unquoted scalars staying so. */
struct node *yaml_copy(struct yaml *, const struct node *);
/* Add to the end of a map (with key) or list (key NULL); returns the node. */
struct node *yaml_add(struct yaml *, struct node *parent, const char *key,
	    struct node *);
/* Forget the tree, keep some of its memory. */
void	 yaml_clear(struct yaml *);

/*
 * Write a tree as a document that any YAML 1.1 or 1.2 reader reads back to
 * the same values: text quoted, or a | block where it is made of lines.
 */
void	 yaml_write(struct buf *, const struct node *);
/* One field of a map, as yaml_write() has it among the others. */
void	 yaml_write_field(struct buf *, const struct node *);
/* The same for a screen: what could steer a terminal is escaped. */
void	 yaml_show_field(struct buf *, const struct node *);
/* One scalar as a double-quoted string on one line; valid JSON, too. */
void	 yaml_quote(struct buf *, const char *, size_t n);
/* True when both trees hold the same keys and values in the same order. */
int	 yaml_equal(const struct node *, const struct node *);

#endif
