/* Unit tests of cite/locator and of the letters of titles. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "cite/locator.h"
#include "cite/out.h"

/* All pinpoints as "label=value", each further one behind its joint, then what
 * is left of the suffix, then the word that is no label. */
static struct text
shown(struct arena *a, const struct locator *l, struct text suffix)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < l->at.n; i++)
		buf_fmt(&b, "%.*s%.*s=%.*s", TEXT_ARG(l->at.at[i].joint),
		    TEXT_ARG(l->at.at[i].label), TEXT_ARG(l->at.at[i].value));
	buf_fmt(&b, "|%.*s", TEXT_ARG(text_sub(suffix, l->end, suffix.n)));
	if (l->unknown.n)
		buf_fmt(&b, "|%.*s", TEXT_ARG(l->unknown));
	return buf_text(&b);
}

static void
reads_by(const struct terms *terms, const char *suffix, const char *want)
{
	struct arena *a = arena_new();
	struct text s = text_of(suffix);
	struct locator l = locator_of(a, labels_new(a, terms), s);
	struct text got = shown(a, &l, s);

	if (!text_is(got, want))
		print_error("\"%s\": %.*s, not %s\n", suffix, TEXT_ARG(got),
		    want);
	assert_true(text_is(got, want));
	arena_free(a);
}

static void
reads(const char *suffix, const char *want)
{
	const struct terms none = {0};

	reads_by(&none, suffix, want);
}

static void
labels_in_any_spelling(void **state)
{
	(void)state;
	reads(", p 12", "page=12|");
	reads(", pp. 12-15", "page=12-15|");
	reads(" para 7", "paragraph=7|");
	reads(", paras. 90-92", "paragraph=90-92|");
	reads(", PARA. 7", "paragraph=7|");
	reads(", art. 1", "article-locator=1|");
	reads(", Article 5(2)", "article-locator=5(2)|");
	reads(", r. 35.3", "rule=35.3|");
	reads(", rr 35.3-35.5", "rule=35.3-35.5|");
	reads(", s 6(1)(a)", "section=6(1)(a)|");
	reads(", ss. 6 and 7", "section=6 and 7|");
	reads(", n 12", "note=12|");
	reads(", p.3", "page=3|");
	reads(", s.6", "section=6|");
	reads(", \u00a75", "section=5|");
	reads(", \u00a7\u00a7 5\u20138", "section=5-8|");
	reads(", \u00b6 12", "paragraph=12|");
	reads(", s. v. torture", "sub-verbo=torture|");
	reads(", sub verbo torture, and so on",
	    "sub-verbo=torture|, and so on");
}

static void
labels_of_our_own(void **state)
{
	(void)state;
	reads(", reg 4", "regulation=4|");
	reads(", Regs. 4-6", "regulation=4-6|");
	reads(", sch 2", "schedule=2|");
	reads(", cl 3.1", "clause=3.1|");
	reads(", annex B", "annex=B|");
	reads(", recital 12", "recital=12|");
	reads(", sub-para (b)", "subparagraph=(b)|");
	reads(", sub-s (2)", "subsection=(2)|");
	reads(", exh 4", "exhibit=4|");
}

static void
numbers_of_all_kinds(void **state)
{
	(void)state;
	reads(", 14", "page=14|");
	reads(", 12a", "page=12a|");
	reads(", 12ff", "page=12ff|");
	reads(", p 12 ff.", "page=12 ff.|");
	reads(", p 12 et seq", "page=12 et seq|");
	reads(", p 12 often", "page=12| often");
	reads(", p iv", "page=iv|");
	reads(", xii-xv", "page=xii-xv|");
	reads(", civil", "|, civil");
	reads(", mix of both", "|, mix of both");
	reads(", sch B", "schedule=B|");
	reads(", para (b)-(d)", "paragraph=(b)-(d)|");
	reads(", s 6(1)(a)\u2013(c)", "section=6(1)(a)-(c)|");
	reads(", 3, 5 and 7-9", "page=3, 5 and 7-9|");
	reads(", p iv & 3", "page=iv & 3|");
	reads(", paras 3 to 5", "paragraph=3 to 5|");
	reads(", 12(see below", "page=12|(see below");
	reads(", at 14", "page=14|");
	reads(" at [14]", "paragraph=14|");
	reads(", at least", "|, at least");
}

