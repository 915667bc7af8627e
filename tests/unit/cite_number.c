/* Unit tests of cite/number: ranges of pages, ordinals, what is a number. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "cite/number.h"

struct fixture {
	struct arena *a;
	struct terms terms;
};

static int
setup(void **state)
{
	struct arena *a = arena_new();
	struct fixture *f = arena_make(a, struct fixture);

	f->a = a;
	for (size_t i = 0; i < 101; i++)
		f->terms.ordinal[i].match = -1;
	f->terms.ordinal[100].text[0] = TEXT("th");
	f->terms.ordinal[1].text[0] = TEXT("st");
	f->terms.ordinal[1].text[2] = TEXT("re");
	f->terms.ordinal[2].text[0] = TEXT("nd");
	f->terms.ordinal[11].text[0] = TEXT("th");
	f->terms.ordinal[12].text[0] = TEXT("th");
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	arena_free(f->a);
	return 0;
}

static void
same(struct text got, const char *want)
{
	if (!text_is(got, want))
		print_error("\"%.*s\", not \"%s\"\n", TEXT_ARG(got), want);
	assert_true(text_is(got, want));
}

/* CSL 1.0.2, appendix V. */
static void
page_ranges(void **state)
{
	static const char *const cases[][3] = {
	    {"321-328", "", "321\u2013328"},
	    {"42-5", "expanded", "42\u201345"},
	    {"321-328", "minimal", "321\u20138"},
	    {"2787-2816", "minimal", "2787\u2013816"},
	    {"103-104", "minimal-two", "103\u201304"},
	    {"3-10", "chicago", "3\u201310"},
	    {"71-72", "chicago", "71\u201372"},
	    {"100-104", "chicago", "100\u2013104"},
	    {"107-108", "chicago", "107\u20138"},
	    {"321-325", "chicago", "321\u201325"},
	    {"1087-1089", "chicago", "1087\u201389"},
	    {"1496-1504", "chicago", "1496\u20131504"},
	    {"1496-1504", "chicago-16", "1496\u2013504"},
	    {"13792-13803", "chicago", "13792\u2013803"},
	    {"12991-3001", "chicago-16", "12991\u20133001"},
	    {"S12 - S18", "minimal", "S12\u20138"},
	    {"S12 - 18", "expanded", "S12-18"},
	    {"Ames-Bell", "", "Ames-Bell"},
	    {"12a-c", "", "12a\u2013c"},
	    {"12, 14-16", "", "12, 14\u201316"},
	    {"iv-ix", "minimal", "iv\u2013ix"},
	    {"327\\-30", "chicago", "327-30"},
	    {"", "chicago", ""},
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		same(number_pages(f->a, &f->terms, text_of(cases[i][0]),
			 text_of(cases[i][1])),
		    cases[i][2]);
}

/* CSL 1.0.2, "Ordinal Suffixes": two digits before one, whatever precedes. */
static void
ordinals(void **state)
{
	struct fixture *f = *state;

	same(number_ordinal(f->a, &f->terms, 1, 0), "1st");
	same(number_ordinal(f->a, &f->terms, 1, 'f'), "1re");
	same(number_ordinal(f->a, &f->terms, 1, 'm'), "1st");
	same(number_ordinal(f->a, &f->terms, 11, 0), "11th");
	same(number_ordinal(f->a, &f->terms, 22, 0), "22nd");
	same(number_ordinal(f->a, &f->terms, 111, 0), "111th");
	same(number_ordinal(f->a, &f->terms, 5, 0), "5th");
}

static void
whole_variables(void **state)
{
	struct fixture *f = *state;

	same(number_text(f->a, &f->terms, TEXT("4"), ROMAN, 0), "iv");
	same(number_text(f->a, &f->terms, TEXT("1999"), ROMAN, 0), "mcmxcix");
	same(number_text(f->a, &f->terms, TEXT("1 & 2"), ORDINAL, 0),
	    "1st & 2nd");
	same(number_text(f->a, &f->terms, TEXT("2-4"), NUMERIC, 0), "2\u20134");
	same(number_text(f->a, &f->terms, TEXT("second"), ORDINAL, 0),
	    "second");
}

static void
numeric_and_plural(void **state)
{
	struct fixture *f = *state;
	static const char *const many[] = {"2-4", "2 & 4", "i-ix", "xii, 3",
	    "213 and 235", "213, and 235", "A1-A4", "12a-c", "4\u20136"};
	static const char *const one[] = {"24", "", "6(1)(a)", "3\\-4",
	    "Ames-Bell", "C-12/09", "12 lit. 3", "5, para 2"};

	for (size_t i = 0; i < sizeof(many) / sizeof(*many); i++)
		assert_true(number_is_plural(&f->terms, text_of(many[i])));
	for (size_t i = 0; i < sizeof(one) / sizeof(*one); i++)
		assert_false(number_is_plural(&f->terms, text_of(one[i])));
	assert_true(number_is_numeric(TEXT("2nd")));
	assert_true(number_is_numeric(TEXT("D2")));
	assert_true(number_is_numeric(TEXT("2, 3 & 5-7")));
	assert_false(number_is_numeric(TEXT("second")));
	assert_false(number_is_numeric(TEXT("2 ed")));
	assert_false(number_is_numeric(TEXT("")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(page_ranges, setup, teardown),
	    cmocka_unit_test_setup_teardown(ordinals, setup, teardown),
	    cmocka_unit_test_setup_teardown(whole_variables, setup, teardown),
	    cmocka_unit_test_setup_teardown(numeric_and_plural, setup,
		teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
