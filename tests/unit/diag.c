#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"

/* What diag_print writes, as one string. */
static char *
printed(struct diag *d, enum diag_format format)
{
	char *s = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&s, &n);

	assert_non_null(f);
	diag_print(d, f, format);
	fclose(f);
	return s;
}

static void
messages_are_sorted_once_each_with_carets_and_remarks(void **state)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct source up = {.name = TEXT("up.md"),
	    .body = TEXT("x\ny {{ z }}\n")};
	struct source src = {.name = TEXT("a.md"),
	    .body = TEXT("Zażółć {{ subject.nmae }}\nnext\n"),
	    .from = {&up, 2, 1}};
	struct pos late = {&src, 34, 4}, early = {&src, 15, 12};

	(void)state;
	diag(&d, LEVEL_WARNING, "B-02", late, "later");
	struct finding *f =
	    diag(&d, LEVEL_ERROR, "A-01", early, "unknown fact: %s", "nmae");
	finding_hint(&d, f, "did you mean name?");
	finding_remark(&d, f, "case", (struct pos){&up, 2, 1}, "defines y");
	diag(&d, LEVEL_WARNING, "B-02", late, "later");
	char *s = printed(&d, DIAG_HUMAN);
	assert_string_equal(s,
	    "error[A-01]: unknown fact: nmae\n"
	    " --> a.md:1:12\n"
	    "  |\n"
	    "1 | Zażółć {{ subject.nmae }}\n"
	    "  |            ^^^^^^^^^^^^ did you mean name?\n"
	    "  = case: up.md:2 defines y\n"
	    "  = included from: up.md:2\n"
	    "warning[B-02]: later\n"
	    " --> a.md:2:5\n"
	    "  |\n"
	    "2 | next\n"
	    "  |     ^\n"
	    "  = included from: up.md:2\n");
	free(s);
	assert_int_equal(diag_count(&d, LEVEL_ERROR), 1);
	arena_free(a);
}

static void
control_characters_do_not_reach_the_terminal(void **state)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};

	(void)state;
	diag(&d, LEVEL_ERROR, "A-01", (struct pos){0}, "bad: \x1b[31m");
	char *s = printed(&d, DIAG_SHORT);
	assert_string_equal(s, "error[A-01]: bad: <U+001B>[31m\n");
	free(s);
	arena_free(a);
}

static void
json_lines_escape_what_json_must(void **state)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct source src = {.name = TEXT("a \"b\".md"), .body = TEXT("xy\n")};

	(void)state;
	diag(&d, LEVEL_ERROR, "A-01", (struct pos){&src, 1, 1}, "say \"no\"\n");
	char *s = printed(&d, DIAG_JSONL);
	assert_string_equal(s,
	    "{\"schema\":1,\"type\":\"finding\",\"level\":\"error\","
	    "\"code\":\"A-01\","
	    "\"message\":\"say \\\"no\\\"\\u000a\","
	    "\"file\":\"a \\\"b\\\".md\",\"line\":1,\"column\":2,"
	    "\"byte\":2,\"end_line\":1,\"end_column\":3,\"end_byte\":3}\n"
	    "{\"schema\":1,\"type\":\"summary\",\"findings\":1,"
	    "\"hidden\":0,\"block\":0,\"error\":1,\"warning\":0,"
	    "\"info\":0}\n");
	free(s);
	arena_free(a);
}

static void
a_place_in_made_text_leads_back_to_its_file(void **state)
{
	struct source file = {.name = TEXT("f.yaml"),
	    .body = TEXT("text: |\n  one\n  two\n")};
	struct origin map[] = {{0, {&file, 10, 4}}, {4, {&file, 16, 4}}};
	struct source made = {.name = TEXT("text"),
	    .body = TEXT("one\ntwo\n"),
	    .map = map,
	    .nmap = 2};
	struct pos at = pos_file((struct pos){&made, 5, 2});

	(void)state;
	assert_ptr_equal(at.src, &file);
	assert_int_equal(at.off, 17);
	assert_int_equal(at.len, 2);
}

