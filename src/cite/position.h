/*
 * position.h - where a cite stands among the others: first, ibid, near a note
 *
 * CSL 1.0.2, "Choose", position.  Notes and running text are followed apart:
 * a cite in the text between two notes does not part them.
 */
#ifndef CITE_POSITION_H
#define CITE_POSITION_H

#include "cite/process.h"

/* Fills in the position of cite i of a citation; those before it have theirs,
 * and the work remembers that it was cited. */
void position_place(struct process *p, const struct cluster *k, size_t i);

#endif
