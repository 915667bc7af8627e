#include "model/wording.h"

enum { WORDING_DEPTH = 1000 };

struct maker {
	struct arena *a;
	struct wordings *out;
	struct wording *p; /* being filled */
	struct buf words;
	const struct node *notes[64]; /* of it: wordings that follow */
	size_t nnotes;
	bool verbatim;
	bool in_note;
};

static void
add(struct maker *m, const struct node *n, struct text t, bool opaque, bool em)
{
	struct wording_part part = {.off = (uint32_t)m->words.n,
	    .len = (uint32_t)t.n,
	    .node = n,
	    .opaque = opaque,
	    .emphasis = em};

	if (!t.n)
		return;
	array_push(m->a, &m->p->parts, part);
	buf_add(&m->words, t);
}

/* What takes no room in the line; nor does the blank before it. */
static void
leave_out(struct maker *m)
{
	while (m->words.n && m->words.at[m->words.n - 1] == ' ') {
		struct wording_part *last = &m->p->parts.at[m->p->parts.n - 1];
		m->words.n--;
		if (--last->len == 0)
			m->p->parts.n--;
	}
	array_push(m->a, &m->p->marks, (uint32_t)m->words.n);
}

static void spans(struct maker *m, const struct node *n, bool em, unsigned d);

static void
reference(struct maker *m, const struct node *n)
{
	if (n->kind == NODE_XREF && n->child)
		spans(m, n->child, false, 0);
	else if (n->kind == NODE_XREF)
		add(m, n, text_fmt(m->a, "@%.*s", TEXT_ARG(n->text)), true,
		    false);
	else if (n->flags & NODE_NARRATIVE && n->cites)
		add(m, n, text_fmt(m->a, "@%.*s", TEXT_ARG(n->cites->key)),
		    true, false);
	else if (n->child || m->in_note)
		add(m, n, TEXT("\ufffc"), true, false);
	else
		leave_out(m);
}

static void
note(struct maker *m, const struct node *n)
{
	leave_out(m);
	if (m->nnotes < sizeof(m->notes) / sizeof(m->notes[0]))
		m->notes[m->nnotes++] = n;
}

static void
span(struct maker *m, const struct node *n, bool em, unsigned depth)
{
	if (n->kind == NODE_TEXT)
		add(m, n, n->text, false, em);
	else if (n->kind == NODE_SPACE)
		add(m, n, TEXT(" "), false, em);
	else if (n->kind == NODE_NEWLINE)
		add(m, n, TEXT("\n"), false, em);
	else if (n->kind == NODE_CODE_SPAN)
		add(m, n, n->text, true, em);
	else if (n->kind == NODE_MISSING)
		add(m, n, text_fmt(m->a, "[MISSING %.*s]", TEXT_ARG(n->text)),
		    true, em);
	else if (n->kind == NODE_IMAGE)
		add(m, n, TEXT("\ufffc"), true, em);
	else if (n->kind == NODE_XREF || n->kind == NODE_CITE)
		reference(m, n);
	else if (n->kind == NODE_NOTE)
		note(m, n);
	else
		spans(m, n->child, em || n->kind == NODE_EMPH, depth + 1);
}

static void
spans(struct maker *m, const struct node *n, bool em, unsigned depth)
{
	for (; n && depth < WORDING_DEPTH; n = n->next)
		span(m, n, em, depth);
}

static void blocks(struct maker *m, const struct node *n,
    const struct node *above, unsigned depth);

static void
wording(struct maker *m, const struct node *block, const struct node *above,
    unsigned depth)
{
	struct wording p = {.block = block,
	    .above = above,
	    .verbatim = m->verbatim};
	const struct node *notes[sizeof(m->notes) / sizeof(m->notes[0])];
	size_t n;

	m->p = &p;
	m->words = (struct buf){.a = m->a};
	m->nnotes = 0;
	spans(m, block->child, false, depth);
	p.text = buf_text(&m->words);
	if (p.text.n)
		array_push(m->a, &m->out->at, p);
	n = m->nnotes;
	if (n)
		memcpy(notes, m->notes, n * sizeof(notes[0]));
	for (size_t i = 0; i < n; i++) {
		m->in_note = true;
		blocks(m, notes[i]->child, notes[i], depth + 1);
		m->in_note = false;
	}
}

