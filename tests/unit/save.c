/* A file appears whole or not at all, and every refusal has its words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "paint/save.h"

static char folder[] = "/tmp/save-XXXXXX";

static const char *
in_folder(struct arena *a, const char *name)
{
	return text_cstr(a, text_fmt(a, "%s/%s", folder, name));
}

static void
holds(const char *path, const char *want)
{
	char got[64] = {0};
	FILE *f = fopen(path, "r");

	assert_non_null(f);
	assert_int_equal(fread(got, 1, sizeof(got) - 1, f), strlen(want));
	fclose(f);
	assert_string_equal(got, want);
}

static size_t
files(void)
{
	size_t n = 0;
	DIR *d = opendir(folder);

	while (readdir(d))
		n++;
	closedir(d);
	return n - 2;
}

static void
refused(struct arena *a, const char *to, const char *code, const char *says)
{
	struct diag d = {.a = a};

	assert_false(save_file(to, TEXT("new"), &d));
	assert_int_equal(d.found.n, 1);
	assert_string_equal(d.found.at[0]->code, code);
	assert_string_equal(text_cstr(a, d.found.at[0]->text),
	    text_cstr(a, text_fmt(a, "%s: %s", says, to)));
}

static void
replaces(void **state)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct stat st;
	const char *to = in_folder(a, "report.pdf");

	(void)state;
	assert_true(save_file(to, TEXT("old"), &d));
	assert_true(save_file(to, TEXT("newer"), &d));
	holds(to, "newer");
	assert_int_equal(files(), 1);
	assert_int_equal(stat(to, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	unlink(to);
	arena_free(a);
}

static void
keeps_links(void **state)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct stat st;
	const char *to = in_folder(a, "real.pdf");
	const char *link = in_folder(a, "link.pdf");

	(void)state;
	assert_true(save_file(to, TEXT("old"), &d));
	assert_int_equal(symlink("real.pdf", link), 0);
	assert_true(save_file(link, TEXT("new"), &d));
	assert_int_equal(lstat(link, &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	holds(to, "new");
	unlink(link);
	unlink(to);
	arena_free(a);
}

static void
refusals(void **state)
{
	struct arena *a = arena_new();
	char *longest = arena_alloc(a, 300);

	(void)state;
	memset(longest, 'x', 299);
	refused(a, in_folder(a, "no/report.pdf"), "OUT-01",
	    "there is no such folder");
	refused(a, folder, "OUT-01", "that is a folder, not a file");
	refused(a, "/dev/full", "OUT-02", "the disk is full");
	refused(a, in_folder(a, longest), "OUT-02", "the name is too long");
	refused(a, "/dev/full/report.pdf", "OUT-01",
	    "part of the path is not a folder");
	assert_int_equal(files(), 0);
	arena_free(a);
}

static void
no_permission(void **state)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	const char *to = in_folder(a, "kept.pdf");

	(void)state;
	assert_true(save_file(to, TEXT("old"), &d));
	assert_int_equal(chmod(folder, 0500), 0);
	refused(a, to, "OUT-01", "no permission to write there");
	assert_int_equal(chmod(folder, 0700), 0);
	assert_int_equal(chmod(to, 0400), 0);
	refused(a, to, "OUT-01", "no permission to write there");
	holds(to, "old");
	unlink(to);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(replaces),
	    cmocka_unit_test(keeps_links), cmocka_unit_test(refusals),
	    cmocka_unit_test(no_permission)};

	if (!mkdtemp(folder))
		return 2;
	/* The superuser may write anywhere: be nobody in particular. */
	if (geteuid() == 0
	    && (chown(folder, 65534, 65534) != 0 || setuid(65534) != 0))
		return 2;
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	rmdir(folder);
	return failed;
}
