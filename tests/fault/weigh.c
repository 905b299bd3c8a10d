/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * weigh FILE COMMAND ... - run it, and write STATUS MICROSECONDS KIB to FILE:
 * its exit status (128 and more for a signal), the time it took of a processor,
 * which a load does not change, and the most memory. After ten seconds of any
 * clock, or two of a processor, it is ended.
 */

#define _GNU_SOURCE
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static pid_t child;

static void
stop(int signal)
{
	(void)signal;
	kill(child, SIGKILL);
}

static long
us(struct timeval t)
{
	return (long)t.tv_sec * 1000000 + (long)t.tv_usec;
}

int
main(int argc, char **argv)
{
	struct rlimit limit = { 2, 2 };
	struct rusage used;
	FILE *fp;
	int how;

	if (argc < 3)
		return 125;
	if ((child = fork()) == 0) {
		setrlimit(RLIMIT_CPU, &limit);
		execvp(argv[2], argv + 2);
		_exit(127);
	}
	signal(SIGALRM, stop);
	alarm(10);
	while (wait4(child, &how, 0, &used) == -1)
		;
	if ((fp = fopen(argv[1], "w")) == NULL)
		return 125;
	fprintf(fp, "%d %ld %ld\n", WIFEXITED(how) ? WEXITSTATUS(how) :
	    128 + WTERMSIG(how), us(used.ru_utime) + us(used.ru_stime),
	    used.ru_maxrss);
	return fclose(fp) == 0 ? 0 : 125;
}
