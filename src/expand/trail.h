/*
 * trail.h - within expand/: which facts a run has read
 *
 * Two sets accompany a run (model/reads.h): ev->reads, what the statement
 * under way has read so far, and ev->control, what has decided that it runs at
 * all.  Each piece that is printed is given both.
 *
 * A scalar of the facts counts as read when an expression gives it; of a list
 * or map it depends on who makes use of it, its shape or all that is in it.  A
 * variable carries what its value was made from (datum.reads) and hands it on
 * when it is looked up.  Where a condition printed nothing, an empty piece
 * stands for what it might have printed, so that the paragraph around it knows
 * of the condition.
 */
#ifndef EXPAND_TRAIL_H
#define EXPAND_TRAIL_H

#include "expand/call.h"

/* What the expression has read joins ev->reads. */
void trail_result(struct eval *ev, struct datum i); /* what it gives */
void trail_shape(struct eval *ev, struct datum i);
void trail_all(struct eval *ev, struct datum i);
void trail_absent(struct eval *ev, const struct missing *m);
void trail_pronouns(struct eval *ev, struct datum of);
void trail_tool(struct eval *ev, struct tool *t);         /* it is used */
void trail_value(struct eval *ev, const struct value *v); /* NULL: nothing */
void trail_filter(struct call *c, const struct filter *f);
void trail_test(struct call *c);
void trail_operand(struct eval *ev, enum op op, struct datum i);

/* eval_need, with what it has read put into what it gives, not ev->reads. */
struct datum trail_need(struct eval *ev, const struct expr *e);

/* i, as a variable that is set here. */
struct datum trail_carry(struct eval *ev, struct datum i);

/* ev->reads becomes part of ev->control, whose old state is returned. */
const struct reads *trail_enter(struct eval *ev);

/* A body was not run because of ev->reads: what it would have set depends on
 * them too, and so does the place where it would have stood.  `inner`: names
 * that it sets are its own. */
void trail_unset(struct eval *ev, const struct stmt *body, bool inner);
void trail_empty(struct eval *ev, const struct stmt *body, struct span where);

#endif
