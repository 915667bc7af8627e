/*
 * pdf_draft.c - the word DRAFT across every page, and the line below it
 *
 * Both are painted as outlines, not as text: they move no line, and what is
 * copied, searched or read aloud stays the report's own words.  The word lies
 * under the text, along the page's diagonal.
 */
#include <string.h>

#include "paint/pdf.h"

/* Greys of the word and of the line, in thousandths; the line's size and
 * height above the paper's lower edge. */
enum { WORD_GREY = 935, LINE_GREY = 400 };
enum { LINE_SIZE = PT(7), LINE_UP = PT(13), WORD_MOST = PT(230) };

/* Outlines of one line of words, in mpt from its origin. */
struct path {
	struct buf *out;
	const struct face *face;
	mpt size;
	int32_t x; /* of the glyph, font units */
	int32_t y;
};

static void
point(struct path *t, float x, float y)
{
	const float v[2] = {(float)t->x + x, (float)t->y + y};

	for (size_t i = 0; i < 2; i++) {
		float scaled = v[i] * (float)t->size / (float)t->face->upem;
		/* A tenth of a point is fine enough for a letter so large,
		 * and a hundredth for a small one. */
		int64_t grain = t->size > PT(20) ? 100 : 10;
		int64_t whole = (int64_t)(scaled + (scaled < 0 ? -.5f : .5f));
		ops_number(t->out,
		    (whole + (whole < 0 ? -grain : grain) / 2) / grain * grain);
		buf_addc(t->out, ' ');
	}
}

static void
move_to(hb_draw_funcs_t *f, void *data, hb_draw_state_t *st, float x, float y,
    void *user)
{
	struct path *t = data;

	(void)f, (void)st, (void)user;
	point(t, x, y);
	buf_add(t->out, TEXT("m\n"));
}

static void
line_to(hb_draw_funcs_t *f, void *data, hb_draw_state_t *st, float x, float y,
    void *user)
{
	struct path *t = data;

	(void)f, (void)st, (void)user;
	point(t, x, y);
	buf_add(t->out, TEXT("l\n"));
}

static void
cubic_to(hb_draw_funcs_t *f, void *data, hb_draw_state_t *st, float x1,
    float y1, float x2, float y2, float x, float y, void *user)
{
	struct path *t = data;

	(void)f, (void)st, (void)user;
	point(t, x1, y1);
	point(t, x2, y2);
	point(t, x, y);
	buf_add(t->out, TEXT("c\n"));
}

static hb_draw_funcs_t *
pen_new(void)
{
	hb_draw_funcs_t *pen = hb_draw_funcs_create();

	hb_draw_funcs_set_move_to_func(pen, move_to, NULL, NULL);
	hb_draw_funcs_set_line_to_func(pen, line_to, NULL, NULL);
	hb_draw_funcs_set_cubic_to_func(pen, cubic_to, NULL, NULL);
	return pen;
}

/* Adds the outlines of t; returns how far they reach, in font units. */
static int32_t
outline(struct buf *out, const struct face *face, mpt size, struct text t)
{
	struct path path = {.out = out, .face = face, .size = size};
	hb_buffer_t *b = hb_buffer_create();
	hb_draw_funcs_t *pen = out ? pen_new() : NULL;
	unsigned n;

	hb_buffer_add_utf8(b, t.s, (int)t.n, 0, (int)t.n);
	hb_buffer_guess_segment_properties(b);
	hb_shape(face->font, b, NULL, 0);
	const hb_glyph_info_t *g = hb_buffer_get_glyph_infos(b, &n);
	const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(b, NULL);
	int32_t pen_x = 0;
	for (unsigned i = 0; i < n; i++) {
		path.x = pen_x + at[i].x_offset;
		path.y = at[i].y_offset;
		if (pen)
			hb_font_get_glyph_shape(face->font, g[i].codepoint, pen,
			    &path);
		pen_x += at[i].x_advance;
	}
	hb_draw_funcs_destroy(pen);
	hb_buffer_destroy(b);
	return pen_x;
}

