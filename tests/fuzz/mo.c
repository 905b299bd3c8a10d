/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * For libFuzzer: whatever a catalog holds, its strings lie in it, and end
 * there; and formats are compared without going past their ends.
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/mo.h"

int	 LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
check(const char *s, size_t length, const uint8_t *data, size_t n)
{
	if (s == NULL)
		return;
	if ((const uint8_t *)s < data || length >= n ||
	    (size_t)((const uint8_t *)s - data) >= n - length ||
	    s[length] != '\0')
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	char *english = need_part((const char *)data, n);
	size_t half = strlen(english) / 2, length = 0;
	struct mo mo;
	const char *s;

	if (mo_take(&mo, data, n) == 0) {
		s = mo_find(&mo, NULL, "Kept.", &length, NULL);
		check(s, length, data, n);
		s = mo_find(&mo, "signal", "", &length, NULL);
		check(s, length, data, n);
		s = mo_at(&mo, data[n - 1] % 8, NULL, "Kept.", &length);
		check(s, length, data, n);
	}
	(void)mo_same_arguments(english, english + half);
	free(english);
	return 0;
}
