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

uint8_t
attr_pick(const struct elem *e, const char *attr, const char *const *names)
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

#define OVER(field)      \
	if (!over.field) \
	over.field = under.field

/* What `over` says, and below it what `under` says. */
struct format
format_over(struct format over, struct format under)
{
	OVER(style);
	OVER(weight);
	OVER(variant);
	OVER(line);
	OVER(rise);
	OVER(display);
	OVER(textcase);
	over.quotes |= under.quotes;
	over.strip_periods |= under.strip_periods;
	return over;
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
