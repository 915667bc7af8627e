/* JSON's faults: where they are, and what is said. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "load/json.h"

struct read {
	struct arena *a;
	struct diag d;
	struct source src;
	const struct value *v;
};

static struct read
read_json(const char *body)
{
	struct read r = {.a = arena_new()};
	struct source *src = arena_make(r.a, struct source);

	r.d.a = r.a;
	*src = (struct source){.name = TEXT("a.json"), .body = text_of(body)};
	r.v = json_read(r.a, src, &r.d);
	return r;
}

static const struct fault {
	const char *body, *code, *say;
	unsigned off;
} faults[] = {
    {"", "JSON-01", "there is nothing in it", 0},
    {"[\"x]", "JSON-01", "this text has no quotation mark at its end", 1},
    {"[\"x\n\"]", "JSON-01", "a line ends, or a tab stands, within a text", 3},
    {"{\"a\": 1,}", "JSON-01", "a key in quotation marks is missing here", 8},
    {"{a: 1}", "JSON-01", "a key in quotation marks is missing here", 1},
    {"{\"a\" 1}", "JSON-01", "a colon is missing behind this key", 5},
    {"{\"a\":}", "JSON-01", "a value is missing here", 5},
    {"[1, 2,]", "JSON-01", "a value is missing here", 6},
    {"[1 2]", "JSON-01", "a comma or a closing bracket is missing here", 3},
    {"[[1, 2]", "JSON-01", "this bracket is never closed", 0},
    {"[\"\\x\"]", "JSON-01", "not an escape of JSON", 2},
    {"[\"\\u12G4\"]", "JSON-01", "not an escape of JSON", 2},
    {"[True]", "JSON-01", "a word without quotes", 1},
    {"[12a]", "JSON-01", "a word without quotes", 1},
    {"[1] 2", "JSON-01", "nothing may stand behind the closing bracket", 4},
    {"{\"a\": 1, \"a\": 2}", "JSON-02", "this key is there twice: a", 10},
};

static void
each_fault_has_its_place(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++) {
		const struct fault *f = &faults[i];
		struct read r = read_json(f->body);
		if (r.d.found.n != 1)
			print_error("%s: %zu findings\n", f->body, r.d.found.n);
		assert_int_equal(r.d.found.n, 1);
		const struct finding *got = r.d.found.at[0];
		assert_string_equal(text_cstr(r.a, got->text), f->say);
		assert_string_equal(got->code, f->code);
		assert_int_equal(got->at.off, f->off);
		arena_free(r.a);
	}
}

static void
scalars_are_as_written(void **state)
{
	struct read r = read_json(" [null, true, -1.50e2, \"a\\n\\\"b\\/\"] ");
	const struct value *v = r.v->child;

	(void)state;
	assert_int_equal(r.d.found.n, 0);
	assert_int_equal(r.v->n, 4);
	assert_int_equal(v->kind, VALUE_NULL);
	v = v->next;
	assert_int_equal(v->kind, VALUE_BOOL);
	v = v->next;
	assert_true(v->plain && text_is(v->text, "-1.50e2"));
	v = v->next;
	assert_true(!v->plain && text_is(v->text, "a\n\"b/"));
	arena_free(r.a);
}

static void
depth_is_limited(void **state)
{
	char body[2 * JSON_DEPTH + 8] = {0};

	(void)state;
	for (unsigned i = 0; i <= JSON_DEPTH; i++)
		body[i] = '[';
	struct read r = read_json(body);
	assert_null(r.v);
	assert_string_equal(r.d.found.at[0]->code, "JSON-03");
	arena_free(r.a);
	for (unsigned i = 0; i < JSON_DEPTH; i++)
		body[JSON_DEPTH + i] = ']';
	r = read_json(body);
	assert_non_null(r.v);
	assert_int_equal(r.d.found.n, 0);
	arena_free(r.a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_fault_has_its_place),
	    cmocka_unit_test(scalars_are_as_written),
	    cmocka_unit_test(depth_is_limited),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
