/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * Consent on copies: two people act at random on up to four copies of their
 * directory, with clocks that disagree; copies are merged in any order, with
 * files late, missing, cut short, doubled, or as a sync program's second
 * copies, and mirrors there or not. What has to be so whatever happens is
 * looked at after each step, by rules of this file's own that read names and
 * bytes, and nothing of common/ but what they judge.
 *
 * A case is one step and all that is looked at after it; a sequence has up to
 * ten.
 *
 * usage: consent [less | SEQUENCES [SEED]]
 */

#include <sys/stat.h>

#include <dirent.h>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "consent/agreement.h"
#include "consent/boundary.h"
#include "consent/boundary_write.h"
#include "consent/pause.h"
#include "consent/pause_write.h"
#include "couple/couple.h"
#include "store/mirror.h"
#include "store/removal.h"
#include "store/store.h"
#include "store/store_write.h"
#include "term/cli.h"
#include "unit.h"

#define COPIES		4
#define PEOPLE		2
#define STEPS		10		/* of one sequence, at most */
#define NOW		1790000000L	/* 2026-09-21, about 14:13 in UTC */
#define TODAY		20717L		/* that day, from 1970-01-01 */
#define MOST_FILES	64

static const char *const names[PEOPLE] = { "alex", "sam" };
static const char *const dirs[] = { "now", "held/agree", "bounds" };
static const char *const slugs[] = { "evenings", "pauses" };
static const char *const texts[] = { "after dinner", "with the word red" };
static const char *const subjects[] = { "my neck", "a hug" };

#define COUNT(a)	(sizeof(a) / sizeof((a)[0]))

static struct cli cli = { .name = "consent", .quiet = 1 };
static char top[256];
static uint64_t seed;

/* One person's side of one copy. */
static struct couple couples[COPIES][PEOPLE];

/* What somebody last did, as they know it themselves. */
static struct truth {
	int	 paused;
	int	 ended[2];		/* of each slug */
	int	 bound[2];		/* of each subject: shared, or -1 */
} truths[PEOPLE];

/* False from when a mirror was lost until the next case. */
static int mirrored[PEOPLE];
static long skew[COPIES];		/* seconds, of each copy's clock */
static size_t copies;			/* in use */
static size_t focus;			/* what a sequence is about */
static unsigned long in_force, welcomes, signals;
static char story[4096];		/* what happened, for whoever reads */

static size_t
any(size_t n)
{
	return (size_t)(unit_random(&seed) >> 11) % n;
}

static void
tell(const char *what, size_t copy, size_t who, size_t about)
{
	size_t n = strlen(story);

	snprintf(story + n, sizeof(story) - n, " %s/%zu/%s/%zu", what, copy,
	    who < PEOPLE ? names[who] : "-", about);
}

/* A claim, with the story behind it. */
static void
claim(int holds, const char *what)
{
	if (unit_note(holds, __FILE__, __LINE__))
		printf("%s:%s\n", what, story);
}

/*
 * Files, by name and bytes.
 */

static void
path_of(char *s, size_t size, size_t copy, size_t who, const char *dir,
    const char *file)
{
	snprintf(s, size, "%s/c%zu/%s/%s/%s", top, copy, names[who], dir,
	    file);
}

struct file {
	char	 name[80];
	char	 data[512];
	ssize_t	 length;
};

static size_t
read_dir(size_t copy, size_t who, const char *dir, struct file *files)
{
	char path[512];
	struct dirent *d;
	size_t n = 0;
	DIR *dp;
	int fd;

	path_of(path, sizeof(path), copy, who, dir, "");
	if ((dp = opendir(path)) == NULL)
		return 0;
	while ((d = readdir(dp)) != NULL && n < MOST_FILES) {
		if (d->d_name[0] == '.')
			continue;
		fd = openat(dirfd(dp), d->d_name, O_RDONLY);
		snprintf(files[n].name, sizeof(files[n].name), "%.79s",
		    d->d_name);
		files[n].length = read(fd, files[n].data,
		    sizeof(files[n].data) - 1);
		files[n].data[files[n].length < 0 ? 0 : files[n].length] =
		    '\0';
		n++;
		close(fd);
	}
	closedir(dp);
	return n;
}

