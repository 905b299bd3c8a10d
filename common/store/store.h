/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <sys/types.h>

#include "format/yaml.h"
#include "store/entry_id.h"

struct error;
struct stat;

/* One person's tree, shared or private. fd is -1 when it is not open. */
struct store {
	int	 fd;
	char	*path;		/* for messages */
	char	 who[ID_SLUG + 1];
	uid_t	 owner;
	mode_t	 dir_mode;
	mode_t	 file_mode;
};

/* True where two accounts share `root` through their group. */
int	 store_is_group(const struct stat *root);
/*
 * Open the tree of `who` below `root` as `s`. 0, or -1 with err, which tells
 * whether it is only not there.
 */
int	 store_open(struct store *s, const char *root, const char *who,
	    struct error *err);
/* The same where `root`, whose `path` is for messages, is open already. */
int	 store_open_at(struct store *s, int root, const char *path,
	    const char *who, struct error *err);
/* Let what is written in the private tree `s` be nobody else's. */
void	 store_keep_private(struct store *s);
void	 store_close(struct store *s);
/* Make the directory `path` of `s`, and its parents, durably. 0 or -1. */
int	 store_make_dir(const struct store *s, const char *path,
	    struct error *err);
/*
 * Make `root` and in it the tree of `who`, or take them as they are, and open
 * it as `s`. A root that is made is closed to everyone else. 0 or -1.
 */
int	 store_make(struct store *s, const char *root, const char *who,
	    int is_private, struct error *err);
/*
 * Make `root`, or take it as it is, and open it as a tree of its own, for what
 * lies beside the people's. 0 or -1.
 */
int	 store_make_root(struct store *s, const char *root, struct error *err);
/* The same for a root that is there. */
int	 store_open_root(struct store *s, const char *root, struct error *err);

/*
 * For what else lists, writes and removes what lies in a tree, and for no one
 * beside it.
 */

/* ".tmp-" and random characters: what sync programs are told to skip. */
#define STORE_TEMP_SIZE	(sizeof(".tmp-") + ID_RANDOM)

/*
 * Open `path`, directories below the tree `s`, each without following links.
 * With `make` they are made. An fd, or -1 with errno.
 */
int	 store_walk(const struct store *s, const char *path, int make);
/*
 * Say with errno why the way to `file`, or "", in the directory `dir` of `s`
 * could not be gone. Always returns -1.
 */
int	 store_refused_in(struct error *err, const struct store *s,
	    const char *dir, const char *file);
/* Make up a temporary `name`. */
void	 store_temp_name(char name[STORE_TEMP_SIZE]);
/*
 * Rename `from` in the directory `dir` to `to` in `other`, replacing nothing:
 * 0, or -1 with errno EEXIST when taken.
 */
int	 store_rename_between(int dir, const char *from, int other,
	    const char *to);

#endif
