/* Unit tests of Markdown's small grammars: attributes, keys, positions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "expand/attr.h"
#include "expand/citegroup.h"
#include "expand/flow.h"
#include "number/count.h"

static size_t
read_attrs(struct arena *a, const char *s, struct attrs *out)
{
	return attrs_read(a, text_of(s), (struct pos){0}, out);
}

static void
attributes_are_read(void **state)
{
	struct arena *a = arena_new();
	struct attrs at;

	(void)state;
	assert_int_equal(read_attrs(a, "{#l .a .b k=v q=\"x y\" s='}'} rest",
			     &at),
	    28);
	assert_true(text_is(at.label, "l"));
	assert_true(text_is(at.classes, "a b"));
	assert_true(text_is(at.list->name, "k"));
	assert_true(text_is(at.list->value, "v"));
	assert_true(text_is(at.list->next->value, "x y"));
	assert_true(text_is(at.list->next->next->value, "}"));
	assert_int_equal(read_attrs(a, "{-}", &at), 3);
	assert_true(text_is(at.classes, "unnumbered"));
	assert_int_equal(read_attrs(a, "{#tbl-x widths=2,1,1}", &at), 21);
	assert_true(text_is(at.list->value, "2,1,1"));
	assert_int_equal(read_attrs(a, "{ .a }", &at), 6);
	assert_int_equal(read_attrs(a, "{k=}", &at), 4);
	arena_free(a);
}

static void
what_are_no_attributes(void **state)
{
	static const char *const rows[] = {"", "{", "{}", "{ }", "{a}", "{.}",
	    "{#}", "{#a #b}", "{.a", "{.a.b k}", "{k=\"x}", "{.a#b}", "x",
	    "{\"a\"}", "{.a,.b}"};
	struct arena *a = arena_new();
	struct attrs at;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (read_attrs(a, rows[i], &at))
			fail_msg("%s", rows[i]);
	arena_free(a);
}

static void
a_key_ends_where_pandoc_ends_it(void **state)
{
	static const struct {
		const char *s;
		size_t n;
	} rows[] = {{"ohchr-2022]", 10}, {"a.b.", 3}, {"a--b", 1}, {"a_b_", 4},
	    {"smith's", 5}, {"doi:10.1/x,", 10}, {"-a", 0}, {".a", 0},
	    {"2020", 4}, {"", 0}, {" a", 0}, {"a/", 1},
	    {"\xd0\x96\xd0\x96!", 4}, {"a\xe2\x80\x99s", 1}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (citegroup_key(text_of(rows[i].s)) != rows[i].n)
			fail_msg("%s", rows[i].s);
}

static void
the_prefix_decides_what_a_reference_is(void **state)
{
	(void)state;
	assert_true(citegroup_xref(TEXT("par-x")));
	assert_true(citegroup_xref(TEXT("Par-x")));
	assert_true(citegroup_xref(TEXT("fn-1")));
	assert_false(citegroup_xref(TEXT("par-")));
	assert_false(citegroup_xref(TEXT("PAR-x")));
	assert_false(citegroup_xref(TEXT("parsons-2010")));
	assert_false(citegroup_xref(TEXT("hrw-2020")));
}

static void
letters_and_roman_numerals(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_true(text_is(numeral_letter(a, 1, 'a'), "a"));
	assert_true(text_is(numeral_letter(a, 26, 'A'), "Z"));
	assert_true(text_is(numeral_letter(a, 27, 'a'), "aa"));
	assert_true(text_is(numeral_letter(a, 702, 'a'), "zz"));
	assert_true(text_is(numeral_letter(a, 703, 'a'), "aaa"));
	assert_true(text_is(numeral_roman(a, 4), "iv"));
	assert_true(text_is(numeral_roman(a, 1994), "mcmxciv"));
	assert_true(text_is(numeral_roman(a, 4000), "4000"));
	arena_free(a);
}

/* Every text of the template stands where its place says. */
static void
check_places(const struct node *n)
{
	for (; n; n = n->next) {
		check_places(n->child);
		if (n->kind != NODE_TEXT || n->fact.src || !n->pos.src)
			continue;
		struct text at = text_sub(n->pos.src->body, n->pos.off,
		    n->pos.off + n->text.n);
		if (!text_eq(at, n->text))
			fail_msg("\"%.*s\" is not at %u, where \"%.*s\" is",
			    TEXT_ARG(n->text), n->pos.off, TEXT_ARG(at));
	}
}

static const struct node *
parse(struct arena *a, struct source *src, const char *s, struct diag *d)
{
	struct mark_options o = {.prose = false};
	struct pieces p = {{0}};

	*src = (struct source){.name = TEXT("t.md"), .body = text_of(s)};
	struct piece one = {.kind = PIECE_SOURCE,
	    .text = src->body,
	    .pos = {src, 0, (uint32_t)src->body.n}};
	array_push(a, &p.p, one);
	return mark(a, &p, &o, d);
}

static void
places_are_true_through_every_construct(void **state)
{
	static const char *const rows[] = {"plain *em* **strong** ***both*** x",
	    "> quote *a\n> b* `c` d\n\n  - item `x` y\n    lazy [z](http://q)",
	    "a [b *c*](<http://x y> \"t\") d [e](http://(f)) g",
	    "| a | b *c* |\n|---|---|\n| d | `e` f |\n|  | g |\n| h | |",
	    "  1. x\n\n     y [@k, p 3] z\n  2. w\n",
	    "# head *x* {#l}\n\nset\n===",
	    "one^[two *three*] four\\\nfive  \nsix <http://x.y> seven",
	    "a[^n] b\n\n[^n]: c\n  d\n\n    e *f*\n",
	    "a @key [b] c @par-x d [@x; see *y* @z] e [f]{.smallcaps} g",
	    "``a`b`` c ![d](e.png) f\tg", "* a\n\n  > b\n  > - c d\n"};
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct source src;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_places(parse(a, &src, rows[i], &d));
	arena_free(a);
}

static void
deep_and_wide_text_ends(void **state)
{
	static const char *const rows[] = {"[", "]", "^[", "[@a ", "*a **b ",
	    "> ", "- ", "::: {.a}\n", "![", "[a](", "|a", "{", "@{", "\"'", "<",
	    "<!--", "`", "&amp;", "[x]{.a}", "@a [b "};
	struct source src;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct arena *a = arena_new();
		struct diag d = {.a = a};
		struct buf b = {.a = a};
		for (size_t n = 0; n < 25000; n++)
			buf_add(&b, text_of(rows[i]));
		buf_addc(&b, 'x');
		for (size_t n = 0; n < 25000; n++)
			buf_add(&b, TEXT("]"));
		const struct node *doc =
		    parse(a, &src, text_cstr(a, buf_text(&b)), &d);
		assert_non_null(doc->child);
		arena_free(a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(
					       attributes_are_read),
	    cmocka_unit_test(what_are_no_attributes),
	    cmocka_unit_test(a_key_ends_where_pandoc_ends_it),
	    cmocka_unit_test(the_prefix_decides_what_a_reference_is),
	    cmocka_unit_test(letters_and_roman_numerals),
	    cmocka_unit_test(places_are_true_through_every_construct),
	    cmocka_unit_test(deep_and_wide_text_ends)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
