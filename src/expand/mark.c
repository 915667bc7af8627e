/*
 * Markdown by cmark-gfm, which is known to this file alone.
 *
 * A text is cut into slices at its fences (scan.c), and each slice is parsed by
 * itself.  cmark's tree is walked by its own iterator, without recursion, so
 * that no nesting can exhaust the stack; beside it runs the cursor of words.c,
 * which gives the spans their places.
 *
 * cmark's footnotes and smart punctuation are off: it would drop notes that are
 * not called, and touch the words of facts.  Links by reference do not exist
 * here (flow.c): cmark would drop the definitions that are not used.
 */
/* Its short names are those of our own nodes. */
#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/houdini.h>

#include <string.h>

#include "expand/marker.h"
#include "expand/words.h"

/* A block of words or a span that is being filled. */
struct frame {
	struct node *node;
	struct toks toks;
	size_t from; /* in the slice */
	bool autolink;
};

struct walk {
	struct marker *m;
	struct slice *s;
	struct words w;
	ARRAY(struct node *) blocks; /* open ones, the parent first */
	ARRAY(struct frame *) frames;
	size_t skipped; /* spans too deep to have a frame */
};

/* What a node of cmark's is to us. */
enum role { ROLE_NONE, ROLE_BLOCK, ROLE_LEAF, ROLE_SPAN };

struct kind {
	const char *cmark;
	enum role role;
	enum node_kind kind;
};

static const struct kind kinds[] = {
    {"paragraph", ROLE_LEAF, NODE_PARA},
    {"heading", ROLE_LEAF, NODE_HEADING},
    {"table_cell", ROLE_LEAF, NODE_CELL},
    {"block_quote", ROLE_BLOCK, NODE_QUOTE},
    {"list", ROLE_BLOCK, NODE_LIST},
    {"item", ROLE_BLOCK, NODE_ITEM},
    {"table", ROLE_BLOCK, NODE_TABLE},
    {"table_header", ROLE_BLOCK, NODE_ROW},
    {"table_row", ROLE_BLOCK, NODE_ROW},
    {"emph", ROLE_SPAN, NODE_EMPH},
    {"strong", ROLE_SPAN, NODE_STRONG},
    {"link", ROLE_SPAN, NODE_LINK},
    {"image", ROLE_SPAN, NODE_IMAGE},
};

static struct kind
kind_of(cmark_node *n)
{
	const char *name = cmark_node_get_type_string(n);

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(kinds[i].cmark, name) == 0)
			return kinds[i];
	return (struct kind){name, ROLE_NONE, NODE_DOC};
}

size_t
mark_entity(struct text t, struct buf *out)
{
	cmark_strbuf b;
	size_t n = t.n < 64 ? t.n : 64; /* the longest has 33 characters */

	if (n < 2)
		return 0;
	cmark_strbuf_init(cmark_get_default_mem_allocator(), &b, 0);
	n = (size_t)houdini_unescape_ent(&b, (const uint8_t *)t.s + 1,
	    (bufsize_t)(n - 1));
	if (n)
		buf_add(out,
		    (struct text){(const char *)b.ptr, (size_t)b.size});
	cmark_strbuf_free(&b);
	return n ? n + 1 : 0;
}

static struct text
words_of(const struct walk *k, const char *s)
{
	return flow_words(k->m->a, k->m->flow, text_of(s));
}

static size_t
block_offset(const struct walk *k, cmark_node *n)
{
	int line = cmark_node_get_start_line(n);
	int col = cmark_node_get_start_column(n);

	if (line < 1 || (size_t)line > k->s->lines.n)
		return k->w.cur;
	return k->s->lines.at[line - 1] + (size_t)(col > 0 ? col - 1 : 0);
}

/* Of a block's lines, with the last one's end, or what the cursor has passed
 * since `from`.  Only paragraphs go on in the next line. */
static const struct trace *
lines_trace(const struct walk *k, cmark_node *n, enum node_kind kind,
    size_t from)
{
	size_t to = k->w.cur;
	int first = cmark_node_get_start_line(n);
	int last = cmark_node_get_end_line(n);

	if (first > 0 && last >= first && (size_t)last <= k->s->lines.n) {
		from = k->s->lines.at[first - 1];
		to = (size_t)last < k->s->lines.n ? k->s->lines.at[last]
						  : k->s->text.n;
	}
	return trace_of(k->m, k->s, from, to, kind == NODE_PARA);
}

