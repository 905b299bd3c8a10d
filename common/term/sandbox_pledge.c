/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include "base/system.h"
#include "term/sandbox.h"

#if SYSTEM_PLEDGES
#include <string.h>
#include <unistd.h>

void
sandbox_calls(int needs)
{
	char promises[64] = "stdio rpath tty unveil";

	if (needs & SANDBOX_CHANGES)
		strlcat(promises, " wpath cpath fattr", sizeof(promises));
	if (needs & SANDBOX_LOCKS)
		strlcat(promises, " flock", sizeof(promises));
	if (!(sandbox_holds() & SANDBOX_CALLS) && pledge(promises, NULL) == 0)
		sandbox_note(SANDBOX_CALLS);
}

void
sandbox_files(const struct sandbox_place *places, size_t n, int more)
{
	int r = 0;
	size_t i;

	for (i = 0; i < n && r == 0; i++)
		r = unveil(places[i].path, places[i].writes ? "rwc" : "r");
	if (r == 0 && (more || unveil(NULL, NULL) == 0))
		sandbox_note(SANDBOX_FILES);
}

void
sandbox_changes(const struct sandbox_place *places, size_t n)
{
	sandbox_files(places, n, 0);
}
#endif
