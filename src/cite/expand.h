/*
 * expand.h - telling cites apart by their names
 *
 * CSL 1.0.2, "Disambiguation", methods 1 and 2: given names are shown, or
 * shown in full, and names come out of hiding behind "et al.".  What does not
 * help is taken back.
 */
#ifndef CITE_EXPAND_H
#define CITE_EXPAND_H

#include "cite/alike.h"

/* givenname-disambiguation-rule, all but "by-cite": every name printed is told
 * from every other, whether its cite is ambiguous or not. */
void expand_everywhere(struct reader *r);

/* The classes of `c` that given names cannot part. */
struct alikes expand_given(struct reader *r, const struct alike *c);

/* The classes of `c` that further names cannot part; those are expanded too
 * if `given`. */
struct alikes expand_names(struct reader *r, const struct alike *c, bool given);

#endif
