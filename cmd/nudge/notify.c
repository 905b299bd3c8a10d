/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/system.h"
#include "base/text.h"
#include "notify.h"

#define PROGRAM		"notify-send"
#define PATH_DEFAULT	"/usr/local/bin:/usr/bin:/bin"
#define LINE_BYTES	512
#define LOOK_NS		20000000L	/* between two looks */

static char *program;

/* Where the program is; NULL where it is not. The caller frees. */
static char *
find(void)
{
	const char *path = getenv("PATH");
	char *all, *next, *dir, *file;
	struct stat st;

	all = need_string(path == NULL ? PATH_DEFAULT : path);
	for (next = all; (dir = strsep(&next, ":")) != NULL;) {
		if (*dir != '/')
			continue;
		file = need_printf("%s/" PROGRAM, dir);
		if (stat(file, &st) == 0 && S_ISREG(st.st_mode) &&
		    (st.st_mode & 0111) != 0) {
			free(all);
			return file;
		}
		free(file);
	}
	free(all);
	return NULL;
}

/* cron knows nothing of a session; its bus is where systemd puts it. */
static void
find_bus(void)
{
	struct stat st;
	char *address;

	if (text_env("DBUS_SESSION_BUS_ADDRESS") != NULL)
		return;
	address = need_printf("unix:path=/run/user/%lu/bus",
	    (unsigned long)geteuid());
	if (stat(strchr(address, '/'), &st) == 0 && S_ISSOCK(st.st_mode) &&
	    st.st_uid == geteuid())
		(void)setenv("DBUS_SESSION_BUS_ADDRESS", address, 1);
	free(address);
}

/* Become the program that shows a line, in a group of its own. */
static void
become(char *line)
{
	char *arguments[] = { (char *)(size_t)PROGRAM, (char *)(size_t)"-u",
	    (char *)(size_t)"low", (char *)(size_t)"--", line, NULL };
	int null = open("/dev/null", O_RDWR);

	(void)setpgid(0, 0);
	if (null == -1)
		_exit(1);
	/* Whatever it says: nobody reads it, and cron would mail it. */
	(void)dup2(null, STDIN_FILENO);
	(void)dup2(null, STDOUT_FILENO);
	(void)dup2(null, STDERR_FILENO);
	system_close_from(STDERR_FILENO + 1);
	signal(SIGPIPE, SIG_DFL);
	find_bus();
	execv(program, arguments);
	_exit(127);
}

/* Wait for it, no longer than it may take. True when it ended well. */
static int
ended_well(pid_t group)
{
	struct timespec now, end, look = { 0, LOOK_NS };
	int how = 0;
	pid_t pid;

	clock_gettime(CLOCK_MONOTONIC, &end);
	end.tv_sec += NOTIFY_SECONDS;
	while ((pid = waitpid(group, &how, WNOHANG)) == 0) {
		clock_gettime(CLOCK_MONOTONIC, &now);
		if (now.tv_sec > end.tv_sec || (now.tv_sec == end.tv_sec &&
		    now.tv_nsec >= end.tv_nsec)) {
			(void)kill(-group, SIGKILL);
			pid = waitpid(group, &how, 0);
			how = -1;
			break;
		}
		nanosleep(&look, NULL);
	}
	return pid != -1 && how == 0;
}

/* The process of its own: wait for a line, and have it shown. */
static void
wait_and_show(int in, int out)
{
	char line[LINE_BYTES + 1] = "";
	pid_t pid;

	(void)out;
	(void)starter_read(in, line, LINE_BYTES);
	if (*line == '\0' || (pid = fork()) == -1)
		_exit(1);
	if (pid == 0)
		become(line);
	(void)setpgid(pid, pid);
	_exit(ended_well(pid) ? 0 : 1);
}

int
notify_open(struct notify *n)
{
	memset(n, 0, sizeof(*n));
	if ((program = find()) == NULL)
		return 0;
	return starter_open(&n->starter, wait_and_show) == -1 ? -1 : 1;
}

int
notify_show(struct notify *n, const char *line)
{
	size_t length = strlen(line);
	int whole;

	/* So few bytes go into a pipe at once. */
	whole = length <= LINE_BYTES &&
	    write(n->starter.to, line, length) == (ssize_t)length;
	return starter_close(&n->starter) == 0 && whole ? 0 : -1;
}

void
notify_close(struct notify *n)
{
	/* At the end of its pipe it ends, too. */
	(void)starter_close(&n->starter);
}
