/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * What bsd.h stands in for. Where the systems differ among each other, the one
 * that is farthest from Linux counts: an open(2) that meets a link says EMLINK
 * as FreeBSD does, one of a socket EOPNOTSUPP; unlink(2) of a directory is not
 * permitted; there is no /proc; and pledge(2), by a filter of the kernel, and
 * unveil(2), by Landlock where it is, are OpenBSD's.
 */

#define _GNU_SOURCE
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pwd.h>
#include <sched.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int	 bsd_open(const char *path, int flags, ...);
int	 bsd_openat(int dir, const char *path, int flags, ...);
int	 bsd_unlinkat(int dir, const char *path, int flags);
char	*bsd_realpath(const char *path, char *resolved);
ssize_t	 bsd_readlink(const char *path, char *buffer, size_t size);
struct passwd *bsd_getpwuid(uid_t uid);
int	 pledge(const char *promises, const char *later);
int	 unveil(const char *path, const char *permissions);

static char promised[256];	/* "" before pledge(), else " WORD WORD " */

/*
 * Files.
 */

static int
is_kind(int dir, const char *path, mode_t kind)
{
	struct stat st;
	int saved = errno, is;

	is = fstatat(dir, path, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    (st.st_mode & S_IFMT) == kind;
	errno = saved;
	return is;
}

static int
is_proc(const char *path)
{
	return strncmp(path, "/proc", 5) == 0 &&
	    (path[5] == '/' || path[5] == '\0');
}

static int
open_at(int dir, const char *path, int flags, mode_t mode)
{
	int fd;

	if (is_proc(path)) {
		errno = ENOENT;
		return -1;
	}
	if ((fd = openat(dir, path, flags, mode)) != -1)
		return fd;
	if ((errno == ELOOP || errno == ENOTDIR) && flags & O_NOFOLLOW &&
	    is_kind(dir, path, S_IFLNK))
		errno = EMLINK;
	else if (errno == ENXIO && is_kind(dir, path, S_IFSOCK))
		errno = EOPNOTSUPP;
	return -1;
}

int
bsd_openat(int dir, const char *path, int flags, ...)
{
	va_list ap;
	mode_t mode;

	va_start(ap, flags);
	mode = flags & O_CREAT ? va_arg(ap, mode_t) : 0;
	va_end(ap);
	return open_at(dir, path, flags, mode);
}

int
bsd_open(const char *path, int flags, ...)
{
	va_list ap;
	mode_t mode;

	va_start(ap, flags);
	mode = flags & O_CREAT ? va_arg(ap, mode_t) : 0;
	va_end(ap);
	return open_at(AT_FDCWD, path, flags, mode);
}

int
bsd_unlinkat(int dir, const char *path, int flags)
{
	int r = unlinkat(dir, path, flags);

	if (r == -1 && errno == EISDIR)
		errno = EPERM;
	return r;
}

char *
bsd_realpath(const char *path, char *resolved)
{
	if (!is_proc(path))
		return realpath(path, resolved);
	errno = ENOENT;
	return NULL;
}

ssize_t
bsd_readlink(const char *path, char *buffer, size_t size)
{
	if (!is_proc(path))
		return readlink(path, buffer, size);
	errno = ENOENT;
	return -1;
}

/* By the file alone: the C library here would speak to a socket. */
struct passwd *
bsd_getpwuid(uid_t uid)
{
	FILE *fp = fopen("/etc/passwd", "re");
	struct passwd *pw = NULL;

	while (fp != NULL && (pw = fgetpwent(fp)) != NULL && pw->pw_uid != uid)
		;
	if (fp != NULL)
		fclose(fp);
	return pw;
}

/*
 * Promises.
 */

#define NR	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, \
		    offsetof(struct seccomp_data, nr))
/* The low half of an argument, which has all the bits that count here. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define ARGUMENT(n) \
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, \
	    offsetof(struct seccomp_data, args) + 8 * (n))
#else
#define ARGUMENT(n) \
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, \
	    offsetof(struct seccomp_data, args) + 8 * (n) + 4)
#endif
#define KILL	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS)
#define ALLOW	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define NONE	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS)

static struct sock_filter filter[256];
static unsigned short length;

static void
add(struct sock_filter f)
{
	filter[length++] = f;
}

/* A call that ends the process without the promise `word`. */
static void
wants(const char *word, long number)
{
	if (strstr(promised, word) != NULL)
		return;
	add((struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
	    (uint32_t)number, 0, 1));
	add((struct sock_filter)KILL);
}

/* The same where `argument` has one of these `bits`, or with `none` has none. */
static void
wants_for(const char *word, long number, unsigned int argument,
    uint32_t bits, int none)
{
	if (strstr(promised, word) != NULL)
		return;
	add((struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
	    (uint32_t)number, 0, 4));
	add((struct sock_filter)ARGUMENT(argument));
	add((struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits,
	    (unsigned char)none, (unsigned char)!none));
	add((struct sock_filter)KILL);
	add((struct sock_filter)NR);
}

