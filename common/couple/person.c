/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/fold.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "couple/person.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "format/yaml_write.h"
#include "store/entry_id.h"
#include "store/layout.h"
#include "store/store_read.h"
#include "store/store.h"

#define PERSON_BYTES	((size_t)64 * 1024)
#define MOST_CALLED	40	/* signs of how somebody is called */

/*
 * Latin letters that no accent is made of, by Unicode's names for them, and
 * what people write for them where there are only a to z.
 */
static const struct { uint32_t letter; const char *plain; } latin[] = {
	{ 0xe6, "ae" }, { 0xf0, "d" }, { 0xf8, "o" }, { 0xfe, "th" },
	{ 0x111, "d" }, { 0x127, "h" }, { 0x131, "i" }, { 0x142, "l" },
	{ 0x153, "oe" }
};

/* Add what a folded letter is in a folder's name. False where it is nothing. */
static int
add_letter(struct buf *slug, uint32_t c)
{
	size_t i;

	if (c < 0x80 && (isalnum((int)c) || c == '_'))
		buf_char(slug, (char)c);
	else if (c == ' ' || c == '-')
		buf_char(slug, '_');
	else if (c == '\'' || c == 0x2019)
		return 1;
	else {
		for (i = 0; i < nitems(latin) && latin[i].letter != c; i++)
			;
		if (i == nitems(latin))
			return 0;
		buf_str(slug, latin[i].plain);
	}
	return 1;
}

char *
person_slug(const char *name)
{
	struct fold_letters f;
	struct buf slug = { 0 };
	uint32_t c;
	int fits = text_valid(name, strlen(name), NULL);

	/* Signs around a name are no part of a word, but of no name, either. */
	fits = fits && strpbrk(name, "!?.,;:/\\") == NULL;
	fold_begin(&f, name, strlen(name), 1);
	while (fits && (c = fold_next(&f)) != 0)
		fits = add_letter(&slug, c);
	if (fits && id_is_slug(buf_string(&slug), slug.length))
		return slug.data;
	buf_free(&slug);
	return NULL;
}

static char *reader;

void
person_reads(const char *slug)
{
	free(reader);
	reader = need_string(slug);
}

/* Take the language from what the file `name` holds, where it is theirs. */
static void
take_language(const char *name, const struct yaml *y)
{
	size_t n = strlen(name), tail = strlen("/" LAYOUT_PERSON), length;

	if (reader == NULL)
		return;
	length = strlen(reader);
	if (n > tail + length && name[n - tail - length - 1] == '/' &&
	    memcmp(name + n - tail - length, reader, length) == 0)
		(void)language_say(LANGUAGE_PERSON,
		    yaml_get_text(y->root, "language"));
}

int
person_read(const struct store *s, const char *dir, struct yaml *y,
    struct error *err)
{
	struct buf b = { 0 };
	char *name = need_printf("%s/%s%s" LAYOUT_PERSON, s->path, dir,
	    *dir == '\0' ? "" : "/");
	int r;

	r = store_read_in(s, dir, LAYOUT_PERSON, PERSON_BYTES, &b, err);
	if (r == 0)
		r = yaml_read(y, b.data, b.length, name, err);
	if (r == 0)
		take_language(name, y);
	buf_free(&b);
	free(name);
	return r;
}

int
person_field(const struct store *tree, const char *key, char **value,
    struct error *err)
{
	struct yaml y = { 0 };
	const char *s;
	int r = person_read(tree, "", &y, err);

	*value = NULL;
	if (r == 0 && (s = yaml_get_text(y.root, key)) != NULL && *s != '\0')
		*value = need_string(s);
	yaml_drop(&y);
	return r;
}

char *
person_name(const struct store *tree)
{
	struct error ignored = { 0 };
	char *name = NULL;

	/* Where it cannot be read there is still the short name. */
	if (tree->fd != -1)
		(void)person_field(tree, "name", &name, &ignored);
	error_clear(&ignored);
	return name;
}

int
person_sounds_like(const char *a, const char *b)
{
	while (*a != '\0' && isascii((unsigned char)*a) &&
	    !isalnum((unsigned char)*a))
		a++;
	while (*b != '\0' && isascii((unsigned char)*b) &&
	    !isalnum((unsigned char)*b))
		b++;
	for (; *a != '\0' && tolower((unsigned char)*a) ==
	    tolower((unsigned char)*b); a++, b++)
		if (isascii((unsigned char)*a) && !isalnum((unsigned char)*a))
			return 1;
	return (*a == '\0' || (isascii((unsigned char)*a) &&
	    !isalnum((unsigned char)*a))) && (*b == '\0' ||
	    (isascii((unsigned char)*b) && !isalnum((unsigned char)*b)));
}

/* How many signs there are in `s`, of whatever script. */
static size_t
signs(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

/*
 * True where a letter of `name` is drawn as a Latin one beside Latin ones: of
 * Greek, Cyrillic, Armenian or Cherokee, or a wide or a mathematical one.
 * Nobody can see whose name it is then.
 */
static int
is_disguised(const char *name)
{
	size_t n = strlen(name), i, used;
	int plain = 0, alike = 0;
	uint32_t c;

	for (i = 0; i < n; i += used) {
		if ((used = text_decode(name + i, n - i, &c)) == 0)
			return 1;
		if ((c >= 0xff21 && c <= 0xff5a) ||
		    (c >= 0x1d400 && c <= 0x1d7ff))
			return 1;
		plain |= (c < 0x80 && isalpha((int)c)) ||
		    (c >= 0xc0 && c <= 0x24f);
		alike |= (c >= 0x370 && c <= 0x58f) ||
		    (c >= 0x13a0 && c <= 0x13ff);
	}
	return plain && alike;
}

int
person_may_be_called(const char *name)
{
	/* What our sentences begin with, or say of somebody: no name of one. */
	static const char *const taken[] = { "you", "your", "yours", "me",
	    "held", "nobody", "someone", "no", "a", "another", "the",
	    "things", "nothing", "both", "either", "neither", "each", "all",
	    "everyone", "everybody", "anyone", "anybody", "we", "us", "they",
	    "not", "this", "that", "for", "from", "offered", "unhurried",
	    "ambos", "ambas", "nadie", "vosotros", "vosotras", "ustedes",
	    "usted", "alguien" };
	size_t i, n = strlen(name);
	int may = !buf_is_blank(name, n) && signs(name) <= MOST_CALLED &&
	    text_is_seen(name, n) && !is_disguised(name);

	for (i = 0; may && i < nitems(taken); i++)
		may = !person_sounds_like(taken[i], name);
	return may;
}

enum store_is
person_has_login(const char *shared, const char *slug, const char *account,
    struct error *err)
{
	enum store_is is = STORE_ABSENT;
	struct error why = { 0 };
	struct store tree;
	char *login = NULL;
	int r;

	r = store_open(&tree, shared, slug, &why);
	if (r == 0 && tree.owner == geteuid())
		r = person_field(&tree, "login", &login, &why);
	if (r == -1 && !why.absent) {
		is = STORE_UNTOLD;
		error_join(err, &why);
	} else if (login != NULL && strcmp(login, account) == 0)
		is = STORE_THERE;
	free(login);
	error_clear(&why);
	store_close(&tree);
	return is;
}

void
person_template(struct buf *b, const char *called, const char *login)
{
	buf_str(b, "# What the tools call you, and the account you "
	    "use. Change it by hand.\nname: ");
	yaml_write_quoted(b, called, strlen(called));
	buf_str(b, "\nlogin: ");
	yaml_write_quoted(b, login, strlen(login));
	buf_char(b, '\n');
}
