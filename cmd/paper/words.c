/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "call.h"
#include "consent/pause_word.h"
#include "consent/vocabulary.h"
#include "couple/couple.h"
#include "couple/person.h"
#include "format/yaml.h"
#include "store/store.h"
#include "sheet.h"
#include "term/cli.h"
#include "term/stop.h"
#include "words.h"

/* How large it is in print. */
static const char words_style[] =
    "body { font-size: 18pt } h1 { font-size: 48pt; margin: 0 }\n"
    "ul { padding: 0; list-style: none }\n"
    "li { font: bold 34pt/1.3 sans-serif }\n";

/* The words of one meaning, after those that are there. */
static void
add_words(const char **list, const struct node *words)
{
	const struct node *n = yaml_first(words);

	while (*list != NULL)
		list++;
	for (; n != NULL; n = n->next)
		if (n->type == NODE_TEXT && n->length > 0 &&
		    !stop_always(n->text))
			*list++ = n->text;
}

static size_t
count_words(const struct node *words)
{
	const struct node *n = yaml_first(words);
	size_t count = 0;

	for (; n != NULL; n = n->next)
		count++;
	return count;
}

/*
 * Return the language of the other, to be freed: on a card that both may need
 * it stands as well; English where they do not say. NULL without another one.
 */
static char *
second_language(const struct couple *c)
{
	struct error ignored = { 0 };
	struct store root = { .fd = -1 };
	struct yaml y = { 0 };
	const char *said = NULL;
	char *language;

	if (c->other == NULL)
		return NULL;
	if (couple_root(c, &root, &ignored) == 0 &&
	    person_read(&root, c->other, &y, &ignored) == 0)
		said = yaml_get_text(y.root, "language");
	language = need_string(said != NULL ? said : "en");
	error_clear(&ignored);
	yaml_drop(&y);
	store_close(&root);
	return language;
}

int
words_print(struct call *call, char **operands, struct error *err)
{
	struct sheet s = {
		.title = SENTENCE("Pause"),
		.before = SENTENCE("Each of these words stops everything, at "
		    "once:"),
		.after = {
			SENTENCE("No reason is needed. Nothing is owed."),
			SENTENCE("Going still, tears, no answer: each is a "
			    "pause, too."),
			SENTENCE("Whoever hears it stops, moves back, and asks "
			    "nothing."),
			SENTENCE("Only the person who paused ends it. The end "
			    "is not a yes.")
		},
		.style = words_style
	};
	const struct node *pauses, *waits;
	struct yaml y = { 0 };
	enum status status = STATUS_OK;
	size_t always = 0;
	char *second;

	(void)operands;
	/* Those that always pause stand there whatever else cannot be read. */
	if (call->couple->ours.fd != -1 &&
	    vocabulary_read(&call->couple->ours, &y, err) == -1)
		status = cli_fail(&cli, err);
	pauses = yaml_get(y.root, meaning_name(MEANS_PAUSE));
	waits = yaml_get(y.root, meaning_name(MEANS_HESITATION));
	while (stop_word(always) != NULL)
		always++;
	call->words = sheet_room(always + count_words(pauses));
	call->others = sheet_room(count_words(waits));
	while (always-- > 0)
		call->words[always] = stop_word(always);
	add_words(call->words, pauses);
	add_words(call->others, waits);
	s.words = call->words;
	s.others = call->others;
	s.between = s.others[0] == NULL ? NULL :
	    SENTENCE("And these say: wait, or softer.");
	s.second = second = second_language(call->couple);
	status = cli_worse((enum status)sheet_print(call, &s), status);
	free(second);
	yaml_drop(&y);
	return (int)status;
}
