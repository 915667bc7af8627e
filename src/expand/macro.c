#include "expand/trail.h"

/*
 * A macro is called as in Python: arguments by place, then by name; what was
 * not given has its default, which sees the parameters before it.  The words
 * it makes are pieces, and each keeps the place that it was written at.
 */

enum { CALLED_FROM = 3 }; /* as many calls are shown below a fault */

struct given {
	const struct arg *arg;
	struct datum item;
	bool used;
};

/* One call being bound. */
struct binding {
	struct eval *ev;
	const struct macro *m;
	struct pos at; /* of the call */
	struct scope *inner;
	ARRAY(struct given) given;
	bool fine;
};

void
macro_define(struct eval *ev, const struct stmt *s)
{
	struct macro *m = arena_make(ev->a, struct macro);

	m->def = s;
	m->name = s->name;
	m->frame = ev->frame;
	m->scope = ev->scope;
	scope_set(ev, ev->scope, s->name,
	    (struct datum){.kind = DATUM_MACRO, .macro = m});
}

/* "= macro: parts/m.md:3 takes: name, role" */
static void
unfit(struct binding *b, struct finding *f)
{
	const struct arg *p = b->m->def->args;
	struct pos at = {b->m->frame->view, b->m->def->span.off, 0};
	struct buf names = {.a = b->ev->d->a};

	b->fine = false;
	for (; p; p = p->next)
		buf_fmt(&names, "%.*s%s", TEXT_ARG(p->name),
		    p->next ? ", " : "");
	finding_remark(b->ev->d, f, "macro", at, "takes: %.*s",
	    TEXT_ARG(names.n ? buf_text(&names) : TEXT("nothing")));
}

static void
evaluate_given(struct binding *b, const struct arg *args)
{
	for (; args; args = args->next) {
		struct given g = {.arg = args,
		    .item = trail_need(b->ev, args->value)};
		array_push(b->ev->a, &b->given, g);
	}
}

static struct given *
by_name(struct binding *b, struct text name)
{
	for (size_t i = 0; i < b->given.n; i++)
		if (text_eq(b->given.at[i].arg->name, name))
			return &b->given.at[i];
	return NULL;
}

/* The n-th argument given by place, or the one given by name. */
static struct given *
given_for(struct binding *b, const struct arg *p, size_t n)
{
	struct given *named = by_name(b, p->name);
	bool placed = n < b->given.n && b->given.at[n].arg->name.n == 0;

	if (placed && named) {
		named->used = true;
		unfit(b,
		    fault_type(b->ev, eval_pos(b->ev, named->arg->span),
			"given twice to %.*s: %.*s", TEXT_ARG(b->m->name),
			TEXT_ARG(p->name)));
	}
	return placed ? &b->given.at[n] : named;
}

static void
bind_parameter(struct binding *b, const struct arg *p, size_t n,
    const struct frame *frame)
{
	struct given *g = given_for(b, p, n);
	const struct frame *caller = b->ev->frame;
	struct scope *outer = b->ev->scope;

	if (g) {
		g->used = true;
		scope_set(b->ev, b->inner, p->name, g->item);
	} else if (p->value) {
		b->ev->frame = frame;
		b->ev->scope = b->inner;
		scope_set(b->ev, b->inner, p->name,
		    trail_need(b->ev, p->value));
		b->ev->frame = caller;
		b->ev->scope = outer;
	} else {
		unfit(b,
		    fault_type(b->ev, b->at, "%.*s needs an argument: %.*s",
			TEXT_ARG(b->m->name), TEXT_ARG(p->name)));
	}
}

static void
refuse(struct binding *b, const struct given *g)
{
	struct near near = near_to(g->arg->name);
	struct pos at = eval_pos(b->ev, g->arg->span);

	if (g->arg->name.n == 0) {
		unfit(b,
		    fault_type(b->ev, at, "one argument too many for: %.*s",
			TEXT_ARG(b->m->name)));
		return;
	}
	for (const struct arg *p = b->m->def->args; p; p = p->next)
		near_offer(&near, p->name);
	struct finding *f =
	    fault_type(b->ev, at, "%.*s has no argument named: %.*s",
		TEXT_ARG(b->m->name), TEXT_ARG(g->arg->name));
	if (near.best.n)
		finding_hint(b->ev->d, f, "did you mean %.*s?",
		    TEXT_ARG(near.best));
	unfit(b, f);
}

