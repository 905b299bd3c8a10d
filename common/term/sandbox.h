/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_SANDBOX_H
#define TERM_SANDBOX_H

/*
 * From here on this process and its children cannot open a connection of any
 * kind: the kernel refuses socket(2) and io_uring_setup(2) with EPERM
 * (seccomp on Linux, pledge on OpenBSD). Elsewhere, and on kernels without
 * it, nothing changes: no tool has code that would use a network.
 */
void	 sandbox_no_network(void);

#endif
