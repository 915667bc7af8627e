/*
 * quote.h - texts inside other notations: JSON and HTML
 */
#ifndef BASE_QUOTE_H
#define BASE_QUOTE_H

#include "base/text.h"

/* A string of JSON with its quotation marks (RFC 8259, 7). */
void quote_json(struct buf *b, struct text t);

/* Words as HTML, fit for attributes too: & < > and " are references. */
void quote_html(struct buf *b, struct text t);

#endif
