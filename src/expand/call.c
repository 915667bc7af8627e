#include "expand/trail.h"

/* The n-th parameter of a row: its name, and the mark before it or '\0'. */
static bool
param(const char *params, size_t n, struct text *out, char *mark)
{
	struct text rest = text_of(params);

	for (size_t i = 0; rest.n && text_split(&rest, ' ', out); i++) {
		*mark = out->s[0] == '!' || out->s[0] == '?' ? out->s[0] : '\0';
		if (*mark)
			*out = text_sub(*out, 1, out->n);
		if (i == n)
			return !text_is(*out, "*");
	}
	return false;
}

/* Where an argument belongs; CALL_ARGS: among the rest; -1: nowhere. */
static int
place_for(struct call *c, const char *params, const struct passed *g,
    size_t position, char *mark)
{
	bool open = text_ends(text_of(params), TEXT("*"));
	struct near near = near_to(g->name);
	struct pos at = eval_pos(c->ev, g->span);
	struct text name;

	*mark = '\0';
	if (g->name.n == 0) {
		if (position < CALL_ARGS
		    && param(params, position, &name, mark))
			return (int)position;
		if (open)
			return CALL_ARGS;
		fault_type(c->ev, at, "one argument too many for: %.*s",
		    TEXT_ARG(c->name));
		return -1;
	}
	for (size_t i = 0; param(params, i, &name, mark); i++) {
		if (text_eq(name, g->name))
			return (int)i;
		near_offer(&near, name);
	}
	if (open)
		return CALL_ARGS;
	struct finding *f =
	    fault_type(c->ev, at, "%.*s has no argument named: %.*s",
		TEXT_ARG(c->name), TEXT_ARG(g->name));
	if (near.best.n)
		finding_hint(c->ev->d, f, "did you mean %.*s?",
		    TEXT_ARG(near.best));
	return -1;
}

static bool
given_twice(struct call *c, const struct passed *g)
{
	fault_type(c->ev, eval_pos(c->ev, g->span),
	    "an argument of %.*s that is given twice: %.*s", TEXT_ARG(c->name),
	    TEXT_ARG(g->name));
	return false;
}

static bool
place_one(struct call *c, const char *params, struct passed g, size_t position)
{
	char mark;
	int at = place_for(c, params, &g, position, &mark);

	if (at < 0)
		return false;
	if (g.item.kind == DATUM_UNDEFINED && mark != '?')
		g.item = fault_missing(c->ev, g.item);
	if (g.item.kind == DATUM_FAULT)
		return false;
	if (at == CALL_ARGS) {
		array_push(c->ev->a, &c->rest, g);
		return true;
	}
	if (c->given[at])
		return given_twice(c, &g);
	c->arg[at] = g.item;
	c->given[at] = true;
	return true;
}

bool
call_place(struct call *c, const char *params, const struct passed *g, size_t n)
{
	size_t position = 0;
	bool fine = true;
	struct text name;
	char mark;

	for (size_t i = 0; i < CALL_ARGS; i++)
		c->arg[i].kind = DATUM_NULL;
	for (size_t i = 0; i < n; i++) {
		fine &= place_one(c, params, g[i], position);
		position += g[i].name.n == 0;
	}
	for (size_t i = 0; fine && param(params, i, &name, &mark); i++) {
		if (mark != '!' || c->given[i])
			continue;
		fault_type(c->ev, c->pos, "%.*s needs an argument: %.*s",
		    TEXT_ARG(c->name), TEXT_ARG(name));
		fine = false;
	}
	return fine;
}

bool
call_bind(struct call *c, const char *params, const struct arg *args)
{
	ARRAY(struct passed) all = {0};

	for (const struct arg *arg = args; arg; arg = arg->next) {
		struct passed g = {arg->name, arg->span,
		    eval_expr(c->ev, arg->value)};
		array_push(c->ev->a, &all, g);
	}
	return call_place(c, params, all.at, all.n);
}

