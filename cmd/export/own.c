/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdint.h>

#include "base/clock.h"
#include "base/error.h"
#include "couple/couple.h"
#include "format/output.h"
#include "format/yaml.h"
#include "own.h"
#include "plan/own.h"
#include "plan/own_scale.h"
#include "term/cli.h"

static const char *const rooms[] = {
	[OWN_STEPS] = "step",
	[OWN_VISITS] = "visit",
	[OWN_BEFORE] = "before",
	[OWN_THOUGHTS] = "thought",
	[OWN_PAGES] = "page"
};

static void
put_item(const struct own_item *item)
{
	char at[WHEN_AT_SIZE];
	struct yaml y = { 0 };

	yaml_put_word(&y, "own", rooms[item->room]);
	yaml_put(&y, "id", item->name);
	if (item->at.instant != 0) {
		clock_write(item->at, at);
		yaml_put(&y, "at", at);
	}
	yaml_put(&y, "step", item->step);
	yaml_put(&y, "ratings", item->ratings);
	yaml_put(&y, "text", item->text);
	yaml_put(&y, "harsh", item->harsh);
	output_print(&y, NULL, FORMAT_JSON);
}

static void
put_scale(const struct own_scale *s)
{
	struct yaml y = { 0 };

	yaml_put_word(&y, "own", "scale");
	yaml_put(&y, "id", s->name);
	yaml_put(&y, "about", s->about);
	yaml_put(&y, "low", s->low);
	yaml_put(&y, "high", s->high);
	output_print(&y, NULL, FORMAT_JSON);
}

/* Add a number of the scale `arg`. */
static void
put_number(void *arg, const char *id, struct when at, long number)
{
	char s[WHEN_AT_SIZE];
	struct yaml y = { 0 };

	clock_write(at, s);
	yaml_put_word(&y, "own", "number");
	yaml_put(&y, "id", id);
	yaml_put(&y, "at", s);
	yaml_put(&y, "scale", arg);
	yaml_put_node(&y, "number", yaml_new_int(&y, number));
	output_print(&y, NULL, FORMAT_JSON);
}

enum status
own_put(const struct couple *c, const struct cli *cli)
{
	enum status status = STATUS_OK;
	struct error err = { 0 };
	struct own_scales scales;
	struct own own = { 0 };
	enum own_room room;
	size_t i;

	for (room = 0; room < OWN_ROOMS; room++)
		cli_worsen(&status, own_read(c, cli, room, &own));
	for (i = 0; i < own.count; i++)
		put_item(&own.items[i]);
	own_free(&own);
	if (own_scales_read(c, &scales, &err) == -1)
		cli_worsen(&status, cli_fail(cli, &err));
	for (i = 0; i < scales.count; i++) {
		put_scale(&scales.at[i]);
		cli_worsen(&status, own_numbers_each(c, cli, scales.at[i].name,
		    0, clock_day(clock_local(WHEN_LAST)), put_number,
		    (void *)(uintptr_t)scales.at[i].name));
	}
	own_scales_free(&scales);
	return status;
}
