/*
 * place.c - tokens and breaks to lines of runs
 *
 * A run is a stretch of one face, size, colour and height, its blanks included,
 * so that whoever reads the page back finds words and the spaces between them.
 */
#include <string.h>

#include "layout/set.h"

struct placer {
	struct setter *s;
	const struct flat *f;
	const struct tokens *t;
	const struct measure *m;
	size_t label; /* the next of f->labels */
	mpt ascent, descent;
};

/* A run that grows; the lists are used again for the next one. */
struct growing {
	bool open;
	struct run run;
	struct buf text;
	ARRAY(struct glyph) glyphs;
	uint32_t seg;
	uint8_t level;
	mpt x0;
	size_t at; /* of its first byte in the flat text */
};

struct liner {
	struct placer *p;
	struct line *line;
	ARRAY(size_t) starts; /* of line->runs, in the flat text */
	struct growing g;
	mpt x;
	int64_t extra, share; /* to add to the blanks; of so much give */
	int64_t given, used;
	const struct node *link;
	mpt link_x;
	struct buf link_words;
};

static void *
kept(struct arena *a, const void *from, size_t size)
{
	void *to = arena_alloc(a, size);

	return size ? memcpy(to, from, size) : to;
}

static void
close_run(struct liner *l)
{
	struct growing *g = &l->g;
	const struct segment *seg = &l->p->f->seg.at[g->seg];
	struct setter *s = l->p->s;

	if (!g->open)
		return;
	struct run *r = arena_make(s->a, struct run);
	*r = g->run;
	r->text = text_dup(s->a, buf_text(&g->text));
	r->glyphs =
	    kept(s->a, g->glyphs.at, g->glyphs.n * sizeof(*g->glyphs.at));
	r->n = g->glyphs.n;
	r->width = l->x - g->x0;
	struct placed put = {g->x0, seg->style.shift, r, seg->span, seg->pos};
	array_push(s->scratch, &l->line->runs, put);
	array_push(s->scratch, &l->starts, g->at);
	g->open = false;
	g->text.n = g->glyphs.n = 0;
}

static bool
fits_run(const struct liner *l, const struct token *k)
{
	const struct growing *g = &l->g;
	const struct segment *x = &l->p->f->seg.at[k->seg];
	const struct segment *y = &l->p->f->seg.at[g->seg];

	if (!g->open || g->run.face != k->shaped->face
	    || g->run.rtl != k->shaped->rtl || g->level != k->level
	    || (g->run.rtl && g->glyphs.n))
		return false;
	return x == y
	    || (x->style.size == y->style.size
		&& x->style.colour == y->style.colour
		&& x->style.shift == y->style.shift && text_eq(x->lang, y->lang)
		&& !x->note == !y->note && x->link == y->link
		&& (x->span == y->span
		    || (x->span->kind != NODE_MISSING
			&& y->span->kind != NODE_MISSING)));
}

static void
open_run(struct liner *l, const struct token *k)
{
	const struct segment *x = &l->p->f->seg.at[k->seg];
	struct growing *g = &l->g;

	if (fits_run(l, k))
		return;
	close_run(l);
	g->open = true;
	g->run = (struct run){.face = k->shaped->face,
	    .size = x->style.size,
	    .colour = x->style.colour,
	    .rtl = k->shaped->rtl,
	    .lang = text_eq(x->lang, l->p->m->lang) ? TEXT("") : x->lang};
	g->seg = k->seg;
	g->level = k->level;
	g->x0 = l->x;
	g->at = k->at;
}

static struct glyph *
glyph_room(struct growing *g, struct arena *scratch, size_t n)
{
	while (g->glyphs.cap < g->glyphs.n + n)
		g->glyphs.at = array_room(scratch, g->glyphs.at, g->glyphs.cap,
		    &g->glyphs.cap, sizeof(*g->glyphs.at));
	g->glyphs.n += n;
	return g->glyphs.at + g->glyphs.n - n;
}

/* The glyphs of k, standing for `text`; x moves on by `width`. */
static void
put_glyphs(struct liner *l, const struct token *k, struct text text, mpt width)
{
	const struct shaped *s = k->shaped;
	struct growing *g = &l->g;
	mpt size = g->run.size, x = l->x - g->x0;
	int32_t first = s->glyphs[k->g0].pen, upem = s->face->upem;
	uint32_t base = UINT32_MAX, start = (uint32_t)g->text.n;
	struct glyph *out = glyph_room(g, l->p->s->scratch, k->g1 - k->g0);

	for (unsigned i = k->g0; i < k->g1; i++)
		base = s->glyphs[i].text < base ? s->glyphs[i].text : base;
	for (unsigned i = k->g0; i < k->g1; i++) {
		const struct shaped_glyph *q = &s->glyphs[i];
		/* blanks and hyphens stand for other bytes than theirs */
		size_t len = k->kind == TOKEN_BOX ? q->len
		    : i == k->g0                  ? text.n
						  : 0;
		*out++ = (struct glyph){.gid = q->gid,
		    .len = (uint16_t)len,
		    .text = start + (q->text - base),
		    .x = x + mpt_scale(q->pen - first + q->x, size, upem),
		    .y = q->y ? mpt_scale(q->y, size, upem) : 0};
	}
	buf_add(&g->text, text);
	l->x += width;
}

