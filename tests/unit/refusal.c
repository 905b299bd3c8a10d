/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <errno.h>

#include "base/error.h"
#include "store/refusal.h"
#include "unit.h"

/* Only one errno says that a thing is not there. */
static void
absence(void)
{
	static const int numbers[] = { EACCES, EBADF, EBUSY, EDQUOT, EINTR,
	    EINVAL, EIO, EISDIR, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENODEV,
	    ENOMEM, ENOSPC, ENOTDIR, ENXIO, EPERM, EROFS, ESTALE, ETIMEDOUT };
	struct error err = { 0 };
	size_t i;

	errno = ENOENT;
	OK("not there", refusal_is_absence());
	for (i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		errno = numbers[i];
		OK("nobody can tell", !refusal_is_absence());
		/* A program that lacks memory ends there. */
		if (numbers[i] == ENOMEM)
			continue;
		errno = numbers[i];
		OK("it is refused", refusal_set(&err, "x", "expected a "
		    "directory") == -1 && !err.absent);
		error_clear(&err);
	}
}

int
main(void)
{
	absence();
	return unit_end();
}
