/*
 * aside.h - work that goes on beside the caller's
 *
 * A file that nobody needs yet is read in a thread, with memory and findings
 * of its own; both are the caller's once he has waited.  Nothing is shared, so
 * nothing is locked, and what comes out is the same as without a thread.
 */
#ifndef BASE_ASIDE_H
#define BASE_ASIDE_H

#include "base/diag.h"

struct aside;

typedef void aside_work(struct arena *a, struct diag *d, void *data);

/* Begin; `data` is not to be touched by others until aside_end().  Without a
 * second thread to be had, the work is done at once. */
struct aside *aside_start(struct arena *a, aside_work *work, void *data);

/* Wait.  What was allocated lives as long as the arena given to aside_start;
 * what was found is added to d. */
void aside_end(struct aside *s, struct diag *d);

#endif
