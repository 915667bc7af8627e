/*
 * place.c - tokens and breaks to lines of runs
 *
 * A run is a stretch of one face, size, colour and height, its blanks included,
 * so that whoever reads the page back finds words and the spaces between them.
 */
#include "layout/set.h"

struct placer {
	struct setter *s;
	const struct flat *f;
	const struct tokens *t;
	const struct measure *m;
	size_t label; /* the next of f->labels */
};

/* A run that grows. */
struct growing {
	struct run *run;
	struct buf text;
	ARRAY(struct glyph) glyphs;
	uint32_t seg;
	mpt x0;
};

struct liner {
	struct placer *p;
	struct line *line;
	struct growing g;
	mpt x;
	int64_t extra, share; /* to add to the blanks; of so much give */
	int64_t given, used;
	const struct node *link;
	mpt link_x;
	struct buf link_words;
};

static void
close_run(struct liner *l)
{
	struct growing *g = &l->g;
	const struct segment *seg = &l->p->f->seg.at[g->seg];

	if (!g->run)
		return;
	g->run->text = buf_text(&g->text);
	g->run->glyphs = g->glyphs.at;
	g->run->n = g->glyphs.n;
	g->run->width = l->x - g->x0;
	struct placed put = {g->x0, seg->style.shift, g->run, seg->span,
	    seg->pos};
	array_push(l->p->s->a, &l->line->runs, put);
	*g = (struct growing){0};
}

static bool
fits_run(const struct liner *l, const struct shaped *s, uint32_t seg)
{
	const struct run *r = l->g.run;
	const struct segment *x = &l->p->f->seg.at[seg];
	const struct segment *y = &l->p->f->seg.at[l->g.seg];

	return r && r->face == s->face && r->size == x->style.size
	    && r->colour == x->style.colour && r->rtl == s->rtl
	    && x->style.shift == y->style.shift && text_eq(x->lang, y->lang)
	    && (x->span == y->span
		|| (x->span->kind != NODE_MISSING
		    && y->span->kind != NODE_MISSING))
	    && !x->note == !y->note && x->link == y->link;
}

static void
open_run(struct liner *l, const struct shaped *s, uint32_t seg)
{
	struct arena *a = l->p->s->a;
	const struct segment *x = &l->p->f->seg.at[seg];
	struct text doc = l->p->m->lang;

	if (fits_run(l, s, seg))
		return;
	close_run(l);
	struct run *r = arena_make(a, struct run);
	r->face = s->face;
	r->size = x->style.size;
	r->colour = x->style.colour;
	r->rtl = s->rtl;
	r->lang = text_eq(x->lang, doc) ? TEXT("") : x->lang;
	l->g = (struct growing){.run = r, .text.a = a, .seg = seg, .x0 = l->x};
}

/* Glyphs [g0, g1) of s, standing for `text`; x moves on by `width`. */
static void
put_glyphs(struct liner *l, const struct token *k, struct text text, mpt width)
{
	const struct shaped *s = k->shaped;
	struct growing *g = &l->g;
	int32_t first = k->g0 < s->n ? 0 : 0, units = 0;
	uint32_t base = UINT32_MAX, start = (uint32_t)g->text.n;

	for (unsigned i = 0; i < k->g0; i++)
		first += s->glyphs[i].advance;
	for (unsigned i = k->g0; i < k->g1; i++)
		if (s->glyphs[i].text < base)
			base = s->glyphs[i].text;
	for (unsigned i = k->g0; i < k->g1; i++) {
		const struct shaped_glyph *q = &s->glyphs[i];
		struct glyph out = {.gid = q->gid, .len = q->len};
		units = q->x - first;
		out.text = start + (q->text - base);
		out.x = l->x - g->x0
		    + mpt_scale(units, g->run->size, s->face->upem);
		out.y = mpt_scale(q->y, g->run->size, s->face->upem);
		if (text.n && text.n < q->len)
			out.len = (uint16_t)text.n;
		array_push(l->p->s->a, &g->glyphs, out);
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
	    .span = n,
	    .words = buf_text(&l->link_words)};

	l->link = NULL;
	if (!n)
		return;
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
		l->link_words = (struct buf){.a = l->p->s->a};
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
	open_run(l, k->shaped, k->seg);
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
	struct token t = *k;
	t.g0 = 0;
	t.g1 = k->shaped->n;
	/* a blank joins the run before it if only its style's face differs */
	open_run(l, k->shaped, k->seg);
	put_glyphs(l, &t, k->text, width);
}

/* UAX #9, L2: from the highest level down, reverse what is at it or above. */
static void
reorder(const struct tokens *t, size_t *order, size_t n)
{
	uint8_t most = 0;

	for (size_t i = 0; i < n; i++)
		if (t->t.at[order[i]].level > most)
			most = t->t.at[order[i]].level;
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
	for (; p->label < p->f->nlabels && p->f->labels[p->label].at < upto;
	     p->label++)
		array_push(p->s->a, &line->labels,
		    p->f->labels[p->label].label);
}

/* Ascent and descent are the type's own, so that a fallback face in one line
 * does not make the lines jump. */
static void
set_height(struct placer *p, struct line *line)
{
	const struct family *f =
	    fonts_family(p->s->lib->fonts, p->m->type->family);
	struct face *face = f ? f->face[FACE_REGULAR] : NULL;
	mpt size = p->m->type->size;

	line->ascent = size * 3 / 4;
	line->descent = size / 4;
	if (!face || !face_open(face))
		return;
	line->ascent = mpt_scale(face->ascent, size, face->upem);
	line->descent = mpt_scale(-face->descent, size, face->upem);
}

static struct line
place_line(struct placer *p, size_t from, size_t to, mpt indent)
{
	struct line line = {0};
	const struct token *end = &p->t->t.at[to];
	struct liner l = {.p = p, .line = &line, .x = indent};
	size_t *order = arena_alloc(p->s->a, (to - from + 1) * sizeof(*order));
	size_t n = 0;

	while (to > from && p->t->t.at[to - 1].kind == TOKEN_GLUE)
		to--;
	for (size_t i = from; i < to; i++)
		if (p->t->t.at[i].kind == TOKEN_BOX
		    || p->t->t.at[i].kind == TOKEN_GLUE)
			order[n++] = i;
	justify(&l, from, to, end, indent);
	reorder(p->t, order, n);
	for (size_t i = 0; i < n; i++) {
		const struct token *k = &p->t->t.at[order[i]];
		if (k->kind == TOKEN_BOX)
			put_box(&l, k);
		else
			put_glue(&l, k);
	}
	if (end->kind == TOKEN_PENALTY && end->hyphen) {
		struct token h = *end;
		h.g1 = end->shaped->n;
		h.text = TEXT("");
		follow_link(&l, &h);
		open_run(&l, end->shaped, end->seg);
		put_glyphs(&l, &h, TEXT("\xc2\xad"), end->width);
		line.hyphenated = true;
	}
	close_link(&l);
	close_run(&l);
	line.width = l.x;
	set_height(p, &line);
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

	for (size_t i = 0; i < e->at.n; i++) {
		size_t end = e->at.at[i];
		struct line line =
		    place_line(&p, from, end, i == 0 ? m->first : 0);
		array_push(s->a, &out.line, line);
		from = end + (t->t.at[end].kind != TOKEN_GLUE);
		while (from < t->t.n
		    && (t->t.at[from].kind == TOKEN_GLUE
			|| (t->t.at[from].kind == TOKEN_PENALTY
			    && t->t.at[from].penalty > PENALTY_FORCE)))
			from++;
	}
	return out;
}
