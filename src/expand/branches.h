/*
 * branches.h - a template's text whatever the case: every branch of it
 *
 * Nothing is evaluated: of an {% if %} all branches are there, of a loop its
 * body once, of an {{ expression }} a dash.  So the words are nobody's, but
 * what is cited in them is all that the file can ever cite.
 */
#ifndef EXPAND_BRANCHES_H
#define EXPAND_BRANCHES_H

#include "model/doc.h"
#include "model/library.h"

/* A NODE_DOC; never NULL.  Faults of the tags are said. */
struct node *branches_of(struct arena *a, const struct template *t,
    struct diag *d);

#endif
