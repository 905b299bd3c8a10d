/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "format/yaml_write.h"
#include "store/batch.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/layout.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"
#include "store/store_write.h"

#define FEW_MONTHS	3

void
journal_month_dir(struct journal_month m, char s[JOURNAL_DIR_SIZE])
{
	snprintf(s, JOURNAL_DIR_SIZE, LAYOUT_LOG "/%04d/%02d", m.year % 10000,
	    m.month % 100);
}

int
journal_open(const struct store *s, struct journal_month m,
    struct store_dir *d, struct error *err)
{
	char path[JOURNAL_DIR_SIZE];

	journal_month_dir(m, path);
	return store_open_dir(s, path, d, err);
}

struct journal_month
journal_month_of(time_t t)
{
	struct when w = { t, 0 };
	struct journal_month m;
	int mday;

	calendar_split(clock_day(w), &m.year, &m.month, &mday);
	return m;
}

void
journal_dir(const struct entry_id *id, char s[JOURNAL_DIR_SIZE])
{
	journal_month_dir(journal_month_of(id->instant), s);
}

int
journal_is_in_month(const struct entry_id *id, struct journal_month m)
{
	struct journal_month of = journal_month_of(id->instant);

	return of.year == m.year && of.month == m.month;
}

/* A number of exactly so many digits, or -1. */
static int
number(const char *s, size_t digits)
{
	return strlen(s) == digits && strspn(s, "0123456789") == digits ?
	    (int)strtol(s, NULL, 10) : -1;
}

static void
add_month(struct journal_months *months, int year, int month)
{
	struct journal_month *p;

	p = need_array(months->list, months->count + 1, sizeof(*p));
	months->list = p;
	p[months->count].year = year;
	p[months->count++].month = month;
}

/* A few months are tried one by one: listing the years would cost more. */
static void
few_months(struct journal_month first, struct journal_month last,
    struct journal_months *months)
{
	int m = first.year * 12 + first.month - 1;
	int end = last.year * 12 + last.month - 1;

	for (; m <= end; m++)
		add_month(months, m / 12, m % 12 + 1);
}

static void
add_unlisted(struct journal_months *months, struct error *err)
{
	months->unlisted = need_array(months->unlisted,
	    months->unlisted_count + 1, sizeof(*err));
	months->unlisted[months->unlisted_count++] = *err;
	memset(err, 0, sizeof(*err));
}

/* Add what is there of a year's months, from first to last. */
static void
add_year(const struct store *s, int year, struct journal_month first,
    struct journal_month last, struct journal_months *months)
{
	struct store_dir d = { .fd = -1 };
	struct error err = { 0 };
	char path[JOURNAL_DIR_SIZE];
	size_t i;
	int month;

	snprintf(path, sizeof(path), LAYOUT_LOG "/%04d", year % 10000);
	if (store_open_dir(s, path, &d, &err) == -1)
		add_unlisted(months, &err);
	for (i = 0; i < d.count; i++) {
		month = number(d.names[i], 2);
		if (month >= 1 && month <= 12 &&
		    (year != first.year || month >= first.month) &&
		    (year != last.year || month <= last.month))
			add_month(months, year, month);
	}
	store_free_dir(&d);
}

void
journal_months(const struct store *s, time_t from, time_t until,
    struct journal_months *months)
{
	struct journal_month first = journal_month_of(from);
	struct journal_month last = journal_month_of(until);
	struct store_dir years = { .fd = -1 };
	struct error err = { 0 };
	size_t i;
	int year;

	memset(months, 0, sizeof(*months));
	if (until - from < FEW_MONTHS * 31L * 86400) {
		few_months(first, last, months);
		return;
	}
	if (store_open_dir(s, LAYOUT_LOG, &years, &err) == -1)
		add_unlisted(months, &err);
	for (i = 0; i < years.count; i++) {
		year = number(years.names[i], 4);
		if (year >= first.year && year <= last.year)
			add_year(s, year, first, last, months);
	}
	store_free_dir(&years);
}

void
journal_free_months(struct journal_months *months)
{
	size_t i;

	for (i = 0; i < months->unlisted_count; i++)
		error_clear(&months->unlisted[i]);
	free(months->unlisted);
	free(months->list);
	memset(months, 0, sizeof(*months));
}

int
journal_by_month(const void *a, const void *b)
{
	const struct journal_month *x = a, *y = b;

	return x->year != y->year ? x->year - y->year : x->month - y->month;
}

int
journal_has_month(const struct journal_months *months, struct journal_month m)
{
	return months->count > 0 && bsearch(&m, months->list, months->count,
	    sizeof(m), journal_by_month) != NULL;
}

enum journal_name
journal_classify(const char *name, struct entry_id *id)
{
	static const struct {
		const char		*end;
		enum journal_name	 is;
	} ends[] = {
		{ ".yaml", JOURNAL_ENTRY }, { ".gone", JOURNAL_GONE },
		{ "~", JOURNAL_BACKUP }, { ".bak", JOURNAL_BACKUP },
		{ ".swp", JOURNAL_BACKUP }, { ".orig", JOURNAL_BACKUP }
	};
	size_t n = strlen(name), m, i, from;

	for (i = 0; i < nitems(ends); i++) {
		m = strlen(ends[i].end);
		if (n >= m && strcmp(name + n - m, ends[i].end) == 0 &&
		    (ends[i].is == JOURNAL_BACKUP ||
		    id_read(name, n - m, id) == 0))
			return ends[i].is;
	}
	if (*name == '#')
		return JOURNAL_BACKUP;
	m = id_find(name, id, &from);
	return strstr(name, ".sync-conflict-") != NULL ||
	    strstr(name, "conflicted copy") != NULL ||
	    (m > 0 && from + m < n) ?
	    JOURNAL_CONFLICT : JOURNAL_FOREIGN;
}

