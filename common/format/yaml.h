/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORMAT_YAML_H
#define FORMAT_YAML_H

#include <stddef.h>
#include <string.h>

struct error;

/*
 * A small, strict part of YAML as a tree with positions: maps, lists and
 * scalars.
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

/* Free the tree and make it all zero. (libyaml has a yaml_free of its own.) */
void	 yaml_drop(struct yaml *y);
/* Forget the tree, keep some of its memory. */
void	 yaml_clear(struct yaml *y);

/* Return true for the same key; most differ in their first letter. */
static inline int
yaml_is_key(const char *a, const char *b)
{
	return *a == *b && strcmp(a, b) == 0;
}
/* Return the first in `node`, a list or map or NULL; NULL for none. */
static inline const struct node *
yaml_first(const struct node *node)
{
	return node == NULL ? NULL : node->child;
}
/* Return the value of `key` in `map`, or NULL. */
struct node *yaml_get(const struct node *map, const char *key);
/* Return true where `node`, which may be NULL, is that `text`. */
int	 yaml_says(const struct node *node, const char *text);
/* Return the text of a map's scalar value, or NULL. */
const char *yaml_get_text(const struct node *map, const char *key);
/* Return true where that text is `text`. */
int	 yaml_is(const struct node *map, const char *key, const char *text);
/*
 * Return true when `node` is an unquoted whole number from `least` to `most`,
 * which is then `value`.
 */
int	 yaml_int(const struct node *node, long least, long most, long *value);
/* Return true for nothing, null and ~ without quotes. */
int	 yaml_is_null(const struct node *node);
/*
 * Fill `err` with STATUS_DATA: what was expected of `node` in the file `name`,
 * as `what` says in a whole sentence, and what was found there. Return -1.
 */
int	 yaml_wrong(const struct node *node, const char *name, const char *what,
	    struct error *err);
/* The same of a number; one in quotes is told to stand without. */
int	 yaml_wrong_number(const struct node *node, const char *name,
	    const char *what, struct error *err);
/* The same for a map `node` in which nothing stands under `key`. */
int	 yaml_lacks(const struct node *node, const char *name, const char *key,
	    const char *what, struct error *err);
/* Return 1 where the list under `key` of `map` holds that `word`. */
int	 yaml_lists(const struct node *map, const char *key, const char *word);
/* Return true when both hold the same keys and values in the same order. */
int	 yaml_equal(const struct node *a, const struct node *b);

/* Make nodes in a tree's memory; text is copied. */
struct node *yaml_new(struct yaml *y, enum node_type type);
struct node *yaml_new_text(struct yaml *y, const char *s, size_t n);
struct node *yaml_new_int(struct yaml *y, long value);
/* Make a scalar that needs no quotes, such as a kind. */
struct node *yaml_new_word(struct yaml *y, const char *word);
/* Return a deep copy of `from`, unquoted scalars staying so. */
struct node *yaml_copy(struct yaml *y, const struct node *from);
/*
 * Add `node` to the end of a map, where it has `key`, or of a list, where `key`
 * is NULL. Return `node`.
 */
struct node *yaml_add(struct yaml *y, struct node *parent, const char *key,
	    struct node *node);
/*
 * Add `text`, unless it is NULL, under `key` to the map at the root of `y`,
 * which is made where there is none; or a word that needs no quotes, or `node`.
 */
void	 yaml_put(struct yaml *y, const char *key, const char *text);
void	 yaml_put_word(struct yaml *y, const char *key, const char *word);
struct node *yaml_put_node(struct yaml *y, const char *key, struct node *node);
/*
 * Add a copy of `text` likewise, nothing for NULL; or a word that needs no
 * quotes.
 */
struct node *yaml_add_text(struct yaml *y, struct node *parent,
	    const char *key, const char *text);
struct node *yaml_add_word(struct yaml *y, struct node *parent,
	    const char *key, const char *word);

#endif