static void
write_file(size_t copy, size_t who, const char *dir, const char *name,
    const char *data, size_t n)
{
	char path[512];
	int fd;

	path_of(path, sizeof(path), copy, who, dir, name);
	if ((fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600)) == -1 ||
	    write(fd, data, n) != (ssize_t)n)
		abort();
	close(fd);
}

static void
remove_file(size_t copy, size_t who, const char *dir, const char *name)
{
	char path[512];

	path_of(path, sizeof(path), copy, who, dir, name);
	unlink(path);
}

static void
empty_dir(const char *path)
{
	char file[1024];
	struct dirent *d;
	DIR *dp;

	if ((dp = opendir(path)) == NULL)
		return;
	while ((d = readdir(dp)) != NULL) {
		snprintf(file, sizeof(file), "%s/%s", path, d->d_name);
		if (d->d_name[0] != '.' && unlink(file) == -1)
			empty_dir(file);
	}
	closedir(dp);
}

/*
 * The world.
 */

static void
make_dirs(const char *at)
{
	static const char *const all[] = { "", "/now", "/held", "/held/agree",
	    "/bounds", "/log", "/trash", "/mirror", "/mirror/now",
	    "/mirror/held", "/mirror/held/agree", "/mirror/bounds",
	    "/recovery" };
	char path[512];
	size_t i;

	for (i = 0; i < COUNT(all); i++) {
		snprintf(path, sizeof(path), "%s%s", at, all[i]);
		mkdir(path, 0700);
	}
}

static void
make_world(void)
{
	struct error err = { 0 };
	struct couple *c;
	char path[512];
	size_t k, p;

	for (k = 0; k < COPIES; k++) {
		snprintf(path, sizeof(path), "%s/c%zu", top, k);
		mkdir(path, 0700);
		for (p = 0; p < PEOPLE; p++) {
			snprintf(path, sizeof(path), "%s/c%zu/%s", top, k,
			    names[p]);
			make_dirs(path);
		}
	}
	snprintf(path, sizeof(path), "%s/private", top);
	mkdir(path, 0700);
	for (p = 0; p < PEOPLE; p++) {
		snprintf(path, sizeof(path), "%s/private/%s", top, names[p]);
		make_dirs(path);
	}
	for (k = 0; k < COPIES; k++)
		for (p = 0; p < PEOPLE; p++) {
			c = &couples[k][p];
			if (asprintf(&c->settings.shared, "%s/c%zu", top,
			    k) == -1 || asprintf(&c->settings.private,
			    "%s/private", top) == -1)
				abort();
			c->shared = c->settings.shared;
			c->private = c->settings.private;
			c->people[0] = names[0];
			c->people[1] = names[1];
			c->count = 2;
			c->me = names[p];
			c->other = names[!p];
			c->zone = "UTC";
			if (store_open(&c->mine, c->private, names[p],
			    &err) == -1 || store_open(&c->ours, c->shared,
			    names[p], &err) == -1 || store_open(&c->theirs,
			    c->shared, names[!p], &err) == -1)
				abort();
		}
}

/* Everything as on the first day. */
static void
begin(void)
{
	char path[512];
	size_t k, p, i;

	for (p = 0; p < PEOPLE; p++) {
		for (k = 0; k < COPIES; k++) {
			for (i = 0; i < COUNT(dirs); i++) {
				path_of(path, sizeof(path), k, p, dirs[i], "");
				empty_dir(path);
			}
			write_file(k, p, "now", "here", "", 0);
			write_file(k, p, ".", "person.yaml", "name: x\n", 8);
		}
		snprintf(path, sizeof(path), "%s/private/%s", top, names[p]);
		empty_dir(path);
		memset(&truths[p], 0, sizeof(truths[p]));
		truths[p].bound[0] = truths[p].bound[1] = -1;
		mirrored[p] = 1;
	}
	copies = 1 + any(COPIES);
	focus = any(4);
	for (k = 0; k < COPIES; k++)
		skew[k] = any(3) > 0 ? 0 : (long)any(8000) - 4000;
	story[0] = '\0';
}

/*
 * What is shown, as one line of text.
 */

