/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/types.h>

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "couple/account.h"
#include "couple/couple.h"
#include "couple/person.h"
#include "couple/scale.h"
#include "couple/settings.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "format/yaml_write.h"
#include "store/entry_id.h"
#include "store/layout.h"
#include "store/recovery.h"
#include "store/store_read.h"
#include "store/store.h"
#include "term/cli.h"

#define COUPLE_BYTES	((size_t)64 * 1024)

int
couple_settings(struct couple *c, const struct cli *cli, struct error *err)
{
	int r;

	memset(c, 0, sizeof(*c));
	c->mine.fd = c->ours.fd = c->theirs.fd = -1;
	r = settings_read(&c->settings, cli, err);
	c->shared = c->settings.shared;
	c->private = c->settings.private;
	return r;
}

void
couple_free(struct couple *c)
{
	store_close(&c->mine);
	store_close(&c->ours);
	store_close(&c->theirs);
	settings_free(&c->settings);
	yaml_drop(&c->yaml);
	free(c->chosen);
}

/*
 * couple.yaml.
 */

static int
read_people(struct couple *c, const char *name, struct error *err)
{
	const struct node *list = yaml_get(c->yaml.root, "people"), *n;

	if (list == NULL)
		return yaml_lacks(c->yaml.root, name, "people",
		    "expected the two names", err);
	if (list->type != NODE_LIST || list->child == NULL)
		return yaml_wrong(list, name, "expected one or two names", err);
	for (n = list->child; n != NULL; n = n->next) {
		if (c->count == 2)
			return yaml_wrong(n, name, "expected one or two names",
			    err);
		if (n->type != NODE_TEXT || !id_is_slug(n->text, n->length))
			return yaml_wrong(n, name, "expected a name of a-z, "
			    "0-9 and _", err);
		if (c->count == 1 && strcmp(n->text, c->people[0]) == 0)
			return yaml_wrong(n, name, "expected two different "
			    "names", err);
		c->people[c->count++] = n->text;
	}
	return 0;
}

/*
 * The way out where the shared directory is away, or not whole. Where somebody
 * has a private place there was one, and another would be a second. Returns -1.
 */
static int
not_there(const struct couple *c, const char *what, struct error *err)
{
	int begun = c->private != NULL && store_look_path(c->private,
	    NULL) != STORE_ABSENT;

	if (!begun && !c->settings.told && store_look_path(c->shared, NULL) ==
	    STORE_ABSENT) {
		error_set(err, STATUS_SYSTEM, "nothing is here yet; to begin, "
		    "type: unhurried init");
		err->absent = 1;
		return -1;
	}
	error_set(err, STATUS_SYSTEM, "%s: %s: %s", c->shared, message(what),
	    message(begun ? "if it is on a disk or in a synced folder, connect "
	    "that or let it finish" : "to begin: unhurried init; if it is on a "
	    "disk or in a synced folder, connect that or let it finish"));
	err->absent = 1;
	return -1;
}

int
couple_root(const struct couple *c, struct store *root, struct error *err)
{
	if (store_open_root(root, c->shared, err) == 0)
		return 0;
	store_close(root);
	if (err->absent) {
		error_clear(err);
		return not_there(c, "it is not there", err);
	}
	return err->status != STATUS_DATA ? -1 : error_set(err,
	    STATUS_SYSTEM, "%s: expected a directory: choose another with -d",
	    c->shared);
}

/*
 * The zone that couple.yaml names, or UTC where that is no name of one: some
 * other path could be anything at all.
 */
static const char *
zone_of(const struct node *root)
{
	const char *zone = yaml_get_text(root, "zone"), *s;

	for (s = zone; s != NULL && *s != '\0'; s++)
		if (!isalnum((unsigned char)*s) &&
		    (strchr("/_+-", *s) == NULL || s == zone ||
			(*s == '/' && s[1] == '/')))
			return "UTC";
	return zone;
}

int
couple_read(struct couple *c, int root, struct error *err)
{
	static const char file[] = LAYOUT_COUPLE;
	struct buf b = { 0 };
	char *path;
	int r;

	path = need_printf("%s/%s", c->shared, file);
	r = store_read(root, file, COUPLE_BYTES, &b, path, err);
	if (err->absent)
		r = not_there(c, "there is no couple.yaml in it", err);
	else if (r == 0 &&
	    (r = yaml_read(&c->yaml, b.data, b.length, path, err)) == 0) {
		c->id = yaml_get_text(c->yaml.root, "id");
		c->zone = zone_of(c->yaml.root);
		if (c->id == NULL)
			r = yaml_lacks(c->yaml.root, path, "id", "expected any "
			    "text", err);
		else if ((r = read_people(c, path, err)) == 0)
			r = scale_read(&c->scales, c->yaml.root, path, err);
	}
	buf_free(&b);
	free(path);
	return r;
}

/*
 * People.
 */

