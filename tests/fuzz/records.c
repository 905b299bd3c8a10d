/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * Small records, by the readers of the tools, in each tree that has them; the
 * first byte says of which kind. What is read can be written, and is then read
 * alike; nothing is in force that one of the two has ended; a signal is no
 * pause; and what is said of a file that cannot be read is harmless.
 */

#include "consent/agreement.h"
#include "consent/agreement_name.h"
#include "consent/boundary.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "plan/care.h"
#include "plan/own.h"
#include "plan/plans.h"
#include "plan/recurring.h"
#include "plan/visits.h"
#include "store/records.h"
#include "store/store_read.h"
#include "term/cli.h"
#include "vt.h"

#define NOW	((time_t)1795377900)	/* 2026-11-22T20:05:00Z */

static const char *const places[] = {
	"shared/alex/held/agree/x.yaml", "shared/sam/held/agree/x.yaml",
	"shared/alex/held/pace/x.yaml", "shared/sam/held/reason/x.yaml",
	"shared/alex/bounds/a1b2c3.yaml", "shared/sam/bounds/a1b2c3.yaml",
	"private/alex/bounds/a1b2c4.yaml", "private/alex/plans/a1b2c3.yaml",
	"shared/alex/plans/a1b2c3.yaml", "shared/sam/plans/a1b2c4.yaml",
	"private/alex/care/people/a1b2c3.yaml",
	"private/alex/care/visits/a1b2c3.yaml",
	"private/alex/care/practices/a1b2c3.yaml",
	"private/alex/care/questions/a1b2c3.yaml",
	"private/alex/care/lines/a1b2c3.yaml", "shared/sam/now/signal.yaml",
	"shared/alex/now/signal.sync-conflict.yaml",
	"private/alex/recurring/a1b2c3.yaml",
	"shared/alex/recurring/a1b2c4.yaml", "shared/sam/recurring/a1b2c5.yaml",
	"shared/alex/visits/a1b2c3.yaml", "shared/sam/visits/a1b2c4.yaml",
	"private/alex/own/steps/a1b2c3.yaml",
	"private/alex/own/visits/a1b2c3.yaml",
	"private/alex/own/before/a1b2c3.yaml",
	"private/alex/thoughts/a1b2c3.yaml", "private/alex/pages/hardday.yaml"
};
static struct buf printed;

/* One file, by a name in each place. */
static void
make(void)
{
	char *dir;
	size_t i;

	if (fuzz_root != NULL)
		return;
	place_make();
	place_file("record", "", 0);
	for (i = 0; i < nitems(places); i++) {
		dir = need_string(places[i]);
		*strrchr(dir, '/') = '\0';
		place_dir(dir);
		free(dir);
		place_link("record", places[i]);
	}
	/* Of these, one has always the same words. */
	place_file("shared/alex/held/agree/y.yaml", "text: \"words\"\n", 14);
	place_link("record", "shared/sam/held/agree/y.yaml");
}

/* What a field said is written: times as times, blanks around texts left. */
static void
keeps(const struct record_kind *k, const struct buf *data,
    const struct buf *written)
{
	struct yaml was = { 0 }, is = { 0 };
	struct error err = { 0 };
	const struct record_field *f;
	const char *a, *b;

	HOLDS(yaml_read(&was, buf_string(data), data->length, "f", &err) == 0);
	HOLDS_OF(written, yaml_read(&is, buf_string(written), written->length,
	    "f", &err) == 0);
	for (f = k->fields; f < k->fields + k->count; f++) {
		a = yaml_get_text(was.root, f->key);
		b = yaml_get_text(is.root, f->key);
		if (f->type == RECORD_ENDS && b != NULL)
			break;		/* nothing else of it counts */
		if (f->type == RECORD_TIME || f->type == RECORD_LOCAL ||
		    f->type == RECORD_FLAG || f->type == RECORD_ENDS)
			HOLDS_OF(written, a != NULL || b == NULL);
		else if (a != NULL && !yaml_is_null(yaml_get(was.root,
		    f->key)) && !buf_is_blank(a, strlen(a)))
			HOLDS_OF(written, b != NULL && buf_same_words(a, b));
	}
	yaml_drop(&was);
	yaml_drop(&is);
}

/* Written as it was read, it is the same, and stays so. */
static void
round_trip(const struct record_kind *k, const struct buf *data)
{
	void *record = need_zeroed(1, k->size);
	struct store_dir dir = { .fd = -1 };
	struct buf once = { 0 }, twice = { 0 };
	struct error err = { 0 };
	int good = record_check(k, data, "f", &err) == 0;

	HOLDS(good || (err.status == STATUS_DATA &&
	    strncmp(error_message(&err), "f:", 2) == 0));
	error_clear(&err);
	HOLDS(store_open_path(fuzz_root, &dir, &err) == 1);
	HOLDS(good == (record_read_file(k, &dir, "record", record,
	    &err) == 0) || data->length > k->bytes);
	error_clear(&err);
	if (good && data->length <= k->bytes) {
		record_text(k, record, &once);
		keeps(k, data, &once);
		record_free(k, record);
		HOLDS_OF(&once, record_check(k, &once, "f", &err) == 0);
		place_file("record", buf_string(&once), once.length);
		HOLDS_OF(&once, once.length > k->bytes || record_read_file(k,
		    &dir, "record", record, &err) == 0);
		if (once.length <= k->bytes) {
			record_text(k, record, &twice);
			HOLDS_OF(&once, buf_same(&once, &twice));
		}
		error_clear(&err);
	}
	record_free(k, record);
	store_free_dir(&dir);
	buf_free(&once);
	buf_free(&twice);
	free(record);
}

