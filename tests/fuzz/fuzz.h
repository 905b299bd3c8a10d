/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * What the targets share: a claim that ends the process where it does not
 * hold, values drawn from the data, what was printed, and a small place of two
 * people, alex and sam, below $TMPDIR, which who runs a target removes.
 */

#ifndef FUZZ_H
#define FUZZ_H

#include <sys/stat.h>

#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/store.h"

int	 LLVMFuzzerTestOneInput(const uint8_t *, size_t);
/* A sanitizer's, where there is one: what it reports on. */
void	 __sanitizer_set_report_fd(void *) __attribute__((weak));

/* Standard error and output as they were, while what is printed is taken. */
static int fuzz_report = STDERR_FILENO, fuzz_output = STDOUT_FILENO;

__attribute__((constructor, unused)) static void
fuzz_begin(void)
{
	int fd = dup(STDERR_FILENO), out = dup(STDOUT_FILENO);

	if (fd == -1 || out == -1)
		return;
	fuzz_report = fd;
	fuzz_output = out;
	if (__sanitizer_set_report_fd != NULL)
		__sanitizer_set_report_fd((void *)(intptr_t)fd);
}

/* Where the claim stands, what it is, and what it is about. */
__attribute__((noreturn, unused)) static void
fuzz_broken(const char *file, int line, const char *claim, const char *s,
    size_t n)
{
	struct buf b = { 0 };

	buf_printf(&b, "%s:%d: not so: %s\n", file, line, claim);
	buf_put(&b, s, n);
	buf_char(&b, '\n');
	(void)!write(fuzz_report, b.data, b.length);
	abort();
}

#define HOLDS(claim) do {						\
	if (!(claim))							\
		fuzz_broken(__FILE__, __LINE__, #claim, "", 0);		\
} while (0)
#define HOLDS_OF(b, claim) do {						\
	if (!(claim))							\
		fuzz_broken(__FILE__, __LINE__, #claim,			\
		    buf_string(b), (b)->length);			\
} while (0)

/*
 * Values drawn from the data.
 */

struct draw {
	const uint8_t	*p;
	size_t		 n;
};

__attribute__((unused)) static unsigned int
draw_byte(struct draw *d)
{
	if (d->n == 0)
		return 0;
	d->n--;
	return *d->p++;
}

/*
 * Draw bytes up to a NUL, or the end; those that are no UTF-8 become "?". The
 * caller frees.
 */
__attribute__((unused)) static char *
draw_text(struct draw *d)
{
	const uint8_t *end = d->n == 0 ? NULL : memchr(d->p, 0, d->n);
	size_t n = end == NULL ? d->n : (size_t)(end - d->p), where;
	char *s = need(n + 1), *p = s;

	if (n > 0)
		memcpy(s, d->p, n);
	s[n] = '\0';
	d->p += n;
	d->n -= n;
	(void)draw_byte(d);
	while (!text_valid(p, strlen(p), &where)) {
		p[where] = '?';
		p += where;
	}
	return s;
}

/* Add a character, as UTF-8. */
__attribute__((unused)) static void
put_utf8(struct buf *b, unsigned int c)
{
	if (c >= 0x10000) {
		buf_char(b, (char)(0xf0 | c >> 18));
		buf_char(b, (char)(0x80 | (c >> 12 & 0x3f)));
	} else if (c >= 0x800)
		buf_char(b, (char)(0xe0 | c >> 12));
	if (c >= 0x800)
		buf_char(b, (char)(0x80 | (c >> 6 & 0x3f)));
	else if (c >= 0x80)
		buf_char(b, (char)(0xc0 | c >> 6));
	buf_char(b, (char)(c < 0x80 ? c : 0x80 | (c & 0x3f)));
}

/*
 * What is printed on standard output and error meanwhile.
 */

static FILE *fuzz_printed;

__attribute__((unused)) static void
printed_begin(void)
{
	if (fuzz_printed == NULL && (fuzz_printed = tmpfile()) == NULL)
		abort();
	HOLDS(ftruncate(fileno(fuzz_printed), 0) == 0);
	HOLDS(lseek(fileno(fuzz_printed), 0, SEEK_SET) == 0);
	fflush(stdout);
	dup2(fileno(fuzz_printed), STDOUT_FILENO);
	dup2(fileno(fuzz_printed), STDERR_FILENO);
}

