/*
 * column.c - the widths of a table's columns
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/table.h"

static void
a_table_that_fits_is_as_wide_as_its_cells(void **state)
{
	struct column c[] = {{.least = 10, .most = 30},
	    {.least = 20, .most = 50}};

	(void)state;
	assert_true(columns_share(c, 2, 200, 10));
	assert_int_equal(c[0].width, 30);
	assert_int_equal(c[1].x, 40);
	assert_int_equal(c[1].width, 50);
}

static void
a_modest_column_keeps_its_line(void **state)
{
	struct column c[] = {{.least = 20, .most = 60},
	    {.least = 40, .most = 2000}, {.least = 15, .most = 15}};

	(void)state;
	assert_true(columns_share(c, 3, 320, 10));
	assert_int_equal(c[0].width, 60);
	assert_int_equal(c[1].width, 225);
	assert_int_equal(c[2].width, 15);
}

static void
wide_columns_share_by_what_they_want(void **state)
{
	struct column c[] = {{.least = 50, .most = 450},
	    {.least = 50, .most = 850}};

	(void)state;
	assert_true(columns_share(c, 2, 400, 0));
	assert_int_equal(c[0].width, 150);
	assert_int_equal(c[1].width, 250);
}

static void
shares_are_obeyed(void **state)
{
	struct column c[] = {{.least = 1, .most = 9, .share = 2},
	    {.least = 1, .most = 900, .share = 1}, {.least = 1, .most = 1}};

	(void)state;
	assert_true(columns_share(c, 3, 400, 0));
	assert_int_equal(c[0].width, 200);
	assert_int_equal(c[1].width, 100);
	assert_int_equal(c[2].width, 100);
}

static void
words_too_wide_are_told(void **state)
{
	struct column c[] = {{.least = 300, .most = 300},
	    {.least = 100, .most = 100}};

	(void)state;
	assert_false(columns_share(c, 2, 200, 0));
	assert_int_equal(c[0].width + c[1].width, 200);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_table_that_fits_is_as_wide_as_its_cells),
	    cmocka_unit_test(a_modest_column_keeps_its_line),
	    cmocka_unit_test(wide_columns_share_by_what_they_want),
	    cmocka_unit_test(shares_are_obeyed),
	    cmocka_unit_test(words_too_wide_are_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
