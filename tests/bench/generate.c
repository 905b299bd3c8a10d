/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * generate [-f csv|jsonl|rec|sql|task] DIR PER_DAY YEARS END
 *
 * Make up a couple's directory for measuring: DIR/shared and DIR/private of
 * alex and sam, each with PER_DAY check-ins on every day of the YEARS (of
 * 365 days) that end with END (YYYY-MM-DD). Alex's stand in private/alex/log
 * and sam's in shared/sam/log, which is what alex's own views read. With -f,
 * the same entries go to stdout in another program's form instead, and DIR
 * is not touched. The same arguments give the same bytes, everywhere.
 *
 * An entry is 270 bytes on the mean: mood and two or three other scales, 1.5
 * tags, and on four of five a note of one line, 400 characters at most.
 */

#include <sys/stat.h>

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define NSCALES	5
#define NTAGS	3
#define NONE	(-1)
#define DAY	86400

struct checkin {
	const char *by, *tags[NTAGS];
	time_t at;
	int scales[NSCALES];	/* NONE where not given */
	int ntags, block;	/* block: the note ends in a newline */
	char random[7], note[401];
};

struct form {
	const char *name, *head, *tail;
	void (*print)(const struct checkin *);
};

static const char *const people[] = { "alex", "sam" };
static const char *const scales[NSCALES] = {
	"mood", "stress", "body", "comfort", "closeness"
};
static const char *const tags[] = {
	"evening", "tea", "morning", "walk", "bath", "slow", "visit",
	"tired", "massage", "talk", "weekend", "late"
};
static const char *const words[] = {
	"we", "took", "our", "time", "and", "it", "was", "quiet", "after",
	"the", "walk", "tea", "warm", "hands", "on", "sofa", "a", "long",
	"day", "at", "work", "but", "breathing", "helped", "felt", "heard",
	"when", "I", "said", "not", "today", "laughed", "about", "für", "uns",
	"bath", "slowly", "no", "hurry", "\"softer\"", "🌱", "resting",
	"together", "before", "sleep:", "good", "enough", "tomorrow", "again"
};

static const char couple[] =
    "id: \"bench0bench0\"\npeople: [\"alex\", \"sam\"]\n"
    "zone: \"Europe/Berlin\"\nsince: \"2005-01-01\"\nscales:\n"
    "  mood:\n    ask: \"How is your mood?\"\n    low: \"heavy\"\n"
    "    high: \"light\"\n    gentler: high\n"
    "    words: {hard: 2, mixed: 5, okay: 7}\n"
    "  stress:\n    ask: \"How much is pressing on you?\"\n"
    "    low: \"calm\"\n    high: \"a lot\"\n    gentler: low\n"
    "    words: {hard: 8, mixed: 5, okay: 3}\n"
    "  body:\n    ask: \"How does your body feel?\"\n    low: \"soft\"\n"
    "    high: \"holding\"\n    gentler: low\n"
    "    words: {hard: 8, mixed: 5, okay: 3}\n"
    "  comfort:\n    ask: \"How at ease are you?\"\n"
    "    low: \"not at all\"\n    high: \"fully\"\n    gentler: high\n"
    "    words: {hard: 2, mixed: 5, okay: 7}\n"
    "  closeness:\n    ask: \"How close do you feel to your partner?\"\n"
    "    low: \"far\"\n    high: \"close\"\n    gentler: high\n"
    "    words: {hard: 2, mixed: 5, okay: 7}\n";

#define COUNT(a)	(sizeof(a) / sizeof((a)[0]))

static uint32_t
chance(uint32_t below)
{
	static uint64_t state = 20261122;

	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)((state >> 33) % below);
}

static void
note_make(struct checkin *c)
{
	size_t used = 0, want;
	const char *word;

	c->note[0] = '\0';
	if (chance(5) == 0)
		return;
	want = 20 + chance(168) + chance(168);
	while (used < want) {
		word = words[chance(COUNT(words))];
		used += (size_t)snprintf(c->note + used,
		    sizeof(c->note) - used, "%s%s", used ? " " : "", word);
	}
	c->block = chance(2) == 0;
}

