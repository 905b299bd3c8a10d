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

#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/memory.h"
#include "base/text.h"
#include "consent/agreement.h"
#include "consent/pause.h"
#include "consent/vocabulary.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "deck/catalog.h"
#include "deck/daily.h"
#include "deck/deck.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "format/field.h"
#include "format/yaml.h"
#include "plan/care.h"
#include "plan/plans.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/scan.h"
#include "store/store.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/sandbox.h"
#include "term/screen.h"

#ifndef LIBEXECDIR
#define LIBEXECDIR "/usr/local/libexec/unhurried"
#endif

#define WORD_DAYS	120	/* tags and feelings as new as that */
#define MOST_WORDS	500
#define MOST_IDS	30

static struct cli cli = {
	.name = "unhurried complete",
	.synopsis =
	    "[-d DIR] [-u NAME]\n"
	    " kinds | tags | feel | paces | names | scales | ids | tools |\n"
	    " signals | topics | steps | prompts | lessons | rituals |\n"
	    " plans | people | care | reasons | themes\n"
	    "[-d DIR] [-u NAME] ratings SCALE",
	.about = "words for the shell's completion"
};

/* What is amiss stays unsaid. */
static const struct cli silent = { .name = "complete", .quiet = 1 };

/*
 * Words from one's own entries, each once.
 */

struct words {
	char	*list[MOST_WORDS];
	size_t	 count;
};

/* True for one line that a terminal shows as it is. */
static int
is_tame(const char *s, size_t n)
{
	uint32_t c;
	size_t i, used;

	for (i = 0; i < n; i += used)
		if ((used = text_decode(s + i, n - i, &c)) == 0 ||
		    text_is_harmful(c))
			return 0;
	return n > 0;
}

static void
add_word(struct words *w, const char *s, size_t n)
{
	size_t i;

	if (w->count == MOST_WORDS || !is_tame(s, n))
		return;
	for (i = 0; i < w->count; i++)
		if (strcmp(w->list[i], s) == 0)
			return;
	w->list[w->count++] = need_string(s);
}

static void
print_words(struct words *w)
{
	size_t i;

	for (i = 0; i < w->count; i++) {
		puts(w->list[i]);
		free(w->list[i]);
	}
}

static void
own_words(const struct couple *c, const char *key, struct words *w)
{
	const struct store *mine = &c->mine, *from;
	struct reader_filter filter = { .until = WHEN_LAST };
	struct entry e = { 0 };
	const struct node *n;
	struct reader r;

	filter.since = clock_now().instant - WORD_DAYS * 86400L;
	reader_open(&r, c, &mine, 1, &filter);
	while (reader_next(&r, &e, &from)) {
		n = yaml_get(e.yaml.root, key);
		for (n = yaml_first(n); n != NULL; n = n->next)
			add_word(w, n->text, n->length);
	}
	entry_free(&e);
	reader_free(&r);
}

static void
tags(const struct couple *c)
{
	struct words w = { .count = 0 };

	own_words(c, "tags", &w);
	print_words(&w);
}

/* One's own, and those that are offered to choose from. */
static void
feel(const struct couple *c)
{
	struct words w = { .count = 0 };
	struct error err = { 0 };
	const struct node *n, *word;
	struct deck deck;

	own_words(c, "feel", &w);
	if (deck_open(&deck, "words", "feel", &err) == 0)
		for (n = deck.first; n != NULL; n = n->next) {
			word = yaml_get(n, "text");
			if (word != NULL && word->type == NODE_TEXT)
				add_word(&w, word->text, word->length);
		}
	deck_free(&deck);
	error_clear(&err);
	print_words(&w);
}

/*
 * The newest entries of one's own.
 */

