/*
 * out.c - the boxes of each page, put in their places
 *
 * First every label is found its page, then everything is drawn: so contents
 * can stand before what they list.  The order of items on a page is the order
 * of reading: the text, then the notes; heads and feet are artifacts.
 */
#include "layout/out.h"

struct stood {
	const struct node *heading;
	uint32_t page;
};

struct out {
	struct maker *m;
	const struct flow *f;
	const struct vpages *cut;
	struct head *head;
	ARRAY(struct stood) headings;
	ARRAY(struct line *) leaders; /* by number of dots */
	mpt pitch;                    /* of leaders' dots */
	struct page *page;            /* being filled */
	mpt y;                        /* of its next box */
	bool artifact;                /* a head that is drawn again */
};

static void
put_rule(struct out *o, struct item rule)
{
	rule.kind = ITEM_RULE;
	array_push(o->m->a, &o->page->items, rule);
}

static void
put_frame(struct out *o, const struct piece *p, mpt x, mpt y)
{
	mpt thick = o->m->sheet->rule;
	struct item r = {.colour = p->colour, .pos = p->pos};

	r.x = x, r.w = p->w, r.h = thick;
	r.y = y;
	put_rule(o, r);
	r.y = y + p->h - thick;
	put_rule(o, r);
	r.y = y, r.w = thick, r.h = p->h;
	put_rule(o, r);
	r.x = x + p->w - thick;
	put_rule(o, r);
}

/* The link that this place of the line lies in gives the run its tag. */
static uint32_t
run_tag(const struct piece *p, const struct placed *run)
{
	const struct line *line = p->line;

	for (size_t i = 0; p->tags && i < line->links.n; i++) {
		const struct line_link *l = &line->links.at[i];
		if (run->x >= l->x && run->x < l->x + l->w)
			return p->tags[i];
	}
	return p->tag;
}

static void
put_line(struct out *o, const struct piece *p, mpt x, mpt y)
{
	const struct line *line = p->line;

	for (size_t i = 0; i < line->runs.n; i++) {
		const struct placed *r = &line->runs.at[i];
		struct item it = {.kind = ITEM_RUN,
		    .x = x + r->x,
		    .y = y - r->shift,
		    .run = r->run,
		    .tag = o->artifact ? 0 : run_tag(p, r),
		    .pos = r->pos.src ? r->pos : p->pos};
		array_push(o->m->a, &o->page->items, it);
	}
	for (size_t i = 0; !o->artifact && i < line->links.n; i++) {
		const struct line_link *l = &line->links.at[i];
		struct link link = {.x = x + l->x,
		    .y = y - line->ascent,
		    .w = l->w,
		    .h = line->ascent + line->descent,
		    .uri = l->uri,
		    .target = l->target,
		    .words = l->words,
		    .tag = p->tags ? p->tags[i] : p->tag};
		array_push(o->m->a, &o->page->links, link);
	}
}

/* Dots on one grid for the whole of the contents, ending at x. */
static void
put_leaders(struct out *o, mpt from, mpt to, mpt y)
{
	struct maker *m = o->m;
	const struct type *type = &m->sheet->type[TYPE_CONTENTS_2];

	if (!o->pitch)
		o->pitch = words_set(m->set, TEXT(". ."), type, 0).width
		    - words_set(m->set, TEXT("."), type, 0).width;
	if (o->pitch <= 0 || to - from < 2 * o->pitch)
		return;
	size_t n = (size_t)((to - from) / o->pitch);
	while (o->leaders.n <= n)
		array_push(m->a, &o->leaders, NULL);
	if (!o->leaders.at[n]) {
		struct buf b = {.a = m->a};
		for (size_t i = 0; i < n; i++)
			buf_add(&b, i ? TEXT(" .") : TEXT("."));
		o->leaders.at[n] = arena_make(m->a, struct line);
		*o->leaders.at[n] = words_set(m->set, buf_text(&b), type, 0);
	}
	struct piece p = {.line = o->leaders.at[n]};
	put_line(o, &p, to - p.line->width, y);
}

