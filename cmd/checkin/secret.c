/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include "base/buf.h"
#include "base/error.h"
#include "couple/couple.h"
#include "secret.h"
#include "store/entry_id.h"
#include "store/layout.h"
#include "store/store_read.h"
#include "store/store_write.h"

#define SECRET_DIGITS	32

int
secret_read(const struct couple *c, struct buf *b, struct error *err)
{
	char fresh[SECRET_DIGITS + ID_RANDOM + 1];
	size_t i;

	if (store_read_in(&c->mine, "", LAYOUT_SECRET, 4096, b, err) == 0)
		return 1;
	if (!err->absent)
		return -1;
	error_clear(err);
	for (i = 0; i < SECRET_DIGITS; i += ID_RANDOM)
		id_random(fresh + i);
	buf_put(b, fresh, SECRET_DIGITS);
	return 0;
}

int
secret_keep(const struct couple *c, struct buf *b, struct error *err)
{
	struct buf kept = { 0 };
	int same;

	if (store_place(&c->mine, "", LAYOUT_SECRET, b->data, b->length,
	    err) == -1 || store_read_in(&c->mine, "", LAYOUT_SECRET, 4096,
	    &kept, err) == -1) {
		buf_free(&kept);
		return -1;
	}
	same = buf_same(&kept, b);
	buf_free(b);
	*b = kept;
	return same;
}
