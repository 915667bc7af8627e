/*
 * Brackets are matched by a stack, and each is decided once, when it closes:
 * what is no construct of ours stays as words.  An '@' waits for the bracket
 * around it to be decided, for it may be part of a group.
 */
#include "base/near.h"
#include "expand/citegroup.h"
#include "expand/marker.h"

struct bracket {
	size_t open;    /* index of '[' in `out` */
	size_t waiting; /* how many '@' were waiting before it */
	unsigned depth; /* of what stands behind it */
};

struct spans {
	struct marker *m;
	const struct slice *s;
	const struct toks *in;
	size_t i; /* the next token of `in` */
	struct toks out;
	ARRAY(struct bracket) brackets;
	ARRAY(size_t) waiting; /* indexes of '@' in `out` */
};

struct tok
tok_of(struct node *n, size_t from, size_t to, unsigned depth)
{
	return (struct tok){.node = n,
	    .from = (uint32_t)from,
	    .to = (uint32_t)to,
	    .depth = depth};
}

struct text
tok_text(const struct slice *s, const struct tok *t)
{
	if (t->special)
		return slice_text(s, t->from, t->to);
	return t->node && t->node->kind == NODE_TEXT ? t->node->text : TEXT("");
}

static bool
is_words(const struct tok *t)
{
	if (t->special)
		return t->special != '$';
	return t->node && t->node->kind == NODE_TEXT && !t->fixed;
}

/* Put the run of words t[i..] that touch into one TEXT. */
static size_t
join_words(struct marker *m, const struct slice *s, const struct toks *t,
    size_t i, struct node *parent)
{
	const struct tok *first = &t->t.at[i], *last = first;
	struct buf b = {.a = m->a};

	while (++i < t->t.n && is_words(&t->t.at[i])
	    && t->t.at[i].from == last->to)
		last = &t->t.at[i];
	if (first == last && !first->special) {
		node_append(parent, first->node);
		return i;
	}
	for (const struct tok *at = first; at <= last; at++)
		buf_add(&b, tok_text(s, at));
	node_add(m->a, parent, NODE_TEXT, buf_text(&b),
	    slice_pos(s, first->from, last->to));
	return i;
}

static unsigned
link_up(struct marker *m, const struct slice *s, const struct toks *t,
    size_t from, struct node *parent)
{
	unsigned depth = 0;

	for (size_t i = from; i < t->t.n;) {
		const struct tok *at = &t->t.at[i];
		depth = at->depth > depth ? at->depth : depth;
		if (is_words(at)) {
			i = join_words(m, s, t, i, parent);
			continue;
		}
		if (at->node)
			node_append(parent, at->node);
		i++;
	}
	return depth;
}

static void
settle(struct spans *p, size_t from)
{
	for (size_t i = from; i < p->waiting.n; i++)
		citegroup_bare(p->m, p->s, &p->out, p->waiting.at[i]);
	p->waiting.n = from;
}

static void
emit(struct spans *p, struct tok t)
{
	if (p->brackets.n) {
		struct bracket *b = &p->brackets.at[p->brackets.n - 1];
		b->depth = t.depth > b->depth ? t.depth : b->depth;
	}
	array_push(p->m->tmp, &p->out.t, t);
}

void
marker_deep(struct marker *m, struct pos pos)
{
	if (!m->deep)
		diag(m->d, LEVEL_ERROR, "MARK-08", pos,
		    "spans nest too deep: more than %d", MARK_DEPTH);
	m->deep = true;
}

static bool
too_deep(struct spans *p, struct bracket b)
{
	uint32_t at = p->out.t.at[b.open].from;

	if (b.depth >= MARK_DEPTH)
		marker_deep(p->m, slice_pos(p->s, at, at + 1));
	return b.depth >= MARK_DEPTH;
}

/* Tokens out[from..] give way to one. */
static void
replace(struct spans *p, size_t from, struct node *n, uint32_t to,
    unsigned depth)
{
	struct tok t = tok_of(n, p->out.t.at[from].from, to, depth);

	p->out.t.n = from;
	emit(p, t);
}

static struct node *
note_new(struct spans *p, struct pos pos)
{
	if (p->m->in_note) {
		diag(p->m->d, LEVEL_ERROR, "NOTE-05", pos,
		    "note within a note");
		return NULL;
	}
	return node_new(p->m->a, NODE_NOTE, TEXT(""), pos);
}

/* note <- "^[" words "]" */
static bool
inline_note(struct spans *p, struct bracket b, const struct tok *close)
{
	const struct tok *open = &p->out.t.at[b.open], *hat = open - 1;

	if (!b.open || hat->special != '^' || hat->to != open->from)
		return false;
	uint32_t to = close->to;
	struct node *note = note_new(p, slice_pos(p->s, hat->from, to));
	if (!note)
		return false;
	settle(p, b.waiting);
	struct node *para = node_add(p->m->a, note, NODE_PARA, TEXT(""),
	    slice_pos(p->s, open->to, close->from));
	unsigned depth = link_up(p->m, p->s, &p->out, b.open + 1, para);
	replace(p, b.open - 1, note, to, depth + 2);
	return true;
}

