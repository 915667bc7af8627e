/* Unit tests of load/yaml.c: kinds, places and limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "load/yaml.h"

struct read {
	struct arena *a;
	struct diag d;
	struct source src;
	const struct value *v;
};

/* Filled in place: values point to r->src. */
static const struct value *
read_into(struct read *r, const char *body)
{
	*r = (struct read){.a = arena_new()};
	r->d.a = r->a;
	r->src.name = TEXT("x.yaml");
	r->src.body = text_of(body);
	r->v = yaml_read(r->a, &r->src, 0, r->src.body.n, &r->d);
	return r->v;
}

static const char *
code_of(const char *body)
{
	struct read r;

	read_into(&r, body);
	const char *code = r.d.found.n ? r.d.found.at[0]->code : "";
	arena_free(r.a);
	return code; /* a literal */
}

static void
scalars_keep_their_spelling(void **state)
{
	struct read r;

	(void)state;
	read_into(&r, "{a: 007, b: 1.10, c: no, d: \"a\\tb\", e: 'it''s'}");
	assert_true(text_is(value_text(r.v, "a"), "007"));
	assert_true(text_is(value_text(r.v, "b"), "1.10"));
	assert_true(text_is(value_text(r.v, "c"), "no"));
	assert_true(text_is(value_text(r.v, "d"), "a\tb"));
	assert_true(text_is(value_text(r.v, "e"), "it's"));
	arena_free(r.a);
}

static void
only_four_spellings_are_not_text(void **state)
{
	struct read r;
	static const enum value_kind kinds[] = {VALUE_NULL, VALUE_NULL,
	    VALUE_NULL, VALUE_BOOL, VALUE_BOOL, VALUE_TEXT, VALUE_TEXT,
	    VALUE_TEXT, VALUE_TEXT};
	size_t i = 0;

	(void)state;
	read_into(&r,
	    "- \n- ~\n- null\n- true\n- false\n- True\n- yes\n"
	    "- 'true'\n- !!str null\n");
	for (const struct value *v = r.v->child; v; v = v->next)
		assert_int_equal(v->kind, kinds[i++]);
	assert_int_equal(i, 9);
	arena_free(r.a);
}

/* The text that the file has at a place within the value's text. */
static void
assert_at(const struct read *r, const struct value *v, const char *word)
{
	size_t off = text_find(v->text, 0, text_of(word));
	struct pos at = {v->lines ? v->lines : v->pos.src, (uint32_t)off, 0};

	if (!v->lines)
		at.off += v->pos.off;
	at = pos_file(at);
	assert_ptr_equal(at.src, &r->src);
	assert_true(text_starts(text_sub(r->src.body, at.off, r->src.body.n),
	    text_of(word)));
}

static void
places_lead_through_folds_and_escapes(void **state)
{
	static const char *const bodies[] = {"a: one two three\n",
	    "a: >\n  one\n  two\n\n  three\n",
	    "a: |\n    one\n     two\n    three",
	    "a: \"\\u00e9 one \\\"two\\\"\n   three\"",
	    "a: 'it''s one\n  two three'", "a: one\r\n  two\r\n  three\r\n",
	    "a: >\r\n  one\r\n  two\r\n  three",
	    "a: &x !!str\n  \"one two three\"",
	    "a: \"one \\\n  two\\x20three\"",
	    "a: |\n  it''s \\x one\n  two three",
	    "a: don''t \\u one\n  two three",
	    "a: >\n  \\\\ one\xc2\x85  two three"};
	struct read r;

	(void)state;
	for (size_t i = 0; i < sizeof(bodies) / sizeof(*bodies); i++) {
		const struct value *v = value_at(read_into(&r, bodies[i]), "a");
		assert_non_null(v);
		assert_at(&r, v, "one");
		assert_at(&r, v, "two");
		assert_at(&r, v, "three");
		arena_free(r.a);
	}
}

