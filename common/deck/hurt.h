/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef DECK_HURT_H
#define DECK_HURT_H

struct couple;
struct node;

/*
 * Words for what hurts are part of the program, of all languages, so that no
 * file has to be there or be read: `python3 .ci/words >common/deck/hurt.inc`
 * makes them of the shipped words/LANG/{hurt,grave,danger}.yaml.
 */

/*
 * Return true when a `record` tells of something hard: a rating at its scale's
 * hard end, see scale_is_hard(), or a word for a feeling that says so. Nobody is
 * asked to show that.
 */
int	 hurt_is_told(const struct couple *c, const struct node *record);
/* The same, and where its own words tell of danger: of what is just written. */
int	 hurt_is_said(const struct couple *c, const struct node *record);
/*
 * Return true when words tell of being forced or hit, of fear of somebody, or of
 * wanting to die. It is no finding about anybody.
 */
int	 hurt_is_danger(const char *text);
/*
 * Return true when words tell of that, or of hurt or death at all: what would be
 * asked next is then not asked.
 */
int	 hurt_is_grave(const char *text);

#endif