static void
print_id(const struct couple *c, const struct entry_id *id)
{
	struct error err = { 0 };
	struct entry e = { 0 };
	char date[WHEN_DAY_SIZE];

	/* No words of one's own: the screen may be another's to see. */
	if (reader_load(c, &c->mine, id, &e, &err) == 0) {
		calendar_write(clock_day(e.at), date);
		printf("%s\t%s %s\n", id->random, date, id->kind);
	}
	error_clear(&err);
	entry_free(&e);
}

static void
ids(const struct couple *c)
{
	struct store_dir d = { .fd = -1 };
	struct journal_months months;
	struct error err = { 0 };
	struct entry_id id;
	size_t i, j, n = 0;

	journal_months(&c->mine, 0, WHEN_LAST, &months);
	for (i = months.count; i > 0 && n < MOST_IDS; i--) {
		if (journal_open(&c->mine, months.list[i - 1], &d,
		    &err) != 1)
			continue;
		for (j = d.count; j > 0 && n < MOST_IDS; j--)
			if (journal_classify(d.names[j - 1], &id) ==
				JOURNAL_ENTRY &&
			    journal_is_gone(&c->mine, &id, &err) ==
				STORE_ABSENT) {
				print_id(c, &id);
				n++;
			}
		store_close_dir(&d);
	}
	store_free_dir(&d);
	journal_free_months(&months);
	error_clear(&err);
}

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
explained(const char *word, const char *why)
{
	if (!is_tame(word, strlen(word)))
		return;
	printf("%s\t", word);
	screen_put(stdout, why, strlen(why));
	putchar('\n');
}

