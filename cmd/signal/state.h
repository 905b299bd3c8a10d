/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef SIGNAL_STATE_H
#define SIGNAL_STATE_H

#include "base/status.h"
#include "term/cli.h"

struct couple;

/* Show how it is now. Return STATUS_OK for clear, or STATUS_NO. */
enum status state_show(const struct couple *c, enum cli_format format);

#endif
