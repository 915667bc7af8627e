#include "cli/cited.h"

#include "base/quote.h"
#include "cli/html.h"

enum { CITED_DEPTH = 400 };

struct list {
	ARRAY(const struct node *) at;
};

struct printer {
	struct arena *a;
	const struct cited *c;
	struct list citations, works;
	struct buf b;
};

static void
collect(struct printer *p, const struct node *n, unsigned depth)
{
	enum node_kind unit = p->c->note ? NODE_NOTE : NODE_CITE;

	for (const struct node *k = n->child; k && depth < CITED_DEPTH;
	     k = k->next) {
		if (k->kind == NODE_BIBENTRY)
			array_push(p->a, &p->works.at, k);
		else if (k->kind != unit)
			collect(p, k, depth + 1);
		else if (!p->c->works_only)
			array_push(p->a, &p->citations.at, k);
	}
}

/* A note's words too, which node_words leaves out of a sentence; an entry's
 * with the number that hangs beside it. */
static struct text
words_of(struct arena *a, const struct node *n)
{
	struct node whole = {.kind = NODE_DIV, .child = n->child};

	if (n->kind == NODE_BIBENTRY && n->number.n)
		return text_fmt(a, "%.*s %.*s", TEXT_ARG(n->number),
		    TEXT_ARG(node_words(a, &whole)));
	return node_words(a, &whole);
}

static void
add_inner(struct buf *b, const struct node *n)
{
	bool beside = n->kind == NODE_BIBENTRY && n->number.n;

	if (beside) {
		buf_add(b, TEXT("<div class=\"csl-left-margin\">"));
		quote_html(b, n->number);
		buf_add(b, TEXT("</div><div class=\"csl-right-inline\">"));
	}
	html_add(b, n);
	if (beside)
		buf_add(b, TEXT("</div>"));
}

static struct text
html_of(struct arena *a, const struct node *n)
{
	struct buf b = {.a = a};

	add_inner(&b, n);
	return buf_text(&b);
}

/* The label of an entry is "ref." and the work's id. */
static struct text
id_of(const struct node *entry)
{
	return text_sub(entry->label, 4, entry->label.n);
}

/* --- text and HTML --- */

static void
add_text(struct printer *p)
{
	for (size_t i = 0; i < p->citations.at.n; i++) {
		const struct node *n = p->citations.at.at[i];
		if (n->kind == NODE_NOTE)
			buf_fmt(&p->b, "[%.*s] ", TEXT_ARG(n->number));
		buf_fmt(&p->b, "%.*s\n", TEXT_ARG(words_of(p->a, n)));
	}
	if (p->citations.at.n && p->works.at.n)
		buf_addc(&p->b, '\n');
	for (size_t i = 0; i < p->works.at.n; i++)
		buf_fmt(&p->b, "%.*s\n",
		    TEXT_ARG(words_of(p->a, p->works.at.at[i])));
}

static void
add_element(struct printer *p, const char *open, const struct node *n,
    const char *close)
{
	buf_add(&p->b, text_of(open));
	if (n->label.n) {
		buf_add(&p->b, TEXT(" id=\""));
		quote_html(&p->b, n->label);
		buf_addc(&p->b, '"');
	}
	buf_addc(&p->b, '>');
	add_inner(&p->b, n);
	buf_fmt(&p->b, "%s\n", close);
}

static void
add_html(struct printer *p)
{
	const char *list = p->c->note ? "ol" : "ul";

	if (p->citations.at.n)
		buf_fmt(&p->b, "<%s class=\"citations\">\n", list);
	for (size_t i = 0; i < p->citations.at.n; i++)
		add_element(p, "  <li", p->citations.at.at[i], "</li>");
	if (p->citations.at.n)
		buf_fmt(&p->b, "</%s>\n", list);
	if (p->works.at.n)
		buf_add(&p->b, TEXT("<div class=\"csl-bib-body\">\n"));
	for (size_t i = 0; i < p->works.at.n; i++)
		add_element(p, "  <div class=\"csl-entry\"", p->works.at.at[i],
		    "</div>");
	if (p->works.at.n)
		buf_add(&p->b, TEXT("</div>\n"));
}

