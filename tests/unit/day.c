/* Unit tests of load/day.c: days as people write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "load/day.h"

static void
days_of_the_calendar_exist(void **state)
{
	static const struct {
		struct day day;
		bool exists;
	} rows[] = {{{2024, 2, 29}, true}, {{2023, 2, 29}, false},
	    {{1900, 2, 29}, false}, {{2000, 2, 29}, true},
	    {{2026, 4, 31}, false}, {{2026, 12, 31}, true},
	    {{2026, 0, 1}, false}, {{2026, 13, 1}, false},
	    {{2026, 1, 0}, false}, {{0, 1, 1}, false}, {{9999, 12, 31}, true}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(day_exists(rows[i].day), rows[i].exists);
}

static void
a_partial_date_spans_what_it_may_mean(void **state)
{
	static const struct {
		const char *word;
		int from, to; /* 0: none */
	} rows[] = {{"2024-02-29", 20240229, 20240229},
	    {"2024-02", 20240201, 20240229}, {"2023-02", 20230201, 20230228},
	    {"2024", 20240101, 20241231}, {"2023-02-29", 0, 0},
	    {"2024-13", 0, 0}, {"2024-00", 0, 0}, {"0000", 0, 0},
	    {"c. 2024", 0, 0}, {"24", 0, 0}, {"", 0, 0}, {"2024-1", 0, 0},
	    {"2024/01/01", 0, 0}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct day_span s = {0, 0};
		bool ok = day_span(text_of(rows[i].word), &s);
		assert_int_equal(ok, rows[i].from != 0);
		if (ok) {
			assert_int_equal(s.from, rows[i].from);
			assert_int_equal(s.to, rows[i].to);
		}
	}
}

static void
what_people_write_is_guessed(void **state)
{
	static const struct {
		const char *word, *day, *other; /* NULL: none */
	} rows[] = {{"20.11.2026", "2026-11-20", NULL},
	    {"20/11/2026", "2026-11-20", NULL},
	    {"11/20/2026", "2026-11-20", NULL},
	    {"03/04/2026", "2026-04-03", "2026-03-04"},
	    {"4.4.2026", "2026-04-04", NULL}, {"2026/1/5", "2026-01-05", NULL},
	    {"2026.11.20", "2026-11-20", NULL},
	    {"20261120", "2026-11-20", NULL},
	    {"20 November 2026", "2026-11-20", NULL},
	    {"November 20, 2026", "2026-11-20", NULL},
	    {"20th of Nov. 2026", "2026-11-20", NULL},
	    {"1st JANUARY 2026", "2026-01-01", NULL},
	    {"2026-11-20T10:00:00", "2026-11-20", NULL},
	    {"31/02/2024", "2024-02-31", NULL}, {"11/2026", "2026-11", NULL},
	    {"2026/11", "2026-11", NULL}, {"November 2026", "2026-11", NULL},
	    {"20/11/26", NULL, NULL}, {"13/13/2026", NULL, NULL},
	    {"tomorrow", NULL, NULL}, {"2026", NULL, NULL}, {"", NULL, NULL},
	    {"/", NULL, NULL}, {"1/2/3/2026", NULL, NULL},
	    {"99999999999999", NULL, NULL}, {"May June 2026", NULL, NULL},
	    {"th 2026", NULL, NULL}, {"20 Brumaire 2026", NULL, NULL},
	    {"20\xe2\x80\x93"
	     "11-2026",
		NULL, NULL}};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct day_guess g;
		bool ok = day_guess(text_of(rows[i].word), &g);
		assert_int_equal(ok, rows[i].day != NULL);
		if (!ok)
			continue;
		assert_true(text_is(day_show(a, g.day), rows[i].day));
		assert_int_equal(g.other.year != 0, rows[i].other != NULL);
		if (rows[i].other)
			assert_true(
			    text_is(day_show(a, g.other), rows[i].other));
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(days_of_the_calendar_exist),
	    cmocka_unit_test(a_partial_date_spans_what_it_may_mean),
	    cmocka_unit_test(what_people_write_is_guessed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