static void
brackets_are_paragraphs(void **state)
{
	(void)state;
	reads(", [12]", "paragraph=12|");
	reads(" [12]", "paragraph=12|");
	reads(", [12]-[14]", "paragraph=12-14|");
	reads(", [12], [15]", "paragraph=12, 15|");
	reads(", para [12]", "paragraph=12|");
	reads(", [12] (Lord Hope)", "paragraph=12| (Lord Hope)");
	reads(", [12] per Lord Hope", "paragraph=12| per Lord Hope");
	reads(" [2015] UKSC 11", "| [2015] UKSC 11");
	reads(", [sic]", "|, [sic]");
	reads(", p [12]", "page=[12]|");
}

static void
several_in_one_cite(void **state)
{
	(void)state;
	reads(", s 6(1)(a), sch 2 para 3",
	    "section=6(1)(a), schedule=2 paragraph=3|");
	reads(", p 12, [34]", "page=12, paragraph=34|");
	reads(", ch 3 and annex B", "chapter=3 and annex=B|");
	reads(", p 12 n 3", "page=12 note=3|");
	reads(", \u00a75-\u00a78", "section=5-8|");
	reads(", art 5, 6 and para 2 passim",
	    "article-locator=5, 6 and paragraph=2 passim|");
}

static void
braces_say_what_it_is(void **state)
{
	(void)state;
	reads("{ii, A, D-Z}, with a suffix", "page=ii, A, D-Z|, with a suffix");
	reads(", {pp. iv, vi-xi, (xv)-(xvii)} with",
	    "page=iv, vi-xi, (xv)-(xvii)| with");
	reads("{}, 99 years later", "|, 99 years later");
	reads(" {[91]}", "paragraph=91|");
	reads(" {[sic]}", "page=[sic]|");
	reads("{open", "|{open");
}

static void
words_behind_stay(void **state)
{
	(void)state;
	reads(", p 3, quoting a witness", "page=3|, quoting a witness");
	reads(", p 3, 5 witnesses said so", "page=3|, 5 witnesses said so");
	reads(" and elsewhere", "| and elsewhere");
	reads("", "|");
	reads(", p", "|, p");
	reads(",", "|,");
	reads(", the section 5", "|, the section 5");
}

static void
words_that_are_no_labels(void **state)
{
	(void)state;
	reads(", pargraph 12", "|, pargraph 12|pargraph");
	reads(", Leaf. 3", "|, Leaf. 3|Leaf");
	reads(", in 2020", "|, in 2020");
	reads(", since May 2020", "|, since May 2020");
	reads(", p 3, scetion 5", "page=3|, scetion 5|scetion");
	reads(", p 3, quoting 5 men", "page=3|, quoting 5 men");
}

/* The style's own terms come first, and English ones hold as well. */
static void
terms_of_the_locale(void **state)
{
	(void)state;
	struct term page = {.name = TEXT("page")};
	struct term section = {.name = TEXT("schedule-locator")};
	struct terms t = {0};
	struct arena *a = arena_new();

	page.text[FORM_LONG][0] = TEXT("Seite");
	page.text[FORM_SHORT][0] = page.text[FORM_SHORT][1] = TEXT("S.");
	section.text[FORM_LONG][1] = TEXT("Anh\u00e4nge");
	map_put(a, &t.map, page.name, &page);
	map_put(a, &t.map, section.name, &section);
	reads_by(&t, ", S. 12-14", "page=12-14|");
	reads_by(&t, ", Seite 3", "page=3|");
	reads_by(&t, ", ANH\u00c4NGE 1, 2", "schedule=1, 2|");
	reads_by(&t, ", para 3", "paragraph=3|");
	arena_free(a);
}

static void
labels_under_two_names(void **state)
{
	(void)state;
	assert_true(label_eq(TEXT("article"), TEXT("article-locator")));
	assert_true(label_eq(TEXT("schedule-locator"), TEXT("schedule")));
	assert_true(label_eq(TEXT("sub verbo"), TEXT("sub-verbo")));
	assert_false(label_eq(TEXT("page"), TEXT("paragraph")));
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
	cased(CASE_TITLE, "\u00e9tude in \u0436", "\u00c9tude in \u0436");
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
	    cmocka_unit_test(labels_in_any_spelling),
	    cmocka_unit_test(labels_of_our_own),
	    cmocka_unit_test(numbers_of_all_kinds),
	    cmocka_unit_test(brackets_are_paragraphs),
	    cmocka_unit_test(several_in_one_cite),
	    cmocka_unit_test(braces_say_what_it_is),
	    cmocka_unit_test(words_behind_stay),
	    cmocka_unit_test(words_that_are_no_labels),
	    cmocka_unit_test(terms_of_the_locale),
	    cmocka_unit_test(labels_under_two_names),
	    cmocka_unit_test(title_case),
	    cmocka_unit_test(other_cases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
