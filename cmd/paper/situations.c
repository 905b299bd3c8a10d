/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "call.h"
#include "deck/deck.h"
#include "format/yaml.h"
#include "sheet.h"
#include "situations.h"

/* How large it is in print: all of it on two pages. */
static const char situations_style[] =
    "body { font-size: 15pt } h1 { font-size: 30pt; margin: 0 }\n"
    "ul { padding: 0; list-style: none }\n"
    "li { font-size: 16pt; line-height: 1.5 }\n";

int
situations_print(struct call *call, char **operands, struct error *err)
{
	struct sheet s = {
		.title = SENTENCE("My map"),
		.before = SENTENCE("Draw a ring round n: not for now. Round a: "
		    "ask me first. Any line can stay empty."),
		.after = {
			SENTENCE("For me. It gives no permission. Nobody needs "
			    "to see it."),
			SENTENCE("What has no ring is not a yes.")
		},
		.style = situations_style
	};
	const char *text, *group, *last = "";
	const struct node *n;
	struct deck d;
	size_t count = 0;

	(void)operands;
	if (deck_open(&d, "boundaries", "boundaries", err) == -1)
		return -1;
	s.language = yaml_get_text(d.yaml.root, "locale");
	for (n = d.first; n != NULL; n = n->next)
		count += 2;
	s.words = call->words = sheet_room(count);
	for (count = 0, n = d.first; n != NULL; n = n->next) {
		if ((text = yaml_get_text(n, "text")) == NULL)
			continue;
		group = yaml_get_text(n, "theme");
		if (group != NULL && strcmp(group, last) != 0)
			s.words[count++] = last = group;
		s.words[count++] = need_printf("n   a   %s", text);
	}
	return sheet_print(call, &s);
}
