/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * signal, pause, resume - what is true between two people now.
 *
 * One program under three names. A pause asks for no reason and no
 * confirmation, keeps no history and no count, and only the person whose it
 * is ends it. Clear is no yes, a signal is no permission, and no tool has a
 * way to ask for either.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "consent/pause.h"
#include "consent/pause_word.h"
#include "couple/couple.h"
#include "format/output.h"
#include "format/yaml.h"
#include "format/yaml_write.h"
#include "store/layout.h"
#include "store/removal.h"
#include "store/store.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/sandbox.h"
#include "term/screen.h"

static void	 pause_anyway(void);
static void	 pause_if_meant(void);

static struct cli cli = {
	.name = "signal",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT]\n"
	    "-q [-d DIR] [-u NAME]\n"
	    "[-nq] [-d DIR] [-u NAME] SIGNAL [about TEXT]\n"
	    "[-nq] [-d DIR] [-u NAME] none\n"
	    "[-d DIR] [-u NAME] words",
	.about = "say in one word how it is, or see what was said",
	.examples =
	    "  signal\n"
	    "  signal wait a bit\n"
	    "  signal -q || echo 'things for two can wait'\n",
	.refused = pause_if_meant,
	.traits = CLI_WRITER | CLI_VIEWER | CLI_FREE_WORDS
};

static const struct cli pause_cli = {
	.name = "pause",
	.synopsis = "[-nq] [-d DIR] [-u NAME]",
	.about = "stop all that is for two; no reason is needed",
	.examples = "  pause\n",
	.refused = pause_anyway,
	.traits = CLI_WRITER | CLI_FREE_WORDS
};

static const struct cli resume_cli = {
	.name = "resume",
	.synopsis = "[-nq] [-d DIR] [-u NAME]",
	.about = "end your own pause; that is not a yes to anything",
	.examples = "  resume\n",
	.traits = CLI_WRITER | CLI_FREE_WORDS
};

/*
 * Pausing and going on.
 */

/* Whatever is amiss with the files, the pause comes first. */
static enum status
stop(struct couple *c)
{
	struct error err = { 0 };

	if (!cli.dry_run)
		pause_word_at_end(c);
	if (couple_open(c, &cli, COUPLE_ME | COUPLE_TREES, &err) == 0)
		screen_open(c->settings.plain);
	if (cli.dry_run) {
		fputs(pause_text(), stdout);
		error_clear(&err);
		return STATUS_OK;
	}
	return pause_word(&cli, c, &err);
}

/* A slip of the hand is no reason to go on. */
static void
pause_anyway(void)
{
	struct couple c = { .ours.fd = -1 };

	cli.dry_run = 0;
	pause_word_at_end(&c);
	(void)stop(&c);
	couple_free(&c);
}

/* A word that stops stops, also within a call that is not understood. */
static char **called_with;

static void
pause_if_meant(void)
{
	struct couple c = { 0 };
	struct error ignored = { 0 };
	int pauses;

	cli.dry_run = 1;
	(void)couple_open(&c, &cli, COUPLE_ME | COUPLE_TREES, &ignored);
	pauses = pause_word_is_meant(&c.ours, called_with, 1);
	error_clear(&ignored);
	couple_free(&c);
	if (pauses)
		pause_anyway();
}

/* Look at what may hold a pause or a signal, before anything is changed. */
static void
look_for(struct removal *removal, const struct couple *c)
{
	const struct removal all = REMOVAL_OF(c);

	*removal = all;
	(void)removal_sees(removal, LAYOUT_NOW);
	if (!cli.dry_run)
		removal_tries(removal, &cli, LAYOUT_NOW, 0);
}

/* A pause of the other's goes on, whatever became of one's own. */
static void
say_other_pause(const struct couple *c)
{
	struct pause_view v;

	pause_read(c, clock_now().instant, &v);
	if (v.other_pause)
		cli_say(&cli, "A pause is on that is not yours. There is "
		    "nothing to do or fix.");
	pause_free(&v);
}

