/*
 * process.h - citations in their order, and the bibliography
 */
#ifndef CITE_PROCESS_H
#define CITE_PROCESS_H

#include "cite/flat.h"
#include "cite/render.h"

struct process {
	struct arena *a;    /* for what outlives a citation */
	struct arena *pass; /* for the words of one citation or entry */
	const struct rules *rules;
	ARRAY(struct work *) works; /* cited, in order of their first cite */
	struct text last_names;     /* of the entry before this one */
	/* the cite before this one */
	const struct work *last;
	struct text last_locator, last_label;
	unsigned last_note, in_last_note; /* its note; cites in that note */
};

/* One citation: its cites and the note that it stands in (0: in text). */
struct cluster {
	struct cite_words *cites;
	size_t n;
	unsigned note;
	struct text note_label;
	bool ends; /* nothing follows in the note: the layout's suffix */
};

/* For a cite, or (NULL) an entry of the bibliography or a sort key. */
struct render process_render(const struct process *p, const struct area *area,
    struct work *w, const struct cite_words *cite);

/* Fills in positions and renders; NULL: nothing printed.  What comes back,
 * here and from process_entry, lives in p->pass. */
struct out *process_cluster(struct process *p, struct cluster *c);

/* Works whose short forms are equal: disambiguate="true" holds for them. */
void process_ambiguous(struct process *p);

/* In the order of p->works: an entry knows the authors of the one before. */
struct out *process_entry(struct process *p, struct work *w);

#endif
