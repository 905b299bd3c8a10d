/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * unhurried complete - words for the shell's completion, one a line; what
 * stands after a tab only explains.
 *
 * It is run at each press of a key: it writes nothing, puts nothing back,
 * says nothing where something is amiss, and ends with 0 all the same.
 */

#include <sys/stat.h>

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/command.h"
#include "base/installed.h"
#include "base/memory.h"
#include "complete/cards.h"
#include "complete/records.h"
#include "complete/words.h"
#include "consent/vocabulary.h"
#include "couple/couple.h"
#include "couple/places.h"
#include "couple/scale.h"
#include "format/field.h"
#include "format/yaml.h"
#include "store/entry_id.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"
#include "term/stop.h"

static struct cli cli = {
	.name = "unhurried complete",
	.synopsis =
	    "[-d DIR] [-u NAME]\n"
	    " kinds | tags | feel | paces | names | scales | ids | tools |\n"
	    " signals | topics | steps | prompts | lessons | rituals |\n"
	    " plans | people | care | reasons | themes | trash\n"
	    "[-d DIR] [-u NAME] ratings SCALE\n"
	    "options [TOOL]",
	.about = "words for the shell's completion"
};

/*
 * What the tools and couple.yaml know.
 */

static void
kinds(const struct couple *c)
{
	size_t i;

	(void)c;
	for (i = 0; id_kinds()[i] != NULL; i++)
		puts(id_kinds()[i]);
}

static void
paces(const struct couple *c)
{
	size_t i;

	(void)c;
	for (i = 0; field_pace(i) != NULL; i++)
		puts(field_pace(i));
}

static void
names(const struct couple *c)
{
	size_t i;

	for (i = 0; i < c->count; i++)
		puts(c->people[i]);
}

static void
scales(const struct couple *c)
{
	size_t i;

	for (i = 0; i < c->scales.count; i++)
		words_explained(c->scales.at[i].name, c->scales.at[i].ask);
}

/* What may be given for a scale: its words, and numbers. */
static void
ratings(const struct couple *c, const char *name)
{
	const struct scale *s = scale_find(&c->scales, name);
	const struct node *n;
	char number[8];
	int i;

	if (s == NULL)
		return;
	n = yaml_first(s->words);
	for (; n != NULL; n = n->next)
		words_explained(n->key, n->text);
	for (i = 0; i <= SCALE_MOST; i++) {
		snprintf(number, sizeof(number), "%d", i);
		words_explained(number, i == 0 ? s->low :
		    i == SCALE_MOST ? s->high : "");
	}
}

/* One's own words for signals, and those that mean the same to everyone. */
static void
signals(const struct couple *c)
{
	static const char *const always[] = { "comfort", "hesitation", "ready",
		"none", "words" };
	struct error err = { 0 };
	struct yaml y = { 0 };
	const struct node *list, *n;
	size_t i;

	if (c->ours.fd != -1)
		(void)vocabulary_read(&c->ours, &y, &err);
	for (list = yaml_first(y.root); list != NULL; list = list->next)
		for (n = list->child; n != NULL; n = n->next)
			if (n->type == NODE_TEXT && list->key != NULL)
				words_explained(n->text, list->key);
	for (i = 0; stop_word(i) != NULL; i++)
		puts(stop_word(i));
	for (i = 0; i < nitems(always); i++)
		puts(always[i]);
	error_clear(&err);
	yaml_drop(&y);
}

/* The directory of this program. */
static const char *
own_directory(void)
{
	static char *self;
	char *slash;

	if (self != NULL)
		return self;
	if ((self = command_own_path("")) == NULL)
		self = need_string(LIBEXECDIR "/complete");
	if ((slash = strrchr(self, '/')) != NULL)
		*slash = '\0';
	return self;
}

/* The programs that lie beside this one are the tools. */
static void
tools(const struct couple *c)
{
	/* Among whatever else the system has. */
	struct store_dir d = { .many = 1, .fd = -1 };
	struct stat st;
	size_t i;

	(void)c;
	(void)store_open_path(own_directory(), &d, NULL);
	for (i = 0; i < d.count; i++)
		if (strchr(d.names[i], '.') == NULL &&
		    strcmp(d.names[i], "unhurried") != 0 &&
		    strcmp(d.names[i], "complete") != 0 &&
		    fstatat(d.fd, d.names[i], &st, 0) == 0 &&
		    S_ISREG(st.st_mode) && st.st_mode & S_IXUSR)
			puts(d.names[i]);
	store_free_dir(&d);
}

#define NO_COUPLE	(-1)	/* needs no directory at all */

static const struct list {
	const char	*name;
	int		 needs;		/* for couple_open() */
	void		 (*print)(const struct couple *);
} lists[] = {
	{ "kinds", NO_COUPLE, kinds },
	{ "paces", NO_COUPLE, paces },
	{ "tools", NO_COUPLE, tools },
	{ "names", 0, names },
	{ "scales", 0, scales },
	{ "tags", COUPLE_ME, words_tags },
	{ "feel", COUPLE_ME, words_feel },
	{ "ids", COUPLE_ME, records_ids },
	{ "trash", COUPLE_ME, records_trash },
	{ "signals", COUPLE_ME, signals },
	{ "topics", COUPLE_ME | COUPLE_TREES, cards_topics },
	{ "steps", COUPLE_ME | COUPLE_TREES, cards_steps },
	{ "prompts", COUPLE_ME | COUPLE_TREES, cards_prompts },
	{ "lessons", COUPLE_ME | COUPLE_TREES, cards_lessons },
	{ "rituals", COUPLE_ME | COUPLE_TREES, cards_rituals },
	{ "plans", COUPLE_ME | COUPLE_TREES, records_plans },
	{ "reasons", COUPLE_ME | COUPLE_TREES, cards_reasons },
	{ "people", COUPLE_ME, records_people },
	{ "care", COUPLE_ME | COUPLE_TREES, records_care },
	{ "themes", 0, cards_themes }
};

/* Print the list of that name; what is amiss stays unsaid. False without. */
static int
complete(char **operands)
{
	int of_scale = strcmp(operands[0], "ratings") == 0;
	const struct list *l = NULL;
	struct couple c = { 0 };
	struct error err = { 0 };
	size_t i;
	int needs;

	for (i = 0; i < nitems(lists); i++)
		if (strcmp(lists[i].name, operands[0]) == 0)
			l = &lists[i];
	if (l == NULL && !of_scale)
		return 0;
	if (cli_hush() == -1)
		return 1;
	needs = l == NULL ? 0 : l->needs;
	if (needs == NO_COUPLE) {
		places_also(own_directory(), 0);
		places_enter(NULL, &cli, COUPLE_LOOK);
		l->print(&c);
	}
	else if (couple_open(&c, &cli, needs | COUPLE_LOOK, &err) == 0) {
		screen_open(1);
		if (l != NULL)
			l->print(&c);
		else
			ratings(&c, operands[1]);
	}
	if (needs != NO_COUPLE)
		couple_free(&c);
	error_clear(&err);
	return 1;
}

int
main(int argc, char **argv)
{
	while (options_next(&cli, argc, argv) != -1)
		;
	/* Not even a lost mark is put back. */
	cli.dry_run = 1;
	argv += optind;
	argc -= optind;
	if (argc != 1 + (argc > 0 && strcmp(argv[0], "ratings") == 0))
		cli_usage(&cli, "say which words");
	if (!complete(argv))
		cli_usage(&cli, "%s: no such words", argv[0]);
	cli.worst = STATUS_OK;
	return cli_finish(&cli, STATUS_OK);
}
