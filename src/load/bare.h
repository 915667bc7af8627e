/*
 * bare.h - citations alone: reference lists, a style and a text that cites,
 * without a case and without a project
 *
 * A library and a case of the smallest kind are made of them, so that the
 * stages do with them what they do with any other.
 */
#ifndef LOAD_BARE_H
#define LOAD_BARE_H

#include "model/stage.h"

struct bare {
	struct text style;       /* a name, or the path of a .csl */
	struct text locale;      /* in place of the style's, or "" */
	const struct text *refs; /* paths; "-" is standard input */
	size_t nrefs;
	struct text cites; /* path of the text, "-", or "": there is none */
};

struct bare_loaded {
	const struct library *lib; /* NULL: there is no style to work with */
	const struct kase *kase;
	const struct profile *profile;
};

/* Codes: CSL-01..04, REF-01.., FILE-01.. */
struct bare_loaded bare_load(struct arena *a, const struct places *where,
    const struct bare *want, struct diag *d);

/* Whether a path that people give for a style is a file, not a name. */
bool bare_is_path(struct text style);

#endif
