/*
 * csl.h - citation styles and locales: the XML they were written in, as a tree
 *
 * load/ reads the XML and resolves a dependent style to its parent; what the
 * elements mean (CSL 1.0.2) is known to cite/ alone.
 */
#ifndef MODEL_CSL_H
#define MODEL_CSL_H

#include "base/diag.h"

struct xattr {
	struct text name, value; /* xml:lang; p:holds, see cite/extend.h */
	const struct xattr *next;
};

struct elem {
	struct pos pos;
	struct text name; /* "text", "group"; "": not of CSL */
	struct text text; /* character data, trimmed, when it has no children */
	const struct xattr *attrs;
	struct elem *child, *next, *last;
};

struct text elem_attr(const struct elem *e, const char *name); /* or "" */

struct style {
	const struct elem *root;      /* <style> */
	const struct elem *locale[4]; /* files, most specific first: dialect,
				       * language's main dialect, en-US; NULL
				       * ends */
	struct text lang;             /* default-locale, or the profile's */
	bool note;                    /* class="note" */
};

#endif
