/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>

#include "base/clock.h"
#include "format/output.h"
#include "format/yaml.h"
#include "own.h"
#include "plan/own_scale.h"
#include "review/lookback.h"
#include "review/ratings.h"
#include "term/cli.h"
#include "term/screen.h"

static void
print_text(const struct ratings *r, const struct own_scale *s)
{
	char typical[RATINGS_MEDIAN];
	int least, most;

	(void)ratings_range(r, &least, &most);
	(void)ratings_median(r, typical);
	if (least == most)
		screen_say(stdout, "%s, for you alone: %d (0 %s to 10 %s).",
		    s->name, least, s->low, s->high);
	else
		screen_say(stdout, "%s, for you alone: from %d to %d, most "
		    "often near %s (0 %s to 10 %s).", s->name, least, most,
		    typical, s->low, s->high);
}

static void
print_data(const struct ratings *r, const struct own_scale *s,
    enum cli_format format)
{
	static const char *const columns[] = { "scale", "least", "typical",
	    "most", NULL };
	char typical[RATINGS_MEDIAN];
	struct yaml y = { 0 };
	int least, most;

	(void)ratings_range(r, &least, &most);
	(void)ratings_median(r, typical);
	yaml_put(&y, "scale", s->name);
	yaml_put_node(&y, "least", yaml_new_int(&y, least));
	yaml_add_word(&y, y.root, "typical", typical);
	yaml_put_node(&y, "most", yaml_new_int(&y, most));
	output_print(&y, columns, format);
}

enum status
own_print(const struct lookback *l, const struct own_scale *s,
    enum cli_format format)
{
	struct ratings r = { { 0 } };
	enum status status;

	status = own_numbers_each(l->couple, l->cli, s->name, l->now.first,
	    l->now.last, ratings_take, &r);
	if (ratings_count(&r) > 0 && format == FORMAT_TEXT)
		print_text(&r, s);
	else if (ratings_count(&r) > 0)
		print_data(&r, s, format);
	else if (format == FORMAT_TEXT && status == STATUS_OK)
		cli_say(l->cli, "No numbers of that scale are here from those "
		    "days, and that is fine.");
	return status;
}