static void
checkin_make(struct checkin *c, const char *by, time_t at)
{
	static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
	uint32_t i, left_out, roll;

	c->by = by;
	c->at = at;
	for (i = 0; i < 6; i++)
		c->random[i] = digits[chance(36)];
	c->random[6] = '\0';
	left_out = 1 + chance(NSCALES - 1);
	roll = chance(2);
	for (i = 0; i < NSCALES; i++)
		c->scales[i] = (int)(1 + chance(5) + chance(5));
	c->scales[left_out] = NONE;
	if (roll == 0)
		c->scales[1 + left_out % (NSCALES - 1)] = NONE;
	roll = chance(20);
	c->ntags = roll < 3 ? 0 : roll < 10 ? 1 : roll < 17 ? 2 : 3;
	roll = chance(COUNT(tags));
	for (i = 0; i < NTAGS; i++)
		c->tags[i] = tags[(roll + 5 * i) % COUNT(tags)];
	note_make(c);
}

/* The instant in the couple's zone (utc 0) or in UTC (utc 1), by strftime. */
static const char *
stamp(time_t at, const char *form, int utc)
{
	static char text[8][64];	/* as many as a line needs */
	static unsigned int turn;
	struct tm tm;
	char *s = text[turn++ % 8];

	if (utc)
		gmtime_r(&at, &tm);
	else
		localtime_r(&at, &tm);
	strftime(s, sizeof(text[0]), form, &tm);
	return s;
}

/* at, RFC 3339: strftime has no offset with a colon. */
static const char *
local(time_t at)
{
	static char text[40];
	const char *zone = stamp(at, "%z", 0);

	snprintf(text, sizeof(text), "%s%.3s:%s",
	    stamp(at, "%Y-%m-%dT%H:%M:%S", 0), zone, zone + 3);
	return text;
}

static const char *
id(const struct checkin *c)
{
	static char text[64];

	snprintf(text, sizeof(text), "%s-%s-checkin-%s",
	    stamp(c->at, "%Y%m%dt%H%M%Sz", 1), c->by, c->random);
	return text;
}

/* s, with what stands for a quote in place of every quote. */
static void
quoted(FILE *out, const char *s, const char *quote)
{
	for (; *s != '\0'; s++)
		if (*s == '"')
			fputs(quote, out);
		else
			fputc(*s, out);
}

static void
tags_print(FILE *out, const struct checkin *c, const char *quote,
    const char *comma)
{
	int i;

	for (i = 0; i < c->ntags; i++)
		fprintf(out, "%s%s%s%s", i ? comma : "", quote, c->tags[i],
		    quote);
}

static void
yaml_print(FILE *out, const struct checkin *c)
{
	int i;

	fprintf(out, "kind: checkin\nat: \"%s\"\nby: \"%s\"\n", local(c->at),
	    c->by);
	for (i = 0; i < NSCALES; i++)
		if (c->scales[i] != NONE)
			fprintf(out, "%s: %d\n", scales[i], c->scales[i]);
	if (c->ntags > 0) {
		fputs("tags: [", out);
		tags_print(out, c, "\"", ", ");
		fputs("]\n", out);
	}
	if (c->note[0] != '\0' && c->block)
		fprintf(out, "note: |\n  %s\n", c->note);
	else if (c->note[0] != '\0') {
		fputs("note: \"", out);
		quoted(out, c->note, "\\\"");
		fputs("\"\n", out);
	}
}

static void
csv_print(const struct checkin *c)
{
	int i;

	printf("%s,%s", local(c->at), c->by);
	for (i = 0; i < NSCALES; i++)
		if (c->scales[i] == NONE)
			putchar(',');
		else
			printf(",%d", c->scales[i]);
	putchar(',');
	tags_print(stdout, c, "", " ");
	fputs(",\"", stdout);
	quoted(stdout, c->note, "\"\"");
	puts("\"");
}

