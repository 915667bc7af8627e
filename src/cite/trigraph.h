/*
 * trigraph.h - the citation-label of a work, "Ferr78"
 */
#ifndef CITE_TRIGRAPH_H
#define CITE_TRIGRAPH_H

#include "cite/render.h"

/* CSL 1.0.2, Appendix IV, citation-label: as the reference says, or made from
 * the names and the year and kept with the work.  The specification leaves the
 * form open; we take that of DIN 1505: four letters of one name, two of each
 * of two, and so on, then the year's last two digits. */
struct text trigraph_of(struct arena *keep, const struct rules *r,
    struct work *w);

#endif
