/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "couple/scale.h"
#include "deck/deck.h"
#include "entry/view.h"
#include "format/output.h"
#include "format/yaml.h"
#include "format/yaml_write.h"
#include "review/lookback.h"
#include "term/screen.h"

/* Weeks looked at for a comparison, until enough days are found. */
#define MOST_WEEKS	4
#define ENOUGH_DAYS	5
/* In a long period, the newest of each kind of words. */
#define MOST_ITEMS	5
#define ALL_ITEMS	1000
/* A median of fewer is only one of them. */
#define FEW_RATINGS	3
/* Steps of a chart that still fit on a line. */
#define MOST_STEPS	24

static void
note_trouble(void *arg, const struct reader *r)
{
	struct lookback *l = arg;

	l->worst = cli_worse(l->worst, reader_report(r, l->cli));
}

/* What may be missing is not compared with; it is told once. */
static void
note_before(void *arg, const struct reader *r)
{
	struct lookback *l = arg;
	struct error err = { 0 };

	if (reader_whole(r, &err) == 0)
		return;
	l->compared = 0;
	if (l->worst != STATUS_SYSTEM)
		l->worst = cli_worse(l->worst, cli_fail(l->cli, &err));
	error_clear(&err);
}

/*
 * The weeks before, as many as it takes to have enough days of ratings, so
 * that someone who writes seldom is compared with themselves as well.
 */
static void
read_before(struct lookback *l)
{
	day first = l->now.first;
	size_t i, most;
	int week;

	l->compared = 1;
	for (week = 1; l->compared && week <= MOST_WEEKS; week++) {
		summary_free(&l->before);
		summary_read(&l->before, l->couple, SUMMARY_RATINGS,
		    0, first - 7 * week, first - 1, STEP_DAY, 0, 1,
		    note_before, l);
		most = 0;
		for (i = 0; i < l->couple->scales.count; i++)
			if (summary_steps_with(&l->before, i) > most)
				most = summary_steps_with(&l->before, i);
		if (most >= ENOUGH_DAYS)
			break;
	}
}

/*
 * A question for the next days, the same for both whatever their week was:
 * comparing questions tells nobody anything.
 */
static void
choose_question(struct lookback *l)
{
	struct error err = { 0 };
	struct deck deck;
	const char *s, *id;
	long key = (l->now.last + 1) / 7;

	/* Another for other couples. */
	for (id = l->couple->id; *id != '\0'; id++)
		key = key * 31 % 1000003 + (unsigned char)*id;
	if (deck_open(&deck, "words", "week", &err) == 0) {
		s = deck_pick(&deck, NULL, key);
		l->question = s == NULL ? NULL : need_string(s);
	} else if (!err.absent)
		l->worst = cli_worse(l->worst, cli_fail(l->cli, &err));
	error_clear(&err);
	deck_free(&deck);
}

/* First and last day of the period, and what a chart steps by. */
static void
span(const struct lookback *l, day d, day *first, day *last,
    enum summary_step *step, struct error *err)
{
	day begin;

	*first = calendar_monday(d);
	*last = *first + 6;
	*step = STEP_DAY;
	if (l->period == PERIOD_MONTH) {
		*first = calendar_month(d, 0);
		*last = calendar_month(d, 1) - 1;
		*step = STEP_WEEK;
	} else if (l->period == PERIOD_ALL) {
		begin = summary_begin(l->couple, l->shared ? SUMMARY_SHARED :
		    SUMMARY_OWN, err);
		*first = begin == WHEN_NO_DAY || begin > d ? d : begin;
		*last = d;
		*step = STEP_MONTH;
	}
	if (l->since != WHEN_NO_DAY)
		*first = l->since < *last ? l->since : *last;
	if (*last - *first > 7 && *step == STEP_DAY)
		*step = STEP_WEEK;
	if (*last - *first > MOST_STEPS * 31L)
		*step = STEP_YEAR;
	else if (*last - *first > 62)
		*step = STEP_MONTH;
}

