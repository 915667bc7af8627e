/*
 * usage.h - where in the document each work is cited
 *
 * A judge who reads a list of sources asks of each one "where is this used?".
 * The answer is in the numbers that are printed: those of paragraphs; where
 * there are none (summaries, appendices) those of notes; at last the heading
 * that the words stand under.  What follows a numbered paragraph under the
 * same heading - a list, a table, a paragraph that continues it - is part of
 * it, as it is for `number`.
 */
#ifndef CITE_USAGE_H
#define CITE_USAGE_H

#include "base/map.h"
#include "cite/term.h"
#include "model/doc.h"

struct usage_place {
	struct text number; /* as printed, or a heading's words */
	struct text label;  /* or "": no link */
	int n;              /* the number, or 0 */
	bool alone;         /* a note outside of all numbered paragraphs */
};

/* One citation, and what it stands in: each may be NULL. */
struct usage_cite {
	struct pos pos; /* of "@key" */
	const struct node *para, *note, *heading;
};

/* Each in the order of the document, and of places nothing twice. */
struct usage {
	ARRAY(struct usage_place) paras, notes, parts;
	ARRAY(struct usage_cite) cites;
};

/* Where a list of works stands. */
struct usage_list {
	const struct node *refs;
	int level; /* of the heading above it, or 1 */
};

struct usages {
	struct map works; /* key -> struct usage */
	ARRAY(struct usage_list) lists;
};

/* Of a numbered document. */
struct usages usages_of(struct arena *a, const struct node *root);

/* How places are written out. */
struct usage_form {
	const struct terms *terms;
	enum term_form form; /* of "paras", "nn": FORM_SHORT, FORM_SYMBOL */
	bool notes;          /* notes within numbered paragraphs too */
	int passim; /* more paragraphs than these are "passim"; 0: never */
};

/* As links below `into`: "paras 12-14, 20; n 7", runs of three and more joined.
 * False: there is no place, and nothing was added. */
bool usage_nodes(struct arena *a, const struct usage *u,
    const struct usage_form *form, struct node *into);

#endif
