/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/command.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "consent/setup.h"
#include "term/cli.h"
#include "schedule.h"

#define PATH_DEFAULT	"/usr/local/bin:/usr/bin:/bin"
#define MOST_WORDS	8
#define MOST_SETS	16

struct schedule {
	char	*words[MOST_WORDS];	/* the call; a path first */
	size_t	 count;
	struct {
		const char	*name;
		char		*value;
	} sets[MOST_SETS];		/* the environment */
	size_t	 set_count;
};

/* Add a word to the call; the text is copied. */
static void
add_word(struct schedule *t, const char *word)
{
	t->words[t->count++] = need_string(word);
}

static void
set(struct schedule *t, const char *name, char *value)
{
	t->sets[t->set_count].name = name;
	t->sets[t->set_count++].value = value;
}

/*
 * Add the call: "unhurried nudge", by its path where a unit wants that, or PATH
 * cannot hold it; and PATH.
 */
static void
add_call(struct schedule *t, const char *called, int by_path)
{
	char *dir = command_directory(called);
	int known = dir != NULL && strchr(dir, ':') == NULL;

	if (dir != NULL && (by_path || !known))
		t->words[t->count++] = need_printf("%s/unhurried", dir);
	else
		add_word(t, "unhurried");
	add_word(t, "nudge");
	set(t, "PATH", known && strcmp(dir, "/usr/bin") != 0 &&
	    strcmp(dir, "/usr/local/bin") != 0 ? need_printf("%s:"
	    PATH_DEFAULT, dir) : need_string(PATH_DEFAULT));
	free(dir);
}

/* Add what this process's environment says, and a language and a zone. */
static void
add_environment(struct schedule *t)
{
	static const char *const languages[] = { "LC_ALL", "LC_MESSAGES",
	    "LANG" };
	static const char *const places[] = { "XDG_CONFIG_HOME",
	    "XDG_DATA_HOME", "XDG_STATE_HOME", "UNHURRIED_CONFIG",
	    "UNHURRIED_DIR", "UNHURRIED_PRIVATE", "UNHURRIED_SHARE" };
	const char *s = NULL;
	char *path;
	size_t i;

	for (i = 0; s == NULL && i < nitems(languages);
	    i++)
		s = text_env(languages[i]);
	set(t, "LANG", need_string(s == NULL ? "C.UTF-8" : s));
	set(t, "TZ", text_env("TZ") != NULL ? need_string(text_env("TZ")) :
	    setup_zone());
	for (i = 0; i < nitems(places); i++) {
		if ((s = text_env(places[i])) == NULL)
			continue;
		/* It runs in another directory. */
		path = *s == '/' ? NULL : realpath(s, NULL);
		set(t, places[i], path != NULL ? path : need_string(s));
	}
	if ((s = text_env("UNHURRIED_LANGUAGE")) != NULL)
		set(t, "UNHURRIED_LANGUAGE", need_string(s));
	if ((s = text_env("UNHURRIED_ME")) != NULL)
		set(t, "UNHURRIED_ME", need_string(s));
}

/* A newline or an escape has no place in these lines. 0, or -1 with err. */
static int
check_line(const char *s, const char *called, struct error *err)
{
	for (; *s != '\0'; s++)
		if (iscntrl((unsigned char)*s))
			return error_set(err, STATUS_USAGE, "%s: it has a "
			    "newline or another control character, and cannot "
			    "stand in one line", called);
	return 0;
}

/* All of it is one line each. 0, or -1 with err. */
static int
check(const struct schedule *t, struct error *err)
{
	size_t i;
	int r = 0;

	for (i = 0; r == 0 && i < t->count; i++)
		r = check_line(t->words[i], t->words[i], err);
	for (i = 0; r == 0 && i < t->set_count; i++)
		r = check_line(t->sets[i].value, t->sets[i].name, err);
	return r;
}

/*
 * cron.
 */

/*
 * One word for sh(1). cron takes a bare % for a newline, and the \ before one
 * away, whatever quotes they stand in.
 */