static void
jsonl_print(const struct checkin *c)
{
	int i;

	printf("{\"id\":\"%s\",\"kind\":\"checkin\",\"at\":\"%s\","
	    "\"by\":\"%s\"", id(c), local(c->at), c->by);
	for (i = 0; i < NSCALES; i++)
		if (c->scales[i] != NONE)
			printf(",\"%s\":%d", scales[i], c->scales[i]);
	fputs(",\"tags\":[", stdout);
	tags_print(stdout, c, "\"", ",");
	fputs("],\"note\":\"", stdout);
	quoted(stdout, c->note, "\\\"");
	puts("\"}");
}

static void
rec_print(const struct checkin *c)
{
	int i;

	printf("Id: %s\nAt: %s\nWeek: %s\nMonth: %s\nBy: %s\n", id(c),
	    local(c->at), stamp(c->at, "%G-W%V", 0), stamp(c->at, "%Y-%m", 0),
	    c->by);
	for (i = 0; i < NSCALES; i++)
		if (c->scales[i] != NONE)
			printf("%s: %d\n", scales[i], c->scales[i]);
	for (i = 0; i < c->ntags; i++)
		printf("Tag: %s\n", c->tags[i]);
	if (c->note[0] != '\0')
		printf("Note: %s\n", c->note);
	putchar('\n');
}

static void
sql_print(const struct checkin *c)
{
	int i;

	printf("INSERT INTO entry VALUES('%s','%s','%s'", id(c), local(c->at),
	    c->by);
	for (i = 0; i < NSCALES; i++)
		if (c->scales[i] == NONE)
			fputs(",NULL", stdout);
		else
			printf(",%d", c->scales[i]);
	fputs(",'", stdout);
	tags_print(stdout, c, "", " ");
	printf("','%s');\n", c->note);
}

/* One line of taskwarrior 2's completed.data. */
static void
task_print(const struct checkin *c)
{
	static unsigned long serial;
	int i;

	fputs("[by:\"", stdout);
	printf("%s\" description:\"", c->by);
	quoted(stdout, c->note[0] == '\0' ? "check-in" : c->note, "&dquot;");
	printf("\" end:\"%lld\" entry:\"%lld\"", (long long)c->at,
	    (long long)c->at);
	for (i = 0; i < NSCALES; i++)
		if (c->scales[i] != NONE)
			printf(" %s:\"%d\"", scales[i], c->scales[i]);
	fputs(" status:\"completed\"", stdout);
	if (c->ntags > 0) {
		fputs(" tags:\"", stdout);
		tags_print(stdout, c, "", ",");
		putchar('"');
	}
	printf(" uuid:\"00000000-0000-4000-8000-%012lx\"]\n", ++serial);
}

static const struct form forms[] = {
	{ "csv", "at,by,mood,stress,body,comfort,closeness,tags,note\n", "",
	    csv_print },
	{ "jsonl", "", "", jsonl_print },
	{ "rec", "%rec: Entry\n\n", "", rec_print },
	{ "sql", "BEGIN;\nCREATE TABLE entry(id TEXT, at TEXT, by TEXT, "
	    "mood INT, stress INT, body INT, comfort INT, closeness INT, "
	    "tags TEXT, note TEXT);\n",
	    "CREATE INDEX entry_at ON entry(at);\nCOMMIT;\n", sql_print },
	{ "task", "", "", task_print }
};

