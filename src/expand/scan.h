/*
 * scan.h - within expand/: the lines of a text, sorted before cmark sees them
 *
 * Fenced divs (Pandoc's fenced_divs), the bodies of notes and of definition
 * lists are found here; all other lines are left to cmark, in slices.  They
 * count only at the margin (indented by 3 blanks at most), as Pandoc has it,
 * and not within fenced code or a comment.
 *
 *   ::: {.class #id key=value}      opens a div; also "::: class"
 *   :::                             closes the innermost one
 *   [^id]: words                    a note; its further paragraphs are indented
 *                                   by 4 blanks or a tab
 *   Term                            within ::: {.defs}, the form of Pandoc's
 *   : its meaning                   definition_lists; further paragraphs of
 *                                   the meaning are indented by 2 or more
 */
#ifndef EXPAND_SCAN_H
#define EXPAND_SCAN_H

#include "expand/attr.h"
#include "expand/flow.h"

#define SCAN_DIVS 32    /* fences within one another */
#define SCAN_PREFIX 100 /* columns before the last list or quote mark */

enum part_kind {
	PART_BLOCKS, /* slice: ordinary Markdown */
	PART_OPEN,   /* attrs, pos: a div begins */
	PART_CLOSE,
	PART_TERM,  /* slice */
	PART_DETAIL /* slice */
};

struct part {
	enum part_kind kind;
	struct slice *slice;
	struct attrs attrs;
	struct pos pos;
	int colons; /* OPEN: length of the fence */
};

/* The body of a note, [^id]: ... */
struct footnote {
	struct text id;
	struct pos pos; /* of "[^id]" */
	struct slice *slice;
	struct pos call; /* the first [^id] in the text, or empty */
	bool called;
};

struct scan {
	ARRAY(struct part) parts;
	ARRAY(struct footnote *) notes;
};

/* The parts live in `tmp`, the attributes in `a`. */
struct scan *scan_flow(struct arena *a, struct arena *tmp, const struct flow *f,
    struct diag *d);

#endif
