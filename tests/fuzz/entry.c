/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * For libFuzzer: entry_read() takes or refuses anything under a name that it
 * knows; what it takes can be added field by field to an entry of one's own,
 * written, read again, and shown harmlessly. The first line of the data is
 * taken for an ID, too.
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/text.h"
#include "entry/entry.h"
#include "format/field.h"
#include "format/output.h"
#include "format/yaml.h"
#include "format/yaml_write.h"
#include "store/entry_id.h"
#include "term/screen.h"

int	 LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
id(const char *s, size_t n)
{
	struct entry_id read;
	char written[ID_SIZE];

	if (id_read(s, n, &read) == -1)
		return;
	id_write(&read, written);
	if (strlen(written) != n || memcmp(written, s, n) != 0)
		abort();
}

/* The same fields in an entry of one's own. */
static void
take_over(const struct entry *e)
{
	struct entry mine = { .id = e->id, .at = e->at },
		     back = { .id = e->id };
	struct error err = { 0 };
	struct buf b = { 0 };
	const struct node *n;

	entry_begin(&mine);
	for (n = e->yaml.root->child; n != NULL; n = n->next)
		if (!field_is(n->key, FIELD_HEADING))
			entry_add(&mine, n);
	yaml_write(&b, mine.yaml.root);
	if (entry_read(&back, buf_string(&b), b.length, "f", &err) == -1 ||
	    !yaml_equal(mine.yaml.root, back.yaml.root) ||
	    back.at.instant != e->at.instant ||
	    back.at.offset != e->at.offset)
		abort();
	entry_free(&mine);
	entry_free(&back);
	buf_free(&b);
}

static void
show(const struct entry *e)
{
	const char *title = entry_title(e->yaml.root);
	struct buf b = { 0 };
	uint32_t c;
	size_t i, used;

	screen_safe(&b, title, strlen(title), 0);
	for (i = 0; i < b.length; i += used) {
		used = text_decode(b.data + i, b.length - i, &c);
		if (used == 0 || (text_is_harmful(c) && c != 0x200c &&
		    c != 0x200d))
			abort();
	}
	buf_clear(&b);
	output_json(&b, e->yaml.root);
	for (i = 0; i < b.length; i++)
		if ((unsigned char)b.data[i] < 0x20)
			abort();
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const char name[] = "20261122t200431z-alex-checkin-a1b2c3";
	const char *s = (const char *)data;
	const char *newline = memchr(s, '\n', n);
	struct entry e = { 0 };
	struct error err = { 0 };

	id(s, newline == NULL ? n : (size_t)(newline - s));
	if (id_read(name, strlen(name), &e.id) == -1)
		abort();
	if (entry_read(&e, s, n, "f", &err) == 0) {
		if (e.at.instant != e.id.instant)
			abort();
		take_over(&e);
		show(&e);
	} else if (err.status != STATUS_DATA ||
	    strncmp(error_message(&err), "f:", 2) != 0)
		abort();
	error_clear(&err);
	entry_free(&e);
	return 0;
}
