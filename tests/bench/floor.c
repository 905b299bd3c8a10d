/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * floor DIR ...
 *
 * F, the floor that progress and recall are measured against: walk the
 * trees, open every .yaml file, read it, take libyaml's events to the end,
 * close it, and do nothing else. One thread, one buffer, every file opened
 * from the descriptor of its own directory. Nothing is checked, sorted,
 * kept or summed up, so no honest reader of these files can be much faster.
 * Prints how many files and events there were, so that it can be trusted.
 */

#include <sys/stat.h>

#include <dirent.h>
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <yaml.h>

static unsigned char buffer[64 * 1024];
static unsigned long events, files;

static void
parse(const char *name, size_t size)
{
	yaml_parser_t parser;
	yaml_event_t event;
	int type;

	if (!yaml_parser_initialize(&parser))
		errx(4, "out of memory");
	yaml_parser_set_input_string(&parser, buffer, size);
	do {
		if (!yaml_parser_parse(&parser, &event))
			errx(3, "%s: %s", name, parser.problem);
		type = event.type;
		yaml_event_delete(&event);
		events++;
	} while (type != YAML_STREAM_END_EVENT);
	yaml_parser_delete(&parser);
}

static void
file(int dir, const char *name)
{
	size_t size = 0;
	ssize_t n;
	int fd;

	if ((fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)) == -1)
		err(4, "%s", name);
	while ((n = read(fd, buffer + size, sizeof(buffer) - size)) > 0)
		size += (size_t)n;
	if (n == -1)
		err(4, "%s", name);
	close(fd);
	parse(name, size);
	files++;
}

static void
walk(int parent, const char *name)
{
	DIR *dir;
	struct dirent *d;
	size_t len;
	int fd;

	fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd == -1 || (dir = fdopendir(fd)) == NULL)
		err(4, "%s", name);
	while ((d = readdir(dir)) != NULL) {
		len = strlen(d->d_name);
		if (d->d_name[0] == '.')
			continue;
		if (d->d_type == DT_DIR)
			walk(fd, d->d_name);
		else if (len > 5 && strcmp(d->d_name + len - 5, ".yaml") == 0)
			file(fd, d->d_name);
	}
	closedir(dir);
}

int
main(int argc, char *argv[])
{
	int i;

	if (argc < 2)
		errx(2, "usage: floor DIR ...");
	for (i = 1; i < argc; i++)
		walk(AT_FDCWD, argv[i]);
	printf("%lu files, %lu events\n", files, events);
	return fflush(stdout) == 0 ? 0 : 4;
}
