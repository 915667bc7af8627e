/*
 * chop.c - flat text to tokens
 *
 * A word is shaped as a whole, so that kerning and ligatures do not know of
 * possible breaks, and then cut between clusters where a line may end.  A cut
 * inside a ligature is not offered.
 */
#include "layout/set.h"

enum {
	PENALTY_HYPHEN = 60,   /* a hyphen of ours */
	PENALTY_EXPLICIT = 50, /* after a hyphen or dash that is there */
	PENALTY_URL = 120
};

struct chopper {
	struct setter *s;
	const struct flat *f;
	const struct measure *m;
	char *brk;       /* break_points of the text */
	uint8_t *levels; /* NULL: all left to right */
	struct tokens out;
	size_t seg; /* the one that holds the next byte */
	bool ragged;
};

static void
push(struct chopper *c, struct token t)
{
	array_push(c->s->a, &c->out.t, t);
}

static uint8_t
level_at(const struct chopper *c, size_t at)
{
	return c->levels ? c->levels[at] : 0;
}

static struct pos
place_at(const struct chopper *c, size_t at)
{
	const struct segment *g = &c->f->seg.at[c->seg];

	if (g->verbatim)
		return g->pos;
	return (
	    struct pos){g->pos.src, g->pos.off + (uint32_t)(at - g->from), 1};
}

static void
push_penalty(struct chopper *c, size_t at, int penalty)
{
	push(c,
	    (struct token){.kind = TOKEN_PENALTY,
		.penalty = penalty,
		.seg = (uint32_t)c->seg,
		.at = at});
}

/* A hyphen that is only there when the line ends here. */
static void
push_hyphen(struct chopper *c, size_t at)
{
	const struct segment *g = &c->f->seg.at[c->seg];
	const struct shaped *h = word_shape(c->s, &g->style,
	    TEXT("\xe2\x80\x90"), false, g->lang, g->pos);

	if (!h)
		return;
	push(c,
	    (struct token){.kind = TOKEN_PENALTY,
		.hyphen = true,
		.penalty = PENALTY_HYPHEN,
		.seg = (uint32_t)c->seg,
		.shaped = h,
		.width = mpt_scale(h->width, g->style.size, h->face->upem),
		.at = at});
}

static void
push_box(struct chopper *c, const struct shaped *p, unsigned g0, unsigned g1,
    size_t base)
{
	const struct segment *g = &c->f->seg.at[c->seg];
	int32_t units = 0;
	uint32_t from = UINT32_MAX, to = 0;

	for (unsigned i = g0; i < g1; i++) {
		const struct shaped_glyph *k = &p->glyphs[i];
		units += k->advance;
		from = k->text < from ? k->text : from;
		to = k->text + k->len > to ? k->text + k->len : to;
	}
	push(c,
	    (struct token){.kind = TOKEN_BOX,
		.level = level_at(c, base + from),
		.seg = (uint32_t)c->seg,
		.shaped = p,
		.g0 = g0,
		.g1 = g1,
		.width = mpt_scale(units, g->style.size, p->face->upem),
		.text = text_sub(c->f->text, base + from, base + to),
		.at = base + from});
}

/* What may stand between byte `at` - 1 and byte `at` of the text. */
static void
push_break(struct chopper *c, struct text word, size_t base, size_t i,
    const char *points)
{
	size_t at = base + i;
	char last = word.s[i - 1];
	bool soft = i >= 2 && (unsigned char)word.s[i - 2] == 0xc2
	    && (unsigned char)last == 0xad;

	if (soft || (points && points[i - 1]))
		push_hyphen(c, at);
	else if (is_url(word))
		push_penalty(c, at, PENALTY_URL);
	else
		push_penalty(c, at, PENALTY_EXPLICIT);
}

static bool
may_break(const struct chopper *c, struct text word, size_t base, size_t i,
    const char *points)
{
	if (i == 0 || i >= word.n)
		return false;
	if (points && points[i - 1])
		return true;
	if (is_url(word))
		return i > 8 && url_breaks_after(word.s[i - 1])
		    && !url_breaks_after(word.s[i]);
	return c->brk[base + i - 1] == BREAK_MAY;
}

static void
chop_piece(struct chopper *c, const struct shaped *p, struct text word,
    size_t base, const char *points)
{
	unsigned g0 = 0;

	if (p->rtl) {
		push_box(c, p, 0, p->n, base);
		return;
	}
	for (unsigned i = 0; i < p->n; i++) {
		const struct shaped_glyph *k = &p->glyphs[i];
		if (k->len == 0 || !may_break(c, word, base, k->text, points))
			continue;
		if (i > g0)
			push_box(c, p, g0, i, base);
		push_break(c, word, base, k->text, points);
		g0 = i;
	}
	if (p->n > g0)
		push_box(c, p, g0, p->n, base);
}