static bool
covers(struct face *face, struct text t)
{
	for (size_t i = 0; i < t.n;)
		if (!face_covers(face, text_next(t, &i)))
			return false;
	return true;
}

/* The first face of the report that has all the letters, or NULL. */
static struct face *
face_for(struct pdf *p, struct text word, struct text line)
{
	for (size_t i = 0; i < p->faces.n; i++)
		if (covers(p->faces.at[i]->face, word)
		    && covers(p->faces.at[i]->face, line))
			return p->faces.at[i]->face;
	return NULL;
}

/* Along the diagonal by the triangle 3-4-5, which has exact decimals: A4's
 * own diagonal is within two degrees of it. */
static void
add_word(struct buf *b, const struct page *page, const struct face *face,
    struct text word)
{
	bool tall = page->height >= page->width;
	int64_t c = tall ? 600 : 800, s = tall ? 800 : 600;
	int64_t along = page->width * INT64_C(1000) / c;
	int64_t across = page->height * INT64_C(1000) / s;
	int64_t reach = outline(NULL, face, 0, word);
	int64_t size =
	    (along < across ? along : across) * 7 / 10 * face->upem / reach;
	if (size > WORD_MOST)
		size = WORD_MOST;
	int64_t x = reach * size / face->upem / 2;
	int64_t y = face->cap_height * size / face->upem / 2;

	buf_fmt(b, "q .%lld .%lld -.%lld .%lld ", (long long)c, (long long)s,
	    (long long)s, (long long)c);
	ops_number(b, page->width / 2 - (x * c - y * s) / 1000);
	buf_addc(b, ' ');
	ops_number(b, page->height / 2 - (x * s + y * c) / 1000);
	buf_add(b, TEXT(" cm\n"));
	ops_number(b, WORD_GREY);
	buf_add(b, TEXT(" g\n"));
	outline(b, face, (mpt)size, word);
	buf_add(b, TEXT("f Q\n"));
}

static void
add_line(struct buf *b, const struct page *page, const struct face *face,
    struct text line)
{
	int32_t reach = outline(NULL, face, 0, line);
	mpt width = mpt_scale(reach, LINE_SIZE, face->upem);

	buf_add(b, TEXT("q 1 0 0 1 "));
	ops_number(b, (page->width - width) / 2);
	buf_addc(b, ' ');
	ops_number(b, LINE_UP);
	buf_add(b, TEXT(" cm\n"));
	ops_number(b, LINE_GREY);
	buf_add(b, TEXT(" g\n"));
	outline(b, face, LINE_SIZE, line);
	buf_add(b, TEXT("f Q\n"));
}

/* A form (ISO 32000-1, 8.10) is written once for all pages of a size. */
static struct pdf_draft
make(struct pdf *p, const struct page *page)
{
	struct pdf_draft draft = {page->width, page->height, NULL};
	struct text line = p->verdict->legend;
	struct text word = p->verdict->overlay;
	struct buf b = {.a = p->a}, box = {.a = p->a};

	if (!word.n)
		word = TEXT("DRAFT");
	const struct face *face = face_for(p, word, line);
	if (!face) {
		diag(p->d, LEVEL_ERROR, "OUT-07", (struct pos){0},
		    "no font of the report has the letters of its mark: %.*s",
		    TEXT_ARG(word));
		return draft;
	}
	add_word(&b, page, face, word);
	if (line.n)
		add_line(&b, page, face, line);
	draft.form = pdf_stream(p, buf_text(&b), true);
	buf_add(&box,
	    TEXT("/Type/XObject/Subtype/Form/Resources<<>>/BBox[0 0 "));
	ops_number(&box, page->width);
	buf_addc(&box, ' ');
	ops_number(&box, page->height);
	buf_addc(&box, ']');
	pdf_raw(p, draft.form, buf_text(&box));
	return draft;
}

size_t
pdf_draft(struct pdf *p, const struct page *page)
{
	size_t i = 0;

	while (i < p->drafts.n
	    && (p->drafts.at[i].width != page->width
		|| p->drafts.at[i].height != page->height))
		i++;
	if (i == p->drafts.n)
		array_push(p->a, &p->drafts, make(p, page));
	return i + 1;
}
