/*
 * hyph.c - where words are divided: British patterns, and the promises
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/set.h"

struct fixture {
	struct arena *a;
	struct diag d;
	struct setter s;
};

static void
fixture_open(struct fixture *x)
{
	*x = (struct fixture){.a = arena_new()};
	x->d.a = x->a;
	x->s.a = x->a;
	x->s.scratch = x->a;
	x->s.d = &x->d;
	x->s.hyphens = hyphens_new(x->a);
}

static void
fixture_close(struct fixture *x)
{
	hyphens_close(x->s.hyphens);
	arena_free(x->a);
}

/* The word with a hyphen wherever one may be. */
static struct text
divided(struct fixture *x, const char *word, const char *lang)
{
	struct text w = text_of(word);
	const char *points = hyphen_points(&x->s, w, text_of(lang));
	struct buf b = {.a = x->a};

	for (size_t i = 0; i < w.n; i++) {
		buf_addc(&b, w.s[i]);
		if (points && points[i])
			buf_addc(&b, '-');
	}
	return buf_text(&b);
}

static void
british_words(void **state)
{
	static const char *const rows[][2] = {{"detention", "de-ten-tion"},
	    {"prisoners", "pris-on-ers"}, {"Belarusian", "Be-larus-ian"},
	    {"government", "gov-ern-ment"}, {"persecution", "per-se-cu-tion"}};
	struct fixture x;

	(void)state;
	fixture_open(&x);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct text got = divided(&x, rows[i][0], "en-GB");
		if (!text_is(got, rows[i][1]))
			fail_msg("want %s, got %.*s", rows[i][1],
			    TEXT_ARG(got));
	}
	assert_int_equal(x.d.found.n, 0);
	fixture_close(&x);
}

static void
left_whole(void **state)
{
	static const char *const rows[] = {"", "a", "word", "Minsk", "UNHCR",
	    "UNESCO", "covid2019", "well-known", "it's", "McDonald",
	    "\xd0\x90\xd0\xbb\xd0\xb5\xd0\xbd\xd0\xb0", "\xff\xfe\xff\xfe\xff"};
	struct fixture x;

	(void)state;
	fixture_open(&x);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_null(
		    hyphen_points(&x.s, text_of(rows[i]), TEXT("en-GB")));
	fixture_close(&x);
}

/* At least two letters before, three after; never within a character. */
static void
not_at_the_edges(void **state)
{
	static const char *const rows[] = {"apposite", "ability", "already",
	    "na\xc3\xafvety", "\xc3\xa9migration", "administratively",
	    "hospitality", "constitutionally"};
	struct fixture x;

	(void)state;
	fixture_open(&x);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct text w = text_of(rows[i]);
		const char *p = hyphen_points(&x.s, w, TEXT("en-GB"));
		size_t letters = 0, all = 0;
		for (size_t k = 0; k < w.n; all++)
			text_next(w, &k);
		for (size_t k = 0; p && k < w.n;) {
			size_t from = k;
			text_next(w, &k);
			letters++;
			for (size_t b = from; b + 1 < k; b++)
				assert_false(p[b]);
			if (p[k - 1])
				assert_true(letters >= 2 && all - letters >= 3);
		}
	}
	fixture_close(&x);
}

/* One warning for a missing English dictionary, none for other languages;
 * names that lead out of the folder are not looked for. */
static void
dictionaries(void **state)
{
	struct fixture x;

	(void)state;
	fixture_open(&x);
	assert_null(hyphen_points(&x.s, TEXT("detention"), TEXT("en-QQ")));
	assert_null(hyphen_points(&x.s, TEXT("prisoners"), TEXT("en-QQ")));
	assert_int_equal(x.d.found.n, 1);
	assert_string_equal(x.d.found.at[0]->code, "HYPH-01");
	assert_null(hyphen_points(&x.s, TEXT("detention"), TEXT("qq")));
	assert_null(hyphen_points(&x.s, TEXT("detention"), TEXT("../en")));
	assert_int_equal(x.d.found.n, 1);
	assert_non_null(hyphen_points(&x.s, TEXT("detention"), TEXT("en")));
	fixture_close(&x);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(british_words),
	    cmocka_unit_test(left_whole),
	    cmocka_unit_test(not_at_the_edges),
	    cmocka_unit_test(dictionaries),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
