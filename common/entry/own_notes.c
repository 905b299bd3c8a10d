/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/memory.h"
#include "consent/agreement_name.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "deck/hurt.h"
#include "entry/entry.h"
#include "entry/own_notes.h"
#include "entry/reader.h"

#define LATELY_DAYS	2	/* how long a hard day is kept in mind */
#define VISIT_DAYS	120	/* how long a visit is what one last did */

/* Look at one entry of one's own, the newest last. */
static void
note(const struct couple *c, const struct entry *e, time_t lately,
    struct own_notes *own)
{
	const char *name = yaml_get_text(e->yaml.root, "name");
	int is_visit = strcmp(e->id.kind, "visit") == 0;

	if (is_visit && name != NULL) {
		free(own->name);
		own->name = need_string(name);
		agreement_slug(name, own->step);
	}
	if (e->id.instant < lately && !is_visit)
		return;
	/*
	 * What was hard in these days is not made good by what came after; a
	 * hard visit of longer ago only by another one.
	 */
	if (hurt_is_told(c, e->yaml.root)) {
		own->say = NOTES_HARD;
		own->hard_lately |= e->id.instant >= lately;
	} else if (own->hard_lately || (own->say == NOTES_HARD && !is_visit))
		return;
	else if (yaml_is(e->yaml.root, "pace", "slower"))
		own->say = NOTES_SLOWER;
	else
		own->say = NOTES_VISIT;
}

enum status
own_notes_read(const struct couple *c, const struct cli *cli,
    struct own_notes *own)
{
	static const char *const kinds[] = { "checkin", "visit", NULL };
	const struct store *mine = &c->mine, *from;
	struct scan_filter filter = { .kinds = kinds };
	struct entry e = { 0 };
	struct reader r;
	time_t now = clock_now().instant;
	enum status status;

	memset(own, 0, sizeof(*own));
	own->say = NOTES_NONE;
	filter.since = now - VISIT_DAYS * 86400L;
	filter.until = now + 86400;
	reader_open(&r, c, &mine, 1, &filter);
	while (reader_next(&r, &e, &from))
		note(c, &e, now - LATELY_DAYS * 86400L, own);
	status = reader_report(&r, cli);
	entry_free(&e);
	reader_free(&r);
	if (own->say == NOTES_VISIT && own->step[0] == '\0')
		own->say = NOTES_NONE;
	return status;
}
