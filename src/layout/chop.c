/*
 * chop.c - flat text to tokens
 *
 * A word is shaped as a whole, so that kerning and ligatures do not know of
 * possible breaks, and then cut between clusters where a line may end.  A cut
 * inside a ligature is not offered.
 *
 * What stands between two blanks is a stretch; its breaks are found for all of
 * it at once, since UAX #14 looks at neighbours.  A word is the part of a
 * stretch in one style and at one level of direction: nearly always all of it,
 * and then its breaks are remembered with its shape.
 */
#include "layout/set.h"

enum {
	PENALTY_HYPHEN = 60,   /* a hyphen of ours */
	PENALTY_EXPLICIT = 50, /* after a hyphen or dash that is there */
	PENALTY_URL = 80,      /* in an address, after its marks */
	PENALTY_URL_DEAR = 400 /* between its letters */
};

struct chopper {
	struct setter *s;
	const struct flat *f;
	uint8_t *levels; /* NULL: all left to right */
	struct tokens out;
	size_t seg;         /* the one that holds the next byte */
	size_t from, to;    /* the stretch */
	const char *breaks; /* of the stretch, if it is of several words */
	bool ragged, hyphens;
};

/* The word being cut. */
struct cutting {
	const struct word *w;
	struct text text;
	size_t base;        /* of its first byte in the flat text */
	const char *points; /* hyphens, or NULL */
	const char *breaks; /* or NULL */
	bool dear;          /* an address may be cut between its letters */
};

static void
push(struct chopper *c, struct token t)
{
	t.seg = (uint32_t)c->seg;
	array_push(c->s->scratch, &c->out.t, t);
}

static const struct segment *
segment(const struct chopper *c)
{
	return &c->f->seg.at[c->seg];
}

static uint8_t
level_at(const struct chopper *c, size_t at)
{
	return c->levels ? c->levels[at] : 0;
}

static struct pos
place_at(const struct chopper *c, size_t at)
{
	const struct segment *g = segment(c);

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
		.at = at});
}

/* A hyphen that is only there when the line ends here. */
static void
push_hyphen(struct chopper *c, size_t at, bool soft)
{
	const struct segment *g = segment(c);
	const struct shaped *h = dress_hyphen(c->s, g->dress);

	if (!h)
		return;
	push(c,
	    (struct token){.kind = TOKEN_PENALTY,
		.hyphen = true,
		.soft = soft,
		.penalty = PENALTY_HYPHEN,
		.shaped = h,
		.width = mpt_scale(h->glyphs[h->n].pen, g->style.size,
		    h->face->upem),
		.at = at});
}

static void
push_box(struct chopper *c, const struct cutting *k, const struct shaped *p,
    unsigned g0, unsigned g1)
{
	const struct shaped_glyph *g = p->glyphs;
	uint32_t from = UINT32_MAX, to = 0;

	for (unsigned i = g0; i < g1; i++) {
		from = g[i].text < from ? g[i].text : from;
		to = g[i].text + g[i].len > to ? g[i].text + g[i].len : to;
	}
	push(c,
	    (struct token){.kind = TOKEN_BOX,
		.level = level_at(c, k->base + from),
		.shaped = p,
		.g0 = g0,
		.g1 = g1,
		.width = mpt_scale(g[g1].pen - g[g0].pen,
		    segment(c)->style.size, p->face->upem),
		.text = text_sub(k->text, from, to),
		.at = k->base + from});
}

static bool
soft_hyphen(struct text word, size_t i)
{
	return i >= 2 && word.s[i - 2] == '\xc2' && word.s[i - 1] == '\xad';
}

/* What may stand before byte i of the word; false: nothing. */
static bool
push_break(struct chopper *c, const struct cutting *k, size_t i)
{
	if (k->points && k->points[i - 1])
		push_hyphen(c, k->base + i, false);
	else if (k->w->url && url_breaks(k->text, i))
		push_penalty(c, k->base + i, PENALTY_URL);
	else if (k->dear && url_breaks_dear(k->text, i))
		push_penalty(c, k->base + i, PENALTY_URL_DEAR);
	else if (k->w->url || !k->breaks || k->breaks[i - 1] != BREAK_MAY)
		return false;
	else if (soft_hyphen(k->text, i))
		push_hyphen(c, k->base + i, true);
	else
		push_penalty(c, k->base + i, PENALTY_EXPLICIT);
	return true;
}

static bool
may_break(const struct cutting *k, size_t i)
{
	if (i == 0 || i >= k->text.n)
		return false;
	return (k->points && k->points[i - 1])
	    || (k->dear && url_breaks_dear(k->text, i))
	    || (k->w->url ? url_breaks(k->text, i)
			  : k->breaks && k->breaks[i - 1] == BREAK_MAY);
}

static void
chop_piece(struct chopper *c, const struct cutting *k, const struct shaped *p)
{
	unsigned g0 = 0;

	if (p->rtl || (!k->points && !k->breaks && !k->w->url)) {
		push_box(c, k, p, 0, p->n);
		return;
	}
	for (unsigned i = 0; i < p->n; i++) {
		const struct shaped_glyph *g = &p->glyphs[i];
		if (g->len == 0 || !may_break(k, g->text))
			continue;
		if (i > g0)
			push_box(c, k, p, g0, i);
		push_break(c, k, g->text);
		g0 = i;
	}
	push_box(c, k, p, g0, p->n);
}

