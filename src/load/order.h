/*
 * order.h - within load/: dates that can only be in one order
 *
 *   CASE-08  a date after one that it cannot be after
 *
 * Partial dates are compared fairly: 2026-11 and 2026-11-20 may be one day, so
 * only what is certainly out of order is said.  Most of it is a slip that the
 * reader of a draft forgives: a warning there, an error in a final report.
 */
#ifndef LOAD_ORDER_H
#define LOAD_ORDER_H

#include "model/kase.h"

/* The dates of a case and of its expert. */
void order_check(const struct kase *k, struct diag *d);

/* Those of a section by itself, and of one that a case asks for. */
void order_front(const struct template *t, struct diag *d);
void order_section(const struct kase *k, const struct section_use *use,
    const struct template *t, struct diag *d);

#endif
