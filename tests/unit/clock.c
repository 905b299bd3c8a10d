/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * clock FIRST LAST STEP COMMAND ...: run a command as if it were each of these
 * instants (seconds since 1970, LAST left out), one after another, and print
 * "INSTANT TAB WHAT IT SAID" for each run that said anything, on either stream.
 * Ends with 1 when a run did not end with 0. The clock is that of tests/lib.sh.
 */

#include <sys/wait.h>

#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

/* What a run said, in said; its end as wait(2) has it, -1 for none. */
static int
run_at(long instant, char **command, char *said, size_t size)
{
	posix_spawn_file_actions_t files;
	char moment[64];
	int ends[2], how = -1;
	size_t length = 0;
	ssize_t n;
	pid_t pid;

	snprintf(moment, sizeof(moment), "=%ld", instant);
	if (pipe(ends) == -1 || setenv("MOMENT", moment, 1) == -1)
		return -1;
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&files, ends[1], STDERR_FILENO);
	posix_spawn_file_actions_addclose(&files, ends[0]);
	posix_spawn_file_actions_addclose(&files, ends[1]);
	if (posix_spawnp(&pid, command[0], &files, NULL, command, environ) !=
	    0)
		pid = -1;
	close(ends[1]);
	while (length < size - 1 &&
	    (n = read(ends[0], said + length, size - 1 - length)) > 0)
		length += (size_t)n;
	said[length] = '\0';
	close(ends[0]);
	posix_spawn_file_actions_destroy(&files);
	if (pid == -1 || waitpid(pid, &how, 0) == -1)
		return -1;
	return how;
}

int
main(int argc, char **argv)
{
	char said[4096];
	long at, last, step;
	int bad = 0;

	if (argc < 5)
		return 2;
	at = strtol(argv[1], NULL, 10);
	last = strtol(argv[2], NULL, 10);
	step = strtol(argv[3], NULL, 10);
	for (; at < last; at += step) {
		if (run_at(at, argv + 4, said, sizeof(said)) != 0)
			bad = 1;
		if (said[0] != '\0')
			printf("%ld\t%s%s", at, said,
			    said[strlen(said) - 1] == '\n' ? "" : "\n");
	}
	return bad;
}
