/*
 * when.h - within expand/: dates, whole and partial
 *
 * A date of a case is ISO 8601 as far as it is known: 2020, 2020-08,
 * 2020-08-11.  Anything else ("c. 2015", "spring 2019") is words, and printed
 * as it is.
 */
#ifndef EXPAND_WHEN_H
#define EXPAND_WHEN_H

#include "base/text.h"

struct when {
	int year, month, day; /* month, day: 0 is not known */
};

enum when_kind {
	WHEN_WORDS, /* not a date, but words about one */
	WHEN_BAD,   /* only digits and dashes, and no day of the calendar */
	WHEN_DATE
};

enum when_kind when_read(struct text t, struct when *out);

/* By a pattern of D DD M MM MMM MMMM YY YYYY ddd dddd Do; what the date does
 * not tell is left out, with what parts it from the next.  [..] is literal. */
struct text when_show(struct arena *a, struct when w, struct text pattern);

/* Whole years from one date to another: the fewest and the most that it can
 * be, where one of the dates is partial. */
void when_years(struct when from, struct when to, int *least, int *most);

/* Years, months and days between, as far as both dates tell.  from <= to. */
struct when when_between(struct when from, struct when to);

/* The last day that a partial date can mean. */
struct when when_last_day(struct when w);

int when_cmp(struct when x, struct when y);

#endif
