#include "expand/call.h"
#include "expand/print.h"
#include "expand/trail.h"

struct datum
exec_capture(struct eval *ev, const struct stmt *body)
{
	struct pieces *into = arena_make(ev->a, struct pieces);
	struct pieces *out = ev->out;

	ev->out = into;
	exec_body(ev, body);
	ev->out = out;
	return (struct datum){.kind = DATUM_PIECES, .pieces = into};
}

static void
exec_text(struct eval *ev, const struct stmt *s)
{
	print_piece(ev,
	    (struct piece){.kind = PIECE_SOURCE,
		.text = s->name.n ? s->name : eval_text(ev, s->span),
		.pos = eval_pos(ev, s->span)});
}

/* Where a condition cannot be told, neither branch is a guess we make. */
static void
exec_if(struct eval *ev, const struct stmt *first)
{
	const struct stmt *s = first;

	for (; s; s = s->other) {
		bool ok = true, yes = true;
		if (s->kind == STMT_IF)
			yes = eval_true(ev, s->expr, &ok);
		if (!ok) {
			print_missing(ev, eval_text(ev, s->expr->span),
			    s->expr->span);
			return;
		}
		if (yes)
			break;
	}
	for (const struct stmt *k = first; k; k = k->other)
		if (k != s)
			trail_unset(ev, k->body, false);
	if (!s) {
		trail_empty(ev, first->body, first->span);
		return;
	}
	size_t before = ev->out->p.n;
	const struct reads *cond = ev->reads, *outer = trail_enter(ev);
	exec_body(ev, s->body);
	ev->control = outer;
	ev->reads = cond;
	if (ev->out->p.n == before)
		trail_empty(ev, first->body, first->span);
}

static void
set_target(struct eval *ev, struct scope *in, const struct target *t,
    struct datum i)
{
	struct datum space = {0};

	if (t->field.n == 0) {
		scope_set(ev, in, t->name, i);
		return;
	}
	if (scope_find(ev, t->name, &space) && space.kind == DATUM_MAP
	    && space.dict && space.dict->open) {
		dict_put(ev->a, space.dict, t->field, i);
		return;
	}
	struct finding *f = fault_type(ev, eval_pos(ev, t->span),
	    "only a namespace has fields that can be set: %.*s",
	    TEXT_ARG(t->name));
	finding_hint(ev->d, f, "begin with {%% set %.*s = namespace() %%}",
	    TEXT_ARG(t->name));
}

static void assign(struct eval *ev, struct scope *in, const struct target *t,
    struct datum i, struct pos at);

/* Several names take the elements of a list, or the values of a map that the
 * language made (groupby). */
static void
unpack(struct eval *ev, struct scope *in, const struct target *t,
    struct datum i, struct pos at)
{
	bool made = i.kind == DATUM_MAP && i.dict;
	size_t n = 0;

	for (const struct target *k = t; k; k = k->next)
		n++;
	if ((i.kind == DATUM_LIST || made) && datum_length(i) == n) {
		for (size_t k = 0; t; t = t->next, k++) {
			struct datum one =
			    made ? i.dict->at[k].item : datum_nth(i, k);
			one.reads = reads_join(ev->a, one.reads, i.reads);
			assign(ev, in, t, one, at);
		}
		return;
	}
	if (i.kind == DATUM_LIST || made)
		fault_type(ev, at,
		    "%zu name%s cannot be filled from a %s of %zu", n,
		    n == 1 ? "" : "s", datum_kind_name(i), datum_length(i));
	else if (i.kind != DATUM_FAULT)
		fault_type(ev, at, "%zu name%s cannot be filled from a %s", n,
		    n == 1 ? "" : "s", datum_kind_name(i));
	for (; t; t = t->next)
		assign(ev, in, t, fault_datum(t->name), at);
}

static void
assign(struct eval *ev, struct scope *in, const struct target *t,
    struct datum i, struct pos at)
{
	if (t->inner)
		unpack(ev, in, t->inner, i, at);
	else
		set_target(ev, in, t, i);
}

