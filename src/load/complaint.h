/*
 * complaint.h - within load/: what libyaml found wrong, in an expert's words
 *
 * Experts write YAML by hand and by analogy.  The message names what they see
 * in their editor, stands where they must change something, and says what.
 */
#ifndef LOAD_COMPLAINT_H
#define LOAD_COMPLAINT_H

#include "base/diag.h"

struct complaint {
	const char *problem, *context; /* libyaml's words; either may be NULL */
	struct pos at;                 /* where it stopped */
	struct pos begun;              /* where what it was reading begins */
};

void complain(struct diag *d, const struct complaint *c);

#endif
