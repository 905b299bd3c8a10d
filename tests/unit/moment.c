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
 * that it goes before any. Where time_t had 32 bits once, programs of either
 * kind are given it, by the names that the C library has for both.
 */

#include <sys/syscall.h>
#include <sys/time.h>

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#if defined(__GLIBC__) && !defined(__LP64__) && !defined(__x86_64__)
#define TWO_KINDS	1
struct timespec64 {
	long long	 tv_sec;
	long		 tv_nsec;
	int		 none;
};
struct timeval64 {
	long long	 tv_sec;
	long long	 tv_usec;
};
int		 __clock_gettime64(clockid_t id, struct timespec64 *ts);
long long	 __time64(long long *t);
int		 __gettimeofday64(struct timeval64 *restrict tv,
		    void *restrict zone);
#define GETTIME		SYS_clock_gettime64
#else
#define TWO_KINDS	0
#define timespec64	timespec
#define GETTIME		SYS_clock_gettime
#endif

static int
gettime(clockid_t id, struct timespec64 *ts)
{
	const char *moment = getenv("MOMENT");
	int r;

	r = (int)syscall(GETTIME, id, ts);
	if (r != 0 || id != CLOCK_REALTIME || moment == NULL)
		return r;
	if (*moment == '=') {
		ts->tv_sec = atoll(moment + 1);
		ts->tv_nsec = 0;
	} else
		ts->tv_sec += atoll(moment);
	return 0;
}

int
clock_gettime(clockid_t id, struct timespec *ts)
{
	struct timespec64 now = { 0 };
	int r = gettime(id, &now);

	ts->tv_sec = (time_t)now.tv_sec;
	ts->tv_nsec = now.tv_nsec;
	return r;
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

#if TWO_KINDS
int
__clock_gettime64(clockid_t id, struct timespec64 *ts)
{
	return gettime(id, ts);
}

long long
__time64(long long *t)
{
	struct timespec64 ts = { 0 };

	gettime(CLOCK_REALTIME, &ts);
	if (t != NULL)
		*t = ts.tv_sec;
	return ts.tv_sec;
}

int
__gettimeofday64(struct timeval64 *restrict tv, void *restrict zone)
{
	struct timespec64 ts = { 0 };

	(void)zone;
	if (gettime(CLOCK_REALTIME, &ts) != 0)
		return -1;
	tv->tv_sec = ts.tv_sec;
	tv->tv_usec = ts.tv_nsec / 1000;
	return 0;
}
#endif
