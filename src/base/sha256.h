/*
 * sha256.h - SHA-256 (FIPS 180-4): names for what was read and written
 *
 * Not a secret: file identifiers, manifests, cache keys.
 */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include "base/text.h"

struct sha256 {
	uint32_t h[8];
	uint64_t n; /* bytes so far */
	uint8_t block[64];
};

void sha256_start(struct sha256 *s);
void sha256_add(struct sha256 *s, struct text t);
void sha256_end(struct sha256 *s, uint8_t out[32]);

/* The digest of t in 64 lower-case hexadecimal digits. */
struct text sha256_hex(struct arena *a, struct text t);

#endif
