/*
 * aside.h - whether a note says more than its citation
 *
 * "ibid" means the source of the note before, so that note must name one only.
 * Words written by hand may name another, which no program can tell for sure:
 * a note with any of its own beside signals ("see also", "cf") is one behind
 * which "ibid" is not used.  Within a citation, what follows the pinpoint
 * counts when it refers, is set apart as titles are, or says that it quotes.
 */
#ifndef CITE_ASIDE_H
#define CITE_ASIDE_H

#include "model/doc.h"

/* A NODE_NOTE: words outside of its citations. */
bool aside_in_note(const struct node *note);

/* Spans of a prefix or suffix, the first of which is given. */
bool aside_in_spans(const struct node *spans);

#endif