static void
put_page_of(struct out *o, const struct piece *p, mpt x, mpt y)
{
	struct maker *m = o->m;
	struct text words = TEXT("");

	for (size_t i = 0; i < o->headings.n; i++)
		if (o->headings.at[i].heading == p->heading)
			words =
			    text_fmt(m->a, "%u", o->headings.at[i].page + 1);
	struct line line =
	    words_set(m->set, words, p->type, TYPE_TABULAR | TYPE_RAGGED);
	struct piece number = {.line = &line, .tag = p->tag, .pos = p->pos};
	put_leaders(o, x, x - p->x + p->leaders, y);
	put_line(o, &number, x + p->w - line.width, y);
}

static void
put_link(struct out *o, const struct piece *p, mpt x, mpt y)
{
	struct link link = {.x = x,
	    .y = y,
	    .w = p->w,
	    .h = p->h,
	    .target = p->heading->label,
	    .tag = p->tag};

	if (!link.target.n)
		return;
	link.words = heading_words(o->m->a, p->heading);
	array_push(o->m->a, &o->page->links, link);
}

static void
put_box(struct out *o, const struct box *b)
{
	for (size_t i = 0; i < b->npieces; i++) {
		const struct piece *p = &b->pieces[i];
		mpt x = o->m->sheet->inner + p->x, y = o->y + p->y;
		if (p->kind == PIECE_LINE)
			put_line(o, p, x, y);
		else if (p->kind == PIECE_RULE)
			put_rule(o,
			    (struct item){.x = x,
				.y = y,
				.w = p->w,
				.h = p->h,
				.colour = p->colour,
				.pos = p->pos});
		else if (p->kind == PIECE_FRAME)
			put_frame(o, p, x, y);
		else if (p->kind == PIECE_LINK)
			put_link(o, p, x, y);
		else if (p->kind == PIECE_LEADERS)
			put_leaders(o, x, x + p->w, y);
		else
			put_page_of(o, p, x, y);
	}
	o->y += b->v.height;
}

static void
put_table_head(struct out *o, const struct vpage *p)
{
	const struct table_head *head = o->f->boxes.at[p->from].head;

	if (!head || p->from < head->to)
		return;
	o->artifact = true;
	for (size_t i = head->from; i < head->to; i++)
		put_box(o, &o->f->boxes.at[i]);
	o->artifact = false;
}

/* A table that goes on overleaf is closed here for the eye. */
static void
put_table_end(struct out *o, const struct vpage *p)
{
	const struct table_head *head = o->f->boxes.at[p->to - 1].head;

	if (head && p->to < o->f->boxes.n && o->f->boxes.at[p->to].head == head)
		put_rule(o,
		    (struct item){.x = o->m->sheet->inner + head->x,
			.y = o->y,
			.w = head->width,
			.h = 2 * o->m->sheet->rule});
}

static mpt
box_skip(const struct box *b, bool first)
{
	return first ? 0 : b->v.skip;
}

static void
put_text(struct out *o, const struct vpage *p)
{
	o->y = o->m->sheet->top;
	put_table_head(o, p);
	for (size_t i = p->from; i < p->to; i++) {
		o->y += box_skip(&o->f->boxes.at[i], i == p->from);
		put_box(o, &o->f->boxes.at[i]);
	}
	if (p->to > p->from)
		put_table_end(o, p);
}

/* Where the notes begin: they stand on the foot of the text area; at its top
 * where there is nothing but the rest of a note. */
static mpt
notes_top(const struct out *o, const struct vpage *p, mpt height)
{
	const struct box *note = o->m->notes.at;
	mpt y = height - o->m->sheet->bottom;

	if (p->from == p->to)
		return o->m->sheet->top + o->m->sheet->note_gap;
	for (size_t i = p->note_from; i < p->note_to; i++)
		y -= note[i].v.height + box_skip(&note[i], i == p->note_from);
	return y;
}

static void
put_notes(struct out *o, const struct vpage *p)
{
	const struct sheet *s = o->m->sheet;

	if (p->note_from >= p->note_to)
		return;
	o->y = notes_top(o, p, o->page->height);
	put_rule(o,
	    (struct item){.x = s->inner,
		.y = o->y - s->note_gap / 2,
		.w = s->note_rule,
		.h = s->rule});
	for (size_t i = p->note_from; i < p->note_to; i++) {
		o->y += box_skip(&o->m->notes.at[i], i == p->note_from);
		put_box(o, &o->m->notes.at[i]);
	}
}

