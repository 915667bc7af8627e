/*
 * What a block is can depend on what it holds and stands behind: a paragraph
 * may be a caption, a figure, or the place of an included tree.
 */
#include "expand/marker.h"

static bool
blank_tok(const struct tok *t)
{
	if (t->special)
		return false;
	return !t->node || t->node->kind == NODE_SPACE
	    || (t->node->kind == NODE_TEXT && !t->fixed
		&& !text_trim(t->node->text).n);
}

static void
trim_toks(struct marker *m, struct toks *t)
{
	while (t->t.n && blank_tok(&t->t.at[t->t.n - 1]))
		t->t.n--;
	struct tok *last = t->t.n ? &t->t.at[t->t.n - 1] : NULL;
	if (!last || last->fixed || !last->node || last->special
	    || last->node->kind != NODE_TEXT)
		return;
	struct node *n = node_copy(m->a, last->node);
	while (n->text.n && n->text.s[n->text.n - 1] == ' ')
		n->text.n--;
	last->node = n;
}

/* Attributes at the end of a block: behind a blank, or all there is. */
static bool
take_attrs(struct marker *m, const struct slice *s, struct toks *t,
    struct attrs *out)
{
	size_t i = t->t.n, end;

	*out = (struct attrs){0};
	if (!i || t->t.at[i - 1].special != '}')
		return false;
	end = t->t.at[i - 1].to;
	while (i-- > 0 && t->t.at[i].special != '{')
		;
	if (i == SIZE_MAX)
		return false;
	uint32_t from = t->t.at[i].from;
	char before = i ? slice_text(s, 0, from).s[from - 1] : ' ';
	if (before != ' ' && before != '\t' && before != '\n' && before != '>')
		return false;
	struct text raw = flow_words(m->a, s->flow, slice_text(s, from, end));
	struct pos pos = slice_pos(s, from, end);
	if (attrs_read(m->a, raw, pos, out) != raw.n) {
		if (attrs_meant(raw))
			diag(m->d, LEVEL_ERROR, "MARK-06", pos,
			    "attributes that cannot be read: %.*s",
			    TEXT_ARG(raw));
		*out = (struct attrs){0};
		return false;
	}
	t->t.n = i;
	trim_toks(m, t);
	return true;
}

/* Headings of an included section stand below the one they are under. */
static void
shift(struct node *n, int by, int *last)
{
	if (n->kind == NODE_HEADING) {
		n->level = n->level + by > 6 ? 6 : n->level + by;
		*last = n->level;
	}
	for (struct node *c = n->child; c; c = c->next)
		shift(c, by, last);
}

/* Had a condition beside the value held, it would be one paragraph with it. */
static void
share_control(struct marker *m, struct node *n, const struct trace *para)
{
	struct trace *t = arena_make(m->a, struct trace);

	if (!n->trace || !para)
		return;
	*t = *n->trace;
	t->control = reads_join(m->a, t->control, para->control);
	n->trace = t;
}

/* In place of a paragraph that is nothing but a value. */
static void
splice(struct marker *m, struct node *parent, const struct piece *p,
    const struct attrs *attrs, const struct trace *para)
{
	struct node *tree = p->tree;
	int last = 0;

	if (p->kind == PIECE_BLOCKS && tree) {
		shift(tree, p->section ? m->heading : 0, &last);
		if (last && !p->section)
			m->heading = last;
	} else if (p->kind != PIECE_BLOCKS) {
		tree = mark_piece(m, p, false);
	}
	for (struct node *n = tree ? tree->child : NULL, *next; n; n = next) {
		next = n->next;
		n->next = NULL;
		if (p->kind != PIECE_BLOCKS)
			share_control(m, n, para);
		if (attrs->classes.n || attrs->list || attrs->label.n) {
			struct attrs mine = *attrs;
			if (n != tree->child)
				mine.label = TEXT("");
			attrs_give(m->a, n, &mine, m->o->scope);
		}
		node_append(parent, n);
	}
}

