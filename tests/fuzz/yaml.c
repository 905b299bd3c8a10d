/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * For libFuzzer: whatever yaml_read() takes comes back from yaml_write() as
 * the same tree, and what a stream takes record by record does, too. Anything
 * else is refused with a place in it. What yaml_own.c takes, libyaml takes, and
 * reads the same.
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alike.h"
#include "base/buf.h"
#include "base/error.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "format/yaml_write.h"

int	 LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* A refusal says why and where. */
static void
refused(struct error *err)
{
	if (err->status != STATUS_DATA ||
	    strncmp(error_message(err), "f:", 2) != 0)
		abort();
	error_clear(err);
}

/* Records are maps; nothing else is ever written. */
static void
round_trip(const struct node *root)
{
	struct yaml back = { 0 };
	struct error err = { 0 };
	struct buf b = { 0 }, again = { 0 };

	if (root == NULL || root->type != NODE_MAP)
		return;
	yaml_write(&b, root);
	if (alike(b.data, b.length) == -1)
		abort();
	if (yaml_read(&back, buf_string(&b), b.length, "f", &err) == -1) {
		fprintf(stderr, "%s\n%s", error_message(&err), b.data);
		abort();
	}
	if (!yaml_equal(root, back.root)) {
		fprintf(stderr, "another tree:\n%s", b.data);
		abort();
	}
	yaml_write(&again, back.root);
	if (strcmp(buf_string(&b), buf_string(&again)) != 0)
		abort();
	buf_free(&b);
	buf_free(&again);
	yaml_drop(&back);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	const char *s = (const char *)data;
	struct yaml_stream *stream;
	struct yaml y = { 0 }, copy = { 0 };
	struct error err = { 0 };
	int r;

	if (alike(s, n) == -1)
		abort();
	if (yaml_read(&y, s, n, "f", &err) == 0) {
		round_trip(y.root);
		copy.root = yaml_copy(&copy, y.root);
		if (!yaml_equal(y.root, copy.root))
			abort();
	} else
		refused(&err);
	stream = yaml_read_open(s, n, "f");
	while ((r = yaml_read_next(stream, &y, &err)) == 1)
		round_trip(y.root);
	if (r == -1)
		refused(&err);
	yaml_read_close(stream);
	yaml_drop(&y);
	yaml_drop(&copy);
	return 0;
}
