/*
 * print.h - within expand/: what {{ }} adds to the pieces
 *
 * A text becomes a VALUE, prose a PROSE, a captured block the pieces it was
 * made of; what is missing leaves a box.  One exception: letters and digits
 * that make up a label, as in {#{{ s.slug }}} and @par-{{ id }}, are words of
 * the template itself, so that Markdown sees the label whole.
 */
#ifndef EXPAND_PRINT_H
#define EXPAND_PRINT_H

#include "expand/eval.h"

void print_piece(struct eval *ev, struct piece piece);
void print_missing(struct eval *ev, struct text path, struct span where);
void print_datum(struct eval *ev, struct datum i, struct span where);

#endif
