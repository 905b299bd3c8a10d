/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORMAT_YAML_INNER_H
#define FORMAT_YAML_INNER_H

/* What the modules of yaml share; for no other. */

#include <stddef.h>
#include <stdint.h>

#include "format/yaml.h"

#define YAML_MOST_LEVELS	16
#define YAML_MOST_KEYS		512
#define YAML_MOST_KEY_BYTES	128

/* Return a copy of `n` bytes of `s` in a tree's memory, with a NUL behind. */
char	*yaml_copy_text(struct yaml *y, const char *s, size_t n);
/* Make `node` the last child of `parent`. */
static inline void
yaml_hang(struct node *parent, struct node *node)
{
	if (parent->last == NULL)
		parent->child = node;
	else
		parent->last->next = node;
	parent->last = node;
}
/* Return true for characters that stand in YAML as they are. */
int	 yaml_printable(uint32_t c);
/*
 * Read a document in the form that yaml_write() gives it. Return true if that
 * was all it was; else the tree is empty, and it is a matter for libyaml.
 */
int	 yaml_own_read(struct yaml *y, const char *data, size_t n);

#endif
