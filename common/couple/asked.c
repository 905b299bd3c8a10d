/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"
#include "couple/asked.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "store/layout.h"
#include "store/placed.h"

/* All that is shown of a question, each part with its end. */
static void
shown(const struct scale *s, struct buf *b)
{
	const struct node *n;

	buf_printf(b, "%s\n%s\n%s\n%s\n", s->name, s->ask, s->low, s->high);
	for (n = yaml_first(s->words); n != NULL; n = n->next)
		buf_printf(b, "%s\n", n->key);
}

/* True for one that every new couple.yaml begins with. */
static int
is_shipped(const struct scale *s, const struct buf *asked)
{
	struct scales all = { .count = 0 };
	struct buf b = { 0 }, ours = { 0 };
	struct error ignored = { 0 };
	const struct scale *same;
	struct yaml y = { 0 };
	int is = 0;

	scale_template(&b, 1);
	if (yaml_read(&y, b.data, b.length, LAYOUT_COUPLE, &ignored) == 0 &&
	    scale_read(&all, y.root, LAYOUT_COUPLE, &ignored) == 0 &&
	    (same = scale_find(&all, s->name)) != NULL) {
		shown(same, &ours);
		is = buf_same(&ours, asked);
	}
	error_clear(&ignored);
	yaml_drop(&y);
	buf_free(&ours);
	buf_free(&b);
	return is;
}

int
asked_before(const struct couple *c, const struct scale *s)
{
	struct buf asked = { 0 };
	int is;

	shown(s, &asked);
	is = c->other == NULL || is_shipped(s, &asked) || placed_is(&c->mine,
	    "", LAYOUT_ASKED, &asked) == STORE_THERE;
	buf_free(&asked);
	return is;
}

int
asked_keep(const struct couple *c, unsigned int which, struct error *err)
{
	struct buf asked = { 0 };
	size_t i;
	int r = 0;

	for (i = 0; i < c->scales.count && r == 0; i++) {
		buf_clear(&asked);
		shown(&c->scales.at[i], &asked);
		if (which & 1u << i && !asked_before(c, &c->scales.at[i]))
			r = placed_add(&c->mine, "", LAYOUT_ASKED, &asked,
			    err);
	}
	buf_free(&asked);
	return r;
}
