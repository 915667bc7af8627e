#include "cite/collapse.h"

/* What `collapse` makes of a citation. */
enum way { APART, NUMBERS, YEARS, SUFFIXES, RANGES };

struct collapser {
	struct arena *a;
	const struct rules *rules;
	const struct area *area;
	enum way way;
	struct cited_list *l;
};

static enum way
way_of(const struct area *area)
{
	if (text_is(area->collapse, "citation-number"))
		return NUMBERS;
	if (text_is(area->collapse, "year"))
		return YEARS;
	/* CSL 1.0.2, "Cite Collapsing": without year-suffixes as "year" */
	if (text_is(area->collapse, "year-suffix"))
		return area->year_suffix ? SUFFIXES : YEARS;
	if (text_is(area->collapse, "year-suffix-ranged"))
		return area->year_suffix ? RANGES : YEARS;
	return APART;
}

/* An en dash, if the locale says nothing else. */
static struct text
dash(const struct collapser *x)
{
	struct text t = term_text(x->rules->terms, "citation-range-delimiter");

	return t.n ? t : TEXT("\u2013");
}

/* The delimiter inside of a group of one author's cites. */
static struct text
inside(const struct collapser *x)
{
	if (x->area->has_group)
		return x->area->group_delimiter;
	return x->rules->style->note ? x->area->layout.delimiter : TEXT(", ");
}

static struct text
after(const struct collapser *x)
{
	return x->area->has_after ? x->area->after_delimiter
				  : x->area->layout.delimiter;
}

static bool
same_who(const struct cited *x, const struct cited *y)
{
	return x->who.n && text_eq(x->who, y->who);
}

/* What the user wrote around a cite ties it to its neighbours: nothing is
 * moved past it. */
static bool
tied(const struct cited *before, const struct cited *c)
{
	return before->cite->suffix || c->cite->prefix;
}

/* Cites of the same names come to where the first of them stands.  A style
 * that does not sort leaves the order to the author. */
static void
gather(struct collapser *x)
{
	struct cited *sorted = arena_alloc(x->a, x->l->n * sizeof(*sorted));
	bool *taken = arena_alloc(x->a, x->l->n * sizeof(*taken));
	size_t n = 0;

	for (size_t i = 0; i < x->l->n; i++) {
		const struct cited *c = &x->l->at[i];
		if (taken[i])
			continue;
		sorted[n++] = *c;
		for (size_t k = i + 1; k < x->l->n; k++) {
			if (tied(&x->l->at[k - 1], &x->l->at[k]))
				break;
			if (taken[k] || !same_who(c, &x->l->at[k]))
				continue;
			taken[k] = true;
			sorted[n++] = x->l->at[k];
		}
	}
	x->l->at = sorted;
}

static void
empty(struct out *o)
{
	o->kind = OUT_GROUP;
	o->child = o->last = NULL;
	o->text = TEXT("");
}

/* Every word of it is the citation-number. */
static bool
only_number(const struct out *o, bool inside_number)
{
	inside_number |= o->tag == TAG_NUMBER;
	if (o->kind != OUT_GROUP && !out_empty(o))
		return inside_number;
	for (const struct out *c = o->child; c; c = c->next)
		if (!only_number(c, inside_number))
			return false;
	return true;
}

static bool
is_number(const struct cited *c)
{
	return c->o && !c->cite->prefix && !c->cite->suffix && !out_empty(c->o)
	    && only_number(c->o, false);
}

/* "[1, 2, 3, 5]" becomes "[1-3, 5]": three or more that rise by one. */
static void
numbers(struct collapser *x)
{
	struct cited *at = x->l->at;
	size_t to;

	for (size_t from = 0; from < x->l->n; from = to) {
		to = from + 1;
		while (to < x->l->n && is_number(&at[to - 1])
		    && is_number(&at[to])
		    && at[to].cite->work->citation_number
			== at[to - 1].cite->work->citation_number + 1)
			to++;
		if (to - from < 3)
			continue;
		at[from].delimiter = dash(x);
		for (size_t i = from + 1; i + 1 < to; i++)
			at[i].hidden = true;
		at[to - 1].delimiter = after(x);
	}
}

