/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_EDITOR_H
#define ENTRY_EDITOR_H

#include "base/buf.h"

struct cli;
struct error;
struct store;

/*
 * A page that a person fills in an editor. It lies in their private tree's
 * recovery/ until what they wrote is safe somewhere else.
 */
struct editor {
	const struct store *private;
	char		*path;		/* NULL when it is gone */
	struct buf	 back;		/* what came back */
	int		 same;		/* it came back as it was */
};

/*
 * Make ready for an editor, which the process may not start any more once the
 * couple is open.
 */
void	 editor_prepare(void);
/*
 * Let the editor change a text; `of` is the six characters of the entry it is
 * of, or NULL. 1 when it was changed, 0 when it came back as it was and the
 * page is gone, which is told where it came back at once; -1 with err. Where
 * the editor broke off, the page stays as long as something lies beside it.
 */
int	 editor_edit(struct editor *p, const struct cli *cli,
	    const struct store *private, const char *of,
	    const struct buf *text, struct error *err);
/*
 * What stands on the page could not be taken, as err says: tell that, and on
 * a terminal offer to go back to it. True when it came back anew; err is then
 * clear.
 */
int	 editor_again(struct editor *p, const struct cli *cli,
	    struct error *err);
/* True for a line of n bytes that is among those of a text. */
int	 editor_has_line(const char *text, const char *line, size_t n);
/* True for a page that came back without anything on it. */
int	 editor_is_blank(const struct editor *p);
/* What was written is safe: remove the page. */
void	 editor_drop(struct editor *p);
/* Say where the page still lies, if it does, and free the memory. */
void	 editor_close(struct editor *p, const struct cli *cli);

#endif
