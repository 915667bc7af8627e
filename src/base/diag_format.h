/*
 * diag_format.h - within base/: findings ready to be printed, and the formats
 *
 * diag_show() sorts, counts and works out places once; a format only writes.
 */
#ifndef BASE_DIAG_FORMAT_H
#define BASE_DIAG_FORMAT_H

#include "base/diag.h"

/* A place in a file, for people and for programs: all from 1, ends are the
 * first that is not meant.  Columns are code points, bytes those of the line. */
struct region {
	unsigned line, col, byte;
	unsigned end_line, end_col, end_byte;
	size_t start; /* of the line, in bytes of the source */
};

struct region region_of(struct line_cursor *c, struct pos at);

struct place {
	struct finding *f;
	struct pos at; /* in a file, or src is NULL */
	struct region r;
	struct place *again; /* human: the next with the same words */
	bool listed;         /* human: named by another, not shown itself */
};

struct report {
	FILE *out;
	struct arena *a; /* for scratch */
	const struct diag_look *look;
	struct line_cursor *cursor; /* for remarks */
	struct place *at;           /* what is shown, in order */
	size_t n;
	unsigned count[LEVEL_COUNT];  /* of all that was found */
	unsigned hidden[LEVEL_COUNT]; /* of those, not shown */
};

/* What included the file that a finding is in, and what included that. */
bool place_up(struct pos *at); /* false: nothing did */

enum { PLACE_DEPTH = 16 }; /* includes that are shown */

void diag_human(const struct report *r);
void diag_short(const struct report *r);
void diag_json(const struct report *r);
void diag_jsonl(const struct report *r);
void diag_sarif(const struct report *r);
void diag_github(const struct report *r);

#endif
