/* Unit tests of cite/locator and of the letters of titles. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "cite/locator.h"
#include "cite/out.h"

static void
reads(const char *suffix, const char *label, const char *value,
    const char *rest)
{
	struct arena *a = arena_new();
	struct terms terms = {0};
	struct text s = text_of(suffix);
	struct locator l = locator_of(a, &terms, s);

	if (!text_is(l.value, value) || !text_is(l.label, label))
		print_error("\"%s\": %.*s \"%.*s\"\n", suffix,
		    TEXT_ARG(l.label), TEXT_ARG(l.value));
	assert_true(text_is(l.label, label));
	assert_true(text_is(l.value, value));
	assert_true(text_is(text_sub(s, l.end, s.n), rest));
	arena_free(a);
}

static void
labels_with_and_without_dot(void **state)
{
	(void)state;
	reads(", p 12", "page", "12", "");
	reads(", pp. 12-15", "page", "12-15", "");
	reads(" para 7", "paragraph", "7", "");
	reads(", paras. 90-92", "paragraph", "90-92", "");
	reads(", art. 1", "article-locator", "1", "");
	reads(", r. 35.3", "rule", "35.3", "");
	reads(", s 6(1)(a)", "section", "6(1)(a)", "");
	reads(", 14", "page", "14", "");
}

static void
brackets_are_paragraphs(void **state)
{
	(void)state;
	reads(", [12]", "paragraph", "12", "");
	reads(", [12]-[14]", "paragraph", "12-14", "");
}

static void
several_numbers(void **state)
{
	(void)state;
	reads(", 3, 5 and 7-9", "page", "3, 5 and 7-9", "");
	reads(", p iv & 3", "page", "iv & 3", "");
}

static void
words_behind_stay(void **state)
{
	(void)state;
	reads(", p 3, quoting a witness", "page", "3", ", quoting a witness");
	reads(" and elsewhere", "", "", " and elsewhere");
	reads("", "", "", "");
	reads(", p", "", "", ", p");
	reads(", reg 4", "page", "reg 4", "");
}

static void
cased(enum text_case how, const char *from, const char *want)
{
	struct arena *a = arena_new();
	struct out *o = out_rich(a, text_of(from));

	out_case(a, o, how, true);
	struct text got = out_words(a, o);
	if (!text_is(got, want))
		print_error("\"%.*s\", not \"%s\"\n", TEXT_ARG(got), want);
	assert_true(text_is(got, want));
	arena_free(a);
}

/* CSL 1.0.2, "Text-case". */
static void
title_case(void **state)
{
	(void)state;
	cased(CASE_TITLE, "a tale of the two cities",
	    "A Tale of the Two Cities");
	cased(CASE_TITLE, "what it is for", "What It Is For");
	cased(CASE_TITLE, "a pro-court, face-to-face run",
	    "A Pro-Court, Face-to-Face Run");
	cased(CASE_TITLE, "one: the other", "One: The Other");
	cased(CASE_TITLE, "iPod and FR4978", "iPod and FR4978");
	cased(CASE_TITLE, "on <span class=\"nocase\">van goghs</span> life",
	    "On van goghs Life");
	cased(CASE_TITLE, "\u00e9tude in \u0436", "\u00c9tude in \u0416");
}

static void
other_cases(void **state)
{
	(void)state;
	cased(CASE_FIRST, "an <i>item</i> here", "An item here");
	cased(CASE_ALL, "an item", "An Item");
	cased(CASE_SENTENCE, "AN OLD TITLE", "An old title");
	cased(CASE_SENTENCE, "An Item of NATO", "An item of NATO");
	cased(CASE_UPPER, "stra\u00dfe", "STRASSE");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(labels_with_and_without_dot),
	    cmocka_unit_test(brackets_are_paragraphs),
	    cmocka_unit_test(several_numbers),
	    cmocka_unit_test(words_behind_stay),
	    cmocka_unit_test(title_case),
	    cmocka_unit_test(other_cases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