static void
held(const struct couple *c, const struct cli *cli)
{
	struct agreement_list list;
	char hash[AGREEMENT_HASH + 1];
	const struct agreement *a;
	day today = calendar_day(NOW);

	(void)agreement_read(c, cli, AGREEMENT_AGREE, today, &list);
	for (a = list.items; a < list.items + list.count; a++) {
		if (!a->in_force)
			continue;
		HOLDS(a->mine.text != NULL && a->theirs.text != NULL &&
		    strcmp(a->mine.text, a->theirs.text) == 0);
		HOLDS(!a->mine.ended && !a->theirs.ended &&
		    !a->mine.unclear && !a->theirs.unclear);
		HOLDS(a->mine.review == a->theirs.review &&
		    (a->mine.review == WHEN_NO_DAY || a->mine.review > today));
		agreement_hash(&a->mine, hash);
		HOLDS(strlen(hash) == AGREEMENT_HASH);
	}
	agreement_free(&list);
	(void)agreement_read(c, cli, AGREEMENT_PACE, today, &list);
	for (a = list.items; a < list.items + list.count; a++)
		HOLDS(!a->in_force);	/* one alone holds it */
	agreement_free(&list);
}

static void
others(const struct couple *c, const struct cli *cli)
{
	struct boundaries bounds = { 0 };
	struct plans plans = { 0 };
	struct visits visits = { 0 };
	struct care care = { 0 };
	struct own own = { 0 };
	struct buf b = { 0 };
	size_t i;
	int room;

	(void)boundary_read(&c->mine, cli, NOW, &bounds);
	(void)boundary_read(&c->theirs, cli, NOW, &bounds);
	HOLDS(bounds.count <= 1);
	for (i = 0; i < bounds.count; i++)
		HOLDS(bounds.items[i].subject != NULL &&
		    boundary_state_name(bounds.items[i].now) != NULL);
	boundary_free(&bounds);
	(void)plans_read(c, cli, 1, NOW, &plans);
	for (i = 0; i < plans.count; i++) {
		HOLDS(plans.items[i].at.instant > NOW - 3600);
		plans_time(&b, plans.items[i].at.instant);
	}
	vt_takes(&b, 0);
	plans_free(&plans);
	for (room = 0; room < CARE_ROOMS; room++)
		(void)care_read(c, cli, (enum care_room)room, &care);
	(void)visits_read(c, cli, WHEN_NO_DAY, &visits);
	HOLDS(visits.count <= 2);
	for (i = 0; i < visits.count; i++)
		HOLDS(!visits.items[i].dropped &&
		    strlen(visits.items[i].random) == ID_RANDOM);
	visits_join(c, &visits, &care);
	visits_free(&visits);
	for (i = 0; i < care.count; i++)
		(void)care_with(&care, &care.items[i]);
	care_free(&care);
	for (room = 0; room < OWN_ROOMS; room++)
		(void)own_read(c, cli, (enum own_room)room, &own);
	for (i = 0; i < own.count; i++)
		HOLDS(own.items[i].room != OWN_STEPS ||
		    own.items[i].text != NULL);
	own_free(&own);
	buf_free(&b);
}

static void
signals(const struct couple *c)
{
	struct pause_view v, again;
	struct buf b = { 0 };

	pause_read(c, NOW, &v);
	HOLDS(v.state != PAUSE_STANDS && !v.own_pause && !v.other_pause);
	HOLDS(v.theirs.meaning == MEANS_NOTHING || v.theirs.word != NULL);
	HOLDS(v.theirs.meaning < MEANS_PAUSE && v.mine.meaning < MEANS_PAUSE);
	pause_show(c, &v);
	if (v.theirs.meaning != MEANS_NOTHING) {
		signal_text(&b, &v.theirs);
		place_file("record", buf_string(&b), b.length);
		pause_read(c, NOW, &again);
		HOLDS_OF(&b, v.theirs.meaning == again.theirs.meaning &&
		    strcmp(v.theirs.word, again.theirs.word) == 0 &&
		    v.theirs.at.instant == again.theirs.at.instant);
		pause_free(&again);
		buf_free(&b);
	}
	pause_free(&v);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	const struct record_kind *const kinds[] = { &boundary_kind,
	    &plans_kind, agreement_kind(AGREEMENT_AGREE),
	    care_kind(CARE_PEOPLE), care_kind(CARE_VISITS),
	    care_kind(CARE_PRACTICES), NULL, &recurring_kind,
	    own_kind(OWN_VISITS) };
	struct draw in = { data, n };
	size_t which = draw_byte(&in) % nitems(kinds);
	struct cli cli = { .name = "fuzz" };
	struct error err = { 0 };
	struct buf file = { 0 };
	struct couple c;

	make();
	buf_put(&file, in.p, in.n);
	place_file("record", buf_string(&file), file.length);
	printed_begin();
	HOLDS(couple_open(&c, &cli, COUPLE_ME | COUPLE_TREES | COUPLE_LOOK,
	    &err) == 0);
	held(&c, &cli);
	others(&c, &cli);
	if (kinds[which] == NULL)
		signals(&c);
	else
		round_trip(kinds[which], &file);
	if (kinds[which] == &plans_kind)
		round_trip(&visits_kind, &file);
	couple_free(&c);
	printed_end(&printed);
	vt_takes(&printed, 0);
	buf_free(&file);
	return 0;
}