static void
view(size_t k, size_t p, struct buf *b)
{
	const struct couple *c = &couples[k][p];
	struct agreement_list held;
	struct boundaries bounds = { 0 };
	struct pause_view v;
	size_t i;

	pause_read(c, NOW, &v);
	buf_printf(b, "%d%d %d %d", v.state != PAUSE_CLEAR, v.other_pause,
	    v.state == PAUSE_CLEAR ? (int)v.theirs.meaning : 0, v.state ==
	    PAUSE_CLEAR ? (int)v.mine.meaning : 0);
	pause_free(&v);
	(void)agreement_read(c, &cli, AGREEMENT_AGREE, TODAY, &held);
	for (i = 0; i < held.count; i++)
		buf_printf(b, " %s=%d", held.items[i].slug,
		    held.items[i].in_force);
	agreement_free(&held);
	(void)boundary_read(&c->theirs, &cli, NOW, &bounds);
	for (i = 0; i < bounds.count; i++)
		buf_printf(b, " %s:%s", bounds.items[i].subject,
		    boundary_state_name(bounds.items[i].now));
	buf_printf(b, " %d", bounds.unread);
	boundary_free(&bounds);
}

/*
 * Acts.
 */

static int
act_pause(size_t k, size_t p)
{
	struct error err = { 0 };
	const struct couple *c = &couples[k][p];

	if (pause_set(&c->ours, &err) != STORE_WROTE ||
	    signal_take_back(&c->ours, &c->mine, &err) == -1 ||
	    pause_mirror(&c->mine, &err) == -1)
		return 0;
	truths[p].paused = 1;
	return 1;
}

static int
act_resume(size_t k, size_t p)
{
	struct error err = { 0 };
	const struct couple *c = &couples[k][p];

	if (pause_end(&c->ours, &c->mine, &err) == -1)
		return 0;
	truths[p].paused = 0;
	return 1;
}

static int
act_signal(size_t k, size_t p, size_t which)
{
	struct error err = { 0 };
	char word[] = "word", about[] = "a thing";
	struct signal_give s = { .word = word, .about = about };

	s.meaning = (enum meaning)(MEANS_COMFORT + which % 3);
	s.at.instant = NOW + skew[k] - (long)any(3) * 2000 -
	    (any(6) == 0 ? 40000 : 0);
	return signal_give(&couples[k][p].ours, &couples[k][p].mine, &s,
	    &err) == 0;
}

static int
act_hold(size_t k, size_t p, size_t slug, size_t text)
{
	struct error err = { 0 };
	day review = any(3) > 0 ? WHEN_NO_DAY : TODAY + (long)any(3) - 1;

	if (agreement_hold(&couples[k][p], AGREEMENT_AGREE, slugs[slug], NULL,
		texts[text], review, &err) == -1)
		return 0;
	truths[p].ended[slug] = 0;
	return 1;
}

/* Hold what the other holds there, if anything can be read. */
static int
act_yes(size_t k, size_t p, size_t slug)
{
	const struct agreement *h;
	struct error err = { 0 };
	struct agreement_list all;
	int r = 1;

	(void)agreement_read(
	    &couples[k][p], &cli, AGREEMENT_AGREE, TODAY, &all);
	h = agreement_find(&all, slugs[slug]);
	if (h != NULL && h->theirs.text != NULL && !h->theirs.ended) {
		r = agreement_hold(&couples[k][p], AGREEMENT_AGREE,
		    slugs[slug], NULL, h->theirs.text, h->theirs.review, &err) == 0;
		truths[p].ended[slug] = 0;
	}
	agreement_free(&all);
	return r;
}

static int
act_end(size_t k, size_t p, size_t slug)
{
	const struct couple *c = &couples[k][p];
	struct removal removal = REMOVAL_OF(c);
	struct error err = { 0 };

	if (agreement_end(c, AGREEMENT_AGREE, slugs[slug], &removal, &err) ==
		-1 ||
	    !removal_is_whole(&removal))
		return 0;
	truths[p].ended[slug] = 1;
	return 1;
}

