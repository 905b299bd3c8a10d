/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/memory.h"
#include "consent/pause.h"
#include "consent/vocabulary.h"
#include "couple/couple.h"
#include "format/output.h"
#include "format/yaml.h"
#include "term/cli.h"
#include "term/screen.h"
#include "words.h"

#define MOST_WORDS	64	/* of one meaning that are shown */

/* The words of one meaning, with those of everyone; their list is `own`. */
static size_t
gather(const struct node *own, enum meaning m, const char *words[MOST_WORDS])
{
	static const char *const everyones[] = { "pause", "stop", "no" };
	const struct node *n = own;
	size_t i, count = 0;

	for (i = 0; m == MEANS_PAUSE && i < nitems(everyones); i++)
		words[count++] = everyones[i];
	if (own != NULL && own->type == NODE_LIST)
		n = own->child;
	for (; n != NULL && count < MOST_WORDS; n = n == own ? NULL : n->next)
		if (n->type == NODE_TEXT)
			words[count++] = n->text;
	return count;
}

static void
show(const char *meaning, const char *const *words, size_t count)
{
	char *lead = need_printf("  %-12s", meaning);
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < count; i++)
		buf_printf(&b, "%s%s", i > 0 ? ", " : "", words[i]);
	screen_wrap(stdout, lead, "              ", count == 0 ? "-" : b.data);
	buf_free(&b);
	free(lead);
}

/* A record for each word. */
static void
print(const char *who, const char *meaning, const char *const *words,
    size_t count, enum cli_format format)
{
	static const char *const columns[] = { "by", "meaning", "word", NULL };
	struct yaml y;
	size_t i;

	for (i = 0; i < count; i++) {
		memset(&y, 0, sizeof(y));
		yaml_put(&y, "by", who);
		yaml_put(&y, "meaning", meaning);
		yaml_put(&y, "word", words[i]);
		output_print(&y, columns, format);
	}
}

static enum status
show_own_words(const struct couple *c, const struct cli *cli, const char *who,
    const struct store *tree)
{
	enum status status = STATUS_OK;
	struct error err = { 0 };
	struct yaml y = { 0 };
	const char *words[MOST_WORDS], *meaning;
	char *called = couple_called(c, who);
	size_t count;
	int m;

	if (cli->format == FORMAT_TEXT)
		screen_say(stdout, "%s", called);
	if (vocabulary_read(tree, &y, &err) == -1)
		status = cli_fail(cli, &err);
	for (m = MEANS_COMFORT; (meaning = meaning_name((enum meaning)m)) !=
	    NULL; m++) {
		count = gather(yaml_get(y.root, meaning), (enum meaning)m,
		    words);
		if (cli->format == FORMAT_TEXT)
			show(meaning, words, count);
		else
			print(who, meaning, words, count, cli->format);
	}
	yaml_drop(&y);
	free(called);
	return status;
}

enum status
words_show(const struct couple *c, const struct cli *cli)
{
	enum status status = show_own_words(c, cli, c->me, &c->ours);

	if (c->other != NULL && c->theirs.fd != -1)
		cli_worsen(&status, show_own_words(c, cli, c->other,
		    &c->theirs));
	if (cli->format != FORMAT_TEXT)
		return status;
	cli_say(cli, "The names comfort, hesitation and ready can be given "
	    "themselves.");
	cli_say(cli, "You can change yours in %s/%s/person.yaml.",
	    c->shared, c->me);
	return status;
}
