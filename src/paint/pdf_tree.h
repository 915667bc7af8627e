/*
 * pdf_tree.h - the logical structure (ISO 32000-1, 14.7 and 14.8)
 *
 * Elements 0..pages->tags.n are layout's tags; further ones are Spans that
 * carry the text of what their glyphs do not spell.  An element whose content
 * and children are mixed (a paragraph with a link) has them in the order in
 * which they are painted; one that has children only, in the order of layout's
 * tags: that is the order of reading, also where a footnote is painted far
 * from its paragraph.
 */
#ifndef PAINT_PDF_TREE_H
#define PAINT_PDF_TREE_H

#include "paint/pdf.h"

struct pdf_tree;

/* NULL: layout gave no tags, and the file is not a tagged one. */
struct pdf_tree *pdf_tree_new(struct pdf *p);

/* Content of `element` follows on that page: its mark, up to "BDC". */
struct text pdf_tree_mark(struct pdf_tree *t, size_t page, uint32_t element);

/* A new Span inside `parent`, with this as its ActualText. */
uint32_t pdf_tree_span(struct pdf_tree *t, uint32_t parent, struct text actual);

/* The annotation belongs to the element. */
void pdf_tree_annotation(struct pdf_tree *t, HPDF_Dict annotation, size_t page,
    uint32_t element);

/* Writes all elements: nothing is added afterwards. */
void pdf_tree_write(struct pdf_tree *t);

#endif
