/*
 * census.h - every source that there is, and where each is cited
 *
 * Over a library the places are files, whatever a case takes from them; over
 * a case they are the printed paragraphs, and notes outside of any.
 */
#ifndef CLI_CENSUS_H
#define CLI_CENSUS_H

#include "base/map.h"
#include "model/stage.h"

struct citation {
	struct text key;
	struct pos pos;         /* of "@key", or what included it */
	struct text para, note; /* as printed, or "" */
	struct text heading;    /* that it stands under, or "" */
	struct text unit;       /* what is counted; see above */
};

struct record {
	const struct reference *ref; /* NULL: there is no such source */
	struct text key;
	ARRAY(struct citation) cites; /* in order */
	size_t places;                /* different units */
	bool own;                     /* the case brings it along */
};

struct census {
	ARRAY(struct record *) all;    /* sources as they were written */
	ARRAY(struct record *) strays; /* keys without a source */
	struct map by_key;
	bool whole;              /* that a source is missing can be told */
	const struct kase *kase; /* or NULL: a library */
	const struct profile *profile; /* of the case */
};

/* What the words of a command line name: nothing is the project's library;
 * one file with a `profile:` is a case; others are lists of references, or
 * texts that cite, when they end in .md.  NULL after saying why. */
struct census *census_take(struct arena *a, const struct places *where,
    const struct text *files, size_t n, struct diag *d);

/* NULL: neither a source nor cited. */
const struct record *census_at(const struct census *c, struct text key);

#endif
