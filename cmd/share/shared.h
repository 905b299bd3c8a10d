/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef SHARE_SHARED_H
#define SHARE_SHARED_H

#include "base/status.h"

struct cli;
struct couple;

/*
 * Show all that the other can read of one's own, of every kind, each with the
 * one command that takes it back. The worst status of what could not be read.
 */
enum status shared_show(const struct couple *c, struct cli *cli);

#endif
