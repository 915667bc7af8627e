/*
 * cs:names and its children, and the options of names that are inherited: CSL
 * 1.0.2, "Names" and "Inheritable Name Options".
 */
#include "cite/rule_read.h"

static uint8_t
tri(const struct elem *e, const char *name)
{
	static const char *const names[] = {"false", "true", NULL};

	return attr_pick(e, name, names);
}

static void
number_attr(const struct elem *e, const char *name, int *out)
{
	int v;

	if (text_int(elem_attr(e, name), &v))
		*out = v;
}

/* The attributes of cs:name; cs:style and its two areas write `form` and
 * `delimiter` with "name-" before them. */
void
name_options_read(const struct elem *e, const char *form, const char *delimiter,
    struct name_options *o)
{
	static const char *const and[] = {"text", "symbol", NULL};
	static const char *const precede[] = {"contextual",
	    "after-inverted-name", "always", "never", NULL};
	static const char *const forms[] = {"long", "short", "count", NULL};
	static const char *const order[] = {"first", "all", NULL};

	o->and = attr_pick(e, "and", and);
	o->precedes_last = attr_pick(e, "delimiter-precedes-last", precede);
	o->precedes_etal = attr_pick(e, "delimiter-precedes-et-al", precede);
	o->form = attr_pick(e, form, forms);
	o->order = attr_pick(e, "name-as-sort-order", order);
	o->initialize = tri(e, "initialize");
	o->use_last = tri(e, "et-al-use-last");
	number_attr(e, "et-al-min", &o->etal_min);
	number_attr(e, "et-al-use-first", &o->etal_first);
	if (text_is(elem_attr(e, "et-al-use-first"), "0"))
		o->etal_first = -1;
	number_attr(e, "et-al-subsequent-min", &o->etal_later_min);
	number_attr(e, "et-al-subsequent-use-first", &o->etal_later_first);
	o->has_initials = attr_get(e, "initialize-with", &o->initials);
	o->has_separator = attr_get(e, "sort-separator", &o->separator);
	o->has_delimiter = attr_get(e, delimiter, &o->delimiter);
	o->has_between = attr_get(e, "names-delimiter", &o->between);
}

#define OVER(field)   \
	if (!o.field) \
	o.field = under->field

struct name_options
name_options_over(const struct name_options *over,
    const struct name_options *under)
{
	struct name_options o = *over;

	OVER(and);
	OVER(precedes_last);
	OVER(precedes_etal);
	OVER(form);
	OVER(order);
	OVER(initialize);
	OVER(use_last);
	OVER(etal_min);
	OVER(etal_first);
	OVER(etal_later_min);
	OVER(etal_later_first);
	if (!o.has_initials)
		o.initials = under->initials;
	if (!o.has_separator)
		o.separator = under->separator;
	if (!o.has_delimiter)
		o.delimiter = under->delimiter;
	if (!o.has_between)
		o.between = under->between;
	o.has_initials |= under->has_initials;
	o.has_separator |= under->has_separator;
	o.has_delimiter |= under->has_delimiter;
	o.has_between |= under->has_between;
	return o;
}

static void
name_part_read(const struct elem *e, struct names_rule *n)
{
	struct name_part part = {format_read(e), elem_attr(e, "prefix"),
	    elem_attr(e, "suffix"), true};

	if (text_is(elem_attr(e, "name"), "family"))
		n->family = part;
	else if (text_is(elem_attr(e, "name"), "given"))
		n->given = part;
}

static void
name_read(const struct elem *e, struct names_rule *n)
{
	n->has_name = true;
	n->brief = text_is(elem_attr(e, "p:institutions"), "short");
	name_options_read(e, "form", "delimiter", &n->options);
	n->format = format_read(e);
	n->prefix = elem_attr(e, "prefix");
	n->suffix = elem_attr(e, "suffix");
	for (const struct elem *x = e->child; x; x = x->next)
		if (text_is(x->name, "name-part"))
			name_part_read(x, n);
}

void
names_read(struct compiler *c, const struct elem *e, struct rule *r)
{
	struct text rest = elem_attr(e, "variable"), word;
	struct names_rule *n = arena_make(c->a, struct names_rule);

	r->names = n;
	n->has_delimiter = attr_get(e, "delimiter", &r->delimiter);
	while (text_split(&rest, ' ', &word))
		if (word.n)
			array_push(c->a, &n->vars,
			    rules_var(c->a, c->rules, word));
	n->etal = TEXT("et-al");
	for (const struct elem *x = e->child; x; x = x->next) {
		if (text_is(x->name, "name")) {
			n->label_first = n->label != NULL;
			name_read(x, n);
		} else if (text_is(x->name, "et-al")) {
			n->has_etal = true;
			n->etal_format = format_read(x);
			attr_get(x, "term", &n->etal);
		} else if (text_is(x->name, "label")) {
			n->label = rule_read(c, x);
		} else if (text_is(x->name, "substitute")) {
			n->substitute = rules_read(c, x->child);
		}
	}
}