/* The two lines of a picture, for a fault at the first `what` of a line. */
static char *
pictured(const char *line, const char *what)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct source src = {.name = TEXT("x"), .body = text_of(line)};
	size_t at = text_find(src.body, 0, text_of(what));

	diag(&d, LEVEL_ERROR, "A-01",
	    (struct pos){&src, (uint32_t)at, (uint32_t)strlen(what)}, "bad");
	char *s = printed(&d, DIAG_HUMAN);
	char *from = strstr(s, "  |\n") + 4, *copy = strdup(from);
	free(s);
	arena_free(a);
	return copy;
}

static void
expect(const char *line, const char *what, const char *shown,
    const char *carets)
{
	char want[1000], *got = pictured(line, what);
	unsigned n = 1;

	for (const char *p = line; p < line + (strstr(line, what) - line); p++)
		n += *p == '\n' || (*p == '\r' && p[1] != '\n');
	snprintf(want, sizeof(want), "%u | %s\n  | %s\n", n, shown, carets);
	assert_string_equal(got, want);
	free(got);
}

static void
carets_stand_under_the_cells_of_the_fault(void **state)
{
	(void)state;
	expect("a: b", "b", "a: b", "   ^");
	expect("\ta:\tb", "b", " a: b", "    ^");
	expect("\ta: b", "\t", "\u2192a: b", "^");
	/* East Asian wide: two cells each. */
	expect("名前: x", "x", "名前: x", "      ^");
	expect("x: 北京市 y", "京", "x: 北京市 y", "     ^^");
	/* Hangul of single letters: vowels join. */
	expect("\u1112\u1161\u11ab x", "x", "\u1112\u1161\u11ab x", "   ^");
	/* A mark has no cell of its own, nor is it apart from its letter. */
	expect("e\u0301e\u0301 x", "x", "e\u0301e\u0301 x", "   ^");
	expect("ae\u0301b", "\u0301", "ae\u0301b", " ^");
	expect("ae\u0301b", "e", "ae\u0301b", " ^");
	/* The end of a line, and of the file. */
	expect("ab\ncd", "\n", "ab", "  ^");
}

static void
what_has_no_width_is_written_out(void **state)
{
	(void)state;
	expect("a\u200bb c", "c", "a<U+200B>b c", "           ^");
	expect("a\u200bb", "\u200b", "a<U+200B>b", " ^^^^^^^^");
	expect("a\x1b[1mb", "b", "a<U+001B>[1mb", "            ^");
	expect("a\x93"
	       "b c",
	    "c", "a<93>b c", "       ^");
	expect("\u202eabc d", "d", "<U+202E>abc d", "            ^");
	/* A blank that is none, where it is the fault. */
	expect("a\u00a0b c", "c", "a\u00a0b c", "    ^");
	expect("a\u00a0b", "\u00a0", "a<U+00A0>b", " ^^^^^^^^");
	/* Persian is spelt with it. */
	expect("می\u200cخواهم x", "x", "\u2067می\u200cخواهم\u2069 x",
	    "        ^");
}

static void
emoji_are_shown_apart(void **state)
{
	(void)state;
	expect("\U0001f469\u200d\U0001f467 x", "x", "\U0001f469\U0001f467 x",
	    "     ^");
	expect("\u2764\ufe0f x", "x", "\u2764 x", "  ^");
}

static void
words_from_right_to_left_are_isolated(void **state)
{
	(void)state;
	expect("a: שלום x", "x", "a: \u2067שלום\u2069 x", "        ^");
	/* The whole run, wherever in it the fault is. */
	expect("a: של ום x", "ום", "a: \u2067של ום\u2069 x", "   ^^^^^");
	expect("a: שלום x", "שלום x", "a: \u2067שלום\u2069 x", "   ^^^^^^");
	/* Digits between belong to it, and marks. */
	expect("שב 12 ת b", "b", "\u2067שב 12 ת\u2069 b", "        ^");
}

static void
long_lines_are_cut_to_a_window(void **state)
{
	char line[400], *got;

	(void)state;
	memset(line, 'a', sizeof(line));
	memcpy(line + 200, "FAULT", 5);
	line[300] = '\0';
	got = pictured(line, "FAULT");
	char *second = strchr(got, '\n') + 1;
	assert_memory_equal(got, "1 | ...aaa", 10);
	/* The carets stand under the word. */
	assert_int_equal(strstr(got, "FAULT") - got,
	    strstr(second, "^^^^^") - second);
	assert_non_null(strstr(got, "a...\n"));
	assert_null(strstr(second, "^^^^^^"));
	free(got);
	/* Wide ones take two of the window's cells. */
	char wide[700] = "";
	for (int i = 0; i < 100; i++)
		strcat(wide, "北");
	strcat(wide, "FAULT");
	got = pictured(wide, "FAULT");
	second = strchr(got, '\n') + 1;
	/* "1 | ..." is 7 cells, and each letter of 3 bytes has 2. */
	size_t at = (size_t)(strstr(got, "FAULT") - got);
	assert_int_equal(7 + (at - 7) / 3 * 2,
	    strstr(second, "^^^^^") - second);
	free(got);
}

