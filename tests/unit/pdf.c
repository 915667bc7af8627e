/* The same pages give the same bytes, tagged or not, draft or not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "paint/device.h"

static char serif[] =
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf";

/* The words in a face's plain glyphs, without shaping. */
static struct run *
set(struct arena *a, struct face *face, struct text t)
{
	struct run *run = arena_make(a, struct run);
	struct glyph *g = arena_alloc(a, t.n * sizeof(*g));
	hb_codepoint_t gid = 0;

	*run = (struct run){.face = face, .size = PT(11), .text = t};
	for (size_t i = 0; i < t.n; run->n++) {
		size_t at = i;
		uint32_t cp = text_next(t, &i);
		hb_font_get_nominal_glyph(face->font, cp, &gid);
		g[run->n] = (struct glyph){.gid = (uint16_t)gid,
		    .len = (uint16_t)(i - at),
		    .text = (uint32_t)at,
		    .x = (mpt)run->n * 5500};
	}
	run->glyphs = g;
	return run;
}

static struct text
build(struct arena *a, bool tagged, bool draft)
{
	struct face face = {.path = text_of(serif), .name = TEXT("serif")};
	struct pages pages = {0};
	struct page page = {.width = 595276, .height = 841890};
	struct verdict v = {.draft = draft,
	    .properties = {.title = TEXT("Алена"), .date = TEXT("2026-11-20")}};
	struct doc doc = {0};
	struct diag d = {.a = a};

	if (!face_open(&face))
		skip();
	array_push(a, &pages.tags, ((struct tag){.role = "Document"}));
	if (tagged)
		array_push(a, &pages.tags, ((struct tag){.role = "P"}));
	struct item it = {.x = PT(72), .y = PT(90), .tag = tagged};
	it.run = set(a, &face, TEXT("The DRAFT (of a report): Минск"));
	array_push(a, &page.items, it);
	array_push(a, &pages.pages, page);
	struct text bytes = device_pdf(a, &pages, &doc, &v, &d);
	assert_int_equal(d.found.n, 0);
	hb_font_destroy(face.font);
	hb_face_destroy(face.hb);
	return bytes;
}

static void
same_bytes(void **state)
{
	(void)state;
	for (unsigned i = 0; i < 4; i++) {
		struct arena *a = arena_new();
		struct text x = build(a, i & 1, i & 2);
		struct text y = build(a, i & 1, i & 2);
		assert_true(x.n > 1000 && text_eq(x, y));
		assert_true(text_starts(x, TEXT("%PDF-1.7\n")));
		assert_true(text_ends(x, TEXT("%%EOF\n")));
		arena_free(a);
	}
}

/* What changes the pages changes the file. */
static void
other_bytes(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_false(text_eq(build(a, false, false), build(a, true, false)));
	assert_false(text_eq(build(a, false, false), build(a, false, true)));
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(same_bytes),
	    cmocka_unit_test(other_bytes)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
