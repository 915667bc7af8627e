/*
 * verdict.h - what the checker says of a report, and what paint is to add
 */
#ifndef MODEL_VERDICT_H
#define MODEL_VERDICT_H

#include "base/diag.h"

/* Document properties: Info dictionary and outline's head. */
struct properties {
	struct text title, author, subject, lang;
	struct text date;     /* report_date, "2026-11-20" */
	struct text producer; /* "peritus 0.1.0" */
};

struct verdict {
	bool write; /* the file may be written */
	bool draft; /* DRAFT across every page: an overlay, no line moves */
	struct text overlay; /* the word, "DRAFT" */
	struct text legend;  /* small line under it, or "" */
	struct properties properties;
	ARRAY(const char *) skipped; /* rules not run, and why is in the diag */
};

/* One line a field. */
void verdict_dump(const struct verdict *v, FILE *f);

#endif
