/*
 * collapse.h - the cites of one citation: those of an author together, what
 * they share printed once, and what stands between them
 *
 * CSL 1.0.2, "Cite Grouping" and "Cite Collapsing".
 */
#ifndef CITE_COLLAPSE_H
#define CITE_COLLAPSE_H

#include "cite/process.h"

/* A cite as the style prints it, before it is joined to others. */
struct cited {
	struct cite_words *cite;
	struct out *o;         /* without the user's affixes; may be NULL */
	struct out *names;     /* in it: the first names, or what stands
				 * for them; NULL: none */
	struct text who;       /* their words: equal ones are a group */
	struct text delimiter; /* behind it */
	bool hidden;           /* inside of a range: not printed */
};

struct cited_list {
	struct cited *at;
	size_t n;
};

/* Moves, empties and hides; sets each delimiter. */
void collapse(struct process *p, struct cited_list *l);

#endif
