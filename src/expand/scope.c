#include "expand/eval.h"

struct scope *
scope_new(struct eval *ev, struct scope *up)
{
	struct scope *s = arena_make(ev->a, struct scope);

	s->up = up;
	return s;
}

static struct text
name_of(const void *scope, size_t i)
{
	return ((const struct scope *)scope)->vars.at[i].name;
}

/* Where the name stands among the variables; their number, if it is none. */
static size_t
place(const struct scope *s, struct text name)
{
	size_t i = 0;

	if (s->vars.n >= MAP_MANY)
		return map_indexed(&s->index, name, s->vars.n);
	while (i < s->vars.n && !text_eq(s->vars.at[i].name, name))
		i++;
	return i;
}

struct var *
scope_set(struct eval *ev, struct scope *s, struct text name, struct datum item)
{
	struct var v = {.name = name, .item = item};
	size_t at = place(s, name);

	if (at < s->vars.n) {
		s->vars.at[at] = v;
		return &s->vars.at[at];
	}
	array_push(ev->a, &s->vars, v);
	if (s->vars.n >= MAP_MANY)
		map_index(ev->a, &s->index, s->vars.n, name_of, s);
	return &s->vars.at[at];
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
	for (const struct scope *s = ev->scope; s; s = s->up) {
		size_t at = place(s, name);
		if (at < s->vars.n)
			return &s->vars.at[at].item;
	}
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
	if (ev->d->found.n > EVAL_FAULTS)
		eval_spent(ev, at, TEXT("more than 10000 faults"));
	return !ev->spent;
}

bool
eval_work(struct eval *ev, size_t n, struct pos at)
{
	ev->work += n;
	if (ev->work > EVAL_WORK)
		eval_spent(ev, at, TEXT("more than 20000000 operations"));
	return !ev->spent;
}

size_t
eval_weight(struct datum i)
{
	if (i.kind == DATUM_TEXT)
		return 1 + i.text.n / 16;
	if (i.kind == DATUM_PIECES)
		return 1 + i.pieces->p.n;
	return i.kind == DATUM_LIST || i.kind == DATUM_MAP ? 1 + datum_length(i)
							   : 1;
}

struct datum
eval_flat(struct eval *ev, struct datum i, struct pos at)
{
	if (i.kind != DATUM_PIECES)
		return i;
	i = datum_flat(ev->a, i);
	return eval_room(ev, i.text.n, at) ? i : datum_text(TEXT(""));
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
