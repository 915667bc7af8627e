/*
 * warn.h - what a citation loses on its way, said with its place
 *
 *   CITE-07   a key that no reference has
 *   CITE-L1   a word before a number that is no label of a locator
 *   CITE-L2   a locator that the style does not print
 *   CITE-L3   a locator that the style prints without its label
 *   CITE-L4   a source of which the style prints nothing at all
 *   CITE-L5   what a reference says and the style prints nowhere (lost.c)
 *   CITE-L6   an item type that the style has no rule of its own for
 *
 * Each is said where it can be mended: at the words behind the key, or at the
 * reference.
 */
#ifndef CITE_WARN_H
#define CITE_WARN_H

#include "cite/cites.h"

/* Bytes [from, to) of the words behind a key, where they were written. */
struct pos warn_place(const struct cite_item *it, size_t from, size_t to);

void warn_key(struct cites *s, const struct cite_item *it);
void warn_label(struct cites *s, const struct cite_item *it,
    struct text unknown, size_t at);

/* After a citation is rendered: CITE-L2 to -L4. */
void warn_lost(struct cites *s, const struct cluster *k);

/*
 * After all citations and lists: CITE-L5, CITE-L6, at most one finding of each
 * for a work.  Variables count that a lawyer would miss: what identifies a
 * source, and what it weighs.  One whose words another variable prints, a year
 * in the name of an Act, is not lost.
 */
void warn_works(struct cites *s);

#endif
