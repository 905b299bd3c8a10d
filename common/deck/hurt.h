/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef DECK_HURT_H
#define DECK_HURT_H

struct couple;
struct node;

/*
 * Return true when a `record` tells of something hard: a rating at its scale's
 * hard end, see scale_is_hard(), or a word for a feeling that one of the shipped
 * words/LANG/hurt.yaml has, of any language. Nobody is asked to show that. They
 * are read once, and only where a feeling is told.
 */
int	 hurt_is_told(const struct couple *c, const struct node *record);
/*
 * Return true when words tell of hurt or death: they hold one of those in the
 * shipped words/LANG/grave.yaml, of any language, or these cannot be read. It
 * is no finding about anybody: what would be asked next is then not asked.
 */
int	 hurt_is_grave(const char *text);

#endif
