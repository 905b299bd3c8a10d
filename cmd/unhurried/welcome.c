/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>

#include "base/error.h"
#include "base/text.h"
#include "couple/couple.h"
#include "couple/settings.h"
#include "format/yaml.h"
#include "store/store_read.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"
#include "welcome.h"

/* True where somebody said where the two places are, or who is writing. */
static int
is_told(const struct cli *cli, const struct couple *c)
{
	const struct node *set = c->settings.yaml.root;

	return cli->dir != NULL || text_env("UNHURRIED_DIR") != NULL ||
	    text_env("UNHURRIED_PRIVATE") != NULL ||
	    settings_me(&c->settings, cli) != NULL ||
	    yaml_get_text(set, "dir") != NULL ||
	    yaml_get_text(set, "private") != NULL;
}

int
welcome_is_due(const struct cli *cli)
{
	struct couple c = { 0 };
	struct error err = { 0 };
	int due;

	due = couple_settings(&c, cli, &err) == 0 && !is_told(cli, &c) &&
	    store_look_path(c.shared, &err) == STORE_ABSENT &&
	    store_look_path(c.private, &err) == STORE_ABSENT &&
	    err.status == STATUS_OK;
	error_clear(&err);
	couple_free(&c);
	return due;
}

enum status
welcome(const struct cli *cli, int *begins)
{
	int asks = ask_can(cli);

	screen_say(stdout, "Welcome. Here are small tools for two people, or "
	    "for one, at their own pace. What you write is private until you "
	    "share it.");
	if (!asks)
		screen_say(stdout, "To begin, type: unhurried init\nTo look "
		    "around first, in a made-up couple's place, type: "
		    "unhurried tour");
	screen_say(stdout, "If it hurts or scares you: 'unhurried help "
	    "safety'");
	if (!asks)
		return STATUS_NO;
	*begins = ask_yes("Begin now? It asks for a name, or two. [y/N] ");
	if (!*begins)
		cli_say(cli, "That is fine. 'unhurried init' begins it, "
		    "whenever you like; 'unhurried tour' looks around first, "
		    "in a made-up couple's place.");
	return STATUS_OK;
}
