/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PLAN_OWN_SCALE_H
#define PLAN_OWN_SCALE_H

#include <stddef.h>

#include "base/clock.h"
#include "base/error.h"
#include "couple/scale.h"
#include "format/yaml.h"

struct cli;
struct couple;

/*
 * Scales of one's own: own/settings.yaml in the private tree tells them, and
 * own/numbers/ID.yaml holds what was given on them, beside the entry of that
 * ID. No entry ever holds one, so that nothing can share it; it goes when its
 * entry goes. A name that couple.yaml has is refused.
 */

struct own_scale {
	const char	*name;
	const char	*low, *high;	/* words for both ends */
	const char	*about;		/* where and what kind; NULL */
};

struct own_scales {
	struct own_scale at[SCALES_MOST];
	size_t		 count;
	struct yaml	 yaml;		/* holds the texts */
};

/*
 * Read them into `all`, which has none where there is no file. Return 0, or -1
 * with err.
 */
int	 own_scales_read(const struct couple *c, struct own_scales *all,
	    struct error *err);
void	 own_scales_free(struct own_scales *all);
/* Return the one of that name, or NULL. */
const struct own_scale *own_scales_find(const struct own_scales *all,
	    const char *name);
/* Check that one may be called so beside those of `c`. 0, or -1 with err. */
int	 own_scale_fits(const struct couple *c, const char *name,
	    struct error *err);
/*
 * Which scales of couple.yaml, a bit for each, have the name of one of one's
 * own: what was meant for oneself alone would come into an entry by them, so
 * nothing is asked or taken for these. Where the file cannot be read, which err
 * tells unless it is NULL, all but the shipped ones are among them.
 */
unsigned int own_scales_clash(const struct couple *c, struct error *err);
/*
 * Check that of the scales of couple.yaml that `which` has a bit for, none is
 * one of these. 0, or -1 with err.
 */
int	 own_scales_apart(const struct couple *c, unsigned int which,
	    struct error *err);
/* Add one to the file, whose lines stay as they are. 0, or -1 with err. */
int	 own_scale_keep(const struct couple *c, const struct own_scale *scale,
	    struct error *err);

/* What was given on some of them at once; -1 is none. */
struct own_numbers {
	const char	*names[SCALES_MOST];
	long		 values[SCALES_MOST];
	size_t		 count;
};

/* Keep `n` beside the entry `id` of that time. 0, or -1 with err. */
int	 own_numbers_keep(const struct couple *c, const char *id,
	    struct when at, const struct own_numbers *n, struct error *err);
/*
 * What is beside the entry `id` goes with it: to the trash, or `for_good`.
 * Return 0, or -1 with err.
 */
int	 own_numbers_let_go(const struct couple *c, const char *id,
	    int for_good, struct error *err);
/* And comes back with it. Return 0, or -1 with err. */
int	 own_numbers_bring_back(const struct couple *c, const char *id,
	    struct error *err);
/*
 * Give `take` each number of the scale `name` from the days `first` to `last`,
 * oldest first. What cannot be read is named. Return the worst status.
 */
enum status own_numbers_each(const struct couple *c, const struct cli *cli,
	    const char *name, day first, day last,
	    void (*take)(void *arg, const char *id, struct when at,
	    long number), void *arg);

#endif