/* widths=2,1,1: relative widths of a table's columns. */
static void
set_widths(struct marker *m, struct node *table)
{
	struct text rest = node_attr(table, "widths"), one;
	size_t i = 0;
	int width;

	if (!rest.n)
		return;
	struct col *cols =
	    arena_alloc(m->a, (table->ncols + 1) * sizeof(*cols));
	for (size_t k = 0; k < table->ncols && table->cols; k++)
		cols[k] = table->cols[k];
	for (; text_split(&rest, ',', &one); i++) {
		if (!text_int(text_trim(one), &width) || width < 1
		    || width > 10000)
			break;
		if (i < table->ncols)
			cols[i].width = (unsigned)width;
	}
	if (i != table->ncols)
		diag(m->d, LEVEL_ERROR, "MARK-11", table->pos,
		    "a table of %zu columns wants as many widths: %.*s",
		    table->ncols, TEXT_ARG(node_attr(table, "widths")));
	else
		table->cols = cols;
}

static bool
caption_words(const struct toks *t)
{
	const struct node *n = t->t.n ? t->t.at[0].node : NULL;

	return n && !t->t.at[0].fixed && n->kind == NODE_TEXT
	    && text_starts(n->text, TEXT("Table:"));
}

/* caption <- "Table:" words attributes?   right after a table */
static bool
caption(struct marker *m, const struct slice *s, struct node *parent,
    struct node *para, struct toks *t, const struct attrs *attrs)
{
	struct node *table = parent->last;

	if (!caption_words(t))
		return false;
	if (!table || table->kind != NODE_TABLE
	    || (table->child && table->child->kind == NODE_CAPTION)) {
		diag(m->d, LEVEL_ERROR, "MARK-11", para->pos,
		    "caption without a table before it");
		return false;
	}
	struct tok *first = &t->t.at[0];
	struct node *n = node_copy(m->a, first->node);
	n->text = text_sub(n->text, 6, n->text.n);
	while (n->text.n && n->text.s[0] == ' ')
		n->text = text_sub(n->text, 1, n->text.n);
	first->node = n->text.n ? n : NULL;
	first->from = first->to - (uint32_t)n->text.n;
	para->kind = NODE_CAPTION;
	spans_add(m, s, t, para);
	para->next = table->child;
	table->child = para;
	attrs_give(m->a, table, attrs, m->o->scope);
	set_widths(m, table);
	return true;
}

/* An image alone in its paragraph is a figure; its words are the caption. */
static void
figure(struct marker *m, struct node *para)
{
	struct node *image = para->child;

	if (!image || image->kind != NODE_IMAGE || image->next)
		return;
	para->kind = NODE_FIGURE;
	if (image->label.n) {
		para->label = image->label;
		para->labelpos = image->labelpos;
	}
	image->label = TEXT("");
	if (!image->child)
		return;
	struct node *cap =
	    node_add(m->a, para, NODE_CAPTION, TEXT(""), image->pos);
	cap->child = image->child;
	cap->last = image->last;
	image->child = image->last = NULL;
	node_add(m->a, image, NODE_TEXT, node_words(m->a, cap), image->pos);
}

static void
check_margin(struct marker *m, const struct node *para)
{
	const struct node *n = para->child;

	if (n && n->kind == NODE_TEXT && !n->fact.src
	    && text_starts(n->text, TEXT(":::")))
		diag(m->d, LEVEL_ERROR, "MARK-12", para->pos,
		    "no fence: it begins at the margin, and behind it stands "
		    "one class or {attributes}");
}

static void
paragraph(struct marker *m, const struct slice *s, struct node *parent,
    struct node *para, struct toks *t)
{
	struct attrs attrs;

	bool given = take_attrs(m, s, t, &attrs);
	trim_toks(m, t);
	if (t->t.n == 1 && t->t.at[0].special == '$') {
		splice(m, parent, t->t.at[0].piece, &attrs, para->trace);
		return;
	}
	if (caption(m, s, parent, para, t, &attrs))
		return;
	attrs_give(m->a, para, &attrs, m->o->scope);
	spans_add(m, s, t, para);
	check_margin(m, para);
	figure(m, para);
	if (para->child)
		node_append(parent, para);
	else if (given)
		diag(m->d, LEVEL_ERROR, "MARK-06", para->pos,
		    "attributes that belong to nothing");
}

static void
heading(struct marker *m, const struct slice *s, struct node *parent,
    struct node *n, struct toks *t)
{
	struct attrs attrs;

