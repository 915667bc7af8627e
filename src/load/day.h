/*
 * day.h - within load/: days as ISO 8601 writes them, and as people do
 *
 * "2026-11-20" is a day, "2026-11" and "2026" are partial dates.  Everything
 * else is words to us: what can be guessed from it is only for hints.
 */
#ifndef LOAD_DAY_H
#define LOAD_DAY_H

#include "base/text.h"

struct day {
	int year, month, day; /* month and day 0: not said */
};

/* 1..9999, 1..12, 1..31: a day of the Gregorian calendar. */
bool day_exists(struct day d);

int day_month_length(int year, int month);
const char *day_month_name(int month); /* "January" is 1 */

/* "2026-11-20" exactly; false for anything else. */
bool day_parse(struct text t, struct day *out);

/* The same, or "2026-11", or "2026". */
bool day_parse_partial(struct text t, struct day *out);

/* The first and the last day that a date may mean, as 20261120.  False when
 * it is words, or does not exist. */
struct day_span {
	int from, to;
};
bool day_span(struct text t, struct day_span *out);

/* What "20.11.2026", "11/20/2026", "20 November 2026" or "2026/11" is meant
 * to be.  `other` is the second reading of 03/04/2026, or has year 0. */
struct day_guess {
	struct day day, other;
};
bool day_guess(struct text t, struct day_guess *out);

/* "2026-11-20", "2026-11" or "2026". */
struct text day_show(struct arena *a, struct day d);

#endif
