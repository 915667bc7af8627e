#include "cli/html.h"

#include "base/quote.h"

enum { HTML_DEPTH = 400 };

static const char *
element_of(enum node_kind kind)
{
	static const char *const names[NODE_KINDS] = {[NODE_EMPH] = "i",
	    [NODE_STRONG] = "b",
	    [NODE_SUP] = "sup",
	    [NODE_SUB] = "sub",
	    [NODE_CODE_SPAN] = "code"};

	return names[kind];
}

static void add_below(struct buf *b, const struct node *n, unsigned depth);

static void
add_around(struct buf *b, const struct node *n, unsigned depth)
{
	const char *name = element_of(n->kind);

	if (n->kind == NODE_SMALLCAPS) {
		buf_add(b, TEXT("<span style=\"font-variant:small-caps;\">"));
		name = "span";
	} else if (n->kind == NODE_LINK) {
		buf_add(b, TEXT("<a href=\""));
		quote_html(b, n->text);
		buf_add(b, TEXT("\">"));
		name = "a";
	} else if (name) {
		buf_fmt(b, "<%s>", name);
	}
	if (n->kind == NODE_TEXT || n->kind == NODE_CODE_SPAN)
		quote_html(b, n->text);
	add_below(b, n, depth);
	if (name)
		buf_fmt(b, "</%s>", name);
}

static void
add_below(struct buf *b, const struct node *n, unsigned depth)
{
	for (const struct node *c = n->child; c && depth < HTML_DEPTH;
	     c = c->next) {
		if (c->kind == NODE_SPACE)
			buf_addc(b, ' ');
		else if (c->kind == NODE_NEWLINE)
			buf_add(b, TEXT("<br>"));
		else
			add_around(b, c, depth + 1);
		if (node_is_block(c) && c->next)
			buf_add(b, TEXT("<br>"));
	}
}

void
html_add(struct buf *b, const struct node *n)
{
	add_below(b, n, 0);
}
