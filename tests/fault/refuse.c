/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * refuse - a library to load before a tool (LD_PRELOAD), that refuses one of
 * its calls, or all from one on, and holds its clock and its chance still.
 *
 *	REFUSE=CALL:K[+]:ERRNO	refuse the K-th such call, with + all from it
 *				on; K of 0 refuses none
 *	REFUSE_BELOW=PATH[:PATH]	count calls for these paths, or for what
 *				lies below them, and no others
 *	REFUSE_COUNT=FILE	write there how many such calls there were
 *	REFUSE_LOG=FILE		write there CALL PATH for each call for a path
 *	REFUSE_CLOCK=SECONDS	what time it is, in seconds since 1970
 *	REFUSE_CHANCE=NUMBER	where what is drawn at random begins
 *
 * CALL is alloc, openat, getdents, fstatat, read or faccessat, and stands for
 * its kin. Calls count from the beginning of main.
 *
 * alloc is malloc, calloc and realloc, and with them all that libc builds on
 * these: strdup, strndup, asprintf, getline, open_memstream, reallocarray,
 * regcomp, opendir, the buffers of stdio. libyaml and libbsd come here as
 * well, linked in or not. What cannot be refused: memory by mmap and the
 * stack. What is not refused: what libc allocates for time zones and for the
 * locale, where it silently takes UTC or C instead and no caller can know.
 *
 * Files: a path is told from its directory's descriptor at each call. Not seen
 * are the calls that libc makes for itself: what is under fopen, realpath,
 * getpwuid and tzset; opendir, readdir and scandir are seen whole, as an
 * openat or a getdents. mmap of a file is not seen.
 *
 * A tool that hangs is ended by SIGALRM after half a minute.
 */

#define _GNU_SOURCE
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define NEXT(function)	real(#function)

enum call { NONE, ALLOC, OPENAT, GETDENTS, FSTATAT, READ, FACCESSAT };

static const char *const calls[] = { "none", "alloc", "openat", "getdents",
    "fstatat", "read", "faccessat" };

static const struct {
	const char	*name;
	int		 number;
} errors[] = {
	{ "EIO", EIO }, { "EMFILE", EMFILE }, { "EACCES", EACCES },
	{ "ENOMEM", ENOMEM }, { "ENOENT", ENOENT }, { "ENOSPC", ENOSPC },
	{ "EROFS", EROFS }, { "ELOOP", ELOOP }, { "ENOTDIR", ENOTDIR }
};

static enum call refused;
static long first;
static int for_ever, error = ENOMEM, armed, log_to = -1, note = -1;
static pid_t meant;
static _Thread_local int within;	/* libc, where it cannot tell */
static atomic_long count;
static const char *below;
static long long clock_at = -1;
static uint64_t chance;
static int drawn;

extern void	*__libc_malloc(size_t n);
extern void	*__libc_calloc(size_t n, size_t size);
extern void	*__libc_realloc(void *p, size_t n);
ssize_t		 __read_chk(int fd, void *data, size_t n, size_t size);
int		 __libc_start_main(int (*start)(int, char **, char **),
		    int argc, char **argv, void (*init)(void),
		    void (*fini)(void), void (*linker)(void), void *stack);

static void *
real(const char *name)
{
	void *p;

	within++;
	p = dlsym(RTLD_NEXT, name);
	within--;
	return p;
}

/*
 * What is refused.
 */

/* Return true if one more call of the kind `c` is to be refused. */
static int
no(enum call c)
{
	long n;

	if (!armed || within > 0 || c != refused)
		return 0;
	n = atomic_fetch_add(&count, 1) + 1;
	if (first == 0 || n < first || (n > first && !for_ever))
		return 0;
	errno = error;
	return 1;
}

static int
is_below(const char *path)
{
	const char *p = below;
	size_t n;

	if (p == NULL)
		return 1;
	for (; *p != '\0'; p += n + (p[n] == ':')) {
		n = strcspn(p, ":");
		if (n > 0 && strncmp(path, p, n) == 0 &&
		    (path[n] == '\0' || path[n] == '/'))
			return 1;
	}
	return 0;
}

/* Write the path of `name` in the directory `dir` into `path`, of `size`. */
static void
full_path(int dir, const char *name, char *path, size_t size)
{
	char link[40];
	ssize_t n = 0;

	path[0] = '\0';
	if (name[0] != '/') {
		if (dir == AT_FDCWD)
			strcpy(link, "/proc/self/cwd");
		else
			snprintf(link, sizeof(link), "/proc/self/fd/%d", dir);
		if ((n = readlink(link, path, size - 1)) < 0)
			n = 0;
		path[n] = '\0';
	}
	if (name[0] != '\0' && strcmp(name, ".") != 0)
		snprintf(path + n, size - (size_t)n, "%s%s",
		    name[0] == '/' ? "" : "/", name);
}

/* Return true if a call `c` for `name` in the directory `dir` is refused. */
static int
no_path(enum call c, int dir, const char *name)
{
	char path[PATH_MAX * 2];
	int kept = errno;

	if (!armed || within > 0 || name == NULL ||
	    (c != refused && log_to == -1))
		return 0;
	full_path(dir, name, path, sizeof(path));
	if (log_to != -1)
		dprintf(log_to, "%s %s\n", calls[c], path);
	errno = kept;
	return c == refused && is_below(path) && no(c);
}

/*
 * Memory.
 */

void *
malloc(size_t n)
{
	return no(ALLOC) ? NULL : __libc_malloc(n);
}

void *
calloc(size_t n, size_t size)
{
	return no(ALLOC) ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *p, size_t n)
{
	return no(ALLOC) ? NULL : __libc_realloc(p, n);
}

/* These silently take something else. */
void
tzset(void)
{
	void (*next)(void) = NEXT(tzset);

	within++;
	next();
	within--;
}

struct tm *
localtime_r(const time_t *t, struct tm *tm)
{
	struct tm *(*next)(const time_t *, struct tm *) = NEXT(localtime_r);

	within++;
	tm = next(t, tm);
	within--;
	return tm;
}

struct tm *
localtime(const time_t *t)
{
	struct tm *(*next)(const time_t *) = NEXT(localtime), *tm;

	within++;
	tm = next(t);
	within--;
	return tm;
}

time_t
mktime(struct tm *tm)
{
	time_t (*next)(struct tm *) = NEXT(mktime), t;

	within++;
	t = next(tm);
	within--;
	return t;
}

char *
setlocale(int category, const char *name)
{
	char *(*next)(int, const char *) = NEXT(setlocale), *was;

	within++;
	was = next(category, name);
	within--;
	return was;
}

/*
 * Files.
 */

#define MODE(flags, mode) do {						\
	va_list list;							\
									\
	va_start(list, flags);						\
	mode = (flags) & (O_CREAT | O_TMPFILE) ?			\
	    va_arg(list, mode_t) : 0;					\
	va_end(list);							\
} while (0)

