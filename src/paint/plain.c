/*
 * plain.c - the report as text in 72 columns
 *
 * Of the document, not of its pages: a changed word changes its own paragraph
 * and no line elsewhere, so that two drafts can be compared with diff.  The
 * contents and page numbers are left out for the same reason.  A note stands
 * after the paragraph that calls it.
 */
#include "paint/plain.h"

#include "base/uni.h"
#include "paint/device.h"

/* Deeper trees than this do not come from people. */
enum { DEPTH = 200, STEP = 4, NUMBER = 6 };

static void blocks(struct plain *p, const struct node *first);

size_t
plain_width(struct text t)
{
	size_t n = 0;

	for (size_t i = 0; i < t.n;) {
		uint32_t cp = text_next(t, &i);
		n += cp < 0x300 || uni_class(cp) != UNI_MARK;
	}
	return n;
}

static void
wrap_line(struct arena *a, struct words *w, struct text t, size_t width)
{
	struct text word;
	const char *begin = NULL, *end = NULL;
	size_t used = 0;

	while (text_split(&t, ' ', &word)) {
		size_t n = plain_width(word);
		if (!word.n)
			continue;
		if (begin && used + 1 + n > width) {
			array_push(a, &w->line,
			    ((struct text){begin, (size_t)(end - begin)}));
			begin = NULL;
		}
		used = begin ? used + 1 + n : n;
		begin = begin ? begin : word.s;
		end = word.s + word.n;
	}
	array_push(a, &w->line,
	    ((struct text){begin ? begin : "", (size_t)(end - begin)}));
}

struct words
plain_wrap(struct arena *a, struct text t, size_t width)
{
	struct words w = {0};
	struct text line;

	while (text_split(&t, '\n', &line))
		wrap_line(a, &w, line, width);
	return w;
}

/* False, and said once, when the tree is deeper than we follow it. */
static bool
enter(struct plain *p, const struct node *n)
{
	if (p->depth < DEPTH) {
		p->depth++;
		return true;
	}
	if (!p->too_deep)
		diag(p->d, LEVEL_ERROR, "OUT-08", n->pos,
		    "nested too deeply to be printed");
	p->too_deep = true;
	return false;
}

/* Blanks are single, so that wrapping can point into the words. */
static void
add_blank(struct buf *b, char blank)
{
	if (b->n && b->at[b->n - 1] == ' ')
		b->n--;
	if (b->n && b->at[b->n - 1] != '\n')
		buf_addc(b, blank);
}

static void
add_words(struct buf *b, struct text t)
{
	for (size_t i = 0; i < t.n; i++) {
		if (t.s[i] == ' ' || t.s[i] == '\n' || t.s[i] == '\t')
			add_blank(b, ' ');
		else
			buf_addc(b, t.s[i]);
	}
}

static void
spans(struct plain *p, const struct node *n, struct buf *b)
{
	if (n->kind == NODE_NOTE) {
		array_push(p->a, &p->notes, n);
		buf_fmt(b, "[%.*s]", TEXT_ARG(n->number));
		return;
	}
	if (n->kind == NODE_SPACE)
		add_blank(b, ' ');
	else if (n->kind == NODE_NEWLINE)
		add_blank(b, '\n');
	else if (n->kind == NODE_TEXT || n->kind == NODE_CODE_SPAN)
		add_words(b, n->text);
	else if (n->kind == NODE_MISSING)
		buf_fmt(b, "[MISSING %.*s]", TEXT_ARG(n->text));
	else if (n->number.n && node_is_block(n))
		buf_fmt(b, "%.*s ", TEXT_ARG(n->number));
	if (!enter(p, n))
		return;
	for (const struct node *c = n->child; c; c = c->next) {
		if (node_is_block(c))
			add_blank(b, '\n');
		spans(p, c, b);
	}
	p->depth--;
}

static struct text
words_below(struct plain *p, const struct node *n)
{
	struct buf b = {.a = p->a};

	for (const struct node *c = n->child; c; c = c->next) {
		if (node_is_block(c))
			add_blank(&b, '\n');
		spans(p, c, &b);
	}
	return text_trim(buf_text(&b));
}

