/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef LEAVE_NOTICE_H
#define LEAVE_NOTICE_H

struct cli;
struct couple;
struct leaving;

/* Before anything goes, in every way: say what that is, and who may notice. */
void	 notice_before(const struct couple *c, const struct cli *cli);
/* Say the same where nothing is shared with anyone. */
void	 notice_before_alone(const struct leaving *l, const struct cli *cli);
/* Say what is left, and what no command can take back; with -n only that. */
void	 notice_after(const struct leaving *l, const struct cli *cli);

#endif
