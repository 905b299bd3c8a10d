/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef COMMON_YAML_INNER_H
#define COMMON_YAML_INNER_H

/* What yaml.c and yaml_own.c share; for no one else. */

#include <stddef.h>
#include <stdint.h>

struct yaml;

#define YAML_MOST_LEVELS	16
#define YAML_MOST_KEYS		512
#define YAML_MOST_KEY_BYTES	128

/* n bytes in a tree's memory, with a NUL behind them; NULL for none. */
char	*yaml_copy_text(struct yaml *, const char *, size_t n);
/* True for \u and four hexadecimal digits, which are *c. */
int	 yaml_hex4(const char *p, const char *end, uint32_t *c);
/* True for characters that stand in YAML as they are. */
int	 yaml_printable(uint32_t);

/*
 * Read a document in the form that yaml_write() gives it. True if that was
 * all it was; else the tree is empty, and it is a matter for libyaml.
 */
int	 yaml_read_own(struct yaml *, const char *data, size_t n);

#endif
