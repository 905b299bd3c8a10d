/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "couple/person.h"
#include "couple/settings.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "store/recovery.h"
#include "store/store_read.h"
#include "store/store.h"
#include "term/cli.h"

#define SETTINGS_BYTES	((size_t)64 * 1024)

/* $base/tail, else $HOME/rest/tail; NULL without either. */
static char *
home_path(const char *base, const char *rest, const char *tail)
{
	const char *dir = text_env(base), *home = text_env("HOME");

	if (dir != NULL && *dir == '/')
		return need_printf("%s/%s", dir, tail);
	return home == NULL ? NULL : need_printf("%s/%s/%s", home, rest, tail);
}

char *
settings_state(void)
{
	return home_path("XDG_STATE_HOME", ".local/state", "unhurried");
}

/* True for a file of blank lines and comments, which sets nothing. */
static int
sets_nothing(const struct buf *b)
{
	const char *p = buf_string(b);

	while (*p != '\0') {
		p += strspn(p, BLANKS);
		if (*p != '#')
			return *p == '\0';
		p += strcspn(p, "\n");
	}
	return 1;
}

/* A process reads it once, as it may not read it later. */
static int
read_file(struct settings *s, struct error *err)
{
	static struct buf b;
	static int known;
	int r = 0;

	if (s->config == NULL)
		return 0;
	if (!known)
		r = store_read_path(s->config, SETTINGS_BYTES, &b, err);
	if (err->absent) {
		error_clear(err);
		return 0;
	}
	known = r == 0;
	if (r == 0 && !sets_nothing(&b))
		r = yaml_read(&s->yaml, b.data, b.length, s->config, err);
	return r;
}

/* The first that is given: a flag, a variable, a setting, a default. */
static char *
choose_dir(const struct settings *s, const char *flag, const char *variable,
    const char *setting, const char *tail, struct error *err)
{
	const char *home = text_env("HOME");
	const char *dir = flag != NULL ? flag : text_env(variable);
	char *path;

	if (dir == NULL)
		dir = yaml_get_text(s->yaml.root, setting);
	if (dir != NULL && strncmp(dir, "~/", 2) == 0 && home != NULL)
		return need_printf("%s%s", home, dir + 1);
	if (dir != NULL)
		return need_string(dir);
	path = home_path("XDG_DATA_HOME", ".local/share", tail);
	if (path == NULL) {
		error_set(err, STATUS_SYSTEM, "HOME is not set, so there is no "
		    "place to look: set HOME, or give UNHURRIED_DIR and "
		    "UNHURRIED_PRIVATE");
		err->absent = 1;
	}
	return path;
}

/* True for a path that is, or lies below, the other. */
static int
is_below(const char *path, const char *top)
{
	size_t n = strlen(top);

	return strncmp(path, top, n) == 0 && (path[n] == '/' ||
	    path[n] == '\0');
}

/*
 * What a path leads to, links followed as far as it is there. The caller
 * frees; NULL where it cannot be told.
 */
static char *
resolve(const char *path)
{
	char *there = store_real_path(path), *copy, *slash, *parent, *whole;

	if (there != NULL)
		return there;
	copy = need_string(path);
	while (*copy != '\0' && copy[1] != '\0' &&
	    copy[strlen(copy) - 1] == '/')
		copy[strlen(copy) - 1] = '\0';
	slash = strrchr(copy, '/');
	if (slash == copy || strcmp(copy, ".") == 0 || *copy == '\0')
		return copy;
	if (slash != NULL)
		*slash = '\0';
	parent = resolve(slash == NULL ? "." : copy);
	whole = parent == NULL ? NULL : need_printf("%s/%s", parent,
	    slash == NULL ? copy : slash + 1);
	free(parent);
	free(copy);
	return whole;
}

/* What is private does not lie where the other reads. 0, or -1 with err. */
static int
check_apart(const struct settings *s, struct error *err)
{
	char *shared = resolve(s->shared), *private = resolve(s->private);
	int within = shared == NULL || private == NULL ||
	    is_below(private, shared);

	free(shared);
	free(private);
	return !within ? 0 : error_set(err, STATUS_USAGE, "%s: it lies within "
	    "the shared directory %s: choose another private place",
	    s->private, s->shared);
}

const char *
settings_me(const struct settings *s, const struct cli *cli)
{
	const char *me = cli->as != NULL ? cli->as :
	    text_env("UNHURRIED_ME");

	return me != NULL ? me : yaml_get_text(s->yaml.root, "me");
}

char *
settings_named(const struct settings *s, const struct cli *cli)
{
	const char *name = settings_me(s, cli);

	return name == NULL ? NULL : person_slug(name);
}

/* Words that are not safe yet can be kept as soon as it is known whose. */
static void
say_place(const struct settings *s, const struct cli *cli)
{
	char *slug = settings_named(s, cli);

	if (slug != NULL && s->private != NULL)
		recovery_place(s->private, slug);
	free(slug);
}

int
settings_read(struct settings *s, const struct cli *cli, struct error *err)
{
	const char *said = text_env("UNHURRIED_CONFIG");
	int r;

	memset(s, 0, sizeof(*s));
	s->config = said != NULL ? need_string(said) :
	    home_path("XDG_CONFIG_HOME", ".config", "unhurried/config.yaml");
	/* Without settings that can be read there are still the other ways. */
	r = read_file(s, err);
	s->unread = r == -1;
	(void)language_say(LANGUAGE_SETTINGS,
	    yaml_get_text(s->yaml.root, "language"));
	s->plain = cli->plain || yaml_is(s->yaml.root, "plain", "true");
	s->told = cli->dir != NULL || text_env("UNHURRIED_DIR") != NULL ||
	    yaml_get_text(s->yaml.root, "dir") != NULL || s->unread;
	s->shared = choose_dir(s, cli->dir, "UNHURRIED_DIR", "dir",
	    "unhurried/shared", err);
	if (s->shared == NULL)
		return -1;
	s->private = choose_dir(s, NULL, "UNHURRIED_PRIVATE", "private",
	    "unhurried/private", err);
	say_place(s, cli);
	if (r == -1 || s->private == NULL)
		return -1;
	return check_apart(s, err);
}

void
settings_free(struct settings *s)
{
	yaml_drop(&s->yaml);
	free(s->shared);
	free(s->private);
	free(s->config);
}

/* 0 where a path does not lie within dir/who, or -1 with err. */
static int
lies_without(const char *path, const char *dir, const char *who,
    struct error *err)
{
	char *own = need_printf("%s/%s", dir, who);
	char *top = resolve(own), *there = resolve(path);
	int without;

	without = there != NULL && top != NULL && !is_below(there, top);
	free(own);
	free(top);
	free(there);
	return without ? 0 : error_set(err, STATUS_USAGE, "%s: it lies within "
	    "your place %s/%s: move it out of there first", path, dir, who);
}

int
settings_check_own(const struct settings *s, const char *who,
    struct error *err)
{
	const char *home = text_env("HOME");

	if (lies_without(s->shared, s->private, who, err) == -1)
		return -1;
	return home == NULL || (lies_without(home, s->private, who,
	    err) == 0 && lies_without(home, s->shared, who, err) == 0) ?
	    0 : -1;
}
