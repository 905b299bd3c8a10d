/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_H
#define STORE_H

#include <sys/types.h>

#include <dirent.h>
#include <stddef.h>

#include "buf.h"
#include "entry_id.h"

struct error;
struct stat;
struct yaml;

/*
 * Where files lie and how they are written safely. A file is made under a dot
 * name, synced, read back and compared, linked to its name, and its directory
 * synced: after a crash it is there whole or not at all. unhurried(5) tells it
 * in full.
 */

/* One person's tree, shared or private. fd is -1 when it is not open. */
struct store {
	int	 fd;
	char	*path;		/* for messages */
	char	 who[ID_SLUG + 1];
	uid_t	 owner;
	mode_t	 dir_mode;
	mode_t	 file_mode;
};

/* A directory and its names, sorted; dot names are left out unless dotted. */
struct store_dir {
	int	  dotted;	/* set before it is opened */
	int	  fd;
	DIR	 *stream;	/* owns fd */
	char	**names;
	size_t	  count;
	struct buf text;	/* what names point into */
	struct buf path;	/* of the directory, ending in "/" */
};

/*
 * What a look at a name tells. STORE_UNTOLD is no answer: consent takes it for
 * a no, a report says what it could not read, and nothing is called done.
 */
enum store_is {
	STORE_UNTOLD = -1,
	STORE_ABSENT = 0,
	STORE_THERE = 1
};

/* How a write ended. */
enum store_wrote {
	STORE_WROTE = 0,
	STORE_EXISTS,		/* that name is taken; nothing was written */
	STORE_UNSURE,		/* in place, but the disk did not confirm it */
	STORE_NOT = -1		/* not written; err says why */
};

/* True for a root that two accounts share through their group. */
int	 store_is_group(const struct stat *root);
/*
 * Open NAME's tree below root. 0, or -1 with err, which tells whether it is
 * only not there.
 */
int	 store_open(struct store *, const char *root, const char *who,
	    struct error *);
/* The same where root, whose path is for messages, is open already. */
int	 store_open_at(struct store *, int root, const char *path,
	    const char *who, struct error *);
/* What is written in a private tree is nobody else's, whatever its root. */
void	 store_keep_private(struct store *);
void	 store_close(struct store *);
/* Make a directory of a tree (and its parents below it) durably. 0 or -1. */
int	 store_make_dir(const struct store *, const char *path, struct error *);
/*
 * Make root and in it NAME's tree, or take them as they are, and open it. A
 * root that is made is closed to everyone else. 0 or -1.
 */
int	 store_make(struct store *, const char *root, const char *who,
	    int is_private, struct error *);

/*
 * Make root, or take it as it is, and open it as a tree of its own, for what
 * lies beside the people's. 0 or -1.
 */
int	 store_make_root(struct store *, const char *root, struct error *);
/* The same for a root that is there. */
int	 store_open_root(struct store *, const char *root, struct error *);

/*
 * List a directory by its path in the tree: 1, 0 when it is not there, -1
 * with err.
 */
int	 store_open_dir(const struct store *, const char *path,
	    struct store_dir *, struct error *);
/* Make it all zero but for the memory it keeps for the next month. */
void	 store_close_dir(struct store_dir *);
void	 store_free_dir(struct store_dir *);
/* The same for a directory by its whole path; links are followed. */
int	 store_open_path(const char *path, struct store_dir *, struct error *);
/*
 * Read a regular file of at most limit bytes in a directory, following no
 * link. name is for messages. 0, or -1 with err, which tells whether it is
 * only not there.
 */
int	 store_read(int dir, const char *file, size_t limit, struct buf *,
	    const char *name, struct error *);
/* The same for a file in a directory of a tree. */
int	 store_read_in(const struct store *, const char *dir, const char *file,
	    size_t limit, struct buf *, struct error *);
/* Read a small file by its whole path; a link is followed. The same. */
int	 store_read_path(const char *path, size_t limit, struct buf *,
	    struct error *);

/* Write a new file durably; dir, a path in the tree, is made as needed. */
enum store_wrote store_create(const struct store *, const char *dir,
	    const char *file, const char *data, size_t n, struct error *);
/* The same in place of what has that name, in one step; no text is kept. */
enum store_wrote store_put(const struct store *, const char *dir,
	    const char *file, const char *data, size_t n, struct error *);
/* The same with a tree of YAML, which is then freed. 0, or -1 with err. */
int	 store_put_yaml(const struct store *, const char *dir,
	    const char *file, struct yaml *, struct error *);
/*
 * Make an empty file where nothing larger has room, unless it is there. As
 * above, but without err: STORE_NOT leaves errno.
 */
enum store_wrote store_mark(const struct store *, const char *dir,
	    const char *file);
/*
 * Make and remove a file, to see whether the tree takes any: 0, or -1 with
 * err.
 */
int	 store_try(const struct store *s, struct error *err);
/* Remove a file durably. 0, also when it was not there, or -1. */
int	 store_remove(const struct store *, const char *dir, const char *file,
	    struct error *);
/*
 * Keep words that could not be saved in the private tree's recovery/; of is
 * the six characters of the entry they are of, or NULL. The path, which the
 * caller frees, or NULL when even that was refused.
 */
char	*store_recover(const struct store *private, const char *of,
	    const char *data, size_t n);

/*
 * Look whether `file` is in the directory `dir` of the tree `s`; err says why
 * that cannot be told.
 */
enum store_is store_look(const struct store *s, const char *dir,
	    const char *file, struct error *err);
/* The same, and what it is into `st`, where it is there. */
enum store_is store_stat(const struct store *s, const char *dir,
	    const char *file, struct stat *st, struct error *err);
/*
 * What a path leads to, links followed, which the caller frees; NULL where it
 * does not lead anywhere, or that cannot be told.
 */
char	*store_real_path(const char *path);
/* The same in a directory that is open, whose `path` is for messages. */
enum store_is store_stat_at(int dir, const char *path, const char *file,
	    struct stat *st, struct error *err);
/* The same as store_look() for a whole path, of which links are followed. */
enum store_is store_look_path(const char *path, struct error *err);
/* Remove a page that store_recover() made. 0 or -1. */
int	 store_drop_page(const char *path);

/*
 * Look, changing nothing, whether a directory of a tree takes changes. 0, also
 * where that cannot be told, or -1 with err.
 */
int	 store_may_change(const struct store *s, const char *dir,
	    struct error *err);
/* Give a file, or "." the directory itself, its mode. 0 or -1. */
int	 store_set_mode(const struct store *, const char *dir,
	    const char *file, mode_t, struct error *);
/* Rename a file durably within its directory, onto nothing else. */
enum store_wrote store_rename(const struct store *, const char *dir,
	    const char *from, const char *to, struct error *);
/* Remove a temporary file, or an empty temporary directory. 0 or -1. */
int	 store_drop_temp(const struct store *, const char *dir,
	    const char *file, struct error *);

#endif
