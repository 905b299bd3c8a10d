/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <fnmatch.h>
#include <string.h>

#include "base/message.h"
#include "store/layout.h"

#define PLACES	(TREE_SHARED | TREE_PRIVATE | TREE_MIRROR)
#define BOTH	(TREE_SHARED | TREE_MIRROR)
#define WORDS	(LAYOUT_KEPT | LAYOUT_RECORDED)
#define YEAR	"log/[0-9][0-9][0-9][0-9]"
#define A_PAGE	"[a-z]*"

#define DIRS	SENTENCE("expected only directories here")
#define YAML	SENTENCE("expected only names here that end in .yaml")
#define ENDED	SENTENCE("expected only names here that end in .yaml or .ended")
#define ENTRY \
	SENTENCE("expected a name like " \
	    "20261122t200431z-alex-checkin-a1b2c3.yaml")

const struct layout layout[] = {
	/* Who the two are, and their scales. */
	{ TREE_ROOT, "", LAYOUT_COUPLE, AS_COUPLE, 0, SENTENCE("expected only "
	    "couple.yaml here, and a directory for each name") },
	/* What Syncthing and git leave out or alone. */
	{ TREE_ROOT | TREE_ANY, "", ".stignore", AS_NOTHING, LAYOUT_NEEDED,
	    NULL },
	{ TREE_ROOT | TREE_ANY, "", ".gitignore", AS_NOTHING, LAYOUT_NEEDED,
	    NULL },
	{ TREE_ROOT | TREE_ANY, "", ".gitattributes", AS_NOTHING,
	    LAYOUT_NEEDED, NULL },
	/* What they keep for themselves. */
	{ TREE_ANY, "", ".git", AS_NOTHING, 0, NULL },
	{ TREE_ANY, ".git", NULL, AS_OTHERS, 0, NULL },
	{ TREE_ANY, ".stfolder*", NULL, AS_OTHERS, 0, NULL },
	{ TREE_ANY, "", ".stfolder*", AS_NOTHING, 0, NULL },
	{ TREE_ANY, "", ".syncthing.*", AS_NOTHING, 0, NULL },
	{ TREE_ANY, ".sync", NULL, AS_OTHERS, 0, NULL },
	{ TREE_ANY, ".dropbox*", NULL, AS_OTHERS, 0, NULL },
	{ TREE_ANY, "", ".dropbox*", AS_NOTHING, 0, NULL },
	{ TREE_ANY, "", ".owncloudsync*", AS_NOTHING, 0, NULL },
	{ TREE_ANY, "", ".nextcloudsync*", AS_NOTHING, 0, NULL },
	{ TREE_ANY, "", ".sync_*", AS_NOTHING, 0, NULL },
	{ TREE_ANY, "", "._sync_*", AS_NOTHING, 0, NULL },
	{ TREE_ANY, "", ".unison*", AS_NOTHING, 0, NULL },
	{ TREE_ANY, ".stversions", NULL, AS_OTHERS, 0, NULL },
	/* A person's place. */
	{ TREE_ROOT, "[a-z]*", NULL, AS_TREE, 0, NULL },

	/* What a person is called, their account, their words for signals. */
	{ TREE_SHARED, "", LAYOUT_PERSON, AS_PERSON,
	    LAYOUT_NEEDED | LAYOUT_RECORDED,
	    SENTENCE("expected only person.yaml here, and directories") },
	/* What makes names for many records at once. */
	{ TREE_PRIVATE, "", LAYOUT_SECRET, AS_NOTHING, 0, DIRS },
	{ TREE_MIRROR, "", NULL, AS_NOTHING, 0, DIRS },
	/* Entries, and marks of those let go of, by UTC month. */
	{ TREE_SHARED | TREE_PRIVATE, LAYOUT_LOG, NULL, AS_NOTHING,
	    LAYOUT_MADE_SHARED | LAYOUT_MADE_PRIVATE | LAYOUT_NEEDED,
	    SENTENCE("expected only a directory for each year here, such as "
	    "2026") },
	{ TREE_SHARED | TREE_PRIVATE, YEAR, NULL, AS_NOTHING, 0,
	    SENTENCE("expected only a directory for each month here, 01 to 12")
	    },
	{ TREE_SHARED | TREE_PRIVATE, YEAR "/0[1-9]", "*", AS_ENTRY, 0,
	    ENTRY },
	{ TREE_SHARED | TREE_PRIVATE, YEAR "/1[0-2]", "*", AS_ENTRY, 0,
	    ENTRY },
	/* What is true while it is there: the place is whole; */
	{ BOTH, LAYOUT_NOW, LAYOUT_HERE, AS_NOTHING,
	    LAYOUT_MADE_SHARED | LAYOUT_NEEDED | LAYOUT_KEPT,
	    SENTENCE("expected only here, pause.yaml, signal.yaml and "
	    "offer-NAME.yaml") },
	/* that somebody would open an answer together; */
	{ BOTH, LAYOUT_NOW, LAYOUT_OFFER "*", AS_OFFER, 0, NULL },
	/* a pause, as pause_is_named() has it; */
	{ BOTH, LAYOUT_NOW, "*[Pp][Aa][Uu][Ss][Ee]*", AS_NOTHING,
	    LAYOUT_ALL_NAMES, NULL },
	/* a signal. */
	{ BOTH, LAYOUT_NOW, "signal*.yaml", AS_SIGNAL, LAYOUT_RECORDED, NULL },
	{ BOTH, LAYOUT_NOW, "*.yaml", AS_PAGE, 0, NULL },
	/* Words that somebody holds, and that they ended. */
	{ BOTH, LAYOUT_HELD, NULL, AS_NOTHING,
	    LAYOUT_MADE_SHARED | LAYOUT_KEPT,
	    SENTENCE("expected only agree, pace and reason here") },
	{ BOTH, "held/agree", "*.yaml", AS_HELD, WORDS, ENDED },
	{ BOTH, "held/agree", "*.ended", AS_NOTHING, 0, NULL },
	{ BOTH, "held/pace", "*.yaml", AS_HELD, WORDS, ENDED },
	{ BOTH, "held/pace", "*.ended", AS_NOTHING, 0, NULL },
	{ BOTH, "held/reason", "*.yaml", AS_HELD, WORDS, ENDED },
	{ BOTH, "held/reason", "*.ended", AS_NOTHING, 0, NULL },
	/* A boundary, and the mark of a welcome that was taken back. */
	{ PLACES, LAYOUT_BOUNDS, "*.yaml", AS_BOUND,
	    LAYOUT_MADE_SHARED | LAYOUT_WHOLE | WORDS,
	    SENTENCE("expected only names here that end in .yaml or .gone") },
	{ PLACES, LAYOUT_BOUNDS, "*.gone", AS_NOTHING, 0, NULL },
	/* Calm time to come. */
	{ TREE_SHARED | TREE_PRIVATE, LAYOUT_PLANS, "*.yaml", AS_PLAN,
	    LAYOUT_RECORDED, YAML },
	/* The same that comes again, and what of it was let go of. */
	{ TREE_SHARED | TREE_PRIVATE, LAYOUT_RECURRING, "*.yaml",
	    AS_RECURRING, 0, YAML },
	/* A visit that both know of: its day and time. */
	{ TREE_SHARED, LAYOUT_VISITS, "*.yaml", AS_VISIT, LAYOUT_RECORDED,
	    YAML },
	/* Questions, rituals and readings of somebody's own. */
	{ TREE_SHARED | TREE_PRIVATE, LAYOUT_PROMPTS, "*.yaml", AS_DECK,
	    LAYOUT_RECORDED, YAML },
	{ TREE_SHARED | TREE_PRIVATE, LAYOUT_RITUALS, "*.yaml", AS_DECK,
	    LAYOUT_RECORDED, YAML },
	{ TREE_SHARED, LAYOUT_LESSONS, "*.yaml", AS_DECK, LAYOUT_RECORDED,
	    YAML },

	/* What was let go of or changed: entries, and what is none. */
	{ TREE_PRIVATE, LAYOUT_TRASH, "[0-9]*-*-*-*.yaml", AS_NOTHING,
	    LAYOUT_MADE_PRIVATE | LAYOUT_ALL_NAMES,
	    SENTENCE("expected a name like "
	    "20261122t200431z-alex-checkin-a1b2c3.1.yaml") },
	{ TREE_PRIVATE, LAYOUT_TRASH, "held-*.yaml", AS_NOTHING, 0, NULL },
	{ TREE_PRIVATE, LAYOUT_TRASH, "left.*.yaml", AS_NOTHING, 0, NULL },
	{ TREE_PRIVATE, LAYOUT_TRASH, "boundary.*.yaml", AS_NOTHING, 0, NULL },
	{ TREE_PRIVATE, LAYOUT_TRASH, "words.*.yaml", AS_NOTHING, 0, NULL },
	{ TREE_PRIVATE, LAYOUT_TRASH, "care-*.yaml", AS_NOTHING, 0, NULL },
	{ TREE_PRIVATE, LAYOUT_TRASH, "own-*.yaml", AS_NOTHING, 0, NULL },
	/* Words that could not be saved, and an editor's pages. */
	{ TREE_PRIVATE, LAYOUT_RECOVERY, "*", AS_WAITING,
	    LAYOUT_MADE_PRIVATE | LAYOUT_ALL_NAMES,
	    SENTENCE("expected only files with words here") },
	{ TREE_PRIVATE, LAYOUT_RECOVERY, ".[!.]*", AS_WAITING, 0, NULL },
	/* What is put back when the shared place loses it. */
	{ TREE_PRIVATE, LAYOUT_MIRROR, NULL, AS_MIRROR, 0, DIRS },
	/* In it, besides, marks of entries, and what is to be taken back. */
	{ TREE_MIRROR, LAYOUT_GONE, "[0-9]*-*-*-*.gone", AS_MARK,
	    LAYOUT_KEPT,
	    SENTENCE("expected a name like "
	    "20261122t200431z-alex-checkin-a1b2c3.gone") },
	{ TREE_MIRROR, LAYOUT_WISHES, "*.yaml", AS_FREE, 0, YAML },
	/* What one's own tools placed in the shared place: a hash of each. */
	{ TREE_PRIVATE, LAYOUT_PLACED, "*.yaml", AS_FREE, LAYOUT_ALL_NAMES,
	    YAML },
	/* Who helps, visits, and what to bring to them. */
	{ TREE_PRIVATE, LAYOUT_CARE, NULL, AS_NOTHING, 0, SENTENCE("expected "
	    "only people, visits, practices, questions and lines here") },
	{ TREE_PRIVATE, "care/people", "*.yaml", AS_CARE, 0, YAML },
	{ TREE_PRIVATE, "care/visits", "*.yaml", AS_CARE, 0, YAML },
	{ TREE_PRIVATE, "care/practices", "*.yaml", AS_CARE, 0, YAML },
	{ TREE_PRIVATE, "care/questions", "*.yaml", AS_CARE, 0, YAML },
	{ TREE_PRIVATE, "care/lines", "*.yaml", AS_CARE, 0, YAML },
	/* What is one's own alone: nothing shares it, and nothing counts it. */
	{ TREE_PRIVATE, LAYOUT_OWN, "settings.yaml", AS_SCALES, 0,
	    SENTENCE("expected only settings.yaml here, and steps, visits, "
	    "before and numbers") },
	{ TREE_PRIVATE, "own/steps", "*.yaml", AS_OWN, 0, YAML },
	{ TREE_PRIVATE, "own/visits", "*.yaml", AS_OWN, 0, YAML },
	{ TREE_PRIVATE, "own/before", "*.yaml", AS_OWN, 0, YAML },
	{ TREE_PRIVATE, "own/numbers", "[0-9]*-*-*-*.yaml", AS_FREE,
	    LAYOUT_ALL_NAMES, ENTRY },
	/* A harsh line, and kinder words for it; pages for a harder day. */
	{ TREE_PRIVATE, LAYOUT_THOUGHTS, "*.yaml", AS_OWN, 0, YAML },
	{ TREE_PRIVATE, LAYOUT_PAGES, "*.yaml", AS_OWN, 0, YAML },
	/* What is left out, and which question is shown instead today. */
	{ TREE_PRIVATE, LAYOUT_ASIDE, "*.yaml", AS_FREE, 0, YAML },
	{ TREE_PRIVATE, LAYOUT_TODAY, "*.yaml", AS_FREE, 0, YAML },
	/* Whatever a later version, or somebody, keeps beside these. */
	{ PLACES, A_PAGE, "*.yaml", AS_FREE, 0, YAML },
	{ PLACES, A_PAGE "/[a-z]*", "*.yaml", AS_FREE, 0, YAML },

	/* Which lines nudge said of late. */
	{ TREE_STATE, "[a-z]*", LAYOUT_SAID, AS_NOTHING, 0, NULL },
	/* When that words came from elsewhere was said last. */
	{ TREE_STATE, "[a-z]*", LAYOUT_PLACED ".yaml", AS_NOTHING, 0, NULL },
	{ 0, NULL, NULL, AS_NOTHING, 0, NULL }
};

const struct layout *
layout_top(enum layout_tree tree)
{
	const struct layout *l = layout;

	while ((l->trees & (int)tree) == 0)
		l++;
	return l;
}

/* Return the last part of `path` where it lies right in `dir`, or NULL. */
static const char *
part_in(const char *path, const char *dir)
{
	size_t n = strlen(dir);

	if (n > 0 && (strncmp(path, dir, n) != 0 || path[n++] != '/'))
		return NULL;
	return path[n] == '\0' || strchr(path + n, '/') != NULL ? NULL :
	    path + n;
}

const struct layout *
layout_find(enum layout_tree tree, const struct layout *in, const char *name,
    int directory)
{
	const char *dir, *pattern;
	const struct layout *l;

	for (l = layout; l->trees != 0; l++) {
		if ((l->trees & (int)(tree | TREE_ANY)) == 0)
			continue;
		dir = l->trees & TREE_ANY ? "" :
		    in->as == AS_FREE ? A_PAGE : in->dir;
		pattern = directory ? part_in(l->dir, dir) :
		    strcmp(l->dir, dir) == 0 ? l->file : NULL;
		if (pattern != NULL && fnmatch(pattern, name, FNM_PERIOD) == 0)
			return l;
	}
	return NULL;
}
