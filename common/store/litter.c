/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <fnmatch.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "store/entry_id.h"
#include "store/litter.h"

/*
 * Names that programs have for things of their own, in any directory; the other
 * ones are kept until a file is saved, or whoever has it open lets go of it.
 */
static const struct {
	const char	*name;		/* with a pattern where it saves */
	int		 saves;
} names[] = {
	/* Synology, QNAP and others that serve files. */
	{ "@eaDir", 0 }, { "@tmp", 0 }, { "#recycle", 0 }, { "#snapshot", 0 },
	{ "@Recycle", 0 }, { "@Recently-Snapshot", 0 }, { "@__thumb", 0 },
	/* Windows. */
	{ "Thumbs.db", 0 }, { "ehthumbs.db", 0 }, { "ehthumbs_vista.db", 0 },
	{ "desktop.ini", 0 }, { "$RECYCLE.BIN", 0 }, { "RECYCLER", 0 },
	{ "System Volume Information", 0 },
	/* macOS, where what it keeps has no dot. */
	{ "Icon\r", 0 }, { "__MACOSX", 0 }, { "Network Trash Folder", 0 },
	{ "Temporary Items", 0 },
	/* A file system's own. */
	{ "lost+found", 0 },
	/* GNOME's editors, sed -i, vim that tries whether it may write. */
	{ ".goutputstream-??????", 1 },
	{ "sed[0-9A-Za-z][0-9A-Za-z][0-9A-Za-z][0-9A-Za-z][0-9A-Za-z]"
	    "[0-9A-Za-z]", 1 },
	{ "4913", 1 },
	/* What was removed while it was open: FUSE, NFS, Samba, AFP. */
	{ ".fuse_hidden*", 1 }, { ".nfs????????????????*", 1 },
	{ ".smbdelete*", 1 }, { ".afpDeleted*", 1 }
};

int
litter_saves(const char *name)
{
	size_t i;

	/* Nearly all names are those of entries; a person's may be like one. */
	if (strchr(".4s", *name) == NULL || id_is_slug(name, strlen(name)))
		return 0;
	for (i = 0; i < nitems(names); i++)
		if (names[i].saves && fnmatch(names[i].name, name, 0) == 0)
			return 1;
	return 0;
}

int
litter_is(const char *name)
{
	/* What Windows notes beside a file, and an office program's lock. */
	static const char mark[] = ":Zone.Identifier", lock[] = "~$";
	const char *colon;
	int first = tolower((unsigned char)*name);
	size_t i;

	if ((colon = strchr(name, ':')) != NULL && strcmp(colon, mark) == 0)
		return 1;
	if (litter_saves(name))
		return 1;
	if (*name >= '0' && *name <= '9')
		return 0;
	for (i = 0; i < nitems(names); i++)
		if (tolower((unsigned char)*names[i].name) == first &&
		    strcasecmp(names[i].name, name) == 0)
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
