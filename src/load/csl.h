/*
 * csl.h - citation styles and locales: from XML to model/csl.h
 *
 * Codes: CSL-01 the style is not there; CSL-02 the XML is broken; CSL-03 it is
 * not a style, or none that can be used; CSL-04 a locale is not there; CSL-07
 * more than a limit allows, or a document type.  CSL-05 and CSL-06 are macros
 * (cite/rule.c).
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

/* Whether the root element is this one, "style" or "locale", of CSL 1.0; says
 * so if not. */
bool csl_is(const struct elem *root, const char *what, struct diag *d);

/* Whether a name may become part of a path: letters, digits, '-', '_', '.'. */
bool csl_plain_name(struct text t);

#endif
