/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECKIN_SECRET_H
#define CHECKIN_SECRET_H

struct buf;
struct couple;
struct error;

/*
 * Read the secret that keys a record's six characters, so that a shared copy's
 * name tells nobody what it holds; where there is none yet, make one up, which
 * is not kept. 1 for one that is, 0, or -1 with err.
 */
int	 secret_read(const struct couple *c, struct buf *b, struct error *err);
/*
 * Keep it, at the first import. 1, 0 where another call had made one meanwhile,
 * which is then read, or -1 with err.
 */
int	 secret_keep(const struct couple *c, struct buf *b, struct error *err);

#endif
