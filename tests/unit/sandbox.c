/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/* After sandbox_no_network() no connection can be opened; files can. */

#include <sys/socket.h>
#include <sys/wait.h>

#include <errno.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

#include "term/sandbox.h"
#include "unit.h"

static void
refused(const char *about, int family, int type)
{
	int fd;

	errno = 0;
	fd = socket(family, type, 0);
	OK(about, fd == -1 && errno == EPERM);
	if (fd != -1)
		close(fd);
}

static void
all_refused(void)
{
	refused("IPv4", AF_INET, SOCK_STREAM);
	refused("IPv4, datagrams", AF_INET, SOCK_DGRAM);
	refused("IPv6", AF_INET6, SOCK_STREAM);
	refused("local", AF_UNIX, SOCK_STREAM);
#if defined(__linux__)
	refused("netlink", AF_NETLINK, SOCK_RAW);
	errno = 0;
	OK("io_uring", syscall(425, 1, NULL) == -1 && errno == EPERM);
#endif
}

int
main(void)
{
	char line[8] = "";
	int status = -1, fd, pair[2];
	FILE *fp;
	pid_t pid;

#if defined(__linux__)
	if (prctl(PR_GET_SECCOMP, 0, 0, 0, 0) == -1) {
		puts("no seccomp in this kernel: 1 looked at, 0 wrong");
		return 0;
	}
#elif !defined(__OpenBSD__)
	puts("no sandbox on this system: 1 looked at, 0 wrong");
	return 0;
#endif
	fd = socket(AF_UNIX, SOCK_STREAM, 0);
	OK("before, a socket can be made", fd != -1);
	if (fd != -1)
		close(fd);
	sandbox_no_network();
	all_refused();
	sandbox_no_network();
	all_refused();
	OK("pipes go on", pipe(pair) == 0);
	fflush(stdout);
	if ((pid = fork()) == 0) {
		unit_looked = unit_bad = 0;
		all_refused();
		fflush(stdout);
		_exit(unit_bad > 0);
	}
	OK("children too", waitpid(pid, &status, 0) == pid && status == 0);
	OK("programs go on", (fp = popen("echo word", "r")) != NULL &&
	    fgets(line, sizeof(line), fp) != NULL && pclose(fp) == 0);
	SAME_TEXT("and are heard", line, "word\n");
	OK("files too", (fp = tmpfile()) != NULL && fputs("x", fp) >= 0 &&
	    fclose(fp) == 0);
	return unit_end();
}
