/*
 * cover.h - within trial/: which combinations of facts to try
 *
 * Not all of them: every value of every fact at least once, and every pair of
 * values of two facts on which the same words depend (pairwise testing, as of
 * AETG: Cohen, Dalal, Fredman and Patton, IEEE TSE 23(7), 1997).  Rows are
 * found greedily and in order, so the same template always gives the same.
 */
#ifndef TRIAL_COVER_H
#define TRIAL_COVER_H

#include "trial/factor.h"

struct row {
	unsigned *at; /* by factor: which of its choices */
};

struct cover {
	ARRAY(struct row) rows; /* the first is the base of all factors */
	bool cut;               /* there would have been more than the limit */
};

struct cover cover_of(struct arena *a, const struct plan *p, size_t limit);

/* In this row the factor's fact is there to be read. */
bool row_has(const struct plan *p, const struct row *r, size_t factor);

#endif
