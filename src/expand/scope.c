#include "expand/eval.h"

struct scope *
scope_new(struct eval *ev, struct scope *up)
{
	struct scope *s = arena_make(ev->a, struct scope);

	s->up = up;
	return s;
}

struct var *
scope_set(struct eval *ev, struct scope *s, struct text name, struct datum item)
{
	struct var v = {.name = name, .item = item};

	for (size_t i = 0; i < s->vars.n; i++) {
		if (text_eq(s->vars.at[i].name, name)) {
			s->vars.at[i] = v;
			return &s->vars.at[i];
		}
	}
	array_push(ev->a, &s->vars, v);
	return &s->vars.at[s->vars.n - 1];
}

bool
scope_is_bare(const struct eval *ev)
{
	const struct scope *s = ev->scope;

	while (s && s->up)
		s = s->up;
	return s && s->bare;
}

struct datum *
scope_at(const struct eval *ev, struct text name)
{
	for (const struct scope *s = ev->scope; s; s = s->up)
		for (size_t i = 0; i < s->vars.n; i++)
			if (text_eq(s->vars.at[i].name, name))
				return &s->vars.at[i].item;
	return NULL;
}

/* Variables hide what the program gives, and that hides the case's keys. */
bool
scope_find(const struct eval *ev, struct text name, struct datum *out)
{
	const struct datum *var = scope_at(ev, name);

	if (var) {
		*out = *var;
		return true;
	}
	return datum_key(ev->globals, name, out)
	    || (!scope_is_bare(ev) && ev->kase && ev->kase->facts
		&& datum_key(datum_of(ev->kase->facts), name, out));
}

void
eval_spent(struct eval *ev, struct pos at, struct text what)
{
	if (!ev->spent)
		diag(ev->d, LEVEL_ERROR, "TPL-07", at,
		    "the template takes too much: %.*s", TEXT_ARG(what));
	ev->spent = true;
}

bool
eval_step(struct eval *ev, struct pos at)
{
	if (++ev->steps > EVAL_STEPS)
		eval_spent(ev, at, TEXT("more than 1000000 steps"));
	return !ev->spent;
}

bool
eval_enter(struct eval *ev, struct pos at)
{
	if (ev->depth >= EVAL_DEPTH)
		eval_spent(ev, at, TEXT("more than 1000 levels"));
	if (!ev->spent)
		ev->depth++;
	return !ev->spent;
}

void
eval_leave(struct eval *ev)
{
	ev->depth--;
}

bool
eval_room(struct eval *ev, size_t n, struct pos at)
{
	ev->bytes += n;
	if (ev->bytes > EVAL_BYTES)
		eval_spent(ev, at, TEXT("more than 64 MiB of text"));
	return !ev->spent;
}

bool
eval_call(struct eval *ev, struct pos at, struct text name)
{
	if (ev->calls >= EVAL_CALLS)
		eval_spent(ev, at,
		    text_fmt(ev->d->a, "%.*s within itself more than %d deep",
			TEXT_ARG(name), EVAL_CALLS));
	else
		ev->calls++;
	return !ev->spent;
}