__attribute__((unused)) static void
printed_end(struct buf *b)
{
	off_t n;

	fflush(stdout);
	fflush(stderr);
	dup2(fuzz_output, STDOUT_FILENO);
	dup2(fuzz_report, STDERR_FILENO);
	n = lseek(fileno(fuzz_printed), 0, SEEK_CUR);
	buf_clear(b);
	buf_reserve(b, (size_t)n);
	HOLDS(pread(fileno(fuzz_printed), b->data, (size_t)n, 0) == n);
	b->length = (size_t)n;
	b->data[n] = '\0';
}

/*
 * A place of two people.
 */

static const char fuzz_couple[] = "id: \"k3v9q2x7m1\"\n"
    "people: [\"alex\", \"sam\"]\nzone: \"Europe/Berlin\"\n"
    "since: \"2026-01-01\"\nscales:\n"
    "  mood:\n    ask: \"How is your mood?\"\n    low: low\n"
    "    high: good\n    gentler: high\n"
    "    words: {low: 2, okay: 5, good: 8}\n"
    "  body:\n    ask: \"How does your body feel?\"\n"
    "    low: at ease\n    high: tense\n    gentler: low\n"
    "    words: {easy: 1, hard: 8}\n";

static char *fuzz_root;

/* Make a file of what is in `s`, in place of what it had. */
__attribute__((unused)) static void
place_file(const char *path, const char *s, size_t n)
{
	char *whole = need_printf("%s/%s", fuzz_root, path);
	int fd = open(whole, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	HOLDS(fd != -1 && write(fd, s, n) == (ssize_t)n && close(fd) == 0);
	free(whole);
}

/* Make the directories of `path`. */
__attribute__((unused)) static void
place_dir(const char *path)
{
	char *whole = need_printf("%s/%s", fuzz_root, path), *p;

	for (p = whole + strlen(fuzz_root); p != NULL;) {
		if ((p = strchr(p + 1, '/')) != NULL)
			*p = '\0';
		(void)mkdir(whole, 0700);
		if (p != NULL)
			*p = '/';
	}
	free(whole);
}

/* One more name of the file `from`, which changes with it. */
__attribute__((unused)) static void
place_link(const char *from, const char *to)
{
	char *a = need_printf("%s/%s", fuzz_root, from);
	char *b = need_printf("%s/%s", fuzz_root, to);

	HOLDS(link(a, b) == 0);
	free(a);
	free(b);
}

/* Make it, once, and have the environment point there. */
__attribute__((unused)) static void
place_make(void)
{
	static const char *const dirs[] = { "private/alex/log",
	    "shared/alex/log", "shared/alex/now", "shared/sam/log",
	    "shared/sam/now" };
	static const char person[] = "name: \"Alex\"\n";
	const char *tmp = text_env("TMPDIR");
	char *dir;
	size_t i;

	if (fuzz_root != NULL)
		return;
	fuzz_root = need_printf("%s/fuzz.XXXXXX", tmp == NULL ? "/tmp" : tmp);
	HOLDS(mkdtemp(fuzz_root) != NULL);
	for (i = 0; i < nitems(dirs); i++)
		place_dir(dirs[i]);
	place_file("shared/couple.yaml", fuzz_couple, strlen(fuzz_couple));
	place_file("shared/alex/person.yaml", person, strlen(person));
	place_file("shared/sam/person.yaml", "name: \"Sam\"\n", 12);
	place_file("shared/alex/now/here", "", 0);
	place_file("shared/sam/now/here", "", 0);
	setenv("HOME", fuzz_root, 1);
	unsetenv("XDG_CONFIG_HOME");
	dir = need_printf("%s/shared", fuzz_root);
	setenv("UNHURRIED_DIR", dir, 1);
	free(dir);
	dir = need_printf("%s/private", fuzz_root);
	setenv("UNHURRIED_PRIVATE", dir, 1);
	free(dir);
	setenv("UNHURRIED_ME", "alex", 1);
	setenv("TZ", "Europe/Berlin", 1);
}

#endif
