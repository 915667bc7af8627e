/*
 * ids.h - within load/: ids that a case refers to, and those it does not
 *
 *   CASE-09  an id that is defined nowhere
 *   CASE-10  an id that nothing refers to
 *
 * Ids that are there twice are schema.h's.  A fact whose document is missing
 * leaves a hole in a sentence: a warning in a draft, an error in a final
 * report.
 */
#ifndef LOAD_IDS_H
#define LOAD_IDS_H

#include "model/kase.h"

void ids_check(struct arena *a, const struct kase *k, struct diag *d);

/* Keys of the profile's `rules` that are the code of nothing: PROF-02. */
void ids_rules(struct arena *a, const struct value *rules, struct diag *d);

#endif
