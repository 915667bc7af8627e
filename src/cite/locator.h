/*
 * locator.h - pinpoints, from the words behind a key
 *
 *   suffix  <- ","? label? value rest
 *   value   <- number (("," | "-" | "&" | "and") number)*
 *
 * A label is a term of CSL's locators in the locale's or English words, with
 * or without its dot, or one that lawyers use; a bare number is a page, and a
 * number in square brackets a paragraph.
 */
#ifndef CITE_LOCATOR_H
#define CITE_LOCATOR_H

#include "cite/term.h"

struct locator {
	struct text label, value;
	size_t end;          /* bytes of the suffix used; 0: no locator */
	struct text unknown; /* a word before a number that is no label */
};

struct locator locator_of(struct arena *a, const struct terms *t,
    struct text suffix);

#endif