static void
a_fault_of_several_lines_shows_the_first(void **state)
{
	(void)state;
	expect("a\nbc\nde\n", "bc\nde", "bc", "^^...");
	expect("a\r\nbc\r\nde\r\n", "bc\r\nde", "bc", "^^...");
	expect("a\nbc\n\nde\n", "bc\n", "bc", "^^");
	/* CR alone ends a line too. */
	expect("a\rbc\rde", "de", "de", "^^");
}

static void
a_message_is_no_book(void **state)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	char word[5001];

	(void)state;
	memset(word, 'x', 5000);
	word[5000] = '\0';
	diag(&d, LEVEL_ERROR, "A-01", (struct pos){0}, "bad: %s", word);
	char *s = printed(&d, DIAG_SHORT);
	assert_true(strlen(s) < 700);
	assert_non_null(strstr(s, "xxx...\n"));
	free(s);
	s = printed(&d, DIAG_JSONL);
	assert_true(strlen(s) > 5000);
	free(s);
	arena_free(a);
}

/* Equal ones are one, also when others stand between them. */
static void
what_is_found_twice_is_counted_once(void **state)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct source src = {.name = TEXT("x"), .body = TEXT("abc")};
	struct pos at = {&src, 1, 1};

	(void)state;
	for (int i = 0; i < 3; i++) {
		diag(&d, LEVEL_ERROR, "A-01", at, "one");
		diag(&d, LEVEL_WARNING, "A-02", at, "two");
	}
	free(printed(&d, DIAG_SHORT));
	assert_int_equal(d.found.n, 2);
	assert_int_equal(d.count[LEVEL_ERROR], 1);
	assert_int_equal(d.count[LEVEL_WARNING], 1);
	assert_string_equal(d.found.at[0]->code, "A-01");
	arena_free(a);
}

static void
the_worst_are_shown(void **state)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	char *s = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&s, &n);

	(void)state;
	diag(&d, LEVEL_INFO, "A-01", (struct pos){0}, "info");
	diag(&d, LEVEL_WARNING, "A-02", (struct pos){0}, "one");
	diag(&d, LEVEL_ERROR, "A-03", (struct pos){0}, "late");
	diag(&d, LEVEL_WARNING, "A-04", (struct pos){0}, "two");
	diag_show(&d, f, &(struct diag_look){.format = DIAG_SHORT, .most = 2});
	fclose(f);
	assert_string_equal(s,
	    "warning[A-02]: one\n"
	    "error[A-03]: late\n"
	    "and 2 more: 1 warning, 1 info; --max-errors 0 shows all\n");
	assert_int_equal(d.found.n, 4);
	free(s);
	arena_free(a);
}

static void
the_same_in_many_cases_is_one_finding(void **state)
{
	struct arena *a = arena_new();
	struct diag all = {.a = a};

	(void)state;
	for (int i = 0; i < 5; i++) {
		struct arena *own = arena_new();
		struct diag d = {.a = own};
		struct source lib = {.name = TEXT("lib.md"),
		    .body = text_dup(own, TEXT("abc"))};
		struct text name = text_fmt(own, "%d.yaml", i);
		struct source kase = {.name = name, .body = TEXT("k")};
		diag(&d, i == 3 ? LEVEL_ERROR : LEVEL_WARNING, "A-01",
		    (struct pos){&lib, 1, 1}, "shared");
		diag(&d, LEVEL_WARNING, "A-02", (struct pos){&kase, 0, 1},
		    "own %d", i);
		diag_gather(&all, &d, name);
		arena_free(own);
	}
	assert_int_equal(all.found.n, 6);
	assert_int_equal(all.count[LEVEL_ERROR], 1);
	assert_int_equal(all.count[LEVEL_WARNING], 5);
	char *s = printed(&all, DIAG_HUMAN);
	assert_non_null(strstr(s,
	    "error[A-01]: shared\n"
	    " --> lib.md:1:2\n"
	    "  |\n"
	    "1 | abc\n"
	    "  |  ^\n"
	    "  = found in: 5 cases: 0.yaml, 1.yaml, 2.yaml and 2 more\n"));
	assert_non_null(strstr(s,
	    "warning[A-02]: own 4\n"
	    " --> 4.yaml:1:1\n"
	    "  |\n"
	    "1 | k\n"
	    "  | ^\n"));
	free(s);
	arena_free(a);
}

