/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "entry.h"
#include "memory.h"
#include "person.h"

char *
person_slug(const char *name)
{
	char *s, *p;

	s = need_string(name);
	for (p = s; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	if (entry_is_slug(s, strlen(s)))
		return s;
	free(s);
	return NULL;
}
