/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/memory.h"
#include "call.h"
#include "consent/agreement_name.h"
#include "couple/couple.h"
#include "format/yaml.h"
#include "format/yaml_write.h"
#include "own.h"
#include "store/layout.h"
#include "store/store_dir.h"
#include "store/store_write.h"
#include "term/cli.h"

int
own_is_private(const struct card *card)
{
	return card->from == CARD_MINE;
}

/*
 * Write a deck with one question into `page`: a file each can be moved to the
 * shared place, changed or removed without the others.
 */
static void
write_deck(const struct call *call, const char *id, const char *text,
    struct buf *page)
{
	struct yaml y = { 0 };
	struct node *item, *items;
	char date[WHEN_DAY_SIZE];

	calendar_write(call->today.on, date);
	yaml_put(&y, "deck", "own");
	yaml_put(&y, "added", date);
	items = yaml_put_node(&y, "items", yaml_new(&y, NODE_LIST));
	item = yaml_add(&y, items, NULL, yaml_new(&y, NODE_MAP));
	yaml_add_text(&y, item, "id", id);
	yaml_add_text(&y, item, "theme", call->want.theme);
	yaml_add_text(&y, item, "depth", call->want.depth);
	yaml_add_text(&y, item, "text", text);
	yaml_write(page, y.root);
	yaml_drop(&y);
}

/* Check that a file called after `id` would be read. 0, or -1 with err. */
static int
has_room(const struct call *call, const char *id, struct error *err)
{
	const struct couple *c = call->couple;
	struct store_dir d = { .fd = -1 };
	int r = store_open_dir(&c->mine, LAYOUT_PROMPTS, &d, err);
	size_t count = d.count;

	store_free_dir(&d);
	if (r == -1)
		return -1;
	if (count >= CATALOG_FILES)
		return error_set(err, STATUS_NO, "%s/%s: more files than are "
		    "read would be there: put some of your questions into one "
		    "of them, and it goes on", c->mine.path, LAYOUT_PROMPTS);
	if (catalog_find(&call->today.cards, id) != NULL)
		return error_set(err, STATUS_NO, "%s: a question has that name "
		    "already: begin yours with another word", id);
	return 0;
}

/* It is in `file`; where it is listed, and where it can be changed. */
static void
say_kept(const struct call *call, const char *id, const char *file)
{
	const struct couple *c = call->couple;
	const char *theme = call->want.theme;

	if (!call->cli->quiet)
		puts(id);
	if (theme != NULL)
		cli_say(call->cli, "Kept, for you alone. 'prompt list --from "
		    "%s --theme %s' has it.", c->me, theme);
	else
		cli_say(call->cli, "Kept, for you alone. 'prompt list --from "
		    "%s' has it.", c->me);
	cli_say(call->cli, "To change it, or to take it away: %s/%s/%s",
	    c->mine.path, LAYOUT_PROMPTS, file);
}

/* Keep the question `text`. A status, or -1 with err. */
static int
keep(struct call *call, const char *text, struct error *err)
{
	const struct couple *c = call->couple;
	char id[AGREEMENT_SLUG + 1], *file;
	enum store_wrote wrote = STORE_NOT;
	struct buf page = { 0 };

	agreement_slug(text, id);
	if (has_room(call, id, err) == -1)
		return -1;
	write_deck(call, id, text, &page);
	file = need_printf("%s.yaml", id);
	if (call->cli->dry_run)
		fputs(buf_string(&page), stdout);
	else
		wrote = store_create(&c->mine, LAYOUT_PROMPTS, file,
		    buf_string(&page), page.length, err);
	buf_free(&page);
	if (wrote == STORE_EXISTS)
		(void)error_set(err, STATUS_NO, "%s/%s/%s: a question of yours "
		    "has that name already; it is yours to edit", c->mine.path,
		    LAYOUT_PROMPTS, file);
	if (wrote == STORE_WROTE)
		say_kept(call, id, file);
	free(file);
	return call->cli->dry_run || wrote == STORE_WROTE ? STATUS_OK : -1;
}

int
own_new(struct call *call, char **operands, struct error *err)
{
	int r;

	input_operands(&call->speak, operands);
	couple_say_reader(call->couple, call->cli);
	r = input_take(&call->speak, call->cli, call->couple, "A question of "
	    "your own, as you would ask it:", "# A question of your own, for "
	    "you alone. Lines like these are left out.\n\n", err);
	if (r == 0)
		cli_say_nothing(call->cli);
	if (r != 1)
		return r;
	r = keep(call, buf_trim(&call->speak.words), err);
	if (r == STATUS_OK)
		input_done(&call->speak);
	return r;
}
