/*
 * bib.h - lists of the works cited: in sections, and as authorities
 *
 *   ::: {.refs}            every work, in the sections of the profile
 *   ::: {.authorities}     the sections that the profile counts as authorities,
 *                          each work with the paragraphs that cite it
 *
 *   sections=off           one list, as without sections in the profile
 *   only="cases treaties"  these sections; of a single one the heading is left
 *                          to the template
 *   title="..."            a heading above it all, when there is a work at all
 *
 * A section without works is not there at all.  Headings stand one level below
 * the heading above the list.
 *
 * Codes: BIB-01 unknown section; BIB-02 not a choice; BIB-03 the profile has
 * no sections to choose from; BIB-04 works cited that stand in no list.
 */
#ifndef CITE_BIB_H
#define CITE_BIB_H

#include "cite/process.h"
#include "cite/usage.h"
#include "model/profile.h"

struct bib {
	struct arena *a;
	struct process *process; /* its works are sorted */
	const struct profile *profile;
	struct diag *d;
	const struct node *root; /* of the numbered document */
	struct map *labels;      /* of the new one */
	/* bib.c's own, zero to begin with */
	struct usages usages;
	const size_t *section;   /* of each of process->works */
	bool *listed;            /* by section */
	const struct node *last; /* list */
};

/* Fill `into`, the copy of `refs`, with headings and entries. */
void bib_list(struct bib *b, const struct node *refs, struct node *into);

/* After the last list: what none of them has. */
void bib_end(struct bib *b);

#endif
