/*
 * setpara.c - whatever is set comes out: paragraphs over real faces
 *
 * Each text is set at several widths, justified and ragged.  Every character
 * that is not a blank must be in the runs once, in logical order; no line is
 * wider than its measure unless it is said; each glyph stands for bytes of its
 * run.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/uni.h"
#include "layout/line.h"
#include "model/sheet.h"

#define NOTO "/usr/share/fonts/truetype/noto/"
#define LIBERTINE "/usr/share/fonts/opentype/linux-libertine/LinLibertine_R.otf"
#define LIBERATION \
	"/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"

struct fixture {
	struct arena *a;
	struct diag d;
	struct fonts fonts;
	struct library lib;
	struct sheet sheet;
	struct type type;
	struct setter *set;
};

static void
add_family(struct fixture *x, const char *name, const char *path, bool fallback)
{
	struct family *f = arena_make(x->a, struct family);
	struct face *face = arena_make(x->a, struct face);

	if (!file_exists(x->a, text_of(path)))
		skip();
	face->name = f->name = text_of(name);
	face->path = text_of(path);
	face->id = (unsigned)x->fonts.faces.n;
	f->face[FACE_REGULAR] = face;
	array_push(x->a, &x->fonts.faces, face);
	array_push(x->a, &x->fonts.families, f);
	if (fallback)
		array_push(x->a, &x->fonts.fallback, f);
}

static void
fixture_open(struct fixture *x)
{
	*x = (struct fixture){.a = arena_new()};
	x->d.a = x->a;
	add_family(x, "serif", LIBERTINE, true);
	add_family(x, "plain", LIBERATION, false);
	add_family(x, "noto", NOTO "NotoSerif-Regular.ttf", true);
	add_family(x, "hebrew", NOTO "NotoSerifHebrew-Regular.ttf", true);
	add_family(x, "arabic", NOTO "NotoNaskhArabic-Regular.ttf", true);
	x->lib.fonts = &x->fonts;
	x->type = (struct type){.family = TEXT("serif"),
	    .size = PT(11),
	    .leading = PT(14)};
	for (unsigned i = 0; i < TYPE_NAMES; i++)
		x->sheet.type[i] = x->type;
	x->set = setter_open(x->a, &x->lib, &x->sheet, &x->d);
}

static void
fixture_close(struct fixture *x)
{
	setter_close(x->set);
	fonts_close(&x->fonts);
	arena_free(x->a);
}

static struct lines
set(struct fixture *x, const struct node *para, mpt width, unsigned flags)
{
	struct measure m = {.type = &x->type,
	    .width = width,
	    .flags = flags,
	    .lang = TEXT("en-GB")};

	return para_set(x->set, para, &m);
}

static struct node *
para_of(struct fixture *x, const char *words)
{
	struct pos none = {0};
	struct node *p = node_new(x->a, NODE_PARA, TEXT(""), none);

	node_add(x->a, p, NODE_TEXT, text_of(words), none);
	return p;
}

/* Without blanks, of whatever kind, and soft hyphens. */
static struct text
ink(struct arena *a, struct text t)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < t.n;) {
		uint32_t cp = text_next(t, &i);
		if (cp != 0xad && uni_class(cp) != UNI_SPACE)
			buf_cp(&b, cp);
	}
	return buf_text(&b);
}

static struct text
words_of(struct arena *a, const struct lines *l)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < l->line.n; i++)
		for (size_t k = 0; k < l->line.at[i].runs.n; k++)
			buf_add(&b, l->line.at[i].runs.at[k].run->text);
	return buf_text(&b);
}

/* The clusters of a run are its text, each byte once. */
static void
check_clusters(struct arena *a, const struct run *r)
{
	char *seen = arena_alloc(a, r->text.n + 1);

	for (size_t i = 0; i < r->n; i++) {
		const struct glyph *g = &r->glyphs[i];
		assert_true(i > 0 || g->len > 0);
		assert_true(g->text + g->len <= r->text.n);
		for (unsigned k = 0; k < g->len; k++)
			assert_false(seen[g->text + k]++);
	}
	for (size_t i = 0; i < r->text.n; i++)
		assert_true(seen[i]);
}

