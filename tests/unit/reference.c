/* Unit tests of load/reference.c: CSL-YAML and CSL-JSON. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "load/read.h"

struct read {
	struct arena *a;
	struct diag d;
	struct references refs;
};

/* Through a file, since its ending tells the two forms apart. */
static void
read_as(struct read *r, const char *name, const char *body)
{
	char folder[] = "/tmp/peritus-reference-XXXXXX", path[64];

	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	FILE *f = fopen(path, "wb");
	assert_non_null(f);
	assert_true(fputs(body, f) >= 0);
	assert_int_equal(fclose(f), 0);
	*r = (struct read){.a = arena_new()};
	r->d.a = r->a;
	references_file(r->a, text_of(path), TEXT("x"), (struct pos){0},
	    &r->refs, &r->d);
	unlink(path);
	rmdir(folder);
}

static const struct reference *
yaml(struct read *r, const char *body)
{
	read_as(r, "x.yaml", body);
	return r->refs.all.n ? r->refs.all.at[0] : NULL;
}

static const struct reference *
json(struct read *r, const char *body)
{
	read_as(r, "x.json", body);
	return r->refs.all.n ? r->refs.all.at[0] : NULL;
}

#define assert_text(t, want) assert_true(text_is((t), (want)))

static void
names_are_people_or_institutions(void **state)
{
	struct read r;

	(void)state;
	const struct reference *x = yaml(&r,
	    "- id: a\n  author:\n  - {family: Gogh, given: Vincent, "
	    "non-dropping-particle: van, suffix: Jr, comma-suffix: true}\n"
	    "  - {literal: The Institute}\n  - Plain Words\n"
	    "  editor: {family: One}\n");
	const struct name_list *l = reference_names(x, "author");
	assert_int_equal(l->n, 3);
	assert_text(l->at[0].family, "Gogh");
	assert_text(l->at[0].nondropping, "van");
	assert_true(l->at[0].comma_suffix);
	assert_text(l->at[1].literal, "The Institute");
	assert_text(l->at[2].literal, "Plain Words");
	assert_int_equal(reference_names(x, "editor")->n, 1);
	arena_free(r.a);
}

static void
dates_come_in_four_forms(void **state)
{
	static const char *const forms[] = {"{date-parts: [[2020, 8, 11]]}",
	    "[{year: 2020, month: 8, day: 11}]",
	    "{year: 2020, month: 8, day: 11}", "2020-08-11",
	    "{raw: 2020-08-11}", "{date-parts: [['2020', '8', '11']]}"};
	struct read r;

	(void)state;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		char body[200];
		snprintf(body, sizeof(body),
		    "- {id: a, type: book, issued: %s}\n", forms[i]);
		const struct date *d = reference_date(yaml(&r, body), "issued");
		assert_int_equal(d->from.year, 2020);
		assert_int_equal(d->from.month, 8);
		assert_int_equal(d->from.day, 11);
		assert_false(d->range);
		arena_free(r.a);
	}
}

static void
dates_have_ranges_seasons_and_doubt(void **state)
{
	struct read r;

	(void)state;
	const struct reference *x = yaml(&r,
	    "- id: a\n  type: book\n  issued: {date-parts: [[2019, 12], "
	    "[2020]], circa: "
	    "true}\n"
	    "  accessed: {date-parts: [[2020]], season: 2}\n"
	    "  submitted: [{year: 2018}, {year: 2019}]\n"
	    "  event-date: in the spring\n");
	const struct date *d = reference_date(x, "issued");
	assert_true(d->range && d->circa);
	assert_int_equal(d->to.year, 2020);
	assert_int_equal(reference_date(x, "accessed")->from.season, 2);
	assert_int_equal(reference_date(x, "submitted")->to.year, 2019);
	assert_text(reference_date(x, "event-date")->literal, "in the spring");
	assert_int_equal(r.d.found.n, 1);
	assert_string_equal(r.d.found.at[0]->code, "REF-04");
	arena_free(r.a);
}

