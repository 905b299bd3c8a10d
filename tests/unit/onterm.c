/*
 * Copyright (c) 2026 The unhurried authors
 *
 * Permission to use, copy, modify, and/or distribute this software for any
 * purpose with or without fee is hereby granted, provided that the above
 * copyright notice and this permission notice appear in all copies.
 *
 * THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES
 * WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF
 * MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR
 * ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES
 * WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
 * ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF
 * OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.
 */

/*
 * onterm [-s COLSxROWS] [-t SECONDS] SCRIPT COMMAND [ARGUMENT ...]
 *
 * Runs COMMAND on a new pseudo terminal and does what SCRIPT says, a line each:
 *	expect TEXT	wait until TEXT comes after what was expected before
 *	send TEXT	type TEXT; \r \n \t \e \\ \xHH, and \x03 for Ctrl-C
 *	size COLSxROWS	change the window
 *	hangup		take the terminal away
 *	eof		wait until COMMAND has closed its terminal (also at the end)
 * The whole transcript goes to stdout. Exits as COMMAND did (128 + N for signal
 * N), with 124 where a wait was in vain, 125 for trouble of its own.
 */

#ifndef _GNU_SOURCE
#define _GNU_SOURCE		/* posix_openpt and struct winsize */
#endif
#include <sys/ioctl.h>
#include <sys/wait.h>

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *script;	/* and where in it we are, for messages */
static int line_number;
static const char *awaited = "the end";
static pid_t child;
static int terminal;		/* the master side */
static int seconds = 60;	/* that are left */
static char *seen; /* the transcript; from `from` not yet expected */
static size_t seen_len, from;

/* What we wait for cannot come: `why`. A signal handler calls it, too. */
static void
in_vain(const char *why)
{
	dprintf(STDERR_FILENO, "onterm: %s:%d: waited in vain for: %s: %s\n",
	    script, line_number, awaited, why);
	kill(-child, SIGKILL);
	kill(child, SIGKILL);
	_exit(124);
}

/* A second is over. One by one: a machine that stood still for a minute lost one. */
static void
tick(int sig)
{
	(void)sig;
	if (--seconds <= 0)
		in_vain("the time is over");
	alarm(1);
}

static void
set_size(const char *arg)
{
	struct winsize ws = { 0 };

	if (sscanf(arg, "%hux%hu", &ws.ws_col, &ws.ws_row) != 2)
		errx(125, "%s:%d: %s: not COLSxROWS", script, line_number, arg);
	if (ioctl(terminal, TIOCSWINSZ, &ws) == -1)
		err(125, "window size");
}

static void
start(char **argv, const char *size)
{
	const char *name;
	int fd;

	terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (terminal == -1 || grantpt(terminal) == -1 ||
	    unlockpt(terminal) == -1 || (name = ptsname(terminal)) == NULL)
		err(125, "pseudo terminal");
	set_size(size);
	if ((child = fork()) == -1)
		err(125, "fork");
	if (child != 0)
		return;
	if (setsid() == -1 || (fd = open(name, O_RDWR)) == -1 ||
	    ioctl(fd, TIOCSCTTY, 0) == -1 || dup2(fd, 0) == -1 ||
	    dup2(fd, 1) == -1 || dup2(fd, 2) == -1)
		_exit(125);
	if (fd > 2)
		close(fd);
	/* What a background job ignores, somebody at a terminal does not. */
	signal(SIGINT, SIG_DFL);
	signal(SIGQUIT, SIG_DFL);
	signal(SIGHUP, SIG_DFL);
	execvp(argv[0], argv);
	warn("%s", argv[0]);
	_exit(127);
}

/* Adds what the command wrote to the transcript; 0 when there is no more. */
static int
hear(void)
{
	ssize_t n;

	if ((seen = realloc(seen, seen_len + 4096)) == NULL)
		err(125, "memory");
	/* EIO: all closed it, perhaps after a write since read() looked. */
	n = read(terminal, seen + seen_len, 4096);
	if (n == -1 && errno == EIO)
		n = read(terminal, seen + seen_len, 4096);
	if (n <= 0)
		return n == -1 && errno == EINTR;
	if (write(STDOUT_FILENO, seen + seen_len, (size_t)n) != n)
		err(125, "standard output");
	seen_len += (size_t)n;
	return 1;
}

static void
expect(const char *text)
{
	const char *at;

	awaited = text;
	while (seen == NULL || (at = memmem(seen + from, seen_len - from, text,
	    strlen(text))) == NULL)
		if (!hear())
			in_vain("the command is over");
	from = (size_t)(at - seen) + strlen(text);
}

static void
say(const char *text)
{
	unsigned int x;
	char c;

	awaited = "someone to read what is typed";
	for (; *text != '\0'; text++) {
		c = *text;
		if (c == '\\' && sscanf(text, "\\x%2x", &x) == 1) {
			c = (char)x;
			text += 3;
		} else if (c == '\\' && text[1] != '\0') {
			c = *++text;
			c = c == 'r' ? '\r' : c == 'n' ? '\n' :
			    c == 't' ? '\t' : c == 'e' ? '\033' : c;
		}
		if (write(terminal, &c, 1) != 1)
			in_vain(strerror(errno));
	}
}

/* One line of the script. 0 when it is the last that counts. */
static int
follow(char *line)
{
	char *arg;

	line_number++;
	line[strcspn(line, "\n")] = '\0';
	if ((arg = strchr(line, ' ')) != NULL)
		*arg++ = '\0';
	if (line[0] == '\0' || line[0] == '#')
		return 1;
	if (strcmp(line, "eof") == 0)
		return 0;
	if (strcmp(line, "hangup") == 0)
		return close(terminal);
	if (arg != NULL && strcmp(line, "expect") == 0)
		expect(arg);
	else if (arg != NULL && strcmp(line, "send") == 0)
		say(arg);
	else if (arg != NULL && strcmp(line, "size") == 0)
		set_size(arg);
	else
		errx(125, "%s:%d: %s: unknown", script, line_number, line);
	return 1;
}

int
main(int argc, char *argv[])
{
	const char *size = "80x24";
	char *line = NULL;
	size_t line_size = 0;
	FILE *f;
	int ch, status;

	/* + : what comes after SCRIPT belongs to COMMAND */
	while ((ch = getopt(argc, argv, "+s:t:")) != -1) {
		if (ch == 's')
			size = optarg;
		else if (ch != 't' || (seconds = atoi(optarg)) <= 0)
			return 125;
	}
	if (argc - optind < 2)
		errx(125, "usage: onterm [-s COLSxROWS] [-t SECONDS] "
		    "SCRIPT COMMAND [ARGUMENT ...]");
	script = argv[optind];
	if ((f = fopen(script, "re")) == NULL)
		err(125, "%s", script);
	start(argv + optind + 1, size);
	signal(SIGALRM, tick);
	alarm(1);
	while (getline(&line, &line_size, f) != -1 && follow(line))
		continue;
	awaited = "the end";
	while (hear())
		continue;
	if (waitpid(child, &status, 0) == -1)
		err(125, "wait");
	fclose(f);
	free(line);
	free(seen);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
