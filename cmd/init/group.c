/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "couple/couple.h"
#include "term/cli.h"
#include "group.h"
#include "names.h"

/* A login or group as useradd(8) makes them. */
static int
is_account(const char *s, size_t n)
{
	static const char most[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";

	return n > 0 && n <= 32 && strspn(s, most) >= n && *s != '-' &&
	    *s != '.';
}

/* Each of two operands: NAME or NAME:LOGIN. 0, or -1 with err. */
static int
check_group(const struct couple *c, const char *group, struct names *names,
    char **operands, struct error *err)
{
	char *name;
	size_t i, n;
	int r = 0;

	if (!is_account(group, strlen(group)))
		return error_set(err, STATUS_USAGE, "--group %s: not a "
		    "group's name", group);
	if (c->shared[strcspn(c->shared, "'\\\n")] != '\0')
		return error_set(err, STATUS_USAGE, "%s: choose a directory "
		    "without quotes in its name", c->shared);
	for (i = 0; r == 0 && operands[i] != NULL; i++) {
		n = strcspn(operands[i], ":");
		if (i == 2 || (operands[i][n] == ':' && !is_account(
		    operands[i] + n + 1, strlen(operands[i] + n + 1))))
			return error_set(err, STATUS_USAGE, "%s: expected two "
			    "names, each with its login: alex:alex sam:sam",
			    operands[i]);
		name = need_part(operands[i], n);
		r = names_add(names, name, err);
		free(name);
	}
	if (r == 0 && i < 2)
		r = error_set(err, STATUS_USAGE, "--group: two names, each "
		    "with its login: alex:alex sam:sam");
	return r;
}

enum status
group_print(const struct couple *c, const struct cli *cli, const char *group,
    struct names *names, char **operands)
{
	struct error err = { 0 };
	const char *login;
	size_t i, n;

	if (check_group(c, group, names, operands, &err) == -1)
		return cli_fail(cli, &err);
	printf("# %s holds exactly the two of you. As root:\n", group);
	printf("install -d -o root -g %s -m 3770 '%s'\n", group,
	    c->shared);
	for (i = 0; i < 2; i++) {
		n = strcspn(operands[i], ":");
		login = operands[i][n] == ':' ? operands[i] + n + 1 :
		    names->slugs[i];
		printf("install -d -o %s -g %s -m 2750 '%s/%s'\n", login,
		    group, c->shared, names->slugs[i]);
	}
	printf("# Then, one of you: unhurried -d '%s' init %s %s\n"
	    "# and the other:    unhurried -d '%s' join %s\n", c->shared,
	    names->slugs[0], names->slugs[1], c->shared, names->slugs[1]);
	return STATUS_OK;
}