/* A day that does not exist is left out, and said. */
static void
dates_exist(void **state)
{
	static const struct {
		const char *date;
		int month, day;
		size_t found;
	} rows[] = {{"2020-02-29", 2, 29, 0}, {"2021-02-29", 2, 0, 1},
	    {"{year: 2020, month: 15}", 0, 0, 1},
	    {"{year: 2020, month: 4, day: 31}", 4, 0, 1},
	    {"{date-parts: [[2020, 4], [2020, 4, 31]]}", 4, 0, 1},
	    {"{date-parts: [[-44, 3, 15]]}", 3, 15, 0}};
	struct read r;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char body[200];
		snprintf(body, sizeof(body),
		    "- {id: a, type: book, issued: %s}\n", rows[i].date);
		const struct date *d = reference_date(yaml(&r, body), "issued");
		assert_int_equal(d->from.month, rows[i].month);
		assert_int_equal(d->from.day, rows[i].day);
		assert_int_equal(r.d.found.n, rows[i].found);
		arena_free(r.a);
	}
}

static void
yaml_strings_are_markdown(void **state)
{
	static const struct {
		const char *written, *read;
	} rows[] = {{"A *word*", "A <i>word</i>"}, {"**b**", "<b>b</b>"},
	    {"x^2^ H~2~O", "x<sup>2</sup> H<sub>2</sub>O"},
	    {"2 * 3 * 4", "2 * 3 * 4"}, {"a\\*b\\*", "a*b*"},
	    {"one *", "one *"}, {"<i>kept</i>", "<i>kept</i>"},
	    {"_a_ b_c_d __e__", "<i>a</i> b_c_d <b>e</b>"},
	    {"***x*** y", "<i><b>x</b></i> y"},
	    {"*a **b** c*", "<i>a <b>b</b> c</i>"},
	    {"~5 y~ ~~z~~", "~5 y~ ~~z~~"},
	    {"[ANN]{.smallcaps} [1965] 1 QB",
		"<span style=\"font-variant:small-caps;\">ANN</span> [1965] 1 "
		"QB"},
	    {"[eBay]{.nocase} [x]{.other}",
		"<span class=\"nocase\">eBay</span> [x]{.other}"},
	    {"12--19 --- x...", "12\u201319 \u2014 x\u2026"},
	    {"`*a*` \\_b\\_", "*a* _b_"}, {"*a ^b* c^", "<i>a ^b</i> c^"}};
	struct read r;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char body[200];
		snprintf(body, sizeof(body), "- {id: a, title: '%s'}\n",
		    rows[i].written);
		assert_text(reference_text(yaml(&r, body), "title"),
		    rows[i].read);
		arena_free(r.a);
	}
}

static void
addresses_are_never_markup(void **state)
{
	struct read r;

	(void)state;
	const struct reference *x =
	    yaml(&r, "- {id: a, URL: 'https://x.example/~a/~b/*c*'}\n");
	assert_text(reference_text(x, "URL"), "https://x.example/~a/~b/*c*");
	arena_free(r.a);
}

static void
json_strings_are_not_markdown(void **state)
{
	struct read r;

	(void)state;
	const struct reference *x = json(&r,
	    "[{\"id\":\"a\",\"title\":\"A *word* <i>x<\\/i>\","
	    "\"volume\":3}]");
	assert_text(reference_text(x, "title"), "A *word* <i>x</i>");
	assert_text(reference_text(x, "volume"), "3");
	arena_free(r.a);
}

static void
json_pairs_of_surrogates_are_one_letter(void **state)
{
	struct read r;

	(void)state;
	const struct reference *x = json(&r,
	    "[{\"id\":\"a\",\"type\":\"book\",\"title\":\"\\ud83d\\ude00 "
	    "\\u00e9 \\\\ud83d\","
	    "\"note\":\"\\ud83d alone \\uDE00\"}]");
	assert_int_equal(r.d.found.n, 0);
	assert_text(reference_text(x, "title"),
	    "\xf0\x9f\x98\x80 \xc3\xa9 \\ud83d");
	assert_text(reference_text(x, "note"),
	    "\xef\xbf\xbd alone \xef\xbf\xbd");
	arena_free(r.a);
}

/* What stands after a pair is still found in the file. */
static void
json_places_are_those_of_the_file(void **state)
{
	struct read r;
	const char *body = "[{\"title\":\"\\ud83d\\ude00\",\"id\":\"a\"}]";

	(void)state;
	const struct reference *x = json(&r, body);
	struct pos at = pos_file(x->pos);
	assert_null(at.src->map);
	assert_int_equal(at.off, strstr(body, "a\"}]") - body);
	arena_free(r.a);
}