int
openat(int dir, const char *name, int flags, ...)
{
	int (*next)(int, const char *, int, ...) = NEXT(openat);
	mode_t mode;

	MODE(flags, mode);
	return no_path(OPENAT, dir, name) ? -1 : next(dir, name, flags, mode);
}

int
openat64(int dir, const char *name, int flags, ...)
{
	mode_t mode;

	MODE(flags, mode);
	return openat(dir, name, flags, mode);
}

int
open(const char *name, int flags, ...)
{
	mode_t mode;

	MODE(flags, mode);
	return openat(AT_FDCWD, name, flags, mode);
}

int
open64(const char *name, int flags, ...)
{
	mode_t mode;

	MODE(flags, mode);
	return openat(AT_FDCWD, name, flags, mode);
}

DIR *
opendir(const char *name)
{
	DIR *(*next)(const char *) = NEXT(opendir);

	return no_path(OPENAT, AT_FDCWD, name) ? NULL : next(name);
}

int
scandir(const char *name, struct dirent ***list,
    int (*wanted)(const struct dirent *),
    int (*order)(const struct dirent **, const struct dirent **))
{
	int (*next)(const char *, struct dirent ***,
	    int (*)(const struct dirent *),
	    int (*)(const struct dirent **, const struct dirent **)) =
	    NEXT(scandir);

	if (no_path(OPENAT, AT_FDCWD, name) ||
	    no_path(GETDENTS, AT_FDCWD, name))
		return -1;
	return next(name, list, wanted, order);
}

ssize_t
getdents64(int fd, void *names, size_t n)
{
	ssize_t (*next)(int, void *, size_t) = NEXT(getdents64);

	return no_path(GETDENTS, fd, "") ? -1 : next(fd, names, n);
}

/*
 * A directory is handed out by name, whatever its file system's order: what
 * follows a name that is refused is then the same everywhere.
 */

static struct listing {
	DIR		*dir;
	struct dirent64	**names;
	size_t		 count, next;
	int		 error;	/* what the kernel ended it with */
} listings[32];

static int
by_name(const void *a, const void *b)
{
	return strcmp((*(struct dirent64 *const *)a)->d_name,
	    (*(struct dirent64 *const *)b)->d_name);
}

