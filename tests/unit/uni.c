/* Unit tests of base/uni: case and classes, without a locale. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/uni.h"

static void
classes_of_every_script(void **state)
{
	static const struct {
		uint32_t cp;
		enum uni_class class;
	} rows[] = {{'a', UNI_LETTER}, {0x0410, UNI_LETTER},
	    {0x0627, UNI_LETTER}, {0x1780, UNI_LETTER}, {'7', UNI_DIGIT},
	    {0x0667, UNI_DIGIT}, {0x0301, UNI_MARK}, {0x064b, UNI_MARK},
	    {' ', UNI_SPACE}, {'\n', UNI_SPACE}, {0xa0, UNI_SPACE},
	    {0x2009, UNI_SPACE}, {'-', UNI_OTHER}, {0x2019, UNI_OTHER},
	    {0x00bd, UNI_OTHER}, {0x10fffd, UNI_OTHER}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(uni_class(rows[i].cp), rows[i].class);
}

static void
case_of_every_script(void **state)
{
	static const struct {
		const char *t, *upper, *lower, *title;
	} rows[] = {
	    {"ёлка ЁЖ", "ЁЛКА ЁЖ", "ёлка ёж", "Ёлка Ёж"},
	    {"straße", "STRASSE", "straße", "Straße"},
	    {"o'neil mc-donald", "O'NEIL MC-DONALD", "o'neil mc-donald",
		"O'neil Mc-Donald"},
	    {"ışık İ", "IŞIK İ", "ışık i", "Işık İ"},
	    {"علي", "علي", "علي", "علي"},
	    {"", "", "", ""},
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct text t = text_of(rows[i].t);
		assert_true(text_is(uni_upper(a, t), rows[i].upper));
		assert_true(text_is(uni_lower(a, t), rows[i].lower));
		assert_true(text_is(uni_title(a, t), rows[i].title));
	}
	assert_true(text_is(uni_capital(a, TEXT("élan DE")), "Élan DE"));
	assert_int_equal(uni_length(TEXT("ё1")), 2);
	arena_free(a);
}

static void
case_asks_the_letter(void **state)
{
	(void)state;
	assert_true(uni_is_upper(0x0410) && !uni_is_lower(0x0410));
	assert_true(uni_is_lower(0x0430) && !uni_is_upper(0x0430));
	assert_false(uni_is_upper('1') || uni_is_lower('1'));
}

/* UnicodeData.txt, <super>. */
static void
raised_letters(void **state)
{
	uint32_t to[4];

	(void)state;
	assert_int_equal(uni_superscript(0xb2, to), 1);
	assert_int_equal(to[0], '2');
	assert_int_equal(uni_superscript(0x2b3, to), 1);
	assert_int_equal(to[0], 'r');
	assert_int_equal(uni_superscript(0x2122, to), 2);
	assert_int_equal(to[1], 'M');
	assert_int_equal(uni_superscript('a', to), 0);
	assert_int_equal(uni_superscript(0x2082, to), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(classes_of_every_script),
	    cmocka_unit_test(case_of_every_script),
	    cmocka_unit_test(case_asks_the_letter),
	    cmocka_unit_test(raised_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
