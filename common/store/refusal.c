/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <errno.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "store/refusal.h"

/*
 * What is there, what is not, and what cannot be told: nowhere else does an
 * errno answer that.
 */

/*
 * What an errno says of a name that was looked for: that it is not there, or
 * that something else is in its place or on the way to it, which a person can
 * mend. Every other leaves open what is there: no descriptor, a disk that does
 * not answer, no permission. That one is told apart, as in the other's private
 * place it is as it should be.
 */
static const struct told { int number, absent, foreign, closed; } told[] = {
	{ ENOENT, 1, 0, 0 },
	{ ENOTDIR, 0, 1, 0 },
	{ ELOOP, 0, 1, 0 },	/* a link, which is not followed */
	{ EMLINK, 0, 1, 0 },	/* the same in FreeBSD, and then in NetBSD */
#if defined(EFTYPE)
	{ EFTYPE, 0, 1, 0 },
#endif
	{ ENXIO, 0, 1, 0 },	/* a socket */
	{ EOPNOTSUPP, 0, 1, 0 },	/* the same elsewhere */
	{ EACCES, 0, 0, 1 }
};

/* What errno says, or NULL where it leaves open what is there. */
static const struct told *
find(void)
{
	size_t i;

	for (i = 0; i < nitems(told); i++)
		if (told[i].number == errno)
			return &told[i];
	return NULL;
}

int
refusal_is_absence(void)
{
	const struct told *t = find();

	return t != NULL && t->absent;
}

int
refusal_set(struct error *err, const char *name, const char *expected)
{
	const struct told *t = find();

	if (t != NULL && t->foreign)
		return error_set(err, STATUS_DATA, "%s:1:1: %s", name,
		    message(expected));
	error_sys(err, "%s", name);
	if (err != NULL) {
		err->absent = t != NULL && t->absent;
		err->closed = t != NULL && t->closed;
	}
	return -1;
}
