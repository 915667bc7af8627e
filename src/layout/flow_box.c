/*
 * flow_box.c - the vertical list, box by box
 */
#include "layout/flow.h"

struct flow
flow_new(struct maker *m)
{
	return (struct flow){.m = m};
}

void
flow_skip(struct flow *f, mpt skip)
{
	if (skip > f->skip)
		f->skip = skip;
}

void
flow_penalty(struct flow *f, int32_t penalty)
{
	if (f->penalty != PENALTY_FORCE && penalty > f->penalty)
		f->penalty = penalty;
}

void
flow_force(struct flow *f)
{
	if (f->boxes.n > 0)
		f->penalty = PENALTY_FORCE;
	f->keep = 0;
}

static struct mark *
add_mark(struct flow *f, struct mark **end, struct text label)
{
	struct mark *mark = arena_make(f->m->a, struct mark);

	mark->label = label;
	while (*end)
		end = &(*end)->next;
	return *end = mark;
}

struct mark *
flow_label(struct flow *f, struct text label)
{
	return add_mark(f, &f->marks, label);
}

void
flow_label_end(struct flow *f, struct text label)
{
	if (f->boxes.n)
		add_mark(f, &f->boxes.at[f->boxes.n - 1].marks, label);
}

/* What a box inherits from what stands before it. */
static int32_t
box_penalty(struct flow *f)
{
	int32_t penalty = f->penalty;

	if (f->keep > 0)
		f->keep--, flow_penalty(f, PENALTY_FORBID);
	if (f->together > 0 && f->begun)
		flow_penalty(f, PENALTY_KEEP);
	penalty = f->penalty;
	f->begun = true;
	f->penalty = 0;
	return penalty;
}

void
flow_wait(struct flow *f, struct piece piece)
{
	array_push(f->m->a, &f->waiting, piece);
}

void
flow_add(struct flow *f, struct box *box, struct piece piece)
{
	struct piece *all =
	    arena_alloc(f->m->a, (box->npieces + 1) * sizeof(*all));

	for (size_t i = 0; i < box->npieces; i++)
		all[i] = box->pieces[i];
	all[box->npieces++] = piece;
	box->pieces = all;
}

/* The markers that wait, and then the pieces. */
static void
box_pieces(struct flow *f, struct box *box, const struct piece *pieces,
    size_t n)
{
	size_t first = f->waiting.n;

	box->pieces = pieces;
	box->npieces = n;
	if (!first)
		return;
	struct piece *all = arena_alloc(f->m->a, (first + n) * sizeof(*all));
	for (size_t i = 0; i < first + n; i++)
		all[i] = i < first ? f->waiting.at[i] : pieces[i - first];
	box->pieces = all;
	box->npieces = first + n;
	f->waiting.n = 0;
}

struct box *
flow_box(struct flow *f, mpt height, const struct piece *pieces, size_t n)
{
	struct box box = {0};

	box_pieces(f, &box, pieces, n);
	box.v = (struct vbox){.skip = f->skip,
	    .height = height,
	    .penalty = box_penalty(f),
	    .paper = f->paper,
	    .notes = f->m->notes.n};
	if (box.npieces > 0)
		box.pos = box.pieces[0].pos;
	box.marks = f->marks;
	f->marks = NULL;
	f->skip = 0;
	array_push(f->m->a, &f->boxes, box);
	return &f->boxes.at[f->boxes.n - 1];
}

mpt
flow_height(const struct flow *f)
{
	mpt height = 0;

	for (size_t i = 0; i < f->boxes.n; i++)
		height +=
		    (i ? f->boxes.at[i].v.skip : 0) + f->boxes.at[i].v.height;
	return height;
}

struct piece *
flow_pieces(const struct flow *f, size_t *n)
{
	size_t total = 0;
	mpt y = 0;

	for (size_t i = 0; i < f->boxes.n; i++)
		total += f->boxes.at[i].npieces;
	struct piece *all = arena_alloc(f->m->a, total * sizeof(*all));
	*n = 0;
	for (size_t i = 0; i < f->boxes.n; i++) {
		const struct box *b = &f->boxes.at[i];
		y += i ? b->v.skip : 0;
		for (size_t k = 0; k < b->npieces; k++) {
			all[*n] = b->pieces[k];
			all[(*n)++].y += y;
		}
		y += b->v.height;
	}
	return all;
}

uint32_t
flow_tag(struct maker *m, const char *role, uint32_t parent,
    const struct node *n)
{
	struct tag tag = {.role = role, .parent = parent};

	if (n) {
		tag.label = n->label;
		tag.lang = node_attr(n, "lang");
	}
	array_push(m->a, &m->pages->tags, tag);
	return (uint32_t)(m->pages->tags.n - 1);
}

mpt
type_base(const struct type *t)
{
	return (t->leading - t->size) / 2 + t->size * 4 / 5;
}

void
place_inset(struct place *p, mpt left, mpt right)
{
	if (p->width - left - right < PT(60))
		return;
	p->x += left;
	p->width -= left + right;
}

const struct node *
node_prefixed(struct arena *a, const struct node *n, struct text words)
{
	struct node *copy = node_copy(a, n);
	struct node *first = node_add(a, copy, NODE_TEXT, words, n->pos);

	first->next = n->child;
	copy->last = n->child ? n->last : first;
	return copy;
}

mpt
box_end(const struct box *b)
{
	mpt end = 0;

	for (size_t i = 0; i < b->npieces; i++)
		if (b->pieces[i].kind == PIECE_LINE
		    && b->pieces[i].x + b->pieces[i].line->width > end)
			end = b->pieces[i].x + b->pieces[i].line->width;
	return end;
}
