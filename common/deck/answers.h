/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef DECK_ANSWERS_H
#define DECK_ANSWERS_H

/*
 * Return true where `typed` is a yes in the language of whoever is asked, as the
 * shipped words/LANG/answers.yaml has it. What is a stop or a no in any language
 * never is.
 */
int	 answers_is_yes(const char *typed);

#endif
