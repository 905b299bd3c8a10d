/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * write DIR
 *
 * W, the floor that checkin is measured against: put a short record into DIR
 * as safely as checkin does (a temporary file, fsync, link, unlink, fsync of
 * the directory), and do nothing else. What it takes is the machine's.
 */

#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static const char record[] =
    "kind: checkin\nat: \"2026-11-22T21:04:31+01:00\"\nby: \"alex\"\n"
    "mood: 7\nnote: \"a short note\"\n";

int
main(int argc, char *argv[])
{
	char name[64];
	struct timespec now;
	int dir, fd;

	if (argc != 2)
		errx(2, "usage: write DIR");
	clock_gettime(CLOCK_REALTIME, &now);
	snprintf(name, sizeof(name), "%lld%09ld.yaml", (long long)now.tv_sec,
	    now.tv_nsec);
	if ((dir = open(argv[1], O_RDONLY | O_DIRECTORY)) == -1 ||
	    (fd = openat(dir, ".tmp-w", O_WRONLY | O_CREAT | O_EXCL,
	    0600)) == -1)
		err(4, "%s", argv[1]);
	if (write(fd, record, sizeof(record) - 1) == -1 || fsync(fd) == -1 ||
	    close(fd) == -1 || linkat(dir, ".tmp-w", dir, name, 0) == -1 ||
	    unlinkat(dir, ".tmp-w", 0) == -1 || fsync(dir) == -1)
		err(4, "%s/%s", argv[1], name);
	return 0;
}