/* The first three are shown, a line is named once. */
static void
a_slip_with_many_places_lists_them(void **state)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct source src = {.name = TEXT("x"),
	    .body = TEXT("a\nb\nc\ndd\ne\nf\ng\nh\ni\n")};

	(void)state;
	for (uint32_t i = 0; i < src.body.n; i++)
		if (src.body.s[i] != '\n')
			diag(&d, LEVEL_ERROR, "A-01", (struct pos){&src, i, 1},
			    "same");
	char *s = printed(&d, DIAG_HUMAN);
	assert_non_null(strstr(s,
	    "3 | c\n"
	    "  | ^\n"
	    "  = also at: x:4, x:5, x:6, x:7 and 2 more\n"));
	assert_null(strstr(s, "4 | dd"));
	free(s);
	s = printed(&d, DIAG_SHORT);
	assert_non_null(strstr(s, "x:9:1: error[A-01]: same\n"));
	free(s);
	arena_free(a);
}

/* A place in an escape, or a value put in as a whole, is all of it. */
static void
a_place_in_an_escape_is_all_of_it(void **state)
{
	struct source file = {.name = TEXT("f.yaml"),
	    .body = TEXT("a: \"x\\u0041y\"\n")};
	struct origin map[] = {{0, {&file, 4, 0}}, {1, {&file, 5, 6}},
	    {2, {&file, 11, 0}}};
	struct source made = {.name = TEXT("a"),
	    .body = TEXT("xAy"),
	    .map = map,
	    .nmap = 3};
	struct pos at = pos_file((struct pos){&made, 1, 1});

	(void)state;
	assert_int_equal(at.off, 5);
	assert_int_equal(at.len, 6);
	at = pos_file((struct pos){&made, 0, 3});
	assert_int_equal(at.off, 4);
	assert_int_equal(at.len, 8);
}

/* The command of a workflow ends at a line's end, a property at a comma. */
static void
github_commands_are_escaped(void **state)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct source src = {.name = TEXT("a,b:c%.md"), .body = TEXT("xy\n")};

	(void)state;
	finding_hint(&d,
	    diag(&d, LEVEL_BLOCK, "A-01", (struct pos){&src, 1, 1},
		"100%% of\nit: a, b"),
	    "way out");
	char *s = printed(&d, DIAG_GITHUB);
	assert_string_equal(s,
	    "::error file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=2,endColumn=3,"
	    "title=A-01::100%25 of%0Ait: a, b (way out)\n");
	free(s);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		messages_are_sorted_once_each_with_carets_and_remarks),
	    cmocka_unit_test(control_characters_do_not_reach_the_terminal),
	    cmocka_unit_test(json_lines_escape_what_json_must),
	    cmocka_unit_test(a_place_in_made_text_leads_back_to_its_file),
	    cmocka_unit_test(carets_stand_under_the_cells_of_the_fault),
	    cmocka_unit_test(what_has_no_width_is_written_out),
	    cmocka_unit_test(emoji_are_shown_apart),
	    cmocka_unit_test(words_from_right_to_left_are_isolated),
	    cmocka_unit_test(long_lines_are_cut_to_a_window),
	    cmocka_unit_test(a_fault_of_several_lines_shows_the_first),
	    cmocka_unit_test(a_message_is_no_book),
	    cmocka_unit_test(what_is_found_twice_is_counted_once),
	    cmocka_unit_test(the_worst_are_shown),
	    cmocka_unit_test(the_same_in_many_cases_is_one_finding),
	    cmocka_unit_test(a_slip_with_many_places_lists_them),
	    cmocka_unit_test(a_place_in_an_escape_is_all_of_it),
	    cmocka_unit_test(github_commands_are_escaped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
