/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * recall - read entries again, oldest first, one's own and what the other
 * shared; or change one of one's own.
 *
 * It never tells how many there are, or when there were none.
 */

#include <limits.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wctype.h>

#include "base/memory.h"
#include "base/text.h"
#include "call/operands.h"
#include "call/tool.h"
#include "couple/couple.h"
#include "entry/reader.h"
#include "recall/call.h"
#include "recall/listing.h"
#include "recall/revision.h"
#include "store/entry_id.h"
#include "term/cli.h"
#include "term/options.h"

static void	take_kind(void *call, const char *kind);

static const struct cli_option options[] = {
	{ 0, "kind", "KIND...", "only these kinds", TAKE_BY(take_kind) },
	{ 0, "since", "WHEN", "from then: 2026-11-01, monday, 1w",
	    TAKE_TEXT(since) },
	{ 0, "until", "WHEN", "up to then", TAKE_TEXT(until) },
	{ 't', "tag", "TAG", "only with this tag", TAKE_TEXT(tag) },
	{ 0, "match", "ERE", "only where the words match", TAKE_TEXT(match) },
	{ 0, "by", "NAME", "only what this person wrote", TAKE_TEXT(by) },
	{ 0, "shared", NULL, "only what is shared", TAKE_FLAG(shared) },
	{ 'n', "most", "NUMBER", "only the newest so many",
	    TAKE_COUNT(most, 1000) },
	{ 0, "newest", NULL, "the newest first", TAKE_FLAG(newest) },
	{ 'l', "list", NULL, "one line each", TAKE_FLAG(lines) },
	{ '1', "ids", NULL, "IDs alone, for pipes", TAKE_FLAG(ids) },
	{ 'e', "edit", "ID", "change an entry of your own in an editor",
	    TAKE_TEXT(edit) },
	{ 0 }
};

struct cli cli = {
	.name = "recall",
	.synopsis =
	    "[-1l] [-n NUMBER] [--newest] [-d DIR] [-u NAME]\n"
	    " [--kind KIND]... [--since WHEN] [--until WHEN] [-t TAG]\n"
	    " [--match ERE] [--by NAME] [--shared] [--format FORMAT]\n"
	    " [WORD ... | ID ... | -]\n"
	    "[-d DIR] [-u NAME] -e ID",
	.about = "read entries again",
	.examples =
	    "  recall --since 1w\n"
	    "  recall rain\n"
	    "  recall -1 --tag tea | head -n 3 | recall -\n"
	    "  recall --format json --since 2026-01-01 | jq -r .note\n",
	.options = options,
	.traits = CLI_VIEWER | CLI_FREE_WORDS
};

/*
 * True where capitals of a pattern count: it has one, but for a letter that a
 * backslash makes an operator, or asks for them.
 */
static int
means_capitals(const char *pattern)
{
	size_t used, n = strlen(pattern);
	int escaped = 0;
	uint32_t c;

	for (; n > 0; pattern += used, n -= used) {
		if (strncmp(pattern, "[:upper:]", 9) == 0)
			return 1;
		if ((used = text_decode(pattern, n, &c)) == 0) {
			used = 1;
			c = 0;
		}
		if (!escaped && iswupper((wint_t)c))
			return 1;
		escaped = !escaped && c == '\\';
	}
	return 0;
}

/* Understand what was asked. 0, or -1 with err. */
static int
make_filter(const struct couple *c, const struct call *call, regex_t *match,
    struct scan_filter *f, struct error *err)
{
	char why[128], *said;
	int e;

	f->tag = call->tag;
	f->kinds = call->kind_count > 0 ? call->kinds : NULL;
	if (call->by != NULL && (f->by = couple_person(c, call->by)) == NULL) {
		said = need_printf("--by %s", call->by);
		couple_lacks(c, said, err);
		free(said);
		return -1;
	}
	if (reader_span(f, call->since, call->until, SPAN_NOW, err) == -1)
		return -1;
	if (call->match == NULL)
		return 0;
	text_locale();
	if ((e = regcomp(match, call->match, REG_EXTENDED | REG_NOSUB |
	    (means_capitals(call->match) ? 0 : REG_ICASE))) != 0) {
		if (e == REG_ESPACE)
			memory_refused();
		regerror(e, match, why, sizeof(why));
		return error_set(err, STATUS_USAGE, "--match %s: %s",
		    call->match, why);
	}
	f->match = match;
	return 0;
}

/* True where options choose entries. */
static int
chooses(const struct call *call)
{
	return call->kind_count > 0 || call->since != NULL ||
	    call->until != NULL || call->tag != NULL || call->match != NULL ||
	    call->by != NULL || call->most > 0;
}

static void
leave_out_the_rest(const char *operand)
{
	cli_usage(&cli, "%s: the ID names one entry already: leave out the "
	    "rest", operand);
}

static int
recall(struct call *call, char **operands, struct error *err)
{
	const struct couple *c = call->couple;
	struct scan_filter filter = { 0 };
	enum status status;
	regex_t match;

	if (call->edit != NULL)
		return (int)revision(c, call->edit);
	if (*operands != NULL && !listing_are_words(c, call, operands)) {
		if (chooses(call))
			leave_out_the_rest(*operands);
		return (int)listing_named(c, call, operands);
	}
	if (make_filter(c, call, &match, &filter, err) == -1)
		return -1;
	if (*operands != NULL)
		filter.words = operands;
	/* Where no word is like it, it was meant for an ID. */
	call->may_be_id = *operands != NULL && operands[1] == NULL &&
	    listing_form(*operands) == LISTING_SIX;
	status = listing_matching(c, call, &filter);
	if (status == STATUS_NO && call->may_be_id)
		status = listing_named(c, call, operands);
	if (filter.match != NULL)
		regfree(&match);
	return (int)status;
}

/*
 * The calls.
 */

static void
take_kind(void *arg, const char *kind)
{
	struct call *call = arg;

	if (call->kind_count == MOST_KINDS)
		cli_usage(&cli, "--kind: at most %d", MOST_KINDS);
	if (!id_is_kind(kind))
		verb_choose(&cli, kind, id_kinds());
	call->kinds[call->kind_count++] = kind;
}

static const struct verb verbs[] = {
	{ "", "[WORD ... | ID ... | -]", 0, INT_MAX, VERB_LISTS | VERB_WRITES, NULL,
	    recall, NULL, "yours, and what @ shared", NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	(void)v;
	operands_unquote(operands);
	if (*operands != NULL && call->edit != NULL)
		cli_usage(&cli, "-e changes one entry: leave out %s",
		    *operands);
	for (; chooses(call) && *operands != NULL; operands++)
		if (listing_form(*operands) == LISTING_ID)
			leave_out_the_rest(*operands);
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.needs = COUPLE_TREES | COUPLE_ENTRIES, .check = check
	};

	return tool_main(&tool, argc, argv);
}
