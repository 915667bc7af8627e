/*
 * flow.c - from the tree of blocks to one vertical list
 *
 * One verb a kind of block; what the report templates may say with a class is
 * in the table of classes.
 */
#include "layout/flow.h"

enum { DEPTH = 60 };

typedef void flow_verb(struct flow *f, const struct node *n,
    const struct place *p);

static void
flow_quote(struct flow *f, const struct node *n, const struct place *p)
{
	struct place in = *p;
	mpt indent = f->m->sheet->indent;

	place_inset(&in, indent, indent);
	in.type = TYPE_QUOTE;
	in.tag = flow_tag(f->m, "BlockQuote", p->tag, n);
	flow_penalty(f, PENALTY_AVOID);
	flow_inside(f, n, &in);
}

/* A term stands on a line of its own above what it means. */
static void
flow_defs(struct flow *f, const struct node *n, const struct place *p)
{
	struct place in = *p;
	uint32_t list = flow_tag(f->m, "L", p->tag, n), li = list;

	place_inset(&in, f->m->sheet->indent, 0);
	for (const struct node *c = n->child; c; c = c->next) {
		struct setting s = {.node = c,
		    .type = &f->m->sheet->type[p->type],
		    .flags = p->flags | TYPE_BOLD | TYPE_RAGGED,
		    .x = p->x,
		    .width = p->width};
		if (c->kind != NODE_TERM) {
			in.tag = flow_tag(f->m, "LBody", li, c);
			flow_inside(f, c, &in);
			continue;
		}
		li = flow_tag(f->m, "LI", list, NULL);
		s.tag = flow_tag(f->m, "Lbl", li, c);
		if (c->label.n)
			flow_label(f, c->label);
		flow_set(f, &s);
		f->keep = 2;
	}
}

/* Lines as they were written, one a paragraph. */
static void
flow_code(struct flow *f, const struct node *n, const struct place *p)
{
	const struct type *type = &f->m->sheet->type[TYPE_CODE];
	struct text rest = n->text, words;
	struct setting s = {.type = type,
	    .flags = TYPE_RAGGED,
	    .x = p->x,
	    .width = p->width};

	s.tag = flow_tag(f->m, "P", p->tag, n);
	flow_skip(f, type->before);
	while (text_split(&rest, '\n', &words)) {
		struct node *line =
		    node_new(f->m->a, NODE_PARA, TEXT(""), n->pos);
		node_add(f->m->a, line, NODE_CODE_SPAN,
		    words.n ? words : TEXT(" "), n->pos);
		s.node = line;
		flow_set(f, &s);
	}
	flow_skip(f, type->after);
}

/* Within .signature a rule is the line to sign on. */
static void
flow_rule(struct flow *f, const struct node *n, const struct place *p)
{
	mpt thick = f->m->sheet->rule,
	    leading = f->m->sheet->type[TYPE_BODY].leading;
	struct piece *rule = arena_make(f->m->a, struct piece);

	*rule = (struct piece){.kind = PIECE_RULE,
	    .x = p->x,
	    .w = p->width,
	    .h = thick,
	    .pos = n->pos};
	if (p->signature) {
		rule->w = p->width < PT(170) ? p->width : PT(170);
		rule->y = 2 * leading;
		flow_box(f, rule->y + thick, rule, 1);
		flow_skip(f, leading / 8);
		return;
	}
	flow_skip(f, leading / 2);
	flow_box(f, thick, rule, 1);
	flow_skip(f, leading / 2);
}

static void
flow_break(struct flow *f, const struct node *n, const struct place *p)
{
	(void)n, (void)p;
	flow_force(f);
}

/* Of a figure its caption. */
static void
flow_figure(struct flow *f, const struct node *n, const struct place *p)
{
	diag(f->m->d, LEVEL_ERROR, "LAY-06", n->pos,
	    "a picture is not set, only its caption");
	flow_blocks(f, n, p);
}

/* Classes of a DIV. */

/* Space above what comes first on the cover is kept: nothing is above it that
 * could be dropped. */
static void
div_cover(struct flow *f, const struct node *n, const struct place *p)
{
	struct place in = *p;
	const struct node *first = n->child;
	enum type_name type = TYPE_COVER;

	if (first && node_has_class(first, "title"))
		type = TYPE_TITLE;
	in.cover = true;
	in.type = TYPE_COVER;
	flow_force(f);
	if (f->m->sheet->type[type].before > 0) {
		flow_box(f, f->m->sheet->type[type].before, NULL, 0)->cover =
		    true;
		f->keep = 1;
	}
	flow_blocks(f, n, &in);
	flow_force(f);
}

static void
div_title(struct flow *f, const struct node *n, const struct place *p)
{
	struct place in = *p;

	in.type = TYPE_TITLE;
	flow_blocks(f, n, &in);
}

static void
div_subtitle(struct flow *f, const struct node *n, const struct place *p)
{
	struct place in = *p;

	in.type = TYPE_SUBTITLE;
	flow_blocks(f, n, &in);
}