static void
check_lines(struct fixture *x, const struct node *para, const struct lines *l,
    mpt width, bool said)
{
	struct text want = ink(x->a, node_words(x->a, para));
	struct text got = ink(x->a, words_of(x->a, l));

	if (!text_eq(want, got))
		fail_msg("width %d: want %.*s, got %.*s", width, TEXT_ARG(want),
		    TEXT_ARG(got));
	for (size_t i = 0; i < l->line.n; i++) {
		const struct line *line = &l->line.at[i];
		if (!said && line->width > width + 2)
			fail_msg("line %zu of %.*s: %d in %d", i + 1,
			    TEXT_ARG(want), line->width, width);
		for (size_t k = 0; k < line->runs.n; k++)
			check_clusters(x->a, line->runs.at[k].run);
	}
}

static const char *const samples[] = {"Between 9 and 14 August 2020 about "
				      "13,500 people were arrested, 700 of "
				      "them children; see para 12 and [2015] "
				      "UKUT 673.",
    "<https://www.hrw.org/news/2020/09/15/belarus-systematic-beatings> and "
    "https://example.org/aVeryLongPathWithoutAnyMarkThatCouldBeBrokenAnywhere",
    "Alena (\xd0\x90\xd0\xbb\xd0\xb5\xd0\xbd\xd0\xb0) x\xd0\x96y, na\xc3\xafve "
    "caf\xc3\xa9 fi ffi ffl office",
    "un\xc2\xad"
    "law\xc2\xad"
    "ful im\xc2\xad\xc2\xadpri\xc2\xadson\xc2\xadment \xc2\xad \xc2\xad",
    "12\xc2\xa0km and 1\xe2\x80\xaf"
    "000\xc2\xa0\xc2\xa0people",
    "n\xcc\x83o e\xcc\x81\xcc\xa3 \xcc\x81 combining",
    "the name \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xd7\xa2\xd7\x95\xd7\x9c\xd7\x9d"
    " (2020) and \xd9\x85\xd8\xad\xd9\x85\xd8\xaf 12 \xd8\xb9\xd9\x84\xd9\x8a, "
    "with \xd7\xa9\xd7\x81\xd6\xb8\xd7\x9c\xd7\x95\xd6\xb9\xd7\x9d marked",
    "  blanks   before,\tand after  ", " ", "a"};

static void
all_comes_out(void **state)
{
	static const mpt widths[] = {PT(3), PT(20), PT(60), PT(110), PT(250),
	    PT(450)};
	static const unsigned flags[] = {0, TYPE_RAGGED, TYPE_CENTRED,
	    TYPE_SMALLCAPS, TYPE_OLDSTYLE | TYPE_TABULAR};
	struct fixture x;

	(void)state;
	fixture_open(&x);
	for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		struct node *p = para_of(&x, samples[i]);
		for (size_t w = 0; w < sizeof(widths) / sizeof(widths[0]); w++)
			for (size_t f = 0; f < 5; f++) {
				size_t before = x.d.found.n;
				struct lines l =
				    set(&x, p, widths[w], flags[f]);
				check_lines(&x, p, &l, widths[w],
				    x.d.found.n > before);
			}
	}
	fixture_close(&x);
}

/* At the width of a page nothing has to be said of any of them. */
static void
nothing_to_say(void **state)
{
	struct fixture x;

	(void)state;
	fixture_open(&x);
	for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++)
		set(&x, para_of(&x, samples[i]), PT(450), 0);
	for (size_t i = 0; i < x.d.found.n; i++)
		fail_msg("%s: %.*s", x.d.found.at[i]->code,
		    TEXT_ARG(x.d.found.at[i]->text));
	fixture_close(&x);
}