/* What no parameter took: for `varargs` and `kwargs`, where the macro has
 * them. */
static void
bind_rest(struct binding *b)
{
	unsigned takes = b->m->def->takes;
	struct datum named = datum_dict(b->ev->a);
	struct seq placed = {0};

	for (size_t i = 0; i < b->given.n; i++) {
		const struct given *g = &b->given.at[i];
		if (g->used)
			continue;
		if (g->arg->name.n && takes & TAKES_KWARGS)
			dict_put(b->ev->a, named.dict, g->arg->name, g->item);
		else if (g->arg->name.n == 0 && takes & TAKES_VARARGS)
			array_push(b->ev->a, &placed, g->item);
		else
			refuse(b, g);
	}
	if (takes & TAKES_KWARGS)
		scope_set(b->ev, b->inner, TEXT("kwargs"), named);
	if (takes & TAKES_VARARGS)
		scope_set(b->ev, b->inner, TEXT("varargs"),
		    datum_seq(b->ev->a, &placed));
}

/* `caller` is the block of the {% call %}; without one it is not defined, even
 * within a macro that has one. */
static void
bind_caller(struct binding *b, const struct macro *caller)
{
	struct datum i = {.kind = DATUM_MACRO, .macro = caller};

	if (!(b->m->def->takes & TAKES_CALLER)) {
		if (!caller)
			return;
		struct finding *f = fault_type(b->ev, b->at,
		    "a macro that takes no block: %.*s", TEXT_ARG(b->m->name));
		finding_hint(b->ev->d, f,
		    "the block goes where the macro says {{ caller() }}");
		unfit(b, f);
		return;
	}
	if (!caller) {
		struct missing *m = arena_make(b->ev->a, struct missing);
		m->path = m->key = TEXT("caller");
		m->pos = b->at;
		i = (struct datum){.kind = DATUM_UNDEFINED, .missing = m};
	}
	scope_set(b->ev, b->inner, TEXT("caller"), i);
}

static bool
is_within(struct pos x, struct pos of)
{
	return x.src == of.src && x.off >= of.off && x.off < of.off + of.len;
}

/* Faults found within a macro show where it was called from. */
static void
say_call(struct eval *ev, size_t from, struct pos at)
{
	for (size_t i = from; i < ev->d->found.n; i++) {
		struct finding *f = ev->d->found.at[i];
		unsigned n = 0;
		for (const struct remark *r = f->remarks; r; r = r->next)
			n += strcmp(r->label, "called from") == 0;
		if (n < CALLED_FROM && !is_within(f->at, at))
			finding_remark(ev->d, f, "called from", at, "%s", "");
	}
}

static struct datum
run(struct binding *b, const struct frame *frame)
{
	struct eval *ev = b->ev;
	const struct frame *above = ev->frame;
	struct scope *outer = ev->scope;

	if (!eval_call(ev, b->at, b->m->name))
		return fault_datum(TEXT(""));
	ev->scope = b->inner;
	ev->frame = frame;
	struct datum result = exec_capture(ev, b->m->def->body);
	ev->scope = outer;
	ev->frame = above;
	ev->calls--;
	return result;
}

struct datum
macro_call(struct eval *ev, const struct expr *e, const struct macro *m,
    const struct macro *caller)
{
	struct binding b = {.ev = ev,
	    .m = m,
	    .at = eval_pos(ev, e->span),
	    .inner = scope_new(ev, m->scope),
	    .fine = true};
	struct frame *frame = arena_make(ev->a, struct frame);
	struct datum result = fault_datum(TEXT(""));
	size_t n = 0;

	*frame = *m->frame;
	frame->up = ev->frame;
	frame->depth = ev->frame->depth;
	frame->call = true;
	if (!eval_step(ev, b.at))
		return result;
	evaluate_given(&b, e->args);
	size_t found = ev->d->found.n;
	for (const struct arg *p = m->def->args; p; p = p->next)
		bind_parameter(&b, p, n++, frame);
	bind_rest(&b);
	bind_caller(&b, caller);
	if (b.fine)
		result = run(&b, frame);
	say_call(ev, found, b.at);
	return result;
}
