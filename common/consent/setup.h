/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CONSENT_SETUP_H
#define CONSENT_SETUP_H

struct cli;
struct buf;
struct couple;
struct error;
struct store;

/* Making the places: what init and join have in common. */

/*
 * The text of a new person.yaml, with words for signals that are asked for on
 * a terminal; none where the person has one. called is how they like to be
 * named; with alone they are the only one here. 0, or -1 with err.
 */
int	 setup_ask_person(const struct couple *, const struct cli *,
	    const char *slug, const char *called, int alone, struct buf *,
	    struct error *);
/*
 * Make a person's shared and private trees, or what is missing of them, and
 * their person.yaml with that text, if there is any. 0, or -1 with err.
 */
int	 setup_person(const struct couple *, const char *slug,
	    const struct buf *person, struct error *);
/* Write what sync programs are told, where it is not there. 0 or -1. */
int	 setup_ignores(const struct store *root, struct error *);
/* Write couple.yaml and what sync programs are told. 0, or -1 with err. */
int	 setup_couple(const struct couple *, const char *const *people,
	    size_t count, const char *zone, struct error *);
/*
 * Remember in config.yaml who writes here, and where, when there is no such
 * file yet. 1 when it says so now, 0 when one that says something else was
 * there, -1 with err.
 */
int	 setup_config(const struct couple *, const struct cli *,
	    const char *slug, struct error *);
/*
 * Return the name of the zone by whose clock this process goes, such as
 * Europe/Berlin, to be freed; UTC where it has none.
 */
char	*setup_zone(void);
/* True for a zone that the system's database has, and for UTC. */
int	 setup_is_zone(const char *);
/* Say it where the private place of `slug`, once made, is open to others. */
void	 setup_say_open(const struct couple *, const struct cli *,
	    const char *slug);

#endif
