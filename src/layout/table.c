/*
 * table.c - rows of cells, over as many pages as they need
 *
 * Three thin rules, none of them upright: above the table, below its head,
 * below its end; a part that ends with its page gets the last one too (out.c).
 * A row is one box and is not split, unless it is higher than a page: then it
 * is cut where no line of any cell is cut.
 */
#include "layout/table.h"

#include <string.h>

enum { ROW_PAD = 2500 }; /* above and below the cells of a row */

struct table {
	struct flow *f;
	const struct node *n;
	const struct place *p;
	size_t ncols;
	struct column col[TABLE_COLS];
	mpt width;
	uint32_t tag;
	struct table_head *head; /* NULL: the head itself is being set */
	bool headless;
};

/* One cell, set; `next` and `y`: how far the cutting of a row has come. */
struct cell {
	struct flow flow;
	const struct column *col;
	mpt width;
	char align;
	size_t next;
	mpt y;
};

struct row {
	struct cell cell[TABLE_COLS];
	size_t n;
	size_t pieces;    /* of all cells */
	mpt height;       /* of its highest cell */
	mpt done;         /* so far it is in boxes */
	mpt above, below; /* rules, thick */
};

/* From here, at least to there. */
struct part {
	mpt top, least;
};

static void
measure_blocks(struct table *t, const struct node *n, const struct measure *how,
    struct column *c, unsigned depth)
{
	mpt indent = t->f->m->sheet->indent;

	for (const struct node *b = n->child; b && depth < 8; b = b->next) {
		struct column in = {0};
		if (b->kind == NODE_LIST || b->kind == NODE_ITEM
		    || b->kind == NODE_DIV || b->kind == NODE_QUOTE) {
			measure_blocks(t, b, how, &in, depth + 1);
			in.least += b->kind == NODE_LIST ? indent : 0;
			in.most += b->kind == NODE_LIST ? indent : 0;
		} else {
			para_measure(t->f->m->set, b, how, &in.least, &in.most);
		}
		c->least = in.least > c->least ? in.least : c->least;
		c->most = in.most > c->most ? in.most : c->most;
	}
}

static const struct type *
row_type(const struct table *t, const struct node *row)
{
	return &t->f->m->sheet->type[row->flags & NODE_HEAD ? TYPE_TABLE_HEAD
							    : TYPE_TABLE];
}

static void
measure_row(struct table *t, const struct node *row)
{
	struct measure how = {.type = row_type(t, row),
	    .width = t->p->width,
	    .lang = t->f->m->lang};
	size_t i = 0;

	for (const struct node *c = row->child; c && i < t->ncols;
	     c = c->next) {
		if (c->ncols <= 1)
			measure_blocks(t, c, &how, &t->col[i], 0);
		i += c->ncols > 1 ? c->ncols : 1;
	}
}

static size_t
count_cols(const struct node *n)
{
	size_t most = n->ncols;

	for (const struct node *row = n->child; row; row = row->next) {
		size_t cols = 0;
		for (const struct node *c = row->child;
		     row->kind == NODE_ROW && c; c = c->next)
			cols += c->ncols > 1 ? c->ncols : 1;
		most = cols > most ? cols : most;
	}
	return most;
}

static void
set_columns(struct table *t)
{
	mpt gap = row_type(t, t->n)->size;

	for (size_t i = 0; i < t->n->ncols && i < t->ncols; i++)
		t->col[i].share = t->n->cols ? t->n->cols[i].width : 0;
	for (const struct node *r = t->n->child; r; r = r->next)
		if (r->kind == NODE_ROW)
			measure_row(t, r);
	/* A hair more than it needs, or rounding would break its lines. */
	for (size_t i = 0; i < t->ncols; i++)
		t->col[i].most += 2, t->col[i].least += 2;
	if (!columns_share(t->col, t->ncols, t->p->width, gap))
		diag(t->f->m->d, LEVEL_WARNING, "LAY-03", t->n->pos,
		    "the words of this table are wider than its columns");
	t->width = t->col[t->ncols - 1].x + t->col[t->ncols - 1].width;
}

/* Numbers to the right, where the column says so. */
static void
align(const struct cell *c, struct piece *p, size_t n)
{
	if (c->align != 'r' && c->align != 'c')
		return;
	for (size_t i = 0; i < n; i++) {
		if (p[i].kind != PIECE_LINE)
			continue;
		mpt left = c->width - p[i].line->width;
		p[i].x += c->align == 'r' ? left : left / 2;
	}
}

static void
set_cell(struct table *t, const struct node *n, const struct node *row,
    struct cell *c, uint32_t tag)
{
	struct maker *m = t->f->m;
	bool head = row->flags & NODE_HEAD;
	struct place in = {.x = t->p->x + c->col->x,
	    .width = c->width,
	    .type = head ? TYPE_TABLE_HEAD : TYPE_TABLE,
	    .flags = TYPE_RAGGED,
	    .lists = t->p->lists};

