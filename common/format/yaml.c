/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "format/yaml.h"
#include "format/yaml_inner.h"

#define BLOCK_BYTES	8192

/* Memory for a tree: nodes and texts are never freed one by one. */
struct block {
	struct block	*next;
	size_t		 used;
	size_t		 size;
	max_align_t	 data[];
};

static void *
take(struct yaml *y, size_t n)
{
	struct block *b = y->blocks;
	size_t size;
	void *p;

	n = (n + sizeof(void *) - 1) & ~(sizeof(void *) - 1);
	if (b == NULL || b->size - b->used < n) {
		size = n > BLOCK_BYTES ? n : BLOCK_BYTES;
		b = need(sizeof(*b) + size);
		b->next = y->blocks;
		b->used = 0;
		b->size = size;
		y->blocks = b;
	}
	p = (char *)b->data + b->used;
	b->used += n;
	return p;
}

void
yaml_clear(struct yaml *y)
{
	struct block *b, *next;

	y->root = NULL;
	for (b = y->blocks; b != NULL && b->next != NULL; b = next) {
		next = b->next;
		free(b);
	}
	y->blocks = b;
	if (b != NULL)
		b->used = 0;
}

void
yaml_drop(struct yaml *y)
{
	yaml_clear(y);
	free(y->blocks);
	y->blocks = NULL;
}

struct node *
yaml_new(struct yaml *y, enum node_type type)
{
	struct node *node = take(y, sizeof(*node));

	memset(node, 0, sizeof(*node));
	node->type = type;
	return node;
}

