/*
 * Names, CSL 1.0.2, "Names": which people, how many of them, in which order
 * their parts, and what stands between.
 */
#include "base/uni.h"
#include "cite/number.h"
#include "cite/render.h"

/* One cs:names at work: options after inheritance. */
struct people {
	struct render *c;
	const struct names_rule *r; /* with cs:name, cs:label ... */
	struct name_options o;
};

static bool
has_lower_tail(struct text t, size_t i)
{
	while (i < t.n)
		if (uni_is_lower(text_next(t, &i)))
			return true;
	return false;
}

static void
drop_hyphen(struct buf *b)
{
	if (b->n && b->at[b->n - 1] == '-')
		b->n--;
}

/* Where the name is one of the work's, its place in w->given; else NULL. */
static uint8_t *
given_at(const struct work *w, const struct rules *r, const struct name *n)
{
	for (size_t var = 0; w->given && var < r->var_names.n; var++) {
		const struct name_list *l =
		    w->given[var] ? w->names[var] : NULL;
		if (l && n >= l->at && n < l->at + l->n)
			return &w->given[var][n - l->at];
	}
	return NULL;
}

enum given
work_given(const struct work *w, const struct rules *r, const struct name *n)
{
	const uint8_t *at = given_at(w, r, n);

	return at ? (enum given) * at : GIVEN_STYLED;
}

void
work_raise(struct arena *a, struct work *w, const struct rules *r,
    const struct name *n, enum given to)
{
	if (!w->given)
		w->given = arena_alloc(a, r->var_names.n * sizeof(*w->given));
	for (size_t var = 0; var < r->var_names.n; var++) {
		const struct name_list *l = w->names[var];
		if (l && !w->given[var])
			w->given[var] = arena_alloc(a, l->n + 1);
	}
	uint8_t *at = given_at(w, r, n);
	if (at)
		*at = (uint8_t)to;
}

/* Disambiguation acts on cites alone. */
static enum given
given_shown(const struct people *p, const struct name *n)
{
	return p->c->cite && !p->c->sorting
	    ? work_given(p->c->work, p->c->rules, n)
	    : GIVEN_STYLED;
}

/* "Jean-Luc" with initialize-with "." gives "J.-L."; what is an initial
 * already stays one.  `full`: initialize="false" touches initials only. */
static struct text
initials(const struct people *p, struct text given)
{
	struct buf b = {.a = p->c->a};
	struct text with = p->o.initials, bare = text_trim(with);
	bool full = p->o.initialize == NO;

	for (size_t i = 0; i < given.n;) {
		size_t from = i;
		while (i < given.n && given.s[i] != ' ' && given.s[i] != '.'
		    && given.s[i] != '-')
			text_next(given, &i);
		struct text word = text_sub(given, from, i);
		char end = i < given.n ? given.s[i] : 0;
		if (i < given.n)
			i++;
		if (!word.n) {
			if (end == '-' && p->c->rules->initialize_hyphen)
				buf_addc(&b, '-');
			continue;
		}
		size_t k = 0;
		uint32_t cp = text_next(word, &k);
		bool initial = k == word.n && uni_is_upper(cp);
		bool small = uni_is_lower(cp);
		if (small && from && given.s[from - 1] == '-') {
			drop_hyphen(&b); /* "Guo-ping" is "G" */
			continue;
		}
		if (small || (full && !initial && end != '.')) {
			if (b.n && b.at[b.n - 1] != ' ' && b.at[b.n - 1] != '-')
				buf_addc(&b, ' ');
			buf_add(&b, word);
			if (end)
				buf_addc(&b, end == '.' ? ' ' : end);
			continue;
		}
		buf_cp(&b, cp);
		if (!full && k < word.n && end == '.'
		    && !has_lower_tail(word, k))
			buf_add(&b, text_sub(word, k, word.n));
		buf_add(&b, end == '-' ? bare : with);
		if (end == '-' && p->c->rules->initialize_hyphen)
			buf_addc(&b, '-');
	}
	return text_trim(buf_text(&b));
}

