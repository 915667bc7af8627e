/*
 * unit.h - the one unit of length
 *
 * Every length in model/ and layout/ is an mpt: a thousandth of a PDF point
 * (1/72 inch).  Integers, so that layout is the same on every machine; decimal,
 * so that a dump can be read.  x grows right, y grows DOWN from the top of the
 * page; only paint/ knows that PDF's y grows up.
 */
#ifndef BASE_UNIT_H
#define BASE_UNIT_H

#include <stdint.h>

typedef int32_t mpt;

#define PT(n) ((mpt)((n)*1000))

/* How wide `units` of a font with `upem` units per em are at `size`, rounded
 * to the nearest mpt. */
static inline mpt
mpt_scale(int32_t units, mpt size, int32_t upem)
{
	int64_t v = (int64_t)units * size;
	return (mpt)((v >= 0 ? v + upem / 2 : v - upem / 2) / upem);
}

#endif
