/*
 * flow_para.c - paragraphs, headings, lists
 *
 * Paragraph numbers hang in the gutter, the left part of the text area; the
 * text of numbered paragraphs stands right of it, and so does all that follows
 * one, or a heading in the column.  Front matter, appendices and what is
 * .unnumbered use the whole width.
 */
#include "layout/flow.h"

enum { MARKER_ROOM = PT(5) }; /* between a marker and its text, at least */

static const struct type *
type_of(const struct flow *f, enum type_name name)
{
	return &f->m->sheet->type[name];
}

/* Numbers take a full stop, "(a)" and what ends in a stop do not. */
static struct text
number_words(struct flow *f, struct text number)
{
	if (!number.n || text_ends(number, TEXT(")"))
	    || text_ends(number, TEXT(".")))
		return number;
	return text_join(f->m->a, number, TEXT("."));
}

void
flow_para(struct flow *f, const struct node *n, const struct place *p)
{
	const struct type *type = type_of(f, p->type);
	struct setting s = {.node = n,
	    .type = type,
	    .flags = p->flags,
	    .x = p->x,
	    .width = p->width,
	    .marker_x = p->x};

	if (p->type == TYPE_BODY)
		f->column = n->number.n || node_has_class(n, "cont")
		    || (f->column && !node_has_class(n, "unnumbered"));
	if (f->column && p->type == TYPE_BODY) {
		s.x += f->m->sheet->gutter;
		s.width -= f->m->sheet->gutter;
	}
	s.marker = number_words(f, n->number);
	s.tag = flow_tag(f->m, "P", p->tag, n);
	flow_skip(f, type->before);
	flow_set(f, &s);
	flow_skip(f, p->tight ? type->leading / 8 : type->after);
}

/* Headings stand above the text that they belong to: in the column if that is
 * numbered. */
static bool
heads_column(const struct node *n)
{
	const struct node *next = n->next;

	while (next && next->kind == NODE_HEADING)
		next = next->next;
	while (next && next->kind == NODE_DIV)
		next = next->child;
	return next && next->kind == NODE_PARA
	    && (next->number.n || node_has_class(next, "cont"));
}

static bool
is_appendix(const struct node *n)
{
	return node_has_class(n, "appendix");
}

static const char *
heading_role(int level)
{
	static const char *const role[] = {"H1", "H2", "H3", "H4", "H5", "H6"};

	return role[level < 1 ? 0 : level > 6 ? 5 : level - 1];
}

static enum type_name
heading_type(int level)
{
	return level >= 4 ? TYPE_H4
	    : level == 3  ? TYPE_H3
	    : level == 2  ? TYPE_H2
			  : TYPE_H1;
}

void
flow_heading(struct flow *f, const struct node *n, const struct place *p)
{
	const struct type *type = type_of(f, heading_type(n->level));
	mpt gutter = f->m->sheet->gutter;
	struct setting s = {.node = n,
	    .type = type,
	    .flags = TYPE_RAGGED,
	    .x = p->x,
	    .width = p->width,
	    .marker_x = p->x};

	if (is_appendix(n)) {
		flow_force(f);
		if (n->number.n)
			s.node = node_prefixed(f->m->a, n,
			    text_join(f->m->a, n->number, TEXT(": ")));
	} else if (n->number.n || heads_column(n)
	    || (n->level > 1 && f->column)) {
		s.marker = number_words(f, n->number);
		s.x += gutter;
		s.width -= gutter;
	}
	s.tag = flow_tag(f->m, heading_role(n->level), p->tag, n);
	struct mark *mark = flow_label(f, n->label);
	mark->heading = n;
	mark->appendix = is_appendix(n);
	flow_skip(f, type->before);
	f->column = s.x > p->x;
	size_t from = f->boxes.n;
	flow_set(f, &s);
	for (size_t i = from + 1; i < f->boxes.n; i++)
		f->boxes.at[i].v.penalty = PENALTY_FORBID;
	f->keep = 2;
	flow_skip(f, type->after);
}

static struct text
item_words(struct flow *f, const struct node *list, const struct node *item,
    int nth, unsigned depth)
{
	static const char *const bullets[] = {"•", "–", "·"};

	if (item->number.n)
		return number_words(f, item->number);
	if (list->flags & NODE_ORDERED)
		return text_fmt(f->m->a, "%d.", nth);
	return text_of(bullets[depth < 3 ? depth : 2]);
}

/* All markers of a list have the room that its widest needs. */
static mpt
markers_width(struct flow *f, const struct node *list, const struct place *p)
{
	mpt most = f->m->sheet->indent;
	int nth = list->level ? list->level : 1;

	for (const struct node *c = list->child; c; c = c->next, nth++) {
		struct text t = item_words(f, list, c, nth, p->lists);
		mpt w =
		    words_set(f->m->set, t, type_of(f, p->type), p->flags).width
		    + MARKER_ROOM;
		if (w > most)
			most = w;
		if (!c->number.n && !(list->flags & NODE_ORDERED))
			break;
	}
	return most;
}

/* The marker waits for the first line of what the item holds. */
static void
flow_item(struct flow *f, const struct node *item, struct text words,
    const struct place *p, mpt x)
{
	struct maker *m = f->m;
	const struct type *type = type_of(f, p->type);
	struct place in = *p;
	uint32_t li = flow_tag(m, "LI", p->tag, item);
	uint32_t lbl = flow_tag(m, "Lbl", li, NULL);
	struct line *line = arena_make(m->a, struct line);

	in.tag = flow_tag(m, "LBody", li, NULL);
	*line = words_set(m->set, words, type, p->flags);
	flow_wait(f,
	    (struct piece){.kind = PIECE_LINE,
		.x = x,
		.y = type_base(type),
		.line = line,
		.tag = lbl,
		.pos = item->pos});
	if (item->label.n)
		flow_label(f, item->label);
	flow_inside(f, item, &in);
}

void
flow_list(struct flow *f, const struct node *n, const struct place *p)
{
	struct place in = *p;
	mpt hang = markers_width(f, n, p);
	int nth = n->level ? n->level : 1;

	place_inset(&in, hang, 0);
	in.tag = flow_tag(f->m, "L", p->tag, n);
	in.lists++;
	in.tight = n->flags & NODE_TIGHT;
	flow_penalty(f, PENALTY_AVOID / 2); /* from what leads up to it */
	for (const struct node *c = n->child; c; c = c->next, nth++)
		flow_item(f, c, item_words(f, n, c, nth, p->lists), &in, p->x);
	flow_skip(f, type_of(f, p->type)->after);
}