static struct text
given_words(const struct people *p, const struct name *n)
{
	if (!p->o.has_initials || !n->given.n || !n->family.n
	    || given_shown(p, n) == GIVEN_FULL)
		return n->given;
	return initials(p, n->given);
}

/* In the formatting of a cs:name-part, without its affixes: those stand
 * around particles too (CSL 1.0.2, "Name-part Formatting"). */
static struct out *
bare_part(const struct people *p, const struct name_part *part,
    struct text words)
{
	if (!words.n)
		return NULL;
	struct out *o = out_rich(p->c->a, words);
	if (!part->given)
		return o;
	out_case(p->c->a, o, (enum text_case)part->format.textcase, true);
	o->format = part->format;
	return o;
}

static struct out *
part(const struct people *p, const struct name_part *part, struct text words)
{
	struct out *o = bare_part(p, part, words);

	if (o) {
		o->prefix = part->prefix;
		o->suffix = part->suffix;
	}
	return o;
}

static bool
joins(struct text particle)
{
	return text_ends(particle, TEXT("'"))
	    || text_ends(particle, TEXT("\u2019"))
	    || text_ends(particle, TEXT("-"));
}

/* A particle and what it stands before: "d'" and "L'" take no blank. */
static struct text
with_particle(struct arena *a, struct text particle, struct text word)
{
	if (!particle.n || !word.n)
		return particle.n ? particle : word;
	return text_fmt(a, "%.*s%s%.*s", TEXT_ARG(particle),
	    joins(particle) ? "" : " ", TEXT_ARG(word));
}

/* Chinese, Japanese, Korean: the family name first and no blank. */
static bool
no_blanks(const struct name *n)
{
	size_t i = 0;

	if (!n->family.n)
		return false;
	uint32_t cp = text_next(n->family, &i);
	return (cp >= 0x2e80 && cp < 0xa960) || (cp >= 0xac00 && cp < 0xd7b0)
	    || (cp >= 0xf900 && cp < 0xfb00);
}

static void
add_blank(struct people *p, struct out *o, struct out *part)
{
	if (!part)
		return;
	if (o->child)
		out_append(o, out_text(p->c->a, TEXT(" ")));
	out_append(o, part);
}

static struct out *
inverted(struct people *p, const struct name *n)
{
	struct arena *a = p->c->a;
	bool demote = p->c->rules->demote == 2
	    || (p->c->rules->demote == 1 && p->c->sorting);
	struct text family =
	    demote ? n->family : with_particle(a, n->nondropping, n->family);
	struct text comma = p->o.has_separator ? p->o.separator : TEXT(", ");
	struct out *o = out_group(a), *given = out_group(a);

	out_append(o, part(p, &p->r->family, family));
	add_blank(p, given, bare_part(p, &p->r->given, given_words(p, n)));
	if (n->dropping.n)
		add_blank(p, given, out_rich(a, n->dropping));
	if (demote && n->nondropping.n)
		add_blank(p, given,
		    bare_part(p, &p->r->family, n->nondropping));
	given->prefix = p->r->given.prefix;
	given->suffix = p->r->given.suffix;
	if (given->child) {
		out_append(o, out_text(a, comma));
		out_append(o, given);
	}
	if (n->suffix.n) {
		out_append(o, out_text(a, comma));
		out_append(o, out_rich(a, n->suffix));
	}
	return o;
}

static struct out *
straight(struct people *p, const struct name *n)
{
	struct arena *a = p->c->a;
	struct out *o = out_group(a);

	add_blank(p, o, part(p, &p->r->given, given_words(p, n)));
	if (n->dropping.n)
		add_blank(p, o, out_rich(a, n->dropping));
	struct out *family =
	    part(p, &p->r->family, with_particle(a, n->nondropping, n->family));
	if (joins(n->dropping))
		out_append(o, family);
	else
		add_blank(p, o, family);
	if (n->suffix.n) {
		out_append(o,
		    out_text(a, n->comma_suffix ? TEXT(", ") : TEXT(" ")));
		out_append(o, out_rich(a, n->suffix));
	}
	return o;
}