	if (c->align == 'r') /* figures one above the other */
		in.flags |= TYPE_TABULAR;
	in.tag = flow_tag(m, head ? "TH" : "TD", tag, n);
	c->flow = flow_new(m);
	c->flow.depth = t->f->depth + 1;
	if (n->label.n)
		flow_label(&c->flow, n->label);
	flow_inside(&c->flow, n, &in);
	for (size_t i = 0; i < c->flow.boxes.n; i++) {
		struct box *b = &c->flow.boxes.at[i];
		struct piece *p = arena_alloc(m->a, b->npieces * sizeof(*p));
		if (b->npieces)
			memcpy(p, b->pieces, b->npieces * sizeof(*p));
		align(c, p, b->npieces);
		b->pieces = p;
	}
}

static void
set_row(struct table *t, const struct node *n, struct row *row)
{
	uint32_t tag = flow_tag(t->f->m, "TR", t->tag, n);
	size_t at = 0;

	for (const struct node *c = n->child; c && at < t->ncols; c = c->next) {
		size_t span = c->ncols > 1 ? c->ncols : 1;
		struct cell *cell = &row->cell[row->n++];
		if (at + span > t->ncols)
			span = t->ncols - at;
		const struct column *last = &t->col[at + span - 1];
		cell->col = &t->col[at];
		cell->width = last->x + last->width - cell->col->x;
		cell->align =
		    at < t->n->ncols && t->n->cols ? t->n->cols[at].align : 0;
		set_cell(t, c, n, cell, tag);
		at += span;
	}
}

/* The marks of a cell's box go to the row's box. */
static void
take_marks(struct flow *f, const struct box *b)
{
	struct mark **end = &f->marks;

	while (*end)
		end = &(*end)->next;
	*end = b->marks;
}

/* Whether the cell's next box begins above `y`, the end of the slice so far. */
static bool
reaches(const struct cell *c, mpt y)
{
	if (c->next >= c->flow.boxes.n)
		return false;
	return c->y + (c->next ? c->flow.boxes.at[c->next].v.skip : 0) < y;
}

/* Take the cell's boxes above *y into the slice, which grows by what they are
 * deep. */
static bool
take_boxes(struct flow *f, struct cell *c, mpt top, mpt *y, struct piece *out,
    size_t *n)
{
	bool any = false;

	while (reaches(c, *y)) {
		const struct box *b = &c->flow.boxes.at[c->next];
		c->y += c->next ? b->v.skip : 0;
		for (size_t i = 0; i < b->npieces; i++) {
			out[*n] = b->pieces[i];
			out[(*n)++].y += c->y - top;
		}
		take_marks(f, b);
		c->y += b->v.height;
		c->next++;
		if (c->y > *y)
			*y = c->y;
		any = true;
	}
	return any;
}

/* From where the row has got to the first place at or below `least` where no
 * line of any cell would be cut.  Returns where that is. */
static mpt
slice(struct flow *f, struct row *row, mpt least, struct piece *out, size_t *n)
{
	mpt top = row->done, y = least > top ? least : top + 1;
	bool more = true;

	while (more) {
		more = false;
		for (size_t i = 0; i < row->n; i++)
			more |= take_boxes(f, &row->cell[i], top, &y, out, n);
	}
	return y;
}

static void
row_sizes(struct row *row)
{
	for (size_t i = 0; i < row->n; i++) {
		const struct flow *f = &row->cell[i].flow;
		mpt h = flow_height(f);
		row->height = h > row->height ? h : row->height;
		for (size_t k = 0; k < f->boxes.n; k++)
			row->pieces += f->boxes.at[k].npieces;
	}
}

/* "Table 2. Arrests by month"; NULL: it has neither. */
static const struct node *
caption_words(struct flow *f, const struct node *table)
{
	const struct node *n = table->child;
	struct text number = table->number;

	if (!n || n->kind != NODE_CAPTION)
		return number.n ? node_prefixed(f->m->a, table, number) : NULL;
	if (!number.n)
		return n;
	return node_prefixed(f->m->a, n,
	    text_fmt(f->m->a, "%.*s. ", TEXT_ARG(number)));
}

static struct piece
rule_piece(const struct table *t, mpt y, mpt thick)
{
	return (struct piece){.kind = PIECE_RULE,
	    .x = t->p->x,
	    .y = y,
	    .w = t->width,
	    .h = thick,
	    .pos = t->n->pos};
}

static mpt
page_room(const struct flow *f)
{
	const struct sheet *s = f->m->sheet;

	return (f->paper ? s->width : s->height) - s->top - s->bottom;
}

/* The part of a row between two places, as a box with rules and room. */
static void
put_part(struct table *t, struct row *row, struct part part)
{
	struct flow *f = t->f;
	struct piece *out =
	    arena_alloc(f->m->a, (row->pieces + 2) * sizeof(*out));
	size_t n = 0;
	mpt pad = 0, high;

	row->done = slice(f, row, part.least, out, &n);
	bool last = row->done >= row->height;
	if (part.top == 0)
		pad = row->above + ROW_PAD;
	for (size_t i = 0; i < n; i++)
		out[i].y += pad;
	high = pad + row->done - part.top + (last ? ROW_PAD : 0);
	if (part.top == 0 && row->above)
		out[n++] = rule_piece(t, 0, row->above);
	if (last && row->below)
		out[n++] = rule_piece(t, high, row->below);
	struct box *b = flow_box(f, high + (last ? row->below : 0), out, n);
	b->head = t->head;
	b->v.above = t->head ? t->head->height : 0;
	b->pos = t->n->pos;
}

