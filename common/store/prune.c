/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/error.h"
#include "store/prune.h"
#include "store/refusal.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"

#define MOST_DEPTH	64	/* each takes a descriptor while it is open */

struct prune {
	prune_take	*take;
	void		*arg;
	struct buf	 path;		/* of what is looked at */
	int		 depth;
	int		 top;		/* the directory where it began */
	struct buf	 lifted;	/* names there, each with its end */
	struct error	*err;
};

static int	clear_one(struct prune *, int dir, const char *name);

/*
 * unlinkat(2), also from a directory of one's own that takes no changes: a
 * sync program brings such modes along.
 */
static int
remove_name(int dir, const char *name, int flags)
{
	struct stat st;

	if (unlinkat(dir, name, flags) == 0)
		return 0;
	if (errno != EACCES || fstat(dir, &st) == -1)
		return -1;
	if (fchmod(dir, (st.st_mode & 07777) | S_IRWXU) == -1) {
		errno = EACCES;
		return -1;
	}
	return unlinkat(dir, name, flags);
}

/* Return -1 with err, which errno tells; 0 where it is only not there. */
static int
failed(struct prune *c)
{
	return refusal_is_absence() ? 0 :
	    error_sys(c->err, "%s", buf_string(&c->path));
}

/* What is in a directory that is open, which is then closed. 0 or -1. */
static int
clear_below(struct prune *c, int fd)
{
	struct store_dir d = { .dotted = 1, .many = 1, .fd = -1 };
	size_t i;
	int r = 0;

	if (store_list(&d, fd, buf_string(&c->path), c->err) == -1)
		return -1;
	for (i = 0; i < d.count; i++)
		if (strcmp(d.names[i], ".") != 0 &&
		    strcmp(d.names[i], "..") != 0 &&
		    clear_one(c, d.fd, d.names[i]) == -1)
			r = -1;
	if (fsync(d.fd) == -1)
		r = error_sys(c->err, "%s", buf_string(&c->path));
	store_free_dir(&d);
	return r;
}

/*
 * A directory that lies too deep is moved up to where it all began, and goes
 * from there, so that no depth holds anybody. 0 or -1.
 */
static int
lift(struct prune *c, int dir, const char *name)
{
	char temp[STORE_TEMP_SIZE];

	if (!c->take(c->arg, buf_string(&c->path)))
		return 0;
	store_temp_name(temp);
	if (store_rename_between(dir, name, c->top, temp) == -1)
		return error_sys(c->err, "%s", buf_string(&c->path));
	buf_put(&c->lifted, temp, sizeof(temp));
	return 0;
}

static int
clear_dir(struct prune *c, int dir, const char *name)
{
	int fd, r;

	buf_char(&c->path, '/');
	if (c->depth == MOST_DEPTH)
		return lift(c, dir, name);
	fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW |
	    O_CLOEXEC);
	if (fd == -1)
		return failed(c);
	c->depth++;
	r = clear_below(c, fd);
	c->depth--;
	/* What was left in it, or was put there meanwhile, keeps it. */
	if (c->take(c->arg, buf_string(&c->path)) && r == 0 &&
	    remove_name(dir, name, AT_REMOVEDIR) == -1 && errno != ENOTEMPTY &&
	    errno != EEXIST)
		r = failed(c);
	return r;
}

/* A file, a link, or a directory with all that is in it. 0 or -1. */
static int
clear_one(struct prune *c, int dir, const char *name)
{
	size_t length = c->path.length;
	struct stat st;
	int r = 0;

	buf_str(&c->path, name);
	if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) == -1)
		r = failed(c);
	else if (S_ISDIR(st.st_mode))
		r = clear_dir(c, dir, name);
	else if (c->take(c->arg, buf_string(&c->path)) &&
	    remove_name(dir, name, 0) == -1)
		r = failed(c);
	/* The directory's own name goes on with the next. */
	c->path.length = length;
	c->path.data[length] = '\0';
	return r;
}

int
prune(const struct store *s, const char *name, prune_take *take, void *arg,
    struct error *err)
{
	struct prune c = { .take = take, .arg = arg, .err = err };
	char temp[STORE_TEMP_SIZE];
	size_t i;
	int r;

	buf_printf(&c.path, "%s/", s->path);
	if ((c.top = store_walk(s, "", 0)) == -1)
		r = failed(&c);
	else {
		r = clear_one(&c, c.top, name);
		/* More of them may come while these go. */
		for (i = 0; i < c.lifted.length; i += sizeof(temp)) {
			memcpy(temp, c.lifted.data + i, sizeof(temp));
			if (clear_one(&c, c.top, temp) == -1)
				r = -1;
		}
		if (fsync(c.top) == -1 && r == 0)
			r = error_sys(err, "%s", buf_string(&c.path));
		close(c.top);
	}
	buf_free(&c.path);
	buf_free(&c.lifted);
	return r;
}

void
prune_drop_empty(const char *path)
{
	(void)rmdir(path);
}
