/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

/*
 * The one place that says which language somebody is spoken to in, by its name
 * alone: no locale is loaded, and none needs to be installed.
 */

/* Who says so, the first of whom counts; after the call UNHURRIED_LANGUAGE. */
enum language_by {
	LANGUAGE_CALL,		/* --language */
	LANGUAGE_PERSON,	/* person.yaml */
	LANGUAGE_SETTINGS	/* config.yaml; after it LC_ALL and its like */
};

#define LANGUAGE_NAME	8	/* bytes of "pt_BR" or "es_419", with NUL */

/*
 * Copy the language of a locale's `name` such as "es_MX.UTF-8", or of a tag
 * such as "es-MX". True where it has one; else it is "en".
 */
int	 language_read(const char *name, char language[LANGUAGE_NAME]);
/* `by` wants `name`, which may be NULL for nothing. False where it is none. */
int	 language_say(enum language_by by, const char *name);
/*
 * From here on a program reads what is said: English, whatever but the call
 * itself wants another.
 */
void	 language_for_programs(void);
/*
 * Until it is called with NULL, `name` counts before all else: for what somebody
 * else reads. One that is none is English.
 */
void	 language_instead(const char *name);
/* Return the language that counts now: "en", "es" or "es_MX". */
const char *language_name(void);
/* True where that is English. */
int	 language_is_english(void);
/*
 * True where whoever calls is spoken to in `language`, such as "es", of whatever
 * country, and may type it, even where a program reads what is said.
 */
int	 language_is_typed(const char *language);
/*
 * Return the language to look for where `name` has nothing: "es" after
 * "es_MX", "en" after "es"; NULL after "en".
 */
const char *language_next(const char *name);
/* Return where the shipped texts lie. */
const char *language_texts(void);

#endif
