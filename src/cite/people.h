/*
 * people.h - within cite/: one cs:names at work
 *
 * names.c decides which variables and labels are printed, people.c how many
 * of a list and what stands between, name.c the order and dress of one
 * person's parts, name_key.c how a person is sorted.
 */
#ifndef CITE_PEOPLE_H
#define CITE_PEOPLE_H

#include "cite/render.h"

struct people {
	struct render *c;
	const struct names_rule *r; /* with what it inherits */
	struct name_options o;      /* after inheritance, and the sort key's */
};

/* All of a variable, in the dress of cs:name; adds to c->name_count. */
struct out *people_list(const struct people *p, const struct name_list *l);

/* One person; `invert`: name-as-sort-order holds for it. */
struct out *name_out(const struct people *p, const struct name *n, bool invert);

/* Whether name-as-sort-order changes anything: the script has given names
 * first, and there is one. */
bool name_inverts(const struct name *n);

/* CSL 1.0.2, "Name-part Order", sorting order. */
struct text name_key(const struct people *p, const struct name *n);

/* As the style's options and disambiguation have it. */
struct text name_given(const struct people *p, const struct name *n);

/* A particle that takes no blank before what follows: "d'", "al-". */
bool name_joins(struct text particle);

#endif
