/*
 * plain.h - within paint/: the plain-text device while it prints
 */
#ifndef PAINT_PLAIN_H
#define PAINT_PLAIN_H

#include "model/doc.h"

enum { PLAIN_COLUMNS = 72 };

struct plain {
	struct arena *a;
	struct diag *d;
	struct buf out;
	size_t indent; /* columns before every line */
	/* Stands in the indent of the next line, from this column on: a
	 * number, a bullet; or "". */
	struct text marker;
	size_t marker_at;
	bool gap; /* an empty line comes before the next one */
	unsigned depth;
	bool too_deep;                    /* said once */
	ARRAY(const struct node *) notes; /* called and not printed yet */
};

struct words {
	ARRAY(struct text) line;
};

/* Columns that t takes on a terminal: marks stand on their letters. */
size_t plain_width(struct text t);

/* t in lines of at most `width` columns, broken at blanks; LF breaks always. */
struct words plain_wrap(struct arena *a, struct text t, size_t width);

/* The words below n, its notes as [3] and put on the list. */
struct text plain_words(struct plain *p, const struct node *n);

void plain_line(struct plain *p, struct text t);
void plain_table(struct plain *p, const struct node *table);

#endif
