/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "store/conflict.h"
#include "store/entry_id.h"

/* What sync programs put into the names of copies. */
static const char *const inserted[] = {
	".sync-conflict-",		/* Syncthing */
	" (conflicted copy",		/* Nextcloud, Seafile */
	"'s conflicted copy",		/* Dropbox, after a name in () */
	"_conflict-"			/* ownCloud */
};

/* What file managers put before them, in several languages. */
static const char *const before[] = {
	"Copy of ", "Copia de ", "Kopie von ", "Copie de ", "C\303\263pia de "
};

/* What editors and git put after them. */
static const char *const appended[] = {
	"~", ".bak", ".orig", ".rej", ".swp", ".swo", ".save", ".old"
};

static int
ends_in(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n > m && strcmp(s + n - m, end) == 0;
}

/* Where a sync program's words begin in a name, or NULL. */
static const char *
find_inserted(const char *name)
{
	const char *p;
	size_t i;

	for (i = 0; i < nitems(inserted); i++)
		if ((p = strstr(name, inserted[i])) != NULL) {
			while (*inserted[i] == '\'' && p > name && *p != '(')
				p--;
			return p > name && p[-1] == ' ' ? p - 1 : p;
		}
	return NULL;
}

size_t
copy_words(const char *name)
{
	size_t i, n;

	for (i = 0; i < nitems(before); i++) {
		n = strlen(before[i]);
		if (strncmp(name, before[i], n) == 0)
			return n;
	}
	return 0;
}

enum copy
copy_of(const char *name, char *first, size_t size)
{
	struct entry_id id;
	size_t from, n = id_find(name, &id, &from), i;
	const char *lead = name + from, *sync = find_inserted(name), *dot;

	if (n > 0) {
		snprintf(first, size, "%.*s%s", (int)n, lead,
		    ends_in(name, ".gone") ? ".gone" : ".yaml");
		return strcmp(name, first) == 0 ? COPY_NONE :
		    sync != NULL ? COPY_SYNC : COPY_EDITOR;
	}
	if (sync != NULL) {
		dot = strrchr(sync + 1, '.');
		snprintf(first, size, "%.*s%s", (int)(sync - name), name,
		    dot == NULL ? "" : dot);
		return COPY_SYNC;
	}
	if ((n = copy_words(name)) > 0) {
		if (copy_of(name + n, first, size) == COPY_NONE)
			snprintf(first, size, "%s", name + n);
		return COPY_EDITOR;
	}
	for (i = 0; i < nitems(appended); i++)
		if (ends_in(name, appended[i])) {
			/* vim: .NAME.swp */
			lead = strncmp(appended[i], ".sw", 3) == 0 ?
			    name + (*name == '.') : name;
			snprintf(first, size, "%.*s", (int)(strlen(lead) -
			    strlen(appended[i])), lead);
			return COPY_EDITOR;
		}
	if (*name == '#' && ends_in(name, "#")) {
		snprintf(first, size, "%.*s", (int)strlen(name) - 2, name + 1);
		return COPY_EDITOR;
	}
	return COPY_NONE;
}
