/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/fold.h"
#include "base/memory.h"
#include "before.h"
#include "call.h"
#include "couple/couple.h"
#include "plan/own.h"
#include "store/records.h"
#include "term/cli.h"
#include "term/screen.h"

#define LISTS	"boundary before"

static int
show(const struct call *call)
{
	struct own own = { 0 };
	struct buf line = { 0 };
	enum status status;
	size_t i;

	status = own_read(call->couple, &cli, OWN_BEFORE, &own);
	for (i = 0; i < own.count; i++) {
		buf_clear(&line);
		buf_str(&line, own.items[i].text);
		screen_add_id(&line, own.items[i].name);
		screen_wrap(stdout, "  ", "    ", buf_string(&line));
	}
	if (own.count > 0)
		screen_say(stdout, "For you alone. Even where all of this is "
		    "so, it is not a yes. You may want no closeness today.");
	else if (status == STATUS_OK)
		screen_say(stdout, "What do you need before any closeness? "
		    "'boundary before TEXT' keeps a line, for you alone.");
	buf_free(&line);
	own_free(&own);
	return (int)status;
}

/* Keep a line. 0, or -1 with err. */
static int
keep_line(const struct call *call, const char *line, size_t n,
    struct error *err)
{
	struct own_item item = { .room = OWN_BEFORE, .at = clock_now() };
	int r = 0;

	line = buf_trimmed(line, &n);
	if (n == 0)
		return 0;
	if (n > BOUNDARY_SUBJECT)
		return error_set(err, STATUS_DATA, "at most %zu bytes a line, "
		    "please", BOUNDARY_SUBJECT);
	item.text = need_part(line, n);
	r = own_keep(call->couple, &cli, &item, err);
	free(item.text);
	return r;
}

static int
keep(struct call *call, struct error *err)
{
	const char *p, *end;
	int r;

	couple_say_reader(call->couple, &cli);
	r = input_take(&call->speak, &cli, call->couple, "", "", err);
	if (r == 0)
		cli_say_nothing(&cli);
	if (r != 1)
		return r;
	for (p = buf_string(&call->speak.words); *p != '\0'; p = end +
	    (*end == '\n')) {
		end = p + strcspn(p, "\n");
		if (keep_line(call, p, (size_t)(end - p), err) == -1)
			return -1;
	}
	input_done(&call->speak);
	if (!cli.dry_run)
		cli_say(&cli, "Kept, for you alone. Nothing shares it.");
	return STATUS_OK;
}

int
before_lines(struct call *call, char **operands, struct error *err)
{
	(void)operands;
	return input_is_given(&call->speak) ? keep(call, err) : show(call);
}

/* True for a line that was meant: by its name or its words; NULL is all. */
static int
is_meant(const struct own_item *item, const char *wanted)
{
	return wanted == NULL || strcmp(item->name, wanted) == 0 ||
	    fold_same(item->text, wanted);
}

int
before_drop(struct call *call, char **operands, struct error *err)
{
	const char *wanted = call->wanted.length == 0 ? NULL :
	    buf_string(&call->wanted);
	struct buf names = { 0 };
	struct own own = { 0 };
	enum status status;
	int found = 0, r = 0;
	size_t i;

	(void)operands;
	status = own_read(call->couple, &cli, OWN_BEFORE, &own);
	for (i = 0; r == 0 && i < own.count; i++) {
		if (!is_meant(&own.items[i], wanted))
			continue;
		found = 1;
		buf_printf(&names, " %s", own.items[i].name);
		if (!cli.dry_run)
			r = own_drop(call->couple, &own.items[i], err);
	}
	if (!found)
		r = own_unknown(&own, status, wanted == NULL ? "before" :
		    wanted, LISTS, err);
	if (r == 0)
		records_say_dropped(&cli, buf_string(&names));
	buf_free(&names);
	own_free(&own);
	return r == -1 ? -1 : (int)status;
}
