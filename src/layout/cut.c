/*
 * cut.c - the last resort: no line may be wider than the measure
 *
 * Ties are undone, and a box that is wider than a line becomes one box for each
 * cluster, with costly penalties between them.  Clusters are never cut, so that
 * a letter keeps its marks.
 */
#include "layout/set.h"

/* The glyph after the cluster that begins with glyph i, or before it when read
 * from the right. */
static unsigned
after_cluster(const struct token *k, unsigned i)
{
	const struct shaped_glyph *g = k->shaped->glyphs;

	do
		i++;
	while (i < k->g1 && g[i].len == 0);
	return i;
}

static struct token
piece_of(const struct flat *f, const struct token *k, unsigned g0, unsigned g1)
{
	const struct shaped_glyph *g = k->shaped->glyphs;
	struct token piece = *k;
	/* the first glyph of the box in logical order begins its text */
	uint32_t base = g[k->g0].text;

	for (unsigned i = k->g0; i < k->g1; i++)
		base = g[i].text < base ? g[i].text : base;
	size_t from = g[g0].text - base;
	piece.g0 = g0;
	piece.g1 = g1;
	piece.width = mpt_scale(g[g1].pen - g[g0].pen,
	    f->seg.at[k->seg].style.size, k->shaped->face->upem);
	piece.text = text_sub(k->text, from, from + g[g0].len);
	piece.at = k->at + from;
	return piece;
}

static void
push_cut(struct arena *a, struct tokens *out, const struct token *k)
{
	array_push(a, &out->t,
	    ((struct token){.kind = TOKEN_PENALTY,
		.penalty = PENALTY_CUT,
		.seg = k->seg,
		.at = k->at}));
}

static void
cut_box(struct arena *a, struct tokens *out, const struct flat *f,
    const struct token *k)
{
	struct {
		unsigned g0, g1;
	} *list = arena_alloc(a, (k->g1 - k->g0) * sizeof(*list));
	size_t n = 0;

	for (unsigned i = k->g0; i < k->g1; n++) {
		list[n].g0 = i;
		list[n].g1 = i = after_cluster(k, i);
	}
	for (size_t i = 0; i < n; i++) {
		size_t q = k->shaped->rtl ? n - 1 - i : i;
		struct token piece = piece_of(f, k, list[q].g0, list[q].g1);
		if (i)
			push_cut(a, out, &piece);
		array_push(a, &out->t, piece);
	}
}

struct tokens
cut(struct setter *s, const struct flat *f, const struct tokens *t, mpt width,
    bool all)
{
	struct tokens out = {0};

	for (size_t i = 0; i < t->t.n; i++) {
		struct token k = t->t.at[i];
		bool box = k.kind == TOKEN_BOX;
		if (k.kind == TOKEN_PENALTY && k.penalty == PENALTY_NEVER)
			k.penalty = PENALTY_CUT;
		if (all && box && i && t->t.at[i - 1].kind == TOKEN_BOX)
			push_cut(s->scratch, &out, &k);
		if (box && (all || k.width > width) && k.g1 - k.g0 > 1)
			cut_box(s->scratch, &out, f, &k);
		else
			array_push(s->scratch, &out.t, k);
	}
	return out;
}