/* How many threads read: two where there are two processors for them. */
static int
threads(void)
{
#ifdef __linux__
	cpu_set_t mine;

	if (sched_getaffinity(0, sizeof(mine), &mine) == 0)
		return CPU_COUNT(&mine) > 1 ? 2 : 1;
#endif
	return sysconf(_SC_NPROCESSORS_ONLN) > 1 ? 2 : 1;
}

void
lookback_read(struct lookback *l, day d)
{
	struct error unlisted = { 0 };
	enum summary_step step;
	day first, last;

	span(l, d, &first, &last, &step, &unlisted);
	summary_read(&l->now, l->couple, l->shared ? SUMMARY_SHARED :
	    SUMMARY_OWN, l->period == PERIOD_ALL && l->since == WHEN_NO_DAY,
	    first, last, step, step == STEP_DAY ? ALL_ITEMS : MOST_ITEMS,
	    threads(), note_trouble, l);
	/* What still cannot be listed was told as it was read. */
	if (unlisted.status != STATUS_OK && l->worst == STATUS_OK)
		l->worst = cli_fail(l->cli, &unlisted);
	error_clear(&unlisted);
	if (l->period == PERIOD_WEEK && l->since == WHEN_NO_DAY) {
		if (!l->now.hard && !l->shared)
			read_before(l);
		choose_question(l);
	}
}

void
lookback_free(struct lookback *l)
{
	summary_free(&l->now);
	summary_free(&l->before);
	free(l->question);
	free(l->called[0]);
	free(l->called[1]);
}

/*
 * For a person.
 */

static int
wanted(const struct lookback *l, size_t scale)
{
	return l->scale == NULL || l->scale == &l->couple->scales.at[scale];
}

static int
has_ratings(const struct lookback *l)
{
	int least, most;
	size_t i;

	for (i = 0; i < l->couple->scales.count; i++)
		if (wanted(l, i) &&
		    ratings_range(&l->now.total[i], &least, &most))
			return 1;
	return 0;
}

static int
has_words(const struct lookback *l)
{
	size_t i;

	for (i = 0; i < SUMMARY_LISTS; i++)
		if (l->now.counts[i] > 0)
			return 1;
	return 0;
}

int
lookback_is_empty(const struct lookback *l)
{
	return !has_ratings(l) && !has_words(l);
}

static void
heading(FILE *fp, const char *s)
{
	fprintf(fp, "\n%s%s%s\n", screen_bold(), s, screen_normal());
}

static void
put_day(struct buf *b, day d)
{
	int y, m, md;

	calendar_split(d, &y, &m, &md);
	buf_printf(b, "%s %d %s %d", calendar_weekday_name(calendar_weekday(d)),
	    md, calendar_month_name(m), y);
}

static void
print_title(const struct lookback *l, FILE *fp)
{
	struct buf b = { 0 };
	int y, m, md;

	calendar_split(l->now.first, &y, &m, &md);
	if (l->period == PERIOD_MONTH && l->since == WHEN_NO_DAY)
		buf_printf(&b, "Looking back: %s %d",
		    calendar_month_name(m), y);
	else if (l->period == PERIOD_ALL && l->since == WHEN_NO_DAY)
		buf_str(&b, "Looking back, from the beginning");
	else {
		buf_str(&b, "Looking back: ");
		put_day(&b, l->now.first);
		buf_str(&b, " to ");
		put_day(&b, l->now.last);
	}
	fputs(screen_bold(), fp);
	screen_wrap(fp, "", "    ", buf_string(&b));
	fputs(screen_normal(), fp);
	buf_free(&b);
}

/* A step's name on a chart: Mon, 2 Nov (its Monday), Nov 2026, 2026. */
static void
step_name(const struct lookback *l, size_t step, char s[16])
{
	day d = summary_step_day(&l->now, step);
	int y, m, md;

	calendar_split(d, &y, &m, &md);
	switch (l->now.step) {
	case STEP_DAY:
		snprintf(s, 16, "%.3s",
		    calendar_weekday_name(calendar_weekday(d)));
		break;
	case STEP_WEEK:
		snprintf(s, 16, "%d %.3s", md, calendar_month_name(m));
		break;
	case STEP_MONTH:
		snprintf(s, 16, "%.3s %d", calendar_month_name(m), y % 10000);
		break;
	case STEP_YEAR:
		snprintf(s, 16, "%d", y);
		break;
	}
}

