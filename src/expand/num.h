/*
 * num.h - within expand/: numbers as templates and facts write them
 *
 * Read and written by hand, since the C library's way depends on the locale.
 */
#ifndef EXPAND_NUM_H
#define EXPAND_NUM_H

#include "expand/datum.h"

/* "-12", "1_000", "3.5": all of t, or false. */
bool num_read(struct text t, struct number *out);

/* Is a broken number near enough to 0 to be told from its neighbours, and
 * written in figures?  The language has none that do not. */
bool num_fits(double v);

/* *v times ten to the power that `exponent` writes ("3", "+3", "-3"): broken.
 * False if that is out of range. */
bool num_scale(struct number *v, struct text exponent);

/* As few decimals as tell the number apart, at most 12 and at least one:
 * "5.0", "0.3". */
struct text num_show(struct arena *a, double v);

/* `places` decimals, half to even. */
struct text num_fixed(struct arena *a, double v, int places);

/* v rounded to `places` decimals (may be negative), half to even. */
double num_round(double v, int places);

#endif
