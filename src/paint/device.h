/*
 * device.h - the ways to put a report on paper
 *
 * A device makes the whole file in memory: what goes wrong on the way leaves
 * nothing half-written.  {NULL, 0} after a fault, which the diag names.
 */
#ifndef PAINT_DEVICE_H
#define PAINT_DEVICE_H

#include "model/stage.h"

/* PDF 1.7. */
struct text device_pdf(struct arena *a, const struct pages *pages,
    const struct doc *doc, const struct verdict *v, struct diag *d);

/* UTF-8 in lines of 72 columns, of the document rather than of its pages: two
 * drafts can be compared line by line. */
struct text device_plain(struct arena *a, const struct pages *pages,
    const struct doc *doc, const struct verdict *v, struct diag *d);

#endif