static void
blocks(struct maker *m, const struct node *n, const struct node *above,
    unsigned depth)
{
	for (; n && depth < WORDING_DEPTH; n = n->next) {
		bool outer = m->verbatim;
		if (n->kind == NODE_PARA || n->kind == NODE_HEADING
		    || n->kind == NODE_CAPTION || n->kind == NODE_TERM) {
			wording(m, n, above, depth);
			continue;
		}
		if (n->kind == NODE_REFS || n->kind == NODE_CODE)
			continue;
		m->verbatim |= node_has_class(n, "truth");
		blocks(m, n->child, n, depth + 1);
		m->verbatim = outer;
	}
}

struct wordings
wordings_of(struct arena *a, const struct node *root)
{
	struct wordings out = {{0}};
	struct maker m = {.a = a, .out = &out};

	if (root)
		blocks(&m, root->child, root, 0);
	return out;
}

struct wording
wording_of_words(struct arena *a, struct text t, struct pos pos)
{
	struct wording p = {.text = t};
	struct wording_part part = {.len = (uint32_t)t.n,
	    .node = node_new(a, NODE_TEXT, t, pos)};

	p.block = node_new(a, NODE_PARA, TEXT(""), pos);
	array_push(a, &p.parts, part);
	return p;
}

const struct wording_part *
wording_part(const struct wording *p, size_t off)
{
	size_t low = 0, high = p->parts.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct wording_part *part = &p->parts.at[mid];
		if (off >= part->off + part->len)
			low = mid + 1;
		else
			high = mid;
	}
	return low < p->parts.n ? &p->parts.at[low] : NULL;
}

bool
wording_marked(const struct wording *p, size_t from, size_t to)
{
	for (size_t i = 0; i < p->marks.n; i++)
		if (p->marks.at[i] > from && p->marks.at[i] <= to)
			return true;
	return false;
}

/* Past the tag or comment that begins at i, or i. */
static size_t
past_tag(struct text src, size_t i)
{
	char c = i + 1 < src.n ? src.s[i + 1] : 0;
	const char *close = c == '%' ? "%}" : c == '#' ? "#}" : "}}";

	if (src.s[i] != '{' || (c != '%' && c != '#' && c != '{'))
		return i;
	size_t end = text_find(src, i, text_of(close));
	return end < src.n ? end + 2 : src.n;
}

/* Past what was typed for a quotation mark, a dash or an ellipsis, or i. */
static size_t
past_typed(struct text src, size_t i)
{
	size_t n = 1;

	if (!strchr("\"'-.", src.s[i]))
		return i;
	while (i + n < src.n && n < 3 && src.s[i] != '"' && src.s[i] != '\''
	    && src.s[i + n] == src.s[i])
		n++;
	return i + n;
}

/* Where in the source the byte `to` of the printed words was typed.  Tags
 * between them print nothing, typed marks are shorter than printed ones, an
 * escape is longer.  What cannot be followed stays where it was lost. */
static size_t
typed_at(struct text src, struct text words, size_t to)
{
	size_t i = 0, k = 0;

	while (k < to && i < src.n) {
		size_t next = past_tag(src, i), end = k;
		if (next > i) {
			i = next;
		} else if (src.s[i] == words.s[k]) {
			i++;
			k++;
		} else if ((words.s[k] & 0x80)
		    && (next = past_typed(src, i)) > i) {
			text_next(words, &end);
			i = next;
			k = end;
		} else if (strchr("\\ \n\t", src.s[i])) {
			i++;
		} else {
			break;
		}
	}
	while (i < src.n && past_tag(src, i) > i)
		i = past_tag(src, i);
	return i;
}

static struct pos
within(const struct node *n, size_t from, struct text words)
{
	struct pos at = n->pos;
	struct text src =
	    at.src ? text_sub(at.src->body, at.off, at.src->body.n) : n->text;

	if (at.len == n->text.n)
		return pos_sub(at, from, words.n);
	size_t typed = typed_at(src, n->text, from);
	if (text_starts(text_sub(src, typed, src.n), words))
		return pos_sub(at, typed, words.n);
	size_t found = text_find(src, typed, words);
	return found < src.n && found - typed < 1000
	    ? pos_sub(at, found, words.n)
	    : at;
}

struct pos
wording_pos(const struct wording *p, size_t from, size_t to)
{
	const struct wording_part *part = wording_part(p, from);

	if (!part && p->parts.n)
		part = &p->parts.at[p->parts.n - 1];
	if (!part)
		return p->block->pos;
	const struct node *n = part->node;
	if (n->kind != NODE_TEXT || n->fact.src || part->opaque)
		return n->pos.src ? n->pos : p->block->pos;
	size_t end = part->off + part->len;
	size_t last = to < end ? to : end;
	if (from >= last)
		return n->pos;
	return within(n, from - part->off, text_sub(p->text, from, last));
}