static struct out *
person(struct people *p, const struct name *n, bool invert)
{
	struct arena *a = p->c->a;
	bool family_only =
	    p->o.form == NAMES_SHORT && given_shown(p, n) == GIVEN_STYLED;
	struct out *o;

	if (n->literal.n) {
		o = part(p, &p->r->family,
		    p->r->brief && n->brief.n ? n->brief : n->literal);
	} else if (no_blanks(n) || n->static_ordering) {
		o = out_group(a);
		out_append(o,
		    part(p, &p->r->family,
			with_particle(a, n->nondropping, n->family)));
		if (!family_only && n->given.n) {
			if (!no_blanks(n))
				out_append(o, out_text(a, TEXT(" ")));
			out_append(o, part(p, &p->r->given, n->given));
		}
	} else if (family_only) {
		o = part(p, &p->r->family,
		    with_particle(a, n->nondropping, n->family));
	} else if (invert) {
		o = inverted(p, n);
	} else {
		o = straight(p, n);
	}
	if (o) {
		o->tag = TAG_NAME;
		o->name = n;
	}
	return o;
}

static bool
precedes(uint8_t how, bool many, bool inverted)
{
	if (how == PRECEDE_ALWAYS)
		return true;
	if (how == PRECEDE_NEVER)
		return false;
	return how == PRECEDE_AFTER_INVERTED ? inverted : many;
}

/* How many names are printed before "et al."; all of them without it. */
static size_t
shown(const struct people *p, size_t n)
{
	bool later = p->c->cite && p->c->cite->position != POSITION_FIRST;
	int min = p->o.etal_min, first = p->o.etal_first;

	if (later && p->o.etal_later_min)
		min = p->o.etal_later_min;
	if (later && p->o.etal_later_first)
		first = p->o.etal_later_first;
	size_t k = first > 0 ? (size_t)first : 0;
	if (p->c->cite && !p->c->sorting && k < p->c->work->more_names)
		k = p->c->work->more_names;
	if (min == 0 || first == 0 || n < (size_t)min || k >= n)
		return n;
	return k;
}

static bool
is_inverted(const struct people *p, size_t i)
{
	return p->o.order == ORDER_ALL || (p->o.order == ORDER_FIRST && i == 0);
}

static void
etal(struct people *p, struct out *o, size_t n, bool many)
{
	struct text t = TEXT("");
	struct arena *a = p->c->a;

	if (p->c->sorting
	    || !term_find(p->c->rules->terms,
		p->r->etal.n ? p->r->etal : TEXT("et-al"), FORM_LONG, false,
		&t))
		return;
	bool comma = precedes(p->o.precedes_etal, many, is_inverted(p, n - 1));
	out_append(o, out_text(a, comma ? p->o.delimiter : TEXT(" ")));
	struct out *g = out_group(a);
	g->format = p->r->etal_format;
	out_append(g, out_text(a, t));
	out_append(o, g);
}

static void
use_last(struct people *p, struct out *o, const struct name *n, size_t at)
{
	struct arena *a = p->c->a;

	out_append(o, out_text(a, p->o.delimiter));
	out_append(o, out_text(a, TEXT("\u2026 ")));
	out_append(o, person(p, n, is_inverted(p, at)));
}

/* What stands before the last name: the delimiter, "and", or both. */
static void
before_last(struct people *p, struct out *o, size_t i)
{
	struct arena *a = p->c->a;
	struct text and = term_text(p->c->rules->terms, "and");

	if (p->o.and == AND_UNSET) {
		out_append(o, out_text(a, p->o.delimiter));
		return;
	}
	if (p->o.and == AND_SYMBOL)
		and = TEXT("&");
	bool comma = precedes(p->o.precedes_last, i > 1, is_inverted(p, i - 1));
	struct text lead = comma ? p->o.delimiter : TEXT(" ");
	out_append(o, out_text(a, lead));
	if (!text_ends(lead, TEXT(" ")))
		out_append(o, out_text(a, TEXT(" ")));
	out_append(o, out_text(a, text_fmt(a, "%.*s ", TEXT_ARG(and))));
}

