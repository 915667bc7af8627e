/*
 * disamb.h - works that read alike when they are cited are told apart
 *
 * CSL 1.0.2, "Disambiguation": by given names, by more names, by what the
 * style prints where disambiguate="true", and at last by letters at the year;
 * each as the style allows, and only as far as it is of use.
 */
#ifndef CITE_DISAMB_H
#define CITE_DISAMB_H

#include "cite/process.h"

/* Sets more_names, given, conditions and suffix of all p->works, which are in
 * the order of the bibliography and know how often they are cited. */
void disamb(struct process *p);

#endif