static void
lines_of_a_note_may_be_variables(void **state)
{
	struct read r;

	(void)state;
	const struct reference *x = yaml(&r,
	    "- id: a\n  note: |\n    original-date: 1974-03\n    Seen by us.\n"
	    "    publisher-place: Minsk\n    Remark: kept\n");
	assert_int_equal(reference_date(x, "original-date")->from.year, 1974);
	assert_text(reference_text(x, "publisher-place"), "Minsk");
	assert_text(reference_text(x, "note"), "Seen by us.\nRemark: kept");
	arena_free(r.a);
}

static void
an_id_given_twice_is_said_with_both_places(void **state)
{
	struct read r;

	(void)state;
	yaml(&r,
	    "- {id: a, type: book, title: One}\n- {id: b, type: book}\n"
	    "- {id: a, type: book, title: Two}\n");
	assert_int_equal(r.d.found.n, 1);
	assert_string_equal(r.d.found.at[0]->code, "REF-02");
	assert_int_equal(r.d.found.at[0]->remarks->at.off, 7);
	assert_text(reference_text(reference_at(&r.refs, TEXT("a")), "title"),
	    "Two");
	arena_free(r.a);
}

static void
faults_have_their_codes(void **state)
{
	static const struct {
		const char *body, *code;
	} rows[] = {{"- {title: x}\n", "REF-01"}, {"- words\n", "REF-01"},
	    {"- {id: a, titel: x}\n", "REF-03"}, {"words\n", "REF-05"},
	    {"{x: []}\n", "REF-05"}, {"references: words\n", "REF-05"},
	    {"items: [{id: a, type: book}]\n", ""},
	    {"- {id: 2020, type: book}\n", ""}, {"- {id: a}\n", "REF-07"},
	    {"- {id: a, type: book, shortTitle: b}\n", ""},
	    {"- {id: a, type: artcle}\n", "REF-06"},
	    {"- {id: a, type: article}\n", ""},
	    {"- {id: a, type: webpage}\n", ""},
	    {"- {id: a, type: book, URL: x}\n", ""},
	    {"- {id: a, type: book, DOI: x}\n", ""},
	    {"- {id: a, type: book, year-suffix: x}\n", ""}};
	struct read r;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		yaml(&r, rows[i].body);
		assert_string_equal(r.d.found.n ? r.d.found.at[0]->code : "",
		    rows[i].code);
		arena_free(r.a);
	}
}

static void
only_a_person_with_a_date_verifies(void **state)
{
	static const struct {
		const char *custom;
		enum verification is;
	} rows[] = {{"{verification: seen}", VERIFY_SEEN},
	    {"{verification: uncertain}", VERIFY_UNCERTAIN},
	    {"{verification: verified}", VERIFY_KNOWN},
	    {"{verified: {by: Dr A}}", VERIFY_KNOWN},
	    {"{verified: {by: Dr A, on: 2026-11-20}}", VERIFY_CHECKED}};
	struct read r;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char body[200];
		snprintf(body, sizeof(body), "- {id: a, custom: %s}\n",
		    rows[i].custom);
		assert_int_equal(yaml(&r, body)->verification, rows[i].is);
		arena_free(r.a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_are_people_or_institutions),
	    cmocka_unit_test(dates_come_in_four_forms),
	    cmocka_unit_test(dates_have_ranges_seasons_and_doubt),
	    cmocka_unit_test(dates_exist),
	    cmocka_unit_test(yaml_strings_are_markdown),
	    cmocka_unit_test(addresses_are_never_markup),
	    cmocka_unit_test(json_strings_are_not_markdown),
	    cmocka_unit_test(json_pairs_of_surrogates_are_one_letter),
	    cmocka_unit_test(json_places_are_those_of_the_file),
	    cmocka_unit_test(lines_of_a_note_may_be_variables),
	    cmocka_unit_test(an_id_given_twice_is_said_with_both_places),
	    cmocka_unit_test(faults_have_their_codes),
	    cmocka_unit_test(only_a_person_with_a_date_verifies),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