static void
write_filter(void)
{
	static const long changes[] = { SYS_mkdirat, SYS_unlinkat, SYS_linkat,
		SYS_symlinkat, SYS_renameat2,
#if defined(SYS_renameat)
		SYS_renameat,
#endif
#if defined(SYS_rename)
		SYS_rename, SYS_mkdir, SYS_rmdir, SYS_unlink, SYS_link,
		SYS_symlink,
#endif
	}, modes[] = { SYS_fchmod, SYS_fchmodat, SYS_utimensat,
#if defined(SYS_chmod)
		SYS_chmod,
#endif
	}, opens[][2] = { { SYS_openat, 2 },
#if defined(SYS_open)
		{ SYS_open, 1 },
#endif
	};
	size_t i;

	add((struct sock_filter)NR);
	wants(" flock ", SYS_flock);
	wants(" inet ", SYS_socket);
	wants(" exec ", SYS_execve);
	/* No promise is for that one. */
	wants(" none ", SYS_mlock);
	wants_for(" proc ", SYS_prlimit64, 2, UINT32_MAX, 0);
#if defined(SYS_setrlimit)
	wants(" proc ", SYS_setrlimit);
#endif
	wants(" proc ", SYS_setpgid);
	wants(" proc ", SYS_kill);
#if defined(SYS_fork)
	wants(" proc ", SYS_fork);
	wants(" proc ", SYS_vfork);
#endif
	/* What clone3(2) is for cannot be seen: libc takes clone(2). */
	add((struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
	    SYS_clone3, 0, 1));
	add((struct sock_filter)NONE);
	wants_for(" proc ", SYS_clone, 0, CLONE_THREAD, 1);
	for (i = 0; i < sizeof(changes) / sizeof(*changes); i++)
		wants(" cpath ", changes[i]);
	for (i = 0; i < sizeof(modes) / sizeof(*modes); i++)
		wants(" fattr ", modes[i]);
	for (i = 0; i < sizeof(opens) / sizeof(*opens); i++) {
		wants(" rpath ", opens[i][0]);
		wants_for(" wpath ", opens[i][0], (unsigned int)opens[i][1],
		    O_WRONLY | O_RDWR, 0);
		wants_for(" cpath ", opens[i][0], (unsigned int)opens[i][1],
		    O_CREAT, 0);
	}
	add((struct sock_filter)ALLOW);
}

int
pledge(const char *promises, const char *later)
{
	struct sock_fprog program = { 0, filter };

	(void)later;
	if (strlen(promises) + 3 > sizeof(promised)) {
		errno = EINVAL;
		return -1;
	}
	strcpy(promised, " ");
	strcat(promised, promises);
	strcat(promised, " ");
	length = 0;
	write_filter();
	program.len = length;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == -1)
		return -1;
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

/*
 * Places.
 */

#define READS		((uint64_t)0xc)		/* files, directories */
#define CHANGES		((uint64_t)0x61b2)	/* ABI 3 */
#define ALL		((uint64_t)0x7fff)
#define OF_A_FILE	((uint64_t)0x4006)
#define PATH_BENEATH	1

static struct {
	char		path[4096];
	uint64_t	may;
} shown[64];
static size_t	shown_count;
static int	locked;

static int
lock(void)
{
	struct { uint64_t files, tcp, scopes; } all = { ALL, 0, 0 };
	struct {
		uint64_t may;
		int32_t fd;
	} __attribute__((packed)) rule;
	int set, r = 0;
	size_t i;

	locked = 1;
	/* An older kernel has no such thing: the promises count all the same. */
	set = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof(all), 0);
	if (set == -1)
		return 0;
	for (i = 0; i < shown_count; i++) {
		rule.may = shown[i].may;
		rule.fd = open(shown[i].path, O_PATH | O_CLOEXEC);
		if (rule.fd == -1)
			continue;
		if (syscall(SYS_landlock_add_rule, set, PATH_BENEATH, &rule,
		    0) == -1) {
			rule.may &= OF_A_FILE;
			r |= (int)syscall(SYS_landlock_add_rule, set,
			    PATH_BENEATH, &rule, 0);
		}
		close(rule.fd);
	}
	if (r == 0)
		r = (int)syscall(SYS_landlock_restrict_self, set, 0);
	close(set);
	return r;
}

int
unveil(const char *path, const char *permissions)
{
	uint64_t may = 0;
	size_t i = 0;

	if (locked || (*promised != '\0' &&
	    strstr(promised, " unveil ") == NULL)) {
		errno = EPERM;
		return -1;
	}
	if (path == NULL)
		return lock();
	if (strchr(permissions, 'r') != NULL)
		may |= READS;
	if (strchr(permissions, 'w') != NULL)
		may |= CHANGES;
	while (i < shown_count && strcmp(shown[i].path, path) != 0)
		i++;
	if (i == sizeof(shown) / sizeof(*shown) ||
	    strlen(path) >= sizeof(shown[i].path)) {
		errno = E2BIG;
		return -1;
	}
	/* What was shown is never shown for more. */
	if (i < shown_count && (may & ~shown[i].may) != 0) {
		errno = EPERM;
		return -1;
	}
	strcpy(shown[i].path, path);
	shown[i].may = may;
	if (i == shown_count)
		shown_count++;
	return 0;
}