static struct pos
block_pos(const struct walk *k, cmark_node *n)
{
	size_t from = block_offset(k, n);
	struct text t = buf_text(&k->s->text);
	size_t end = text_findc(t, from, '\n');

	return slice_pos(k->s, from, end > from ? end : from);
}

static struct frame *
top(const struct walk *k)
{
	return k->frames.n ? k->frames.at[k->frames.n - 1] : NULL;
}

static void
push(struct walk *k, struct node *n)
{
	struct frame *f = arena_make(k->m->tmp, struct frame);

	f->node = n;
	f->from = k->w.cur;
	array_push(k->m->tmp, &k->frames, f);
	k->w.out = &f->toks;
}

static struct frame *
pop(struct walk *k)
{
	struct frame *f = k->frames.at[--k->frames.n];

	k->w.out = top(k) ? &top(k)->toks : NULL;
	return f;
}

static void
add(struct walk *k, struct node *n, size_t from, unsigned depth)
{
	struct tok t = tok_of(n, from, k->w.cur, depth);

	if (k->w.out)
		array_push(k->m->tmp, &k->w.out->t, t);
}

static struct node *
parent(const struct walk *k)
{
	return k->blocks.at[k->blocks.n - 1];
}

static void
table_columns(const struct walk *k, cmark_node *from, struct node *n)
{
	uint16_t cols = cmark_gfm_extensions_get_table_columns(from);
	const uint8_t *align = cmark_gfm_extensions_get_table_alignments(from);
	struct col *c = arena_alloc(k->m->a, (cols + 1u) * sizeof(*c));

	for (size_t i = 0; i < cols; i++)
		c[i].align = align ? (char)align[i] : 0;
	n->cols = c;
	n->ncols = cols;
}

static void
list_flags(cmark_node *from, struct node *n)
{
	if (cmark_node_get_list_type(from) == CMARK_ORDERED_LIST) {
		n->flags |= NODE_ORDERED;
		n->level = cmark_node_get_list_start(from);
	}
	if (cmark_node_get_list_tight(from))
		n->flags |= NODE_TIGHT;
}

/* The cells of a row as it was written: GFM drops those that the head does not
 * have, and their words with them. */
static void
check_row(const struct walk *k, cmark_node *from, const struct node *row)
{
	size_t at = block_offset(k, from), cells = 1;
	struct text t = buf_text(&k->s->text);
	struct text line = text_trim(text_sub(t, at, text_findc(t, at, '\n')));
	const struct node *table = parent(k);

	for (size_t i = 0; i < line.n; i++)
		if (line.s[i] == '|' && i && i + 1 < line.n
		    && line.s[i - 1] != '\\')
			cells++;
	if (cells > table->ncols)
		diag(k->m->d, LEVEL_ERROR, "MARK-11", row->pos,
		    "row of %zu cells in a table of %zu columns", cells,
		    table->ncols);
}

static void
enter_block(struct walk *k, cmark_node *from, enum node_kind kind)
{
	struct node *n = node_new(k->m->a, kind, TEXT(""), block_pos(k, from));

	if (kind == NODE_LIST)
		list_flags(from, n);
	if (kind == NODE_TABLE)
		table_columns(k, from, n);
	if (kind == NODE_ROW) {
		words_block(&k->w, block_offset(k, from));
		check_row(k, from, n);
		if (cmark_gfm_extensions_get_table_row_is_header(from))
			n->flags |= NODE_HEAD;
	}
	array_push(k->m->tmp, &k->blocks, n);
}

static void
enter_leaf(struct walk *k, cmark_node *from, enum node_kind kind)
{
	struct node *n = node_new(k->m->a, kind, TEXT(""), block_pos(k, from));

	if (kind == NODE_HEADING)
		n->level = cmark_node_get_heading_level(from);
	if (kind == NODE_CELL) {
		words_cell(&k->w);
		n->pos = slice_pos(k->s, k->w.cur, k->w.cur);
	} else {
		words_block(&k->w, block_offset(k, from));
	}
	if (kind == NODE_HEADING)
		words_skip(&k->w, "# \t", SIZE_MAX);
	push(k, n);
}

