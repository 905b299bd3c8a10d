/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef DECK_ASIDE_H
#define DECK_ASIDE_H

#include "base/error.h"
#include "couple/couple.h"
#include "format/yaml.h"

/*
 * Ids that a person has marked for themselves, such as rituals laid aside:
 * aside/NAME.yaml in one's private tree. Nobody else is told.
 */
struct aside {
	const char	*name;
	struct yaml	 yaml;
	int		 unread;
};

/* Read those of a name; what cannot be read is said. */
enum status aside_open(struct aside *, const struct cli *,
	    const struct couple *, const char *name);
void	 aside_close(struct aside *);
int	 aside_has(const struct aside *, const char *id);
/* Mark one, or take that back. 0, or -1 with err. */
int aside_set(struct aside *, const struct couple *, const char *id, int on,
    struct error *);

#endif