/* A median, which comes doubled: "6" or "6.5". */
static void
median_text(int twice, char s[8])
{
	snprintf(s, 8, twice % 2 ? "%d.5" : "%d", twice / 2);
}

/*
 * The steps that hold a rating, each with a block as high as its median;
 * without blocks the medians in figures. Steps without one are not drawn.
 */
static void
print_chart(const struct lookback *l, size_t scale, FILE *fp)
{
	static const char *const blocks[] = { "▁", "▂", "▃", "▄", "▅", "▆",
	    "▇", "█" };
	size_t n = l->couple->scales.count, i, used = 0;
	char name[16], value[8];
	struct buf b = { 0 };
	int median;

	for (i = 0; i < l->now.steps; i++) {
		median = ratings_median(&l->now.by_step[i * n + scale]);
		if (median == -1)
			continue;
		step_name(l, i, name);
		median_text(median, value);
		buf_printf(&b, "%s%s %s", used++ > 0 ? ", " : "", name,
		    screen_signs() ? blocks[median * 7 / (2 * SCALE_MOST)] :
		    value);
	}
	if (used > 1)
		screen_wrap(fp, "    ", "    ", buf_string(&b));
	buf_free(&b);
}

static void
print_ratings(const struct lookback *l, FILE *fp)
{
	const struct couple *c = l->couple;
	/* After something hard the figures alone, unless asked for. */
	int quietly = l->now.hard && l->scale == NULL;
	struct buf b = { 0 };
	char value[8];
	int least, most;
	size_t i;

	if (!has_ratings(l))
		return;
	heading(fp, "Your numbers, for you");
	for (i = 0; i < c->scales.count; i++) {
		if (!wanted(l, i) ||
		    !ratings_range(&l->now.total[i], &least, &most))
			continue;
		buf_clear(&b);
		buf_printf(&b, "%s (0 %s, 10 %s): %d", c->scales.at[i].name,
		    c->scales.at[i].low, c->scales.at[i].high, least);
		if (least != most)
			buf_printf(&b, " to %d", most);
		if (ratings_count(&l->now.total[i]) >= FEW_RATINGS &&
		    least != most && !quietly) {
			median_text(ratings_median(&l->now.total[i]), value);
			buf_printf(&b, ", often around %s", value);
		}
		screen_wrap(fp, "  ", "    ", buf_string(&b));
		if (!quietly)
			print_chart(l, i, fp);
	}
	buf_free(&b);
}

/*
 * In words, one at most, only towards what is gentler, and never after
 * something hard.
 */
static void
print_change(const struct lookback *l, FILE *fp)
{
	const struct scale *s = NULL;
	int change, most = 0;
	size_t i;

	for (i = 0; l->compared && i < l->couple->scales.count; i++) {
		change = wanted(l, i) ?
		    summary_change(&l->now, &l->before, i) : 0;
		if (change > most) {
			most = change;
			s = &l->couple->scales.at[i];
		}
	}
	if (s == NULL)
		return;
	fputc('\n', fp);
	screen_say(fp, "Beside the weeks before, %s was nearer to \"%s\".",
	    s->name, s->high_is_gentler ? s->high : s->low);
}

static const char *
name_of(const struct lookback *l, const char *who)
{
	size_t i = l->couple->count == 2 &&
	    strcmp(l->couple->people[1], who) == 0;

	return l->called[i] == NULL ? who : l->called[i];
}

