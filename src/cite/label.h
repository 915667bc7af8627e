/*
 * label.h - the labels of locators: which words mean "paragraph"
 *
 * A label is known by its name in CSL 1.0.2, appendix III, "Locators"
 * ("section", "article-locator"), or by one of ours where CSL has none: annex,
 * clause, exhibit, recital, regulation, schedule, subparagraph, subsection.
 * Ours behave like CSL's in every way.  A style asks for them as
 * locator="schedule", and gives them words of its own as the terms
 * "schedule-locator", "regulation-locator" ... in its cs:locale; they are
 * English otherwise.
 *
 * Words are those of the locale and the style in all of their forms, then
 * English ones, and what statutes and law reports write.  Capitals, dots,
 * hyphens and blanks within a word make no difference: "Paras.", "s. v.".
 */
#ifndef CITE_LABEL_H
#define CITE_LABEL_H

#include "cite/term.h"

struct labels;

struct labels *labels_new(struct arena *a, const struct terms *t);

/* The longest label at s[i]: its name, and in *end where it ends with its dot.
 * NULL: what stands there is none. */
const char *label_at(const struct labels *l, struct text s, size_t i,
    size_t *end);

/* The nearest word that is a label, for "did you mean"; "" if none is near. */
struct text label_near(const struct labels *l, struct text word);

/* One of ours: no style knows it unless it was written for peritus. */
bool label_is_ours(struct text label);

/* "article-locator" and "article" are one label, and so are "sub verbo" and
 * "sub-verbo" of older styles. */
bool label_eq(struct text x, struct text y);

/* The locale's word for a label: CSL 1.0.2 has "-locator" behind the names
 * that are an item's type or a variable as well. */
bool label_term(struct arena *a, const struct terms *t, struct text label,
    enum term_form form, bool plural, struct text *out);

#endif
