#include "cite/rule.h"
#include "cite/rule_read.h"

#include "base/near.h"
#include "cite/extend.h"
#include "cite/number.h"

enum { RULE_DEPTH = 60 };

struct macro {
	struct text name;
	const struct elem *elem;
	struct rule *rule; /* a group, filled when first called */
	bool open;         /* being read: a call would be a circle */
	bool done;
	struct macro *caller; /* while open; NULL: a layout or key */
	struct pos called;    /* where */
};

int
rules_var(struct arena *a, struct rules *r, struct text name)
{
	/* CSL 1.0.2, appendix IV: `event` is an old name, which the reader of
	 * references does not hand on. */
	if (text_is(name, "event"))
		name = TEXT("event-title");
	void **slot = map_slot(a, &r->vars, name);

	if (!*slot) {
		int *at = arena_make(a, int);
		*at = (int)r->var_names.n;
		array_push(a, &r->var_names, name);
		*slot = at;
	}
	return *(const int *)*slot;
}

/* CSL 1.0.2, Appendix IV, "Number Variables". */
bool
rules_is_number(const struct rules *r, int var)
{
	static const char *const names[] = {"chapter-number", "citation-number",
	    "collection-number", "edition", "first-reference-note-number",
	    "issue", "locator", "number", "number-of-pages",
	    "number-of-volumes", "page", "page-first", "part-number",
	    "printing-number", "section", "supplement-number", "version",
	    "volume"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (text_is(r->var_names.at[var], names[i]))
			return true;
	return false;
}

int
rules_type(const struct rules *r, struct text type)
{
	const int *at = map_at(&r->types, type);

	return at ? *at : 0;
}

static void
macro_unknown(struct compiler *c, struct text name, struct pos at)
{
	struct near near = near_to(name);
	struct finding *f = diag(c->d, LEVEL_ERROR, "CSL-05", at,
	    "macro that the style does not have: %.*s", TEXT_ARG(name));

	for (const struct elem *e = c->rules->style->root->child; e;
	     e = e->next)
		if (text_is(e->name, "macro"))
			near_offer(&near, elem_attr(e, "name"));
	if (near.best.n)
		finding_hint(c->d, f, "did you mean %.*s?",
		    TEXT_ARG(near.best));
}

/* The macro being read calls m, which has led to it. */
static void
macro_circle(struct compiler *c, const struct macro *m, struct pos at)
{
	struct finding *f = diag(c->d, LEVEL_ERROR, "CSL-06", at,
	    m == c->inside ? "macro that calls itself: %.*s"
			   : "macros that call each other in a circle: %.*s",
	    TEXT_ARG(m->name));
	const struct macro *chain[RULE_DEPTH];
	size_t n = 0;

	for (const struct macro *k = c->inside; k != m && n < RULE_DEPTH;
	     k = k->caller)
		chain[n++] = k;
	if (n)
		finding_hint(c->d, f, "%.*s calls %.*s",
		    TEXT_ARG(c->inside->name), TEXT_ARG(m->name));
	for (size_t i = n; i > 0; i--)
		finding_remark(c->d, f, "circle", chain[i - 1]->called,
		    "%.*s calls %.*s", TEXT_ARG(chain[i - 1]->caller->name),
		    TEXT_ARG(chain[i - 1]->name));
}

static struct rule *
macro_call(struct compiler *c, struct text name, struct pos at)
{
	struct macro *m = map_at(&c->macros, name);

	if (!m) {
		macro_unknown(c, name, at);
		return NULL;
	}
	if (m->open) {
		macro_circle(c, m, at);
		return NULL;
	}
	if (!m->done) {
		m->open = true;
		m->caller = c->inside;
		m->called = at;
		c->inside = m;
		m->rule = arena_make(c->a, struct rule);
		m->rule->kind = RULE_GROUP;
		m->rule->child = rules_read(c, m->elem->child);
		c->inside = m->caller;
		m->open = false;
		m->done = true;
	}
	return m->rule;
}

/* The number variables of CSL 1.0.2, appendix IV, but for those whose hyphens
 * often are parts of one number: "number", "version". */
static bool
ranged(struct text name)
{
	static const char *const names[] = {"page", "locator", "volume",
	    "issue", "section", "chapter-number", "collection-number",
	    "part-number", "supplement-number", "edition"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (text_is(name, names[i]))
			return true;
	return false;
}

static void
text_read(struct compiler *c, const struct elem *e, struct rule *r)
{
	struct text form = elem_attr(e, "form");

	r->form = (uint8_t)term_form_of(form);
	r->short_form = text_is(form, "short");
	r->plural = text_is(elem_attr(e, "plural"), "true");
	if (attr_get(e, "variable", &r->name)) {
		r->kind = RULE_VARIABLE;
		r->var = rules_var(c->a, c->rules, r->name);
		r->ranged = ranged(r->name);
		if (text_is(r->name, "year-suffix"))
			c->rules->year_suffix_placed = true;
	} else if (attr_get(e, "macro", &r->name)) {
		r->kind = RULE_MACRO;
		r->call = macro_call(c, r->name, e->pos);
	} else if (attr_get(e, "term", &r->name)) {
		r->kind = RULE_TERM;
	} else if (attr_get(e, "value", &r->name)) {
		r->kind = RULE_VALUE;
	}
}

static void
label_read(struct compiler *c, const struct elem *e, struct rule *r)
{
	struct text plural = elem_attr(e, "plural");

	r->kind = RULE_LABEL;
	r->name = elem_attr(e, "variable");
	r->var = r->name.n ? rules_var(c->a, c->rules, r->name) : -1;
	r->form = (uint8_t)term_form_of(elem_attr(e, "form"));
	c->rules->undotted |= text_is(r->name, "locator")
	    && text_is(elem_attr(e, "strip-periods"), "true");
	r->plural = text_is(plural, "always") ? 1
	    : text_is(plural, "never")        ? 2
					      : 0;
}

static void
kind_read(struct compiler *c, const struct elem *e, struct rule *r)
{
	if (text_is(e->name, "text")) {
		text_read(c, e, r);
	} else if (text_is(e->name, "number")) {
		r->kind = RULE_NUMBER;
		r->name = elem_attr(e, "variable");
		r->var = rules_var(c->a, c->rules, r->name);
		r->number_form = (uint8_t)number_form_of(elem_attr(e, "form"));
		r->ranged = text_is(r->name, "page");
	} else if (text_is(e->name, "label")) {
		label_read(c, e, r);
	} else if (text_is(e->name, "date")) {
		r->kind = RULE_DATE;
		date_read(c, e, r);
	} else if (text_is(e->name, "names")) {
		r->kind = RULE_NAMES;
		names_read(c, e, r);
	} else if (text_is(e->name, "group")) {
		r->kind = RULE_GROUP;
		r->child = rules_read(c, e->child);
	} else if (text_is(e->name, "choose")) {
		r->kind = RULE_CHOOSE;
		r->child = rules_read(c, e->child);
	} else if (text_is(e->name, "if") || text_is(e->name, "else-if")
	    || text_is(e->name, "else")) {
		r->kind = RULE_BRANCH;
		branch_read(c, e, r);
	}
}

/* What every element may have around its words. */
static void
dress_read(const struct elem *e, struct rule *r)
{
	r->prefix = r->suffix = r->delimiter = TEXT("");
	if (!e->attrs)
		return;
	r->format = format_read(e);
	r->prefix = elem_attr(e, "prefix");
	r->suffix = elem_attr(e, "suffix");
	r->delimiter = elem_attr(e, "delimiter");
}

struct rule *
rule_read(struct compiler *c, const struct elem *e)
{
	struct rule *r = arena_make(c->a, struct rule);

	r->kind = RULE_NONE;
	dress_read(e, r);
	extend_read(c, e, r);
	if (++c->depth < RULE_DEPTH)
		kind_read(c, e, r);
	else
		diag(c->d, LEVEL_ERROR, "CSL-06", e->pos,
		    "style nested too deep");
	c->depth--;
	return r;
}

struct rule *
rules_read(struct compiler *c, const struct elem *first)
{
	struct rule *head = NULL, **end = &head;

	for (const struct elem *e = first; e; e = e->next) {
		struct rule *r = rule_read(c, e);
		if (r->kind == RULE_NONE)
			continue;
		*end = r;
		end = &r->next;
	}
	return head;
}

static void
sort_read(struct compiler *c, const struct elem *e, struct area *area)
{
	for (const struct elem *k = e->child; k; k = k->next) {
		struct sort_key key = {.var = -1};
		struct text name;
		if (!text_is(k->name, "key"))
			continue;
		if (attr_get(k, "variable", &name))
			key.var = rules_var(c->a, c->rules, name);
		else if (attr_get(k, "macro", &name))
			key.macro = macro_call(c, name, k->pos);
		key.descending = text_is(elem_attr(k, "sort"), "descending");
		text_int(elem_attr(k, "names-min"), &key.names.etal_min);
		text_int(elem_attr(k, "names-use-first"),
		    &key.names.etal_first);
		struct text last = elem_attr(k, "names-use-last");
		key.names.use_last = text_is(last, "true") ? YES
		    : last.n                               ? NO
							   : UNSAID;
		array_push(c->a, &area->sort, key);
	}
}

static void
citation_read(const struct elem *e, struct area *area)
{
	area->add_names =
	    text_is(elem_attr(e, "disambiguate-add-names"), "true");
	area->add_given =
	    text_is(elem_attr(e, "disambiguate-add-givenname"), "true");
	area->year_suffix =
	    text_is(elem_attr(e, "disambiguate-add-year-suffix"), "true");
	area->given_rule = elem_attr(e, "givenname-disambiguation-rule");
	area->initials_only =
	    text_ends(area->given_rule, TEXT("-with-initials"));
	area->collapse = elem_attr(e, "collapse");
	area->has_group =
	    attr_get(e, "cite-group-delimiter", &area->group_delimiter);
	area->has_suffix_delimiter =
	    attr_get(e, "year-suffix-delimiter", &area->suffix_delimiter);
	area->has_after =
	    attr_get(e, "after-collapse-delimiter", &area->after_delimiter);
	area->near_distance = 5;
	text_int(elem_attr(e, "near-note-distance"), &area->near_distance);
}

static void
area_read(struct compiler *c, const struct elem *e, struct area *area,
    const struct name_options *under)
{
	struct name_options own = {0};

	area->present = true;
	name_options_read(e, "name-form", "name-delimiter", &own);
	area->names = name_options_over(&own, under);
	citation_read(e, area);
	area->has_substitute =
	    attr_get(e, "subsequent-author-substitute", &area->substitute);
	area->substitute_rule =
	    elem_attr(e, "subsequent-author-substitute-rule");
	area->second_field = elem_attr(e, "second-field-align");
	area->hanging = text_is(elem_attr(e, "hanging-indent"), "true");
	for (const struct elem *x = e->child; x; x = x->next) {
		if (text_is(x->name, "layout")) {
			area->layout.kind = RULE_GROUP;
			dress_read(x, &area->layout);
			area->layout.child = rules_read(c, x->child);
		} else if (text_is(x->name, "sort")) {
			sort_read(c, x, area);
		}
	}
}

static void
known_vars(struct arena *a, struct rules *r)
{
	const struct {
		const char *name;
		int *at;
	} known[] = {{"title", &r->title}, {"title-short", &r->title_short},
	    {"container-title", &r->container},
	    {"container-title-short", &r->container_short},
	    {"locator", &r->locator}, {"page", &r->page},
	    {"page-first", &r->page_first},
	    {"first-reference-note-number", &r->first_note},
	    {"citation-number", &r->citation_number},
	    {"citation-label", &r->citation_label}, {"year-suffix", &r->suffix},
	    {"URL", &r->url}, {"DOI", &r->doi}, {"edition", &r->edition},
	    {"language", &r->language}, {"issued", &r->issued},
	    {"accessed", &r->accessed}};

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		*known[i].at = rules_var(a, r, text_of(known[i].name));
}

static void
root_read(struct rules *r, const struct elem *root)
{
	struct text demote = elem_attr(root, "demote-non-dropping-particle");

	r->page_format = elem_attr(root, "page-range-format");
	r->initialize_hyphen =
	    !text_is(elem_attr(root, "initialize-with-hyphen"), "false");
	r->demote = text_is(demote, "never") ? 0
	    : text_is(demote, "sort-only")   ? 1
					     : 2;
}

struct rules *
rules_new(struct arena *a, const struct style *style, struct diag *d)
{
	struct rules *r = arena_make(a, struct rules);
	struct compiler c = {.a = a, .rules = r, .d = d};
	struct name_options all = {0};

	r->style = style;
	r->terms = terms_new(a, style);
	known_vars(a, r);
	root_read(r, style->root);
	name_options_read(style->root, "name-form", "name-delimiter", &all);
	for (const struct elem *e = style->root->child; e; e = e->next) {
		if (!text_is(e->name, "macro"))
			continue;
		struct macro *m = arena_make(a, struct macro);
		m->elem = e;
		m->name = elem_attr(e, "name");
		map_put(a, &c.macros, m->name, m);
	}
	for (const struct elem *e = style->root->child; e; e = e->next) {
		if (text_is(e->name, "citation"))
			area_read(&c, e, &r->citation, &all);
		else if (text_is(e->name, "bibliography"))
			area_read(&c, e, &r->bibliography, &all);
	}
	return r;
}
