/*
 * flow_bib.c - entries of lists of works
 *
 * The first line stands out, so that the eye finds its name; or the number that
 * the style puts there stands beside the entry.  Of an authority
 * the paragraphs that cite it end at the right edge, behind dots; where they
 * have no room on the entry's last line, on lines of their own below it.
 */
#include "layout/flow.h"

/* Between words and dots; of the text area, what the numbers are kept free. */
enum { GAP = PT(5), FREE = 5 };

static void
add_leaders(struct flow *f, struct box *b, mpt from, mpt to, mpt y)
{
	flow_add(f, b,
	    (struct piece){.kind = PIECE_LEADERS,
		.x = from,
		.y = y,
		.w = to - from});
}

/* The places, each line of them ending at the right edge. */
static void
set_places(struct flow *f, const struct node *n, const struct setting *entry,
    mpt right)
{
	const struct type *type = entry->type;
	struct measure how = {.type = type,
	    .width = entry->width * 2 / 3,
	    .flags = TYPE_RAGGED,
	    .lang = f->m->lang};
	struct lines lines = para_set(f->m->set, n, &how);
	mpt y = type_base(type);

	for (size_t i = 0; i < lines.line.n; i++) {
		const struct line *line = &lines.line.at[i];
		struct box *b =
		    f->boxes.n ? &f->boxes.at[f->boxes.n - 1] : NULL;
		mpt x = right - line->width;
		mpt end = b && !i ? box_end(b) : right;
		if (end + 3 * GAP > x) {
			if (i < 2 || i + 1 == lines.line.n)
				flow_penalty(f, PENALTY_FORBID);
			b = flow_box(f, type->leading, NULL, 0);
			end = entry->x;
		}
		if (!i)
			add_leaders(f, b, end + GAP, x - GAP, y);
		flow_add(f, b, flow_line(f->m, line, x, y, entry->tag));
	}
}

/* Numbers beside the entries have the room that the widest needs. */
static mpt
hang_of(struct flow *f, const struct node *refs)
{
	const struct type *type = &f->m->sheet->type[TYPE_BIB];
	mpt most = f->m->sheet->indent;

	for (const struct node *c = refs->child; c; c = c->next) {
		mpt w = c->kind == NODE_BIBENTRY && c->number.n
		    ? words_set(f->m->set, c->number, type, 0).width + GAP
		    : 0;
		most = w > most ? w : most;
	}
	return most;
}

void
flow_refs(struct flow *f, const struct node *n, const struct place *p)
{
	struct place in = *p;

	in.hang = hang_of(f, n);
	f->column = false;
	flow_blocks(f, n, &in);
}

void
flow_bibentry(struct flow *f, const struct node *n, const struct place *p)
{
	const struct type *type = &f->m->sheet->type[TYPE_BIB];
	const struct node *places = n->child;
	mpt indent = p->hang;
	struct setting s = {.node = n,
	    .type = type,
	    .flags = p->flags,
	    .x = p->x + indent,
	    .width = p->width - indent,
	    .first = n->number.n ? 0 : -indent,
	    .marker = n->number,
	    .marker_x = p->x};

	while (places && places->kind != NODE_PARA)
		places = places->next;
	if (places)
		s.width -= p->width / FREE;
	s.tag = flow_tag(f->m, "BibEntry", p->tag, n);
	flow_skip(f, type->before);
	flow_set(f, &s);
	if (places)
		set_places(f, places, &s, p->x + p->width);
	flow_skip(f, type->after);
}
