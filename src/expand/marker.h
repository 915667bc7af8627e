/*
 * marker.h - within expand/: what the files behind mark() share
 *
 *   flow   pieces            -> one text with sentinels, and its map
 *   scan   the text's lines  -> fences, notes, slices of plain Markdown
 *   mark   a slice, by cmark -> blocks, and tokens of each line of words
 *   words  a text of cmark's -> tokens, with their place in the slice
 *   spans  tokens            -> spans: notes, citations, references, [..]{..}
 *   blocks                   -> captions, figures, tables, included trees
 */
#ifndef EXPAND_MARKER_H
#define EXPAND_MARKER_H

#include "base/map.h"
#include "expand/attr.h"
#include "expand/flow.h"
#include "expand/scan.h"

#define MARK_DEPTH 64 /* spans within one another */

struct marker {
	struct arena *a;   /* what goes into the tree */
	struct arena *tmp; /* gone when mark() returns */
	struct diag *d;
	const struct mark_options *o;
	const struct flow *flow;
	struct scan *scan;
	struct map notes; /* id -> struct footnote */
	int heading;      /* level of the heading we stand under, or 0 */
	bool in_note;
	bool deep; /* "too deep" was said */
};

/* One span on its way into the tree, or one character that may be markup of
 * ours: [ ] { } @ ^ .  A piece that is not plain words is '$'. */
struct tok {
	char special;              /* or 0 */
	bool fixed;                /* words of a fact: never read as markup */
	unsigned depth;            /* spans within one another in `node` */
	uint32_t from, to;         /* in the slice */
	struct node *node;         /* NULL: nothing, or a special */
	const struct piece *piece; /* of '$' */
};

struct toks {
	ARRAY(struct tok) t;
};

/* mark.c: a text of a fact as a NODE_DOC of its own: prose parsed, a value of
 * several lines as it is; for words within a sentence, as one paragraph. */
struct node *mark_piece(struct marker *m, const struct piece *p, bool inlined);
/* mark.c: parse a slice and add its blocks to the parent. */
void mark_slice(struct marker *m, struct slice *s, struct node *parent);
/* The character reference at the start of t ("&amp;"): its length, and the
 * characters it stands for are added to `out`; 0: it is none. */
size_t mark_entity(struct text t, struct buf *out);

/* spans.c: say, once, that spans nest too deep. */
void marker_deep(struct marker *m, struct pos pos);
/* spans.c: make spans of the tokens and add them to the parent; returns how
 * deep they nest. */
unsigned spans_add(struct marker *m, const struct slice *s,
    const struct toks *in, struct node *parent);
/* A token for a finished span. */
struct tok tok_of(struct node *n, size_t from, size_t to, unsigned depth);
/* The words of a token, as they were written or as they will be read. */
struct text tok_text(const struct slice *s, const struct tok *t);

/* trace.c: what the bytes from..to of a slice were made from.  What stands
 * between them without length is a condition that printed nothing there; with
 * `ends` also what stands right before and behind, whose words would have
 * joined these. */
const struct trace *trace_of(struct marker *m, const struct slice *s,
    size_t from, size_t to, bool ends);

/* blocks.c: a paragraph, heading or cell is complete. */
void blocks_leaf(struct marker *m, const struct slice *s, struct node *parent,
    struct node *n, struct toks *toks);
/* A div is complete: it may be a table in disguise. */
void blocks_div(struct marker *m, struct node *parent, struct node *div);

#endif
