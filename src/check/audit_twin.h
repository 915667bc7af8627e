/*
 * audit_twin.h - within check/: records of one and the same source
 *
 * Two records are of one source when they have the same DOI, or the same URL
 * but for its scheme, "www." and a last "/"; or the same title, unless what
 * both of them give differs: year, number, volume, first page, or the author.
 * A yearly report may keep its title.
 */
#ifndef CHECK_AUDIT_TWIN_H
#define CHECK_AUDIT_TWIN_H

#include "base/map.h"
#include "model/reference.h"

struct twins {
	struct arena *a;
	struct map registers; /* "doi ..." and "url ..." -> struct namesake */
	struct map titles;    /* letters of a title -> the same */
};

/* The record seen before that r is a twin of, or NULL; r is then seen too. */
const struct reference *twins_find(struct twins *t, const struct reference *r,
    const char **why);

#endif