static void
enter_span(struct walk *k, enum node_kind kind)
{
	if (k->frames.n > MARK_DEPTH) { /* the words stay, in the outer one */
		marker_deep(k->m, slice_pos(k->s, k->w.cur, k->w.cur + 1));
		k->skipped++;
	} else {
		push(k, node_new(k->m->a, kind, TEXT(""), (struct pos){0}));
	}
	if (kind == NODE_EMPH || kind == NODE_STRONG) {
		words_skip(&k->w, "*_", kind == NODE_EMPH ? 1 : 2);
		return;
	}
	struct text t = k->w.t;
	if (kind == NODE_LINK && k->w.cur < t.n && t.s[k->w.cur] == '<') {
		words_skip(&k->w, "<", 1);
		top(k)->autolink = k->w.verbatim = !k->skipped;
		return;
	}
	words_skip(&k->w, "!", kind == NODE_IMAGE ? 1 : 0);
	words_skip(&k->w, "[", 1);
}

/* A link leads to the web, to a mailbox or to a label; all else is refused. */
static void
link_target(struct walk *k, cmark_node *from, struct node *n)
{
	struct text url =
	    flow_url(k->m->a, k->m->flow, text_of(cmark_node_get_url(from)));
	static const char *const schemes[] = {"http://", "https://",
	    "mailto:", "#"};

	n->text = url;
	for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); i++)
		if (text_starts(url, text_of(schemes[i])))
			return;
	struct finding *f = diag(k->m->d, LEVEL_ERROR, "MARK-03", n->pos,
	    "link that leads neither to http, https nor mailto: %.*s",
	    TEXT_ARG(url));
	if (text_starts(url, TEXT("www.")))
		finding_hint(k->m->d, f, "write https://%.*s", TEXT_ARG(url));
	n->kind = NODE_SPAN;
	n->text = TEXT("");
}

static void
target(struct walk *k, cmark_node *from, struct node *n)
{
	const char *title = cmark_node_get_title(from);

	if (n->kind == NODE_LINK)
		link_target(k, from, n);
	else
		n->text = words_of(k, cmark_node_get_url(from));
	if (!title || !*title)
		return;
	struct attr *at = arena_make(k->m->a, struct attr);
	at->name = TEXT("title");
	at->value = words_of(k, title);
	at->pos = n->pos;
	n->attrs = at;
}

static void
leave_span(struct walk *k, cmark_node *from, enum node_kind kind)
{
	struct frame *f;
	struct node *n;

	if (k->skipped) {
		k->skipped--;
		if (kind == NODE_EMPH || kind == NODE_STRONG)
			words_skip(&k->w, "*_", kind == NODE_EMPH ? 1 : 2);
		else
			words_link(&k->w);
		return;
	}
	f = pop(k);
	n = f->node;
	if (kind == NODE_EMPH || kind == NODE_STRONG)
		words_skip(&k->w, "*_", kind == NODE_EMPH ? 1 : 2);
	else if (f->autolink)
		words_skip(&k->w, ">", 1);
	else
		words_link(&k->w);
	k->w.verbatim = false;
	n->pos = slice_pos(k->s, f->from, k->w.cur);
	unsigned depth = 1 + spans_add(k->m, k->s, &f->toks, n);
	if (n->kind == NODE_LINK || n->kind == NODE_IMAGE)
		target(k, from, n);
	add(k, n, f->from, depth);
}

static void
leave(struct walk *k, cmark_node *from, struct kind kind)
{
	if (kind.role == ROLE_SPAN) {
		leave_span(k, from, kind.kind);
	} else if (kind.role == ROLE_LEAF) {
		struct frame *f = pop(k);
		f->node->trace = f->node->kind == NODE_CELL
		    ? trace_of(k->m, k->s, f->from, k->w.cur, true)
		    : lines_trace(k, from, kind.kind, f->from);
		blocks_leaf(k->m, k->s, parent(k), f->node, &f->toks);
	} else if (kind.role == ROLE_BLOCK) {
		struct node *n = parent(k);
		if (kind.kind == NODE_TABLE || kind.kind == NODE_LIST)
			n->trace = lines_trace(k, from, kind.kind, k->w.cur);
		k->blocks.n--;
		node_append(parent(k), n);
	}
}

/* Comments vanish; other HTML is an error, and its words stay. */
static struct node *
html(struct walk *k, const char *literal, struct pos pos)
{
	struct text t = flow_uncommented(k->m->tmp, words_of(k, literal));

	if (!t.n)
		return NULL;
	diag(k->m->d, LEVEL_ERROR, "MARK-02", pos, "%s: %.*s",
	    t.s[0] == '<' ? "raw HTML" : "words on the line of a comment",
	    TEXT_ARG(text_sub(t, 0, text_findc(t, 0, '\n'))));
	return node_new(k->m->a, NODE_TEXT, text_dup(k->m->a, t), pos);
}

