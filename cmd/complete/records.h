/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef COMPLETE_RECORDS_H
#define COMPLETE_RECORDS_H

struct couple;

/* What is kept, by its name; no words of one's own, as somebody may look on. */

/* Print the newest entries of one's own. */
void	 records_ids(const struct couple *c);
/* Print what rests in one's trash and can be brought back. */
void	 records_trash(const struct couple *c);
/* Print calm time to come. */
void	 records_plans(const struct couple *c);
/* Print who is there for one's care, and all that is kept about it. */
void	 records_people(const struct couple *c);
void	 records_care(const struct couple *c);

#endif
