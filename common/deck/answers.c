/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/error.h"
#include "base/fold.h"
#include "base/text.h"
#include "deck/answers.h"
#include "deck/deck.h"
#include "format/yaml.h"
#include "term/stop.h"

int
answers_is_yes(const char *typed)
{
	struct error ignored = { 0 };
	const struct node *n;
	const char *text;
	struct deck d;
	char bare[TEXT_BARE];
	int yes = 0;

	/* With a sign behind it, it asks. */
	text_bare(typed, bare);
	if (*typed == '\0' || strcmp(bare, typed) != 0 || stop_may_be(typed))
		return 0;
	if (deck_open(&d, "words", "answers", &ignored) == 0)
		for (n = d.first; n != NULL && !yes; n = n->next)
			yes = yaml_is(n, "theme", "yes") &&
			    (text = yaml_get_text(n, "text")) != NULL &&
			    fold_near(text, typed);
	deck_free(&d);
	error_clear(&ignored);
	return yes;
}