static void
entries_of_a_list_have_no_key(void **state)
{
	struct read r;

	(void)state;
	read_into(&r, "a: &x {k: v}\nb: [*x, *x]\n");
	const struct value *b = value_at(r.v, "b");
	assert_int_equal(b->n, 2);
	assert_int_equal(b->child->key.n, 0);
	assert_true(text_is(value_text(b->child->next, "k"), "v"));
	arena_free(r.a);
}

static void
faults_have_their_codes(void **state)
{
	static const struct {
		const char *body, *code;
	} rows[] = {{"a: [", "YAML-01"}, {"a: \x01", "YAML-01"},
	    {"a: 1\na: 2\n", "YAML-02"}, {"a: !x y\n", "YAML-03"},
	    {"a: !x {b: c}\n", "YAML-03"}, {"a: !!int 1\n", "YAML-03"},
	    {"a: *b\n", "YAML-04"}, {"a: &a [*a]\n", "YAML-04"},
	    {"--- 1\n--- 2\n", "YAML-06"}, {"", "YAML-07"},
	    {"# x\n", "YAML-07"}, {"[a]: b\n", "YAML-08"},
	    {"{a: b}: c\n", "YAML-08"}, {"\"\": b\n", "YAML-08"},
	    {"a: b\n", ""}, {"a: &b c\nd: *b\n", ""}, {"a: !unknown why\n", ""},
	    {"a: !!seq [b]\n", ""}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_string_equal(code_of(rows[i].body), rows[i].code);
}

static void
nesting_has_a_limit(void **state)
{
	char body[2 * YAML_DEPTH + 8];

	(void)state;
	memset(body, '[', YAML_DEPTH);
	memset(body + YAML_DEPTH, ']', YAML_DEPTH);
	body[2 * YAML_DEPTH] = '\0';
	assert_string_equal(code_of(body), "");
	memset(body, '[', YAML_DEPTH + 1);
	body[YAML_DEPTH + 1] = '\0';
	assert_string_equal(code_of(body), "YAML-05");
}

/* An alias may not carry the tree over the limit either. */
static void
aliases_do_not_pass_the_limit_of_nesting(void **state)
{
	char body[8 * YAML_DEPTH] = "a: &a ";

	(void)state;
	for (int i = 0; i < YAML_DEPTH / 2; i++)
		strcat(body, "[");
	for (int i = 0; i < YAML_DEPTH / 2; i++)
		strcat(body, "]");
	strcat(body, "\nb: ");
	for (int i = 0; i < YAML_DEPTH / 2; i++)
		strcat(body, "[");
	strcat(body, "*a");
	for (int i = 0; i < YAML_DEPTH / 2; i++)
		strcat(body, "]");
	assert_string_equal(code_of(body), "YAML-04");
}

static void
reading_goes_on_after_a_double_key(void **state)
{
	struct read r;

	(void)state;
	read_into(&r, "a: 1\na: 2\nb: 3\nb: 4\n");
	assert_non_null(r.v);
	assert_int_equal(r.d.found.n, 2);
	arena_free(r.a);
}

/* Only a part of a source is read: front matter. */
static void
places_are_those_of_the_whole_source(void **state)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct source src = {.name = TEXT("x.md"),
	    .body = TEXT("--- \xc3\xa9\nk: \xc3\xa9 v\n---\nnot: [yaml")};

	(void)state;
	const struct value *v = yaml_read(a, &src, 7, 15, &d);
	assert_int_equal(d.found.n, 0);
	assert_int_equal(v->child->pos.off, 10);
	assert_int_equal(v->child->pos.len, 4);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(scalars_keep_their_spelling),
	    cmocka_unit_test(only_four_spellings_are_not_text),
	    cmocka_unit_test(places_lead_through_folds_and_escapes),
	    cmocka_unit_test(entries_of_a_list_have_no_key),
	    cmocka_unit_test(faults_have_their_codes),
	    cmocka_unit_test(nesting_has_a_limit),
	    cmocka_unit_test(aliases_do_not_pass_the_limit_of_nesting),
	    cmocka_unit_test(reading_goes_on_after_a_double_key),
	    cmocka_unit_test(places_are_those_of_the_whole_source),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
