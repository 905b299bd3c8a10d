/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * rounds N <LIST
 *
 * Time commands side by side: N rounds, in each every command once, in an
 * order that changes from round to round, so that what the machine does
 * meanwhile falls on all of them alike. A line of LIST is, by tabs:
 *	EVERY NAME [VARIABLE=VALUE ...] /PATH/TO/PROGRAM [ARGUMENT ...]
 * A command with EVERY k takes part in every k-th round only; those with 1
 * also run once beforehand, unmeasured. They get /dev/null as stdin and
 * stdout. Prints, medians over the rounds,
 *	time NAME MILLISECONDS PEAK-KIB WORST-EXIT-STATUS RUNS
 *	ratio NAME NAME X	(of the rounds in which both ran)
 * PEAK-KIB is the largest process of the command, and never less than this
 * program itself, whose memory a vforked child shares until it execs.
 */

#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>

#include <err.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS	101
#define COMMANDS	48
#define WORDS	32

struct command {
	char *name, *argv[WORDS + 1], **envp;
	double ms[ROUNDS];		/* 0: not in this round */
	long kib;
	int every, status, runs;
};

extern char **environ;

static struct command commands[COMMANDS];
static int ncommands, nrounds;

static void
command_read(char *line, struct command *c)
{
	char *word, *vars[WORDS];
	size_t nwords = 0, nvars = 0, nenv = 0;

	line[strcspn(line, "\n")] = '\0';
	if ((word = strtok(line, "\t")) == NULL || (c->every = atoi(word)) < 1)
		errx(2, "EVERY must be 1 or more");
	if ((c->name = strtok(NULL, "\t")) == NULL)
		errx(2, "a line without a NAME");
	while ((word = strtok(NULL, "\t")) != NULL && nwords < WORDS)
		if (nwords == 0 && *word != '/' && strchr(word, '='))
			vars[nvars++ % WORDS] = word;
		else
			c->argv[nwords++] = word;
	if (nwords == 0 || word != NULL || nvars > WORDS)
		errx(2, "%s: no program, or too many words", c->name);
	while (environ[nenv] != NULL)
		nenv++;
	if ((c->envp = calloc(nvars + nenv + 1, sizeof(*c->envp))) == NULL)
		err(4, NULL);
	memcpy(c->envp, vars, nvars * sizeof(*vars));
	memcpy(c->envp + nvars, environ, nenv * sizeof(*environ));
}

static double
command_run(struct command *c, posix_spawn_file_actions_t *files)
{
	struct timespec a, b;
	struct rusage ru;
	pid_t pid;
	int e, status;

	clock_gettime(CLOCK_MONOTONIC, &a);
	e = posix_spawn(&pid, c->argv[0], files, NULL, c->argv, c->envp);
	if (e != 0)
		errx(4, "%s: %s", c->argv[0], strerror(e));
	if (wait4(pid, &status, 0, &ru) == -1)
		err(4, "wait4");
	clock_gettime(CLOCK_MONOTONIC, &b);
	status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
	if (status > c->status)
		c->status = status;
	if (ru.ru_maxrss > c->kib)
		c->kib = ru.ru_maxrss;
	return (double)(b.tv_sec - a.tv_sec) * 1e3 +
	    (double)(b.tv_nsec - a.tv_nsec) / 1e6;
}

/* One round in a shuffled order; round -1 warms up. */
static void
round_run(int round, posix_spawn_file_actions_t *files)
{
	static uint32_t seed = 20261122;
	struct command *c;
	int i, j, swap, order[COMMANDS];

	for (i = 0; i < ncommands; i++) {
		seed = seed * 1664525 + 1013904223;
		j = (int)((seed >> 8) % (uint32_t)(i + 1));
		swap = j == i ? i : order[j];
		order[j] = i;
		order[i] = swap;
	}
	for (i = 0; i < ncommands; i++) {
		c = &commands[order[i]];
		if (round == -1 && c->every == 1)
			command_run(c, files);
		else if (round != -1 && round % c->every == 0) {
			c->ms[round] = command_run(c, files);
			c->runs++;
		}
	}
}

static int
by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* The median of a's times, or of a's over b's; 0 where there is none. */
static double
median(const struct command *a, const struct command *b)
{
	double v[ROUNDS] = { 0 };
	int i, n = 0;

	for (i = 0; i < nrounds; i++)
		if (a->ms[i] > 0 && (b == NULL || b->ms[i] > 0))
			v[n++] = a->ms[i] / (b == NULL ? 1 : b->ms[i]);
	qsort(v, (size_t)n, sizeof(*v), by_size);
	return n == 0 ? 0 : (v[(n - 1) / 2] + v[n / 2]) / 2;
}

int
main(int argc, char *argv[])
{
	posix_spawn_file_actions_t files;
	struct command *a, *b;
	char *line = NULL;
	size_t size = 0;
	int i;

	nrounds = argc == 2 ? atoi(argv[1]) : 0;
	if (nrounds < 1 || nrounds > ROUNDS)
		errx(2, "usage: rounds N <LIST, N from 1 to %d", ROUNDS);
	for (; getline(&line, &size, stdin) != -1; line = NULL, size = 0) {
		if (ncommands == COMMANDS)
			errx(2, "more than %d commands", COMMANDS);
		command_read(line, &commands[ncommands++]);
	}
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
	for (i = -1; i < nrounds; i++)
		round_run(i, &files);
	for (a = commands; a < commands + ncommands; a++) {
		printf("time %s %.3f %ld %d %d\n", a->name, median(a, NULL),
		    a->kib, a->status, a->runs);
		for (b = commands; b < commands + ncommands; b++)
			printf("ratio %s %s %.4f\n", a->name, b->name,
			    median(a, b));
	}
	return fflush(stdout) == 0 ? 0 : 4;
}
