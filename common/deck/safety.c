/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/status.h"
#include "deck/deck.h"
#include "deck/safety.h"
#include "term/cli.h"
#include "term/pager.h"
#include "term/screen.h"

#define COLUMNS	78

/* As share/lessons/en/safety.txt has it; lint compares the two. */
static const char own[] =
    "This is not medical advice. Reading it writes nothing here; your shell "
    "may remember that you opened it.\n"
    "\n"
    "WHEN SOMEONE PRESSURES YOU\n"
    "It is not your fault, and you owe nobody a reason. Perhaps some of this "
    "happens:\n"
    "- pressure, threats, or making you feel guilty\n"
    "- sulking after a no\n"
    "- going on after a no, after a pause, or when you go still\n"
    "- demanding answers, or reading your private files\n"
    "\n"
    "If so, leave things for two aside, where that is safe. Changing nothing "
    "at first may be safer. There is help for you alone: a doctor, a "
    "counsellor, a helpline, a friend. There is no number here, because a "
    "wrong one would do harm. Most countries have a number for emergencies, "
    "and many have one for people who are afraid at home. A pharmacy, a "
    "library or a doctor can tell you. One that you find can stand on a page "
    "of your own, \"unhurried hardday page\"; anyone who uses your account "
    "could open it. If someone may be looking at this device, keep no number "
    "here, and search with another one. These tools alert nobody. "
    "\"unhurried learn pressured\" "
    "says more.\n"
    "\n"
    "WHEN IT IS URGENT\n"
    "With any of these, get help right away: the emergency service where you "
    "live, or the nearest emergency department. If you dread an examination, "
    "go all the same: you can say no to any part.\n"
    "- sudden, severe pain\n"
    "- fever together with pain in the pelvis\n"
    "- pain, and a pregnancy is possible\n"
    "- heavy bleeding, or feeling faint\n"
    "- numbness around the parts that would touch a saddle, new weakness in "
    "the legs, or a new numbness or change of feeling in the genitals\n"
    "- you cannot pass urine, or you lose control of your bladder or bowels, "
    "and that is new\n"
    "- thoughts of harming yourself or someone else; please do not stay alone "
    "with them\n"
    "- someone pressed on your neck, even if you feel well\n"
    "- sudden pain or swelling of a testicle, or an erection that lasts for "
    "hours\n"
    "- someone assaulted you: who knows, and what happens next, is for you to "
    "say\n"
    "\n"
    "After someone forced you, some help works best in the first hours and "
    "days: care for injuries, emergency contraception, medicine against HIV. "
    "In many places you can have it without the police, and before you decide "
    "anything. You can ask first what a helper would have to pass on.\n"
    "\n"
    "WHEN TO SEE A CLINICIAN\n"
    "With any of these a visit is a good idea:\n"
    "- pain that stays, is new, or grows\n"
    "- bleeding after sex, between periods, or after menopause, or bleeding "
    "that returns on testosterone (after radiotherapy a little may be usual: "
    "ask the team how much)\n"
    "- blood in urine, stool or semen\n"
    "- a discharge that is not usual for you\n"
    "- sores, a lump, white patches, skin that changes, itching\n"
    "- pain when you pass urine or empty your bowels\n"
    "An examination can wait until you are ready. You can stop it at any "
    "moment, and you can have someone with you. If you bleed, or have a new "
    "lump, ask what waiting would mean.\n"
    "\n"
    "PAIN AND FEAR\n"
    "Pain ends an exercise, and there is nothing to make up for. Fear is a "
    "reason to stop, not something to sit out; staying with fear belongs with "
    "a clinician who is there with you. If breathing or attention to the body "
    "brings something up, open your eyes, turn to a sound or to something you "
    "can hold, and leave out whatever you like. After vaginoplasty or pelvic "
    "radiotherapy your dilation plan is your clinical team's: change it only "
    "with them.\n";
static int begun;	/* some of a text may be on the screen */

/* Write to stdout without memory or stdio. 0, or -1. */
static int
write_all(const char *s, size_t n)
{
	ssize_t wrote;

	for (; n > 0; s += wrote, n -= (size_t)wrote)
		if ((wrote = write(STDOUT_FILENO, s, n)) <= 0)
			return -1;
	return 0;
}

/* How many bytes of `line` fit on the screen: up to a blank, or all. */
static size_t
fit(const char *line, size_t length)
{
	size_t n = COLUMNS;

	if (length <= COLUMNS)
		return length;
	while (n > 0 && line[n] != ' ')
		n--;
	return n > 0 ? n : length;
}

/* Write the program's own text, wrapped. 0, or -1. */
static int
write_own(void)
{
	const char *p = own;
	size_t rest, n;

	if (begun && write_all("\n", 1) == -1)
		return -1;
	for (; *p != '\0'; p++) {
		for (rest = strcspn(p, "\n"); ; rest -= n + 1, p += n + 1) {
			n = fit(p, rest);
			if (write_all(p, n) == -1 || write_all("\n", 1) == -1)
				return -1;
			if (n == rest)
				break;
		}
		p += rest;
	}
	return 0;
}

static void
end_well(void)
{
	_exit(write_own() == 0 ? STATUS_OK : STATUS_SYSTEM);
}

void
safety_only(void)
{
	memory_at_end(end_well);
}

/* The 32 bits of FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
static uint32_t
number_of(const char *s)
{
	uint32_t n = 2166136261U;

	for (; *s != '\0'; s++)
		n = (n ^ (unsigned char)*s) * 16777619U;
	return n;
}

/*
 * Return what follows the lines with # that a translation begins with, and in
 * `stale` whether one of them says of which English it is: not of this one, or
 * that nobody has reviewed it.
 */
static const char *
skip_head(const char *s, int *stale)
{
	char of[32];

	if (*s != '#')
		return s;
	snprintf(of, sizeof(of), "# of: %08x\n", (unsigned int)number_of(own));
	*stale = strstr(s, of) == NULL || strstr(s, "# reviewed: 20") == NULL;
	while (*s == '#') {
		s += strcspn(s, "\n");
		s += *s == '\n';
	}
	return s;
}

void
safety_show(FILE *fp)
{
	struct error ignored = { 0 };
	struct buf b = { 0 };
	const char *from = deck_elsewhere(), *text;
	int stale = 0;

	if (deck_lesson("safety", &b, &ignored) == -1 ||
	    buf_is_blank(buf_string(&b), b.length)) {
		buf_clear(&b);
		buf_str(&b, own);
	}
	error_clear(&ignored);
	screen_narrow(SCREEN_READING);
	begun = 1;
	if (from != NULL && strcmp(buf_string(&b), own) != 0)
		screen_say(fp, "This text is from UNHURRIED_SHARE (%s), not "
		    "from this program.\n", from);
	text = skip_head(buf_string(&b), &stale);
	screen_wrap(fp, "", "", text);
	if (stale) {
		screen_say(fp, "\nWhat stands above is a translation that "
		    "nobody has reviewed since the English changed. Where the "
		    "two differ, the English counts:\n");
		screen_wrap(fp, "", "", own);
	}
	buf_free(&b);
}

void
safety_read(const struct cli *cli)
{
	char *text = NULL;
	size_t n = 0;
	FILE *fp = NULL;

	if (!cli->plain && !cli->no_input && isatty(STDOUT_FILENO))
		fp = open_memstream(&text, &n);
	if (fp == NULL) {
		safety_show(stdout);
		return;
	}
	safety_show(fp);
	if (fclose(fp) == 0)
		pager_text(text, n);
	else
		safety_show(stdout);
	free(text);
}