static enum status
resume(struct couple *c)
{
	struct removal removal;
	struct error err = { 0 };
	enum status status = STATUS_OK;
	int n = 0;

	if (couple_open(c, &cli, COUPLE_ME | COUPLE_BACK | COUPLE_TREES,
	    &err) == -1)
		return cli_fail(&cli, &err);
	screen_open(c->settings.plain);
	look_for(&removal, c);
	/* The mirror stands for what is out of reach: it goes last. */
	if (removal.reach && !cli.dry_run)
		n = pause_end(&c->ours, &c->mine, &err);
	removal_missed(&removal, &err);
	if (!removal_is_whole(&removal))
		return removal_end(&removal, &cli, "your pause stands", "");
	if (cli.dry_run)
		cli_say(&cli, "Your pause would be ended, if one is on.");
	else if (n > 0)
		cli_say(&cli, "Your pause is ended. That is not a yes to "
		    "anything.");
	else {
		cli_say(&cli, "You have no pause on.");
		status = STATUS_NO;
	}
	say_other_pause(c);
	return status;
}

/*
 * Looking.
 */

static const char *
state_name(enum pause_state state)
{
	return state == PAUSE_CLEAR ? "clear" :
	    state == PAUSE_STANDS   ? "paused" :
				      "unread";
}

static void
add_signal(struct yaml *y, struct node *list, const char *who,
    const struct signal_give *s)
{
	struct node *one;
	char at[WHEN_AT_SIZE];

	if (s->meaning == MEANS_NOTHING || s->word == NULL)
		return;
	clock_write(s->at, at);
	one = yaml_add(y, list, NULL, yaml_new(y, NODE_MAP));
	yaml_add_text(y, one, "by", who);
	yaml_add_word(y, one, "meaning", meaning_name(s->meaning));
	yaml_add_text(y, one, "word", s->word);
	yaml_add_text(y, one, "about", s->about);
	yaml_add_text(y, one, "at", at);
}

/* Under a pause nothing else was said that counts. */
static struct node *
as_tree(const struct couple *c, const struct pause_view *v, struct yaml *y)
{
	struct node *root = yaml_new(y, NODE_MAP), *list;

	yaml_add_word(y, root, "state", state_name(v->state));
	yaml_add_word(y, root, "own_pause", v->own_pause ? "true" : "false");
	list = yaml_add(y, root, "signals", yaml_new(y, NODE_LIST));
	if (v->state == PAUSE_CLEAR) {
		add_signal(y, list, c->me, &v->mine);
		if (c->other != NULL)
			add_signal(y, list, c->other, &v->theirs);
	}
	return root;
}

/* Tab-separated: first the state, where a meaning stands otherwise. */
static void
write_tsv(struct buf *b, const struct node *root)
{
	static const char *const columns[] = { "by", "meaning", "word",
	    "about", "at", NULL };
	const struct node *n;

	buf_printf(b, "-\t%s\t-\t-\t-\n", yaml_get_text(root, "state"));
	for (n = yaml_get(root, "signals")->child; n != NULL; n = n->next)
		output_record(b, n, columns, FORMAT_TSV);
}

static enum status
look(const struct couple *c)
{
	struct yaml y = { 0 };
	struct buf b = { 0 };
	struct pause_view v;
	struct node *root;
	const struct node *n;
	enum pause_state state;

	cli_only_shows();
	pause_read(c, clock_now().instant, &v);
	state = v.state;
	if (cli.format == FORMAT_TEXT)
		pause_show(c, &v);
	else {
		root = as_tree(c, &v, &y);
		if (cli.format == FORMAT_YAML)
			for (n = root->child; n != NULL; n = n->next)
				yaml_write_field(&b, n, YAML_FOR_SCREEN);
		else if (cli.format == FORMAT_TSV)
			write_tsv(&b, root);
		else {
			output_json(&b, root);
			buf_char(&b, '\n');
		}
		buf_write(&b, stdout);
	}
	pause_free(&v);
	yaml_drop(&y);
	buf_free(&b);
	return state == PAUSE_CLEAR ? STATUS_OK : STATUS_NO;
}

