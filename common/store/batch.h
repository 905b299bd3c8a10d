/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_BATCH_H
#define STORE_BATCH_H

#include <signal.h>
#include <stddef.h>

#include "store/store.h"
#include "store/store_write.h"

struct error;

/*
 * New files that become durable together: each is written as store_create()
 * writes it, but all of them are synced, then named, then each directory is
 * synced once. After a crash each is there whole or not at all.
 */

#define BATCH_FILES	128	/* at once */

struct batch_file {
	char		*name;
	char		 temp[STORE_TEMP_SIZE];
	char		*data;
	size_t		 length;
	int		 fd;
	size_t		 dir;		/* which of the directories */
	enum store_wrote wrote;		/* once the batch has ended */
};

struct batch_dir {
	char		*path;
	int		 fd;
};

/* All zero but for `store` is one without files. */
struct batch {
	const struct store	*store;
	struct batch_file	 files[BATCH_FILES];
	size_t			 count;
	struct batch_dir	 dirs[BATCH_FILES];
	size_t			 dir_count;
	sigset_t		 before;	/* signals, while files wait */
};

/*
 * Write the `n` bytes of `data` for a new `file` in the directory `dir`, which
 * is made as needed; it has its name when the batch has ended. 0; 1 where there
 * is no room for one more until that; or -1 with err.
 */
int	 batch_add(struct batch *b, const char *dir, const char *file,
	    const char *data, size_t n, struct error *err);
/*
 * Make the files durable under their names, in order, and tell of each how it
 * ended; where one could not be, none after it is, and err says why. 0 or -1.
 */
int	 batch_end(struct batch *b, struct error *err);
/* Forget the files that a batch had, once it has ended. */
void	 batch_clear(struct batch *b);

#endif
