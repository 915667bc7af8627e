#include "base/sha256.h"

#include <string.h>

/* FIPS 180-4, 4.2.2: the fractional parts of the cube roots of the first 64
 * primes. */
static const uint32_t K[64] = {0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5,
    0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01,
    0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
    0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138,
    0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624,
    0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
    0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f,
    0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t
ror(uint32_t x, unsigned n)
{
	return x >> n | x << (32 - n);
}

/* 6.2.2, step 1: the message schedule. */
static void
schedule(uint32_t w[64], const uint8_t *block)
{
	for (size_t i = 0; i < 16; i++, block += 4)
		w[i] = (uint32_t)block[0] << 24 | (uint32_t)block[1] << 16
		    | (uint32_t)block[2] << 8 | block[3];
	for (size_t i = 16; i < 64; i++) {
		uint32_t a = w[i - 15], b = w[i - 2];
		w[i] = w[i - 16] + (ror(a, 7) ^ ror(a, 18) ^ a >> 3) + w[i - 7]
		    + (ror(b, 17) ^ ror(b, 19) ^ b >> 10);
	}
}

/* 6.2.2, steps 2 to 4.  The eight working variables turn by one place each
 * round: v[7] of one round is v[6] of the one before. */
static void
compress(uint32_t h[8], const uint8_t *block)
{
	uint32_t w[64], v[8];

	schedule(w, block);
	memcpy(v, h, sizeof(v));
	for (size_t i = 0; i < 64; i++) {
		uint32_t a = v[0], e = v[4];
		uint32_t t1 = v[7] + (ror(e, 6) ^ ror(e, 11) ^ ror(e, 25))
		    + ((e & v[5]) ^ (~e & v[6])) + K[i] + w[i];
		uint32_t t2 = (ror(a, 2) ^ ror(a, 13) ^ ror(a, 22))
		    + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
		memmove(v + 1, v, 7 * sizeof(v[0]));
		v[4] += t1;
		v[0] = t1 + t2;
	}
	for (size_t i = 0; i < 8; i++)
		h[i] += v[i];
}

void
sha256_start(struct sha256 *s)
{
	static const uint32_t h[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372,
	    0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

	memcpy(s->h, h, sizeof(h));
	s->n = 0;
}

void
sha256_add(struct sha256 *s, struct text t)
{
	size_t held = s->n % 64;
	const uint8_t *p = (const uint8_t *)t.s;

	s->n += t.n;
	if (held) {
		size_t n = t.n < 64 - held ? t.n : 64 - held;
		if (n)
			memcpy(s->block + held, p, n);
		if (held + n < 64)
			return;
		compress(s->h, s->block);
		p += n, t.n -= n;
	}
	for (; t.n >= 64; p += 64, t.n -= 64)
		compress(s->h, p);
	if (t.n)
		memcpy(s->block, p, t.n);
}

void
sha256_end(struct sha256 *s, uint8_t out[32])
{
	static const char pad[64] = {(char)0x80};
	uint64_t bits = s->n * 8;
	char length[8];

	for (size_t i = 0; i < 8; i++)
		length[i] = (char)(bits >> (56 - 8 * i));
	size_t held = s->n % 64;
	sha256_add(s, (struct text){pad, (held < 56 ? 56 : 120) - held});
	sha256_add(s, (struct text){length, 8});
	for (size_t i = 0; i < 32; i++)
		out[i] = (uint8_t)(s->h[i / 4] >> (24 - 8 * (i % 4)));
}

struct text
sha256_hex(struct arena *a, struct text t)
{
	static const char digit[] = "0123456789abcdef";
	struct sha256 s;
	uint8_t out[32];
	char *hex = arena_alloc(a, 65);

	sha256_start(&s);
	sha256_add(&s, t);
	sha256_end(&s, out);
	for (size_t i = 0; i < 32; i++) {
		hex[2 * i] = digit[out[i] >> 4];
		hex[2 * i + 1] = digit[out[i] & 15];
	}
	return (struct text){hex, 64};
}