/* Those elements for which the loop's `if` holds. */
static void
choose(struct eval *ev, const struct stmt *s, struct seq all, struct loop *loop)
{
	struct pos at = eval_pos(ev, s->expr->span);
	const struct reads *over = ev->reads;

	for (size_t i = 0; i < all.n; i++) {
		bool ok;
		struct scope *outer = ev->scope;
		if (!eval_step(ev, at))
			break;
		ev->scope = scope_new(ev, outer);
		ev->reads = NULL;
		assign(ev, ev->scope, s->target, all.at[i], at);
		if (eval_true(ev, s->cond, &ok) && ok) {
			array_push(ev->a, &loop->seq, all.at[i]);
			array_push(ev->a, &loop->why, ev->reads);
		}
		ev->scope = outer;
		loop->reads = reads_join(ev->a, loop->reads, ev->reads);
	}
	ev->reads = over;
}

static void
exec_rounds(struct eval *ev, const struct stmt *s, struct loop *loop)
{
	struct pos at = eval_pos(ev, s->expr->span);
	struct scope *outer = ev->scope;
	const struct reads *over = ev->reads;

	for (; loop->at < loop->seq.n && eval_step(ev, at); loop->at++) {
		ev->reads = over;
		if (s->cond)
			ev->reads =
			    reads_join(ev->a, over, loop->why.at[loop->at]);
		const struct reads *control = trail_enter(ev);
		ev->scope = scope_new(ev, outer);
		scope_set(ev, ev->scope, TEXT("loop"),
		    (struct datum){.kind = DATUM_LOOP, .loop = loop});
		assign(ev, ev->scope, s->target, loop->seq.at[loop->at], at);
		exec_body(ev, s->body);
		ev->scope = outer;
		ev->control = control;
	}
}

static void
exec_loop(struct eval *ev, const struct stmt *s, struct loop *loop)
{
	size_t before = ev->out->p.n;
	const struct reads *all = loop->reads;

	if (loop->seq.n) {
		exec_rounds(ev, s, loop);
	} else {
		ev->reads = all;
		trail_unset(ev, s->body, true);
		const struct reads *control = trail_enter(ev);
		struct scope *outer = ev->scope;
		ev->scope = scope_new(ev, outer);
		exec_body(ev, s->other);
		ev->scope = outer;
		ev->control = control;
	}
	/* What is left out might have stood here. */
	ev->reads = all;
	if (s->cond || ev->out->p.n == before)
		trail_empty(ev, s->body, s->span);
}

/* Go through what `where` gave: its rounds, or the else. */
static void
rounds(struct eval *ev, const struct stmt *s, struct datum over,
    struct span where, unsigned depth)
{
	struct loop *loop = arena_make(ev->a, struct loop);

	over = fault_empty(ev, over, where);
	if (over.kind == DATUM_FAULT) {
		print_missing(ev, eval_text(ev, where), where);
		return;
	}
	if (over.kind != DATUM_LIST && over.kind != DATUM_MAP) {
		fault_type(ev, eval_pos(ev, where),
		    "only a list can be gone through, not a %s",
		    datum_kind_name(over));
		return;
	}
	if (!eval_room(ev, datum_length(over) * sizeof(over),
		eval_pos(ev, where)))
		return;
	*loop = (struct loop){.stmt = s,
	    .frame = ev->frame,
	    .outer = ev->scope,
	    .depth = depth};
	trail_shape(ev, over);
	if (s->cond)
		choose(ev, s, datum_elements(ev->a, over), loop);
	else
		loop->seq = datum_elements(ev->a, over);
	loop->reads = reads_join(ev->a, ev->reads, loop->reads);
	exec_loop(ev, s, loop);
}

struct datum
exec_again(struct eval *ev, const struct loop *l, struct datum over,
    struct span where)
{
	struct pieces into = {{0}}, *out = ev->out;
	struct scope *scope = ev->scope;
	const struct reads *reads = ev->reads;