const char *
couple_person(const struct couple *c, const char *name)
{
	const char *found = NULL;
	char *slug = NULL;
	size_t i;

	for (i = 0; i < c->count && found == NULL; i++)
		if (strcasecmp(c->people[i], name) == 0)
			found = c->people[i];
	if (found == NULL && c->count > 0)
		slug = person_slug(name);
	for (i = 0; slug != NULL && i < c->count && found == NULL; i++)
		if (strcmp(c->people[i], slug) == 0)
			found = c->people[i];
	free(slug);
	return found;
}

/*
 * True for a name that can stand for its person and for nobody else: not for
 * the other, however they are called, nor for the one who reads.
 */
static int
is_fit(const struct couple *c, const char *slug, const char *called)
{
	char *reader;
	size_t i;
	int fit = person_may_be_called(called);

	for (i = 0; fit && i < c->count; i++)
		fit = strcmp(c->people[i], slug) == 0 ||
		    !person_sounds_like(c->people[i], called);
	if (fit && slug != c->me && (reader = person_name(&c->ours)) != NULL) {
		fit = !person_sounds_like(reader, called);
		free(reader);
	}
	return fit;
}

char *
couple_called(const struct couple *c, const char *slug)
{
	const struct store *tree = slug == c->me ? &c->ours : &c->theirs;
	char *called = person_name(tree);

	if (called != NULL && is_fit(c, slug, called))
		return called;
	free(called);
	return need_string(slug);
}

static int
choose_by_login(struct couple *c, struct error *err)
{
	const char *login = account_login(geteuid());
	const char *account = login == NULL ? "?" : login;
	const char *where = c->settings.config == NULL ? "config.yaml" :
	    c->settings.config;
	struct error why = { 0 };
	size_t i, matches = 0;

	for (i = 0; login != NULL && i < c->count; i++)
		if (person_has_login(c->shared, c->people[i], account, &why) ==
		    STORE_THERE) {
			c->me = c->people[i];
			matches++;
		}
	/* Words are not to go under the one name that could be read. */
	if (why.status != STATUS_OK) {
		error_set(err, why.status, "it is not clear who is writing: "
		    "add -u %s, or put 'me: %s' into %s: %s",
		    c->people[0], c->people[0], where, error_message(&why));
		error_clear(&why);
		return -1;
	}
	if (matches == 1)
		return 0;
	if (matches == 2)
		return error_set(err, STATUS_USAGE, "%s and %s both use this "
		    "account: say who is writing with -u %s, or put 'me: %s' "
		    "into %s", c->people[0], c->people[1], c->people[0],
		    c->people[0], where);
	return error_set(err, STATUS_USAGE, "nobody in couple.yaml has "
	    "the login %s: say who is writing with -u %s, or put 'me: %s' "
	    "into %s", account, c->people[0], c->people[0], where);
}

int
couple_lacks(const struct couple *c, const char *said, struct error *err)
{
	if (c->count == 2)
		return error_set(err, STATUS_USAGE, "%s: not a name in "
		    "couple.yaml: it has %s and %s", said, c->people[0],
		    c->people[1]);
	return error_set(err, STATUS_USAGE, "%s: not a name in couple.yaml: "
	    "it has %s", said, c->people[0]);
}

int
couple_choose(struct couple *c, const struct cli *cli, struct error *err)
{
	const char *s = settings_me(&c->settings, cli);

	if (s == NULL) {
		if (choose_by_login(c, err) == -1)
			return -1;
	} else if ((c->me = couple_person(c, s)) == NULL)
		return couple_lacks(c, s, err);
	if (c->count == 2)
		c->other = c->people[c->me == c->people[0]];
	recovery_place(c->private, c->me);
	person_reads(c->me);
	return 0;
}

int
couple_needs_two(const struct couple *c, const char *alone, struct error *err)
{
	if (c->other == NULL)
		return error_set(err, STATUS_NO, "this place is yours alone; "
		    "%s", message(alone));
	if (c->ours.fd == -1)
		return error_set(err, STATUS_SYSTEM, "%s/%s: your shared place "
		    "is not there just now", c->shared, c->me);
	return 0;
}

/*
 * New files.
 */

void
couple_template(struct buf *b, const char *const *people, size_t count,
    const char *zone, day since)
{
	char id[2 * ID_RANDOM + 1], date[WHEN_DAY_SIZE];
	size_t i;

	id_random(id);
	id_random(id + ID_RANDOM);
	calendar_write(since, date);
	buf_printf(b, "# %s, and the scales you use. Change it by hand; no "
	    "tool does.\n", count == 2 ? "The two of you" : "Your place");
	buf_str(b,
	    "# A scale runs from 0 (low) to 10 (high); its words stand for "
	    "numbers.\n");
	buf_printf(b, "id: \"%s\"\npeople: [", id);
	for (i = 0; i < count; i++)
		buf_printf(b, "%s\"%s\"", i > 0 ? ", " : "", people[i]);
	buf_str(b, "]\nzone: ");
	yaml_write_quoted(b, zone, strlen(zone));
	buf_printf(b, "\nsince: \"%s\"\n", date);
	scale_template(b, count == 2);
}

day
couple_today(const struct couple *c, time_t now)
{
	return clock_day(clock_in(c->zone, now));
}
