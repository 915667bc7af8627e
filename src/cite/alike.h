/*
 * alike.h - works whose cites read alike
 *
 * CSL 1.0.2, "Disambiguation": a cite is ambiguous when it matches several
 * works.  Works fall into classes by the words of their short cites, found by
 * a table of those words, so that the cost grows with the number of works and
 * not with that of pairs.
 */
#ifndef CITE_ALIKE_H
#define CITE_ALIKE_H

#include "cite/process.h"

/* A work, and what its cite showed when it was last rendered. */
struct reading {
	struct work *work;
	struct text words;
	ARRAY(const struct name *) people; /* in the order printed */
	unsigned asked;                    /* tests of disambiguate="true" */
};

/* A class: at least one work; in the order of the bibliography. */
struct alike {
	ARRAY(struct reading) at;
};

struct alikes {
	ARRAY(struct alike) at;
};

struct reader {
	const struct process *p;
	struct arena *a;     /* for what is kept until all is told apart */
	struct arena *scrap; /* for one cite */
};

/* Renders the cite anew, as disambiguation compares it: no locator, no affix,
 * no year-suffix; of a work that is cited in notes, or again, the later form,
 * which says least. */
void alike_read(struct reader *r, struct reading *x);

/* The words of each person in x->people, by the same index. */
void alike_people(struct reader *r, struct reading *x, struct text *words);

/* Reads a class anew: the classes that it falls into.  Works without any words
 * are left out. */
struct alikes alike_split(struct reader *r, const struct alike *c);

/* All works as one class, not read yet. */
struct alike alike_all(struct reader *r);

#endif
