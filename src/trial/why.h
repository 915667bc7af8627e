/*
 * why.h - within trial/: the facts that make a difference
 *
 * A class is given to each variant (its wording, or whether a fault is in it);
 * wanted are the fewest factors whose values tell the classes apart.
 */
#ifndef TRIAL_WHY_H
#define TRIAL_WHY_H

#include "trial/trial.h"

enum { WHY_NONE = -1 }; /* the class of a variant that is of no interest */

/* `on`: the factors to choose from.  Empty: none can tell. */
struct factor_set why_of(struct arena *a, const struct trial *t,
    const int *classes, const bool *on);

/* Do the factors part all classes? */
bool why_tells(const struct trial *t, const int *classes,
    const struct factor_set *set);

/* The facts of the variants of one class, in words; those of `set` that do not
 * part it from the others are left out. */
struct text why_words(struct arena *a, const struct trial *t,
    const int *classes, int wanted, const struct factor_set *set);

#endif
