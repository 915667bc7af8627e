/* Unit tests of base/: texts, tables, near misses, messages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"
#include "base/map.h"
#include "base/near.h"
#include "base/unit.h"

static void
text_next_reads_every_width_and_marks_bad_bytes(void **state)
{
	static const struct {
		const char *s;
		uint32_t cp;
		size_t n;
	} rows[] = {{"a", 'a', 1}, {"\xc3\xa9", 0xe9, 2},
	    {"\xe2\x82\xac", 0x20ac, 3}, {"\xf0\x9f\x98\x80", 0x1f600, 4},
	    {"\xc0\x80", 0xfffd, 1}, {"\xed\xa0\x80", 0xfffd, 1},
	    {"\xe2\x82", 0xfffd, 1}, {"\xff", 0xfffd, 1},
	    {"\xf4\x90\x80\x80", 0xfffd, 1}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t off = 0;
		assert_int_equal(text_next(text_of(rows[i].s), &off),
		    rows[i].cp);
		assert_int_equal(off, rows[i].n);
	}
}

static void
text_bad_utf8_finds_the_first_bad_byte(void **state)
{
	(void)state;
	assert_int_equal(text_bad_utf8(TEXT("a\xc3\xa9")), 3);
	assert_int_equal(text_bad_utf8(TEXT("ab\xffz")), 2);
	/* U+FFFD itself is well formed. */
	assert_int_equal(text_bad_utf8(TEXT("\xef\xbf\xbd")), 3);
}

static void
text_split_gives_every_piece_and_the_empty_last_one(void **state)
{
	struct text rest = TEXT("a,,b,"), piece;
	const char *want[] = {"a", "", "b", ""};
	size_t n = 0;

	(void)state;
	while (text_split(&rest, ',', &piece))
		assert_true(n < 4 && text_is(piece, want[n++]));
	assert_int_equal(n, 4);
}

static void
text_find_sees_matches_that_overlap_a_false_start(void **state)
{
	(void)state;
	assert_int_equal(text_find(TEXT("aab"), 0, TEXT("ab")), 1);
	assert_int_equal(text_find(TEXT("aaa"), 0, TEXT("ab")), 3);
	assert_int_equal(text_find(TEXT("ab"), 0, TEXT("abc")), 2);
}

static void
map_keeps_a_thousand_keys_and_tells_the_old_value(void **state)
{
	struct arena *a = arena_new();
	struct map m = {0};
	static int v[1000];

	(void)state;
	for (int i = 0; i < 1000; i++)
		assert_null(map_put(a, &m, text_fmt(a, "key %d", i), &v[i]));
	for (int i = 0; i < 1000; i++)
		assert_ptr_equal(map_at(&m, text_fmt(a, "key %d", i)), &v[i]);
	assert_null(map_at(&m, TEXT("key 1000")));
	assert_ptr_equal(map_put(a, &m, TEXT("key 7"), &v[8]), &v[7]);
	assert_int_equal(m.n, 1000);
	arena_free(a);
}

static void
near_knows_the_four_slips(void **state)
{
	(void)state;
	assert_int_equal(near_distance(TEXT("name"), TEXT("name"), 3), 0);
	assert_int_equal(near_distance(TEXT("nmae"), TEXT("name"), 3), 1);
	assert_int_equal(near_distance(TEXT("nam"), TEXT("name"), 3), 1);
	assert_int_equal(near_distance(TEXT("namee"), TEXT("name"), 3), 1);
	assert_int_equal(near_distance(TEXT("game"), TEXT("name"), 3), 1);
	assert_int_equal(near_distance(TEXT("abcdef"), TEXT("uvwxyz"), 3), 4);
}

static void
near_prefers_the_nearest_and_leaves_strangers_alone(void **state)
{
	struct near n = near_to(TEXT("nationalty"));

	(void)state;
	near_offer(&n, TEXT("nationals"));
	near_offer(&n, TEXT("nationality"));
	near_offer(&n, TEXT("name"));
	assert_true(text_is(n.best, "nationality"));
	n = near_to(TEXT("zz"));
	near_offer(&n, TEXT("born"));
	assert_int_equal(n.best.n, 0);
}

static void
mpt_scale_rounds_to_the_nearest_both_ways(void **state)
{
	(void)state;
	assert_int_equal(mpt_scale(500, 10000, 1000), 5000);
	assert_int_equal(mpt_scale(333, 11500, 1000), 3830);
	assert_int_equal(mpt_scale(-333, 11500, 1000), -3830);
}

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
	assert_string_equal(s, "error[A-01]: bad: ?[31m\n");
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
	    "{\"schema\":1,\"level\":\"error\",\"code\":\"A-01\","
	    "\"message\":\"say \\\"no\\\"\\u000a\","
	    "\"file\":\"a "
	    "\\\"b\\\".md\",\"line\":1,\"column\":2,\"byte\":1}\n");
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(text_next_reads_every_width_and_marks_bad_bytes),
	    cmocka_unit_test(text_bad_utf8_finds_the_first_bad_byte),
	    cmocka_unit_test(
		text_split_gives_every_piece_and_the_empty_last_one),
	    cmocka_unit_test(text_find_sees_matches_that_overlap_a_false_start),
	    cmocka_unit_test(map_keeps_a_thousand_keys_and_tells_the_old_value),
	    cmocka_unit_test(near_knows_the_four_slips),
	    cmocka_unit_test(
		near_prefers_the_nearest_and_leaves_strangers_alone),
	    cmocka_unit_test(mpt_scale_rounds_to_the_nearest_both_ways),
	    cmocka_unit_test(
		messages_are_sorted_once_each_with_carets_and_remarks),
	    cmocka_unit_test(control_characters_do_not_reach_the_terminal),
	    cmocka_unit_test(json_lines_escape_what_json_must),
	    cmocka_unit_test(a_place_in_made_text_leads_back_to_its_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
