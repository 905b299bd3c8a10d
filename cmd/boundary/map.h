/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BOUNDARY_MAP_H
#define BOUNDARY_MAP_H

#include "base/status.h"
#include "consent/boundary.h"
#include "term/cli.h"

struct couple;

/* What is welcome, asked first or not now, for both. */
struct map {
	struct boundaries mine;		/* private and shared */
	struct boundaries ours;		/* what is shared of them */
	struct boundaries theirs;
};

/*
 * Read one's own into `map`, and with `whole` what the other shares. Return the
 * worst status.
 */
enum status map_read(struct map *map, const struct couple *c,
	    const struct cli *cli, int whole);
/* Show all of it, what the other shares and is not now first. */
void	 map_show(const struct map *map, const struct couple *c);
/* Print all of it in another format. */
void	 map_data(const struct map *map, const struct couple *c,
	    enum cli_format format);
/* Return how one's own is put for the other. */
const char *map_phrase(enum boundary_state now);

#endif
