/*
 * pagebreak.h - within layout/: a vertical list is cut into pages
 *
 * The list is what The TeXbook, ch. 15, calls the main vertical list: boxes
 * with space above them and a penalty for breaking the page there.  Notes are
 * a second list of lines, in the order of their marks; each box says how far
 * that list has come when the box has been set.  The bottom of a page is
 * ragged: space neither stretches nor shrinks.
 *
 * This half of the page maker knows lengths and penalties only, so that it can
 * be tested on lists of numbers.
 */
#ifndef LAYOUT_PAGEBREAK_H
#define LAYOUT_PAGEBREAK_H

#include "base/arena.h"
#include "base/unit.h"

#include <stdbool.h>

enum {
	PENALTY_FORCE = -1,         /* a new page must begin here */
	PENALTY_FORBID = 100000000, /* broken only when nothing else fits */
	PENALTY_KEEP = 3000000,     /* a group that should stay together */
	PENALTY_AVOID = 60000       /* a poor place, worse than a short page */
};

struct vbox {
	mpt skip;        /* space above it, dropped at the top of a page */
	mpt height;      /* with its leading */
	mpt above;       /* a table's head, repeated when it comes first */
	int32_t penalty; /* of a page break above it */
	unsigned paper;  /* index into room; all boxes of a page agree */
	size_t notes;    /* lines of notes up to and with this box */
};

struct vnote {
	mpt skip; /* space above it, dropped after the notes' rule */
	mpt height;
	bool first; /* a note begins here */
};

struct vlist {
	const struct vbox *box;
	size_t n;
	const struct vnote *note;
	size_t nnotes;
	mpt room[2];  /* height for text and notes: upright, landscape */
	mpt note_gap; /* between text and notes */
};

/* Boxes from..to-1 and lines of notes note_from..note_to-1.  A page may have
 * notes only, when those of the last page are longer than that page. */
struct vpage {
	size_t from, to;
	size_t note_from, note_to;
	bool split;     /* the last note goes on overleaf */
	bool overfull;  /* one box that is higher than the page */
	bool forbidden; /* ends where the list forbids it */
};

struct vpages {
	ARRAY(struct vpage) page;
	int64_t cost; /* of all, for tests */
};

struct vpages pagebreak(struct arena *a, const struct vlist *v);

/* The cost of setting boxes from..to-1 on one page, notes from note_from on;
 * *note_to is how far they get.  INT64_MAX: impossible.  For tests. */
int64_t pagebreak_cost(const struct vlist *v, size_t from, size_t to,
    size_t note_from, size_t *note_to);

#endif
