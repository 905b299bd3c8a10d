/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_STATUS_H
#define BASE_STATUS_H

/* Exit statuses of every tool; unhurried(7) has the same table for readers. */
enum status {
	STATUS_OK = 0,		/* done, or yes */
	STATUS_NO = 1,		/* the documented no */
	STATUS_USAGE = 2,	/* the call's words */
	STATUS_DATA = 3,	/* what a file or a record holds */
	STATUS_SYSTEM = 4	/* disk, memory, permissions */
};

#endif
