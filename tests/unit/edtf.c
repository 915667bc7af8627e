/* Unit tests of load/edtf.c: dates as one word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "load/edtf.h"

static struct date
date_of(const char *word)
{
	struct date d = {0};

	assert_true(edtf_parse(text_of(word), &d));
	return d;
}

static void
assert_point(const struct date_point *p, int year, int month, int day)
{
	assert_int_equal(p->year, year);
	assert_int_equal(p->month, month);
	assert_int_equal(p->day, day);
}

static void
points(void **state)
{
	(void)state;
	struct date d = date_of("2020-08-11");
	assert_point(&d.from, 2020, 8, 11);
	assert_false(d.range || d.circa);
	d = date_of("2020-08");
	assert_point(&d.from, 2020, 8, 0);
	d = date_of(" 2020 ");
	assert_point(&d.from, 2020, 0, 0);
	d = date_of("-0044-03-15");
	assert_point(&d.from, -45, 3, 15);
	d = date_of("0000");
	assert_point(&d.from, -1, 0, 0);
	assert_false(d.range);
	d = date_of("y12345");
	assert_point(&d.from, 12345, 0, 0);
	d = date_of("2020-05-XX");
	assert_point(&d.from, 2020, 5, 0);
	d = date_of("2020-05-04T10:20:00Z");
	assert_point(&d.from, 2020, 5, 4);
}

static void
seasons_and_doubt(void **state)
{
	(void)state;
	struct date d = date_of("2020-21");
	assert_int_equal(d.from.season, 1);
	assert_int_equal(d.from.month, 0);
	assert_true(date_of("2015~").circa);
	assert_true(date_of("2015?").circa);
	assert_true(date_of("2015-03/2016%").circa);
}

static void
ranges(void **state)
{
	(void)state;
	struct date d = date_of("2019-12/2020-02-03");
	assert_true(d.range && !d.open);
	assert_point(&d.from, 2019, 12, 0);
	assert_point(&d.to, 2020, 2, 3);
	assert_true(date_of("2019/open").open);
	assert_true(date_of("2019/..").open);
	assert_true(date_of("2019/").open);
	d = date_of("/2004");
	assert_true(d.range && !d.open);
	assert_point(&d.from, 0, 0, 0);
	assert_point(&d.to, 2004, 0, 0);
	d = date_of("199u");
	assert_true(d.range);
	assert_point(&d.from, 1990, 0, 0);
	assert_point(&d.to, 1999, 0, 0);
	assert_int_equal(date_of("19XX").to.year, 1999);
}

static void
what_is_no_date_is_refused_and_changes_nothing(void **state)
{
	static const char *const words[] = {"", "20", "202O", "2020-1",
	    "2020-13", "2020-01-32", "2020-01-011", "2020-01-01-01", "~", "/",
	    "../..", "2020/x", "y123", "2020-17", "2020-33", "12345",
	    "spring 2020", "2020-00", "2020-02-00", "+2020", "2020-01-"};

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		struct date d = {.from.year = 7};
		assert_false(edtf_parse(text_of(words[i]), &d));
		assert_int_equal(d.from.year, 7);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(points),
	    cmocka_unit_test(seasons_and_doubt),
	    cmocka_unit_test(ranges),
	    cmocka_unit_test(what_is_no_date_is_refused_and_changes_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
