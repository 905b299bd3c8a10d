/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>
#include <sys/types.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "couple/account.h"
#include "couple/owner.h"
#include "couple/person.h"
#include "store/store_read.h"
#include "store/store.h"
#include "term/cli.h"

/* Whose a shared place is, by the account that its person.yaml names. */
enum owner { OWNER_UNTOLD = -1, OWNER_OTHER, OWNER_PERSON, OWNER_NOBODY };

/* One that its person left, or nobody joined yet, has no person.yaml. */
static enum owner
owner_of(const struct store *tree, struct error *err)
{
	const char *account = account_login(tree->owner);
	struct error why = { 0 };
	char *login = NULL;
	int same;

	if (person_field(tree, "login", &login, &why) == -1 && !why.absent) {
		error_join(err, &why);
		return OWNER_UNTOLD;
	}
	if (why.absent) {
		error_clear(&why);
		return OWNER_NOBODY;
	}
	same = login != NULL && account != NULL && strcmp(login, account) == 0;
	free(login);
	return same ? OWNER_PERSON : OWNER_OTHER;
}

static int
unsafe_group(const char *shared, const struct stat *root, struct error *err)
{
	return error_set(err, STATUS_SYSTEM, "%s: open to a group, but one "
	    "person could replace what the other placed here: as root, 'chown "
	    "root %s' and 'chmod 3770 %s' (now owner %lu, mode %o); see "
	    "'unhurried init --group'", shared, shared, shared,
	    (unsigned long)root->st_uid, (unsigned int)root->st_mode & 07777);
}

/* Any account that may write here could replace what either placed. */
static int
open_otherwise(const char *shared, const struct stat *root, struct error *err)
{
	return error_set(err, STATUS_SYSTEM, "%s: open for others to write "
	    "(mode %o): 'chmod 700 %s' keeps it to one account, or umask=077 "
	    "when a disk without modes is mounted; for two, see 'unhurried "
	    "init --group'", shared,
	    (unsigned int)root->st_mode & 07777, shared);
}

int
owner_check_root(const struct store *root, const char *const *people,
    size_t count, int *group, struct error *err)
{
	struct stat top, tree;
	enum store_is is;
	size_t i;
	int owned = 0;

	if (fstat(root->fd, &top) == -1)
		return error_sys(err, "%s", root->path);
	*group = store_is_group(&top);
	if (top.st_mode & (*group ? S_IWOTH : S_IWGRP | S_IWOTH))
		return open_otherwise(root->path, &top, err);
	if (!*group)
		return 0;
	for (i = 0; i < count; i++) {
		is = store_stat(root, "", people[i], &tree, err);
		if (is == STORE_UNTOLD)
			return -1;
		owned |= is == STORE_THERE && tree.st_uid == top.st_uid;
	}
	return top.st_mode & S_ISVTX && !owned ? 0 :
	    unsafe_group(root->path, &top, err);
}

int
owner_check_mine(const struct store *ours, const char *me, struct error *err)
{
	enum owner owner = OWNER_OTHER;

	if (ours->fd == -1)
		return 0;
	if (ours->owner == geteuid())
		owner = owner_of(ours, err);
	if (owner != OWNER_OTHER)
		return owner == OWNER_UNTOLD ? -1 : 0;
	return error_set(err, STATUS_USAGE, "%s: that name belongs to another "
	    "account here: say who you are with -u", me);
}

void
owner_leave_out(struct store *theirs, struct cli *cli)
{
	struct error err = { 0 };

	if (theirs->fd == -1)
		return;
	switch (owner_of(theirs, &err)) {
	case OWNER_PERSON:
		return;
	case OWNER_UNTOLD:
		cli_worsen(&cli->worst, cli_fail(cli, &err));
		break;
	case OWNER_OTHER:
		cli_warn(cli, "%s: not owned by the login it names: left out",
		    theirs->path);
		break;
	case OWNER_NOBODY:
		/* A place that root made and nobody joined holds nothing. */
		break;
	}
	store_close(theirs);
}
