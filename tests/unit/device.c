/* What no case can bring about, and a device says all the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "paint/device.h"

/* In place of libharu's, to which the device would listen. */
const char *HPDF_GetVersion(void);

const char *
HPDF_GetVersion(void)
{
	return "2.4.5";
}

static void
only(const struct diag *d, const char *code)
{
	assert_int_equal(d->found.n, 1);
	assert_string_equal(d->found.at[0]->code, code);
	assert_int_equal(d->found.at[0]->level, LEVEL_ERROR);
}

static void
another_libharu(void **state)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct pages pages = {0};
	struct verdict v = {0};
	struct doc doc = {0};

	(void)state;
	assert_int_equal(device_pdf(a, &pages, &doc, &v, &d).n, 0);
	only(&d, "OUT-06");
	arena_free(a);
}

/* Layout gives up at a third of this depth, so that nothing is printed. */
static void
deep_document(void **state)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct verdict v = {0};
	struct pos at = {0};
	struct node *top = node_new(a, NODE_DOC, TEXT(""), at), *n = top;
	struct doc doc = {.root = top};

	(void)state;
	for (int i = 0; i < 300; i++)
		n = node_add(a, n, NODE_QUOTE, TEXT(""), at);
	n = node_add(a, n, NODE_PARA, TEXT(""), at);
	node_add(a, n, NODE_TEXT, TEXT("deep"), at);
	assert_int_equal(device_plain(a, NULL, &doc, &v, &d).n, 0);
	only(&d, "OUT-08");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(another_libharu),
	    cmocka_unit_test(deep_document),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