static void
missing_character_said_once(void **state)
{
	struct source src = {.name = TEXT("x.md"),
	    .body = TEXT("one o\xe2\xb4\xb0 t\xe2\xb4\xb0")};
	struct pos at = {&src, 0, 0};
	struct fixture x;

	(void)state;
	fixture_open(&x);
	struct node *p = node_new(x.a, NODE_PARA, TEXT(""), at);
	node_add(x.a, p, NODE_TEXT, src.body, at);
	set(&x, p, PT(300), 0);
	set(&x, p, PT(300), 0);
	assert_int_equal(x.d.found.n, 1);
	assert_string_equal(x.d.found.at[0]->code, "FONT-02");
	assert_int_equal(x.d.found.at[0]->at.off, 4);
	fixture_close(&x);
}

static void
newline_ends_a_line(void **state)
{
	struct pos none = {0};
	struct fixture x;

	(void)state;
	fixture_open(&x);
	struct node *p = para_of(&x, "one");
	node_add(x.a, p, NODE_NEWLINE, TEXT(""), none);
	node_add(x.a, p, NODE_TEXT, TEXT("two"), none);
	struct lines l = set(&x, p, PT(300), 0);
	assert_int_equal(l.line.n, 2);
	assert_true(text_is(ink(x.a, words_of(x.a, &l)), "onetwo"));
	fixture_close(&x);
}

/* "imprisonment" in a narrow column: a hyphen of ours is U+00AD in the text,
 * so that whoever reads the page back can join the word. */
static void
break_hyphen_is_soft(void **state)
{
	struct fixture x;
	size_t hyphenated = 0;

	(void)state;
	fixture_open(&x);
	struct node *p =
	    para_of(&x, "imprisonment persecution administration constitution");
	struct lines l = set(&x, p, PT(52), 0);
	for (size_t i = 0; i < l.line.n; i++) {
		const struct line *line = &l.line.at[i];
		if (!line->hyphenated)
			continue;
		hyphenated++;
		assert_true(text_ends(line->runs.at[line->runs.n - 1].run->text,
		    TEXT("\xc2\xad")));
	}
	assert_true(hyphenated > 0);
	fixture_close(&x);
}

/* A face of its own small capitals, and one that has none. */
static void
small_capitals(void **state)
{
	struct fixture x;

	(void)state;
	fixture_open(&x);
	struct node *p = para_of(&x, "Viasna");
	struct lines l = set(&x, p, PT(300), TYPE_SMALLCAPS);
	assert_int_equal(l.line.at[0].runs.n, 1);
	assert_int_equal(l.line.at[0].runs.at[0].run->size, PT(11));
	x.type.family = TEXT("plain");
	l = set(&x, p, PT(300), TYPE_SMALLCAPS);
	assert_int_equal(l.line.at[0].runs.n, 2);
	assert_int_equal(l.line.at[0].runs.at[0].run->size, PT(11));
	assert_int_equal(l.line.at[0].runs.at[1].run->size, PT(11) * 4 / 5);
	assert_true(text_is(words_of(x.a, &l), "Viasna"));
	fixture_close(&x);
}

/* In Hebrew the first letter stands rightmost. */
static void
right_to_left(void **state)
{
	struct fixture x;

	(void)state;
	fixture_open(&x);
	struct node *p =
	    para_of(&x, "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xd7\xa2\xd7\x9c x");
	struct lines l = set(&x, p, PT(300), 0);
	const struct line *line = &l.line.at[0];
	const struct placed *first = &line->runs.at[0];
	assert_true(first->run->rtl);
	assert_int_equal(first->run->glyphs[first->run->n - 1].text, 0);
	for (size_t i = 1; i < line->runs.n; i++)
		if (line->runs.at[i].run->rtl)
			assert_true(line->runs.at[i].x < first->x);
	fixture_close(&x);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(all_comes_out),
	    cmocka_unit_test(nothing_to_say),
	    cmocka_unit_test(missing_character_said_once),
	    cmocka_unit_test(newline_ends_a_line),
	    cmocka_unit_test(break_hyphen_is_soft),
	    cmocka_unit_test(small_capitals),
	    cmocka_unit_test(right_to_left),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
