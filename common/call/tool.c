/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/unsaved.h"
#include "call/input.h"
#include "call/tool.h"
#include "call/verb.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "couple/places.h"
#include "deck/answers.h"
#include "format/output.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/pager.h"

static const struct tool *running;

/* Return what the other is called, as far as it can be told; in new memory. */
static char *
other_name(struct cli *cli)
{
	struct couple c = { 0 };
	struct error ignored = { 0 };
	struct store root = { .fd = -1 };
	char *name = NULL;
	int r;

	r = couple_settings(&c, cli, &ignored);
	places_enter(&c.settings, cli, COUPLE_LOOK);
	if (r == 0 && couple_root(&c, &root, &ignored) == 0 &&
	    couple_read(&c, root.fd, &ignored) == 0 &&
	    couple_choose(&c, cli, &ignored) == 0 && c.other != NULL)
		name = need_string(c.other);
	error_clear(&ignored);
	store_close(&root);
	couple_free(&c);
	return name == NULL ? need_string(message("your partner")) : name;
}

static void
list_verbs(struct cli *cli)
{
	char *other = other_name(cli);

	putchar('\n');
	verb_list(running->verbs, "", other);
	free(other);
}

/* True where a call may print more than the screen holds, for a person. */
static int
pages(const struct tool *t, const struct verb *v)
{
	return v->does & VERB_PAGES && t->cli->format == FORMAT_TEXT &&
	    !t->cli->plain && !t->cli->no_input && !verb_is_given("edit");
}

static enum status
run(const struct tool *t, const struct verb *v, char **operands)
{
	struct error err = { 0 };
	enum status read = STATUS_OK, before;
	int r;

	if (t->begin != NULL)
		read = t->begin(t->call, v);
	before = t->cli->worst;
	if (v->does & (VERB_SHOWS | VERB_PLAIN))
		cli_worsen(&t->cli->worst, read);
	if (v->does & (VERB_SHOWS | VERB_PLAIN) && !(v->does & VERB_WRITES))
		cli_only_shows();
	if (pages(t, v))
		pager_begin();
	if (t->cli->header)
		output_header();
	r = v->run(t->call, operands, &err);
	if (r == -1) {
		/* Why it could not be done counts, not what else was read. */
		if (t->cli->worst == read)
			t->cli->worst = before;
		return cli_fail(t->cli, &err);
	}
	/* What can be read has no say in what is taken back. */
	return v->does & VERB_BACK ? (enum status)r :
	    cli_worse(read, (enum status)r);
}

/* Whether what is for two may go on. STATUS_OK, or what was said instead. */
static enum status
ask_pause(const struct tool *t, const struct verb *v)
{
	struct error err = { 0 };

	if (verb_waits(v) && ((t->alone != NULL &&
	    couple_needs_two(t->couple, t->alone, &err) == -1) ||
	    !pause_lets_hold(t->couple, &err)))
		return cli_fail(t->cli, &err);
	return STATUS_OK;
}

/* What of the couple a verb needs. */
static int
needs(const struct tool *t, const struct verb *v)
{
	int ours = v->does & VERB_OURS || (v->does & VERB_SHARE &&
	    verb_is_given("share"));

	return COUPLE_ME | t->needs | (ours ? COUPLE_OURS : 0) |
	    (v->does & VERB_BACK ? COUPLE_BACK : 0) |
	    (v->does & VERB_EITHER ? COUPLE_EITHER : 0) |
	    (v->does & VERB_ENTRIES ? COUPLE_ENTRIES : 0) |
	    (v->does & VERB_TREES ? COUPLE_TREES : 0);
}

int
tool_main(const struct tool *t, int argc, char **argv)
{
	static struct input none;
	struct input *input = t->input == NULL ? &none : t->input;
	struct cli *cli = t->cli;
	const struct verb *v;
	enum status status;

	running = t;
	ask_yes_also(answers_is_yes);
	cli->call = t->call;
	cli->list_verbs = list_verbs;
	(void)options_next(cli, argc, argv);
	/* Whether somebody sits there is known before anything takes long. */
	(void)ask_can(cli);
	argv += optind;
	v = verb_find(cli, t->verbs, &argv);
	if (cli->header && cli->format != FORMAT_TSV)
		cli_usage(cli, "--header: goes with --format tsv");
	if (t->check != NULL)
		t->check(t->call, v, argv);
	if (pages(t, v))
		pager_prepare();
	status = input_open(input, cli, t->couple, needs(t, v), v->does &
	    VERB_EDITS || verb_is_given("edit"), v, argv, t->open);
	if (status == STATUS_OK && (status = ask_pause(t, v)) == STATUS_OK)
		unsaved_remove(&input->call);
	if (status == STATUS_OK || v->does & VERB_ANYWAY)
		cli_worsen(&status, run(t, v, argv));
	input_close(input, cli, status);
	return cli_finish(cli, status);
}
