/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * What the two wrote about themselves by hand: couple.yaml, the other's
 * person.yaml, and one's own config.yaml. The first byte says which. Whatever
 * is taken fits its limits, and what is shown of it is harmless.
 */

#include "cmd/nudge/due.h"
#include "consent/vocabulary.h"
#include "couple/couple.h"
#include "couple/person.h"
#include "entry/draft.h"
#include "entry/entry.h"
#include "format/yaml_read.h"
#include "term/cli.h"
#include "vt.h"

static struct buf printed;

static void
failed(struct error *err)
{
	HOLDS(err->status != STATUS_OK && *error_message(err) != '\0');
	error_clear(err);
}

static void
couple_is_whole(struct couple *c)
{
	struct draft d;
	struct buf page = { 0 };
	struct error err = { 0 };
	const struct node *word;
	const struct scale *s;
	size_t i;
	long value;

	HOLDS(c->id != NULL && c->count >= 1 && c->count <= 2 &&
	    c->scales.count <= SCALES_MOST);
	for (i = 0; i < c->count; i++)
		HOLDS(strspn(c->people[i], "abcdefghijklmnopqrstuvwxyz_"
		    "0123456789") == strlen(c->people[i]));
	for (i = 0; i < c->scales.count; i++) {
		s = &c->scales.at[i];
		HOLDS(scale_find(&c->scales, s->name) != NULL &&
		    s->ask != NULL && s->low != NULL && s->high != NULL);
		for (word = yaml_first(s->words); word != NULL;
		    word = word->next) {
			HOLDS(scale_rating(s, word->key, &value, &err) == 0);
			HOLDS(value >= 0 && value <= SCALE_MOST);
		}
	}
	(void)couple_today(c, 1780000000);
	draft_open(&d, c);
	draft_page(&d, &page);
	vt_takes(&page, 0);
	draft_free(&d);
	buf_free(&page);
}

static void
couple_yaml(void)
{
	struct couple c;
	struct error err = { 0 };
	struct store root = { .fd = -1 };
	struct cli cli = { .name = "fuzz" };

	HOLDS(couple_settings(&c, &cli, &err) == 0);
	HOLDS(couple_root(&c, &root, &err) == 0);
	if (couple_read(&c, root.fd, &err) == 0)
		couple_is_whole(&c);
	else
		failed(&err);
	store_close(&root);
	couple_free(&c);
	cli.worst = STATUS_OK;
	if (couple_open(&c, &cli, COUPLE_ME | COUPLE_TREES | COUPLE_LOOK,
	    &err) == -1)
		failed(&err);
	couple_free(&c);
}

static void
person_yaml(void)
{
	struct cli cli = { .name = "fuzz" };
	struct error err = { 0 };
	struct buf called = { 0 };
	struct yaml words = { 0 };
	const struct node *n;
	struct couple c;
	char *name;

	HOLDS(couple_open(&c, &cli, COUPLE_ME | COUPLE_TREES | COUPLE_LOOK,
	    &err) == 0);
	name = couple_called(&c, "sam");
	HOLDS(strcmp(name, "sam") == 0 || (person_may_be_called(name) &&
	    !person_sounds_like("alex", name)));
	buf_str(&called, name);
	vt_takes(&called, 0);
	buf_free(&called);
	free(name);
	if (vocabulary_read(&c.theirs, &words, &err) == 0 &&
	    words.root != NULL)
		for (n = words.root->child; n != NULL; n = n->next)
			HOLDS(n->key != NULL);
	error_clear(&err);
	HOLDS(meaning_of(&c.theirs, "pause") == MEANS_PAUSE);
	HOLDS(meaning_of(&c.theirs, "no") == MEANS_PAUSE);
	yaml_drop(&words);
	couple_free(&c);
}

static void
config_yaml(const char *s, size_t n)
{
	struct settings settings = { .config = need_string("config.yaml") };
	struct cli cli = { .name = "fuzz" };
	struct error err = { 0 };
	struct due due = { 0 };
	struct buf told = { 0 };
	char *name;

	if (yaml_read(&settings.yaml, s, n, "config.yaml", &err) == 0) {
		unsetenv("UNHURRIED_ME");
		name = settings_named(&settings, &cli);
		HOLDS(name == NULL || id_is_slug(name, strlen(name)));
		free(name);
		setenv("UNHURRIED_ME", "alex", 1);
		if (due_read(&due, &settings, &err) == 0) {
			due_tell(&due, &told);
			vt_takes(&told, 0);
		} else
			failed(&err);
	} else
		failed(&err);
	buf_free(&told);
	settings_free(&settings);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct draw in = { data, n };
	unsigned int which = draw_byte(&in) % 3;
	const char *s = (const char *)in.p;

	place_make();
	place_file("shared/couple.yaml", which == 0 ? s : fuzz_couple,
	    which == 0 ? in.n : strlen(fuzz_couple));
	place_file("shared/sam/person.yaml", which == 1 ? s : "name: Sam\n",
	    which == 1 ? in.n : strlen("name: Sam\n"));
	printed_begin();
	if (which == 0)
		couple_yaml();
	else if (which == 1)
		person_yaml();
	else
		config_yaml(s, in.n);
	printed_end(&printed);
	vt_takes(&printed, 0);
	return 0;
}