struct datum
call_fault(struct call *c, const char *wanted)
{
	fault_type(c->ev, c->pos, "%.*s needs %s, not a %s", TEXT_ARG(c->name),
	    wanted, datum_kind_name(c->in));
	return fault_datum(TEXT(""));
}

struct datum
call_none(struct call *c, const char *why)
{
	struct missing *m = arena_make(c->ev->a, struct missing);

	m->path = eval_text(c->ev, c->span);
	m->pos = c->pos;
	m->why = why;
	return (struct datum){.kind = DATUM_UNDEFINED, .missing = m};
}

struct text
call_text(struct call *c, size_t n, struct text otherwise)
{
	if (!c->given[n] || c->arg[n].kind == DATUM_NULL)
		return otherwise;
	if (datum_is_words(c->arg[n]))
		return datum_words(c->ev->a, c->arg[n]);
	fault_type(c->ev, c->pos, "%.*s wants a text here, not a %s",
	    TEXT_ARG(c->name), datum_kind_name(c->arg[n]));
	return otherwise;
}

int64_t
call_int(struct call *c, size_t n, int64_t otherwise)
{
	struct number v;

	if (!c->given[n] || c->arg[n].kind == DATUM_NULL)
		return otherwise;
	if (datum_number(c->arg[n], &v) && !v.real)
		return v.num;
	fault_type(c->ev, c->pos, "%.*s wants a whole number here, not a %s",
	    TEXT_ARG(c->name), datum_kind_name(c->arg[n]));
	return otherwise;
}

bool
call_true(struct call *c, size_t n, bool otherwise)
{
	return c->given[n] ? datum_true(c->arg[n]) : otherwise;
}

struct text
call_rest_text(struct call *c, size_t n)
{
	for (size_t i = 0; i < c->rest.n; i++) {
		struct datum one = c->rest.at[i].item;
		if (c->rest.at[i].name.n || n-- > 0)
			continue;
		if (datum_is_words(one))
			return datum_words(c->ev->a, one);
		fault_type(c->ev, c->pos, "%.*s wants a text here, not a %s",
		    TEXT_ARG(c->name), datum_kind_name(one));
	}
	return TEXT("");
}

bool
call_rest_named(const struct call *c, const char *name, struct datum *out)
{
	for (size_t i = 0; i < c->rest.n; i++) {
		if (text_is(c->rest.at[i].name, name)) {
			*out = c->rest.at[i].item;
			return true;
		}
	}
	return false;
}

bool
call_in_text(struct call *c, struct text *out)
{
	if (!datum_is_words(c->in)) {
		call_fault(c, "a text");
		return false;
	}
	*out = datum_words(c->ev->a, c->in);
	return eval_room(c->ev, out->n, c->pos);
}

bool
call_in_list(struct call *c, struct seq *out)
{
	if (c->in.kind != DATUM_LIST && c->in.kind != DATUM_MAP) {
		call_fault(c, "a list");
		return false;
	}
	*out = datum_elements(c->ev->a, c->in);
	c->ev->steps += out->n;
	return eval_step(c->ev, c->pos)
	    && eval_room(c->ev, out->n * sizeof(struct datum), c->pos);
}

bool
call_in_number(struct call *c, struct number *out)
{
	if (datum_number(c->in, out))
		return true;
	call_fault(c, "a number");
	return false;
}

bool
call_in_count(struct call *c, int64_t *out)
{
	struct number n;

	if (c->in.kind == DATUM_LIST || c->in.kind == DATUM_MAP) {
		*out = (int64_t)datum_length(c->in);
		return true;
	}
	if (!datum_number(c->in, &n) || n.real) {
		call_fault(c, "a whole number or a list");
		return false;
	}
	*out = n.num;
	return true;
}

static struct datum
unknown(struct eval *ev, const char *what, struct span at, struct text name,
    struct text hint)
{
	struct near none = {0};
	struct datum i = fault_unknown(ev, what, at, name, &none);