	if (m->o->prose) {
		diag(m->d, LEVEL_ERROR, "MARK-10", n->pos,
		    "heading within a fact");
		n->kind = NODE_PARA;
		n->level = 0;
	} else {
		m->heading = n->level;
	}
	take_attrs(m, s, t, &attrs);
	attrs_give(m->a, n, &attrs, m->o->scope);
	spans_add(m, s, t, n);
	node_append(parent, n);
}

void
blocks_leaf(struct marker *m, const struct slice *s, struct node *parent,
    struct node *n, struct toks *t)
{
	if (n->kind == NODE_HEADING) {
		heading(m, s, parent, n, t);
	} else if (n->kind == NODE_PARA) {
		paragraph(m, s, parent, n, t);
	} else {
		struct node *cell = node_copy(m->a, n);
		n->kind = NODE_PARA;
		trim_toks(m, t);
		spans_add(m, s, t, n);
		if (n->child)
			node_append(cell, n);
		node_append(parent, cell);
	}
}

/* A row's item holds nothing but the list of its cells. */
static struct node *
row_of(struct marker *m, const struct node *item)
{
	const struct node *list = item->child;
	struct node *row;

	if (!list || list->kind != NODE_LIST || list->next)
		return NULL;
	row = node_copy(m->a, item);
	row->kind = NODE_ROW;
	for (struct node *c = list->child; c; c = c->next) {
		struct node *cell =
		    node_add(m->a, row, NODE_CELL, TEXT(""), c->pos);
		cell->child = c->child;
		cell->last = c->last;
		row->ncols++;
	}
	return row;
}

/* table <- a list of lists; the first row is its head */
static bool
list_table(struct marker *m, struct node *table)
{
	struct node *list = table->child, *rows = NULL;
	bool headless = node_has_class(table, "headless");

	if (!list || list->kind != NODE_LIST || list->next)
		return false;
	rows = node_new(m->a, NODE_TABLE, TEXT(""), table->pos);
	for (const struct node *item = list->child; item; item = item->next) {
		struct node *row = row_of(m, item);
		if (!row)
			return false;
		if (!rows->child && !headless)
			row->flags |= NODE_HEAD;
		if (row->ncols > rows->ncols)
			rows->ncols = row->ncols;
		row->ncols = 0;
		node_append(rows, row);
	}
	struct col *cols = arena_alloc(m->a, rows->ncols * sizeof(*cols));
	table->kind = NODE_TABLE;
	table->trace = list->trace;
	table->level = 0;
	table->cols = cols;
	table->ncols = rows->ncols;
	table->child = rows->child;
	table->last = rows->last;
	set_widths(m, table);
	return true;
}

static void
defs(struct marker *m, struct node *div)
{
	const struct node *before = NULL;

	div->kind = NODE_DEFS;
	div->level = 0;
	for (const struct node *n = div->child; n; before = n, n = n->next) {
		if (n->kind == NODE_DETAIL && !before)
			diag(m->d, LEVEL_ERROR, "MARK-11", n->pos,
			    "meaning without a term");
		if (n->kind == NODE_TERM
		    && (!n->next || n->next->kind != NODE_DETAIL))
			diag(m->d, LEVEL_ERROR, "MARK-11", n->pos,
			    "term without a meaning");
		if (n->kind != NODE_TERM && n->kind != NODE_DETAIL)
			diag(m->d, LEVEL_ERROR, "MARK-11", n->pos,
			    "neither a term nor a meaning");
	}
}

void
blocks_div(struct marker *m, struct node *parent, struct node *div)
{
	static const struct {
		const char *class;
		enum node_kind kind;
	} places[] = {{"contents", NODE_CONTENTS}, {"refs", NODE_REFS},
	    {"authorities", NODE_REFS}, {"pagebreak", NODE_BREAK_PAGE}};

	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++)
		if (node_has_class(div, places[i].class) && !div->child)
			div->kind = places[i].kind;
	if (node_has_class(div, "defs"))
		defs(m, div);
	else if (node_has_class(div, "table") && !list_table(m, div))
		diag(m->d, LEVEL_ERROR, "MARK-11", div->pos,
		    "table that is not a list of lists");
	node_append(parent, div);
}
