/*
 * A list of people: CSL 1.0.2, "Name" and "Et-al": how many are shown, and
 * what stands between them.
 */
#include "cite/people.h"

static bool
is_inverted(const struct people *p, const struct name_list *l, size_t i)
{
	return name_inverts(&l->at[i])
	    && (p->o.order == ORDER_ALL || (p->o.order == ORDER_FIRST && !i));
}

/* delimiter-precedes-et-al and -last. */
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
	if (min <= 0 || first == 0 || n < (size_t)min)
		return n;
	size_t k = first > 0 ? (size_t)first : 0;
	if (p->c->cite && !p->c->sorting && k < p->c->work->more_names)
		k = p->c->work->more_names;
	return k < n ? k : n;
}

static void
add_text(const struct people *p, struct out *o, struct text t)
{
	out_append(o, out_text(p->c->a, t));
}

/* Words of scripts that are written without blanks: those of CJK. */
static bool
takes_blank(struct text term)
{
	size_t i = 0;
	uint32_t cp = term.n ? text_next(term, &i) : 0;

	return cp < 0x2e80 || cp >= 0xfb00;
}

static void
add_etal(const struct people *p, struct out *o, const struct name_list *l,
    size_t n)
{
	struct text t = TEXT("");

	if (p->c->sorting || !n
	    || !term_find(p->c->rules->terms, p->r->etal, FORM_LONG, false, &t)
	    || !t.n)
		return;
	bool comma =
	    precedes(p->o.precedes_etal, n > 1, is_inverted(p, l, n - 1));
	if (comma)
		add_text(p, o, p->o.delimiter);
	else if (takes_blank(t))
		add_text(p, o, TEXT(" "));
	struct out *g = out_group(p->c->a);
	g->format = p->r->etal_format;
	add_text(p, g, t);
	out_append(o, g);
}

/* et-al-use-last: "A, B, ... Z" */
static void
add_last(const struct people *p, struct out *o, const struct name_list *l)
{
	size_t i = l->n - 1;

	if (!p->c->sorting)
		add_text(p, o,
		    text_join(p->c->a, p->o.delimiter, TEXT("\u2026 ")));
	out_append(o, name_out(p, &l->at[i], is_inverted(p, l, i)));
	p->c->name_count++;
}

/* What stands before the last name: the delimiter, "and", or both. */
static void
add_and(const struct people *p, struct out *o, const struct name_list *l)
{
	struct text and = p->o.and == AND_SYMBOL
	    ? TEXT("&")
	    : term_text(p->c->rules->terms, "and");
	size_t i = l->n - 1;

	if (p->o.and == AND_UNSET) {
		add_text(p, o, p->o.delimiter);
		return;
	}
	bool comma =
	    precedes(p->o.precedes_last, i > 1, is_inverted(p, l, i - 1));
	struct text lead = comma ? p->o.delimiter : TEXT(" ");
	add_text(p, o, lead);
	if (!text_ends(lead, TEXT(" ")))
		add_text(p, o, TEXT(" "));
	add_text(p, o, text_fmt(p->c->a, "%.*s ", TEXT_ARG(and)));
}

/* Names in a sort key end with a mark of their own. */
static void
add_between(const struct people *p, struct out *o, const struct name_list *l,
    size_t i, size_t n)
{
	if (i == 0 || p->c->sorting)
		return;
	if (i + 1 == n && n == l->n)
		add_and(p, o, l);
	else
		add_text(p, o, p->o.delimiter);
}

struct out *
people_list(const struct people *p, const struct name_list *l)
{
	size_t n = shown(p, l->n);
	struct out *o = out_group(p->c->a), *g = out_group(p->c->a);

	p->c->name_count += (unsigned)n;
	for (size_t i = 0; i < n; i++) {
		add_between(p, o, l, i, n);
		out_append(o, name_out(p, &l->at[i], is_inverted(p, l, i)));
	}
	if (n + 1 < l->n && n && p->o.use_last == YES)
		add_last(p, o, l);
	else if (n < l->n)
		add_etal(p, o, l, n);
	if (p->c->sorting)
		return o;
	g->tag = TAG_PEOPLE;
	out_append(g, o);
	return g;
}
