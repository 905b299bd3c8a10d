/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/memory.h"
#include "base/message.h"
#include "call.h"
#include "couple/couple.h"
#include "format/yaml.h"
#include "page.h"
#include "term/cli.h"
#include "topic.h"

/* What one part of a page holds the day to look again in. */
#define LOOK_AGAIN	"look again"

/*
 * Words that stand there already, so that no line of theirs can be taken for
 * a part's name or for a line of ours.
 */
static void
write_words(struct buf *page, const char *text)
{
	size_t n;

	for (; *text != '\0'; text += n + (text[n] == '\n')) {
		n = strcspn(text, "\n");
		if (strchr("[#\\", *text) != NULL && n > 0)
			buf_char(page, '\\');
		buf_put(page, text, n);
		buf_char(page, '\n');
	}
}

/* A page with a part for each topic, those of one's own among them. */
static void
write_page(const struct call *call, struct buf *page)
{
	const struct node *n = call->deck.first;
	const char *id, *text;
	size_t i;

	buf_str(page, message(call->couple->other == NULL ?
	    "# What do you hold? Each part stands for itself;\n"
	    "# leave empty what you like.\n" :
	    "# What do you hold? Your partner can read it. Each part stands "
	    "for itself;\n# leave empty what you like.\n"));
	buf_str(page, message("# Lines like these are left out. "
	    "What you leave as it is stays as it is.\n# A line of yours that "
	    "begins with [ or \\ has a \\ before that.\n"));
	for (; n != NULL; n = n->next) {
		id = yaml_get_text(n, "id");
		if (id == NULL || !records_is_slug(id))
			continue;
		text = hold_mine(&call->holding, id);
		buf_printf(page, "\n[%s]\n# %s\n", id, topic_question(call,
		    id));
		write_words(page, text == NULL ? "" : text);
	}
	for (i = 0; i < call->holding.all.count; i++) {
		id = call->holding.all.items[i].slug;
		text = hold_mine(&call->holding, id);
		if (text == NULL || topic_question(call, id) != NULL)
			continue;
		buf_printf(page, "\n[%s]\n", id);
		write_words(page, text);
	}
	buf_str(page, "\n[" LOOK_AGAIN "]\n");
	buf_str(page, message("# When to look again at what you changed: "
	    "2026-12-09, 2w, 3 months, or none.\n"));
	buf_printf(page, "%s\n", call->review == NULL ? "" : call->review);
}

/* The name of a part, when a line begins one. */
static int
begins_part(const char *line, size_t n, char name[AGREEMENT_SLUG + 1])
{
	if (n < 3 || n > AGREEMENT_SLUG + 2 || *line != '[' ||
	    line[n - 1] != ']')
		return 0;
	memcpy(name, line + 1, n - 2);
	name[n - 2] = '\0';
	return strcmp(name, LOOK_AGAIN) == 0 || records_is_slug(name);
}

/* The next part of a page: its name and words. False after the last. */
static int
next_part(const char **p, char name[AGREEMENT_SLUG + 1], struct buf *words)
{
	char begun[AGREEMENT_SLUG + 1] = "";
	size_t n;
	int found = 0;

	buf_clear(words);
	for (; **p != '\0'; *p += n + ((*p)[n] == '\n')) {
		n = strcspn(*p, "\n");
		if (begins_part(*p, n, begun)) {
			if (found)
				return 1;
			found = 1;
			strlcpy(name, begun, AGREEMENT_SLUG + 1);
		} else if (found && (n > 0 || words->length > 0)) {
			/* As write_words() has it. */
			buf_put(words, *p + (**p == '\\'), n -
			    (**p == '\\'));
			buf_char(words, '\n');
		}
	}
	return found;
}

/* Every part of the page that says something new. */
static int
hold_parts(struct call *call, struct error *err)
{
	const char *p = buf_string(&call->speak.words), *mine;
	char name[AGREEMENT_SLUG + 1], *again = NULL;
	struct buf words = { 0 };
	day review;
	int r = 0;

	while (next_part(&p, name, &words))
		if (strcmp(name, LOOK_AGAIN) == 0 && words.length > 0 &&
		    again == NULL)
			again =
			    need_part(words.data, strcspn(words.data, "\n"));
	/* The day is understood before anything is written. */
	r = hold_review(&call->holding, LOOK_AGAIN, again, &review, err);
	for (p = call->speak.words.data; r == 0 && next_part(&p, name,
	    &words); ) {
		buf_chomp(&words);
		mine = hold_mine(&call->holding, name);
		/* The day to look again is for what was changed. */
		if (strcmp(name, LOOK_AGAIN) == 0 || words.length == 0 ||
		    (mine != NULL && strcmp(mine, words.data) == 0))
			continue;
		if (again == NULL)
			(void)hold_review(&call->holding, name, NULL,
			    &review, err);
		r = hold_hold(&call->holding, name, NULL, words.data,
		    review, err);
	}
	free(again);
	buf_free(&words);
	return r;
}

int
page_hold(struct call *call, struct error *err)
{
	struct buf page = { 0 };
	int r;

	write_page(call, &page);
	r = input_take(&call->speak, &cli, call->couple, "",
	    buf_string(&page), err);
	buf_free(&page);
	if (r == 1 && (r = hold_parts(call, err)) == 0) {
		input_done(&call->speak);
		hold_say(&call->holding, NULL);
	} else if (r == 0)
		cli_say_nothing(&cli);
	return r;
}
