/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/text.h"
#include "base/unsaved.h"
#include "call.h"
#include "couple/couple.h"
#include "entry/editor.h"
#include "fields.h"
#include "scale.h"
#include "store/store.h"
#include "term/ask.h"
#include "term/cli.h"

void
fields_tag(void *arg, const char *tags)
{
	struct call *call = arg;

	if (call->amiss.status == STATUS_OK)
		(void)draft_words(&call->draft, call->draft.tags, "-t", tags,
		    &call->amiss);
}

void
fields_feel(void *arg, const char *feel)
{
	struct call *call = arg;

	if (call->amiss.status == STATUS_OK)
		(void)draft_words(&call->draft, call->draft.feel, "--feel",
		    feel, &call->amiss);
}

void
fields_pace(void *arg, const char *pace)
{
	struct call *call = arg;

	if (call->amiss.status == STATUS_OK)
		(void)draft_pace(&call->draft, pace, &call->amiss);
}

void
fields_today(void *today, const char *words)
{
	unsaved_add(today, UNSAVED_CALL);
	buf_str(today, words);
}

/* Let an editor fill a page. 0, or -1 with err. */
static int
edit(struct call *call, const struct store *private, struct error *err)
{
	struct editor *page = &call->speak.page;
	struct buf text = { 0 };
	int r;

	draft_page(&call->draft, &text);
	r = editor_edit(page, &cli, private, NULL, &text, err);
	while (r == 1 &&
	    (r = draft_read_page(&call->draft, buf_string(&text),
	    buf_string(&page->back), page->back.length, page->path, err)) ==
	    -1 && editor_again(page, &cli, err))
		r = 1;
	buf_free(&text);
	return r;
}

/* Ask on the terminal. 0, or -1 with err. */
static int
ask(struct draft *d, struct error *err)
{
	if (!ask_can(&cli))
		cli_usage(&cli, "there is nothing to keep yet, and no "
		    "terminal to ask on: give SCALE=RATING, -m TEXT, or - for "
		    "stdin");
	return draft_ask(d, &cli, err);
}

int
fields_ratings(struct call *call, char **operands, struct error *err)
{
	const struct input *s = &call->speak;
	int r;

	for (; *operands != NULL; operands++) {
		if (strcmp(*operands, "-") == 0)
			continue;
		r = scale_take(call, *operands, err);
		if (r == -1 || (r == 0 && draft_rating(&call->draft, *operands,
		    err) == -1))
			return -1;
	}
	if ((s->given > 0) + s->from_stdin + s->edit <= 1)
		return 0;
	return error_set(err, STATUS_USAGE, "choose one place for words: -m, "
	    "-e or -");
}

int
fields_take(struct call *call, struct error *err)
{
	const struct couple *c = call->couple;
	struct draft *d = &call->draft;
	struct input *s = &call->speak;
	int r;

	if (s->edit || call->is_asked) {
		r = s->edit ? edit(call, &c->mine, err) : ask(d, err);
		return r == -1 ? -1 : !draft_is_empty(d);
	}
	if (input_is_given(s) && input_take(s, &cli, c, "", "", err) == -1)
		return -1;
	buf_put(&d->note, buf_string(&s->words), s->words.length);
	if (text_valid(buf_string(&d->today), d->today.length, NULL))
		return 1;
	return error_set(err, STATUS_DATA, "expected UTF-8: set the terminal "
	    "to UTF-8, or convert the words with iconv");
}
