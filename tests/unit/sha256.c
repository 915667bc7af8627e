/* The vectors of FIPS 180-4's examples, and lengths around a block. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/sha256.h"

static void
hashes_to(struct text t, const char *want)
{
	struct arena *a = arena_new();

	assert_string_equal(text_cstr(a, sha256_hex(a, t)), want);
	arena_free(a);
}

static void
vectors(void **state)
{
	(void)state;
	hashes_to(TEXT(""),
	    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	hashes_to(TEXT("abc"),
	    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	hashes_to(TEXT("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnop"
		       "q"),
	    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void
million(void **state)
{
	static char a[1000];
	struct sha256 s;
	uint8_t out[32];

	(void)state;
	memset(a, 'a', sizeof(a));
	sha256_start(&s);
	for (int i = 0; i < 1000; i++)
		sha256_add(&s, (struct text){a, sizeof(a)});
	sha256_end(&s, out);
	assert_int_equal(out[0], 0xcd);
	assert_int_equal(out[1], 0xc7);
	assert_int_equal(out[31], 0xd0);
}

/* In pieces of any size, the digest is that of the whole. */
static void
pieces(void **state)
{
	char all[200];
	uint8_t want[32], got[32];
	struct sha256 s;

	(void)state;
	for (size_t i = 0; i < sizeof(all); i++)
		all[i] = (char)(i * 7);
	for (size_t n = 0; n <= sizeof(all); n++) {
		sha256_start(&s);
		sha256_add(&s, (struct text){all, n});
		sha256_end(&s, want);
		for (size_t step = 1; step < 70; step += 23) {
			sha256_start(&s);
			for (size_t i = 0; i < n; i += step)
				sha256_add(&s,
				    (struct text){all + i,
					n - i < step ? n - i : step});
			sha256_end(&s, got);
			assert_memory_equal(want, got, sizeof(got));
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(vectors),
	    cmocka_unit_test(million), cmocka_unit_test(pieces)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