static void
put_slot(struct out *o, int slot, size_t page, mpt y)
{
	const struct sheet *s = o->m->sheet;
	mpt room = o->page->width - s->inner - s->outer;
	struct line line = head_line(o->head, slot, page + 1, o->cut->page.n);
	struct piece p = {.line = &line};
	mpt left = room - line.width;

	if (slot == HEAD_LEFT || slot == FOOT_LEFT)
		left = 0;
	else if (slot == FOOT_CENTRE)
		left /= 2;
	o->artifact = true;
	put_line(o, &p, s->inner + left, y);
	o->artifact = false;
}

static void
put_running(struct out *o, const struct vpage *p, size_t page)
{
	const struct sheet *s = o->m->sheet;
	mpt foot = o->page->height - s->foot;

	for (int i = FOOT_LEFT; i <= FOOT_RIGHT; i++)
		put_slot(o, i, page, foot);
	if (p->from < p->to && o->f->boxes.at[p->from].cover)
		return;
	put_slot(o, HEAD_LEFT, page, s->head);
	put_slot(o, HEAD_RIGHT, page, s->head);
	if (s->head_rule)
		put_rule(o,
		    (struct item){.x = s->inner,
			.y = s->head + s->type[TYPE_RUNNING].size / 2,
			.w = o->page->width - s->inner - s->outer,
			.h = s->rule});
}

static void
find_marks(struct out *o, const struct box *b, uint32_t page, mpt y)
{
	struct maker *m = o->m;

	for (const struct mark *k = b->marks; k; k = k->next) {
		if (k->label.n)
			array_push(m->a, &m->pages->anchors,
			    ((struct anchor){k->label, page, m->sheet->inner,
				y}));
		if (k->appendix && page < m->pages->body)
			m->pages->body = page;
		if (!k->heading)
			continue;
		array_push(m->a, &o->headings,
		    ((struct stood){k->heading, page}));
		array_push(m->a, &m->pages->outlines,
		    ((struct outline){(unsigned)k->heading->level,
			heading_words(m->a, k->heading), page, y}));
	}
}

/* The labels of a page, with the places that put_text will give them. */
static void
find_places(struct out *o, uint32_t page)
{
	const struct vpage *p = &o->cut->page.at[page];
	mpt y = o->m->sheet->top;

	if (p->from < p->to && o->f->boxes.at[p->from].head)
		y += o->f->boxes.at[p->from].v.above;
	for (size_t i = p->from; i < p->to; i++) {
		const struct box *b = &o->f->boxes.at[i];
		y += box_skip(b, i == p->from);
		find_marks(o, b, page, y);
		y += b->v.height;
	}
	y = notes_top(o, p, o->m->pages->pages.at[page].height);
	for (size_t i = p->note_from; i < p->note_to; i++) {
		const struct box *b = &o->m->notes.at[i];
		y += box_skip(b, i == p->note_from);
		find_marks(o, b, page, y);
		y += b->v.height;
	}
}

static void
push_page(struct out *o, const struct vpage *p)
{
	const struct sheet *s = o->m->sheet;
	bool wide = p->from < p->to && o->f->boxes.at[p->from].v.paper;
	struct page page = {.width = wide ? s->height : s->width,
	    .height = wide ? s->width : s->height};

	array_push(o->m->a, &o->m->pages->pages, page);
}

void
out_pages(struct maker *m, const struct flow *f, const struct vpages *cut,
    struct head *head)
{
	struct out o = {.m = m, .f = f, .cut = cut, .head = head};
	size_t n = cut->page.n;

	m->pages->body = n;
	for (size_t i = 0; i < n; i++)
		push_page(&o, &cut->page.at[i]);
	for (size_t i = 0; i < n; i++)
		find_places(&o, (uint32_t)i);
	for (size_t i = 0; i < n; i++) {
		const struct vpage *p = &cut->page.at[i];
		o.page = &m->pages->pages.at[i];
		put_text(&o, p);
		put_notes(&o, p);
		put_running(&o, p, i);
	}
}
