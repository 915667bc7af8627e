/*
 * process.h - citations in their order, and the bibliography
 *
 * All works are known before the first is cited: they are sorted and numbered
 * (sort.h), told apart (disamb.h), and then cited one after the other.
 */
#ifndef CITE_PROCESS_H
#define CITE_PROCESS_H

#include "cite/flat.h"
#include "cite/render.h"
#include "model/profile.h"

/* The latest cite in the notes, or in the text (CSL 1.0.2, "Choose"). */
struct trail {
	const struct work *work;
	struct text locator, label, rest;
	unsigned note;
	size_t in_note, in_citation; /* how many cites these have */
	bool mixed; /* its note may name other sources (aside.h) */
};

struct process {
	struct arena *a; /* for what outlives a citation */
	struct arena *
	    pass; /* for the words of one citation or entry: reset behind each */
	const struct rules *rules;
	enum ibid_policy ibid;
	ARRAY(struct work *) works; /* cited, in order of their first cite */
	struct trail trail[2];      /* of the text; of notes */
	struct text last_who;       /* names of the entry before this one */
	ARRAY(struct text) last_people; /* one by one */
	struct collator *collator;      /* NULL until something is sorted */
};

/* One citation: its cites and the note that it stands in (0: in text). */
struct cluster {
	struct cite_words *cites;
	size_t n;
	unsigned note;
	struct text note_label;
	bool inside; /* words stand before it in the sentence */
	bool mixed;  /* the note may name other sources (aside.h) */
	bool ends;   /* nothing follows in the note: the layout's suffix */
};

/* For a cite, or (NULL) an entry of the bibliography or a sort key. */
struct render process_render(const struct process *p, const struct area *area,
    struct work *w, const struct cite_words *cite);

/* The first names printed: those that suppress-author leaves out, and, with
 * `instead`, what a cs:substitute printed for them.  NULL: none. */
struct out *process_names(struct out *o, bool instead);

/* Makes an element print nothing, with all below it. */
void process_empty(struct out *o);

/* Fills in positions and renders; NULL: nothing printed.  What comes back
 * lives in p->pass. */
struct out *process_cluster(struct process *p, struct cluster *c);

#endif