static void
read_names(struct listing *l)
{
	struct dirent64 *(*next)(DIR *) = NEXT(readdir64), *entry;
	size_t size = 0;

	while (errno = 0, (entry = next(l->dir)) != NULL) {
		if (l->count == size) {
			size = size * 2 + 16;
			l->names = __libc_realloc(l->names,
			    size * sizeof(*l->names));
		}
		l->names[l->count] = __libc_malloc(entry->d_reclen);
		memcpy(l->names[l->count++], entry, entry->d_reclen);
	}
	l->error = errno;
	within++;
	qsort(l->names, l->count, sizeof(*l->names), by_name);
	within--;
}

static struct listing *
listing_of(DIR *d, int make)
{
	size_t i, free_one = 0;

	for (i = 32; i-- > 0; ) {
		if (listings[i].dir == d)
			return &listings[i];
		if (listings[i].dir == NULL)
			free_one = i;
	}
	if (!make)
		return NULL;
	listings[free_one].dir = d;
	read_names(&listings[free_one]);
	return &listings[free_one];
}

static void
drop_listing(DIR *d)
{
	struct listing *l = listing_of(d, 0);

	if (l == NULL)
		return;
	while (l->count > 0)
		free(l->names[--l->count]);
	free(l->names);
	memset(l, 0, sizeof(*l));
}

struct dirent64 *
readdir64(DIR *d)
{
	struct listing *l;
	int kept = errno;

	if (no_path(GETDENTS, dirfd(d), ""))
		return NULL;
	l = listing_of(d, 1);
	errno = l->next < l->count || l->error == 0 ? kept : l->error;
	return l->next < l->count ? l->names[l->next++] : NULL;
}

struct dirent *
readdir(DIR *d)
{
	return (struct dirent *)(void *)readdir64(d);
}

int
closedir(DIR *d)
{
	int (*next)(DIR *) = NEXT(closedir);

	drop_listing(d);
	return next(d);
}

void
rewinddir(DIR *d)
{
	void (*next)(DIR *) = NEXT(rewinddir);

	drop_listing(d);
	next(d);
}

int
fstatat(int dir, const char *name, struct stat *st, int flags)
{
	int (*next)(int, const char *, struct stat *, int) = NEXT(fstatat);

	return no_path(FSTATAT, dir, name) ? -1 : next(dir, name, st, flags);
}

int
fstatat64(int dir, const char *name, struct stat64 *st, int flags)
{
	int (*next)(int, const char *, struct stat64 *, int) =
	    NEXT(fstatat64);

	return no_path(FSTATAT, dir, name) ? -1 : next(dir, name, st, flags);
}

int
stat(const char *name, struct stat *st)
{
	int (*next)(const char *, struct stat *) = NEXT(stat);

	return no_path(FSTATAT, AT_FDCWD, name) ? -1 : next(name, st);
}

int
lstat(const char *name, struct stat *st)
{
	int (*next)(const char *, struct stat *) = NEXT(lstat);

	return no_path(FSTATAT, AT_FDCWD, name) ? -1 : next(name, st);
}

int
fstat(int fd, struct stat *st)
{
	int (*next)(int, struct stat *) = NEXT(fstat);

	return no_path(FSTATAT, fd, "") ? -1 : next(fd, st);
}

/* The same by the names that 64 bits of offset have. */
int
stat64(const char *name, struct stat64 *st)
{
	int (*next)(const char *, struct stat64 *) = NEXT(stat64);

	return no_path(FSTATAT, AT_FDCWD, name) ? -1 : next(name, st);
}

int
lstat64(const char *name, struct stat64 *st)
{
	int (*next)(const char *, struct stat64 *) = NEXT(lstat64);

	return no_path(FSTATAT, AT_FDCWD, name) ? -1 : next(name, st);
}

int
fstat64(int fd, struct stat64 *st)
{
	int (*next)(int, struct stat64 *) = NEXT(fstat64);

	return no_path(FSTATAT, fd, "") ? -1 : next(fd, st);
}

int
statx(int dir, const char *name, int flags, unsigned int mask,
    struct statx *st)
{
	int (*next)(int, const char *, int, unsigned int, struct statx *) =
	    NEXT(statx);

	return no_path(FSTATAT, dir, name) ? -1 :
	    next(dir, name, flags, mask, st);
}

int
faccessat(int dir, const char *name, int mode, int flags)
{
	int (*next)(int, const char *, int, int) = NEXT(faccessat);

	return no_path(FACCESSAT, dir, name) ? -1 :
	    next(dir, name, mode, flags);
}