static void
print_items(const struct lookback *l, enum summary_list list,
    const char *title, FILE *fp)
{
	const struct summary_item *item;
	struct buf lead = { 0 };
	const char *called;
	size_t i;

	if (l->now.counts[list] == 0)
		return;
	heading(fp, title);
	for (i = 0; i < l->now.counts[list]; i++) {
		item = &l->now.items[list][i];
		called = name_of(l, item->who);
		buf_clear(&lead);
		if (l->now.step == STEP_DAY)
			buf_printf(&lead, "  %.3s, ", calendar_weekday_name(
			    calendar_weekday(clock_day(item->at))));
		else
			buf_str(&lead, "  ");
		screen_safe(&lead, called, strlen(called), 0);
		buf_str(&lead, ": ");
		screen_wrap(fp, buf_string(&lead), "    ", item->text);
	}
	buf_free(&lead);
}

/* Words first; small good things last, so that they brighten nothing. */
static void
print_all_items(const struct lookback *l, FILE *fp)
{
	int few = l->now.step != STEP_DAY, of_that_day = 0;
	size_t i;

	print_items(l, LIST_WORDS, l->couple->count == 1 ? "Your words" :
	    few ? "Newest words that were shared" : "Words that were shared",
	    fp);
	for (i = 0; i < l->now.counts[LIST_WORDS]; i++)
		of_that_day |= l->now.items[LIST_WORDS][i].is_of_that_day;
	if (of_that_day)
		screen_wrap(fp, "  ", "  ", VIEW_NO_YES);
	print_items(l, LIST_THANKS, "Thanks", fp);
	print_items(l, LIST_RITUALS, "What you made time for", fp);
	print_items(l, LIST_REASONS, "What matters to you", fp);
	print_items(l, LIST_WINS, "Small good things", fp);
}

static void
print_opening(const struct lookback *l, FILE *fp)
{
	const char *s = NULL;

	if (l->now.hard)
		s = "Some of this was hard. Nothing needs doing. Where it "
		    "hurts or frightens: unhurried help safety.";
	else if (lookback_is_empty(l) && l->worst == STATUS_OK &&
	    l->cli->worst == STATUS_OK)
		s = l->shared ? "Nothing is shared from these days, and that "
		    "is fine." : "Nothing to show from these days, and that "
		    "is fine. What you wrote for yourself is in 'recall'.";
	if (s == NULL)
		return;
	fputc('\n', fp);
	screen_wrap(fp, "", "", s);
}

void
lookback_text(struct lookback *l, FILE *fp)
{
	size_t i;

	for (i = 0; i < l->couple->count && has_words(l); i++)
		l->called[i] = couple_called(l->couple, l->couple->people[i]);
	print_title(l, fp);
	print_opening(l, fp);
	print_all_items(l, fp);
	print_ratings(l, fp);
	print_change(l, fp);
	if (l->question != NULL) {
		heading(fp, "If and when you like");
		screen_wrap(fp, "  ", "  ", l->question);
	}
}

/*
 * For a program.
 */

static void
add_date(struct yaml *y, struct node *map, const char *key, day d)
{
	char s[WHEN_DAY_SIZE];

	calendar_write(d, s);
	yaml_add(y, map, key, yaml_new_text(y, s, strlen(s)));
}

static void
add_median(struct yaml *y, struct node *map, int twice)
{
	char s[8];

	median_text(twice, s);
	yaml_add(y, map, "typical", yaml_new_word(y, s));
}

static void
add_ratings(const struct lookback *l, struct yaml *y, struct node *list)
{
	size_t n = l->couple->scales.count, i, j;
	struct node *rating, *steps, *step;
	int least, most, median;

	for (i = 0; i < n; i++) {
		if (!wanted(l, i) ||
		    !ratings_range(&l->now.total[i], &least, &most))
			continue;
		rating = yaml_add(y, list, NULL, yaml_new(y, NODE_MAP));
		yaml_add(y, rating, "scale", yaml_new_text(y,
		    l->couple->scales.at[i].name,
		    strlen(l->couple->scales.at[i].name)));
		yaml_add(y, rating, "least", yaml_new_int(y, least));
		yaml_add(y, rating, "most", yaml_new_int(y, most));
		add_median(y, rating, ratings_median(&l->now.total[i]));
		steps = yaml_add(y, rating, "steps", yaml_new(y, NODE_LIST));
		for (j = 0; j < l->now.steps; j++) {
			median = ratings_median(&l->now.by_step[j * n + i]);
			if (median == -1)
				continue;
			step = yaml_add(y, steps, NULL,
			    yaml_new(y, NODE_MAP));
			add_date(y, step, "from",
			    summary_step_day(&l->now, j));
			add_median(y, step, median);
		}
	}
}