static void
close_link(struct liner *l)
{
	const struct node *n = l->link;
	struct line_link out = {.x = l->link_x,
	    .w = l->x - l->link_x,
	    .span = n};

	l->link = NULL;
	if (!n)
		return;
	out.words = text_dup(l->p->s->a, buf_text(&l->link_words));
	l->link_words.n = 0;
	if (n->kind == NODE_NOTE)
		out.target = n->label;
	else if (n->kind == NODE_XREF)
		out.target = n->text;
	else if (n->text.n && n->text.s[0] == '#')
		out.target = text_sub(n->text, 1, n->text.n);
	else
		out.uri = n->text;
	array_push(l->p->s->a, &l->line->links, out);
}

static void
follow_link(struct liner *l, const struct token *k)
{
	const struct node *n = l->p->f->seg.at[k->seg].link;

	if (n != l->link) {
		close_link(l);
		l->link = n;
		l->link_x = l->x;
	}
	if (n)
		buf_add(&l->link_words, k->text);
}

static void
note_mark(struct liner *l, const struct token *k)
{
	const struct node *n = l->p->f->seg.at[k->seg].note;
	const struct line *line = l->line;

	if (n && (!line->notes.n || line->notes.at[line->notes.n - 1] != n))
		array_push(l->p->s->a, &l->line->notes, n);
}

static void
put_box(struct liner *l, const struct token *k)
{
	follow_link(l, k);
	note_mark(l, k);
	open_run(l, k);
	put_glyphs(l, k, k->text, k->width);
}

/* The blank grows or shrinks by its part of what the line needs; parts are
 * cumulative, so that rounding never adds up. */
static void
put_glue(struct liner *l, const struct token *k)
{
	mpt width = k->width;

	if (l->share) {
		l->used += l->extra > 0 ? k->stretch : k->shrink;
		int64_t due = l->extra * l->used / l->share;
		width += (mpt)(due - l->given);
		l->given = due;
	}
	follow_link(l, k);
	if (!k->shaped) {
		l->x += width;
		return;
	}
	open_run(l, k);
	put_glyphs(l, k, k->text, width);
}

/* UAX #9, L2: from the highest level down, reverse what is at it or above. */
static void
reorder(const struct tokens *t, size_t *order, size_t n, uint8_t most)
{
	for (uint8_t level = most; level > 0; level--) {
		for (size_t i = 0; i < n; i++) {
			size_t from = i;
			while (i < n && t->t.at[order[i]].level >= level)
				i++;
			for (size_t a = from, b = i; a + 1 < b; a++) {
				size_t x = order[a];
				order[a] = order[--b];
				order[b] = x;
			}
		}
	}
}

/* The runs of a line of mixed directions, in the order in which they are read:
 * each says where it stands. */
static void
sort_runs(struct liner *l)
{
	struct placed *r = l->line->runs.at;
	size_t *at = l->starts.at;

	for (size_t i = 1; i < l->line->runs.n; i++) {
		struct placed run = r[i];
		size_t start = at[i], k = i;
		for (; k > 0 && at[k - 1] > start; k--) {
			r[k] = r[k - 1];
			at[k] = at[k - 1];
		}
		r[k] = run;
		at[k] = start;
	}
}

struct stretchable {
	int64_t width, stretch, shrink;
};

static struct stretchable
sum(const struct tokens *t, size_t from, size_t to)
{
	struct stretchable s = {0, 0, 0};

	for (size_t i = from; i < to; i++) {
		const struct token *k = &t->t.at[i];
		if (k->kind != TOKEN_BOX && k->kind != TOKEN_GLUE)
			continue;
		s.width += k->width;
		s.stretch += k->stretch;
		s.shrink += k->shrink;
	}
	return s;
}

