#include "cite/rule_read.h"

bool
attr_get(const struct elem *e, const char *name, struct text *out)
{
	for (const struct xattr *at = e->attrs; at; at = at->next)
		if (text_is(at->name, name)) {
			*out = at->value;
			return true;
		}
	return false;
}

/* Which of `names` the attribute is, from 1; 0: none. */
static uint8_t
pick(const struct elem *e, const char *attr, const char *const *names)
{
	struct text t = elem_attr(e, attr);

	for (uint8_t i = 0; names[i]; i++)
		if (text_is(t, names[i]))
			return (uint8_t)(i + 1);
	return 0;
}

enum text_case
text_case_of(struct text t)
{
	static const char *const names[] = {"", "lowercase", "uppercase",
	    "capitalize-first", "capitalize-all", "sentence", "title"};

	for (size_t i = 1; i < sizeof(names) / sizeof(*names); i++)
		if (text_is(t, names[i]))
			return (enum text_case)i;
	return CASE_NONE;
}

struct format
format_read(const struct elem *e)
{
	static const char *const style[] = {"normal", "italic", "oblique",
	    NULL};
	static const char *const weight[] = {"normal", "bold", "light", NULL};
	static const char *const variant[] = {"normal", "small-caps", NULL};
	static const char *const line[] = {"none", "underline", NULL};
	static const char *const rise[] = {"baseline", "sup", "sub", NULL};
	static const char *const display[] = {"block", "left-margin",
	    "right-inline", "indent", NULL};

	return (struct format){.style = pick(e, "font-style", style),
	    .weight = pick(e, "font-weight", weight),
	    .variant = pick(e, "font-variant", variant),
	    .line = pick(e, "text-decoration", line),
	    .rise = pick(e, "vertical-align", rise),
	    .display = pick(e, "display", display),
	    .textcase = (uint8_t)text_case_of(elem_attr(e, "text-case")),
	    .quotes = text_is(elem_attr(e, "quotes"), "true"),
	    .strip_periods = text_is(elem_attr(e, "strip-periods"), "true")};
}

static uint8_t
tri(const struct elem *e, const char *name)
{
	static const char *const names[] = {"false", "true", NULL};

	return pick(e, name, names);
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

	o->and = pick(e, "and", and);
	o->precedes_last = pick(e, "delimiter-precedes-last", precede);
	o->precedes_etal = pick(e, "delimiter-precedes-et-al", precede);
	o->form = pick(e, form, forms);
	o->order = pick(e, "name-as-sort-order", order);
	o->initialize = tri(e, "initialize");
	o->use_last = tri(e, "et-al-use-last");
	number_attr(e, "et-al-min", &o->etal_min);
	number_attr(e, "et-al-use-first", &o->etal_first);
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
name_part_read(const struct elem *e, struct rule *r)
{
	struct name_part part = {format_read(e), elem_attr(e, "prefix"),
	    elem_attr(e, "suffix"), true};

	if (text_is(elem_attr(e, "name"), "family"))
		r->family = part;
	else if (text_is(elem_attr(e, "name"), "given"))
		r->given = part;
}

static void
name_read(const struct elem *e, struct rule *r)
{
	r->has_name = true;
	name_options_read(e, "form", "delimiter", &r->names);
	r->name_format = format_read(e);
	r->name_prefix = elem_attr(e, "prefix");
	r->name_suffix = elem_attr(e, "suffix");
	for (const struct elem *x = e->child; x; x = x->next)
		if (text_is(x->name, "name-part"))
			name_part_read(x, r);
}

void
names_read(struct compiler *c, const struct elem *e, struct rule *r)
{
	struct text rest = elem_attr(e, "variable"), word;

	r->has_delimiter = attr_get(e, "delimiter", &r->delimiter);
	while (text_split(&rest, ' ', &word))
		if (word.n)
			array_push(c->a, &r->vars,
			    rules_var(c->a, c->rules, word));
	r->etal = TEXT("et-al");
	for (const struct elem *x = e->child; x; x = x->next) {
		if (text_is(x->name, "name")) {
			name_read(x, r);
		} else if (text_is(x->name, "et-al")) {
			r->has_etal = true;
			r->etal_format = format_read(x);
			attr_get(x, "term", &r->etal);
		} else if (text_is(x->name, "label")) {
			r->label_first = !r->has_name && !r->has_etal;
			r->label = rule_read(c, x);
		} else if (text_is(x->name, "substitute")) {
			r->substitute = rules_read(c, x->child);
		}
	}
}

void
date_parts_read(const struct elem *e, struct rule *r)
{
	static const char *const names[] = {"year", "month", "day", NULL};

	for (const struct elem *x = e->child; x; x = x->next) {
		uint8_t name = pick(x, "name", names);
		if (!text_is(x->name, "date-part") || !name || r->nparts == 3)
			continue;
		struct date_part *p = &r->part[r->nparts++];
		*p = (struct date_part){true, (uint8_t)(name - 1),
		    elem_attr(x, "form"), elem_attr(x, "range-delimiter"),
		    format_read(x), {0}, {0}, false};
		p->has_affixes = attr_get(x, "prefix", &p->prefix);
		p->has_affixes |= attr_get(x, "suffix", &p->suffix);
	}
}

void
date_read(struct compiler *c, const struct elem *e, struct rule *r)
{
	static const char *const parts[] = {"year", "year-month",
	    "year-month-day", NULL};

	r->var = rules_var(c->a, c->rules, elem_attr(e, "variable"));
	r->localized = attr_get(e, "form", &r->date_form);
	r->parts = pick(e, "date-parts", parts);
	date_parts_read(e, r);
}

/* The words of one condition's attribute, one test each. */
static void
tests_read(struct compiler *c, struct rule *r, enum test_kind kind,
    struct text rest)
{
	static const char *const positions[] = {"first", "subsequent", "ibid",
	    "ibid-with-locator", "near-note"};
	struct text word;

	while (text_split(&rest, ' ', &word)) {
		struct test t = {.kind = (uint8_t)kind, .value = word};
		if (!word.n)
			continue;
		if (kind == TEST_VARIABLE || kind == TEST_NUMERIC
		    || kind == TEST_UNCERTAIN)
			t.var = rules_var(c->a, c->rules, word);
		for (uint8_t i = 0; kind == TEST_POSITION && i < 5; i++)
			if (text_is(word, positions[i]))
				t.position = i;
		if (kind == TEST_DISAMBIGUATE) {
			t.position = text_is(word, "true");
			c->rules->asks_ambiguous = true;
		}
		array_push(c->a, &r->tests, t);
	}
}

void
branch_read(struct compiler *c, const struct elem *e, struct rule *r)
{
	static const char *const attrs[] = {"type", "variable", "is-numeric",
	    "is-uncertain-date", "locator", "position", "disambiguate"};
	struct text match = elem_attr(e, "match"), value;

	r->match = text_is(match, "any") ? MATCH_ANY
	    : text_is(match, "none")     ? MATCH_NONE
					 : MATCH_ALL;
	for (size_t i = 0; i < sizeof(attrs) / sizeof(*attrs); i++)
		if (attr_get(e, attrs[i], &value))
			tests_read(c, r, (enum test_kind)i, value);
	r->child = rules_read(c, e->child);
}