	if (!eval_call(ev, eval_pos(ev, where), TEXT("loop")))
		return fault_datum(TEXT(""));
	ev->out = &into;
	ev->scope = l->outer;
	rounds(ev, l->stmt, over, where, l->depth + 1);
	ev->scope = scope;
	ev->reads = reads;
	ev->out = out;
	ev->calls--;
	struct pieces *kept = arena_make(ev->a, struct pieces);
	*kept = into;
	return (struct datum){.kind = DATUM_PIECES, .pieces = kept};
}

/* A chain of filters without a beginning: it begins with `i`. */
static struct datum
exec_filters(struct eval *ev, const struct expr *e, struct datum i)
{
	if (e->kind != EXPR_FILTER)
		return fault_datum(TEXT(""));
	return call_filter(ev, e, e->a ? exec_filters(ev, e->a, i) : i);
}

static void
exec_set(struct eval *ev, const struct stmt *s)
{
	struct datum i;

	if (s->kind == STMT_SET) {
		i = eval_need(ev, s->expr);
	} else {
		struct scope *outer = ev->scope;
		ev->scope = scope_new(ev, outer);
		i = exec_capture(ev, s->body);
		ev->scope = outer;
		if (s->expr)
			i = exec_filters(ev, s->expr, i);
	}
	assign(ev, ev->scope, s->target, trail_carry(ev, i),
	    eval_pos(ev, s->span));
}

static void
exec_with(struct eval *ev, const struct stmt *s)
{
	struct scope *outer = ev->scope, *inner = scope_new(ev, outer);

	/* All are told in terms of what is outside. */
	for (const struct stmt *set = s->other; set; set = set->next)
		assign(ev, inner, set->target, trail_need(ev, set->expr),
		    eval_pos(ev, set->expr->span));
	ev->scope = inner;
	exec_body(ev, s->body);
	ev->scope = outer;
}

static void
exec_filter(struct eval *ev, const struct stmt *s)
{
	struct scope *outer = ev->scope;

	ev->scope = scope_new(ev, outer);
	struct datum i = exec_capture(ev, s->body);
	ev->scope = outer;
	print_datum(ev, exec_filters(ev, s->expr, i), s->span);
}

/* The macro is called with the block as its caller(). */
static void
exec_call(struct eval *ev, const struct stmt *s)
{
	struct macro *block = arena_make(ev->a, struct macro);

	block->def = s;
	block->name = s->name;
	block->frame = ev->frame;
	block->scope = ev->scope;
	print_datum(ev, function_call_block(ev, s->expr, block), s->expr->span);
}

static void
statement(struct eval *ev, const struct stmt *s)
{
	ev->reads = NULL;
	switch (s->kind) {
	case STMT_TEXT:
		exec_text(ev, s);
		break;
	case STMT_PRINT:
		print_datum(ev, eval_expr(ev, s->expr), s->expr->span);
		break;
	case STMT_IF:
		exec_if(ev, s);
		break;
	case STMT_ELSE: /* reached only through its `if` */
		break;
	case STMT_FOR:
		rounds(ev, s, eval_need(ev, s->expr), s->expr->span, 1);
		break;
	case STMT_SET:
	case STMT_BLOCK:
		exec_set(ev, s);
		break;
	case STMT_WITH:
		exec_with(ev, s);
		break;
	case STMT_FILTER:
		exec_filter(ev, s);
		break;
	case STMT_MACRO:
		macro_define(ev, s);
		break;
	case STMT_CALL:
		exec_call(ev, s);
		break;
	case STMT_IMPORT:
		import_run(ev, s);
		break;
	case STMT_FROM:
		import_from(ev, s);
		break;
	case STMT_INCLUDE:
		include_run(ev, s);
		break;
	}
}

void
exec_body(struct eval *ev, const struct stmt *body)
{
	const struct reads *outer = ev->reads;

	if (!body || !eval_enter(ev, eval_pos(ev, body->span)))
		return;
	for (; body && eval_step(ev, eval_pos(ev, body->span));
	     body = body->next)
		statement(ev, body);
	ev->reads = outer;
	eval_leave(ev);
}