static void
say_no(void)
{
	_exit(STATUS_NO);
}

/* For scripts: an exit status and nothing else, and nothing put back. */
static enum status
look_quietly(struct couple *c)
{
	struct error err = { 0 };
	int clear;

	memory_at_end(say_no);
	if (cli_hush() == -1)
		return STATUS_NO;
	cli.dry_run = 1;
	clear = couple_open(c, &cli, COUPLE_ME | COUPLE_TREES, &err) == 0 &&
	    pause_clear(c, &err);
	error_clear(&err);
	cli.worst = STATUS_OK;
	return clear ? STATUS_OK : STATUS_NO;
}

/*
 * Words.
 */

static enum status
show_own_words(const struct couple *c, const char *who,
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
		status = cli_fail(&cli, &err);
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
		printf("  %-11s ", meaning_name((enum meaning)m));
		screen_wrap(stdout, "", "              ", b.length == 0 ? "-" :
		    b.data);
	}
	buf_free(&b);
	yaml_drop(&y);
	free(called);
	return status;
}

static enum status
show_words(const struct couple *c)
{
	enum status status = show_own_words(c, c->me, &c->ours);

	if (c->other != NULL && c->theirs.fd != -1)
		status = cli_worse(status, show_own_words(c, c->other,
		    &c->theirs));
	cli_say(&cli, "The names comfort, hesitation and ready can be given "
	    "themselves.");
	cli_say(&cli, "You can change yours in %s/%s/person.yaml.",
	    c->shared, c->me);
	return status;
}

static char **
find(char **operands, const char *word)
{
	for (; *operands != NULL; operands++)
		if (strcmp(*operands, word) == 0)
			return operands + 1;
	return NULL;
}

/* Take one's own signal back; a pause stays. */
static enum status
take_back(const struct couple *c)
{
	struct removal removal;
	struct error err = { 0 };
	struct pause_view v;
	enum status status = STATUS_OK;
	int n = 0;

	look_for(&removal, c);
	if (removal.reach && !cli.dry_run)
		n = signal_take_back(&c->ours, &err);
	removal_missed(&removal, &err);
	if (!removal_is_whole(&removal))
		return removal_end(&removal, &cli, "a signal of yours may "
		    "still stand there", "none");
	if (cli.dry_run)
		cli_say(&cli, "Your signal would be taken back, if there is "
		    "one.");
	else if (n > 0)
		cli_say(&cli, "Your signal is taken back.");
	else {
		cli_say(&cli, "You have no signal on.");
		status = STATUS_NO;
	}
	pause_read(c, clock_now().instant, &v);
	if (v.own_pause)
		cli_say(&cli, "Your pause stays on; 'resume' ends it, if and "
		    "when you like.");
	pause_free(&v);
	return status;
}

static enum status
give(const struct couple *c, struct signal_give *s)
{
	struct error err = { 0 };
	struct buf b = { 0 };

	if (s->meaning == MEANS_NOTHING)
		return take_back(c);
	if (cli.dry_run) {
		signal_text(&b, s);
		fputs(buf_string(&b), stdout);
		buf_free(&b);
		return STATUS_OK;
	}
	if (signal_give(&c->ours, s, &err) == -1)
		return cli_fail(&cli, &err);
	cli_say(&cli, "Said: %s (%s)%s%s.", s->word, meaning_name(s->meaning),
	    s->about == NULL ? "" : ", about: ",
	    s->about == NULL ? "" : s->about);
	if (s->meaning == MEANS_READY)
		cli_say(&cli, "It is for that one thing and at most an hour, "
		    "and 'pause' ends it at once.");
	return STATUS_OK;
}

