/*
 * csl.h - citation styles and locales: from XML to model/csl.h
 *
 * Codes: CSL-01 the style is not there; CSL-02 the XML is broken; CSL-03 it is
 * not a style that can be used; CSL-04 a locale is not there.
 */
#ifndef LOAD_CSL_H
#define LOAD_CSL_H

#include "load/read.h"

/* A style or locale from its text; NULL after saying why. */
struct elem *csl_parse(struct arena *a, const struct source *src,
    struct diag *d);

/* Fill in the locales of style->lang, whose spelling is mended. */
void csl_locales(struct arena *a, const struct places *where,
    struct style *style, struct diag *d);

/* The file as it is, unnamed faults: NULL when it is not there or too long. */
const struct source *csl_slurp(struct arena *a, struct text path);

/* Whether a name may become part of a path: letters, digits, '-', '_', '.'. */
bool csl_plain_name(struct text t);

#endif