struct text
plain_words(struct plain *p, const struct node *n)
{
	return words_below(p, n);
}

static void
blanks(struct plain *p, size_t n)
{
	while (n--)
		buf_addc(&p->out, ' ');
}

void
plain_line(struct plain *p, struct text t)
{
	size_t used = 0;

	if (p->gap && p->out.n)
		buf_addc(&p->out, '\n');
	p->gap = false;
	if (p->marker.n) {
		blanks(p, p->marker_at);
		buf_add(&p->out, p->marker);
		used = p->marker_at + plain_width(p->marker);
		if (t.n && used >= p->indent)
			blanks(p, 1);
		p->marker = TEXT("");
	}
	if (t.n && p->indent > used)
		blanks(p, p->indent - used);
	buf_add(&p->out, t);
	buf_addc(&p->out, '\n');
}

static void
paragraph(struct plain *p, struct text t)
{
	size_t room =
	    PLAIN_COLUMNS > p->indent + 20 ? PLAIN_COLUMNS - p->indent : 20;
	struct words w = plain_wrap(p->a, t, room);

	for (size_t i = 0; i < w.line.n; i++)
		plain_line(p, w.line.at[i]);
}

/* A number or bullet for the next line; one that still waits (a list that
 * begins an item) gets a line of its own. */
static void
set_marker(struct plain *p, struct text marker)
{
	if (p->marker.n && marker.n)
		plain_line(p, TEXT(""));
	p->marker = marker;
	p->marker_at = p->indent;
}

/* "12" is "12."; "(a)" stands as it is. */
static struct text
with_stop(struct plain *p, struct text number)
{
	size_t last = number.n ? number.n - 1 : 0;
	bool alone = number.n && (uint8_t)number.s[last] >= '0'
	    && number.s[last] != ')' && number.s[last] != '.';

	return alone ? text_join(p->a, number, TEXT(".")) : number;
}

/* The children of n, further in, behind a marker. */
static void
hang(struct plain *p, const struct node *n, struct text marker, size_t step)
{
	size_t indent = p->indent;

	set_marker(p, marker);
	p->indent += step;
	blocks(p, n->child);
	if (p->marker.n)
		plain_line(p, TEXT(""));
	p->indent = indent;
}

/* A note may call further notes: the list grows while it is printed. */
static void
print_notes(struct plain *p)
{
	size_t indent = p->indent;

	for (size_t i = 0; i < p->notes.n; i++) {
		const struct node *n = p->notes.at[i];
		struct text marker =
		    text_fmt(p->a, "[%.*s]", TEXT_ARG(n->number));
		p->gap = p->gap || i == 0;
		set_marker(p, marker);
		p->indent = indent + NUMBER;
		for (const struct node *c = n->child; c; c = c->next)
			paragraph(p,
			    node_is_block(c) ? words_below(p, c)
					     : words_below(p, n));
		p->indent = indent;
	}
	p->notes.n = 0;
	p->gap = true;
}

static void
heading(struct plain *p, const struct node *n)
{
	struct text t = words_below(p, n);
	char line = n->level == 1 ? '=' : n->level == 2 ? '-' : 0;
	struct buf b = {.a = p->a};

	if (n->number.n)
		t = text_fmt(p->a, "%.*s  %.*s",
		    TEXT_ARG(with_stop(p, n->number)), TEXT_ARG(t));
	paragraph(p, t);
	for (size_t i = 0; line && i < plain_width(t) && i < PLAIN_COLUMNS; i++)
		buf_addc(&b, line);
	if (b.n)
		plain_line(p, buf_text(&b));
}

static void
numbered(struct plain *p, const struct node *n)
{
	size_t indent = p->indent;
	bool hangs = n->number.n || node_has_class(n, "cont");

	if (n->number.n)
		set_marker(p, with_stop(p, n->number));
	if (hangs)
		p->indent += NUMBER;
	paragraph(p, words_below(p, n));
	p->indent = indent;
}

