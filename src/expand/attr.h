/*
 * attr.h - within expand/: {#label .class key=value}
 *
 * The attributes of Pandoc, on headings, paragraphs, captions, images, spans
 * and fences.  {-} is Pandoc's short form of {.unnumbered}.
 */
#ifndef EXPAND_ATTR_H
#define EXPAND_ATTR_H

#include "model/doc.h"

struct attrs {
	struct text label;
	struct pos labelpos;
	struct text classes; /* separated by one blank */
	const struct attr *list;
};

/* Read attributes from t, which begins with "{"; `at` is the place of that
 * byte.  Returns how many bytes they take, with both braces; 0: these are no
 * attributes, and *out is undefined. */
size_t attrs_read(struct arena *a, struct text t, struct pos at,
    struct attrs *out);

/* Whether the words look meant as attributes, though they cannot be read. */
bool attrs_meant(struct text t);

/* Give them to a node, before those that it has; the label becomes
 * "scope/label". */
void attrs_give(struct arena *a, struct node *n, const struct attrs *at,
    struct text scope);

/* scope/label, or label when the scope is "". */
struct text attrs_label(struct arena *a, struct text scope, struct text label);

#endif
