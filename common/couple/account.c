/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <unistd.h>

#include "base/memory.h"
#include "couple/account.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"

static struct account {
	uid_t	 uid;
	char	*login;
} *known;
static size_t count;

const char *
account_login(uid_t uid)
{
	const struct passwd *pw;
	size_t i;

	for (i = 0; i < count; i++)
		if (known[i].uid == uid)
			return known[i].login;
	errno = 0;
	if ((pw = getpwuid(uid)) == NULL && errno == ENOMEM)
		memory_refused();
	known = need_array(known, count + 1, sizeof(*known));
	known[count].uid = uid;
	known[count].login = pw == NULL ? NULL : need_string(pw->pw_name);
	return known[count++].login;
}

void
account_prepare(const char *shared, int named)
{
	struct store_dir d = { .fd = -1 };
	struct stat st;
	size_t i;

	/* Where there is no such place, nobody is to be told apart in it. */
	if (stat(shared, &st) == -1)
		return;
	if (!store_is_group(&st)) {
		if (!named)
			(void)account_login(geteuid());
		return;
	}
	(void)account_login(geteuid());
	(void)store_open_path(shared, &d, NULL);
	for (i = 0; i < d.count; i++)
		if (fstatat(d.fd, d.names[i], &st, AT_SYMLINK_NOFOLLOW) == 0)
			(void)account_login(st.st_uid);
	store_free_dir(&d);
}