/* SIGNAL [about TEXT], each of one operand or of several. */
static enum status
say(const struct couple *c, char **operands)
{
	struct buf word = { 0 }, about = { 0 };
	struct signal_give s = { .at = clock_now() };
	char **rest = find(operands, "about");
	enum status status = STATUS_USAGE;
	struct error err = { 0 };
	struct yaml y = { 0 };

	buf_words(&word, operands, "about");
	if (rest != NULL)
		buf_words(&about, rest, NULL);
	s.meaning = meaning_of(&c->ours, buf_string(&word));
	s.word = word.data;
	s.about = about.length > 0 ? about.data : NULL;
	if (!text_valid(buf_string(&word), word.length, NULL) ||
	    !text_valid(buf_string(&about), about.length, NULL))
		cli_warn(&cli, "expected UTF-8: set the terminal to UTF-8");
	else if (about.length > PAUSE_ABOUT)
		cli_warn(&cli, "about: at most %d bytes, please", PAUSE_ABOUT);
	else if (word.length == 0)
		cli_warn(&cli, "which signal? It comes before about");
	else if (s.meaning == MEANS_UNKNOWN && vocabulary_read(&c->ours, &y,
	    &err) == -1) {
		status = cli_fail(&cli, &err);
		cli_warn(&cli, "your own words cannot be read just now. "
		    "To stop, type: pause");
	} else if (s.meaning == MEANS_UNKNOWN)
		cli_warn(&cli, "to stop, type: pause. %s is not one of your "
		    "words; 'signal words' lists them", buf_string(&word));
	else if (s.meaning == MEANS_READY && s.about == NULL)
		cli_warn(&cli, "ready is for one thing: 'signal %s about TEXT'",
		    s.word);
	else
		status = give(c, &s);
	yaml_drop(&y);
	buf_free(&word);
	buf_free(&about);
	return status;
}

/*
 * The calls.
 */

/* Where no own words are known. */
static const struct store nobody = { .fd = -1 };

static enum status
open_and_say(struct couple *c, char **operands)
{
	struct error err = { 0 };
	int needs = COUPLE_ME | COUPLE_TREES;

	if (*operands != NULL && strcmp(*operands, "words") != 0)
		needs |= meaning_of(&nobody, *operands) == MEANS_NOTHING &&
		    operands[1] == NULL ? COUPLE_BACK : COUPLE_OURS;
	if (couple_open(c, &cli, needs, &err) == -1)
		return pause_word_is_meant(&c->ours, operands, 1) ?
		    pause_word(&cli, c, &err) : cli_fail(&cli, &err);
	screen_open(c->settings.plain);
	if (*operands == NULL)
		return look(c);
	/* Whatever else a word may be here: what stops comes first. */
	if (pause_word_is_meant(&c->ours, operands, 1)) {
		if (!cli.dry_run)
			return pause_word(&cli, c, &err);
		fputs(pause_text(), stdout);
		return STATUS_OK;
	}
	return strcmp(*operands, "words") == 0 && operands[1] == NULL ?
	    show_words(c) : say(c, operands);
}

static enum status
run(struct couple *c, const char *name, char **operands)
{
	/* A pause takes no more words, and is not stopped by any. */
	if (strcmp(name, "pause") == 0)
		return stop(c);
	if (strcmp(name, "resume") == 0) {
		if (*operands != NULL && ask_is_stop(*operands))
			cli_usage(&cli, ASK_TO_STOP);
		if (*operands != NULL)
			cli_usage(&cli, "%s: resume stands alone", *operands);
		return resume(c);
	}
	if (*operands == NULL && cli.quiet)
		return look_quietly(c);
	return pause_word_is_meant(&nobody, operands, 0) ? stop(c) :
	    open_and_say(c, operands);
}

int
main(int argc, char **argv)
{
	struct couple c = { .ours.fd = -1 };
	const char *name = getprogname();
	enum status status;

	if (strcmp(name, pause_cli.name) == 0)
		cli = pause_cli;
	else if (strcmp(name, resume_cli.name) == 0)
		cli = resume_cli;
	called_with = argv + (argc > 0);
	while (options_next(&cli, argc, argv) != -1)
		;
	sandbox_no_network();
	status = run(&c, name, argv + optind);
	couple_free(&c);
	return cli_finish(&cli, status);
}
