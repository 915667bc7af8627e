/*
 * Spans of a document from pieces: each run of words is wrapped by the state
 * that it stands in, so that italics inside italics come out upright and no
 * wrapper crosses another.
 */
#include "cite/flat.h"

#include <string.h>

enum { STATE_DEPTH = 64 };

struct state {
	bool italic, bold, smallcaps;
	uint8_t rise;
	struct text link;
};

struct builder {
	struct arena *a;
	struct node *into, *top; /* top: the wrapper of the last run */
	struct node *leaf;       /* its innermost */
	struct state last, at[STATE_DEPTH];
	size_t depth;
	struct pos pos;
	struct buf words; /* of the leaf, not yet in a node */
};

static struct state
entered(struct state s, const struct out *o)
{
	const struct format *f = &o->format;

	if (f->style == STYLE_ITALIC || f->style == STYLE_OBLIQUE)
		s.italic = !f->markup || !s.italic;
	else if (f->style == STYLE_NORMAL)
		s.italic = false;
	if (f->weight == WEIGHT_BOLD)
		s.bold = !f->markup || !s.bold;
	else if (f->weight == WEIGHT_NORMAL)
		s.bold = false;
	if (f->variant)
		s.smallcaps = f->variant == VARIANT_SMALLCAPS;
	if (f->rise)
		s.rise = f->rise;
	if (o->tag == TAG_LINK)
		s.link = o->text;
	return s;
}

static bool
same(const struct state *x, const struct state *y)
{
	return x->italic == y->italic && x->bold == y->bold
	    && x->smallcaps == y->smallcaps && x->rise == y->rise
	    && text_eq(x->link, y->link);
}

static void
flush(struct builder *b)
{
	if (b->words.n)
		node_add(b->a, b->leaf, NODE_TEXT,
		    text_dup(b->a, buf_text(&b->words)), b->pos);
	b->words.n = 0;
}

static void
wrap(struct builder *b, enum node_kind kind, struct text text)
{
	struct node *n = node_new(b->a, kind, text, b->pos);

	node_append(b->leaf, n);
	b->leaf = n;
}

static void
put(struct builder *b, struct text t)
{
	const struct state *s = &b->at[b->depth];

	if (!t.n)
		return;
	if (!b->top || !same(s, &b->last)) {
		flush(b);
		b->leaf = b->into;
		if (s->link.n)
			wrap(b, NODE_LINK, text_dup(b->a, s->link));
		if (s->italic)
			wrap(b, NODE_EMPH, TEXT(""));
		if (s->bold)
			wrap(b, NODE_STRONG, TEXT(""));
		if (s->smallcaps)
			wrap(b, NODE_SMALLCAPS, TEXT(""));
		if (s->rise == RISE_SUP || s->rise == RISE_SUB)
			wrap(b, s->rise == RISE_SUP ? NODE_SUP : NODE_SUB,
			    TEXT(""));
		b->last = *s;
		b->top = b->into;
	}
	buf_add(&b->words, t);
}

static struct node *
deep_copy(struct arena *a, const struct node *n)
{
	struct node *c = node_copy(a, n);

	for (const struct node *k = n->child; k; k = k->next)
		node_append(c, deep_copy(a, k));
	return c;
}

void
flat_nodes(struct arena *a, struct arena *pass, const struct flat *f,
    struct node *into)
{
	struct builder b = {.a = a,
	    .into = into,
	    .leaf = into,
	    .pos = into->pos,
	    .words = {.a = pass}};

	for (size_t i = 0; i < f->piece.n; i++) {
		const struct piece *p = &f->piece.at[i];
		if (p->kind == PIECE_OPEN && p->o->kind == OUT_NODE) {
			flush(&b);
			node_append(into, deep_copy(a, p->o->node));
			b.top = NULL;
		}
		if (p->kind == PIECE_OPEN && b.depth + 1 < STATE_DEPTH) {
			b.at[b.depth + 1] = entered(b.at[b.depth], p->o);
			b.depth++;
		} else if (p->kind == PIECE_CLOSE) {
			b.depth -= b.depth > 0;
		} else if (p->kind != PIECE_OPEN) {
			put(&b, p->text);
		}
	}
	flush(&b);
}
