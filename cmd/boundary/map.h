/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BOUNDARY_MAP_H
#define BOUNDARY_MAP_H

#include "base/status.h"
#include "consent/boundary.h"
#include "term/cli.h"

struct call;
struct couple;
struct error;

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
enum status map_read(struct map *map, const struct couple *c, int whole);
/* Show all of it, what the other shares and is not now first. */
void	 map_show(const struct map *map, const struct couple *c);
/* Print all of it in another format. */
void	 map_data(const struct map *map, const struct couple *c,
	    enum cli_format format);
/* Return how one's own is put for the other. */
const char *map_phrase(enum boundary_state now);
/* Show what a dry run would keep of `b`. Return 0. */
int	 map_preview(const struct boundary *b);
/*
 * Keep `b`, and where it is shared tell what it is about with `show_about`; or
 * show that in a dry run. Return 0, or -1 with err.
 */
int	 map_keep(struct call *call, struct boundary *b, int show_about,
	    struct error *err);
/* Return `found` as of now; but a welcome keeps its own day. */
struct boundary map_now(const struct boundary *found);
/* Say that nothing of one's own is what was `wanted`. Return -1 with err. */
int	 map_none(const struct call *call, const char *wanted,
	    struct error *err);

#endif
