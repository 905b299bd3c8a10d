/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef COUPLE_ACCOUNT_H
#define COUPLE_ACCOUNT_H

#include <sys/types.h>

/*
 * Return the login of the account `uid`, or NULL. Once it was asked for it is
 * known for as long as the process lives, also where the system can be asked
 * no more.
 */
const char *account_login(uid_t uid);
/*
 * Ask for those that may matter in the directory `shared`: where two accounts
 * share it, of whoever owns what lies in it; else of this one, unless it is
 * `named` who writes. Where it is not there, ask for none.
 */
void	 account_prepare(const char *shared, int named);

#endif
