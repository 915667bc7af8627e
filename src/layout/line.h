/*
 * line.h - within layout/: words become lines
 *
 * A paragraph is broken as a whole (Knuth and Plass 1981; The TeXbook, ch. 14)
 * into lines whose runs are placed; page.c's verbs then place the lines.  A
 * line is made once and never changed: setting a paragraph again at the same
 * width would only give the same lines.
 */
#ifndef LAYOUT_LINE_H
#define LAYOUT_LINE_H

#include "model/doc.h"
#include "model/library.h"
#include "model/page.h"

/* A run on a line: x from the line's left end; shift is up from the baseline
 * (superscripts).  `span` is the innermost span that holds it. */
struct placed {
	mpt x, shift;
	const struct run *run;
	const struct node *span;
	struct pos pos;
};

/* A link's rectangle on one line; height is the line's own. */
struct line_link {
	mpt x, w;
	struct text uri, target, words;
	const struct node *span;
};

struct line {
	mpt width;           /* from 0 to the end of its last run */
	mpt ascent, descent; /* of its tallest and deepest glyph's face */
	ARRAY(struct placed) runs;
	ARRAY(struct line_link) links;
	ARRAY(const struct node *) notes; /* NODE_NOTE marked on this line */
	ARRAY(struct text) labels;        /* anchors that stand on it */
	bool hyphenated;
};

struct lines {
	ARRAY(struct line) line;
};

/* How a paragraph is to be set. */
struct measure {
	const struct type *type;
	mpt width;
	mpt first;        /* first line's indent; may be negative */
	unsigned flags;   /* enum type_flag, or-ed to type->flags */
	struct text lang; /* BCP 47: hyphenation and quotes */
};

/*
 * What setting needs and keeps: fonts, dictionaries, the words shaped so far
 * (each distinct word once per face, size-independent).  Of the arena; closed
 * because libhyphen's dictionaries are not.
 */
struct setter;

struct setter *setter_open(struct arena *a, const struct library *lib,
    const struct sheet *sheet, struct diag *d);
void setter_close(struct setter *s);

/* The spans below n (block children are not looked at). */
struct lines para_set(struct setter *s, const struct node *n,
    const struct measure *m);

/* One line of plain words, not broken: numbers, leaders, running heads. */
struct line words_set(struct setter *s, struct text words,
    const struct type *type, unsigned flags);

/* The widest word, and the width on one line: for the columns of tables. */
void para_measure(struct setter *s, const struct node *n,
    const struct measure *m, mpt *least, mpt *most);

#endif