static int
act_bound(size_t k, size_t p, size_t subject, size_t now)
{
	struct error err = { 0 };
	char *text = strdup(subjects[subject]);
	struct boundary b = { .subject = text, .shared = 1 };
	int r;

	b.now = (enum boundary_state)now;
	b.at.instant = NOW + skew[k];
	r = boundary_keep(&couples[k][p], &b, 0, &err);
	free(text);
	if (r == 0)
		truths[p].bound[subject] = (int)now;
	return r == 0;
}

static int
act_drop(size_t k, size_t p, size_t subject)
{
	const struct couple *c = &couples[k][p];
	struct removal removal = REMOVAL_OF(c);
	struct error err = { 0 };

	if (boundary_drop(c, subjects[subject], NOW + skew[k], &removal,
	    &err) == -1 || !removal_is_whole(&removal))
		return 0;
	truths[p].bound[subject] = -1;
	return 1;
}

/* What every command of a person does first: put back what was lost. */
static void
come(size_t k, size_t p)
{
	struct error err = { 0 };
	const struct couple *c = &couples[k][p];

	claim(mirror_restore(&c->ours, &c->mine, 1, &err) != -1,
	    "what was lost can be put back");
	error_clear(&err);
}

enum act { PAUSE, RESUME, SIGNAL, HOLD, YES, END, BOUND, DROP };

/* The acts of a sequence: of one kind mostly, so that they meet. */
static const enum act acts[4][8] = {
	{ PAUSE, RESUME, SIGNAL, HOLD, YES, END, BOUND, DROP },
	{ PAUSE, PAUSE, RESUME, SIGNAL, SIGNAL, PAUSE, RESUME, SIGNAL },
	{ HOLD, HOLD, YES, YES, YES, END, HOLD, YES },
	{ BOUND, BOUND, BOUND, DROP, BOUND, BOUND, DROP, BOUND }
};

static void
act(size_t k, size_t p)
{
	static const char *const called[] = { "pause", "resume", "signal",
	    "hold", "yes", "end", "bound", "drop" };
	size_t about = any(8) == 0, which = any(3);
	enum act a = acts[focus][any(8)];
	int done = 1;

	come(k, p);
	tell(called[a], k, p, about * 10 + which);
	switch (a) {
	case PAUSE:
		done = act_pause(k, p);
		break;
	case RESUME:
		done = act_resume(k, p);
		break;
	case SIGNAL:
		done = act_signal(k, p, which);
		break;
	case HOLD:
		done = act_hold(k, p, about, which % 2);
		break;
	case YES:
		done = act_yes(k, p, about);
		break;
	case END:
		done = act_end(k, p, about);
		break;
	case BOUND:
		done = act_bound(k, p, about, which);
		break;
	case DROP:
		done = act_drop(k, p, about);
		break;
	}
	claim(done, "what a person does is done");
}

/*
 * What happens to copies.
 */

/* A name that a sync program gives the other version. */
static void
second_name(const char *name, char *s, size_t size)
{
	const char *dot = strrchr(name, '.');
	int n = dot == NULL ? (int)strlen(name) : (int)(dot - name);

	if (any(2))
		snprintf(s, size, "%.*s.sync-conflict-2026092%zu-1-ABC%s", n,
		    name, any(9), dot == NULL ? "" : dot);
	else
		snprintf(s, size, "%.*s (conflicted copy %zu)%s", n, name,
		    any(9), dot == NULL ? "" : dot);
}

/* Some or all files of one copy come to another. */
static void
merge(size_t from, size_t to)
{
	static struct file a[MOST_FILES], b[MOST_FILES];
	char second[120];
	size_t p, d, i, j, n, m;
	int late = any(3) == 0;

	for (p = 0; p < PEOPLE; p++)
		for (d = 0; d < COUNT(dirs); d++) {
			n = read_dir(from, p, dirs[d], a);
			m = read_dir(to, p, dirs[d], b);
			for (i = 0; i < n; i++) {
				if (late && any(3) == 0)
					continue;
				for (j = 0; j < m && strcmp(a[i].name,
				    b[j].name) != 0; j++)
					;
				if (j < m && a[i].length == b[j].length &&
				    memcmp(a[i].data, b[j].data,
				    (size_t)a[i].length) == 0)
					continue;
				/* Two versions: one of them, or both. */
				if (j < m && any(2)) {
					second_name(a[i].name, second,
					    sizeof(second));
					write_file(to, p, dirs[d], second,
					    b[j].data, (size_t)b[j].length);
				} else if (j < m && any(2))
					continue;
				write_file(to, p, dirs[d], a[i].name,
				    a[i].data, (size_t)a[i].length);
			}
		}
}

