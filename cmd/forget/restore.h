/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORGET_RESTORE_H
#define FORGET_RESTORE_H

#include "base/error.h"

struct call;

/* Bring back from the trash what `wanted` names. Return the status. */
enum status restore(struct call *call, const char *wanted);

#endif
