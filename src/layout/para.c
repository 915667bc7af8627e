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
	s->scratch = arena_new();
	s->lib = lib;
	s->sheet = sheet;
	s->d = d;
	s->shaper = shaper_new(a);
	s->hyphens = lib->hyphens ? lib->hyphens : hyphens_new(a);
	return s;
}

void
setter_close(struct setter *s)
{
	if (!s)
		return;
	shaper_free(s->shaper);
	if (s->hyphens != s->lib->hyphens)
		hyphens_close(s->hyphens);
	arena_free(s->scratch);
	s->scratch = NULL;
}

/*
 * Something is wider than its line.  It is said, with its place, and then cut:
 * first what is too wide for a line by itself, then whatever there is.
 */
static struct ends
fit_cut(struct setter *s, const struct flat *f, struct tokens *t,
    const struct measure *m, struct ends e)
{
	const struct token *k = &t->t.at[e.overfull];
	const struct segment *g = &f->seg.at[k->seg];
	struct pos at = g->pos;
	mpt width = m->first > 0 ? m->width - m->first : m->width;

	if (!g->verbatim)
		at.off += (uint32_t)(k->at - g->from);
	at.len = (uint32_t)k->text.n;
	diag(s->d, LEVEL_WARNING, "LINE-01", at,
	    "this is wider than its line and had to be cut: %.*s",
	    TEXT_ARG(k->text));
	for (int all = 0; all < 2 && e.overfull != SIZE_MAX; all++) {
		*t = cut(s, f, t, width, all);
		e = total_fit(s->scratch, t, m, EFFORT_ANY);
	}
	return e;
}

/* Words are divided only where the paragraph is not good without. */
static struct ends
fit(struct setter *s, const struct flat *f, struct tokens *t,
    const struct measure *m)
{
	struct ends e = total_fit(s->scratch, t, m, EFFORT_PLAIN);

	if (e.at.n)
		return e;
	*t = chop(s, f, m, true);
	for (enum effort i = EFFORT_STRICT; i <= EFFORT_ANY && !e.at.n; i++)
		e = total_fit(s->scratch, t, m, i);
	return e.overfull == SIZE_MAX ? e : fit_cut(s, f, t, m, e);
}

struct lines
para_set(struct setter *s, const struct node *n, const struct measure *m)
{
	arena_reset(s->scratch);
	struct flat f = flatten(s, n, m);
	struct tokens t = chop(s, &f, m, false);
	if (t.t.n == 0)
		return (struct lines){0};
	struct ends e = fit(s, &f, &t, m);
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
	arena_reset(s->scratch);
	struct flat f = flatten(s, n, &loose);
	struct tokens t = chop(s, &f, &loose, false);
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