/* --- JSON --- */

/* Where a citation was written: from its first byte to its last. */
struct span {
	const struct source *src;
	size_t from, to;
};

static void
widen(struct span *s, struct pos at)
{
	at = pos_file(at);
	if (!at.src || (s->src && s->src != at.src))
		return;
	if (!s->src || at.off < s->from)
		s->from = at.off;
	if (!s->src || at.off + at.len > s->to)
		s->to = at.off + at.len;
	s->src = at.src;
}

static void
add_key(struct printer *p, struct text key)
{
	if (p->b.at[p->b.n - 1] != '[')
		buf_add(&p->b, TEXT(", "));
	quote_json(&p->b, key);
}

static void
add_keys(struct printer *p, const struct node *n, struct span *s,
    unsigned depth)
{
	widen(s, n->pos);
	for (const struct cite_item *it = n->cites; it; it = it->next) {
		widen(s, it->pos);
		widen(s, it->suffixpos);
		add_key(p, it->key);
	}
	for (const struct node *k = n->child; k && depth < CITED_DEPTH;
	     k = k->next)
		add_keys(p, k, s, depth + 1);
}

static void
add_warnings(struct printer *p, const struct span *s)
{
	const char *sep = "";

	for (size_t i = 0; s->src && i < p->c->d->found.n; i++) {
		const struct finding *f = p->c->d->found.at[i];
		struct pos at = pos_file(f->at);
		if (at.src != s->src || at.off < s->from || at.off >= s->to)
			continue;
		buf_fmt(&p->b, "%s{\"code\": \"%s\", \"message\": ", sep,
		    f->code);
		quote_json(&p->b, f->text);
		buf_addc(&p->b, '}');
		sep = ", ";
	}
}

static void
add_words(struct printer *p, const struct node *n)
{
	buf_add(&p->b, TEXT("\"text\": "));
	quote_json(&p->b, words_of(p->a, n));
	buf_add(&p->b, TEXT(", \"html\": "));
	quote_json(&p->b, html_of(p->a, n));
}

static void
add_citation(struct printer *p, const struct node *n, size_t i)
{
	struct span s = {0};

	if (n->kind == NODE_NOTE)
		buf_fmt(&p->b, "    {\"n\": %.*s, ", TEXT_ARG(n->number));
	else
		buf_fmt(&p->b, "    {\"n\": %zu, ", i + 1);
	add_words(p, n);
	buf_add(&p->b, TEXT(", \"keys\": ["));
	add_keys(p, n, &s, 0);
	buf_add(&p->b, TEXT("], \"warnings\": ["));
	add_warnings(p, &s);
	buf_fmt(&p->b, "]}%s\n", i + 1 < p->citations.at.n ? "," : "");
}

static void
add_json(struct printer *p)
{
	buf_add(&p->b, TEXT("{\n  \"citations\": [\n"));
	for (size_t i = 0; i < p->citations.at.n; i++)
		add_citation(p, p->citations.at.at[i], i);
	buf_add(&p->b, TEXT("  ],\n  \"bibliography\": [\n"));
	for (size_t i = 0; i < p->works.at.n; i++) {
		buf_add(&p->b, TEXT("    {\"id\": "));
		quote_json(&p->b, id_of(p->works.at.at[i]));
		buf_add(&p->b, TEXT(", "));
		add_words(p, p->works.at.at[i]);
		buf_fmt(&p->b, "}%s\n", i + 1 < p->works.at.n ? "," : "");
	}
	buf_add(&p->b, TEXT("  ]\n}\n"));
}

size_t
cited_print(const struct cited *c, FILE *out)
{
	struct arena *a = arena_new();
	struct printer p = {.a = a, .c = c, .b = {.a = a}};

	collect(&p, c->doc->root, 0);
	if (c->format == CITED_TEXT)
		add_text(&p);
	else if (c->format == CITED_HTML)
		add_html(&p);
	else
		add_json(&p);
	if (p.b.n) /* of nothing there is no address */
		fwrite(p.b.at, 1, p.b.n, out);
	size_t n = p.citations.at.n + p.works.at.n;
	arena_free(a);
	return n;
}
