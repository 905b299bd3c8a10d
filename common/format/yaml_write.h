/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORMAT_YAML_WRITE_H
#define FORMAT_YAML_WRITE_H

#include <stddef.h>

struct buf;
struct node;

/* For a screen, what could steer a terminal is escaped, too. */
enum yaml_for { YAML_FOR_FILE, YAML_FOR_SCREEN };

/*
 * Write a tree as a document that any YAML 1.1 or 1.2 reader reads back to
 * the same values: text quoted, or a | block where it is made of lines.
 */
void	 yaml_write(struct buf *b, const struct node *root);
/* Write one field of a map, as yaml_write() has it among the others. */
void	 yaml_write_field(struct buf *b, const struct node *field,
	    enum yaml_for reader);
/* Write a scalar as a double-quoted string on one line; valid JSON, too. */
void	 yaml_write_quoted(struct buf *b, const char *s, size_t n);

#endif