char *
yaml_copy_text(struct yaml *y, const char *s, size_t n)
{
	char *p = take(y, n + 1);

	memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

struct node *
yaml_new_text(struct yaml *y, const char *s, size_t n)
{
	struct node *node = yaml_new(y, NODE_TEXT);
	char *p = yaml_copy_text(y, s, n);

	node->text = p;
	node->length = n;
	return node;
}

struct node *
yaml_new_word(struct yaml *y, const char *word)
{
	struct node *node = yaml_new_text(y, word, strlen(word));

	node->plain = 1;
	return node;
}

struct node *
yaml_new_int(struct yaml *y, long value)
{
	char s[24];

	snprintf(s, sizeof(s), "%ld", value);
	return yaml_new_word(y, s);
}

struct node *
yaml_add(struct yaml *y, struct node *parent, const char *key,
    struct node *node)
{
	if (key != NULL)
		node->key = yaml_copy_text(y, key, strlen(key));
	yaml_hang(parent, node);
	return node;
}

struct node *
yaml_put_node(struct yaml *y, const char *key, struct node *node)
{
	if (y->root == NULL)
		y->root = yaml_new(y, NODE_MAP);
	return yaml_add(y, y->root, key, node);
}

void
yaml_put(struct yaml *y, const char *key, const char *text)
{
	if (text != NULL)
		yaml_put_node(y, key, yaml_new_text(y, text, strlen(text)));
}

void
yaml_put_word(struct yaml *y, const char *key, const char *word)
{
	yaml_put_node(y, key, yaml_new_word(y, word));
}

struct node *
yaml_add_text(struct yaml *y, struct node *parent, const char *key,
    const char *text)
{
	return text == NULL ? NULL : yaml_add(y, parent, key,
	    yaml_new_text(y, text, strlen(text)));
}

struct node *
yaml_add_word(struct yaml *y, struct node *parent, const char *key,
    const char *word)
{
	return yaml_add(y, parent, key, yaml_new_word(y, word));
}

struct node *
yaml_copy(struct yaml *y, const struct node *from)
{
	const struct node *child;
	struct node *node;

	if (from->type == NODE_TEXT) {
		node = yaml_new_text(y, from->text, from->length);
		node->plain = from->plain;
		return node;
	}
	node = yaml_new(y, from->type);
	for (child = from->child; child != NULL; child = child->next)
		yaml_add(y, node, child->key, yaml_copy(y, child));
	return node;
}

struct node *
yaml_get(const struct node *map, const char *key)
{
	struct node *n;

	if (map == NULL || map->type != NODE_MAP)
		return NULL;
	for (n = map->child; n != NULL; n = n->next)
		if (yaml_is_key(n->key, key))
			return n;
	return NULL;
}

int
yaml_says(const struct node *node, const char *text)
{
	return node != NULL && node->type == NODE_TEXT &&
	    strcmp(node->text, text) == 0;
}

const char *
yaml_get_text(const struct node *map, const char *key)
{
	const struct node *n = yaml_get(map, key);

	return n == NULL || n->type != NODE_TEXT ? NULL : n->text;
}

int
yaml_is(const struct node *map, const char *key, const char *text)
{
	return yaml_says(yaml_get(map, key), text);
}

int
yaml_int(const struct node *node, long least, long most, long *value)
{
	const char *p;
	long n;

	if (node == NULL || node->type != NODE_TEXT || !node->plain ||
	    node->length == 0 || node->length > 18)
		return 0;
	p = node->text + (*node->text == '-');
	if (*p < '0' || *p > '9' || (*p == '0' && p[1] != '\0'))
		return 0;
	/* Eighteen digits cannot overflow. */
	for (n = 0; *p >= '0' && *p <= '9'; p++)
		n = n * 10 + (*p - '0');
	if (*node->text == '-')
		n = -n;
	if (*p != '\0' || n < least || n > most)
		return 0;
	*value = n;
	return 1;
}

int
yaml_is_null(const struct node *node)
{
	return node == NULL || (node->type == NODE_TEXT && node->plain &&
	    (node->length == 0 || strcmp(node->text, "~") == 0 ||
	    strcmp(node->text, "null") == 0));
}

/* Write to `s` what `node` is: at most `size` - 1 bytes. */
static void
describe(const struct node *node, char *s, size_t size)
{
	char text[48];
	int n;

	if (node == NULL || yaml_is_null(node))
		strlcpy(s, message("found nothing"), size);
	else if (node->type == NODE_MAP)
		strlcpy(s, message("found a map"), size);
	else if (node->type == NODE_LIST)
		strlcpy(s, message("found a list"), size);
	else {
		n = node->length > 40 ? 40 : (int)node->length;
		/* Never cut within a character. */
		while (n > 0 && n < (int)node->length &&
		    ((unsigned char)node->text[n] & 0xc0) == 0x80)
			n--;
		snprintf(text, sizeof(text), "%.*s%s", n, node->text,
		    (size_t)n < node->length ? "..." : "");
		snprintf(s, size, message("found \"%s\""), text);
	}
}

int
yaml_wrong(const struct node *node, const char *name, const char *what,
    struct error *err)
{
	char found[128];

	describe(node, found, sizeof(found));
	return error_set(err, STATUS_DATA, "%s:%u:%u: %s: %s, %s", name,
	    node->line, node->column, node->key == NULL ? message("this") :
	    node->key, message(what), found);
}

int
yaml_wrong_number(const struct node *node, const char *name, const char *what,
    struct error *err)
{
	struct node bare = *node;
	char found[128];
	long value;

	bare.plain = 1;
	if (node->plain || !yaml_int(&bare, LONG_MIN, LONG_MAX, &value))
		return yaml_wrong(node, name, what, err);
	describe(node, found, sizeof(found));
	return error_set(err, STATUS_DATA, "%s:%u:%u: %s: %s without quotes, "
	    "%s", name, node->line, node->column, node->key == NULL ?
	    message("this") : node->key, message(what), found);
}

int
yaml_lacks(const struct node *node, const char *name, const char *key,
    const char *what, struct error *err)
{
	char found[128];

	describe(NULL, found, sizeof(found));
	return error_set(err, STATUS_DATA, "%s:%u:%u: %s: %s, %s", name,
	    node->line, node->column, key, message(what), found);
}

int
yaml_equal(const struct node *a, const struct node *b)
{
	const struct node *x, *y;

	if (a == NULL || b == NULL || a->type != b->type ||
	    (a->key == NULL) != (b->key == NULL) ||
	    (a->key != NULL && strcmp(a->key, b->key) != 0))
		return 0;
	if (a->type == NODE_TEXT)
		return (a->length == b->length &&
		    memcmp(a->text, b->text, a->length) == 0) ||
		    (yaml_is_null(a) && yaml_is_null(b));
	for (x = a->child, y = b->child; x != NULL && y != NULL;
	    x = x->next, y = y->next)
		if (!yaml_equal(x, y))
			return 0;
	return x == NULL && y == NULL;
}

int
yaml_printable(uint32_t c)
{
	return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0x7e) ||
	    (c >= 0xa0 && c <= 0xd7ff && c != 0x2028 && c != 0x2029) ||
	    (c >= 0xe000 && c <= 0xfffd && c != 0xfeff) || c >= 0x10000;
}

int
yaml_lists(const struct node *map, const char *key, const char *word)
{
	const struct node *list = yaml_get(map, key), *n;

	if (list == NULL || list->type != NODE_LIST)
		return 0;
	for (n = list->child; n != NULL && !yaml_says(n, word); n = n->next)
		;
	return n != NULL;
}