int
access(const char *name, int mode)
{
	int (*next)(const char *, int) = NEXT(access);

	return no_path(FACCESSAT, AT_FDCWD, name) ? -1 : next(name, mode);
}

ssize_t
read(int fd, void *data, size_t n)
{
	ssize_t (*next)(int, void *, size_t) = NEXT(read);

	return no_path(READ, fd, "") ? -1 : next(fd, data, n);
}

ssize_t
__read_chk(int fd, void *data, size_t n, size_t size)
{
	(void)size;
	return read(fd, data, n);
}

ssize_t
pread(int fd, void *data, size_t n, off_t at)
{
	ssize_t (*next)(int, void *, size_t, off_t) = NEXT(pread);

	return no_path(READ, fd, "") ? -1 : next(fd, data, n, at);
}

ssize_t
pread64(int fd, void *data, size_t n, off64_t at)
{
	return pread(fd, data, n, at);
}

/*
 * Chance and the clock.
 */

static void
draw(void *data, size_t n)
{
	unsigned char *p = data;

	for (; n > 0; n--) {
		chance = chance * 6364136223846793005u + 1442695040888963407u;
		*p++ = (unsigned char)(chance >> 56);
	}
}

ssize_t
getrandom(void *data, size_t n, unsigned int flags)
{
	(void)flags;
	if (!drawn)
		return __extension__ ((long (*)(long, ...))NEXT(syscall))(
		    SYS_getrandom, data, n, flags);
	draw(data, n);
	return (ssize_t)n;
}

int
getentropy(void *data, size_t n)
{
	return getrandom(data, n, 0) == (ssize_t)n ? 0 : -1;
}

void
arc4random_buf(void *data, size_t n)
{
	(void)getrandom(data, n, 0);
}

uint32_t
arc4random(void)
{
	uint32_t n;

	arc4random_buf(&n, sizeof(n));
	return n;
}

uint32_t
arc4random_uniform(uint32_t most)
{
	return most == 0 ? 0 : arc4random() % most;
}

