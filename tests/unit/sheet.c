/* Unit tests of load/sheet.c: lengths. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "load/length.h"

static void
lengths_are_rounded_to_a_thousandth_of_a_point(void **state)
{
	static const struct {
		const char *word;
		mpt length;
	} rows[] = {{"12", 12000}, {"11.5pt", 11500}, {"1in", 72000},
	    {"25.4mm", 72000}, {"2.54cm", 72000}, {"1mm", 2835},
	    {"297mm", 841890}, {"210mm", 595276}, {"0", 0}, {"0.4 pt", 400},
	    {"1.23456pt", 1234}, {"10000", 10000000}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		mpt got = -1;
		assert_true(length_parse(text_of(rows[i].word), &got));
		assert_int_equal(got, rows[i].length);
	}
}

static void
what_is_no_length_is_refused_and_changes_nothing(void **state)
{
	static const char *const words[] = {"", "pt", "-1", "1em", "1,5pt",
	    ".5pt", "1 2", "1e3", "10001", "999999cm", "1234567",
	    "99999999999999999999"};

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		mpt got = 7;
		assert_false(length_parse(text_of(words[i]), &got));
		assert_int_equal(got, 7);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(lengths_are_rounded_to_a_thousandth_of_a_point),
	    cmocka_unit_test(what_is_no_length_is_refused_and_changes_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
