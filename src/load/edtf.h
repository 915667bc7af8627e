/*
 * edtf.h - within load/: dates as one word (EDTF level 0 and a little of 1)
 *
 *   date  := point | point "/" point | point "/" ("open" | "..")
 *   point := ["-"] YYYY ["-" MM ["-" DD]] ["~" | "?" | "%"]
 *
 * A month of 21 to 24 is a season.
 */
#ifndef LOAD_EDTF_H
#define LOAD_EDTF_H

#include "model/reference.h"

/* Fills from, to, range, open and circa; false when it is not one. */
bool edtf_parse(struct text t, struct date *out);

#endif
