#include "expand/eval.h"

/*
 * A module is what a file defines at its top level: its macros and variables.
 * Without the context it sees nothing of ours (neither our variables nor the
 * case), so it is the same wherever it is imported, and run once; as Jinja2
 * has it.
 */

/* The macros and variables; a name with _ in front stays at home. */
static struct datum
exports(struct eval *ev, const struct scope *s)
{
	struct datum m = datum_dict(ev->a);

	m.dict->module = true;
	for (size_t i = 0; i < s->vars.n; i++) {
		const struct var *v = &s->vars.at[i];
		if (!v->imported && !text_starts(v->name, TEXT("_")))
			dict_put(ev->a, m.dict, v->name, v->item);
	}
	return m;
}

/* Run the file; its words go nowhere. */
static struct datum
run(struct eval *ev, const struct template *t, struct pos at, bool context)
{
	const struct frame *above = ev->frame;
	struct scope *outer = ev->scope;
	struct pieces *out = ev->out, nowhere = {{0}};
	const struct reads *control = ev->control;

	/* It is the same wherever it is imported. */
	if (!context)
		ev->control = NULL;
	ev->out = &nowhere;
	const struct ast *ast = include_enter(ev, t, at, context);
	array_push(ev->a, &ev->views, ev->frame->view);
	exec_body(ev, ast->body);
	struct datum made = exports(ev, ev->scope);
	ev->frame = above;
	ev->scope = outer;
	ev->out = out;
	ev->control = control;
	return made;
}

static bool
module(struct eval *ev, const struct stmt *s, struct datum *out,
    const struct template **from)
{
	const struct template *t = *from = include_which(ev, s);
	struct pos at = eval_pos(ev, s->expr->span);

	if (!t)
		return false;
	if (s->context) {
		*out = run(ev, t, at, true);
		return true;
	}
	void **slot = map_slot(ev->a, &ev->modules, t->id);
	if (*slot) {
		*out = *(struct datum *)*slot;
		return true;
	}
	*out = run(ev, t, at, false);
	struct datum *kept = arena_make(ev->a, struct datum);
	*kept = *out;
	map_put(ev->a, &ev->modules, t->id, kept);
	return true;
}

static void
bind(struct eval *ev, struct text name, struct datum i)
{
	struct var *v = scope_set(ev, ev->scope, name, i);

	v->imported = true;
}

void
import_run(struct eval *ev, const struct stmt *s)
{
	const struct template *t;
	struct datum m = {0};

	if (!module(ev, s, &m, &t))
		m = fault_datum(s->target->name);
	bind(ev, s->target->name, m);
}

static void
not_exported(struct eval *ev, const struct template *t, struct datum m,
    const struct target *wanted)
{
	struct near near = near_to(wanted->field);
	struct finding *f = diag(ev->d, LEVEL_ERROR, "TPL-04",
	    eval_pos(ev, wanted->span), "%.*s does not define: %.*s",
	    TEXT_ARG(t->id), TEXT_ARG(wanted->field));

	for (size_t i = 0; i < m.dict->n; i++)
		near_offer(&near, m.dict->at[i].key);
	if (near.best.n)
		finding_hint(ev->d, f, "did you mean %.*s?",
		    TEXT_ARG(near.best));
}

void
import_from(struct eval *ev, const struct stmt *s)
{
	const struct template *t;
	struct datum m = {0};
	bool there = module(ev, s, &m, &t);

	for (const struct target *k = s->target; k; k = k->next) {
		struct datum i = fault_datum(k->name);
		if (there && !datum_key(m, k->field, &i))
			not_exported(ev, t, m, k);
		bind(ev, k->name, i);
	}
}
