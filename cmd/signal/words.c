/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/error.h"
#include "consent/pause.h"
#include "consent/vocabulary.h"
#include "couple/couple.h"
#include "format/yaml.h"
#include "term/cli.h"
#include "term/screen.h"
#include "words.h"

static enum status
show_own_words(const struct couple *c, const struct cli *cli, const char *who,
    const struct store *tree)
{
	enum status status = STATUS_OK;
	struct error err = { 0 };
	struct yaml y = { 0 };
	struct buf b = { 0 };
	const struct node *list, *n;
	char *called = couple_called(c, who);
	int m;

	screen_say(stdout, "%s", called);
	if (vocabulary_read(tree, &y, &err) == -1)
		status = cli_fail(cli, &err);
	for (m = MEANS_COMFORT; meaning_name((enum meaning)m) != NULL; m++) {
		buf_clear(&b);
		if (m == MEANS_PAUSE)
			buf_str(&b, "pause, stop, no");
		list = yaml_get(y.root, meaning_name((enum meaning)m));
		n = list == NULL || list->type != NODE_LIST ? list :
		    list->child;
		for (; n != NULL; n = list->type == NODE_LIST ? n->next :
		    NULL)
			if (n->type == NODE_TEXT)
				buf_printf(&b, "%s%s", b.length > 0 ? ", " :
				    "", n->text);
		fputs("  ", stdout);
		screen_column(stdout, meaning_name((enum meaning)m), 12);
		screen_wrap(stdout, "", "              ", b.length == 0 ? "-" :
		    b.data);
	}
	buf_free(&b);
	yaml_drop(&y);
	free(called);
	return status;
}

enum status
words_show(const struct couple *c, const struct cli *cli)
{
	enum status status = show_own_words(c, cli, c->me, &c->ours);

	if (c->other != NULL && c->theirs.fd != -1)
		status = cli_worse(status, show_own_words(c, cli,
		    c->other, &c->theirs));
	cli_say(cli, "The names comfort, hesitation and ready can be given "
	    "themselves.");
	cli_say(cli, "You can change yours in %s/%s/person.yaml.",
	    c->shared, c->me);
	return status;
}