/* Letters at the core of a word: "(unlawful)," is divided as "unlawful". */
static const char *
points_of(struct chopper *c, struct text word, struct text lang)
{
	static const char edge[] = "()[]{}.,;:!?\"'";
	size_t from = 0, to = word.n;

	if (is_url(word) || c->ragged)
		return NULL;
	while (to > from
	    && (text_findc(TEXT(edge), 0, word.s[to - 1]) < sizeof(edge) - 1))
		to--;
	while (from < to
	    && text_findc(TEXT(edge), 0, word.s[from]) < sizeof(edge) - 1)
		from++;
	/* typographic quotes: three bytes each */
	while (to >= from + 3 && (unsigned char)word.s[to - 3] == 0xe2)
		to -= 3;
	while (from + 3 <= to && (unsigned char)word.s[from] == 0xe2)
		from += 3;
	struct text core = text_sub(word, from, to);
	const char *p = core.n >= 5 ? hyphen_points(c->s, core, lang) : NULL;
	if (!p || (from == 0 && to == word.n))
		return p;
	char *all = arena_alloc(c->s->a, word.n + 1);
	for (size_t i = 0; i < core.n; i++)
		all[from + i] = p[i];
	return all;
}

/* The part of a word that lies in one segment and at one level. */
static void
chop_word(struct chopper *c, size_t from, size_t to)
{
	const struct segment *g = &c->f->seg.at[c->seg];
	struct text word = text_sub(c->f->text, from, to);
	bool rtl = level_at(c, from) & 1;
	const struct shaped *p =
	    word_shape(c->s, &g->style, word, rtl, g->lang, place_at(c, from));
	const char *points = g->note ? NULL : points_of(c, word, g->lang);

	if (from > 0 && c->out.t.n
	    && c->out.t.at[c->out.t.n - 1].kind == TOKEN_BOX && !g->note
	    && c->brk[from - 1] == BREAK_MAY)
		push_penalty(c, from, PENALTY_EXPLICIT);
	for (; p; p = p->next)
		chop_piece(c, p, word, from, points);
}

static bool
no_break_space(struct text t, size_t at)
{
	return at + 1 < t.n && (unsigned char)t.s[at] == 0xc2
	    && (unsigned char)t.s[at + 1] == 0xa0;
}

/* U+202F, a narrow no-break space, is a box: it never stretches. */
static void
chop_space(struct chopper *c, size_t at, size_t len, bool ties)
{
	const struct segment *g = &c->f->seg.at[c->seg];
	const struct shaped *p =
	    word_shape(c->s, &g->style, TEXT(" "), false, g->lang, g->pos);
	mpt w = p ? mpt_scale(p->width, g->style.size, p->face->upem)
		  : g->style.size / 4;

	if (ties)
		push_penalty(c, at, PENALTY_NEVER);
	push(c,
	    (struct token){.kind = TOKEN_GLUE,
		.level = level_at(c, at),
		.seg = (uint32_t)c->seg,
		.shaped = p,
		.width = w,
		.stretch = c->ragged ? 0 : w / 2,
		.shrink = c->ragged ? 0 : w / 3,
		.text = text_sub(c->f->text, at, at + len),
		.at = at});
}

static size_t
word_end(const struct chopper *c, size_t at)
{
	struct text t = c->f->text;
	const struct segment *g = &c->f->seg.at[c->seg];
	uint8_t level = level_at(c, at);
	size_t i = at;

	while (i < g->to && t.s[i] != ' ' && t.s[i] != '\n'
	    && !no_break_space(t, i) && level_at(c, i) == level)
		text_next(t, &i);
	return i;
}

static void
chop_text(struct chopper *c)
{
	struct text t = c->f->text;

	for (size_t at = 0; at < t.n;) {
		while (at >= c->f->seg.at[c->seg].to)
			c->seg++;
		if (t.s[at] == '\n') {
			push_penalty(c, at, PENALTY_FORCE);
			at++;
		} else if (t.s[at] == ' ') {
			size_t next = at + 1;
			while (next < t.n && t.s[next] == ' ')
				next++;
			chop_space(c, at, 1, space_ties(t, at));
			at = next;
		} else if (no_break_space(t, at)) {
			chop_space(c, at, 2, true);
			at += 2;
		} else {
			size_t end = word_end(c, at);
			chop_word(c, at, end);
			at = end;
		}
	}
}

struct tokens
chop(struct setter *s, const struct flat *f, const struct measure *m)
{
	struct chopper c = {.s = s, .f = f, .m = m};
	struct text t = f->text;

	c.ragged = (m->flags | m->type->flags) & (TYPE_RAGGED | TYPE_CENTRED);
	if (t.n == 0)
		return c.out;
	c.brk = arena_alloc(s->a, t.n);
	break_points(t, c.brk);
	c.levels = arena_alloc(s->a, t.n);
	if (!bidi_levels(s->a, t, c.levels))
		c.levels = NULL;
	chop_text(&c);
	push(&c,
	    (struct token){.kind = TOKEN_END,
		.at = t.n,
		.seg = (uint32_t)c.seg});
	return c.out;
}