static struct out *
find(struct out *o, enum out_tag tag)
{
	if (o->tag == tag && !out_empty(o))
		return o;
	for (struct out *c = o->child; c; c = c->next) {
		struct out *found = find(c, tag);
		if (found)
			return found;
	}
	return NULL;
}

/* The words of a cite but for its year-suffix. */
static struct text
suffixless(struct arena *a, const struct out *o)
{
	struct out *copy = out_copy(a, o), *s;

	while ((s = find(copy, TAG_SUFFIX)))
		empty(s);
	return out_words(a, copy);
}

/* CSL 1.0.2, "Cite Collapsing": a locator keeps a cite whole. */
static bool
joins(const struct collapser *x, const struct cited *one,
    const struct cited *two)
{
	return one->o && two->o && !one->cite->locator.n
	    && !two->cite->locator.n && find(one->o, TAG_SUFFIX)
	    && find(two->o, TAG_SUFFIX)
	    && text_eq(suffixless(x->a, one->o), suffixless(x->a, two->o));
}

/* The members from..to share a year: "2000a, b", "2000a-c". */
static void
same_year(struct collapser *x, size_t from, size_t to)
{
	struct cited *at = x->l->at;
	struct text between = x->area->has_suffix_delimiter
	    ? x->area->suffix_delimiter
	    : x->area->has_group ? x->area->group_delimiter
				 : x->area->layout.delimiter;

	for (size_t i = from; i < to; i++) {
		if (i > from)
			at[i].o = find(at[i].o, TAG_SUFFIX);
		if (i + 1 < to)
			at[i].delimiter = between;
	}
	for (size_t i = from, end; x->way == RANGES && i < to; i = end) {
		for (end = i + 1; end < to
		     && at[end].cite->work->suffix_number
			 == at[end - 1].cite->work->suffix_number + 1;)
			end++;
		if (end - i < 3)
			continue;
		at[i].delimiter = dash(x);
		for (size_t k = i + 1; k + 1 < end; k++)
			at[k].hidden = true;
	}
}

/* The members from..to share their names: those are printed once. */
static void
same_names(struct collapser *x, size_t from, size_t to)
{
	struct cited *at = x->l->at;
	size_t end;

	for (size_t i = from; i + 1 < to; i++)
		at[i].delimiter = x->way == YEARS && at[i].cite->locator.n
			&& x->area->has_after
		    ? after(x)
		    : inside(x);
	for (size_t i = from; x->way >= SUFFIXES && i < to; i = end) {
		for (end = i + 1; end < to && !tied(&at[end - 1], &at[end])
		     && joins(x, &at[end - 1], &at[end]);)
			end++;
		same_year(x, i, end);
	}
	for (size_t i = from + 1; x->way != APART && i < to; i++)
		if (at[i].names)
			empty(at[i].names);
}

static void
groups(struct collapser *x)
{
	struct cited *at = x->l->at;
	size_t to;

	for (size_t from = 0; from < x->l->n; from = to) {
		to = from + 1;
		while (to < x->l->n && same_who(&at[from], &at[to])
		    && !at[to].cite->prefix)
			to++;
		same_names(x, from, to);
		/* the suite has it behind single cites too, if years collapse */
		if (x->way == YEARS || (x->way > YEARS && to - from > 1))
			at[to - 1].delimiter = after(x);
	}
}

void
collapse(struct process *p, struct cited_list *l)
{
	const struct area *area = &p->rules->citation;
	struct collapser x = {p->pass, p->rules, area, way_of(area), l};

	for (size_t i = 0; i < l->n; i++)
		l->at[i].delimiter = area->layout.delimiter;
	if (l->n < 2)
		return;
	if (x.way == NUMBERS) {
		numbers(&x);
	} else if (x.way != APART || area->has_group) {
		if (area->sort.n)
			gather(&x);
		groups(&x);
	}
}
