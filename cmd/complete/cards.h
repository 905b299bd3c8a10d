/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef COMPLETE_CARDS_H
#define COMPLETE_CARDS_H

struct couple;

/* Print what can be chosen: cards of the decks, and what somebody added. */
void	 cards_topics(const struct couple *c);
void	 cards_steps(const struct couple *c);
void	 cards_reasons(const struct couple *c);
void	 cards_prompts(const struct couple *c);
void	 cards_lessons(const struct couple *c);
void	 cards_rituals(const struct couple *c);
/* Print the themes that prompts have. */
void	 cards_themes(const struct couple *c);

#endif
