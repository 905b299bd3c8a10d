/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/sentence.h"
#include "course.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "format/yaml.h"
#include "labels.h"
#include "review/lookback.h"
#include "review/ratings.h"
#include "review/summary.h"

/* Parts that are told together: medians in halves, as ratings_median() does. */
struct run {
	const char	*word;		/* NULL where the scale has none */
	size_t		 first, last;
	int		 least, most;
};

/* True where a median may be called so: a hard one is at the hard end. */
static int
may_be(const struct scale *s, const char *word, int median)
{
	long hard = scale_hard_from(s);

	return hard == -1 || strcmp(word, SCALE_HARD) != 0 ||
	    (s->high_is_gentler ? median <= 2 * hard : median >= 2 * hard);
}

/* Return the scale's own word that lies nearest to a median. */
static const char *
nearest_word(const struct scale *s, int median)
{
	const struct node *n;
	const char *word = NULL;
	long value, least = 2 * SCALE_MOST + 1, away;

	for (n = yaml_first(s->words); n != NULL; n = n->next) {
		if (!yaml_int(n, 0, SCALE_MOST, &value) ||
		    !may_be(s, n->key, median))
			continue;
		away = labs(2 * value - median);
		if (away < least) {
			least = away;
			word = n->key;
		}
	}
	return word;
}

/* Add when a run was; quarters by the months at its ends. */
static void
add_when(struct buf *b, const struct summary *s, const struct run *r)
{
	struct buf first = { 0 }, last = { 0 };
	struct summary months = *s;

	if (s->step == STEP_QUARTER && r->first != r->last) {
		months.step = STEP_MONTH;
		labels_step(&first, &months, summary_step_of(&months,
		    summary_step_day(s, r->first)));
		labels_step(&last, &months, summary_step_of(&months,
		    summary_step_day(s, r->last)) + 2);
	} else {
		labels_step(&first, s, r->first);
		labels_step(&last, s, r->last);
	}
	if (r->first == r->last)
		buf_str(b, buf_string(&first));
	else
		sentence_add(b, "%s to %s", buf_string(&first),
		    buf_string(&last));
	buf_free(&first);
	buf_free(&last);
}

static void
add_run(struct buf *b, const struct summary *s, const struct run *r)
{
	char least[RATINGS_MEDIAN], most[RATINGS_MEDIAN];

	if (b->length > 0)
		buf_str(b, ", ");
	add_when(b, s, r);
	buf_str(b, ": ");
	ratings_write(r->least, least);
	ratings_write(r->most, most);
	if (r->least == r->most)
		buf_str(b, least);
	else
		sentence_add(b, "%s to %s", least, most);
	if (r->word != NULL)
		buf_printf(b, " (%s)", r->word);
}

/* True where a part goes on with the run before it. */
static int
goes_on(const struct run *r, const char *word, int median)
{
	return word == NULL || r->word == NULL ?
	    word == r->word && median == r->most :
	    strcmp(word, r->word) == 0;
}

void
course_add(struct buf *b, const struct lookback *l, size_t scale)
{
	const struct scale *s = &l->couple->scales.at[scale];
	size_t n = l->couple->scales.count, i, used = 0;
	char value[RATINGS_MEDIAN];
	struct run run = { 0 };
	const char *word;
	int median;

	for (i = 0; i < l->now.steps; i++) {
		median = ratings_median(&l->now.by_step[i * n + scale], value);
		if (median == -1)
			continue;
		word = nearest_word(s, median);
		if (used++ > 0 && goes_on(&run, word, median)) {
			run.last = i;
			run.least = median < run.least ? median : run.least;
			run.most = median > run.most ? median : run.most;
			continue;
		}
		if (used > 1)
			add_run(b, &l->now, &run);
		run = (struct run){ word, i, i, median, median };
	}
	if (used > 1)
		add_run(b, &l->now, &run);
	else
		buf_clear(b);
}
