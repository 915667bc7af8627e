/*
 * cites.h - one citation, from its node: works, pinpoints, words around them
 *
 * What an author wrote stands in a NODE_CITE; what a style makes of it comes
 * from process.h.  Here the one meets the other, and whatever is lost between
 * them is said (warn.h).
 */
#ifndef CITE_CITES_H
#define CITE_CITES_H

#include "cite/locator.h"
#include "cite/process.h"
#include "model/stage.h"

struct cites {
	struct arena *a;
	struct process p;
	const struct labels *labels;
	const struct library *lib;
	const struct kase *kase;
	const struct profile *profile;
	struct diag *d;
	struct map works;        /* key -> struct work */
	const struct node *note; /* that we are in, or NULL */
	bool begins, ends; /* nothing stands before, or behind, in the note */
	bool mixed; /* the note has words of its own beside its citations */
};

/* NULL: there is no such reference. */
struct work *cites_work(struct cites *s, struct text key);

/* Of the note that we are in; 0: in the text. */
unsigned cites_note_number(const struct cites *s);

/* The words of a NODE_CITE, as spans below `into`. */
void cites_write(struct cites *s, const struct node *n, struct node *into);

#endif
