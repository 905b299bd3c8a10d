/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

/*
 * Return where this program, which was `called` so, lies, links followed; NULL
 * when it cannot be told. Where the system does not say it, it is what `called`
 * leads to, or the name of this process in PATH, or in `home`, with the others
 * of these tools beside it. The caller frees.
 */
char	*program_path(const char *called, const char *home);

#endif
