/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "cli.h"
#include "couple.h"
#include "draft.h"
#include "keeping.h"
#include "save.h"
#include "status.h"

enum status
keeping_words(const struct cli *cli, const struct couple *c, const char *kind,
    const char *name, int minutes, const struct buf *words)
{
	struct error err = { 0 };
	struct entry e = { 0 };
	enum status status;
	struct draft d;

	if (draft_open(&d, c, &err) == -1)
		return cli_fail(cli, &err);
	d.kind = kind;
	d.name = name;
	d.minutes = minutes;
	buf_put(&d.note, buf_string(words), words->length);
	status = save_draft(cli, &d, &c->mine, when_now(), &e);
	if (status == STATUS_OK && !cli->dry_run)
		cli_say(cli, "Kept, just for you.");
	entry_free(&e);
	draft_free(&d);
	return status;
}

enum status
keeping_offer(const struct cli *cli, const struct couple *c, const char *name,
    int minutes)
{
	static const struct { const char *key, *kind, *ask; } ways[] = {
		{ "k", "ritual", NULL },
		{ "n", "ritual", "What would you like to remember?" },
		{ "t", "thanks", "What are you glad of?" },
		{ "w", "win", "What went gently?" }
	};
	struct buf line = { 0 }, words = { 0 };
	enum status status = STATUS_OK;
	size_t i;

	if (cli_can_ask(cli) && cli_ask("Keep something? Enter for nothing; "
	    "k: that it was, n: a note, t: thanks, w: a win ", &line))
		for (i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
			if (strcmp(buf_string(&line), ways[i].key) != 0)
				continue;
			if (ways[i].ask != NULL)
				cli_ask_lines(cli, ways[i].ask, &words);
			if (ways[i].ask == NULL || words.length > 0)
				status = keeping_words(cli, c, ways[i].kind,
				    name, minutes, &words);
		}
	buf_free(&line);
	buf_free(&words);
	return status;
}
