/*
 * brk.c - where a line may end: a table of texts, with "|" where it may
 *
 * Between words a "~" is a blank that ties its neighbours.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/set.h"

/* The text with marks, without them. */
static struct text
plain(struct arena *a, struct text marked)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < marked.n; i++)
		if (marked.s[i] != '|')
			buf_addc(&b, marked.s[i] == '~' ? ' ' : marked.s[i]);
	return buf_text(&b);
}

static void
check(struct text got, const char *want)
{
	if (!text_is(got, want))
		fail_msg("want %s, got %.*s", want, TEXT_ARG(got));
}

static void
ties(void **state)
{
	static const char *const rows[] = {"see para~12 of", "at paras~12 and",
	    "pp~12-14 of the", "Mr~X told Mrs~Smith", "Dr~K.~M.~Venn wrote",
	    "[2015]~UKUT~673 (IAC)", "on 9~August 2020", "on 9~August, he",
	    "between 9 and 14~August 2020", "article~411 of", "Article~3 ECHR",
	    "section~A of", "Table~2 shows", "the article about",
	    "he said no one", "12 people died", "9 Apples fell",
	    "Mr and Mrs~Smith", "(para~12) and [para~13]", "Part~IV says",
	    "Part Iveagh plays", "Form 12 of 2~May", "note~4 above",
	    "\xc2\xa7~14 and"};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct text t = plain(a, text_of(rows[i]));
		struct buf b = {.a = a};
		for (size_t k = 0; k < t.n; k++)
			buf_addc(&b,
			    t.s[k] == ' ' && space_ties(t, k) ? '~' : t.s[k]);
		check(buf_text(&b), rows[i]);
	}
	arena_free(a);
}

/* Blanks at either end of the text, or nothing but blanks. */
static void
blanks_at_the_ends_tie_nothing(void **state)
{
	(void)state;
	assert_false(space_ties(TEXT(" 12"), 0));
	assert_false(space_ties(TEXT("para "), 4));
	assert_false(space_ties(TEXT("para  12"), 4));
	assert_false(space_ties(TEXT(" "), 0));
}

/* UAX #14, in words without blanks. */
static void
breaks_in_words(void **state)
{
	static const char *const rows[] = {"unlawful", "well-|documented",
	    "2019-20", "he/|she", "13,500", "1.5", "(unlawful),",
	    "it\xe2\x80\x99s", "war|\xe2\x80\x94|peace", "2019\xe2\x80\x93|20",
	    "A/|HRC/59/59"};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct text t = plain(a, text_of(rows[i]));
		char *may = arena_alloc(a, t.n);
		struct buf b = {.a = a};
		break_points(t, may);
		for (size_t k = 0; k < t.n; k++) {
			buf_addc(&b, t.s[k]);
			if (may[k] == BREAK_MAY)
				buf_addc(&b, '|');
		}
		check(buf_text(&b), rows[i]);
	}
	arena_free(a);
}

static void
addresses(void **state)
{
	static const char *const rows[] = {"<https://www.|hrw.|org/|news/|2020/"
					   "|09/|15/|belarus-|systematic>.",
	    "https://undocs.|org/|A/|HRC/|59/|59",
	    "www.|spring96.|org/|en/|news?|id=|11&|x=|a_|b",
	    "https://a.|b/|%D0%9A#|d"};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct text t = plain(a, text_of(rows[i]));
		struct buf b = {.a = a};
		assert_true(is_url(t));
		for (size_t k = 0; k < t.n; k++) {
			if (url_breaks(t, k))
				buf_addc(&b, '|');
			buf_addc(&b, t.s[k]);
		}
		check(buf_text(&b), rows[i]);
	}
	assert_false(is_url(TEXT("http")));
	assert_false(is_url(TEXT("he/she")));
	arena_free(a);
}

/* Three from a mark, four from either end. */
static void
addresses_dearly(void **state)
{
	static const char *const rows[] = {"https://a.b/abc|def/abc|d|e|fghi",
	    "www.abc|d|efg.org", "https://a.b/abc|defg",
	    "www.a.b/abc|d|efg%9Aabc"};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct text t = plain(a, text_of(rows[i]));
		struct buf b = {.a = a};
		for (size_t k = 0; k < t.n; k++) {
			if (url_breaks_dear(t, k))
				buf_addc(&b, '|');
			buf_addc(&b, t.s[k]);
		}
		check(buf_text(&b), rows[i]);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(ties),
	    cmocka_unit_test(blanks_at_the_ends_tie_nothing),
	    cmocka_unit_test(breaks_in_words),
	    cmocka_unit_test(addresses),
	    cmocka_unit_test(addresses_dearly),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
