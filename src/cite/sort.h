/*
 * sort.h - the order of cites in a citation, and of works in a bibliography
 *
 * CSL 1.0.2, "Sorting": by the keys of cs:sort; without it nothing moves.
 */
#ifndef CITE_SORT_H
#define CITE_SORT_H

#include "cite/process.h"

/* The cites of one citation, when cs:citation says. */
void sort_cites(struct process *p, struct cluster *k);

/* p->works as the bibliography has them; numbers them. */
void sort_works(struct process *p);

/* Gives back what both of them opened; they may be called again. */
void sort_end(struct process *p);

#endif