void
journal_file(const struct entry_id *id, const char *suffix,
    char s[JOURNAL_FILE_SIZE])
{
	id_write(id, s);
	strlcat(s, suffix, JOURNAL_FILE_SIZE);
}

struct journal_place
journal_place(const struct entry_id *id, const char *suffix)
{
	struct journal_place at = { "", "" };

	journal_dir(id, at.dir);
	journal_file(id, suffix, at.file);
	return at;
}

/* What is written must mean the same when libyaml reads it. */
static int
reads_back(const struct node *root, const struct buf *b, struct error *err)
{
	struct yaml again = { 0 };
	int same;

	same = yaml_read_libyaml(&again, b->data, b->length, "<entry>",
	    err) == 0 && yaml_equal(root, again.root);
	yaml_drop(&again);
	if (!same && err->status == STATUS_OK)
		error_set(err, STATUS_SYSTEM, "<entry>: it would not read back "
		    "as it was meant: please report this");
	return same ? 0 : -1;
}

/*
 * Write out an entry, in no form that would be refused when it is read. 0, or
 * -1 with err.
 */
static int
write_out(const struct node *root, struct buf *b, struct error *err)
{
	const char *at = yaml_get_text(root, "at");
	struct when when;

	yaml_write(b, root);
	if (at == NULL || clock_read(at, strlen(at), &when) == -1)
		return error_set(err, STATUS_SYSTEM, "this computer's clock "
		    "says %s, and entries begin with 1970: set the clock",
		    at == NULL ? message("nothing") : at);
	if (b->length > ENTRY_BYTES)
		return error_set(err, STATUS_DATA, "<entry>: longer than %zu "
		    "KiB: split it into smaller parts", ENTRY_BYTES / 1024);
	return reads_back(root, b, err);
}

enum store_wrote
journal_write(const struct store *s, const struct entry_id *id,
    const struct node *root, struct error *err)
{
	struct journal_place at = journal_place(id, ".yaml");
	enum store_wrote wrote = STORE_NOT;
	struct buf b = { 0 };

	if (write_out(root, &b, err) == 0)
		wrote = store_create(s, at.dir, at.file, b.data, b.length,
		    err);
	buf_free(&b);
	return wrote;
}

int
journal_add(struct batch *batch, const struct entry_id *id,
    const struct node *root, struct error *err)
{
	struct journal_place at = journal_place(id, ".yaml");
	struct buf b = { 0 };
	int r;

	r = write_out(root, &b, err);
	if (r == 0)
		r = batch_add(batch, at.dir, at.file, b.data, b.length, err);
	buf_free(&b);
	return r;
}

char *
journal_path(const struct store *s, const struct entry_id *id)
{
	struct journal_place at = journal_place(id, ".yaml");

	return need_printf("%s/%s/%s", s->path, at.dir, at.file);
}

enum store_is
journal_is_there(const struct store *s, const struct entry_id *id,
    struct error *err)
{
	struct journal_place at = journal_place(id, ".yaml");

	return store_look(s, at.dir, at.file, err);
}

enum store_is
journal_is_gone(const struct store *s, const struct entry_id *id,
    struct error *err)
{
	struct journal_place at = journal_place(id, ".gone");

	return store_look(s, at.dir, at.file, err);
}

void
journal_search(const struct store *s, const char *random, journal_found *found,
    void *arg, struct error *err)
{
	char part[ID_RANDOM + 2];
	struct journal_months months;
	struct store_dir d = { .part = part, .dotted = 1, .fd = -1 };
	struct error why = { 0 };
	size_t i, j;

	snprintf(part, sizeof(part), "-%s", random);
	journal_months(s, 0, WHEN_LAST, &months);
	for (i = 0; i < months.unlisted_count; i++)
		error_join(err, &months.unlisted[i]);
	for (i = 0; i < months.count; i++) {
		if (journal_open(s, months.list[i], &d, &why) == -1)
			error_join(err, &why);
		for (j = 0; j < d.count; j++)
			found(arg, months.list[i], d.names[j]);
		store_close_dir(&d);
	}
	store_free_dir(&d);
	journal_free_months(&months);
}

struct wanted {
	const char	*random;
	void		(*found)(void *, const struct entry_id *);
	void		*arg;
};

static void
found_name(void *arg, struct journal_month m, const char *name)
{
	const struct wanted *w = arg;
	struct entry_id id;

	(void)m;
	if (journal_classify(name, &id) == JOURNAL_ENTRY &&
	    strcmp(id.random, w->random) == 0)
		w->found(w->arg, &id);
}

int
journal_find(const struct store *s, const char *wanted,
    void (*found)(void *, const struct entry_id *), void *arg,
    struct error *err)
{
	struct wanted w = { wanted, found, arg };
	struct error why = { 0 };
	struct entry_id id;

	if (strlen(wanted) == ID_RANDOM)
		journal_search(s, wanted, found_name, &w, &why);
	else if (id_read(wanted, strlen(wanted), &id) == -1)
		return error_set(err, STATUS_USAGE, JOURNAL_NO_ID, wanted);
	else if (journal_is_there(s, &id, &why) == STORE_THERE)
		found(arg, &id);
	if (why.status == STATUS_OK)
		return 0;
	error_clear(err);
	error_join(err, &why);
	return -1;
}

int
journal_read(const struct store *s, const struct entry_id *id,
    struct buf *b, struct error *err)
{
	struct journal_place at = journal_place(id, ".yaml");

	return store_read_in(s, at.dir, at.file, ENTRY_BYTES, b, err);
}