static void
call(struct spans *p, struct footnote *fn, struct node *note)
{
	struct marker *m = p->m;

	if (fn->called) {
		struct finding *f = diag(m->d, LEVEL_ERROR, "NOTE-04",
		    note->pos, "note called twice: %.*s", TEXT_ARG(fn->id));
		finding_remark(m->d, f, "note", fn->call, "the first call");
		finding_hint(m->d, f, "refer to it with @fn-%.*s",
		    TEXT_ARG(fn->id));
		return;
	}
	fn->called = true;
	fn->call = note->pos;
	note->label = attrs_label(m->a, m->o->scope,
	    text_join(m->a, TEXT("fn-"), fn->id));
	note->labelpos = fn->pos;
	m->in_note = true;
	mark_slice(m, fn->slice, note);
	m->in_note = false;
}

/* A note is called that nothing is written for; a near name is offered. */
static void
no_words(struct marker *m, struct text id, struct pos at)
{
	struct near near = near_to(id);
	struct finding *f = diag(m->d, LEVEL_ERROR, "NOTE-02", at,
	    "note without words: %.*s", TEXT_ARG(id));

	for (size_t i = 0; i < m->scan->notes.n; i++)
		near_offer(&near, m->scan->notes.at[i]->id);
	if (near.best.n)
		finding_hint(m->d, f, "did you mean [^%.*s]?",
		    TEXT_ARG(near.best));
	else
		finding_hint(m->d, f,
		    "write them on a line of their own: [^%.*s]: ...",
		    TEXT_ARG(id));
}

/* call <- "[^" id "]" */
static bool
note_call(struct spans *p, struct bracket b, const struct tok *close)
{
	const struct tok *open = &p->out.t.at[b.open], *hat = open + 1;

	if (hat == p->out.t.at + p->out.t.n || hat->special != '^'
	    || hat->from != open->to)
		return false;
	struct text id = slice_text(p->s, hat->to, close->from);
	if (!id.n || text_findc(id, 0, ' ') < id.n
	    || text_findc(id, 0, '\n') < id.n)
		return false;
	struct footnote *fn = map_at(&p->m->notes, id);
	struct pos pos = slice_pos(p->s, open->from, close->to);
	if (!fn) {
		struct text next = slice_text(p->s, close->to, p->s->text.n);
		bool colon = next.n > 4 && next.s[4] == ':'
		    && text_starts(next, TEXT("\U000f0000"));
		if (colon)
			diag(p->m->d, LEVEL_ERROR, "MARK-12", pos,
			    "note within another block: its words must begin "
			    "at the margin");
		else
			no_words(p->m, id, pos);
		return false;
	}
	struct node *note = note_new(p, pos);
	if (!note)
		return false;
	call(p, fn, note);
	replace(p, b.open, note->child ? note : NULL, close->to, 2);
	return true;
}

/* located <- "@key" blank "[" words "]" */
static bool
located(struct spans *p, struct bracket b, const struct tok *close)
{
	size_t at = citegroup_before(p->s, &p->out, b.open);

	if (at == SIZE_MAX || p->waiting.n > b.waiting || !b.waiting
	    || p->waiting.at[b.waiting - 1] != at)
		return false;
	struct node *n = citegroup_located(p->m, p->s, &p->out, at, b.open + 1);
	if (!n)
		return false;
	p->waiting.n = b.waiting - 1;
	replace(p, at, n, close->to, b.depth + 1);
	return true;
}

static bool
group(struct spans *p, struct bracket b, const struct tok *close)
{
	if (p->waiting.n == b.waiting)
		return false;
	struct node *n = citegroup_read(p->m, p->s, &p->out, b.open + 1);
	if (!n)
		return false;
	n->pos = slice_pos(p->s, p->out.t.at[b.open].from, close->to);
	p->waiting.n = b.waiting;
	replace(p, b.open, n, close->to, b.depth + 1);
	return true;
}

/* Where the brace that opened at `from` closes, or 0: not near, not at all. */
static size_t
brace_end(struct text t, size_t from)
{
	for (size_t i = from + 1; i < t.n && i < from + 2048; i++) {
		if (t.s[i] == '}')
			return i;
		if (t.s[i] == '{')
			break;
	}
	return 0;
}

/* Attributes that begin with the next token, right behind `end`: they are
 * read, and their tokens skipped. */
