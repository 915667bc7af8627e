/*
 * op.h - within expand/: what operators do with two values
 *
 * Whole numbers stay whole except under /; a text and a number are never
 * mixed (TPL-08), where Jinja would say "not equal" or join them.
 */
#ifndef EXPAND_OP_H
#define EXPAND_OP_H

#include "expand/eval.h"

struct datum op_binary(struct eval *ev, const struct expr *e);
struct datum op_compare(struct eval *ev, const struct expr *e);
/* x in y; false in *ok if that cannot be asked. */
bool op_contains(struct eval *ev, struct datum x, struct datum y, bool *ok);
struct datum op_sign(struct eval *ev, const struct expr *e);

#endif
