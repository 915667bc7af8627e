/*
 * length.h - within load/: "27mm", "11.5pt", "1in", "12" (points) to mpt
 */
#ifndef LOAD_LENGTH_H
#define LOAD_LENGTH_H

#include "base/text.h"
#include "base/unit.h"

/* Non-negative, at most 10,000 pt; false for anything else. */
bool length_parse(struct text t, mpt *out);

#endif
