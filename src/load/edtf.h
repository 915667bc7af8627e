/*
 * edtf.h - within load/: dates as one word
 *
 * EDTF (ISO 8601-2) level 0, and of levels 1 and 2 what Pandoc takes:
 *
 *   date   := point | [point] "/" [point] | point "/" ("open" | "unknown")
 *           | ".." "/" point | point "/" ".."
 *   point  := year ["-" MM ["-" DD]] [time] with "~", "?" or "%" around a part
 *   year   := ["-"] DDDD | ("y" | "Y") ["-"] DDDD D*
 *   D, MM, DD may be X or u: a digit, a month or a day that is not known
 *   time   := "T" anything
 *
 * A month of 21 to 32 is a season.  "199X" is the range 1990/1999.  The year
 * 0000 is 1 BC, as ISO 8601 counts, and becomes CSL's -1; so -0044 is -45.
 */
#ifndef LOAD_EDTF_H
#define LOAD_EDTF_H

#include "model/reference.h"

/* Fills from, to, range, open and circa; false when it is not one, and *out is
 * as it was. */
bool edtf_parse(struct text t, struct date *out);

#endif
