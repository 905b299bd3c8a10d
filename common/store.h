/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_H
#define STORE_H

#include <sys/types.h>

#include <dirent.h>
#include <stddef.h>
#include <time.h>

#include "buf.h"
#include "entry.h"

struct error;
struct stat;

/*
 * Where files lie and how they are written safely: a person's tree holds
 * log/YYYY/MM/ID.yaml by UTC month. A file is made under a dot name, synced,
 * read back and compared, linked to its name, and its directory synced: after
 * a crash it is there whole or not at all. unhurried(5) tells it in full.
 */

/* One person's tree, shared or private. fd is -1 when it is not open. */
struct store {
	int	 fd;
	char	*path;		/* for messages */
	char	 who[ENTRY_SLUG + 1];
	uid_t	 owner;
	mode_t	 dir_mode;
	mode_t	 file_mode;
};

struct store_month { int year, month; };

struct store_months {
	struct store_month	*list;
	size_t			 count;
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

/* What a name in a month's directory stands for. */
enum store_name {
	STORE_ENTRY,		/* ID.yaml */
	STORE_GONE,		/* ID.gone: hides ID.yaml */
	STORE_CONFLICT,		/* a sync program's second copy */
	STORE_BACKUP,		/* an editor's leftover */
	STORE_FOREIGN
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
 * Open NAME's tree below root. 0, or -1 with err; errno is ENOENT when the
 * tree is not there.
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
 * The months between two instants that may have entries, sorted; opening one
 * tells whether it is there.
 */
int	 store_months(const struct store *, time_t from, time_t until,
	    struct store_months *, struct error *);
/* List a month: 1, 0 when it is not there, -1 with err. */
int	 store_open_month(const struct store *, struct store_month,
	    struct store_dir *, struct error *);
/* List any directory of a tree by its path in it, likewise. */
int	 store_open_dir(const struct store *, const char *path,
	    struct store_dir *, struct error *);
/* Make it all zero but for the memory it keeps for the next month. */
void	 store_close_dir(struct store_dir *);
void	 store_free_dir(struct store_dir *);
/* True when an entry of that ID belongs into that month. */
int	 store_is_in_month(const struct entry_id *, struct store_month);
/* What a name stands for; id is filled for the first two. */
enum store_name store_classify(const char *, struct entry_id *);

/*
 * Read a regular file of at most limit bytes in a directory, following no
 * link. name is for messages. 0, or -1 with err; errno tells ENOENT.
 */
int	 store_read(int dir, const char *file, size_t limit, struct buf *,
	    const char *name, struct error *);
/* The same for a file in a directory of a tree. */
int	 store_read_in(const struct store *, const char *dir, const char *file,
	    size_t limit, struct buf *, struct error *);
/* Read a small file by its whole path; a link is followed. The same. */
int	 store_read_path(const char *path, size_t limit, struct buf *,
	    struct error *);

/* Write e, whose tree is complete, under its id. */
enum store_wrote store_write(const struct store *, const struct entry *,
	    struct error *);
/* Replace an entry's text; what it was goes to private's trash first. */
enum store_wrote store_replace(const struct store *,
	    const struct store *private, const struct entry_id *,
	    const char *data, size_t n, struct error *);
/* Write a file durably; the directory (path in the tree) must exist. */
enum store_wrote store_create(const struct store *, const char *dir,
	    const char *file, const char *data, size_t n, struct error *);
/* Remove a file durably. 0, also when it was not there, or -1. */
int	 store_remove(const struct store *, const char *dir, const char *file,
	    struct error *);
/*
 * Keep words that could not be saved in the private tree's recovery/; of is
 * the six characters of the entry they are of, or NULL. The path, which the caller frees, or NULL when even that was refused.
 */
char	*store_recover(const struct store *private, const char *of,
	    const char *data, size_t n);

/* True when an entry of that ID is or was here: a file, or its .gone. */
int	 store_has(const struct store *, const struct entry_id *);
/* True when an ID.gone hides it. */
int	 store_is_gone(const struct store *, const struct entry_id *);
/* True when it was forgotten: .gone, the mirror of one, or the trash. */
int	 store_was_forgotten(const struct store *private,
	    const struct entry_id *);
/*
 * Call found for each ID in the tree that wanted names: a whole ID or its
 * last six characters. 0, or -1 with err.
 */
int	 store_find(const struct store *, const char *wanted,
	    void (*found)(void *, const struct entry_id *), void *,
	    struct error *);
/*
 * The same for what is in a private tree's trash; of what was shared only
 * with shared_too.
 */
int	 store_find_trash(const struct store *private, const char *wanted,
	    int shared_too, void (*found)(void *, const struct entry_id *), void *,
	    struct error *);
/* Read an entry's bytes by ID; gone ones too. As store_read(). */
int	 store_read_entry(const struct store *, const struct entry_id *,
	    struct buf *, struct error *);
/* The path of an entry's file, which the caller frees. */
char	*store_path(const struct store *, const struct entry_id *);

/*
 * Forget an entry: a copy goes to private's trash, an ID.gone takes its place
 * (mirrored in private where the tree is shared), its file goes. With
 * for_good no copy is kept and older ones in the trash go too.
 */
int	 store_forget(const struct store *, const struct store *private,
	    const struct entry_id *, int for_good, struct error *);
/*
 * Remove all that a tree and the trash still hold of an entry by its six
 * characters: copies of every name, older versions, pages. Marks stay. How
 * many files of the tree, or -1 with err.
 */
int	 store_purge(const struct store *, const struct store *private,
	    const char *random, struct error *);
/* Remove a page that store_recover() made. 0 or -1. */
int	 store_drop_page(const char *path);
/* Bring the newest copy in the trash back. 1, 0 when there is none, -1. */
int	 store_bring_back(const struct store *private, const struct entry_id *,
	    struct error *);
/*
 * Put back each ID.gone that private mirrors and shared has lost. How many,
 * or -1 with err.
 */
int	 store_put_back(const struct store *shared, const struct store *private,
	    struct error *);

/* Give a file, or "." the directory itself, its mode. 0 or -1. */
int	 store_set_mode(const struct store *, const char *dir,
	    const char *file, mode_t, struct error *);
/* Rename a file durably within its directory, onto nothing else. */
enum store_wrote store_rename(const struct store *, const char *dir,
	    const char *from, const char *to, struct error *);
/*
 * Move a file of at most an entry's size to private's trash, as a version of
 * the entry with that ID. 0 or -1.
 */
int	 store_retire(const struct store *, const struct store *private,
	    const char *dir, const char *file, const struct entry_id *,
	    struct error *);
/* Remove a temporary file, or an empty temporary directory. 0 or -1. */
int	 store_drop_temp(const struct store *, const char *dir,
	    const char *file, struct error *);

#endif
