/*
 * Names, CSL 1.0.2, "Names": which people, how many of them, in which order
 * their parts, and what stands between.
 */
#include "cite/people.h"

static struct out *
role(struct people *p, struct text var, size_t n)
{
	const struct rule *l = p->r->label;
	struct text t;

	if (!l || p->c->sorting)
		return NULL;
	bool plural = l->plural ? l->plural == 1 : n > 1;
	if (!term_find(p->c->rules->terms, var, (enum term_form)l->form, plural,
		&t)
	    || !t.n)
		return NULL;
	return render_dress(p->c, l, out_text(p->c->a, t));
}

static struct out *
one_var(struct people *p, int var, struct text name)
{
	const struct name_list *l = p->c->work->names[var];
	struct out *o = out_group(p->c->a), *label, *people;

	people = people_list(p, l);
	if (p->o.form == NAMES_COUNT)
		return people;
	label = role(p, name, l->n);
	if (p->r->label_first)
		out_append(o, label);
	out_append(o, people);
	if (!p->r->label_first)
		out_append(o, label);
	return o;
}

static bool
same_people(const struct name_list *x, const struct name_list *y)
{
	if (!x || !y || x->n != y->n)
		return false;
	for (size_t i = 0; i < x->n; i++)
		if (!text_eq(x->at[i].family, y->at[i].family)
		    || !text_eq(x->at[i].given, y->at[i].given)
		    || !text_eq(x->at[i].literal, y->at[i].literal))
			return false;
	return true;
}

static bool
is_pair(const struct people *p, const struct rule *r, const char *x,
    const char *y)
{
	const struct text *names = p->c->rules->var_names.at;

	return r->names->vars.n == 2 && text_is(names[r->names->vars.at[0]], x)
	    && text_is(names[r->names->vars.at[1]], y);
}

/* CSL 1.0.2, "Names": editors and translators who are the same people are
 * printed once, with the term editortranslator. */
static bool
editor_translator(const struct people *p, const struct rule *r)
{
	const struct rule *l = p->r->label;
	struct text t;

	return (is_pair(p, r, "editor", "translator")
		   || is_pair(p, r, "translator", "editor"))
	    && same_people(p->c->work->names[r->names->vars.at[0]],
		p->c->work->names[r->names->vars.at[1]])
	    && (!l
		|| term_find(p->c->rules->terms, TEXT("editortranslator"),
		    (enum term_form)l->form, false, &t));
}

static struct out *
all_vars(struct people *p, const struct rule *r)
{
	struct render *c = p->c;
	struct out *o = out_group(c->a);
	bool both = editor_translator(p, r);

	o->delimiter = r->names->has_delimiter ? r->delimiter : p->o.between;
	for (size_t i = 0; i < r->names->vars.n; i++) {
		int var = r->names->vars.at[i];
		const struct name_list *l = c->work->names[var];
		if (c->used[var] || !l || l->n == 0)
			continue;
		render_prints(c, var);
		out_append(o,
		    one_var(p, var,
			both ? TEXT("editortranslator")
			     : c->rules->var_names.at[var]));
		if (c->substituting)
			c->used[var] = true;
		if (both) {
			render_prints(c, r->names->vars.at[1]);
			break;
		}
	}
	return o->child ? o : NULL;
}

static void
mark_used(struct render *c, const struct rule *r)
{
	if (r->kind == RULE_VARIABLE || r->kind == RULE_NUMBER
	    || r->kind == RULE_DATE)
		c->used[r->var] = true;
	const struct rule *child = r->kind == RULE_MACRO
	    ? r->call ? r->call->child : NULL
	    : r->kind == RULE_GROUP ? r->child
				    : NULL;
	if (r->kind == RULE_CHOOSE)
		for (const struct rule *b = r->child; b; b = b->next)
			if (render_test(c, b)) {
				child = b->child;
				break;
			}
	for (; child; child = child->next)
		mark_used(c, child);
}

/* CSL 1.0.2, "Substitute": the first that prints anything; what it printed is
 * not printed again in this cite. */