/* A list behind a numbered paragraph belongs to it and stands in its column. */
static void
list(struct plain *p, const struct node *n, bool follows)
{
	bool tight = n->flags & NODE_TIGHT;
	size_t indent = p->indent;

	if (follows)
		p->indent += NUMBER;

	for (const struct node *item = n->child; item; item = item->next) {
		p->gap = p->gap || (!tight && item != n->child);
		hang(p, item,
		    item->number.n ? with_stop(p, item->number) : TEXT("-"),
		    STEP);
		if (tight)
			p->gap = false;
	}
	p->indent = indent;
}

static void
caption(struct plain *p, const struct node *n)
{
	for (const struct node *c = n->child; c; c = c->next) {
		if (c->kind != NODE_CAPTION)
			continue;
		struct text number = with_stop(p, n->number);
		paragraph(p,
		    text_fmt(p->a, "%.*s%s%.*s", TEXT_ARG(number),
			number.n ? " " : "", TEXT_ARG(words_below(p, c))));
		p->gap = true;
	}
}

static void
figure(struct plain *p, const struct node *n)
{
	for (const struct node *c = n->child; c; c = c->next)
		if (c->kind == NODE_IMAGE)
			paragraph(p,
			    text_fmt(p->a, "[picture: %.*s]",
				TEXT_ARG(words_below(p, c))));
	caption(p, n);
}

static void
code(struct plain *p, const struct node *n)
{
	struct text rest = text_trim(n->text), line;

	p->indent += STEP;
	while (text_split(&rest, '\n', &line))
		plain_line(p, line);
	p->indent -= STEP;
}

/* One block, behind `before` or NULL; false if it is a span. */
static bool
block(struct plain *p, const struct node *n, const struct node *before)
{
	switch ((int)n->kind) {
	case NODE_HEADING:
		heading(p, n);
		return true;
	case NODE_PARA:
	case NODE_TERM:
	case NODE_CAPTION:
		numbered(p, n);
		return true;
	case NODE_BIBENTRY:
		paragraph(p,
		    n->number.n ? text_fmt(p->a, "%.*s %.*s",
			TEXT_ARG(n->number), TEXT_ARG(words_below(p, n)))
				: words_below(p, n));
		return true;
	case NODE_QUOTE:
	case NODE_DETAIL:
		hang(p, n, TEXT(""), STEP);
		return true;
	case NODE_LIST:
		list(p, n,
		    before && before->kind == NODE_PARA
			&& (before->number.n
			    || node_has_class(before, "cont")));
		return true;
	case NODE_TABLE:
		caption(p, n);
		plain_table(p, n);
		return true;
	case NODE_FIGURE:
		figure(p, n);
		return true;
	case NODE_CODE:
		code(p, n);
		return true;
	case NODE_RULE:
		plain_line(p, TEXT("* * *"));
		return true;
	case NODE_CONTENTS:
	case NODE_BREAK_PAGE:
		return true;
	case NODE_DIV:
	case NODE_DEFS:
	case NODE_REFS:
	case NODE_ITEM:
		blocks(p, n->child);
		return true;
	default:
		return false;
	}
}

static void
blocks(struct plain *p, const struct node *first)
{
	if (!first || !enter(p, first))
		return;
	const struct node *before = NULL;
	for (const struct node *n = first; n; before = n, n = n->next) {
		bool waits = p->marker.n;
		p->gap = p->gap || (!waits && n != first);
		if (!block(p, n, before)) {
			struct buf b = {.a = p->a};
			for (; n->next && !node_is_block(n->next); n = n->next)
				spans(p, n, &b);
			spans(p, n, &b);
			paragraph(p, text_trim(buf_text(&b)));
		}
		if (p->notes.n)
			print_notes(p);
	}
	p->depth--;
}

static void
draft(struct plain *p, const struct verdict *v)
{
	if (!v->draft)
		return;
	plain_line(p, v->overlay.n ? v->overlay : TEXT("DRAFT"));
	if (v->legend.n)
		plain_line(p, v->legend);
	p->gap = true;
}

struct text
device_plain(struct arena *a, const struct pages *pages, const struct doc *doc,
    const struct verdict *v, struct diag *d)
{
	struct plain p = {.a = a, .d = d, .out = {.a = a}};

	(void)pages;
	draft(&p, v);
	blocks(&p, doc->root ? doc->root->child : NULL);
	return p.too_deep ? (struct text){0} : buf_text(&p.out);
}
