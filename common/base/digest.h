/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

/*
 * SHA-256, by the names that OpenBSD and libmd have for it: SHA2_CTX,
 * SHA256Init() and so on, from wherever the system keeps it.
 */
#if defined(__APPLE__)
#include <CommonCrypto/CommonDigest.h>
#define SHA256_DIGEST_LENGTH	CC_SHA256_DIGEST_LENGTH
#define SHA2_CTX		CC_SHA256_CTX
#define SHA256Init		CC_SHA256_Init
#define SHA256Update(ctx, p, n)	CC_SHA256_Update(ctx, p, (CC_LONG)(n))
#define SHA256Final		CC_SHA256_Final
#elif defined(__FreeBSD__) || defined(__NetBSD__)
#if defined(__FreeBSD__)
#include <sha256.h>
#else
#include <sha2.h>
#endif
#define SHA2_CTX		SHA256_CTX
#define SHA256Init		SHA256_Init
#define SHA256Update		SHA256_Update
#define SHA256Final		SHA256_Final
#else
#include <sha2.h>
#endif

#include <stddef.h>
#include <stdint.h>

/* Write the `n` bytes of `digest` to `hex`, which has room for 2 n + 1. */
void	 digest_hex(const uint8_t *digest, size_t n, char *hex);

#endif
