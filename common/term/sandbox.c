/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include "base/system.h"
#include "term/sandbox.h"

/* What each system has of it: sandbox_linux.c and sandbox_pledge.c. */

static int holds;

int
sandbox_holds(void)
{
	return holds;
}

void
sandbox_note(int what)
{
	holds |= what;
}

#if !SYSTEM_LINUX && !SYSTEM_PLEDGES
void
sandbox_calls(int needs)
{
	(void)needs;
}

void
sandbox_files(const struct sandbox_place *places, size_t n, int more)
{
	(void)places;
	(void)n;
	(void)more;
}

void
sandbox_changes(const struct sandbox_place *places, size_t n)
{
	(void)places;
	(void)n;
}
#endif
