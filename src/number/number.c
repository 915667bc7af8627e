/*
 * Numbers are given in one walk in document order.  The body is what stands in
 * the document or in divs that only group; everything set apart (cover,
 * signature, quotations, tables, notes) is not counted, nor is what follows
 * the heading of the first appendix.
 */
#include "number/count.h"

static bool
apart(const struct node *div)
{
	static const char *const classes[] = {"cover", "title", "subtitle",
	    "unnumbered", "signature", "keep", "truth", "caution", "contents",
	    "refs"};

	for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++)
		if (node_has_class(div, classes[i]))
			return true;
	return false;
}

/* The nth heading of the first level is "A", or has no number. */
static void
number_heading(struct count *c, struct node *n, struct place where)
{
	bool appendix = node_has_class(n, "appendix");
	bool plain = node_has_class(n, "unnumbered") || !where.body;

	if (appendix) {
		bool letters = c->profile && c->profile->letter_appendices;
		c->appendix = true;
		c->apps++;
		n->number = text_fmt(c->a, "%.*s %.*s",
		    TEXT_ARG(label_word(c, "appendix")),
		    TEXT_ARG(letters ? numeral_letter(c->a, c->apps, 'A')
				     : text_fmt(c->a, "%d", c->apps)));
		label_target(c, n, n->number, "app", "appendix");
		return;
	}
	if (!plain && !c->appendix && n->level == 1 && c->profile
	    && c->profile->letter_headings)
		n->number = numeral_letter(c->a, ++c->heads, 'A');
	label_target(c, n, n->number, "sec", "section");
}

static void
number_para(struct count *c, struct node *n, struct place where)
{
	struct text ref = where.ref;

	if (where.body && !c->appendix && !node_has_class(n, "unnumbered")
	    && !node_has_class(n, "cont")) {
		n->number = text_fmt(c->a, "%d", ++c->paras);
		c->para = n->number;
		ref = n->number;
	} else if (where.body && !c->appendix && node_has_class(n, "cont")) {
		ref = c->para;
	}
	if (n->number.n || n->label.n)
		label_target(c, n, ref, "par", "paragraph");
}

/* (a), (b); within them (i), (ii); then (A), (B). */
static struct text
item_number(struct count *c, int n, struct place where)
{
	struct text t = text_fmt(c->a, "%d", n);

	if (!where.listed)
		return text_fmt(c->a, "%.*s.", TEXT_ARG(t));
	if (where.lists % 3 == 0)
		t = numeral_letter(c->a, n, 'a');
	else if (where.lists % 3 == 1)
		t = numeral_roman(c->a, n);
	else
		t = numeral_letter(c->a, n, 'A');
	return text_fmt(c->a, "(%.*s)", TEXT_ARG(t));
}

static void
number_items(struct count *c, const struct node *from, struct node *list,
    struct place where)
{
	bool ordered = from->flags & NODE_ORDERED;
	int n = ordered ? from->level : 0;
	struct text above = where.ref;

	if (!above.n && where.body && !c->appendix)
		above = c->para;
	where.body = false;
	for (const struct node *i = from->child; i; i = i->next, n++) {
		struct place in = where;
		struct node *item = node_copy(c->a, i);
		in.ref = above;
		if (ordered) {
			item->number = item_number(c, n > 0 ? n : 1, where);
			in.ref = text_join(c->a, above, item->number);
			in.lists++;
			label_target(c, item, in.ref, "item", "paragraph");
		}
		count_list(c, i->child, item, in);
		node_append(list, item);
	}
}

static void
number_counted(struct count *c, struct node *n, const char *kind, int *counter)
{
	bool table = n->kind == NODE_TABLE;

	n->number = text_fmt(c->a, "%.*s %d",
	    TEXT_ARG(label_word(c, table ? "table" : "figure")), ++*counter);
	label_target(c, n, n->number, kind, table ? "table" : "figure");
}

static bool
captioned(const struct node *n)
{
	for (const struct node *k = n->child; k; k = k->next)
		if (k->kind == NODE_CAPTION)
			return true;
	return n->label.n > 0;
}

/* What is known of a node before its children are walked. */
static void
before_children(struct count *c, const struct node *from, struct node *n,
    struct place *where)
{
	if (n->kind == NODE_HEADING)
		number_heading(c, n, *where);
	else if (n->kind == NODE_PARA)
		number_para(c, n, *where);
	else if (n->kind == NODE_TABLE && captioned(from))
		number_counted(c, n, "tbl", &c->tables);
	else if (n->kind == NODE_FIGURE && captioned(from))
		number_counted(c, n, "fig", &c->figures);
	else if (n->kind == NODE_NOTE)
		notes_number(c, n);
	else if (n->kind == NODE_DIV
	    && (n->label.n || node_has_class(n, "truth")
		|| node_has_class(n, "signature")))
		label_target(c, n, TEXT(""), "div", "part");
	else if (n->label.n)
		label_target(c, n, TEXT(""), "span", "place");
	if (n->kind == NODE_XREF)
		array_push(c->a, &c->xrefs, n);
	if (n->kind == NODE_NOTE || n->kind == NODE_QUOTE)
		where->listed = false;
	where->note = where->note || n->kind == NODE_NOTE;
	where->body = where->body
	    && (n->kind == NODE_DOC || (n->kind == NODE_DIV && !apart(n)));
}

static void
count_node(struct count *c, const struct node *from, struct node *to,
    struct place where)
{
	struct node *n = node_copy(c->a, from);

	if (n->kind == NODE_XREF && said_before(c->a, to, n))
		n->flags |= NODE_BARE;
	if (n->kind == NODE_CITE) {
		notes_cite(c, n, to, where);
		return;
	}
	if (n->kind == NODE_NOTE && where.note) {
		diag(c->d, LEVEL_ERROR, "NOTE-05", n->pos,
		    "note within a note");
		n->kind = NODE_DIV; /* whose words are asked for, as a note's
				     * are left out */
		n->child = from->child;
		n->text = node_words(c->a, n);
		n->kind = NODE_TEXT;
		n->child = NULL;
		node_append(to, n);
		return;
	}
	if (n->kind == NODE_LIST) {
		number_items(c, from, n, where);
	} else {
		before_children(c, from, n, &where);
		count_list(c, from->child, n, where);
		notes_punctuation(c, n);
	}
	node_append(to, n);
}

void
count_list(struct count *c, const struct node *first, struct node *to,
    struct place where)
{
	for (; first; first = first->next)
		count_node(c, first, to, where);
}

const struct doc *
number(struct arena *a, const struct doc *doc, const struct profile *profile,
    struct diag *d)
{
	struct count c = {.a = a, .d = d, .profile = profile};
	struct place where = {.body = true, .listed = true};
	struct node top = {0};
	struct doc *out;

	if (!doc)
		return NULL;
	c.notes = profile && profile->style && profile->style->note;
	c.labels = arena_make(a, struct map);
	count_node(&c, doc->root, &top, where);
	label_resolve(&c);
	out = arena_make(a, struct doc);
	out->root = top.child;
	out->labels = c.labels;
	return out;
}
