/* Unit tests of base/file.c: paths, and the fence around a folder. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"

static void
paths_are_joined_and_taken_apart(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_true(text_is(path_join(a, TEXT("a/b"), TEXT("c")), "a/b/c"));
	assert_true(text_is(path_join(a, TEXT("a"), TEXT("/c")), "/c"));
	assert_true(text_is(path_join(a, TEXT(""), TEXT("c")), "c"));
	assert_true(text_is(path_folder(TEXT("a/b.yaml")), "a"));
	assert_true(text_is(path_folder(TEXT("b.yaml")), "."));
	assert_true(text_is(path_folder(TEXT("/b.yaml")), "/"));
	assert_true(text_is(path_stem(TEXT("a.b/c.d.yaml")), "c.d"));
	assert_true(text_is(path_stem(TEXT("a/.hidden")), ".hidden"));
	assert_true(text_is(path_stem(TEXT("a/name")), "name"));
	assert_true(text_is(path_show(TEXT("/r/a/b"), TEXT("/r")), "a/b"));
	assert_true(text_is(path_show(TEXT("/rest/b"), TEXT("/r")), "/rest/b"));
	assert_true(text_is(path_show(TEXT("/r"), TEXT("/r")), "/r"));
	arena_free(a);
}

static char *
below(const char *folder, const char *name)
{
	static char path[300];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return path;
}

static void
touch(const char *path, const char *words, size_t n)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(words, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

/*
 *   T/in/file  T/in/out -> ../outside  T/in/back -> ../in/file
 *   T/in/round -> round  T/inner/file  T/outside
 */
static int
make_tree(void **state)
{
	static char folder[] = "/tmp/peritus-file-XXXXXX";

	if (!mkdtemp(folder))
		return -1;
	*state = folder;
	mkdir(below(folder, "in"), 0700);
	mkdir(below(folder, "inner"), 0700);
	touch(below(folder, "in/file"), "x", 1);
	touch(below(folder, "inner/file"), "x", 1);
	touch(below(folder, "outside"), "x", 1);
	return symlink("../outside", below(folder, "in/out"))
	    || symlink("../in/file", below(folder, "in/back"))
	    || symlink("round", below(folder, "in/round"));
}

static int
remove_tree(void **state)
{
	static const char *const names[] = {"in/file", "in/out", "in/back",
	    "in/round", "inner/file", "in/text", "outside"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		unlink(below(*state, names[i]));
	return rmdir(below(*state, "in")) || rmdir(below(*state, "inner"))
	    || rmdir(*state);
}

static bool
inside(struct arena *a, const char *folder, const char *name)
{
	struct text path = text_dup(a, text_of(below(folder, name)));

	return path_inside(a, path, text_dup(a, text_of(below(folder, "in"))));
}

static void
links_and_dots_are_followed_before_the_fence(void **state)
{
	struct arena *a = arena_new();

	assert_true(inside(a, *state, "in"));
	assert_true(inside(a, *state, "in/file"));
	assert_true(inside(a, *state, "in/back"));
	assert_true(inside(a, *state, "inner/../in/./file"));
	assert_false(inside(a, *state, "in/out"));
	assert_false(inside(a, *state, "in/../outside"));
	assert_false(inside(a, *state, "inner/file"));
	assert_false(inside(a, *state, "in/round"));
	assert_false(inside(a, *state, "in/nothing"));
	arena_free(a);
}

/* The code that reading these bytes gives, or "". */
static struct text
read_bytes(struct arena *a, const char *folder, const char *bytes, size_t n)
{
	struct diag d = {.a = a};
	struct text path = text_dup(a, text_of(below(folder, "in/text")));

	touch(below(folder, "in/text"), bytes, n);
	const struct source *s =
	    file_read(a, path, TEXT("text"), (struct pos){0}, &d);
	if (!s)
		return text_of(d.found.at[0]->code);
	assert_int_equal(d.found.n, 0);
	return text_join(a, TEXT("="), s->body);
}

static void
only_text_is_read(void **state)
{
	struct arena *a = arena_new();

	assert_true(text_is(read_bytes(a, *state, "a\n", 2), "=a\n"));
	assert_true(text_is(read_bytes(a, *state, "", 0), "="));
	assert_true(text_is(read_bytes(a, *state,
				"\xef\xbb\xbf"
				"a",
				4),
	    "=a"));
	assert_true(text_is(read_bytes(a, *state, "a\0b", 3), "FILE-03"));
	assert_true(text_is(read_bytes(a, *state, "caf\xe9", 4), "FILE-03"));
	assert_true(text_is(read_bytes(a, *state,
				"\xff\xfe"
				"a\0",
				4),
	    "FILE-03"));
	arena_free(a);
}

static void
what_cannot_be_read_is_said(void **state)
{
	static const char *const names[] = {"in", "in/nothing", "in/round",
	    "outside/x"};
	struct arena *a = arena_new();
	struct diag d = {.a = a};

	for (size_t i = 0; i < 4; i++) {
		struct text path = text_of(below(*state, names[i]));
		assert_null(file_read(a, path, path, (struct pos){0}, &d));
		assert_int_equal(d.found.n, i + 1);
		assert_string_equal(d.found.at[i]->code, "FILE-01");
	}
	arena_free(a);
}

static void
too_large_a_file_is_refused(void **state)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	const char *path = below(*state, "in/text");

	touch(path, "x", 1);
	assert_int_equal(truncate(path, FILE_LIMIT + 1), 0);
	assert_null(
	    file_read(a, text_of(path), TEXT("text"), (struct pos){0}, &d));
	assert_string_equal(d.found.at[0]->code, "FILE-02");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(paths_are_joined_and_taken_apart),
	    cmocka_unit_test(links_and_dots_are_followed_before_the_fence),
	    cmocka_unit_test(only_text_is_read),
	    cmocka_unit_test(what_cannot_be_read_is_said),
	    cmocka_unit_test(too_large_a_file_is_refused),
	};
	return cmocka_run_group_tests(tests, make_tree, remove_tree);
}
