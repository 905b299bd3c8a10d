/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/mman.h>
#include <sys/stat.h>

#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/language.h"
#include "base/message.h"
#include "base/mo.h"
#include "base/plural.h"

#define MOST_BYTES	((off_t)16 * 1024 * 1024)	/* of a catalog */

static struct mo	 mo;
static char		 opened[LANGUAGE_NAME];	/* which it is of; "": none */
static char		 speaks[LANGUAGE_NAME];	/* the catalog's own */
static const char	*running;		/* the tool */
static int		 plain;

/*
 * Where sentences were found, by the place of their English text in memory and
 * who asked: in one run weekdays and months are said again and again. What
 * stands at that place now is compared all the same.
 */
#define KEPT	64

static struct kept {
	const char	*english, *tool;
	const char	*context;	/* under which it was found */
	uint32_t	 at;
} kept[KEPT];

/* Take the catalog in the file `path`. 0, or -1 without one. */
static int
take(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	void *data = MAP_FAILED;
	struct stat st;

	if (fd == -1)
		return -1;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0 &&
	    st.st_size <= MOST_BYTES)
		data = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE,
		    fd, 0);
	close(fd);
	if (data == MAP_FAILED)
		return -1;
	if (mo_take(&mo, data, (size_t)st.st_size) == 0)
		return 0;
	munmap(data, (size_t)st.st_size);
	return -1;
}

/* Have the catalog of the language that counts now, as far as there is one. */
static void
open_catalog(void)
{
	const char *name = language_name();
	char path[PATH_MAX];

	if (strcmp(opened, name) == 0)
		return;
	/* Sentences of one that was open are still in somebody's hands. */
	memset(&mo, 0, sizeof(mo));
	memset(kept, 0, sizeof(kept));
	strlcpy(speaks, "en", sizeof(speaks));
	strlcpy(opened, name, sizeof(opened));
	for (; name != NULL && strcmp(name, "en") != 0;
	    name = language_next(name))
		if (snprintf(path, sizeof(path), "%s/messages/%s.mo",
		    language_texts(), name) < (int)sizeof(path) &&
		    take(path) == 0) {
			strlcpy(speaks, name, sizeof(speaks));
			break;
		}
}

const char *
message_language(void)
{
	if (plain || language_is_english())
		return "en";
	open_catalog();
	return speaks;
}

void
message_tool(const char *tool)
{
	running = tool;
}

void
message_plain(int on)
{
	plain = on;
}

static const char *
find(const char *tool, const char *english, size_t *length)
{
	struct kept *k = &kept[((uintptr_t)english >> 3) % KEPT];
	const char *s = NULL;

	if (plain || language_is_english())
		return NULL;
	open_catalog();
	if (mo.count == 0 || *english == '\0')
		return NULL;
	if (k->english == english && k->tool == tool && (s = mo_at(&mo, k->at,
	    k->context, english, length)) != NULL)
		return s;
	k->english = english;
	k->tool = k->context = tool;
	if (tool != NULL)
		s = mo_find(&mo, tool, english, length, &k->at);
	if (s == NULL) {
		k->context = NULL;
		s = mo_find(&mo, NULL, english, length, &k->at);
	}
	return s;
}

const char *
message_get(const char *tool, const char *english)
{
	const char *s = find(tool, english, NULL);

	return s != NULL && mo_same_arguments(english, s) ? s : english;
}

const char *
message(const char *english)
{
	return message_get(running, english);
}

const char *
message_count(const char *one, const char *many, long n)
{
	const char *english = n == 1 ? one : many, *s, *end;
	size_t length = 0, form;

	if ((s = find(running, one, &length)) == NULL)
		return english;
	end = s + length;
	form = plural_form(opened, n < 0 ? 0UL - (unsigned long)n :
	    (unsigned long)n);
	for (; form > 0 && s < end; form--)
		s += strlen(s) + 1;
	return s < end && mo_same_arguments(english, s) ? s : english;
}
