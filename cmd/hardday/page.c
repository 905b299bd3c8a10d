/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "call.h"
#include "couple/couple.h"
#include "page.h"
#include "plan/own.h"
#include "store/records.h"
#include "term/cli.h"
#include "term/screen.h"

#define NAME	"hardday"	/* of its file */

/* Stands on it, whoever reads it: a page is no consent. */
#define ASK_FIRST	"Ask me first: today may be different."

/* Find the page among what was read; NULL where there is none. */
static const struct own_item *
find(const struct own *own)
{
	size_t i;

	for (i = 0; i < own->count; i++)
		if (strcmp(own->items[i].name, NAME) == 0)
			return &own->items[i];
	return NULL;
}

int
page_is_there(const struct call *call, enum status *status)
{
	struct own own = { 0 };
	int there;

	*status = own_read(call->couple, &cli, OWN_PAGES, &own);
	there = find(&own) != NULL;
	own_free(&own);
	return there;
}

enum status
page_show(struct call *call)
{
	const struct own_item *page;
	struct own own = { 0 };
	enum status status;

	status = own_read(call->couple, &cli, OWN_PAGES, &own);
	if ((page = find(&own)) != NULL) {
		screen_say(stdout, ASK_FIRST);
		screen_wrap(stdout, "  ", "  ", page->text);
	} else if (status == STATUS_OK)
		cli_say(&cli, "There is no page yet. 'hardday page -e' writes "
		    "one, on a good day, if you like.");
	own_free(&own);
	return status;
}

static int
keep(struct call *call, const struct own_item *before, struct error *err)
{
	struct own_item page = { .room = OWN_PAGES, .name = NAME,
	    .at = clock_now() };
	int r;

	call->speak.before = before == NULL ? NULL : before->text;
	couple_say_reader(call->couple, &cli);
	r = input_take(&call->speak, &cli, call->couple, "", "# A page for a "
	    "harder day, for you alone. What helps me? What does not help? "
	    "Whom do I call?\n# Lines like these are left out.\n\n", err);
	call->speak.before = NULL;
	if (r == 0)
		cli_say_nothing(&cli);
	if (r != 1)
		return r;
	page.text = call->speak.words.data;
	if (own_replace(call->couple, &cli, &page, err) == -1)
		return -1;
	input_done(&call->speak);
	if (!cli.dry_run)
		cli_say(&cli, "Kept, for you alone. 'hardday' offers it first. "
		    "What stood there before, if anything did, is in your "
		    "trash.");
	return STATUS_OK;
}

int
page_write(struct call *call, char **operands, struct error *err)
{
	struct own own = { 0 };
	enum status status;
	int r;

	(void)operands;
	if (!input_is_given(&call->speak))
		return (int)page_show(call);
	status = own_read(call->couple, &cli, OWN_PAGES, &own);
	r = keep(call, find(&own), err);
	own_free(&own);
	return r == -1 ? -1 : (int)status;
}

int
page_drop(struct call *call, char **operands, struct error *err)
{
	const struct own_item *page;
	struct own own = { 0 };
	enum status status;
	int r = 0;

	(void)operands;
	status = own_read(call->couple, &cli, OWN_PAGES, &own);
	if ((page = find(&own)) == NULL)
		r = own_unknown(&own, status, NAME, "hardday page", err);
	else if (!cli.dry_run)
		r = own_drop(call->couple, page, err);
	if (r == 0)
		records_say_dropped(&cli, " " NAME);
	own_free(&own);
	return r == -1 ? -1 : (int)status;
}
