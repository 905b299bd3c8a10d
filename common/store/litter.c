/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "store/litter.h"

int
litter_is(const char *name)
{
	static const char *const names[] = {
		/* Synology, QNAP and others that serve files. */
		"@eaDir", "@tmp", "#recycle", "#snapshot", "@Recycle",
		"@Recently-Snapshot", "@__thumb",
		/* Windows. */
		"Thumbs.db", "ehthumbs.db", "ehthumbs_vista.db",
		"desktop.ini", "$RECYCLE.BIN", "RECYCLER",
		"System Volume Information",
		/* macOS, where what it keeps has no dot. */
		"Icon\r", "__MACOSX", "Network Trash Folder",
		"Temporary Items",
		/* A file system's own. */
		"lost+found"
	};
	/* What Windows notes beside a file, and an office program's lock. */
	static const char mark[] = ":Zone.Identifier", lock[] = "~$";
	const char *colon;
	int first = tolower((unsigned char)*name);
	size_t i;

	if ((colon = strchr(name, ':')) != NULL && strcmp(colon, mark) == 0)
		return 1;
	/* Nearly all names are those of entries. */
	if (*name >= '0' && *name <= '9')
		return 0;
	for (i = 0; i < nitems(names); i++)
		if (tolower((unsigned char)*names[i]) == first &&
		    strcasecmp(names[i], name) == 0)
			return 1;
	return strncmp(name, lock, sizeof(lock) - 1) == 0;
}

int
litter_hides(const char *name)
{
	static const char end[] = ".icloud";
	size_t n = strlen(name), m = sizeof(end) - 1;

	return *name == '.' && n > m + 1 && strcmp(name + n - m, end) == 0;
}
