/*
 * html.h - spans of a document as HTML, for those who paste citations
 */
#ifndef CLI_HTML_H
#define CLI_HTML_H

#include "model/doc.h"

/* What is below the node; blocks within it are parted by a line break. */
void html_add(struct buf *b, const struct node *n);

#endif