static void
justify(struct liner *l, size_t from, size_t to, const struct token *end,
    mpt indent)
{
	const struct measure *m = l->p->m;
	struct stretchable s = sum(l->p->t, from, to);
	unsigned flags = m->flags | m->type->flags;
	bool last = end->kind == TOKEN_END
	    || (end->kind == TOKEN_PENALTY && end->penalty == PENALTY_FORCE);
	int64_t room = m->width - indent - s.width;

	if (end->kind == TOKEN_PENALTY && end->hyphen)
		room -= end->width;
	if (flags & TYPE_CENTRED)
		l->x = indent + (mpt)(room > 0 ? room / 2 : 0);
	if ((flags & (TYPE_RAGGED | TYPE_CENTRED)) && room >= 0)
		return;
	if (last && room >= 0)
		return;
	l->extra = room;
	l->share = room > 0 ? s.stretch : s.shrink;
	if (room < 0 && -room > s.shrink)
		l->extra = -s.shrink;
}

static void
add_labels(struct placer *p, struct line *line, size_t upto)
{
	for (; p->label < p->f->labels.n && p->f->labels.at[p->label].at < upto;
	     p->label++)
		array_push(p->s->a, &line->labels,
		    p->f->labels.at[p->label].label);
}

/* Ascent and descent are the type's own, so that a fallback face in one line
 * does not make the lines jump. */
static void
find_height(struct placer *p)
{
	const struct family *f =
	    fonts_family(p->s->lib->fonts, p->m->type->family);
	struct face *face = f ? f->face[FACE_REGULAR] : NULL;
	mpt size = p->m->type->size;

	p->ascent = size * 3 / 4;
	p->descent = size / 4;
	if (!face || !face_open(face))
		return;
	p->ascent = mpt_scale(face->ascent, size, face->upem);
	p->descent = mpt_scale(-face->descent, size, face->upem);
}

/* A hyphen of ours reads as U+00AD, so that the word can be joined again; one
 * that the author left open has its own in the text. */
static void
put_hyphen(struct liner *l, const struct token *end)
{
	struct token h = *end;

	h.g1 = end->shaped->n;
	h.text = TEXT("");
	follow_link(l, &h);
	open_run(l, &h);
	put_glyphs(l, &h, end->soft ? TEXT("") : TEXT("\xc2\xad"), end->width);
	l->line->hyphenated = true;
}

/* The boxes and blanks of a line in visual order. */
static void
put_tokens(struct liner *l, size_t from, size_t to)
{
	const struct tokens *t = l->p->t;
	size_t *order =
	    arena_alloc(l->p->s->scratch, (to - from + 1) * sizeof(*order));
	size_t n = 0;
	uint8_t most = 0;

	for (size_t i = from; i < to; i++) {
		const struct token *k = &t->t.at[i];
		if (k->kind != TOKEN_BOX && k->kind != TOKEN_GLUE)
			continue;
		order[n++] = i;
		most = k->level > most ? k->level : most;
	}
	reorder(t, order, n, most);
	for (size_t i = 0; i < n; i++) {
		const struct token *k = &t->t.at[order[i]];
		if (k->kind == TOKEN_BOX)
			put_box(l, k);
		else
			put_glue(l, k);
	}
	close_link(l);
	if (most == 0)
		return;
	close_run(l);
	sort_runs(l);
}

/* Blanks at the end of a line are not drawn. */
static struct line
place_line(struct placer *p, size_t from, size_t to, mpt indent)
{
	struct line line = {.ascent = p->ascent, .descent = p->descent};
	const struct token *end = &p->t->t.at[to];
	struct liner l = {.p = p,
	    .line = &line,
	    .g.text.a = p->s->scratch,
	    .link_words.a = p->s->scratch,
	    .x = indent};

	while (to > from
	    && (p->t->t.at[to - 1].kind == TOKEN_GLUE
		|| p->t->t.at[to - 1].kind == TOKEN_PENALTY))
		to--;
	justify(&l, from, to, end, indent);
	put_tokens(&l, from, to);
	if (end->kind == TOKEN_PENALTY && end->hyphen)
		put_hyphen(&l, end);
	close_link(&l);
	close_run(&l);
	line.width = l.x;
	line.runs.at =
	    kept(p->s->a, line.runs.at, line.runs.n * sizeof(*line.runs.at));
	line.runs.cap = line.runs.n;
	add_labels(p, &line, end->at + (end->kind == TOKEN_END));
	return line;
}

struct lines
place_lines(struct setter *s, const struct flat *f, const struct tokens *t,
    const struct ends *e, const struct measure *m)
{
	struct placer p = {.s = s, .f = f, .t = t, .m = m};
	struct lines out = {0};
	size_t from = 0;

	find_height(&p);
	out.line.at = arena_alloc(s->a, e->at.n * sizeof(struct line));
	out.line.n = out.line.cap = e->at.n;
	for (size_t i = 0; i < e->at.n; i++) {
		size_t end = e->at.at[i];
		out.line.at[i] =
		    place_line(&p, from, end, i == 0 ? m->first : 0);
		from = line_start(t, end);
	}
	return out;
}
