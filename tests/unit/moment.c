/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * moment.so: preloaded, gives a program the clock that MOMENT names: "=N", one
 * that stands at N seconds since 1970, or "+N" and "-N", one that goes so many
 * seconds before or behind the computer's. All other clocks are the computer's.
 *
 * By hand, for libfaketime makes files in shared memory for each process, which
 * a test that refuses or counts calls would see. It is linked with no libc, so
 * that it goes before any.
 */

#include <sys/syscall.h>
#include <sys/time.h>

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

int
clock_gettime(clockid_t id, struct timespec *ts)
{
	const char *moment = getenv("MOMENT");
	int r;

	r = (int)syscall(SYS_clock_gettime, id, ts);
	if (r != 0 || id != CLOCK_REALTIME || moment == NULL)
		return r;
	if (*moment == '=') {
		ts->tv_sec = atol(moment + 1);
		ts->tv_nsec = 0;
	} else
		ts->tv_sec += atol(moment);
	return 0;
}

int
timespec_get(struct timespec *ts, int base)
{
	return clock_gettime(CLOCK_REALTIME, ts) == 0 ? base : 0;
}

time_t
time(time_t *t)
{
	struct timespec ts;

	clock_gettime(CLOCK_REALTIME, &ts);
	if (t != NULL)
		*t = ts.tv_sec;
	return ts.tv_sec;
}

int
gettimeofday(struct timeval *restrict tv, void *restrict zone)
{
	struct timespec ts;

	(void)zone;
	if (clock_gettime(CLOCK_REALTIME, &ts) != 0)
		return -1;
	tv->tv_sec = ts.tv_sec;
	tv->tv_usec = ts.tv_nsec / 1000;
	return 0;
}