static struct out *
substitute(struct render *c, const struct people *p, const struct rule *r)
{
	struct out *o = NULL;

	c->substituting++;
	for (const struct rule *s = r->names->substitute; s && !o;
	     s = s->next) {
		c->outer_names = s->kind == RULE_NAMES ? p->r : NULL;
		o = render_rule(c, s);
		if (o && s->kind != RULE_NAMES)
			mark_used(c, s);
	}
	c->outer_names = NULL;
	c->substituting--;
	return o;
}

/* A cs:names in a cs:substitute has the cs:name and cs:et-al of the one around
 * it where it lacks its own, and without any child its label as well. */
static const struct names_rule *
inherit(struct render *c, const struct names_rule *own)
{
	const struct names_rule *outer = c->outer_names;

	c->outer_names = NULL;
	if (!outer || (own->has_name && own->has_etal))
		return own;
	struct names_rule *r = arena_make(c->a, struct names_rule);
	*r = *own;
	if (!own->has_name) {
		r->options = outer->options;
		r->prefix = outer->prefix;
		r->suffix = outer->suffix;
		r->format = outer->format;
		r->family = outer->family;
		r->given = outer->given;
		r->brief = outer->brief;
	}
	if (!own->has_etal) {
		r->etal = outer->etal;
		r->etal_format = outer->etal_format;
	}
	if (!own->has_name && !own->has_etal && !own->label) {
		r->label = outer->label;
		r->label_first = outer->label_first;
	}
	return r;
}

/* CSL 1.0.2, "Sorting": names-min and its like are the key's, and names are
 * sorted by family. */
static void
options_of_key(const struct render *c, struct name_options *o)
{
	const struct name_options *key = c->key;

	if (key && key->etal_min)
		o->etal_min = o->etal_later_min = key->etal_min;
	if (key && key->etal_first)
		o->etal_first = o->etal_later_first = key->etal_first;
	if (key && key->use_last)
		o->use_last = key->use_last;
	o->order = ORDER_ALL;
}

static struct people
people_of(struct render *c, const struct rule *r)
{
	const struct names_rule *own = inherit(c, r->names);
	struct people p = {c, own,
	    name_options_over(&own->options, &c->area->names)};

	if (c->sorting)
		options_of_key(c, &p.o);
	if (!p.o.has_delimiter)
		p.o.delimiter = TEXT(", ");
	return p;
}

static bool
has_names(const struct out *o)
{
	if (o->tag == TAG_NAMES || o->tag == TAG_INSTEAD)
		return true;
	for (const struct out *c = o->child; c; c = c->next)
		if (has_names(c))
			return true;
	return false;
}

/* CSL 1.0.2, "Cite Grouping", "Reference Grouping": what cs:substitute printed
 * counts as names. */
static struct out *
stands_for_names(struct render *c, struct out *o)
{
	if (has_names(o))
		return o;
	struct out *g = out_group(c->a);
	g->tag = TAG_INSTEAD;
	out_append(g, o);
	return g;
}

struct text
render_names_key(struct render *c, const struct name_list *l)
{
	static const struct names_rule none;
	struct people p = {c, &none, {0}};
	struct buf b = {.a = c->a};

	for (size_t i = 0; i < l->n; i++)
		buf_add(&b, name_key(&p, &l->at[i]));
	return buf_text(&b);
}

struct out *
render_names(struct render *c, const struct rule *r)
{
	struct people p = people_of(c, r);

	c->called++;
	c->name_count = 0;
	struct out *o = all_vars(&p, r);
	if (o && p.o.form == NAMES_COUNT)
		o = out_text(c->a,
		    text_fmt(c->a, c->sorting ? "%09u" : "%u", c->name_count));
	if (!o) {
		o = substitute(c, &p, r);
		c->filled += o != NULL;
		return o ? render_dress(c, r, stands_for_names(c, o)) : NULL;
	}
	c->filled++;
	o->tag = TAG_NAMES;
	return render_dress(c, r, o);
}
