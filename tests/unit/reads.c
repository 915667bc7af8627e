#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/reads.h"

static const struct value *
fact(struct arena *a, struct value *parent, const char *key)
{
	return value_add(a, parent, text_of(key), VALUE_TEXT, TEXT("x"),
	    (struct pos){0});
}

static void
each_once_words_first(void **state)
{
	struct arena *a = arena_new();
	const struct value *x = fact(a, NULL, "x"), *y = fact(a, NULL, "y");
	const struct reads *rx = reads_of(a, READ_VALUE, x);
	const struct reads *ry = reads_of(a, READ_VALUE, y);
	const struct reads *both = reads_join(a, ry, reads_join(a, rx, ry));

	(void)state;
	struct readings r = reads_list(a, rx, both);
	assert_int_equal(r.at.n, 2);
	assert_ptr_equal(r.at.at[0].value, x);
	assert_true(r.at.at[0].words);
	assert_ptr_equal(r.at.at[1].value, y);
	assert_false(r.at.at[1].words);
	arena_free(a);
}

static void
nothing_joins_for_nothing(void **state)
{
	struct arena *a = arena_new();
	const struct reads *r = reads_of(a, READ_VALUE, fact(a, NULL, "x"));

	(void)state;
	assert_ptr_equal(reads_join(a, r, NULL), r);
	assert_ptr_equal(reads_join(a, NULL, r), r);
	assert_ptr_equal(reads_join(a, r, r), r);
	assert_null(reads_if(a, NULL));
	assert_int_equal(reads_list(a, NULL, NULL).at.n, 0);
	arena_free(a);
}

static void
conditions_among_words(void **state)
{
	struct arena *a = arena_new();
	const struct reads *x = reads_of(a, READ_VALUE, fact(a, NULL, "x"));
	const struct reads *y = reads_of(a, READ_VALUE, fact(a, NULL, "y"));

	(void)state;
	struct readings r =
	    reads_list(a, reads_join(a, reads_if(a, y), x), NULL);
	assert_int_equal(r.at.n, 2);
	assert_true(r.at.at[0].words);
	assert_false(r.at.at[1].words);
	/* What is in the words is so whatever else it is. */
	r = reads_list(a, reads_join(a, reads_if(a, x), x), x);
	assert_int_equal(r.at.n, 1);
	assert_true(r.at.at[0].words);
	arena_free(a);
}

/* 2^64 ways lead to its one end, and a long rope needs no deep stack. */
static void
shared_and_long(void **state)
{
	struct arena *a = arena_new();
	const struct value *x = fact(a, NULL, "x");
	const struct reads *r = reads_of(a, READ_VALUE, x), *one = r;

	(void)state;
	for (int i = 0; i < 64; i++)
		r = reads_join(a, reads_join(a, r, one), r);
	assert_int_equal(reads_list(a, r, r).at.n, 1);
	for (int i = 0; i < 1000000; i++)
		r = reads_join(a, r, one);
	assert_int_equal(reads_list(a, r, NULL).at.n, 1);
	arena_free(a);
}

static void
all_that_is_below(void **state)
{
	struct arena *a = arena_new();
	struct value *map =
	    value_add(a, NULL, TEXT(""), VALUE_MAP, TEXT(""), (struct pos){0});
	const struct value *x = fact(a, map, "x");

	(void)state;
	struct readings r = reads_list(a, reads_of(a, READ_ALL, map),
	    reads_absent(a, map, TEXT("y")));
	assert_int_equal(r.at.n, 3);
	assert_int_equal(r.at.at[0].kind, READ_SHAPE);
	assert_ptr_equal(r.at.at[1].value, x);
	assert_int_equal(r.at.at[2].kind, READ_ABSENT);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_once_words_first),
	    cmocka_unit_test(nothing_joins_for_nothing),
	    cmocka_unit_test(conditions_among_words),
	    cmocka_unit_test(shared_and_long),
	    cmocka_unit_test(all_that_is_below),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
