/*
 * para.c - the setter: paragraphs, single lines, widths
 */
#include "layout/set.h"

struct setter *
setter_open(struct arena *a, const struct library *lib,
    const struct sheet *sheet, struct diag *d)
{
	struct setter *s = arena_make(a, struct setter);

	s->a = a;
	s->lib = lib;
	s->sheet = sheet;
	s->d = d;
	s->shaper = shaper_new(a);
	s->hyphenator = hyphenator_new(a);
	return s;
}

void
setter_close(struct setter *s)
{
	if (!s)
		return;
	shaper_free(s->shaper);
	hyphenator_free(s->hyphenator);
}

/*
 * What cannot be broken and is wider than the line is cut into its clusters,
 * each a box, with costly penalties between them.
 */
static struct tokens
cut_wide(struct setter *s, const struct flat *f, const struct tokens *t,
    const struct measure *m)
{
	struct tokens out = {0};
	bool said = false;

	for (size_t i = 0; i < t->t.n; i++) {
		struct token k = t->t.at[i];
		if (k.kind != TOKEN_BOX || k.width <= m->width
		    || k.g1 - k.g0 < 2) {
			array_push(s->a, &out.t, k);
			continue;
		}
		const struct segment *g = &f->seg.at[k.seg];
		if (!said && m->width > 4 * m->type->size)
			diag(s->d, LEVEL_WARNING, "LINE-01", g->pos,
			    "this word is wider than its line: %.*s",
			    TEXT_ARG(k.text));
		said = true;
		for (unsigned q = k.g0; q < k.g1;) {
			struct token piece = k;
			size_t at = k.shaped->glyphs[q].text
			    - k.shaped->glyphs[k.g0].text;
			piece.g0 = q;
			int32_t units = k.shaped->glyphs[q].advance;
			size_t len = k.shaped->glyphs[q].len;
			while (++q < k.g1 && k.shaped->glyphs[q].len == 0)
				units += k.shaped->glyphs[q].advance;
			piece.g1 = q;
			piece.width = mpt_scale(units, g->style.size,
			    k.shaped->face->upem);
			if (!k.shaped->rtl)
				piece.text = text_sub(k.text, at, at + len);
			piece.at = k.at + at;
			array_push(s->a, &out.t, piece);
			if (q < k.g1)
				array_push(s->a, &out.t,
				    ((struct token){.kind = TOKEN_PENALTY,
					.penalty = 5000,
					.seg = k.seg,
					.at = piece.at + len}));
		}
	}
	return out;
}

static bool
any_wide(const struct tokens *t, mpt width)
{
	for (size_t i = 0; i < t->t.n; i++)
		if (t->t.at[i].kind == TOKEN_BOX && t->t.at[i].width > width
		    && !t->t.at[i].shaped->rtl)
			return true;
	return false;
}

struct lines
para_set(struct setter *s, const struct node *n, const struct measure *m)
{
	struct flat f = flatten(s, n, m);
	struct tokens t = chop(s, &f, m);

	if (t.t.n == 0)
		return (struct lines){0};
	if (any_wide(&t, m->width))
		t = cut_wide(s, &f, &t, m);
	struct ends e = total_fit(s->a, &t, m);
	return place_lines(s, &f, &t, &e, m);
}

struct line
words_set(struct setter *s, struct text words, const struct type *type,
    unsigned flags)
{
	struct node para = {.kind = NODE_PARA};
	struct node text = {.kind = NODE_TEXT, .text = words};
	struct measure m = {.type = type,
	    .width = PT(20000),
	    .flags = (flags | TYPE_RAGGED) & ~(unsigned)TYPE_CENTRED};
	struct type plain = *type;

	if (!words.n)
		return (struct line){0};
	plain.flags &= ~(unsigned)TYPE_CENTRED;
	m.type = &plain;
	para.child = &text;
	struct lines lines = para_set(s, &para, &m);
	return lines.line.n ? lines.line.at[0] : (struct line){0};
}

void
para_measure(struct setter *s, const struct node *n, const struct measure *m,
    mpt *least, mpt *most)
{
	struct measure loose = *m;
	loose.flags |= TYPE_RAGGED;
	struct flat f = flatten(s, n, &loose);
	struct tokens t = chop(s, &f, &loose);
	mpt word = 0, line = 0;

	*least = *most = 0;
	for (size_t i = 0; i < t.t.n; i++) {
		const struct token *k = &t.t.at[i];
		bool ends = k->kind == TOKEN_GLUE
		    || (k->kind == TOKEN_PENALTY && k->penalty < PENALTY_NEVER);
		if (k->kind == TOKEN_GLUE && i
		    && t.t.at[i - 1].kind == TOKEN_PENALTY)
			ends = false; /* a tie */
		if (k->kind == TOKEN_PENALTY && k->penalty == PENALTY_FORCE)
			line = 0;
		if (ends)
			word = 0;
		if (k->kind == TOKEN_BOX || k->kind == TOKEN_GLUE) {
			line += k->width;
			word += ends ? 0 : k->width;
		}
		*least = word > *least ? word : *least;
		*most = line > *most ? line : *most;
	}
}