long
syscall(long number, ...)
{
	long (*next)(long, ...) = NEXT(syscall);
	long a[6];
	va_list list;
	int i;

	va_start(list, number);
	for (i = 0; i < 6; i++)
		a[i] = va_arg(list, long);
	va_end(list);
	if (number == SYS_getrandom)
		return getrandom((void *)a[0], (size_t)a[1],
		    (unsigned int)a[2]);
	if ((number == SYS_openat2 || number == SYS_openat) &&
	    no_path(OPENAT, (int)a[0], (const char *)a[1]))
		return -1;
	if (number == SYS_getdents64 && no_path(GETDENTS, (int)a[0], ""))
		return -1;
	return next(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

int
clock_gettime(clockid_t which, struct timespec *t)
{
	int (*next)(clockid_t, struct timespec *) = NEXT(clock_gettime);

	if (clock_at < 0 || which != CLOCK_REALTIME)
		return next(which, t);
	t->tv_sec = (time_t)clock_at;
	t->tv_nsec = 0;
	return 0;
}

time_t
time(time_t *t)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	if (t != NULL)
		*t = now.tv_sec;
	return now.tv_sec;
}

int
gettimeofday(struct timeval *restrict t, void *restrict zone)
{
	struct timespec now;

	(void)zone;
	clock_gettime(CLOCK_REALTIME, &now);
	t->tv_sec = now.tv_sec;
	t->tv_usec = now.tv_nsec / 1000;
	return 0;
}

/*
 * The same where time_t had 32 bits once: programs that have 64 look and ask
 * for the time by these names. What is looked at is not touched here.
 */
#if defined(__GLIBC__) && !defined(__LP64__) && !defined(__x86_64__)
struct time64 {
	long long	 seconds;
	long		 parts;
	int		 none;
};
int		 __fstatat64_time64(int dir, const char *name, void *st,
		    int flags);
int		 __stat64_time64(const char *name, void *st);
int		 __lstat64_time64(const char *name, void *st);
int		 __fstat64_time64(int fd, void *st);
int		 __clock_gettime64(clockid_t which, struct time64 *t);
long long	 __time64(long long *t);

int
__fstatat64_time64(int dir, const char *name, void *st, int flags)
{
	int (*next)(int, const char *, void *, int) =
	    NEXT(__fstatat64_time64);

	return no_path(FSTATAT, dir, name) ? -1 : next(dir, name, st, flags);
}

int
__stat64_time64(const char *name, void *st)
{
	int (*next)(const char *, void *) = NEXT(__stat64_time64);

	return no_path(FSTATAT, AT_FDCWD, name) ? -1 : next(name, st);
}

int
__lstat64_time64(const char *name, void *st)
{
	int (*next)(const char *, void *) = NEXT(__lstat64_time64);

	return no_path(FSTATAT, AT_FDCWD, name) ? -1 : next(name, st);
}

int
__fstat64_time64(int fd, void *st)
{
	int (*next)(int, void *) = NEXT(__fstat64_time64);

	return no_path(FSTATAT, fd, "") ? -1 : next(fd, st);
}

int
__clock_gettime64(clockid_t which, struct time64 *t)
{
	int (*next)(clockid_t, struct time64 *) = NEXT(__clock_gettime64);

	if (clock_at < 0 || which != CLOCK_REALTIME)
		return next(which, t);
	t->seconds = clock_at;
	t->parts = 0;
	return 0;
}

long long
__time64(long long *t)
{
	struct time64 now = { 0 };

	__clock_gettime64(CLOCK_REALTIME, &now);
	if (t != NULL)
		*t = now.seconds;
	return now.seconds;
}
#endif

/*
 * From the beginning of main to the end.
 */

static int (*tool_main)(int, char **, char **);

/* What a tool starts is not meant; what it becomes is. */
static int
is_meant(void)
{
	const char *was = getenv("REFUSE_PID");
	char pid[24];

	if (was != NULL)
		return atoll(was) == (long long)getpid();
	snprintf(pid, sizeof(pid), "%ld", (long)getpid());
	setenv("REFUSE_PID", pid, 1);
	return 1;
}

/*
 * Open what a variable names before a tool lets go of what it does not need,
 * and out of the way of what it closes. An fd or -1.
 */
static int
open_early(const char *variable, int flags)
{
	const char *path = getenv(variable);
	int fd, early;

	if (path == NULL || (fd = open(path, O_WRONLY | O_CREAT | flags |
	    O_CLOEXEC, 0600)) == -1)
		return -1;
	early = fcntl(fd, F_DUPFD_CLOEXEC, 200);
	close(fd);
	return early;
}

static void
take_settings(void)
{
	const char *s;
	size_t i, n;

	below = getenv("REFUSE_BELOW");
	if ((s = getenv("REFUSE_CLOCK")) != NULL)
		clock_at = atoll(s);
	if ((s = getenv("REFUSE_CHANCE")) != NULL) {
		chance = (uint64_t)atoll(s);
		drawn = 1;
	}
	log_to = open_early("REFUSE_LOG", O_APPEND);
	if ((s = getenv("REFUSE")) == NULL)
		return;
	n = strcspn(s, ":");
	for (i = 1; i < sizeof(calls) / sizeof(calls[0]); i++)
		if (strncmp(s, calls[i], n) == 0 && calls[i][n] == '\0')
			refused = (enum call)i;
	if (refused == NONE || s[n] == '\0') {
		dprintf(2, "refuse: %s: which call, and when?\n", s);
		_exit(125);
	}
	first = strtol(s + n + 1, (char **)&s, 10);
	for_ever = *s == '+';
	s += for_ever;
	for (i = 0; *s == ':' && i < sizeof(errors) / sizeof(errors[0]); i++)
		if (strcmp(s + 1, errors[i].name) == 0)
			error = errors[i].number;
}

static int
begin(int argc, char **argv, char **environment)
{
	take_settings();
	if (is_meant()) {
		alarm(30);
		note = open_early("REFUSE_COUNT", O_TRUNC);
		meant = getpid();
		armed = 1;
	}
	return tool_main(argc, argv, environment);
}

int
__libc_start_main(int (*start)(int, char **, char **), int argc, char **argv,
    void (*init)(void), void (*fini)(void), void (*linker)(void), void *stack)
{
	int (*next)(int (*)(int, char **, char **), int, char **,
	    void (*)(void), void (*)(void), void (*)(void), void *) =
	    NEXT(__libc_start_main);

	tool_main = start;
	return next(begin, argc, argv, init, fini, linker, stack);
}

static void
tell(void)
{
	char s[24];
	int n;

	armed = 0;
	/* What it forked tells of itself to nobody. */
	n = snprintf(s, sizeof(s), "%ld\n", atomic_load(&count));
	if (note != -1 && getpid() == meant)
		(void)!pwrite(note, s, (size_t)n, 0);
	note = -1;
}

__attribute__((destructor)) static void
at_end(void)
{
	tell();
}

void
_exit(int status)
{
	tell();
	for (;;)
		(void)((long (*)(long, ...))NEXT(syscall))(SYS_exit_group,
		    (long)status);
}
