#include "cite/number.h"
#include "cite/render.h"
#include "cite/rule_read.h"

/* The parts of a date as this rule prints them, in its order. */
struct plan {
	struct date_part part[3];
	size_t n;
	struct text delimiter;
};

static struct date_part *
plan_part(struct plan *p, uint8_t name)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->part[i].name == name)
			return &p->part[i];
	return NULL;
}

/* CSL 1.0.2, "Localized Dates": the locale's parts and order; the style may
 * choose which of them appear and how. */
static void
localized(struct plan *p, const struct date_rule *r, const struct elem *format)
{
	struct date_rule own = {0};

	date_parts_read(format, &own);
	p->delimiter = elem_attr(format, "delimiter");
	for (size_t i = 0; i < own.nparts; i++) {
		struct date_part part = own.part[i];
		if (r->parts && part.name >= r->parts)
			continue;
		for (size_t k = 0; k < r->nparts; k++) {
			const struct date_part *o = &r->part[k];
			if (o->name != part.name)
				continue;
			if (o->form.n)
				part.form = o->form;
			if (o->range.n)
				part.range = o->range;
			part.format = o->format;
		}
		p->part[p->n++] = part;
	}
}

static void
plan(struct plan *p, const struct render *c, const struct rule *r)
{
	const struct elem *format =
	    c->rules->terms->date[text_is(r->date->form, "numeric")];

	p->delimiter = r->delimiter;
	if (r->date->localized && format) {
		localized(p, r->date, format);
		return;
	}
	for (size_t i = 0; i < r->date->nparts; i++)
		p->part[p->n++] = r->date->part[i];
}

static int
value_of(const struct date_point *d, uint8_t name)
{
	return name == 0 ? d->year : name == 1 ? d->month : d->day;
}

static struct text
year_words(const struct render *c, int year, struct text form)
{
	const struct terms *t = c->rules->terms;

	if (text_is(form, "short") && year >= 100)
		return text_fmt(c->a, "%02d", year % 100);
	if (year < 0)
		return text_fmt(c->a, "%d%.*s", -year,
		    TEXT_ARG(term_text(t, "bc")));
	if (year < 1000)
		return text_fmt(c->a, "%d%.*s", year,
		    TEXT_ARG(term_text(t, "ad")));
	return text_fmt(c->a, "%d", year);
}

static struct text
month_words(const struct render *c, const struct date_point *d,
    struct text form)
{
	struct text out = TEXT("");
	bool season = d->season > 0;

	if (season) {
		term_find(c->rules->terms,
		    text_fmt(c->a, "season-%02d", d->season), FORM_LONG, false,
		    &out);
		return out;
	}
	if (text_is(form, "numeric"))
		return text_fmt(c->a, "%d", d->month);
	if (text_is(form, "numeric-leading-zeros"))
		return text_fmt(c->a, "%02d", d->month);
	term_find(c->rules->terms, text_fmt(c->a, "month-%02d", d->month),
	    text_is(form, "short") ? FORM_SHORT : FORM_LONG, false, &out);
	return out;
}

static struct text
day_words(const struct render *c, const struct date_point *d, struct text form)
{
	const struct terms *t = c->rules->terms;

	if (text_is(form, "numeric-leading-zeros"))
		return text_fmt(c->a, "%02d", d->day);
	if (text_is(form, "ordinal") && (d->day == 1 || !t->day_one_only))
		return number_ordinal(c->a, t, d->day,
		    term_gender(t, text_fmt(c->a, "month-%02d", d->month)));
	return text_fmt(c->a, "%d", d->day);
}

static struct out *
part_out(const struct render *c, const struct date_part *p,
    const struct date_point *d)
{
	struct text words = TEXT("");

	if (p->name == 0 && d->year)
		words = year_words(c, d->year, p->form);
	else if (p->name == 1 && (d->month || d->season))
		words = month_words(c, d, p->form);
	else if (p->name == 2 && d->day)
		words = day_words(c, d, p->form);
	if (!words.n)
		return NULL;
	struct out *in = out_text(c->a, words), *o = out_group(c->a);
	if (p->format.strip_periods)
		out_strip_periods(c->a, in);
	out_case(c->a, in, (enum text_case)p->format.textcase, true);
	o->tag = p->name == 0 ? TAG_YEAR : TAG_NONE;
	o->format = p->format;
	o->prefix = p->prefix;
	o->suffix = p->suffix;
	out_append(o, in);
	return o;
}

/* One end of a date: the parts from..to of the plan. */
static struct out *
parts_out(const struct render *c, const struct plan *p, size_t from, size_t to,
    const struct date_point *d)
{
	struct out *o = out_group(c->a);

	o->delimiter = p->delimiter;
	for (size_t i = from; i < to; i++)
		out_append(o, part_out(c, &p->part[i], d));
	return o->child ? o : NULL;
}

