/*
 * mark(): the parts of a text in order, each slice parsed by itself, the open
 * divs on a stack.
 */
#include "expand/marker.h"

static const struct trace *
traced(struct marker *m, const struct piece *p)
{
	struct trace *t = arena_make(m->a, struct trace);

	*t = (struct trace){p->reads, p->control, p->pos, {0}};
	return t;
}

/* The lines of a value: paragraphs, or one with blanks between them. */
static struct node *
value_lines(struct marker *m, const struct piece *p, bool inlined)
{
	struct node *doc = node_new(m->a, NODE_DOC, TEXT(""), p->pos);
	struct node *para = NULL;
	struct text rest = p->text, line;

	while (text_split(&rest, '\n', &line)) {
		line = text_trim(line);
		if (!line.n)
			continue;
		if (inlined && para)
			node_add(m->a, para, NODE_SPACE, TEXT(""), p->pos);
		else
			para = node_add(m->a, doc, NODE_PARA, TEXT(""), p->pos);
		para->trace = traced(m, p);
		node_add(m->a, para, NODE_TEXT, text_dup(m->a, line), p->pos)
		    ->fact = p->fact;
	}
	return doc;
}

struct node *
mark_piece(struct marker *m, const struct piece *p, bool inlined)
{
	struct mark_options o = {.scope = p->scope,
	    .inline_only = inlined,
	    .prose = true,
	    .place = p->pos,
	    .tmp = m->tmp};
	struct pieces one = {{0}};
	struct piece words = {.kind = PIECE_SOURCE,
	    .text = p->text,
	    .reads = p->reads,
	    .control = p->control};

	if (p->kind != PIECE_PROSE)
		return value_lines(m, p, inlined);
	words.pos = p->fact;
	if (p->lines)
		words.pos = (struct pos){p->lines, 0, (uint32_t)p->text.n};
	array_push(m->tmp, &one.p, words);
	return mark(m->a, &one, &o, m->d);
}

static void
collect_notes(struct marker *m)
{
	for (size_t i = 0; i < m->scan->notes.n; i++) {
		struct footnote *fn = m->scan->notes.at[i];
		void **slot = map_slot(m->tmp, &m->notes, fn->id);
		if (!*slot) {
			*slot = fn;
			continue;
		}
		struct footnote *first = *slot;
		struct finding *f = diag(m->d, LEVEL_ERROR, "NOTE-03", fn->pos,
		    "note written twice: %.*s", TEXT_ARG(fn->id));
		finding_remark(m->d, f, "note", first->pos, "the first one");
		fn->called = true;
	}
}

static void
check_notes(struct marker *m)
{
	for (size_t i = 0; i < m->scan->notes.n; i++) {
		struct footnote *fn = m->scan->notes.at[i];
		if (!fn->called)
			finding_hint(m->d,
			    diag(m->d, LEVEL_WARNING, "NOTE-01", fn->pos,
				"note that is never called: %.*s",
				TEXT_ARG(fn->id)),
			    "call it with [^%.*s], or delete it",
			    TEXT_ARG(fn->id));
	}
}

static void
term(struct marker *m, const struct part *p, struct node *into)
{
	struct node doc = {0};

	mark_slice(m, p->slice, &doc);
	for (struct node *n = doc.child, *next; n; n = next) {
		next = n->next;
		n->next = NULL;
		if (n->kind == NODE_PARA)
			n->kind = NODE_TERM;
		node_append(into, n);
	}
}

/* The parts in order; open divs are a stack, the document at its foot. */
static void
build(struct marker *m, struct node *doc)
{
	struct node *stack[SCAN_DIVS + 1] = {doc};
	size_t depth = 0;

	for (size_t i = 0; i < m->scan->parts.n; i++) {
		const struct part *p = &m->scan->parts.at[i];
		if (p->kind == PART_OPEN) {
			struct node *div =
			    node_new(m->a, NODE_DIV, TEXT(""), p->pos);
			div->level = p->colons;
			attrs_give(m->a, div, &p->attrs, m->o->scope);
			stack[++depth] = div;
		} else if (p->kind == PART_CLOSE) {
			struct node *div = stack[depth--];
			blocks_div(m, stack[depth], div);
		} else if (p->kind == PART_TERM) {
			term(m, p, stack[depth]);
		} else if (p->kind == PART_DETAIL) {
			struct node *n = node_add(m->a, stack[depth],
			    NODE_DETAIL, TEXT(""), slice_pos(p->slice, 0, 0));
			mark_slice(m, p->slice, n);
		} else {
			mark_slice(m, p->slice, stack[depth]);
		}
	}
}

/* Within a sentence only words can stand: other blocks lend theirs. */
static void
one_paragraph(struct marker *m, struct node *doc)
{
	struct node *n = doc->child;

	if (!n || (n->kind == NODE_PARA && !n->next))
		return;
	diag(m->d, LEVEL_ERROR, "MARK-09", m->o->place,
	    "prose of more than one paragraph within a sentence");
	struct text words = node_words(m->a, doc);
	doc->child = doc->last = NULL;
	struct node *para =
	    node_add(m->a, doc, NODE_PARA, TEXT(""), m->o->place);
	node_add(m->a, para, NODE_TEXT, words, n->pos);
}

struct node *
mark(struct arena *a, const struct pieces *p, const struct mark_options *o,
    struct diag *d)
{
	struct arena *tmp = o->tmp ? o->tmp : arena_new();
	struct marker m = {.a = a, .tmp = tmp, .d = d, .o = o};
	struct pos pos = p->p.n ? p->p.at[0].pos : (struct pos){0};
	struct node *doc = node_new(a, NODE_DOC, TEXT(""), pos);

	m.flow = flow_of(tmp, p, d);
	m.scan = scan_flow(a, tmp, m.flow, d);
	collect_notes(&m);
	build(&m, doc);
	check_notes(&m);
	if (o->inline_only)
		one_paragraph(&m, doc);
	if (tmp != o->tmp)
		arena_free(tmp);
	return doc;
}
