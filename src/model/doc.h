/*
 * doc.h - the document: a tree of blocks holding spans
 *
 *   DOC    <- block*
 *   block  <- HEADING | PARA | QUOTE | LIST | TABLE | FIGURE | DEFS | CODE
 *           | DIV | RULE | BREAK_PAGE | CONTENTS | REFS
 *   HEADING, PARA, CAPTION, TERM <- span*
 *   QUOTE, ITEM, CELL, DIV, DETAIL, NOTE <- block*
 *   LIST   <- ITEM*              TABLE <- CAPTION? ROW*     ROW <- CELL*
 *   DEFS   <- (TERM DETAIL+)*    FIGURE <- IMAGE CAPTION?
 *   REFS   <- (HEADING? BIBENTRY*)*      BIBENTRY <- span* PARA?
 *   span   <- TEXT | SPACE | NEWLINE | EMPH | STRONG | SMALLCAPS | SUP | SUB
 *           | CODE_SPAN | QUOTED | SPAN | LINK | IMAGE | NOTE | CITE | XREF
 *           | MISSING
 *
 * Three stages hand on such a tree, and each says what it adds:
 *   expand  the words; NOTE stands where its mark will be printed
 *   number  `number` of paragraphs, items, headings, notes, tables, figures;
 *           a label on everything that has a number; XREFs are given children
 *           (the words printed); a CITE in running text of a note style is
 *           wrapped in a NOTE; a narrative "@key" stays in its sentence
 *           (NODE_NARRATIVE, without locator: its author's name is printed)
 *           and is followed by a NOTE that cites the work without the author
 *   cite    a CITE is given children (the words printed); REFS its entries
 *
 * What layout does with the classes of a DIV:
 *   cover      pages of its own, without running head; title and subtitle in it
 *   keep       on one page; so are truth and signature, and these together
 *   signature  as keep, and never alone on a page; a RULE in it is the line to
 *              sign on
 *   caution    a thin rule at its left
 *   landscape  on pages of their own, turned
 *   contents, pagebreak   empty: stand for CONTENTS, BREAK_PAGE
 *   refs, authorities     empty: stand for REFS
 *
 * The number of a BIBENTRY is what its style puts into the margin ("[12]").
 * In a BIBENTRY a SPAN of class `cited` says where the work is cited; in a
 * table of authorities that is the PARA, which is set apart at the right.
 *
 * Nodes are written once, by the stage that makes them, and only read by the
 * ones that follow; a later stage makes a new tree.
 */
#ifndef MODEL_DOC_H
#define MODEL_DOC_H

#include "base/diag.h"

struct trace; /* model/reads.h */

enum node_kind {
	/* blocks */
	NODE_DOC,
	NODE_HEADING, /* level 1..6 */
	NODE_PARA,
	NODE_QUOTE,
	NODE_LIST, /* ordered: delimiter kept in `flags`; start */
	NODE_ITEM,
	NODE_TABLE, /* cols: widths and alignment in `cols` */
	NODE_CAPTION,
	NODE_ROW, /* NODE_HEAD: repeated on every page */
	NODE_CELL,
	NODE_FIGURE,
	NODE_DEFS,
	NODE_TERM,
	NODE_DETAIL,
	NODE_CODE,
	NODE_DIV, /* ::: {.class}; known classes stand in report templates */
	NODE_RULE,
	NODE_BREAK_PAGE,
	NODE_CONTENTS, /* where the table of contents goes */
	NODE_REFS,     /* where the list of sources goes */
	NODE_BIBENTRY,
	/* spans */
	NODE_TEXT,
	NODE_SPACE,   /* a line end of the source: one blank */
	NODE_NEWLINE, /* a hard line break */
	NODE_EMPH,
	NODE_STRONG,
	NODE_SMALLCAPS,
	NODE_SUP,
	NODE_SUB,
	NODE_CODE_SPAN,
	NODE_QUOTED,  /* reserved for smart quotes of the language */
	NODE_SPAN,    /* [..]{.class lang=be} */
	NODE_LINK,    /* text: a URL, or "#label" */
	NODE_IMAGE,   /* text: path inside the project; children: alt text */
	NODE_NOTE,    /* a footnote: blocks, standing at its mark */
	NODE_CITE,    /* cites: what is cited; children after cite */
	NODE_XREF,    /* text: the label; children after number */
	NODE_MISSING, /* --draft: text is the path of the missing fact */
	NODE_KINDS
};

enum node_flag {
	NODE_ORDERED = 1,   /* LIST: numbered */
	NODE_TIGHT = 2,     /* LIST: no space between the items */
	NODE_HEAD = 4,      /* ROW */
	NODE_NARRATIVE = 8, /* CITE: @key in running text, not [@key] */
	NODE_CAPITAL = 16,  /* XREF: begins a sentence ("Paragraph 12") */
	NODE_BARE = 32      /* XREF: [-@par-x], the number alone */
};

struct attr {
	struct text name, value;
	struct pos pos;
	const struct attr *next;
};

struct col {
	unsigned width; /* relative; 0: as its content needs */
	char align;     /* 'l', 'c', 'r', or 0 for the default */
};

/* One work in a CITE. */
struct cite_item {
	struct text key; /* of the reference */
	struct pos pos;  /* of @key */
	bool suppress_author;
	/* Spans before @key and after it; the locator is still in `suffix`
	 * as words: cite/ finds it, since its terms are the locale's. */
	const struct node *prefix, *suffix; /* first of a list, or NULL */
	struct pos suffixpos;
	const struct cite_item *next;
};

struct node {
	enum node_kind kind;
	unsigned flags;    /* enum node_flag */
	int level;         /* HEADING: 1..6; LIST: start; DIV: fence length */
	struct pos pos;    /* where its text was written */
	struct pos fact;   /* TEXT from a value: the fact's place */
	struct text text;  /* see the kind */
	struct text label; /* unique in the document: "detention/arrests" */
	struct pos labelpos;
	struct text number;       /* "12", "(a)", "C", "Appendix 1" */
	struct text classes;      /* separated by one blank */
	const struct attr *attrs; /* key=value of {...} */
	const struct col *cols;   /* TABLE */
	size_t ncols;             /* TABLE; CELL: columns spanned, 0 is 1 */
	const struct cite_item *cites; /* CITE */
	const struct trace *trace;     /* blocks of words, LIST, TABLE: the
					* facts it was made from */
	struct node *child, *next;     /* first child; next sibling */
	struct node *last;             /* last child, while building */
};

struct doc {
	const struct node *root;
	struct map *labels; /* label -> struct node (of this tree) */
};

struct node *node_new(struct arena *a, enum node_kind kind, struct text text,
    struct pos pos);
void node_append(struct node *parent, struct node *child); /* one node */
struct node *node_add(struct arena *a, struct node *parent, enum node_kind kind,
    struct text text, struct pos pos); /* node_new + node_append */

/* A copy of the node without children and siblings: a new tree grows on it. */
struct node *node_copy(struct arena *a, const struct node *n);

bool node_is_block(const struct node *n);
bool node_has_class(const struct node *n, const char *name);
struct text node_attr(const struct node *n, const char *name); /* or "" */
const char *node_kind_name(enum node_kind kind);

/* The words of the spans and blocks below, one blank between blocks; without
 * notes, as contents, outlines and running heads want it. */
struct text node_words(struct arena *a, const struct node *n);

/* One line a node: kind, number, label, classes, text, place. */
void doc_dump(const struct doc *doc, FILE *f);

#endif
