/*
 * rely.h - within load/: the sources of a library and of a case, side by side
 *
 * A report that only repeats another is no second source for what it says, so
 * a reference may name those it relies on: `custom: {relies_on: key}`, or a
 * list of keys.  Codes: REF-02, REF-09, REF-10, REF-11 (reference.h).
 */
#ifndef LOAD_RELY_H
#define LOAD_RELY_H

#include "model/reference.h"

/* Says which keys are in both, which are relied on and in neither, and who
 * relies on whom in a circle.  `own` may be NULL; it counts before `lib`. */
void rely_check(const struct references *lib, const struct references *own,
    struct diag *d);

#endif
