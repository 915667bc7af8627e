/*
 * contents.c - the table of contents
 *
 * Its entries are set before the pages are known: a page number has room of
 * its own at the right, as wide as three figures, so no number that is filled
 * in later can move a line.  Nothing has to be laid out twice.
 *
 * All headings down to the sheet's depth are listed, but for those on the
 * cover, the one right above the contents, and those within appendices: what a
 * curriculum vitae is divided into helps nobody to find a paragraph.
 */
#include "layout/flow.h"

enum { DEPTH = 60 };

struct entries {
	struct flow *f;
	const struct place *p;
	const struct node *contents;
	const struct node *own; /* the heading above the contents */
	uint32_t tag;
	bool appendix; /* the headings now are those of an appendix */
};

struct text
heading_words(struct arena *a, const struct node *n)
{
	struct text words = node_words(a, n);
	bool appendix = node_has_class(n, "appendix");

	if (!n->number.n)
		return words;
	return text_fmt(a, "%.*s%s %.*s", TEXT_ARG(n->number),
	    appendix                              ? ":"
		: text_ends(n->number, TEXT(".")) ? ""
						  : ".",
	    TEXT_ARG(words));
}

/* "A." hangs, as it does in the text; "Appendix 1:" runs in. */
static const struct node *
entry_node(struct entries *e, const struct node *n, struct setting *s)
{
	struct arena *a = e->f->m->a;
	struct text words = heading_words(a, n);
	mpt gutter = e->f->m->sheet->gutter;
	struct node *para = node_new(a, NODE_PARA, TEXT(""), n->pos);

	s->marker_x = s->x;
	if (n->level > 1 || (n->number.n && !node_has_class(n, "appendix"))) {
		mpt in = gutter * (n->level > 2 ? n->level - 1 : 1);
		s->x += in;
		s->width -= in;
	}
	if (n->number.n && !node_has_class(n, "appendix")) {
		words = node_words(a, n);
		s->marker_x = s->x - gutter;
		s->marker = text_ends(n->number, TEXT("."))
		    ? n->number
		    : text_join(a, n->number, TEXT("."));
	}
	node_add(a, para, NODE_TEXT, words, n->pos);
	return para;
}

static void
add_link(struct entries *e, struct box *b, const struct node *n, uint32_t tag)
{
	flow_add(e->f, b,
	    (struct piece){.kind = PIECE_LINK,
		.x = e->p->x,
		.w = e->p->width,
		.h = b->v.height,
		.heading = n,
		.tag = tag,
		.pos = n->pos});
}

static void
entry(struct entries *e, const struct node *n)
{
	struct flow *f = e->f;
	const struct type *type =
	    &f->m->sheet
		 ->type[n->level > 1 ? TYPE_CONTENTS_2 : TYPE_CONTENTS_1];
	mpt numbers = type->size * 5 / 2, end = e->p->x + e->p->width;
	struct setting s = {.type = type,
	    .flags = TYPE_RAGGED,
	    .x = e->p->x,
	    .width = e->p->width - numbers};
	size_t from = f->boxes.n;

	s.node = entry_node(e, n, &s);
	s.tag = flow_tag(f->m, "TOCI", e->tag, NULL);
	s.tag = flow_tag(f->m, "Reference", s.tag, NULL);
	s.tag = flow_tag(f->m, "Link", s.tag, NULL);
	flow_skip(f, type->before);
	if (n->level == 1 && f->boxes.n > 0)
		flow_penalty(f, 0);
	flow_set(f, &s);
	if (f->boxes.n == from)
		return;
	struct box *last = &f->boxes.at[f->boxes.n - 1];
	mpt x = box_end(last) + type->size / 2;
	flow_add(f, last,
	    (struct piece){.kind = PIECE_PAGE_OF,
		.x = x,
		.y = type_base(type),
		.w = end - x,
		.leaders = end - numbers,
		.type = type,
		.heading = n,
		.tag = s.tag,
		.pos = n->pos});
	for (size_t i = from; i < f->boxes.n; i++)
		add_link(e, &f->boxes.at[i], n, s.tag);
	if (n->level == 1)
		f->keep = 1;
	flow_skip(f, type->after);
}

static bool
is_contents(const struct node *n)
{
	return n->kind == NODE_CONTENTS
	    || (n->kind == NODE_DIV && node_has_class(n, "contents"));
}

/* The heading that stands right before the contents, wherever they are. */
static const struct node *
own_heading(const struct node *n, unsigned depth)
{
	const struct node *before = NULL, *found = NULL;

	for (const struct node *c = n->child; c && depth < DEPTH; c = c->next) {
		if (is_contents(c))
			return before && before->kind == NODE_HEADING ? before
								      : NULL;
		if (c->kind == NODE_DIV && (found = own_heading(c, depth + 1)))
			return found;
		before = c;
	}
	return NULL;
}

static bool
listed(struct entries *e, const struct node *n)
{
	if (n->level == 1)
		e->appendix = node_has_class(n, "appendix");
	else if (e->appendix)
		return false;
	return n != e->own && n->level <= (int)e->f->m->sheet->contents_depth;
}

static void
entries(struct entries *e, const struct node *n, unsigned depth)
{
	for (const struct node *c = n->child; c && depth < DEPTH; c = c->next) {
		if (c->kind == NODE_HEADING && listed(e, c))
			entry(e, c);
		else if (c->kind == NODE_REFS
		    || (c->kind == NODE_DIV && !node_has_class(c, "cover")))
			entries(e, c, depth + 1);
	}
}

void
flow_contents(struct flow *f, const struct node *n, const struct place *p)
{
	struct entries e = {.f = f, .p = p, .contents = n};

	f->column = false;
	f->keep = 0;
	e.own = own_heading(f->m->doc->root, 0);
	e.tag = flow_tag(f->m, "TOC", p->tag, n);
	entries(&e, f->m->doc->root, 0);
	f->keep = 0;
	flow_skip(f, f->m->sheet->type[TYPE_BODY].leading);
}
