/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef COUPLE_SETTINGS_H
#define COUPLE_SETTINGS_H

#include "format/yaml.h"

struct cli;
struct error;

/*
 * One's own config.yaml and the environment: where the files of the two lie,
 * and who is writing.
 */
struct settings {
	char		*shared;	/* the directories */
	char		*private;
	char		*config;	/* the file; NULL without HOME */
	int		 plain;
	int		 told;		/* where the shared directory is */
	int		 unread;	/* config.yaml was there, unreadable */
	struct yaml	 yaml;		/* what it holds */
};

/*
 * Read the settings into s, which is made all zero first, and find the
 * directories, which need not exist. Return 0, or -1 with err; s then holds
 * what could be found, and is freed all the same.
 */
int	 settings_read(struct settings *s, const struct cli *cli,
	    struct error *err);
void	 settings_free(struct settings *s);
/* Return who is said to be writing, as typed, or NULL where nobody said. */
const char *settings_me(const struct settings *s, const struct cli *cli);
/*
 * Return the slug of who is said to be writing, whatever couple.yaml is like,
 * or NULL. The caller frees.
 */
char	*settings_named(const struct settings *s, const struct cli *cli);
/*
 * Check that neither the shared directory nor a home lies within a place of
 * who, as all that lies there may go. Return 0, or -1 with err.
 */
int	 settings_check_own(const struct settings *s, const char *who,
	    struct error *err);
/*
 * Return the directory for what this computer said last; NULL without HOME.
 * The caller frees.
 */
char	*settings_state(void);

#endif