static void
scales(const struct couple *c)
{
	size_t i;

	for (i = 0; i < c->scales.count; i++)
		explained(c->scales.at[i].name, c->scales.at[i].ask);
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
		explained(n->key, n->text);
	for (i = 0; i <= SCALE_MOST; i++) {
		snprintf(number, sizeof(number), "%d", i);
		explained(number, i == 0 ? s->low :
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
				explained(n->text, list->key);
	for (i = 0; ask_stop(i) != NULL; i++)
		puts(ask_stop(i));
	for (i = 0; i < nitems(always); i++)
		puts(always[i]);
	error_clear(&err);
	yaml_drop(&y);
}

/* The items of a deck, if any, and what else somebody holds of that kind. */
static void
held(const struct couple *c, const char *dir, const char *deck,
    const char *kind)
{
	struct error err = { 0 };
	struct deck d = { .first = NULL };
	struct agreement_list all;
	const struct node *n;
	int clear = pause_look(c) == PAUSE_CLEAR;
	size_t i;

	if (deck != NULL && deck_open(&d, dir, deck, &err) == 0)
		for (n = d.first; n != NULL; n = n->next)
			if (yaml_get_text(n, "id") != NULL &&
			    yaml_get_text(n, "text") != NULL &&
			    (c->other != NULL || !deck_takes_two(n)))
				explained(yaml_get_text(n, "id"),
				    deck_text(n, c->other == NULL));
	(void)agreement_read(c, &silent, kind, 0, &all);
	/* A name is made of words, and the other's can wait under a pause. */
	for (i = 0; i < all.count; i++)
		if (deck_find(&d, all.items[i].slug) == NULL &&
		    ((all.items[i].mine.text != NULL &&
		    !all.items[i].mine.ended) ||
		    (clear && all.items[i].theirs.text != NULL &&
		    !all.items[i].theirs.ended)))
			puts(all.items[i].slug);
	agreement_free(&all);
	deck_free(&d);
	error_clear(&err);
}

static void
topics(const struct couple *c)
{
	held(c, "words", "agree", AGREEMENT_AGREE);
}

static void
steps(const struct couple *c)
{
	held(c, "steps", "steps", AGREEMENT_PACE);
}

static void
reasons(const struct couple *c)
{
	held(c, NULL, NULL, AGREEMENT_REASON);
}

/* The cards of a kind that have such a text. */
static void
cards(const struct couple *c, const char *kind, enum catalog_of of,
    const char *key)
{
	struct catalog all;
	size_t i;

	(void)catalog_open(&all, &silent, c, kind, of);
	for (i = 0; i < all.count; i++)
		if (card_get(&all.items[i], "in") == NULL &&
		    card_text(&all.items[i], key) != NULL &&
		    (c->other != NULL || !card_takes_two(&all.items[i])))
			explained(all.items[i].id,
			    card_text(&all.items[i], key));
	catalog_free(&all);
}

static void
prompts(const struct couple *c)
{
	cards(c, "prompts", CATALOG_SHARED, "text");
}

static void
lessons(const struct couple *c)
{
	cards(c, "lessons", CATALOG_SHARED, "title");
	puts("safety");
}

static void
rituals(const struct couple *c)
{
	cards(c, "rituals", CATALOG_MINE, "title");
}

/* Calm time to come; no words of it. */
static void
plans(const struct couple *c)
{
	struct buf b = { 0 };
	struct plans all;
	size_t i;

	(void)plans_read(c, &silent, pause_look(c) == PAUSE_CLEAR,
	    clock_now().instant, &all);
	for (i = 0; i < all.count; i++) {
		buf_clear(&b);
		plans_time(&b, all.items[i].at.instant);
		printf("%s\t%s\n", all.items[i].random, buf_string(&b));
	}
	buf_free(&b);
	plans_free(&all);
}

/* What is kept about one's care, in these rooms. */
static void
of_care(const struct couple *c, enum care_room first, enum care_room last)
{
	struct care all = { 0 };
	enum care_room room;
	size_t i;

	for (room = first; room <= last; room++)
		(void)care_read(c, &silent, room, &all);
	for (i = 0; i < all.count; i++)
		/* Somebody may look on: words of one's own stay away. */
		explained(all.items[i].name, all.items[i].called == NULL ? "" :
		    all.items[i].called);
	care_free(&all);
}

static void
people(const struct couple *c)
{
	of_care(c, CARE_PEOPLE, CARE_PEOPLE);
}

static void
care(const struct couple *c)
{
	of_care(c, 0, CARE_ROOMS - 1);
}

static void
themes(const struct couple *c)
{
	size_t i;

	(void)c;
	for (i = 0; daily_themes[i] != NULL; i++)
		puts(daily_themes[i]);
}

/* The programs that lie beside this one are the tools. */
static void
tools(const struct couple *c)
{
	char self[PATH_MAX] = LIBEXECDIR "/complete", *slash;
	struct store_dir d = { .fd = -1 };
	struct stat st;
	ssize_t n;
	size_t i;

	(void)c;
	n = readlink("/proc/self/exe", self, sizeof(self) - 1);
	if (n > 0)
		self[n] = '\0';
	if ((slash = strrchr(self, '/')) != NULL)
		*slash = '\0';
	(void)store_open_path(self, &d, NULL);
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
	{ "tags", COUPLE_ME, tags },
	{ "feel", COUPLE_ME, feel },
	{ "ids", COUPLE_ME, ids },
	{ "signals", COUPLE_ME, signals },
	{ "topics", COUPLE_ME | COUPLE_TREES, topics },
	{ "steps", COUPLE_ME | COUPLE_TREES, steps },
	{ "prompts", COUPLE_ME | COUPLE_TREES, prompts },
	{ "lessons", COUPLE_ME | COUPLE_TREES, lessons },
	{ "rituals", COUPLE_ME | COUPLE_TREES, rituals },
	{ "plans", COUPLE_ME | COUPLE_TREES, plans },
	{ "reasons", COUPLE_ME | COUPLE_TREES, reasons },
	{ "people", COUPLE_ME, people },
	{ "care", COUPLE_ME, care },
	{ "themes", 0, themes }
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
	if (needs == NO_COUPLE)
		l->print(&c);
	else if (couple_open(&c, &cli, needs, &err) == 0) {
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
	sandbox_no_network();
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
