/* Numbers, strings, and glyphs that stand where layout put them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "paint/pdf_ops.h"

static void
number_is(int64_t v, const char *want)
{
	struct arena *a = arena_new();
	struct buf b = {.a = a};

	ops_number(&b, v);
	assert_string_equal(text_cstr(a, buf_text(&b)), want);
	arena_free(a);
}

static void
numbers(void **state)
{
	(void)state;
	number_is(0, "0");
	number_is(1000, "1");
	number_is(11500, "11.5");
	number_is(-250, "-.25");
	number_is(5, ".005");
	number_is(-1010, "-1.01");
	number_is(841890, "841.89");
	number_is(100000, "100");
	number_is(INT32_MAX, "2147483.647");
	number_is(INT32_MIN, "-2147483.648");
}

static void
code_is(uint16_t code, const char *want, size_t n)
{
	struct arena *a = arena_new();
	struct buf b = {.a = a};

	ops_code(&b, code);
	assert_int_equal(b.n, n);
	assert_memory_equal(b.at, want, n);
	arena_free(a);
}

/* ISO 32000-1, 7.3.4.2. */
static void
codes(void **state)
{
	(void)state;
	code_is(0x0000, "\0\0", 2);
	code_is(0x0028, "\0\\(", 3);
	code_is(0x2929, "\\)\\)", 4);
	code_is(0x5c0a, "\\\\\n", 3);
	code_is(0x0d41, "\\rA", 3);
}

enum { GLYPHS = 200, FACES = 50 };

/* A face of glyphs with odd widths; glyph i is shown by code i. */
static struct pdf_face
odd_face(struct arena *a)
{
	struct pdf_face f = {.name = 1};

	f.slot = arena_alloc(a, 0x10000 * sizeof(*f.slot));
	for (uint16_t i = 0; i < FACES; i++) {
		struct pdf_glyph g = {.gid = i, .code = i};
		g.width = 211 + 37 * i % 700;
		array_push(a, &f.glyphs, g);
		f.slot[i] = i;
	}
	return f;
}

/* Reads a TJ array back: where does each glyph begin, in thousandths of mpt? */
static size_t
read_back(struct text t, const struct pdf_face *f, mpt size, double *x)
{
	size_t n = 0, i = text_find(t, 0, TEXT("[")) + 1;
	double pen = 0;

	while (t.s[i] != ']') {
		if (t.s[i] != '(') {
			char *end;
			pen -= strtod(t.s + i, &end) * size;
			i = (size_t)(end - t.s);
			continue;
		}
		for (i++; t.s[i] != ')'; n++) {
			unsigned code = 0;
			for (int k = 0; k < 2; k++, i++) {
				if (t.s[i] == '\\')
					i++;
				code = code << 8 | (unsigned char)t.s[i];
				if (t.s[i - 1] == '\\' && t.s[i] == 'r')
					code = (code & 0xff00) | '\r';
			}
			x[n] = pen;
			pen += f->glyphs.at[code].width * (double)size;
		}
		i++;
	}
	return n;
}

/* Whatever the size, kerning and justification, no glyph is 0.01 pt off. */
static void
placement(void **state)
{
	struct arena *a = arena_new();
	struct pdf_face face = odd_face(a);
	struct glyph g[GLYPHS] = {0};
	double x[GLYPHS];

	(void)state;
	srand(1);
	for (mpt size = 6000; size < 60000; size += 1250) {
		struct run run = {.size = size, .glyphs = g, .n = GLYPHS};
		struct ops o = {.out = {.a = a}, .height = PT(800)};
		int64_t at = 0;
		for (size_t i = 0; i < GLYPHS; i++) {
			g[i].gid = (uint16_t)(rand() % FACES);
			g[i].x = (mpt)at;
			at += face.glyphs.at[g[i].gid].width * (int64_t)size
				/ 1000
			    + (rand() % 3 ? 0 : rand() % 900 - 450) + rand() % 3
			    - 1;
		}
		ops_glyphs(&o, &run, &face, (struct item){.y = PT(100)}, 0,
		    GLYPHS);
		assert_int_equal(read_back(buf_text(&o.out), &face, size, x),
		    GLYPHS);
		for (size_t i = 0; i < GLYPHS; i++) {
			double off = x[i] / 1000 - g[i].x;
			assert_true(off < 10 && off > -10);
		}
	}
	arena_free(a);
}

static void
says(const struct ops *o, const char *want)
{
	struct arena *a = arena_new();

	assert_string_equal(text_cstr(a, buf_text(&o->out)), want);
	arena_free(a);
}

/* Face, size and colour are said once; y grows up; a rise is taken back. */
static void
state_is_kept(void **state)
{
	struct arena *a = arena_new();
	struct pdf_face face = odd_face(a);
	struct glyph g[2] = {{.gid = 33}, {.gid = 34, .y = 2500}};
	struct run run = {.size = 11500,
	    .colour = 0x808080,
	    .glyphs = g,
	    .n = 2};
	struct ops o = {.out = {.a = a}, .height = PT(800)};
	struct item rule = {.x = PT(10), .y = PT(20), .w = PT(30), .h = 500};

	(void)state;
	g[1].x = (mpt)(face.glyphs.at[33].width * 11500 / 1000);
	ops_glyphs(&o, &run, &face, (struct item){.x = PT(72), .y = PT(100)}, 0,
	    2);
	ops_glyphs(&o, &run, &face, (struct item){.x = PT(72), .y = PT(113)}, 0,
	    1);
	ops_rule(&o, &rule);
	size_t nul;
	while ((nul = text_findc(buf_text(&o.out), 0, '\0')) < o.out.n)
		o.out.at[nul] = '0';
	says(&o,
	    ".502 g\nBT\n/F1 11.5 Tf\n72 700 Td\n[(0!)]TJ\n2.5 Ts\n"
	    "[(0\")]TJ\n0 Ts\n0 -13 Td\n[(0!)]TJ\nET\n0 g\n"
	    "10 779.5 30 .5 re f\n");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(numbers),
	    cmocka_unit_test(codes), cmocka_unit_test(placement),
	    cmocka_unit_test(state_is_kept)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