static const char *const list_names[SUMMARY_LISTS] = { "words", "wins",
    "rituals", "thanks", "reasons" };

static void
add_items(const struct lookback *l, struct yaml *y, struct node *root,
    size_t list)
{
	const struct summary_item *item;
	struct node *items, *map;
	char at[WHEN_AT_SIZE];
	size_t i;

	items = yaml_add(y, root, list_names[list], yaml_new(y, NODE_LIST));
	for (i = 0; i < l->now.counts[list]; i++) {
		item = &l->now.items[list][i];
		map = yaml_add(y, items, NULL, yaml_new(y, NODE_MAP));
		clock_write(item->at, at);
		yaml_add(y, map, "at", yaml_new_text(y, at, strlen(at)));
		yaml_add(y, map, "by", yaml_new_text(y, item->who,
		    strlen(item->who)));
		yaml_add(y, map, "text", yaml_new_text(y, item->text,
		    strlen(item->text)));
	}
}

/* Lines of list, from or at, name or by, and what it holds. */
static void
put_tsv(const struct node *root, struct buf *b)
{
	const struct node *list, *n;
	const char *text, *at;

	for (list = root->child; list != NULL; list = list->next) {
		if (list->type == NODE_TEXT) {
			buf_printf(b, "%s\t-\t-\t", list->key);
			output_tsv(b, list->text, list->length);
			buf_char(b, '\n');
			continue;
		}
		for (n = list->child; n != NULL; n = n->next) {
			at = yaml_get_text(n, "at");
			text = yaml_get_text(n, "text");
			if (text == NULL) {
				buf_printf(b, "%s\t-\t%s\t%s-%s,%s\n",
				    list->key, yaml_get_text(n, "scale"),
				    yaml_get_text(n, "least"),
				    yaml_get_text(n, "most"),
				    yaml_get_text(n, "typical"));
				continue;
			}
			buf_printf(b, "%s\t%s\t%s\t", list->key, at,
			    yaml_get_text(n, "by"));
			output_tsv(b, text, strlen(text));
			buf_char(b, '\n');
		}
	}
}

void
lookback_record(const struct lookback *l, FILE *fp, enum cli_format format)
{
	static const char *const periods[] = { "week", "month", "all" };
	struct yaml y = { 0 };
	struct node *root = yaml_new(&y, NODE_MAP);
	const struct node *n;
	struct buf b = { 0 };
	size_t i;

	yaml_add(&y, root, "period", yaml_new_text(&y, periods[l->period],
	    strlen(periods[l->period])));
	add_date(&y, root, "from", l->now.first);
	add_date(&y, root, "until", l->now.last);
	add_ratings(l, &y, yaml_add(&y, root, "ratings",
	    yaml_new(&y, NODE_LIST)));
	for (i = 0; i < SUMMARY_LISTS; i++)
		add_items(l, &y, root, i);
	if (l->question != NULL)
		yaml_add(&y, root, "question", yaml_new_text(&y, l->question,
		    strlen(l->question)));
	if (format == FORMAT_JSON) {
		output_json(&b, root);
		buf_char(&b, '\n');
	} else if (format == FORMAT_YAML)
		for (n = root->child; n != NULL; n = n->next)
			yaml_write_field(&b, n, YAML_FOR_SCREEN);
	else
		put_tsv(root, &b);
	fwrite(buf_string(&b), 1, b.length, fp);
	buf_free(&b);
	yaml_drop(&y);
}
