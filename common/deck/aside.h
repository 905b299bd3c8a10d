/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef MARKS_H
#define MARKS_H

#include "base/error.h"
#include "couple/couple.h"
#include "format/yaml.h"

/*
 * Ids that a person has marked for themselves, such as rituals laid aside:
 * aside/NAME.yaml in one's private tree. Nobody else is told.
 */
struct marks {
	const char	*name;
	struct yaml	 yaml;
	int		 unread;
};

/* Read those of a name; what cannot be read is said. */
enum status marks_open(struct marks *, const struct cli *,
	    const struct couple *, const char *name);
void	 marks_close(struct marks *);
int	 marks_has(const struct marks *, const char *id);
/* Mark one, or take that back. 0, or -1 with err. */
int	 marks_set(struct marks *, const struct couple *, const char *id, int on,
	    struct error *);

#endif
