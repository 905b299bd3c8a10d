/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <errno.h>
#include <string.h>

#include "base/fold.h"
#include "base/memory.h"
#include "base/text.h"
#include "entry/entry.h"
#include "entry/scan_filter.h"
#include "format/field.h"
#include "format/yaml.h"
#include "store/entry_id.h"

int
scan_filter_passes(const struct scan_filter *f, const struct entry_id *id)
{
	return id->instant >= f->since && id->instant <= f->until &&
	    (f->by == NULL || strcmp(f->by, id->who) == 0) &&
	    (f->kinds == NULL || text_index(f->kinds, id->kind) != -1);
}

/* Whether `text`, which a person wrote, is what `arg` looks for. */
typedef int	 looks_for(const void *arg, const char *text);

static int
matches(const void *match, const char *text)
{
	int r;

	/* Some say that nothing matches where memory is refused. */
	errno = 0;
	r = regexec(match, text, 0, NULL, 0);
	if (r != 0 && (r == REG_ESPACE || errno == ENOMEM))
		memory_refused();
	return r == 0;
}

int
scan_filter_has_tag(const struct node *root, const char *tag)
{
	const struct node *n = yaml_first(yaml_get(root, "tags"));

	while (n != NULL && (n->type != NODE_TEXT || !fold_same(n->text, tag)))
		n = n->next;
	return n != NULL;
}

static int
holds(const void *word, const char *text)
{
	return fold_holds(text, word);
}

/* True where something that a person wrote into an entry is looked for. */
static int
says(const struct node *root, looks_for *is_it, const void *arg)
{
	const struct node *n, *word;

	for (n = root->child; n != NULL; n = n->next) {
		if (field_is(n->key, FIELD_HEADING) ||
		    !field_is(n->key, FIELD_TEXT | FIELD_LIST))
			continue;
		if (n->type == NODE_TEXT && is_it(arg, n->text))
			return 1;
		for (word = n->child; word != NULL; word = word->next)
			if (word->type == NODE_TEXT &&
			    is_it(arg, word->text))
				return 1;
	}
	return 0;
}

static int
says_all(const struct node *root, char *const *words)
{
	while (words != NULL && *words != NULL && says(root, holds, *words))
		words++;
	return words == NULL || *words == NULL;
}

int
scan_filter_takes(const struct scan_filter *f, const struct entry *e)
{
	const struct node *root = e->yaml.root;

	return (!f->has_span || span_has(&f->span, e->at)) &&
	    (f->tag == NULL || scan_filter_has_tag(root, f->tag)) &&
	    (f->match == NULL || says(root, matches, f->match)) &&
	    says_all(root, f->words);
}
