/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef AGREE_TOPIC_H
#define AGREE_TOPIC_H

struct call;
struct error;

/* Return what the deck asks about a topic; NULL for one of one's own. */
const char *topic_question(const struct call *call, const char *slug);
/* Name the topics to begin with, for who gave none. Return STATUS_USAGE. */
int	 topic_list(const struct call *call);
/* Take words on one topic, and hold them. Return a status, or -1 with err. */
int	 topic_hold(struct call *call, const char *topic, struct error *err);

#endif
