/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * A target without libFuzzer: each file that is named goes through it as it is,
 * cut short at three places, and with one bit of it changed, always the same.
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST	(1024 * 1024)

int	 LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static unsigned long done;

/* In memory of just that size, so that a byte too far is seen. */
static void
one(const uint8_t *data, size_t n)
{
	uint8_t *copy = malloc(n == 0 ? 1 : n);

	if (copy == NULL)
		abort();
	memcpy(copy, data, n);
	(void)LLVMFuzzerTestOneInput(copy, n);
	free(copy);
	done++;
}

static int
file(const char *path)
{
	static uint8_t data[MOST];
	FILE *fp = fopen(path, "rb");
	size_t n, part;

	if (fp == NULL) {
		perror(path);
		return -1;
	}
	n = fread(data, 1, sizeof(data), fp);
	fclose(fp);
	for (part = 1; part <= 4; part++)
		one(data, n * part / 4);
	if (n > 0) {
		data[n * 7 / 11] ^= (uint8_t)(1U << n % 8);
		one(data, n);
	}
	return 0;
}

int
main(int argc, char **argv)
{
	int i;

	for (i = 1; i < argc; i++)
		if (file(argv[i]) == -1)
			return 1;
	printf("%d files, %lu inputs\n", argc - 1, done);
	return 0;
}
