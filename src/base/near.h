/*
 * near.h - did you mean ...?
 */
#ifndef BASE_NEAR_H
#define BASE_NEAR_H

#include "base/text.h"

/* Optimal string alignment distance (insert, delete, replace, swap two
 * neighbours), by bytes; at most `limit` + 1.  Words over 64 bytes are not
 * compared: limit + 1. */
unsigned near_distance(struct text a, struct text b, unsigned limit);

/* Keeps the nearest of the candidates offered. */
struct near {
	struct text want;
	struct text best; /* "" until something near enough was offered */
	unsigned distance;
};

struct near near_to(struct text want);
void near_offer(struct near *n, struct text candidate);

#endif