/* Two copies that hold the same files, written in another order. */
static void
same_files(size_t from, size_t to)
{
	static struct file a[MOST_FILES];
	char path[512];
	size_t p, d, n;

	for (p = 0; p < PEOPLE; p++)
		for (d = 0; d < COUNT(dirs); d++) {
			n = read_dir(from, p, dirs[d], a);
			path_of(path, sizeof(path), to, p, dirs[d], "");
			empty_dir(path);
			while (n-- > 0)
				write_file(to, p, dirs[d], a[n].name,
				    a[n].data, (size_t)a[n].length);
		}
}

/* A file is lost, cut short, or doubled. */
static void
mishap(size_t k)
{
	static struct file a[MOST_FILES];
	char second[120];
	size_t p = any(PEOPLE), d = focus > 0 && any(4) > 0 ? focus - 1 :
	    any(COUNT(dirs)), n, i;

	if ((n = read_dir(k, p, dirs[d], a)) == 0)
		return;
	i = any(n);
	switch (any(3)) {
	case 0:
		remove_file(k, p, dirs[d], a[i].name);
		break;
	case 1:
		write_file(k, p, dirs[d], a[i].name, a[i].data,
		    any((size_t)a[i].length + 1));
		break;
	default:
		second_name(a[i].name, second, sizeof(second));
		write_file(k, p, dirs[d], second, a[i].data,
		    (size_t)a[i].length);
	}
	tell("mishap", k, p, d);
}

static void
lose_mirror(size_t p)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/private/%s/mirror", top, names[p]);
	empty_dir(path);
	mirrored[p] = 0;
	tell("no mirror", 0, p, 0);
}

/*
 * What has to be so.
 */

static int
count_begins(size_t k, size_t p, const char *dir, const char *begin,
    const char *within)
{
	static struct file a[MOST_FILES];
	size_t n = read_dir(k, p, dir, a), i;
	int count = 0;

	for (i = 0; i < n; i++)
		count += strncmp(a[i].name, begin, strlen(begin)) == 0 &&
		    strstr(a[i].name, within) != NULL;
	return count;
}

/*
 * The words that a person's files have under a name, if all of them have the
 * same; "" if they differ, or if one of them is no whole file of words.
 */
static void
words_of(size_t k, size_t p, const char *slug, char *words, size_t size)
{
	static struct file a[MOST_FILES];
	size_t n = read_dir(k, p, "held/agree", a), i, length;
	int any_words = 0;

	*words = '\0';
	for (i = 0; i < n; i++) {
		length = strlen(a[i].name);
		if (strncmp(a[i].name, slug, strlen(slug)) != 0 ||
		    strcmp(a[i].name + length - 5, ".yaml") != 0)
			continue;
		if (any_words && strcmp(words, a[i].data) != 0) {
			*words = '\0';
			return;
		}
		any_words = 1;
		snprintf(words, size, "%s", a[i].data);
	}
}

/* In force only with the same words under both names, and no end of them. */
static void
look_at_held(size_t k)
{
	char a[512], b[512];
	struct agreement_list all;
	const char *slug;
	size_t i;

	(void)agreement_read(
	    &couples[k][0], &cli, AGREEMENT_AGREE, TODAY, &all);
	for (i = 0; i < all.count; i++) {
		if (!all.items[i].in_force)
			continue;
		in_force++;
		slug = all.items[i].slug;
		words_of(k, 0, slug, a, sizeof(a));
		words_of(k, 1, slug, b, sizeof(b));
		claim(*a != '\0' && strcmp(a, b) == 0, "in force: both hold "
		    "the same words, whichever copy is read");
		claim(count_begins(k, 0, "held/agree", slug, ".ended") +
		    count_begins(k, 1, "held/agree", slug, ".ended") == 0,
		    "in force: neither ended it");
	}
	agreement_free(&all);
}

