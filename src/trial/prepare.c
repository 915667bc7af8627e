/*
 * prepare.c - a library in which the template to be tried is the report
 */
#include "trial/runner.h"

/* Includes the section as a report's country part does. */
static const char around_section[] =
    "{% for s in sections %}\n{% include s.id %}\n\n{% endfor %}\n";

/* The profiles, each with this template for its report. */
static void
set_report(struct runner *r, struct text id)
{
	r->lib.profiles = (struct map){0};
	for (size_t i = 0; i < r->l->lib->profiles.cap; i++) {
		const struct map_slot *slot = &r->l->lib->profiles.slots[i];
		if (!slot->value)
			continue;
		struct profile *p = arena_make(r->a, struct profile);
		*p = *(const struct profile *)slot->value;
		p->report = id;
		map_put(r->a, &r->lib.profiles, slot->key, p);
	}
}

static void
add_template(struct runner *r, struct text id, const struct template *t)
{
	struct map copy = {0};
	struct template *mine = arena_make(r->a, struct template);

	for (size_t i = 0; i < r->lib.templates.cap; i++) {
		const struct map_slot *slot = &r->lib.templates.slots[i];
		if (slot->value)
			map_put(r->a, &copy, slot->key, slot->value);
	}
	*mine = *t;
	mine->id = id;
	map_put(r->a, &copy, id, mine);
	r->lib.templates = copy;
}

static const struct template *
around(struct runner *r)
{
	struct template *t = arena_make(r->a, struct template);
	struct source *src = arena_make(r->a, struct source);

	src->name = TEXT("around the section");
	src->body = text_of(around_section);
	t->src = src;
	t->id = TEXT(" around the section");
	return t;
}

static bool
is_section(const struct template *t)
{
	return value_text(t->front, "id").n > 0;
}

/* A report or part that goes through sections is given one. */
static struct text
any_section(const struct runner *r)
{
	struct text first = TEXT("");

	for (size_t i = 0; i < r->l->lib->templates.cap; i++) {
		const struct template *t = r->l->lib->templates.slots[i].value;
		if (t && is_section(t)
		    && (!first.n || text_cmp(t->id, first) < 0))
			first = t->id;
	}
	return first;
}

/* Does the template include the other, itself or through what it includes? */
static bool
includes(const struct runner *r, const struct template *t, struct text id,
    unsigned depth)
{
	const struct library *lib = r->l->lib;

	if (!t || depth > 8)
		return false;
	if (text_eq(t->id, id))
		return true;
	for (size_t i = 0; i < lib->templates.cap; i++) {
		const struct template *other = lib->templates.slots[i].value;
		if (other && other != t
		    && text_find(t->src->body, t->body, other->id)
			< t->src->body.n
		    && includes(r, other, id, depth + 1))
			return true;
	}
	return false;
}

/* A part or report is tried under the forums whose report has it; what none
 * has, and a section, under all. */
static void
choose_profiles(struct runner *r, struct plan_given *given)
{
	ARRAY(struct text) those = {0};

	for (size_t i = 0; i < r->l->nprofiles && !is_section(r->t); i++) {
		const struct profile *p =
		    map_at(&r->l->lib->profiles, r->l->profiles[i]);
		if (includes(r, map_at(&r->l->lib->templates, p->report),
			r->t->id, 0))
			array_push(r->a, &those, r->l->profiles[i]);
	}
	if (!those.n)
		return;
	given->profiles = those.at;
	given->nprofiles = those.n;
}

struct needs {
	ARRAY(const struct value *) at;
};

/* What the template needs, and all that it includes. */
static struct needs
needs_of(struct runner *r)
{
	struct needs all = {{0}};
	const struct template *s = map_at(&r->lib.templates, r->section);

	for (size_t i = 0; i < r->lib.templates.cap; i++) {
		const struct template *t = r->lib.templates.slots[i].value;
		const struct value *needs =
		    t ? value_key(t->front, TEXT("needs")) : NULL;
		if (needs && (t == s || includes(r, r->t, t->id, 0)))
			array_push(r->a, &all.at, needs);
	}
	return all;
}

const struct plan *
runner_plan(struct runner *r, const struct template *top, struct diag *d)
{
	struct kase kase = {.path = TEXT("")};
	const struct template *s = map_at(&r->lib.templates, r->section);
	struct needs needs = needs_of(r);
	struct plan_given given = {r->l->profiles, r->l->nprofiles, needs.at.at,
	    needs.at.n, s ? s->front : NULL,
	    s ? value_text(s->front, "country") : TEXT("")};

	choose_profiles(r, &given);
	if (r->section.n)
		array_push(r->a, &kase.sections,
		    ((struct section_use){.id = r->section}));
	return plan_of(r->a, asks_of(r->a, &r->lib, &kase, top, d), &given);
}

const struct template *
runner_prepare(struct runner *r)
{
	const struct template *top = r->t;

	r->lib = *r->l->lib;
	add_template(r, r->t->id, r->t);
	r->section = is_section(r->t) ? r->t->id : any_section(r);
	if (is_section(r->t)) {
		top = around(r);
		add_template(r, top->id, top);
	}
	set_report(r, top->id);
	return top;
}
