/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * lines - look through each line of stdin as a text of its own.
 *
 * Prints a line for each: what is found in it, a tab behind each, as KIND, ID
 * and WORDS with a blank between them, and "help" where it tells of hurt or
 * danger. KIND is the number that phrases.h has.
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "cmd/kindly/phrases.h"
#include "format/yaml.h"

int
main(void)
{
	struct error err = { 0 };
	const struct place *places;
	char *line = NULL;
	size_t size = 0, n, i;
	ssize_t length;
	int hurts;

	if (phrases_open(&err) == NULL) {
		fprintf(stderr, "lines: %s\n", error_message(&err));
		return STATUS_DATA;
	}
	while ((length = getline(&line, &size, stdin)) != -1) {
		hurts = 0;
		places = phrases_find(line, (size_t)length, &n);
		for (i = 0; i < n; i++) {
			hurts |= places[i].kind >= PHRASE_DANGER;
			if (places[i].kind <= PHRASE_DANGER)
				printf("%d %s %.*s\t", (int)places[i].kind,
				    yaml_get_text(places[i].rule, "id"),
				    (int)places[i].length,
				    line + places[i].offset);
		}
		puts(hurts ? "help" : "");
	}
	free(line);
	return fflush(stdout) == 0 ? STATUS_OK : STATUS_SYSTEM;
}