/* One box, or one for each line when it is higher than a page. */
static void
put_row(struct table *t, struct row *row)
{
	mpt rules = row->above + row->below + 2 * ROW_PAD;
	mpt room = page_room(t->f) - (t->head ? t->head->height : 0) - rules;

	row_sizes(row);
	do {
		struct part part = {row->done, row->height};
		if (row->height > room)
			part.least = row->done + 1;
		put_part(t, row, part);
	} while (row->done < row->height);
}

static void
flow_caption(struct table *t)
{
	const struct node *n = caption_words(t->f, t->n);
	const struct type *type = &t->f->m->sheet->type[TYPE_CAPTION];

	if (!n)
		return;
	struct setting s = {.node = n,
	    .type = type,
	    .flags = TYPE_RAGGED,
	    .x = t->p->x,
	    .width = t->p->width};
	s.tag = flow_tag(t->f->m, "Caption", t->tag, NULL);
	flow_skip(t->f, type->before);
	size_t from = t->f->boxes.n;
	flow_set(t->f, &s);
	for (size_t i = from + 1; i < t->f->boxes.n; i++)
		t->f->boxes.at[i].v.penalty = PENALTY_FORBID;
	flow_skip(t->f, type->after);
	t->f->keep = 1;
}

static const struct node *
next_row(const struct node *n)
{
	while (n && n->kind != NODE_ROW)
		n = n->next;
	return n;
}

/* The head's rows; returns the first row of the body. */
static const struct node *
put_head(struct table *t, const struct node *n)
{
	struct flow *f = t->f;
	mpt thin = f->m->sheet->rule;
	struct table_head *head = arena_make(f->m->a, struct table_head);

	head->from = f->boxes.n;
	while (n && n->flags & NODE_HEAD) {
		const struct node *next = next_row(n->next);
		struct row row = {
		    .above = head->from == f->boxes.n ? 2 * thin : 0};
		if (!next || !(next->flags & NODE_HEAD))
			row.below = thin;
		set_row(t, n, &row);
		f->keep = f->boxes.n > head->from || f->keep ? 1 : 0;
		put_row(t, &row);
		n = next;
	}
	head->to = f->boxes.n;
	head->width = t->width;
	head->x = t->p->x;
	for (size_t i = head->from; i < head->to; i++)
		head->height += f->boxes.at[i].v.height;
	t->head = head;
	t->headless = head->to == head->from;
	f->keep = t->headless ? f->keep : 1;
	if (head->height > page_room(f) / 2) /* too much to say it again */
		head->from = head->to, head->height = 0;
	return n;
}

/* One row alone at the top or the foot of a page is a poor sight. */
static void
put_body(struct table *t, const struct node *n)
{
	mpt thick = 2 * t->f->m->sheet->rule;

	for (size_t i = 0; n; i++) {
		const struct node *next = next_row(n->next);
		struct row row = {0};
		if (i == 0 && t->headless)
			row.above = thick;
		if (!next)
			row.below = thick;
		if (i == 1 || (i > 0 && !next))
			flow_penalty(t->f, PENALTY_AVOID);
		set_row(t, n, &row);
		put_row(t, &row);
		n = next;
	}
}

/* A small table is seen as one thing. */
static void
keep_small(struct table *t, size_t from)
{
	struct flow *f = t->f;
	mpt height = 0;

	for (size_t i = from; i < f->boxes.n; i++)
		height += f->boxes.at[i].v.height;
	if (height > page_room(f) / 4)
		return;
	for (size_t i = from + 1; i < f->boxes.n; i++)
		if (f->boxes.at[i].v.penalty < 3 * PENALTY_AVOID)
			f->boxes.at[i].v.penalty = 3 * PENALTY_AVOID;
}

void
flow_table(struct flow *f, const struct node *n, const struct place *p)
{
	struct table t = {.f = f, .n = n, .p = p, .ncols = count_cols(n)};
	mpt leading = f->m->sheet->type[TYPE_BODY].leading;

	if (t.ncols == 0)
		return;
	if (t.ncols > TABLE_COLS) {
		diag(f->m->d, LEVEL_ERROR, "LAY-05", n->pos,
		    "a table of more than %d columns: %zu", TABLE_COLS,
		    t.ncols);
		t.ncols = TABLE_COLS;
	}
	t.tag = flow_tag(f->m, "Table", p->tag, n);
	set_columns(&t);
	size_t from = f->boxes.n;
	flow_skip(f, leading / 2);
	flow_caption(&t);
	put_body(&t, put_head(&t, next_row(n->child)));
	keep_small(&t, from);
	flow_skip(f, leading);
}