/* Write a file below DIR, made with its directories. */
static FILE *
create(const char *dir, const char *form, ...)
{
	char path[PATH_MAX], *slash;
	va_list ap;
	FILE *f;
	int n;

	n = snprintf(path, sizeof(path), "%s/", dir);
	va_start(ap, form);
	vsnprintf(path + n, sizeof(path) - (size_t)n, form, ap);
	va_end(ap);
	if ((f = fopen(path, "wx")) != NULL)
		return f;
	for (slash = path + 1; (slash = strchr(slash, '/')) != NULL; slash++) {
		*slash = '\0';
		if (mkdir(path, 0700) == -1 && errno != EEXIST)
			err(4, "%s", path);
		*slash = '/';
	}
	if ((f = fopen(path, "wx")) == NULL)
		err(4, "%s", path);
	return f;
}

static void
finish(FILE *f)
{
	if (ferror(f) || fclose(f) != 0)
		err(4, "write");
}

/* As unhurried init and join leave it. */
static void
couple_write(const char *dir)
{
	FILE *f;
	size_t i;

	f = create(dir, "shared/couple.yaml");
	fputs(couple, f);
	finish(f);
	for (i = 0; i < COUNT(people); i++) {
		f = create(dir, "shared/%s/person.yaml", people[i]);
		fprintf(f, "name: \"%s\"\nlogin: \"%s\"\n", people[i],
		    people[i]);
		finish(f);
		finish(create(dir, "shared/%s/now/here", people[i]));
	}
}

static void
entry_write(const char *dir, const struct checkin *c)
{
	FILE *f;

	f = create(dir, "%s/%s/log/%s/%s.yaml", c->by == people[0] ?
	    "private" : "shared", c->by, stamp(c->at, "%Y/%m", 1), id(c));
	yaml_print(f, c);
	finish(f);
}

static time_t
day_read(const char *s)
{
	struct tm tm = { 0 };
	int n = 0;

	if (sscanf(s, "%4d-%2d-%2d%n", &tm.tm_year, &tm.tm_mon, &tm.tm_mday,
	    &n) != 3 || s[n] != '\0')
		errx(2, "%s: expected YYYY-MM-DD", s);
	tm.tm_year -= 1900;
	tm.tm_mon--;
	return timegm(&tm);
}

/* In the order of time; from 05:00 UTC on, so that local days are even. */
static void
generate(const char *dir, const struct form *form, int per_day, int years,
    time_t end)
{
	struct checkin c;
	time_t day, step = 16 * 3600 / per_day;
	size_t who;
	int i;

	for (day = end - (years * 365 - 1) * (time_t)DAY; day <= end;
	    day += DAY)
		for (i = 0; i < per_day; i++)
			for (who = 0; who < COUNT(people); who++) {
				checkin_make(&c, people[who], day + 5 * 3600 +
				    i * step + (time_t)chance((uint32_t)step));
				if (form != NULL)
					form->print(&c);
				else
					entry_write(dir, &c);
			}
}

static const struct form *
form_find(const char *name)
{
	size_t i;

	for (i = 0; i < COUNT(forms); i++)
		if (strcmp(forms[i].name, name) == 0)
			return &forms[i];
	errx(2, "%s: not one of csv, jsonl, rec, sql, task", name);
}

int
main(int argc, char *argv[])
{
	const struct form *form = NULL;
	int ch, per_day, years;
	time_t end;

	while ((ch = getopt(argc, argv, "f:")) == 'f')
		form = form_find(optarg);
	if (ch != -1 || argc - optind != 4)
		errx(2, "usage: generate [-f FORM] DIR PER_DAY YEARS END");
	per_day = atoi(argv[optind + 1]);
	years = atoi(argv[optind + 2]);
	if (per_day < 1 || per_day > 1000 || years < 1 || years > 200)
		errx(2, "PER_DAY is 1 to 1000, YEARS 1 to 200");
	end = day_read(argv[optind + 3]);
	setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
	tzset();
	umask(077);
	if (form == NULL)
		couple_write(argv[optind]);
	else
		fputs(form->head, stdout);
	generate(argv[optind], form, per_day, years, end);
	if (form != NULL)
		fputs(form->tail, stdout);
	finish(stdout);
	return 0;
}
