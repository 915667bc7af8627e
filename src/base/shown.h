/*
 * shown.h - text as it may reach a terminal, counted in cells
 *
 * A file may hold anything, and a terminal obeys what it is sent.  So control
 * characters, marks of direction and what has no width are written out, as
 * <U+200B>, and bytes that are no UTF-8 as <93>.  Joiners between letters of
 * scripts that are spelt with them stay; emoji that are joined are shown apart,
 * as terminals disagree on what they are together.  A tab is one blank, and an
 * arrow where it is the fault.
 *
 * Words of scripts that run from right to left are isolated (UAX #9), so that
 * what stands around them is not reordered.
 */
#ifndef BASE_SHOWN_H
#define BASE_SHOWN_H

#include "base/text.h"

/* All of t, but no more than `most` cells and "..." (0: all). */
void shown_add(struct buf *b, struct text t, unsigned most);

/* What the code point at *i becomes, appended to b unless that is NULL; *i
 * moves past it.  Returns its cells.  `plainly`: it is the fault, and what looks
 * like a blank is shown too. */
unsigned shown_next(struct text t, size_t *i, bool plainly, struct buf *b);

/* Where the run of right-to-left letters ends that begins at i; i: none. */
size_t shown_rtl(struct text t, size_t i);

/* A line of a source with a fault in it. */
struct strip {
	struct text line;
	size_t from, to; /* the fault: bytes of the line */
	unsigned room;   /* cells that are shown of a line */
};

/* The part around the fault, with "..." where it is cut; the fault's cells
 * begin at *at.  Returns how many they are: never 0.  When letters within
 * right-to-left words are at fault, whole runs are: terminals disagree on where
 * in the run they are. */
unsigned shown_strip(struct buf *b, const struct strip *s, unsigned *at);

#endif