static bool
same_part(const struct date *d, uint8_t name)
{
	return value_of(&d->from, name) == value_of(&d->to, name)
	    && (name != 1 || d->from.season == d->to.season);
}

/* The largest part that differs: 0 year, 1 month, 2 day. */
static int
differing(const struct date *d, struct plan *p)
{
	for (uint8_t name = 0; name < 3; name++)
		if (plan_part(p, name) && !same_part(d, name))
			return name;
	return -1;
}

/* The last suffix before a range's delimiter, and the first prefix behind it,
 * are left out: "1-3 May", not "1 -3 May". */
static void
trim_ends(struct out *from, struct out *to)
{
	if (from && from->last)
		from->last->suffix = TEXT("");
	if (to && to->child)
		to->child->prefix = TEXT("");
}

static bool
differs_below(const struct plan *p, size_t i, int least)
{
	return p->part[i].name >= least;
}

/* CSL 1.0.2, "Date Ranges": parts that are equal in both are printed once,
 * before and behind the run of those that differ. */
static struct out *
range_out(const struct render *c, struct plan *p, const struct date *d)
{
	int least = differing(d, p);
	size_t from = 0, to = p->n;

	if (least < 0)
		return parts_out(c, p, 0, p->n, &d->from);
	while (from < p->n && !differs_below(p, from, least))
		from++;
	while (to > from && !differs_below(p, to - 1, least))
		to--;
	struct out *o = out_group(c->a);
	struct text dash = plan_part(p, (uint8_t)least)->range;
	struct out *one = parts_out(c, p, from, to, &d->from);
	struct out *two = parts_out(c, p, from, to, &d->to);
	struct out *tail = parts_out(c, p, to, p->n, &d->from);
	struct text last_suffix =
	    two && two->last ? two->last->suffix : TEXT("");
	trim_ends(one, two);
	if (!tail && two && two->last)
		two->last->suffix = last_suffix;
	out_append(o, parts_out(c, p, 0, from, &d->from));
	out_append(o, one);
	if (one && two)
		out_append(o, out_text(c->a, dash.n ? dash : TEXT("\u2013")));
	out_append(o, two);
	out_append(o, tail);
	return o;
}

/* A blank at the end of the locale's format is for a part that follows. */
static void
trim_tail(const struct rule *r, struct out *o)
{
	struct text *t = o && o->last ? &o->last->suffix : NULL;

	while (r->date->localized && t && t->n && t->s[t->n - 1] == ' ')
		t->n--;
}

static const struct date *
date_of(const struct render *c, const struct rule *r)
{
	const struct date *d = c->used[r->var] ? NULL : c->work->dates[r->var];

	/* the day on which we looked says nothing of which work it is */
	if (c->comparing && r->var == c->rules->accessed)
		return NULL;
	return d
		&& (d->from.year || d->from.month || d->from.season
		    || d->literal.n)
	    ? d
	    : NULL;
}

/* Behind the first year that is printed. */
static void
add_suffix(struct render *c, struct out *o)
{
	for (struct out *k = o->child; k; k = k->next)
		if (k->tag == TAG_YEAR)
			render_suffix(c, k);
		else
			add_suffix(c, k);
}

struct out *
render_date(struct render *c, const struct rule *r)
{
	const struct date *d = date_of(c, r);
	struct plan p = {0};
	struct out *o;

	c->called++;
	if (!d)
		return NULL;
	plan(&p, c, r);
	if (c->sorting) {
		o = out_text(c->a, date_key(c->a, d));
		c->filled++;
		return o;
	}
	if (d->literal.n && !d->from.year)
		o = out_rich(c->a, d->literal);
	else if (d->range && (d->to.year || d->to.season))
		o = range_out(c, &p, d);
	else
		o = parts_out(c, &p, 0, p.n, &d->from);
	if (o && d->range && d->open)
		out_append(o, out_text(c->a, TEXT("\u2013")));
	if (!o)
		return NULL;
	c->filled++;
	trim_tail(r, o);
	if (r->var == c->rules->issued && !c->sorting)
		add_suffix(c, o);
	o->tag = TAG_DATE;
	return render_dress(c, r, o);
}

struct text
date_key(struct arena *a, const struct date *d)
{
	const struct date_point *x = &d->from, *y = &d->to;

	if (!x->year)
		return d->literal;
	return text_fmt(a, "%05d%02d%02d%05d%02d%02d", x->year + 20000,
	    x->month, x->day, d->range ? y->year + 20000 : 0,
	    d->range ? y->month : 0, d->range ? y->day : 0);
}
