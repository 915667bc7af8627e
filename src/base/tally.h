/*
 * tally.h - the findings of many cases, each said once
 *
 * A finding points into the files of its case, which are gone when the next
 * case begins: what is taken in is copied, with the files that it shows (equal
 * ones once).  Findings are the same when level, code, place, words and way out
 * are; remarks are those of the first.
 */
#ifndef BASE_TALLY_H
#define BASE_TALLY_H

#include "base/diag.h"
#include "base/map.h"

enum { TALLY_NAMES = 3 }; /* cases of a finding that are named */

struct tally_entry {
	struct finding *found;
	unsigned cases;
	struct text name[TALLY_NAMES]; /* of the first cases */
};

struct tally {
	struct diag d;      /* what was found, once; its arena is the tally's */
	unsigned cases;     /* taken in */
	struct map seen;    /* a finding as a text -> struct tally_entry */
	struct map bodies;  /* of files, by themselves */
	struct map sources; /* a source as a text -> its copy */
	ARRAY(struct tally_entry *) entries;
};

/* What was found in a case, named as people named it. */
void tally_take(struct tally *t, struct text name, const struct diag *from);

/* Say with each finding which cases it is of, when there are several. */
void tally_close(struct tally *t);

#endif