static void
code_block(struct walk *k, cmark_node *from)
{
	struct node *n = node_add(k->m->a, parent(k), NODE_CODE,
	    words_of(k, cmark_node_get_literal(from)), block_pos(k, from));

	n->classes = text_trim(words_of(k, cmark_node_get_fence_info(from)));
	n->trace = lines_trace(k, from, NODE_CODE, k->w.cur);
}

static void
html_block(struct walk *k, cmark_node *from)
{
	struct pos pos = block_pos(k, from);
	struct node *n = html(k, cmark_node_get_literal(from), pos), *para;

	if (!n)
		return;
	para = node_add(k->m->a, parent(k), NODE_PARA, TEXT(""), pos);
	node_append(para, n);
}

static void
code_span(struct walk *k, cmark_node *from)
{
	size_t at = k->w.cur;
	struct text t = words_of(k, cmark_node_get_literal(from));

	words_code(&k->w);
	add(k,
	    node_new(k->m->a, NODE_CODE_SPAN, t, slice_pos(k->s, at, k->w.cur)),
	    at, 0);
}

static void
html_span(struct walk *k, cmark_node *from)
{
	size_t at = k->w.cur;
	const char *literal = cmark_node_get_literal(from);

	words_html(&k->w, text_of(literal));
	add(k, html(k, literal, slice_pos(k->s, at, k->w.cur)), at, 0);
}

/* Whatever cmark has without children. */
static void
single(struct walk *k, cmark_node *from, const char *name)
{
	size_t at = k->w.cur;

	if (strcmp(name, "text") == 0) {
		if (k->w.out)
			words_text(&k->w,
			    text_of(cmark_node_get_literal(from)));
	} else if (strcmp(name, "softbreak") == 0
	    || strcmp(name, "linebreak") == 0) {
		words_line(&k->w);
		add(k,
		    node_new(k->m->a, *name == 's' ? NODE_SPACE : NODE_NEWLINE,
			TEXT(""), slice_pos(k->s, at, at)),
		    at, 0);
	} else if (strcmp(name, "code") == 0) {
		code_span(k, from);
	} else if (strcmp(name, "html_inline") == 0) {
		html_span(k, from);
	} else if (strcmp(name, "code_block") == 0) {
		code_block(k, from);
	} else if (strcmp(name, "html_block") == 0) {
		html_block(k, from);
	} else if (strcmp(name, "thematic_break") == 0) {
		node_add(k->m->a, parent(k), NODE_RULE, TEXT(""),
		    block_pos(k, from));
	}
}

static void
step(struct walk *k, cmark_node *n, bool entering)
{
	struct kind kind = kind_of(n);

	if (!entering)
		leave(k, n, kind);
	else if (kind.role == ROLE_BLOCK)
		enter_block(k, n, kind.kind);
	else if (kind.role == ROLE_LEAF)
		enter_leaf(k, n, kind.kind);
	else if (kind.role == ROLE_SPAN)
		enter_span(k, kind.kind);
	else
		single(k, n, kind.cmark);
}

static cmark_node *
parse(struct text t)
{
	cmark_parser *p = cmark_parser_new(CMARK_OPT_DEFAULT);

	cmark_gfm_core_extensions_ensure_registered();
	cmark_parser_attach_syntax_extension(p,
	    cmark_find_syntax_extension("table"));
	cmark_parser_feed(p, t.s, t.n);
	cmark_node *root = cmark_parser_finish(p);
	cmark_parser_free(p);
	return root;
}

void
mark_slice(struct marker *m, struct slice *s, struct node *into)
{
	struct walk k = {.m = m, .s = s};
	cmark_node *root = parse(buf_text(&s->text));
	cmark_iter *it = cmark_iter_new(root);
	cmark_event_type e;

	k.w.m = m;
	k.w.s = s;
	k.w.t = buf_text(&s->text);
	k.w.run.a = m->tmp;
	array_push(m->tmp, &k.blocks, into);
	while ((e = cmark_iter_next(it)) != CMARK_EVENT_DONE)
		step(&k, cmark_iter_get_node(it), e == CMARK_EVENT_ENTER);
	cmark_iter_free(it);
	cmark_node_free(root);
}
