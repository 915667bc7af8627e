/*
 * flow.h - within layout/: the document becomes one vertical list of boxes
 *
 * A box is what a page break cannot split: a line with its leading, a row of a
 * table, a rule.  It is drawn by pieces, whose x is from the left edge of the
 * text area and whose y is from the top of the box.  Everything that depends
 * on the page (its number, repeated heads, where a label stands) is left to
 * out.c; so a line is set once, and no page break ever changes one.
 *
 * A flow inside another (a cell, a note, a footnote's paragraph) is a flow of
 * its own, whose boxes are then taken over.
 */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "layout/line.h"
#include "layout/pagebreak.h"

enum piece_kind {
	PIECE_LINE,
	PIECE_RULE,
	PIECE_FRAME,   /* four thin rules around w and h */
	PIECE_LINK,    /* w and h lead to `heading` */
	PIECE_LEADERS, /* dots, from x to x + w */
	PIECE_PAGE_OF  /* the number of the page on which `heading` stands,
		       * ending at x + w, and leaders from x to `leaders` */
};

struct piece {
	enum piece_kind kind;
	mpt x, y;                /* LINE, LEADERS, PAGE_OF: of the baseline */
	mpt w, h;                /* RULE, FRAME, LINK; LEADERS, PAGE_OF: w */
	mpt leaders;             /* PAGE_OF */
	uint32_t colour;         /* RULE, FRAME */
	const struct line *line; /* LINE */
	const uint32_t *tags;    /* LINE: of its links, or NULL */
	const struct type *type; /* PAGE_OF */
	const struct node *heading; /* PAGE_OF, LINK */
	uint32_t tag;               /* index into pages.tags; 0: an artifact */
	struct pos pos;
};

/* What stands at the top of a box: a label, an entry of the outline. */
struct mark {
	struct text label;
	const struct node *heading; /* or NULL */
	bool appendix;              /* the body ends before it */
	struct mark *next;
};

/* The head of a table, drawn again on every page that begins inside it. */
struct table_head {
	size_t from, to; /* boxes of the flow */
	mpt height;
	mpt x, width; /* of the rule that closes the part on a page */
};

struct box {
	struct vbox v;
	const struct piece *pieces;
	size_t npieces;
	struct mark *marks;
	struct pos pos;
	const struct table_head *head; /* of the table it is a row of */
	bool cover;                    /* its page has no running head */
};

/* A note, and the tag of the paragraph that marks it. */
struct note_call {
	const struct node *note;
	uint32_t tag;
};

/* What all flows of one document share. */
struct maker {
	struct arena *a;
	struct setter *set;
	const struct sheet *sheet;
	const struct doc *doc;
	struct diag *d;
	struct text lang;
	struct pages *pages;           /* tags are made here */
	ARRAY(struct box) notes;       /* boxes of all notes, one a line */
	ARRAY(bool) note_first;        /* beside it: a note begins here */
	ARRAY(struct note_call) calls; /* notes to be set */
	bool in_note;
};

struct flow {
	struct maker *m;
	ARRAY(struct box) boxes;
	mpt skip;           /* wanted above the next box */
	int32_t penalty;    /* of a break above the next box */
	unsigned keep;      /* so many boxes must follow without a break */
	unsigned together;  /* depth of .keep and .signature */
	bool begun;         /* the outermost of those has a box */
	bool column;        /* what follows stands right of the gutter */
	unsigned paper;     /* 1: landscape */
	struct mark *marks; /* for the next box */
	ARRAY(struct piece) waiting; /* markers, for the next box */
	unsigned depth;              /* of blocks in blocks */
};

/* Where blocks stand, handed down. */
struct place {
	mpt x, width;        /* of the text, in the text area */
	enum type_name type; /* of paragraphs */
	unsigned flags;      /* enum type_flag, added */
	uint32_t tag;        /* the parent's */
	unsigned lists;      /* depth of lists */
	mpt hang;            /* room for what stands beside BIBENTRYs */
	bool cover, signature, tight;
};

/* Room at both sides, unless too little would be left to set anything in. */
void place_inset(struct place *p, mpt left, mpt right);

/* flow.c: all children of n; `inside`: they belong to n alone, and what comes
 * after n stands as if they were not there. */
void flow_blocks(struct flow *f, const struct node *n, const struct place *p);
void flow_inside(struct flow *f, const struct node *n, const struct place *p);

/* flow_box.c: the list itself. */
struct flow flow_new(struct maker *m);
void flow_skip(struct flow *f, mpt skip);           /* at least so much */
void flow_penalty(struct flow *f, int32_t penalty); /* at least so much */
void flow_force(struct flow *f);                    /* a new page */
struct mark *flow_label(struct flow *f, struct text label);
/* A label for the last box. */
void flow_label_end(struct flow *f, struct text label);
void flow_add(struct flow *f, struct box *box, struct piece piece);
/* Draw this with the next box. */
void flow_wait(struct flow *f, struct piece piece);
/* Put a box at the end; its skip, penalty and marks are what was asked for. */
struct box *flow_box(struct flow *f, mpt height, const struct piece *pieces,
    size_t n);
/* Height of all boxes, without the first one's skip. */
mpt flow_height(const struct flow *f);
/* The pieces of all boxes, with y from the top of the first. */
struct piece *flow_pieces(const struct flow *f, size_t *n);
uint32_t flow_tag(struct maker *m, const char *role, uint32_t parent,
    const struct node *n);

/* flow_para.c: paragraphs, headings, lists' markers. */
void flow_para(struct flow *f, const struct node *n, const struct place *p);
void flow_heading(struct flow *f, const struct node *n, const struct place *p);
void flow_list(struct flow *f, const struct node *n, const struct place *p);

/* flow_bib.c: a list of works, and an entry of it. */
void flow_refs(struct flow *f, const struct node *n, const struct place *p);
void flow_bibentry(struct flow *f, const struct node *n, const struct place *p);

/* A text set in lines, at the end of the flow. */
struct setting {
	const struct node *node;
	const struct type *type;
	unsigned flags;
	mpt x, width;       /* of its lines */
	mpt first;          /* indent of the first line */
	struct text marker; /* hangs at marker_x on the first line, or "" */
	mpt marker_x;
	uint32_t tag, marker_tag;
};
void flow_set(struct flow *f, const struct setting *s);

/* One line on its baseline; its links have tags below `tag`. */
struct piece flow_line(struct maker *m, const struct line *line, mpt x, mpt y,
    uint32_t tag);
/* Where the last of the lines of a box ends. */
mpt box_end(const struct box *b);

/* A copy of n with words put before its own. */
const struct node *node_prefixed(struct arena *a, const struct node *n,
    struct text words);

/* Baseline of a line of this type, from the top of its box. */
mpt type_base(const struct type *t);

/* flow_table.c, contents.c, note.c */
void flow_table(struct flow *f, const struct node *n, const struct place *p);
void flow_contents(struct flow *f, const struct node *n, const struct place *p);
void note_set(struct maker *m, const struct node *n, uint32_t tag);

/* "A. Title", "Appendix 1: Title": for contents and outlines; no notes. */
struct text heading_words(struct arena *a, const struct node *n);

#endif
