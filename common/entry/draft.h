/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_DRAFT_H
#define ENTRY_DRAFT_H

#include "base/buf.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "format/yaml.h"

struct cli;
struct entry;
struct error;

/*
 * An entry while it is put together: from operands, from answers on a
 * terminal, or from a page in an editor.
 */
struct draft {
	const struct couple	*couple;
	const char		*kind;		/* "checkin" to begin with */
	const char		*name;		/* of its subject, or NULL */
	const char		*prompt;	/* the id of what it answers */
	int			 beside;	/* something is kept beside it */
	int			 minutes;	/* it took; 0 for unsaid */
	const char *const	*asks;		/* only these scales, then
						   words; NULL for everything */
	long			 ratings[SCALES_MOST];	/* -1: none */
	unsigned int		 asked;		/* a bit for each scale that a
						   person was asked about */
	struct yaml		 yaml;		/* holds the lists */
	struct node		*tags;
	struct node		*feel;
	const char		*pace;
	struct buf		 today;
	struct buf		 note;
};

/* Begin an empty check-in. */
void	 draft_open(struct draft *d, const struct couple *c);
void	 draft_free(struct draft *d);
/* True when nothing was said yet. */
int	 draft_is_empty(const struct draft *d);

/* Take "mood=7" or "mood=hard". 0, or -1 with err. */
int	 draft_rating(struct draft *d, const char *s, struct error *err);
/*
 * Take the words of `s`, with commas between them, each once into `list`, which
 * is d->tags or d->feel; `what` names it in messages. 0, or -1 with err.
 */
int	 draft_words(struct draft *d, struct node *list, const char *what,
	    const char *s, struct error *err);
/* Take slower, same or curious. 0, or -1 with err. */
int	 draft_pace(struct draft *d, const char *s, struct error *err);

/*
 * Ask each question on the terminal; Enter skips, a dot alone ends. 0, or -1
 * with err.
 */
int	 draft_ask(struct draft *d, const struct cli *cli, struct error *err);

/* How such a page begins. */
#define DRAFT_PAGE	"# Leave empty what you like."
/*
 * Return where such a page begins in `text`, in English or in the reader's
 * language; NULL for nowhere.
 */
const char *draft_page_in(const char *text);
/*
 * The page for an editor, with what was said already; and what came back of a
 * page that began so, which takes the place of all that was there. 0, or -1
 * with err.
 */
void	 draft_page(struct draft *d, struct buf *b);
int	 draft_read_page(struct draft *d, const char *began, const char *data,
	    size_t n, const char *name, struct error *err);

/* Build e's tree from the draft; e's id and at are set. 0, or -1 with err. */
int	 draft_finish(const struct draft *d, struct entry *e,
	    struct error *err);

#endif
