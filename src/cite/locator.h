/*
 * locator.h - pinpoints, from the words behind a key
 *
 *   locator  <- ","? "at"? (pinpoint (joint? pinpoint)* / "{" braced "}")
 *   pinpoint <- label? value / "[" number "]" ...
 *   value    <- number (joint number)*
 *   number   <- "12" "12a" "6(1)(a)" "[12]" "35.3" "(b)" "xii" "B"; and "ff",
 *               "et seq", "passim" behind it
 *   joint    <- "," | "-" | "&" | "and" | "or" | "to", with blanks
 *   braced   <- label? any
 *
 * Labels are those of label.h.  A number without one is a page, or in square
 * brackets a paragraph; letters count ("sch B", "para (b)", "p iv") behind a
 * label only, and a roman numeral where nothing else follows.  In braces, as
 * Pandoc has them, everything is the locator, and "{}" says that there is
 * none.
 *
 * One cite may have several pinpoints: "s 6(1)(a), sch 2 para 3".  The first
 * is CSL's locator, with its label; the style asks for it in its conditions.
 * Each of the others is printed behind it as the style would print that one
 * alone in the same place, after the joint that was typed; where a style
 * prints a bare number, the short term of its label stands before it
 * (pinpoint.h).  Nothing that was typed is lost.
 */
#ifndef CITE_LOCATOR_H
#define CITE_LOCATOR_H

#include "cite/label.h"

struct pinpoint {
	struct text joint; /* before it: "", " ", ", ", " and ", "-" */
	struct text label; /* "paragraph", "article-locator", "schedule" */
	struct text value; /* "90-92"; dashes between numbers are hyphens */
};

struct locator {
	ARRAY(struct pinpoint) at; /* none: no locator */
	size_t end;                /* bytes of the suffix used */
	size_t from;               /* where the first of them begins */
	struct text unknown;       /* a word before a number that is no label */
};

struct locator locator_of(struct arena *a, const struct labels *l,
    struct text suffix);

#endif
