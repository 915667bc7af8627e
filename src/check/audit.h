/*
 * audit.h - what is wrong with records of sources, before any report
 *
 *   SRC-01  a URL without the day on which it was opened (accessed)
 *   SRC-02  a URL without an archived copy (custom.archived)
 *   SRC-03  no record that a person opened the source (custom.verified)
 *   SRC-04  no title            SRC-05  no date of issue
 *   SRC-06  a date in the future
 *   SRC-07  a date after the report's
 *   SRC-08  a source that may be there twice: by DOI, URL or title
 *   SRC-09  a key that reads as ASCII and is not
 *
 * A library has hundreds of records, and the same is wrong with many of them:
 * each kind is one finding, with a count and the first few places.  Types that
 * are missing, and ids that are there twice, are said when they are read.
 */
#ifndef CHECK_AUDIT_H
#define CHECK_AUDIT_H

#include "model/profile.h"
#include "model/reference.h"

struct audit_entry {
	const struct reference *ref;
	struct text where; /* what is said of where it is used, or "" */
};

struct audit {
	struct arena *a;
	const struct audit_entry *at;
	size_t n;
	struct date_point today;
	struct date_point report;      /* the report's date; year 0: none */
	const struct profile *profile; /* may set levels; NULL: standard ones */
	bool all;                      /* a finding for each record */
	struct diag *d;
};

void audit(const struct audit *w);

#endif
