/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include "term/landlock.h"

#if SYSTEM_LINUX
#include <sys/syscall.h>
#endif

#if defined(SYS_landlock_create_ruleset) && !defined(SANDBOX_WATCHED) && \
    !defined(NO_SANDBOX)
#include <sys/prctl.h>

#include <errno.h>
#include <stdint.h>
#include <unistd.h>

/*
 * As landlock(7) has them: headers of the systems that we build on lack what
 * came later than the kernel they are of.
 */
#define ABI_VERSION		1u		/* asked for, in place of flags */
#define PATH_BENEATH	1
#define EXECUTE		((uint64_t)1 << 0)
#define WRITE_FILE	((uint64_t)1 << 1)
#define READ_FILE	((uint64_t)1 << 2)
#define READ_DIR	((uint64_t)1 << 3)
#define REMOVE_DIR	((uint64_t)1 << 4)
#define REMOVE_FILE	((uint64_t)1 << 5)
#define MAKE_DIR	((uint64_t)1 << 7)
#define MAKE_REG	((uint64_t)1 << 8)
#define REFER		((uint64_t)1 << 13)	/* ABI 2 */
#define TRUNCATE	((uint64_t)1 << 14)	/* ABI 3 */
#define IOCTL_DEV	((uint64_t)1 << 15)	/* ABI 5 */

#define READS		(READ_FILE | READ_DIR)
#define CHANGES		(WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | \
			    MAKE_REG | REFER | TRUNCATE)
#define OF_A_FILE	(READ_FILE | WRITE_FILE | TRUNCATE)
#define ALL_OF_ABI_2	(2 * REFER - 1)
#define MAKES		(ALL_OF_ABI_2 & ~(EXECUTE | READS))
#define TCP		3u	/* bind and connect; ABI 4 */
#define SCOPES		3u	/* abstract sockets and signals; ABI 6 */

struct ruleset {
	uint64_t	 files;
	uint64_t	 tcp;
	uint64_t	 scopes;
};

struct rule {
	uint64_t	 allowed;
	int32_t		 fd;
} __attribute__((packed));

static int
add(int set, const struct sandbox_place *p, uint64_t all)
{
	struct rule rule = { all & (READS | (p->writes ? CHANGES : 0)), p->fd };
	int r;

	if (rule.allowed == 0)
		return 0;
	r = (int)syscall(SYS_landlock_add_rule, set, PATH_BENEATH, &rule, 0);
	if (r == -1 && errno == EINVAL) {
		rule.allowed &= OF_A_FILE;
		r = (int)syscall(SYS_landlock_add_rule, set, PATH_BENEATH,
		    &rule, 0);
	}
	return r;
}

int
landlock_keep(const struct sandbox_place *places, size_t n, int reads)
{
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, ABI_VERSION);
	struct ruleset all = { .files = reads ? ALL_OF_ABI_2 : MAKES };
	int set, r = 0;
	size_t i;

	/* Without REFER nothing could go from one directory to another. */
	if (abi < 2)
		return -1;
	if (abi >= 3)
		all.files |= TRUNCATE;
	if (abi >= 4 && reads)
		all.tcp = TCP;
	if (abi >= 5 && reads)
		all.files |= IOCTL_DEV;
	if (abi >= 6 && reads)
		all.scopes = SCOPES;
	set = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof(all), 0);
	if (set == -1)
		return -1;
	for (i = 0; i < n && r == 0; i++)
		r = add(set, &places[i], all.files);
	if (r == 0 && (r = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) == 0)
		r = (int)syscall(SYS_landlock_restrict_self, set, 0);
	close(set);
	return r;
}
#else
int
landlock_keep(const struct sandbox_place *places, size_t n, int reads)
{
	(void)places;
	(void)n;
	(void)reads;
	return -1;
}
#endif