static bool
after_box(const struct chopper *c)
{
	return c->out.t.n && c->out.t.at[c->out.t.n - 1].kind == TOKEN_BOX;
}

/* The part of a stretch that lies in one segment and at one level.  The mark of
 * a note is never parted from what it follows. */
static void
chop_word(struct chopper *c, size_t from, size_t to)
{
	const struct segment *g = segment(c);
	struct text word = text_sub(c->f->text, from, to);
	bool rtl = level_at(c, from) & 1;
	struct word *w = word_of(c->s, g->dress, word, rtl, place_at(c, from));
	struct cutting k = {.w = w, .text = word, .base = from};

	if (c->hyphens && !g->note)
		k.points = word_points(c->s, w, word, g->lang);
	k.dear = c->hyphens && w->url;
	k.breaks = c->breaks ? c->breaks + (from - c->from) : w->breaks;
	if (c->breaks && from > c->from && !g->note && after_box(c)
	    && k.breaks[-1] == BREAK_MAY)
		push_penalty(c, from, PENALTY_EXPLICIT);
	for (const struct shaped *p = w->shaped; p; p = p->next)
		chop_piece(c, &k, p);
}

/* U+202F, a narrow no-break space, is a box: it never stretches. */
static bool
no_break_space(struct text t, size_t at)
{
	return t.s[at] == '\xc2' && at + 1 < t.n && t.s[at + 1] == '\xa0';
}

static void
chop_space(struct chopper *c, size_t at, size_t len, bool ties)
{
	const struct segment *g = segment(c);
	const struct shaped *p = dress_space(c->s, g->dress);
	mpt w = p ? mpt_scale(p->glyphs[p->n].pen, g->style.size, p->face->upem)
		  : g->style.size / 4;

	if (ties)
		push_penalty(c, at, PENALTY_NEVER);
	push(c,
	    (struct token){.kind = TOKEN_GLUE,
		.level = level_at(c, at),
		.shaped = p,
		.g1 = p ? p->n : 0,
		.width = w,
		.stretch = c->ragged ? 0 : w / 2,
		.shrink = c->ragged ? 0 : w / 3,
		.text = text_sub(c->f->text, at, at + len),
		.at = at});
}

static bool
stretch_ends(struct text t, size_t i)
{
	return i >= t.n || t.s[i] == ' ' || t.s[i] == '\n'
	    || no_break_space(t, i);
}

static void
find_stretch(struct chopper *c, size_t at)
{
	struct text t = c->f->text;
	size_t i = at;
	bool whole = true;

	while (!stretch_ends(t, i)) {
		if (level_at(c, i) != level_at(c, at))
			whole = false;
		i++;
	}
	c->from = at;
	c->to = i;
	c->breaks = NULL;
	if (whole && i <= segment(c)->to)
		return;
	char *breaks = arena_alloc(c->s->scratch, i - at);
	break_points(text_sub(t, at, i), breaks);
	c->breaks = breaks;
}

static void
move_to(struct chopper *c, size_t at)
{
	while (at >= c->f->seg.at[c->seg].to)
		c->seg++;
}

static void
chop_stretch(struct chopper *c, size_t at)
{
	find_stretch(c, at);
	for (size_t i = at; at < c->to; at = i) {
		move_to(c, at);
		size_t end = segment(c)->to < c->to ? segment(c)->to : c->to;
		if (!c->levels)
			i = end;
		while (i < end && level_at(c, i) == level_at(c, at))
			i++;
		chop_word(c, at, i);
	}
}

/* Blanks in a row are one; those at the end of a line are none. */
static void
chop_text(struct chopper *c)
{
	struct text t = c->f->text;

	for (size_t at = 0; at < t.n;) {
		move_to(c, at);
		if (t.s[at] == '\n') {
			push_penalty(c, at++, PENALTY_FORCE);
		} else if (t.s[at] == ' ') {
			size_t next = at + 1;
			while (next < t.n && t.s[next] == ' ')
				next++;
			if (next < t.n && t.s[next] != '\n')
				chop_space(c, at, 1, space_ties(t, next - 1));
			at = next;
		} else if (no_break_space(t, at)) {
			chop_space(c, at, 2, true);
			at += 2;
		} else {
			chop_stretch(c, at);
			at = c->to;
		}
	}
}

struct tokens
chop(struct setter *s, const struct flat *f, const struct measure *m,
    bool hyphens)
{
	struct chopper c = {.s = s, .f = f};
	struct text t = f->text;

	c.ragged = (m->flags | m->type->flags) & (TYPE_RAGGED | TYPE_CENTRED);
	c.hyphens = hyphens && !c.ragged;
	if (t.n == 0)
		return c.out;
	c.levels = arena_alloc(s->scratch, t.n);
	if (!bidi_levels(s->scratch, t, c.levels))
		c.levels = NULL;
	/* a blank and a word take six bytes or more, most of the time */
	c.out.t.cap = t.n / 3 + 8;
	c.out.t.at =
	    arena_alloc(s->scratch, c.out.t.cap * sizeof(struct token));
	chop_text(&c);
	push(&c, (struct token){.kind = TOKEN_END, .at = t.n});
	return c.out;
}
