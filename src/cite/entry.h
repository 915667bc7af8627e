/*
 * entry.h - one entry of the bibliography
 */
#ifndef CITE_ENTRY_H
#define CITE_ENTRY_H

#include "cite/process.h"

/* In the order of p->works, since an entry knows the authors of the one before
 * it.  NULL: the style prints nothing.  What comes back lives in p->pass. */
struct out *entry_render(struct process *p, struct work *w);

/* A list begins: the next entry has none before it. */
void entry_restart(struct process *p);

#endif