static struct out *
list(struct people *p, const struct name_list *l)
{
	struct arena *a = p->c->a;
	size_t n = shown(p, l->n);
	struct out *o = out_group(a);

	p->c->name_count += (unsigned)n;
	for (size_t i = 0; i < n; i++) {
		if (i && i + 1 == n && n == l->n)
			before_last(p, o, i);
		else if (i)
			out_append(o, out_text(a, p->o.delimiter));
		out_append(o, person(p, &l->at[i], is_inverted(p, i)));
	}
	if (n < l->n && p->o.use_last == YES && n + 1 < l->n)
		use_last(p, o, &l->at[l->n - 1], l->n - 1);
	else if (n < l->n)
		etal(p, o, n, n > 1);
	struct out *g = out_group(a);
	g->format = p->r->format;
	g->prefix = p->r->prefix;
	g->suffix = p->r->suffix;
	out_append(g, o);
	return g;
}

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

	people = list(p, l);
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

/* CSL 1.0.2, "Names": editor and translator in one who are the same people
 * are printed once, with the term editortranslator. */
static bool
editor_translator(const struct people *p, const struct rule *r)
{
	struct text t;

	return r->names->vars.n == 2
	    && same_people(p->c->work->names[r->names->vars.at[0]],
		p->c->work->names[r->names->vars.at[1]])
	    && term_find(p->c->rules->terms, TEXT("editortranslator"),
		FORM_LONG, false, &t);
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
		out_append(o,
		    one_var(p, var,
			both ? TEXT("editortranslator")
			     : c->rules->var_names.at[var]));
		if (c->outer_names)
			c->used[var] = true;
		if (both)
			break;
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
substitute(struct render *c, const struct rule *r, struct people *p)
{
	const struct names_rule *outer = c->outer_names;
	struct out *o = NULL;

	c->outer_names = p->r;
	for (const struct rule *s = r->names->substitute; s && !o;
	     s = s->next) {
		o = render_rule(c, s);
		if (o && s->kind != RULE_NAMES)
			mark_used(c, s);
	}
	c->outer_names = outer;
	return o;
}

/* A cs:names in a cs:substitute without a cs:name of its own borrows that of
 * the one around it. */
static struct people
people_of(struct render *c, const struct rule *r)
{
	const struct names_rule *from =
	    c->outer_names && !r->names->has_name ? c->outer_names : r->names;
	struct people p = {c, from,
	    name_options_over(&from->options, &c->area->names)};

	if (c->key) {
		if (c->key->etal_min)
			p.o.etal_min = p.o.etal_later_min = c->key->etal_min;
		if (c->key->etal_first)
			p.o.etal_first = p.o.etal_later_first =
			    c->key->etal_first;
		if (c->key->use_last)
			p.o.use_last = c->key->use_last;
	}
	if (c->sorting && p.o.form != NAMES_COUNT)
		p.o.order = ORDER_ALL;
	if (!p.o.has_delimiter)
		p.o.delimiter = TEXT(", ");
	return p;
}

struct out *
render_names(struct render *c, const struct rule *r)
{
	struct people p = people_of(c, r);

	c->called++;
	c->name_count = 0;
	struct out *o = all_vars(&p, r);
	if (o && p.o.form == NAMES_COUNT)
		o = out_text(c->a, text_fmt(c->a, "%u", c->name_count));
	if (!o) {
		o = substitute(c, r, &p);
		c->filled += o != NULL;
		return o ? render_dress(c, r, o) : NULL;
	}
	c->filled++;
	o->tag = TAG_NAMES;
	return render_dress(c, r, o);
}
