/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PERSON_H
#define PERSON_H

/*
 * A person: what they are called, and person.yaml in their shared place.
 */

/*
 * Return the slug for a name as a person types it, or NULL. The caller frees.
 */
char	*person_slug(const char *name);

#endif
