/*
 * library.h - within trial/: all templates and profiles of a library, without
 * a case
 *
 * A section is known by its id, a part or report by its path below templates/.
 */
#ifndef TRIAL_LIBRARY_H
#define TRIAL_LIBRARY_H

#include "trial/trial.h"

struct trial_shelf {
	struct trial_library library;
	ARRAY(const struct template *) sections; /* by id */
	struct text root;
	/* What is wrong with the texts: of one that nobody asked about, people
	 * do not want to hear. */
	const struct diag *aside;
};

/* The library of where->root, else of the nearest folder upwards of here with
 * templates/, else the installed one.  Codes: CASE-07, FILE-01.., SECT-02. */
struct trial_shelf *trial_shelf(struct arena *a, const struct places *where,
    struct diag *d);

/* What was found in the text, when it was read; NULL: in all of them. */
void trial_aside(const struct trial_shelf *s, const struct template *t,
    struct diag *d);

/* What a word of the command line means: an id; a path, in the library or
 * elsewhere.  NULL after saying why.  Code: SECT-01. */
const struct template *trial_find(struct arena *a, const struct trial_shelf *s,
    struct text word, struct diag *d);

#endif
