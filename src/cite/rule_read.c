#include "cite/rule_read.h"
#include "cite/extend.h"

bool
attr_get(const struct elem *e, const char *name, struct text *out)
{
	struct text want = text_of(name);

	for (const struct xattr *at = e->attrs; at; at = at->next)
		if (text_eq(at->name, want)) {
			*out = at->value;
			return true;
		}
	return false;
}

/* Which of `names` a word is, from 1; 0: none. */
static uint8_t
choice(struct text t, const char *const *names)
{
	for (uint8_t i = 0; names[i]; i++)
		if (text_is(t, names[i]))
			return (uint8_t)(i + 1);
	return 0;
}

static uint8_t
pick(const struct elem *e, const char *attr, const char *const *names)
{
	return choice(elem_attr(e, attr), names);
}

static const char *const case_names[] = {"lowercase", "uppercase",
    "capitalize-first", "capitalize-all", "sentence", "title", NULL};
static const char *const style_names[] = {"normal", "italic", "oblique", NULL};
static const char *const weight_names[] = {"normal", "bold", "light", NULL};
static const char *const variant_names[] = {"normal", "small-caps", NULL};
static const char *const line_names[] = {"none", "underline", NULL};
static const char *const rise_names[] = {"baseline", "sup", "sub", NULL};
static const char *const display_names[] = {"block", "left-margin",
    "right-inline", "indent", NULL};

enum text_case
text_case_of(struct text t)
{
	return (enum text_case)choice(t, case_names);
}

static void
format_attr(struct format *f, struct text name, struct text value)
{
	if (text_is(name, "text-case"))
		f->textcase = choice(value, case_names);
	else if (text_is(name, "font-style"))
		f->style = choice(value, style_names);
	else if (text_is(name, "font-weight"))
		f->weight = choice(value, weight_names);
	else if (text_is(name, "font-variant"))
		f->variant = choice(value, variant_names);
	else if (text_is(name, "text-decoration"))
		f->line = choice(value, line_names);
	else if (text_is(name, "vertical-align"))
		f->rise = choice(value, rise_names);
	else if (text_is(name, "display"))
		f->display = choice(value, display_names);
	else if (text_is(name, "quotes"))
		f->quotes = text_is(value, "true");
	else if (text_is(name, "strip-periods"))
		f->strip_periods = text_is(value, "true");
}

struct format
format_read(const struct elem *e)
{
	struct format f = {0};

	for (const struct xattr *at = e->attrs; at; at = at->next)
		format_attr(&f, at->name, at->value);
	return f;
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

void
date_parts_read(const struct elem *e, struct date_rule *r)
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

	r->date = arena_make(c->a, struct date_rule);
	r->var = rules_var(c->a, c->rules, elem_attr(e, "variable"));
	r->date->localized = attr_get(e, "form", &r->date->form);
	r->date->parts = pick(e, "date-parts", parts);
	date_parts_read(e, r->date);
}

/* Types are compared by number; 0 is every type that no style asks for. */
static int
type_number(struct compiler *c, struct text type)
{
	void **slot = map_slot(c->a, &c->rules->types, type);

	if (!*slot) {
		int *at = arena_make(c->a, int);
		*at = (int)c->rules->types.n;
		*slot = at;
	}
	return *(const int *)*slot;
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
		if (kind == TEST_TYPE)
			t.var = type_number(c, word);
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
	extend_tests_read(c, e, r);
	r->child = rules_read(c, e->child);
}