static void
put_word(struct buf *b, const char *s)
{
	static const char tame[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-./:,@=";
	const char *quote = *s != '\0' && s[strspn(s, tame)] == '\0' ? "" :
	    "'";

	buf_str(b, quote);
	for (; *s != '\0'; s++)
		if (*s == '\'')
			buf_str(b, "'\\''");
		else if (*s == '%')
			buf_str(b, "\\%");
		else
			buf_char(b, *s);
	buf_str(b, quote);
}

/* Lines for crontab(1). 0, or -1 with err where a word cannot stand there. */
static int
write_crontab(const struct schedule *t, struct buf *b, struct error *err)
{
	const char *value;
	size_t i;
	char quote;

	if (check(t, err) == -1)
		return -1;
	buf_str(b, "# A quiet line now and then.\n");
	for (i = 0; i < t->set_count; i++) {
		value = t->sets[i].value;
		quote = strchr(value, '"') == NULL ? '"' : '\'';
		if (strchr(value, quote) != NULL)
			return error_set(err, STATUS_USAGE, "%s: it has both "
			    "kinds of quotes, and cannot stand in a crontab",
			    t->sets[i].name);
		buf_printf(b, "%s=%c%s%c\n", t->sets[i].name, quote, value,
		    quote);
	}
	buf_str(b, "*/15 * * * *");
	for (i = 0; i < t->count; i++) {
		buf_char(b, ' ');
		put_word(b, t->words[i]);
	}
	buf_char(b, '\n');
	return 0;
}

/*
 * systemd.
 */

/* One word as systemd.syntax(7) has it; in a call also $ is special. */
static void
put_quoted(struct buf *b, const char *name, const char *s, int in_call)
{
	buf_char(b, '"');
	if (name != NULL)
		buf_printf(b, "%s=", name);
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			buf_char(b, '\\');
		else if (*s == '%' || (*s == '$' && in_call))
			buf_char(b, *s);
		buf_char(b, *s);
	}
	buf_char(b, '"');
}

/* Lines for a shell that places units for systemctl(1). The same. */
static int
write_systemd(const struct schedule *t, struct buf *b, struct error *err)
{
	size_t i;

	if (check(t, err) == -1)
		return -1;
	buf_str(b, "units=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user\n"
	    "mkdir -p \"$units\"\n"
	    "cat >\"$units/nudge.service\" <<'EOF'\n"
	    "[Unit]\nDescription=A quiet line\n\n"
	    "[Service]\nType=oneshot\n");
	for (i = 0; i < t->set_count; i++) {
		buf_str(b, "Environment=");
		put_quoted(b, t->sets[i].name, t->sets[i].value, 0);
		buf_char(b, '\n');
	}
	buf_str(b, "ExecStart=");
	for (i = 0; i < t->count; i++) {
		buf_str(b, i > 0 ? " " : "");
		put_quoted(b, NULL, t->words[i], 1);
	}
	buf_str(b, "\nEOF\n"
	    "cat >\"$units/nudge.timer\" <<'EOF'\n"
	    "[Unit]\nDescription=A quiet line now and then\n\n"
	    "[Timer]\nOnCalendar=*:0/15\nPersistent=true\n\n"
	    "[Install]\nWantedBy=timers.target\nEOF\n"
	    "systemctl --user daemon-reload\n"
	    "systemctl --user enable --now nudge.timer\n");
	return 0;
}

static void
free_schedule(struct schedule *t)
{
	size_t i;

	for (i = 0; i < t->count; i++)
		free(t->words[i]);
	for (i = 0; i < t->set_count; i++)
		free(t->sets[i].value);
	memset(t, 0, sizeof(*t));
}

enum status
schedule_print(const struct cli *cli, const char *called, int by_systemd,
    int notify)
{
	struct schedule t = { .count = 0 };
	struct error err = { 0 };
	struct buf b = { 0 };
	char *dir = NULL;
	int r;

	add_call(&t, called, by_systemd);
	if (cli->dir != NULL) {
		dir = realpath(cli->dir, NULL);
		add_word(&t, "-d");
		add_word(&t, dir == NULL ? cli->dir : dir);
	}
	if (cli->as != NULL) {
		add_word(&t, "-u");
		add_word(&t, cli->as);
	}
	/* Nobody reads what systemd would write into its journal. */
	if (notify || by_systemd)
		add_word(&t, "--notify");
	add_environment(&t);
	r = by_systemd ? write_systemd(&t, &b, &err) :
	    write_crontab(&t, &b, &err);
	if (r == 0) {
		fputs(buf_string(&b), stdout);
		cli_say(cli, "Nothing has been set up yet; see "
		    "'unhurried help nudge'. Whether a line comes is up to "
		    "config.yaml: 'nudge --why' tells.");
	}
	free_schedule(&t);
	buf_free(&b);
	free(dir);
	return r == 0 ? STATUS_OK : cli_fail(cli, &err);
}
