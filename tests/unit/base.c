/* Unit tests of base/: texts, tables, near misses, messages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"
#include "base/map.h"
#include "base/near.h"
#include "base/unit.h"

static void
text_next_reads_every_width_and_marks_bad_bytes(void **state)
{
	static const struct {
		const char *s;
		uint32_t cp;
		size_t n;
	} rows[] = {{"a", 'a', 1}, {"\xc3\xa9", 0xe9, 2},
	    {"\xe2\x82\xac", 0x20ac, 3}, {"\xf0\x9f\x98\x80", 0x1f600, 4},
	    {"\xc0\x80", 0xfffd, 1}, {"\xed\xa0\x80", 0xfffd, 1},
	    {"\xe2\x82", 0xfffd, 1}, {"\xff", 0xfffd, 1},
	    {"\xf4\x90\x80\x80", 0xfffd, 1}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t off = 0;
		assert_int_equal(text_next(text_of(rows[i].s), &off),
		    rows[i].cp);
		assert_int_equal(off, rows[i].n);
	}
}

static void
text_bad_utf8_finds_the_first_bad_byte(void **state)
{
	(void)state;
	assert_int_equal(text_bad_utf8(TEXT("a\xc3\xa9")), 3);
	assert_int_equal(text_bad_utf8(TEXT("ab\xffz")), 2);
	/* U+FFFD itself is well formed. */
	assert_int_equal(text_bad_utf8(TEXT("\xef\xbf\xbd")), 3);
}

static void
text_split_gives_every_piece_and_the_empty_last_one(void **state)
{
	struct text rest = TEXT("a,,b,"), piece;
	const char *want[] = {"a", "", "b", ""};
	size_t n = 0;

	(void)state;
	while (text_split(&rest, ',', &piece))
		assert_true(n < 4 && text_is(piece, want[n++]));
	assert_int_equal(n, 4);
}

static void
text_find_sees_matches_that_overlap_a_false_start(void **state)
{
	(void)state;
	assert_int_equal(text_find(TEXT("aab"), 0, TEXT("ab")), 1);
	assert_int_equal(text_find(TEXT("aaa"), 0, TEXT("ab")), 3);
	assert_int_equal(text_find(TEXT("ab"), 0, TEXT("abc")), 2);
}

static void
map_keeps_a_thousand_keys_and_tells_the_old_value(void **state)
{
	struct arena *a = arena_new();
	struct map m = {0};
	static int v[1000];

	(void)state;
	for (int i = 0; i < 1000; i++)
		assert_null(map_put(a, &m, text_fmt(a, "key %d", i), &v[i]));
	for (int i = 0; i < 1000; i++)
		assert_ptr_equal(map_at(&m, text_fmt(a, "key %d", i)), &v[i]);
	assert_null(map_at(&m, TEXT("key 1000")));
	assert_ptr_equal(map_put(a, &m, TEXT("key 7"), &v[8]), &v[7]);
	assert_int_equal(m.n, 1000);
	arena_free(a);
}

static void
near_knows_the_four_slips(void **state)
{
	(void)state;
	assert_int_equal(near_distance(TEXT("name"), TEXT("name"), 3), 0);
	assert_int_equal(near_distance(TEXT("nmae"), TEXT("name"), 3), 1);
	assert_int_equal(near_distance(TEXT("nam"), TEXT("name"), 3), 1);
	assert_int_equal(near_distance(TEXT("namee"), TEXT("name"), 3), 1);
	assert_int_equal(near_distance(TEXT("game"), TEXT("name"), 3), 1);
	assert_int_equal(near_distance(TEXT("abcdef"), TEXT("uvwxyz"), 3), 4);
}

static void
near_prefers_the_nearest_and_leaves_strangers_alone(void **state)
{
	struct near n = near_to(TEXT("nationalty"));

	(void)state;
	near_offer(&n, TEXT("nationals"));
	near_offer(&n, TEXT("nationality"));
	near_offer(&n, TEXT("name"));
	assert_true(text_is(n.best, "nationality"));
	n = near_to(TEXT("zz"));
	near_offer(&n, TEXT("born"));
	assert_int_equal(n.best.n, 0);
}

static void
mpt_scale_rounds_to_the_nearest_both_ways(void **state)
{
	(void)state;
	assert_int_equal(mpt_scale(500, 10000, 1000), 5000);
	assert_int_equal(mpt_scale(333, 11500, 1000), 3830);
	assert_int_equal(mpt_scale(-333, 11500, 1000), -3830);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(text_next_reads_every_width_and_marks_bad_bytes),
	    cmocka_unit_test(text_bad_utf8_finds_the_first_bad_byte),
	    cmocka_unit_test(
		text_split_gives_every_piece_and_the_empty_last_one),
	    cmocka_unit_test(text_find_sees_matches_that_overlap_a_false_start),
	    cmocka_unit_test(map_keeps_a_thousand_keys_and_tells_the_old_value),
	    cmocka_unit_test(near_knows_the_four_slips),
	    cmocka_unit_test(
		near_prefers_the_nearest_and_leaves_strangers_alone),
	    cmocka_unit_test(mpt_scale_rounds_to_the_nearest_both_ways),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