	if (hint.n)
		finding_hint(ev->d, ev->d->found.at[ev->d->found.n - 1], "%.*s",
		    TEXT_ARG(hint));
	return i;
}

struct datum
call_filter(struct eval *ev, const struct expr *e, struct datum in)
{
	const struct filter *f = filter_at(e->name);
	struct span span = e->a ? e->a->span : e->span;
	struct call c = {.ev = ev,
	    .name = e->name,
	    .span = span,
	    .pos = eval_pos(ev, e->span)};

	if (!f)
		return unknown(ev, "filter", e->word, e->name,
		    filter_hint(ev->a, e->name));
	if (!f->lenient)
		in = fault_empty(ev, in, span);
	c.in = in;
	if (!call_bind(&c, f->params, e->args) || in.kind == DATUM_FAULT)
		return in.kind == DATUM_FAULT ? in : fault_datum(TEXT(""));
	trail_filter(&c, f);
	return f->apply(&c);
}

/* What c was given besides, from the n-th without a name on. */
static size_t
rest_from(const struct call *c, size_t n)
{
	size_t i = 0;

	for (; i < c->rest.n && n > 0; i++)
		n -= c->rest.at[i].name.n == 0;
	return i;
}

static struct call
inner_call(struct call *c, struct text name, struct datum in)
{
	return (struct call){.ev = c->ev,
	    .name = name,
	    .pos = c->pos,
	    .span = c->span,
	    .in = in};
}

struct datum
call_filter_named(struct call *c, struct text name, struct datum in,
    size_t from)
{
	const struct filter *f = filter_at(name);
	struct call inner = inner_call(c, name, in);

	if (!f)
		return unknown(c->ev, "filter", c->span, name,
		    filter_hint(c->ev->a, name));
	if (!f->lenient)
		inner.in = fault_empty(c->ev, inner.in, c->span);
	if (inner.in.kind == DATUM_FAULT)
		return inner.in;
	from = rest_from(c, from);
	if (!call_place(&inner, f->params, c->rest.at + from, c->rest.n - from))
		return fault_datum(TEXT(""));
	trail_result(c->ev, inner.in);
	trail_filter(&inner, f);
	return f->apply(&inner);
}

/* Tests ask of words, whatever they were made of. */
static bool
ask(struct call *c, const struct test *t)
{
	trail_test(c);
	c->in = eval_flat(c->ev, c->in, c->pos);
	for (size_t i = 0; i < CALL_ARGS; i++)
		c->arg[i] = eval_flat(c->ev, c->arg[i], c->pos);
	return t->holds(c);
}

bool
call_test_named(struct call *c, struct text name, struct datum in, size_t from,
    bool *fine)
{
	const struct test *t = test_at(name);
	struct call inner = inner_call(c, name, in);

	*fine = t != NULL;
	if (!t) {
		unknown(c->ev, "test", c->span, name,
		    test_hint(c->ev->a, name));
		return false;
	}
	if (!t->lenient && in.kind == DATUM_UNDEFINED)
		inner.in = fault_missing(c->ev, in);
	from = rest_from(c, from);
	*fine = inner.in.kind != DATUM_FAULT
	    && call_place(&inner, t->params, c->rest.at + from,
		c->rest.n - from);
	return *fine && ask(&inner, t);
}

struct datum
call_test(struct eval *ev, const struct expr *e, struct datum in)
{
	const struct test *t = test_at(e->name);
	struct call c = {.ev = ev,
	    .name = e->name,
	    .span = e->a->span,
	    .pos = eval_pos(ev, e->span)};

	if (!t)
		return unknown(ev, "test", e->word, e->name,
		    test_hint(ev->a, e->name));
	if (!t->lenient && in.kind == DATUM_UNDEFINED)
		in = fault_missing(ev, in);
	c.in = in;
	if (!call_bind(&c, t->params, e->args) || in.kind == DATUM_FAULT)
		return in.kind == DATUM_FAULT ? in : fault_datum(TEXT(""));
	return datum_bool(ask(&c, t));
}
