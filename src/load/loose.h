/*
 * loose.h - a template and facts that need not belong together
 *
 * For writers of templates: the facts are any map, of no schema.  A library
 * and a case of the smallest kind are made of the two, so that the stages do
 * with them what they do with any other.  Where the facts are a case, its
 * profile, expert and sections are read as for a build.
 */
#ifndef LOAD_LOOSE_H
#define LOAD_LOOSE_H

#include "model/stage.h"

struct loose {
	struct text template; /* a path, or "-": standard input */
	struct text facts;    /* the same; "": none */
};

struct loose_loaded {
	const struct library *lib; /* NULL: there is nothing to work with */
	const struct kase *kase;
	/* Of the library's files: only of those that a template makes use of
	 * do people want to hear. */
	const struct diag *aside;
};

/* The library is that of where->root, else the nearest upwards of the
 * template, or of the facts, else the installed one; there may be none.
 * Codes: CASE-03 the facts are no map; FILE-01.., YAML-01.., SECT-02. */
struct loose_loaded loose_load(struct arena *a, const struct places *where,
    const struct loose *want, struct diag *d);

/* What was found in the library's files that were run. */
void loose_findings(const struct loose_loaded *l, const struct script *s,
    struct diag *d);

#endif
