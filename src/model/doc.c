#include "model/doc.h"
#include "base/map.h"

static const char *const names[NODE_KINDS] = {"doc", "heading", "para", "quote",
    "list", "item", "table", "caption", "row", "cell", "figure", "defs", "term",
    "detail", "code", "div", "rule", "break-page", "contents", "refs",
    "bibentry", "text", "space", "newline", "emph", "strong", "smallcaps",
    "sup", "sub", "code-span", "quoted", "span", "link", "image", "note",
    "cite", "xref", "missing"};

const char *
node_kind_name(enum node_kind kind)
{
	return names[kind];
}

struct node *
node_new(struct arena *a, enum node_kind kind, struct text text, struct pos pos)
{
	struct node *n = arena_make(a, struct node);

	n->kind = kind;
	n->text = text;
	n->pos = pos;
	return n;
}

void
node_append(struct node *parent, struct node *child)
{
	if (parent->last)
		parent->last->next = child;
	else
		parent->child = child;
	parent->last = child;
}

struct node *
node_add(struct arena *a, struct node *parent, enum node_kind kind,
    struct text text, struct pos pos)
{
	struct node *n = node_new(a, kind, text, pos);

	node_append(parent, n);
	return n;
}

struct node *
node_copy(struct arena *a, const struct node *n)
{
	struct node *c = arena_make(a, struct node);

	*c = *n;
	c->child = c->next = c->last = NULL;
	return c;
}

bool
node_is_block(const struct node *n)
{
	return n->kind < NODE_TEXT;
}

bool
node_has_class(const struct node *n, const char *name)
{
	struct text rest = n->classes, word;

	while (text_split(&rest, ' ', &word))
		if (text_is(word, name))
			return true;
	return false;
}

struct text
node_attr(const struct node *n, const char *name)
{
	for (const struct attr *at = n->attrs; at; at = at->next)
		if (text_is(at->name, name))
			return at->value;
	return TEXT("");
}

static void
words(struct buf *b, const struct node *n)
{
	if (n->kind == NODE_NOTE)
		return;
	if (n->kind == NODE_SPACE || n->kind == NODE_NEWLINE)
		buf_addc(b, ' ');
	else if (n->kind == NODE_TEXT || n->kind == NODE_CODE_SPAN
	    || n->kind == NODE_CODE)
		buf_add(b, n->text);
	else if (n->kind == NODE_MISSING)
		buf_fmt(b, "[MISSING %.*s]", TEXT_ARG(n->text));
	for (const struct node *c = n->child; c; c = c->next) {
		if (node_is_block(c) && b->n && b->at[b->n - 1] != ' ')
			buf_addc(b, ' ');
		words(b, c);
	}
}

struct text
node_words(struct arena *a, const struct node *n)
{
	struct buf b = {.a = a};

	words(&b, n);
	return text_trim(buf_text(&b));
}

static void
quoted(FILE *f, struct text t)
{
	fputs(" \"", f);
	for (size_t i = 0; i < t.n; i++) {
		if (t.s[i] == '\n')
			fputs("\\n", f);
		else
			fputc(t.s[i], f);
	}
	fputc('"', f);
}

struct dumper {
	FILE *f;
	struct line_cursor cursor;
};

static void
place(struct dumper *to, const char *sign, struct pos at)
{
	unsigned line, col;

	at = pos_file(at);
	if (!at.src)
		return;
	cursor_linecol(&to->cursor, at, &line, &col);
	fprintf(to->f, " %s%.*s:%u:%u", sign, TEXT_ARG(at.src->name), line,
	    col);
}

static void
dump_words(const struct node *list, FILE *f)
{
	struct arena *a = arena_new();
	struct node whole = {.kind = NODE_SPAN};

	for (; list; list = list->next) {
		whole.child = node_copy(a, list);
		whole.child->child = list->child;
		struct text t = node_words(a, &whole);
		fprintf(f, "{%.*s}", TEXT_ARG(t));
	}
	arena_free(a);
}

static void
dump_cites(const struct cite_item *it, FILE *f)
{
	for (; it; it = it->next) {
		fputc(' ', f);
		dump_words(it->prefix, f);
		fprintf(f, "%s%.*s", it->suppress_author ? "-@" : "@",
		    TEXT_ARG(it->key));
		dump_words(it->suffix, f);
	}
}

/* " cols=l2,c1,-": alignment and relative width of each. */
static void
dump_cols(const struct node *n, FILE *f)
{
	for (size_t i = 0; n->cols && i < n->ncols; i++) {
		fprintf(f, "%s%c", i ? "," : " cols=",
		    n->cols[i].align ? n->cols[i].align : '-');
		if (n->cols[i].width)
			fprintf(f, "%u", n->cols[i].width);
	}
}

static void
dump(const struct node *n, unsigned depth, struct dumper *to)
{
	FILE *f = to->f;

	fprintf(f, "%*s%s", (int)(2 * depth), "", names[n->kind]);
	if (n->level)
		fprintf(f, " %d", n->level);
	if (n->flags)
		fprintf(f, " flags=%u", n->flags);
	if (n->number.n)
		fprintf(f, " [%.*s]", TEXT_ARG(n->number));
	if (n->label.n)
		fprintf(f, " #%.*s", TEXT_ARG(n->label));
	if (n->classes.n)
		fprintf(f, " .%.*s", TEXT_ARG(n->classes));
	for (const struct attr *at = n->attrs; at; at = at->next)
		fprintf(f, " %.*s=%.*s", TEXT_ARG(at->name),
		    TEXT_ARG(at->value));
	dump_cols(n, f);
	dump_cites(n->cites, f);
	if (n->text.n)
		quoted(f, n->text);
	if (!(n->kind == NODE_SPACE || n->kind == NODE_DOC))
		place(to, "@", n->pos);
	place(to, "<- ", n->fact);
	fputc('\n', f);
	for (const struct node *c = n->child; c; c = c->next)
		dump(c, depth + 1, to);
}

void
doc_dump(const struct doc *doc, FILE *f)
{
	struct dumper to = {.f = f};

	if (doc)
		dump(doc->root, 0, &to);
}