/* True where a file says so, from so many seconds ago on, or ahead. */
static int
says(size_t k, size_t p, const char *meaning, long lasts, long ahead)
{
	static struct file a[MOST_FILES];
	size_t n = read_dir(k, p, "now", a), i;
	const char *at;
	struct when w;

	for (i = 0; i < n; i++)
		if (strncmp(a[i].name, "signal", 6) == 0 &&
		    strstr(a[i].data, meaning) != NULL &&
		    (at = strstr(a[i].data, "at: \"")) != NULL &&
		    clock_read(at + 5, strcspn(at + 5, "\""), &w) == 0 &&
		    NOW - w.instant < lasts && w.instant - NOW <= ahead)
			return 1;
	return 0;
}

/* What is shown of a signal was given, and not too long ago. */
static void
look_at_signal(size_t k, size_t p, const struct signal_give *s)
{
	signals += s->meaning != MEANS_NOTHING;
	claim(s->meaning != MEANS_READY || says(k, p, "ready", 3600, 300),
	    "ready: said within the hour");
	claim(s->meaning != MEANS_COMFORT || says(k, p, "comfort", 43200,
	    300), "comfort: said within twelve hours");
	claim(s->meaning != MEANS_HESITATION || says(k, p, "hesitation",
	    43200, 1000000), "hesitation: said within twelve hours");
	claim(s->meaning == MEANS_HESITATION || !says(k, p, "hesitation",
	    43200, 1000000), "hesitation that is there is shown");
}

/* Clear only when all is there and no pause is anywhere. */
static void
look_at_now(size_t k, size_t p)
{
	struct pause_view v;
	size_t q;
	int pauses = 0, heres = 0;

	for (q = 0; q < PEOPLE; q++) {
		pauses += count_begins(k, q, "now", "pause", "");
		heres += count_begins(k, q, "now", "here", "");
	}
	pause_read(&couples[k][p], NOW, &v);
	claim(v.state != PAUSE_CLEAR || (pauses == 0 && heres >= 2),
	    "clear: no pause is anywhere, and both places are whole");
	claim(pauses == 0 || v.state == PAUSE_STANDS,
	    "a pause that is there is seen");
	claim(!truths[p].paused || !mirrored[p] || v.state == PAUSE_STANDS,
	    "one's own pause is seen by oneself, wherever its file is");
	if (v.state == PAUSE_CLEAR) {
		look_at_signal(k, p, &v.mine);
		look_at_signal(k, !p, &v.theirs);
	}
	pause_free(&v);
}

/* No file that can be read is more protective than what is shown. */
static void
look_at_bounds(size_t k, size_t p)
{
	static struct file a[MOST_FILES];
	const struct boundary *shown;
	struct boundaries list = { 0 };
	size_t n = read_dir(k, p, "bounds", a), i, s;

	(void)boundary_read(&couples[k][!p].theirs, &cli, NOW, &list);
	for (i = 0; i < n; i++)
		for (s = 0; s < COUNT(subjects); s++) {
			if (strstr(a[i].name, ".gone") != NULL ||
			    strstr(a[i].data, subjects[s]) == NULL ||
			    strstr(a[i].data, "now: not-now\n") == NULL)
				continue;
			shown = boundary_find(&list, subjects[s]);
			claim(shown != NULL && shown->now == BOUNDARY_NOT_NOW,
			    "a not-now that is there is shown");
		}
	boundary_free(&list);
}

