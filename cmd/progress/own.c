/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>

#include "base/clock.h"
#include "couple/scale.h"
#include "format/output.h"
#include "format/yaml.h"
#include "own.h"
#include "plan/own_scale.h"
#include "review/lookback.h"
#include "term/cli.h"
#include "term/screen.h"

/* How often each number was given, which is shown to nobody. */
struct numbers {
	unsigned int	 times[SCALE_MOST + 1];
	unsigned int	 all;
};

static void
take(void *arg, const char *id, struct when at, long number)
{
	struct numbers *n = arg;

	(void)id;
	(void)at;
	n->times[number]++;
	n->all++;
}

/* Return the number below which `part` of all lie. */
static int
nth(const struct numbers *n, unsigned int part)
{
	unsigned int seen = 0;
	int i;

	for (i = 0; i < SCALE_MOST; i++)
		if ((seen += n->times[i]) > part)
			break;
	return i;
}

static void
print_text(const struct numbers *n, const struct own_scale *s)
{
	int low = nth(n, 0), high = nth(n, n->all - 1);

	if (low == high)
		screen_say(stdout, "%s, for you alone: %d (0 %s to 10 %s).",
		    s->name, low, s->low, s->high);
	else
		screen_say(stdout, "%s, for you alone: from %d to %d, most "
		    "often near %d (0 %s to 10 %s).", s->name, low, high,
		    nth(n, n->all / 2), s->low, s->high);
}

static void
print_data(const struct numbers *n, const struct own_scale *s,
    enum cli_format format)
{
	static const char *const columns[] = { "scale", "low", "typical",
	    "high", NULL };
	struct yaml y = { 0 };

	yaml_put(&y, "scale", s->name);
	yaml_put_node(&y, "low", yaml_new_int(&y, nth(n, 0)));
	yaml_put_node(&y, "typical", yaml_new_int(&y, nth(n, n->all / 2)));
	yaml_put_node(&y, "high", yaml_new_int(&y, nth(n, n->all - 1)));
	output_print(&y, columns, format);
}

enum status
own_print(const struct lookback *l, const struct own_scale *s,
    enum cli_format format)
{
	struct numbers n = { .all = 0 };
	enum status status;

	status = own_numbers_each(l->couple, l->cli, s->name, l->now.first,
	    l->now.last, take, &n);
	if (n.all > 0 && format == FORMAT_TEXT)
		print_text(&n, s);
	else if (n.all > 0)
		print_data(&n, s, format);
	else if (format == FORMAT_TEXT && status == STATUS_OK)
		cli_say(l->cli, "No numbers of that scale are here from those "
		    "days, and that is fine.");
	return status;
}
