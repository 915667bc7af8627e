/*
 * provenance.h - of each paragraph of a report, where it comes from: the lines
 * of a template, the facts, the sources
 *
 * An entry is what a reader would point at: a paragraph (an item's too), a
 * heading, a table as a whole, a caption, a term.  Notes belong to what their
 * marks stand in.
 */
#ifndef CLI_PROVENANCE_H
#define CLI_PROVENANCE_H

#include "model/paths.h"
#include "model/stage.h"

struct cited_work {
	struct text key, locator;
	const struct reference *ref; /* NULL: there is no such source */
};

struct entry {
	const char *kind;     /* "paragraph", "heading", "table" ... */
	struct text number;   /* "12", "12(a)", "C", or "" */
	struct text label;    /* or "" */
	struct text heading;  /* what it stands under, or "" */
	struct text template; /* id of the template, or "" : the words are a
			       * fact's */
	struct pos pos, last; /* its first and last words */
	struct pos place;     /* what printed or included those, or nothing */
	const struct node *node;
	struct readings facts;
	ARRAY(struct cited_work) works;
};

struct provenance {
	ARRAY(struct entry) entries; /* in the order of the report */
	const struct paths *paths;
	const struct kase *kase;
};

/* `doc` is numbered.  NULL gives NULL. */
const struct provenance *provenance_of(struct arena *a, const struct doc *doc,
    const struct library *lib, const struct kase *kase);

/* By number ("12", "12(a)", "C") or label ("par-arrests", "@arrests",
 * "belarus/detention/arrests"); NULL: none, or several in *second. */
const struct entry *provenance_find(const struct provenance *p,
    struct text word, const struct entry **second);

/* For people, on a screen; as JSON, one or all. */
void provenance_show(const struct provenance *p, const struct entry *e,
    FILE *out);
void provenance_json_entry(struct buf *b, const struct provenance *p,
    const struct entry *e);
void provenance_json(struct buf *b, const struct provenance *p);

#endif