/* After a command of one's own, with the mirror there, one's word holds. */
static void
look_at_truth(size_t k, size_t p)
{
	const struct truth *t = &truths[p];
	struct agreement_list all;
	struct boundaries list = { 0 };
	const struct boundary *shown;
	const struct agreement *h;
	struct pause_view v;
	size_t i;

	if (!mirrored[p])
		return;
	pause_read(&couples[k][!p], NOW, &v);
	claim(!t->paused || (v.state == PAUSE_STANDS && v.other_pause),
	    "one's pause is there after one's next command");
	pause_free(&v);
	(void)agreement_read(
	    &couples[k][!p], &cli, AGREEMENT_AGREE, TODAY, &all);
	for (i = 0; i < COUNT(slugs); i++) {
		h = agreement_find(&all, slugs[i]);
		claim(!t->ended[i] || h == NULL || !h->in_force,
		    "what one ended is not in force");
	}
	agreement_free(&all);
	(void)boundary_read(&couples[k][!p].theirs, &cli, NOW, &list);
	for (i = 0; i < COUNT(subjects); i++) {
		shown = boundary_find(&list, subjects[i]);
		welcomes += shown != NULL && shown->now == BOUNDARY_WELCOME;
		claim(shown == NULL || shown->now != BOUNDARY_WELCOME ||
		    t->bound[i] == BOUNDARY_WELCOME,
		    "a welcome is one's last word, or it is none");
		if (t->bound[i] > BOUNDARY_WELCOME)
			claim(shown != NULL && (int)shown->now >= t->bound[i],
			    "one's boundary holds, or a more protective one");
	}
	boundary_free(&list);
}

/* Copies with the same files show the same to the same person. */
static void
look_alike(size_t from, size_t to)
{
	struct buf a = { 0 }, b = { 0 };
	size_t p;

	same_files(from, to);
	for (p = 0; p < PEOPLE; p++) {
		buf_clear(&a);
		buf_clear(&b);
		view(from, p, &a);
		view(to, p, &b);
		claim(strcmp(a.data, b.data) == 0, "the same files, the same "
		    "shown");
	}
	buf_free(&a);
	buf_free(&b);
}

/*
 * A sequence.
 */

/* One person's act changes nothing of the other's. */
static void
act_and_look(size_t k, size_t p)
{
	static struct file before[MOST_FILES], after[MOST_FILES];
	size_t d, n, m, i, same;

	d = any(COUNT(dirs));
	n = read_dir(k, !p, dirs[d], before);
	act(k, p);
	m = read_dir(k, !p, dirs[d], after);
	for (i = same = 0; i < n && i < m; i++)
		same += strcmp(before[i].name, after[i].name) == 0 &&
		    before[i].length == after[i].length &&
		    memcmp(before[i].data, after[i].data,
		    (size_t)before[i].length) == 0;
	claim(n == m && same == n, "nothing of the other's is touched");
	look_at_truth(k, p);
}

static void
sequence(void)
{
	size_t steps = 3 + any(STEPS - 2), i, k, p, to;

	begin();
	for (i = 0; i < steps; i++) {
		k = any(copies);
		p = any(PEOPLE);
		to = any(copies);
		switch (any(focus == 2 ? 5 : 8)) {
		case 0:
		case 1:
			if (to != k) {
				merge(k, to);
				tell("merge", k, PEOPLE, to);
			}
			break;
		case 2:
			mishap(k);
			break;
		case 3:
			if (any(6) == 0)
				lose_mirror(p);
			/* FALLTHROUGH */
		default:
			act_and_look(k, p);
		}
		look_at_now(k, p);
		look_at_held(k);
		look_at_bounds(k, p);
	}
	/* In the end somebody comes by, and two copies become one. */
	come(k, p);
	look_at_truth(k, p);
	look_alike(k, (k + 1) % COPIES);
}

int
main(int argc, char **argv)
{
	const char *tmp = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
	unsigned long i, count = 2000;
	char command[300];

	if (argc > 1)
		count = strcmp(argv[1], "less") == 0 ? 300 :
		    strtoul(argv[1], NULL, 10);
	seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 20261125;
	snprintf(top, sizeof(top), "%s/consent.XXXXXX", tmp);
	if (mkdtemp(top) == NULL || freopen("/dev/null", "w", stderr) == NULL)
		abort();
	make_world();
	for (i = 0; i < count; i++)
		sequence();
	for (i = 0; i < (unsigned long)COPIES * PEOPLE; i++)
		couple_free(&couples[i / PEOPLE][i % PEOPLE]);
	/* What is rare has to have been there all the same. */
	OK("something was in force", in_force > count / 40);
	OK("something was signalled", signals > count / 20);
	OK("something was welcome", welcomes > count / 20);
	snprintf(command, sizeof(command), "rm -rf '%s'", top);
	return system(command) == 0 ? unit_end() : 1;
}