static bool
attributes(struct spans *p, uint32_t end, struct attrs *out)
{
	const struct tok *next = &p->in->t.at[p->i];

	if (p->i == p->in->t.n || next->special != '{' || next->from != end)
		return false;
	size_t stop = brace_end(buf_text(&p->s->text), end);
	if (!stop)
		return false;
	struct text t = slice_text(p->s, end, stop + 1);
	t = flow_words(p->m->a, p->s->flow, t);
	struct pos pos = slice_pos(p->s, end, stop + 1);
	if (!attrs_read(p->m->a, t, pos, out)) {
		if (attrs_meant(t))
			diag(p->m->d, LEVEL_ERROR, "MARK-06", pos,
			    "attributes that cannot be read: %.*s",
			    TEXT_ARG(t));
		return false;
	}
	while (p->i < p->in->t.n && p->in->t.at[p->i].from <= stop)
		p->i++;
	return true;
}

static enum node_kind
span_kind(struct text classes)
{
	if (text_is(classes, "smallcaps"))
		return NODE_SMALLCAPS;
	if (text_is(classes, "sup"))
		return NODE_SUP;
	return text_is(classes, "sub") ? NODE_SUB : NODE_SPAN;
}

/* span <- "[" words "]" attributes */
static bool
span(struct spans *p, struct bracket b, const struct tok *close)
{
	uint32_t from = p->out.t.at[b.open].from, to = close->to;
	struct attrs attrs;

	if (!attributes(p, to, &attrs))
		return false;
	settle(p, b.waiting);
	struct node *n = node_new(p->m->a, span_kind(attrs.classes), TEXT(""),
	    slice_pos(p->s, from, to));
	link_up(p->m, p->s, &p->out, b.open + 1, n);
	attrs_give(p->m->a, n, &attrs, p->m->o->scope);
	if (n->kind != NODE_SPAN)
		n->classes = TEXT("");
	replace(p, b.open, n, to, b.depth + 1);
	return true;
}

static void
close_bracket(struct spans *p, const struct tok *close)
{
	if (p->brackets.n) {
		struct bracket b = p->brackets.at[--p->brackets.n];
		if (!too_deep(p, b)
		    && (inline_note(p, b, close) || note_call(p, b, close)
			|| located(p, b, close) || group(p, b, close)
			|| span(p, b, close)))
			return;
		settle(p, b.waiting);
		struct tok words = *close;
		words.depth = b.depth; /* for the bracket around this one */
		emit(p, words);
		return;
	}
	emit(p, *close);
}

/* Prose within a sentence: the spans of its one paragraph. */
static void
inline_piece(struct spans *p, const struct tok *t)
{
	struct marker *m = p->m;
	const struct piece *piece = t->piece;
	struct node *tree = NULL;

	if (piece->kind == PIECE_BLOCKS) {
		diag(m->d, LEVEL_ERROR, "MARK-09", piece->pos,
		    "included file within a sentence: it must stand alone");
		return;
	}
	if (piece->kind == PIECE_VALUE) {
		struct finding *f = diag(m->d, LEVEL_ERROR, "MARK-05",
		    piece->pos, "value of several lines within a sentence");
		finding_hint(m->d, f, "use | oneline");
		finding_remark(m->d, f, "value", piece->fact, "written here");
	}
	tree = mark_piece(m, piece, true);
	for (struct node *n = tree->child ? tree->child->child : NULL; n;) {
		struct node *next = n->next;
		n->next = NULL;
		struct tok part = tok_of(n, t->from, t->to, 1);
		part.fixed = true;
		emit(p, part);
		n = next;
	}
}

static bool
takes_attributes(const struct tok *t)
{
	return t->node
	    && (t->node->kind == NODE_IMAGE || t->node->kind == NODE_LINK
		|| t->node->kind == NODE_CODE_SPAN);
}

static void
step(struct spans *p, const struct tok *t)
{
	struct bracket b = {p->out.t.n, p->waiting.n, 0};
	struct attrs attrs;

	if (t->special == ']') {
		close_bracket(p, t);
		return;
	}
	if (t->special == '$') {
		inline_piece(p, t);
		return;
	}
	if (t->special == '[')
		array_push(p->m->tmp, &p->brackets, b);
	else if (t->special == '@')
		array_push(p->m->tmp, &p->waiting, p->out.t.n);
	else if (takes_attributes(t) && attributes(p, t->to, &attrs))
		attrs_give(p->m->a, t->node, &attrs, p->m->o->scope);
	emit(p, *t);
}

unsigned
spans_add(struct marker *m, const struct slice *s, const struct toks *in,
    struct node *parent)
{
	struct spans p = {.m = m, .s = s, .in = in};

	while (p.i < in->t.n) {
		const struct tok *t = &in->t.at[p.i++];
		step(&p, t);
	}
	settle(&p, 0);
	return link_up(m, s, &p.out, 0, parent);
}