static void
div_keep(struct flow *f, const struct node *n, const struct place *p)
{
	if (f->together == 0)
		f->begun = false;
	f->together++;
	flow_blocks(f, n, p);
	f->together--;
}

/* It never stands alone on a page: something of what is before goes along.
 * Its end has an anchor too, LABEL.end, for those who ask whether the whole of
 * it is on one page. */
static void
div_signature(struct flow *f, const struct node *n, const struct place *p)
{
	struct place in = *p;

	in.signature = true;
	in.flags |= TYPE_RAGGED;
	flow_penalty(f, PENALTY_KEEP / 2);
	div_keep(f, n, &in);
	if (n->label.n)
		flow_label_end(f, text_join(f->m->a, n->label, TEXT(".end")));
}

/* Words that the law gives are read as one, and signed where they stand. */
static void
div_truth(struct flow *f, const struct node *n, const struct place *p)
{
	div_keep(f, n, p);
	if (n->next && node_has_class(n->next, "signature"))
		flow_penalty(f, PENALTY_KEEP);
}

/* A page on its side. */
static void
div_landscape(struct flow *f, const struct node *n, const struct place *p)
{
	const struct sheet *s = f->m->sheet;
	struct place in = *p;
	unsigned paper = f->paper;

	flow_force(f);
	f->paper = 1;
	in.width += s->height - s->width;
	flow_blocks(f, n, &in);
	flow_force(f);
	f->paper = paper;
}

/* A rule along the left edge of each box. */
static void
div_caution(struct flow *f, const struct node *n, const struct place *p)
{
	struct place in = *p;
	mpt indent = f->m->sheet->indent / 2;
	size_t from = f->boxes.n;

	if (f->column)
		place_inset(&in, f->m->sheet->gutter, 0);
	place_inset(&in, indent, 0);
	flow_inside(f, n, &in);
	for (size_t i = from; i < f->boxes.n; i++) {
		struct box *b = &f->boxes.at[i];
		mpt above = i > from ? b->v.skip : 0;
		flow_add(f, b,
		    (struct piece){.kind = PIECE_RULE,
			.x = in.x - indent,
			.y = -above,
			.w = f->m->sheet->rule * 2,
			.h = b->v.height + above,
			.pos = n->pos});
	}
}

static const struct {
	const char *name;
	flow_verb *verb;
} classes[] = {
    {"cover", div_cover},
    {"title", div_title},
    {"subtitle", div_subtitle},
    {"keep", div_keep},
    {"signature", div_signature},
    {"truth", div_truth},
    {"landscape", div_landscape},
    {"caution", div_caution},
    {"contents", flow_contents},
    {"pagebreak", flow_break},
};

static void
flow_div(struct flow *f, const struct node *n, const struct place *p)
{
	for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++) {
		if (node_has_class(n, classes[i].name)) {
			classes[i].verb(f, n, p);
			return;
		}
	}
	flow_blocks(f, n, p);
}

static flow_verb *const verbs[NODE_KINDS] = {
    [NODE_HEADING] = flow_heading,
    [NODE_PARA] = flow_para,
    [NODE_QUOTE] = flow_quote,
    [NODE_LIST] = flow_list,
    [NODE_TABLE] = flow_table,
    [NODE_FIGURE] = flow_figure,
    [NODE_CAPTION] = flow_para,
    [NODE_DEFS] = flow_defs,
    [NODE_CODE] = flow_code,
    [NODE_DIV] = flow_div,
    [NODE_RULE] = flow_rule,
    [NODE_BREAK_PAGE] = flow_break,
    [NODE_CONTENTS] = flow_contents,
    [NODE_REFS] = flow_refs,
    [NODE_BIBENTRY] = flow_bibentry,
};

/* Blocks that belong to a numbered paragraph stand in its column. */
static bool
in_column(const struct flow *f, const struct node *n)
{
	return f->column
	    && (n->kind == NODE_QUOTE || n->kind == NODE_LIST
		|| n->kind == NODE_TABLE || n->kind == NODE_DEFS
		|| n->kind == NODE_CODE || n->kind == NODE_RULE);
}

static void
flow_block(struct flow *f, const struct node *n, const struct place *p)
{
	struct place in = *p;

	if (!verbs[n->kind])
		return;
	if (n->label.n && n->kind != NODE_HEADING)
		flow_label(f, n->label);
	if (in_column(f, n))
		place_inset(&in, f->m->sheet->gutter, 0);
	verbs[n->kind](f, n, &in);
}

void
flow_blocks(struct flow *f, const struct node *n, const struct place *p)
{
	if (f->depth >= DEPTH) {
		diag(f->m->d, LEVEL_ERROR, "LAY-04", n->pos,
		    "blocks are nested more than %d deep", DEPTH);
		return;
	}
	f->depth++;
	for (const struct node *c = n->child; c; c = c->next)
		flow_block(f, c, p);
	f->depth--;
}

void
flow_inside(struct flow *f, const struct node *n, const struct place *p)
{
	bool column = f->column;

	f->column = false;
	flow_blocks(f, n, p);
	f->column = column;
}
