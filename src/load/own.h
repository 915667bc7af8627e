/*
 * own.h - within load/: what a case brings along: sections and sources in its
 * own folder
 */
#ifndef LOAD_OWN_H
#define LOAD_OWN_H

#include "load/read.h"

/* Read them into k; a path that leads out of the folder is refused. */
void own_read(struct arena *a, struct kase *k, struct diag *d);

#endif
