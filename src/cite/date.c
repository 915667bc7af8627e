/*
 * Dates: CSL 1.0.2, "Date", "Date Ranges", "AD and BC", "Seasons".
 */
#include "cite/number.h"
#include "cite/render.h"

enum { YEARS = 1000000000 }; /* added to years in keys: none is negative then */

static bool
has(const struct date_point *d, uint8_t name)
{
	return name == DATE_YEAR ? d->year != 0
	    : name == DATE_MONTH ? d->month > 0 || d->season > 0
				 : d->month > 0 && d->day > 0;
}

static int
value_of(const struct date_point *d, uint8_t name)
{
	return name == DATE_YEAR ? d->year
	    : name == DATE_DAY   ? d->day
	    : d->season          ? 100 + d->season
				 : d->month;
}

static struct text
year_words(const struct render *c, int year, uint8_t form)
{
	const struct terms *t = c->rules->terms;

	if (form == DATE_SHORT && year >= 1000)
		return text_fmt(c->a, "%02d", year % 100);
	if (year < 0)
		return text_fmt(c->a, "%d%.*s", -year,
		    TEXT_ARG(term_text(t, "bc")));
	if (year < 1000)
		return text_fmt(c->a, "%d%.*s", year,
		    TEXT_ARG(term_text(t, "ad")));
	return text_fmt(c->a, "%d", year);
}

/* Months are terms: their case is the style's.  Title case is for all. */
static void
case_of(const struct render *c, struct out *o, uint8_t how)
{
	out_case(c->a, o, (enum text_case)how,
	    how == CASE_TITLE ? UNI_ENGLISH
			      : uni_lang_of(c->rules->style->lang));
}

static struct text
month_words(const struct render *c, const struct date_point *d, uint8_t form)
{
	struct text out = TEXT("");
	enum term_form term = form == DATE_SHORT ? FORM_SHORT : FORM_LONG;
	int n = d->season ? d->season : d->month;

	if (form == DATE_NUMERIC && !d->season)
		return text_fmt(c->a, "%d", n);
	if (form == DATE_ZEROS && !d->season)
		return text_fmt(c->a, "%02d", n);
	term_find(c->rules->terms,
	    text_fmt(c->a, "%s-%02d", d->season ? "season" : "month", n), term,
	    false, &out);
	return out;
}

/* "1er janvier", "2 janvier": the ordinal has the gender of the month. */
static struct text
day_words(const struct render *c, const struct date_point *d, uint8_t form)
{
	const struct terms *t = c->rules->terms;

	if (form == DATE_ZEROS)
		return text_fmt(c->a, "%02d", d->day);
	if (form == DATE_ORDINAL && (d->day == 1 || !t->day_one_only))
		return number_ordinal(c->a, t, d->day,
		    term_gender(t, text_fmt(c->a, "month-%02d", d->month)));
	return text_fmt(c->a, "%d", d->day);
}

static struct out *
part_out(const struct render *c, const struct date_part *p,
    const struct date_point *d)
{
	if (!has(d, p->name))
		return NULL;
	struct text words = p->name == DATE_YEAR
	    ? year_words(c, d->year, p->form)
	    : p->name == DATE_MONTH ? month_words(c, d, p->form)
				    : day_words(c, d, p->form);
	struct out *in = out_text(c->a, words), *o = out_group(c->a);
	if (p->format.strip_periods)
		out_strip_periods(c->a, in);
	case_of(c, in, p->format.textcase);
	o->tag = p->name == DATE_YEAR ? TAG_YEAR : TAG_NONE;
	o->format = p->format;
	o->prefix = p->prefix;
	o->suffix = p->suffix;
	out_append(o, in);
	return o;
}

/* One end of a date: the parts from..to of the rule. */
static struct out *
parts_out(const struct render *c, const struct date_rule *r, size_t from,
    size_t to, const struct date_point *d)
{
	struct out *o = out_group(c->a);

	o->delimiter = r->delimiter;
	for (size_t i = from; i < to; i++)
		out_append(o, part_out(c, &r->part[i], d));
	return o->child ? o : NULL;
}

/* The largest part printed in which the two ends differ, or NULL. */
static const struct date_part *
differing(const struct date *d, const struct date_rule *r)
{
	const struct date_part *largest = NULL;

	for (size_t i = 0; i < r->nparts; i++) {
		const struct date_part *p = &r->part[i];
		if (value_of(&d->from, p->name) != value_of(&d->to, p->name)
		    && (!largest || p->name < largest->name))
			largest = p;
	}
	return largest;
}

/* "1-4 May": the dash, and not the suffix that stands before it, parts the
 * days; nor is a prefix wanted behind it. */
static struct out *
both_ends(const struct render *c, struct out *one, struct text dash,
    struct out *two)
{
	struct out *o = out_group(c->a);

	if (one && two) {
		one->last->suffix = TEXT("");
		two->child->prefix = TEXT("");
	}
	out_append(o, one);
	if (one && two)
		out_append(o, out_text(c->a, dash.n ? dash : TEXT("\u2013")));
	out_append(o, two);
	return o->child ? o : NULL;
}

/* Parts larger than the largest that differs are printed once, before or
 * behind the run of the others. */
static struct out *
range_out(const struct render *c, const struct date_rule *r,
    const struct date *d)
{
	const struct date_part *least = differing(d, r);
	size_t from = 0, to = r->nparts;

	if (!least)
		return parts_out(c, r, 0, r->nparts, &d->from);
	while (r->part[from].name < least->name)
		from++;
	while (r->part[to - 1].name < least->name)
		to--;
	struct out *o = out_group(c->a);
	o->delimiter = r->delimiter;
	out_append(o, parts_out(c, r, 0, from, &d->from));
	out_append(o,
	    both_ends(c, parts_out(c, r, from, to, &d->from), least->range,
		parts_out(c, r, from, to, &d->to)));
	out_append(o, parts_out(c, r, to, r->nparts, &d->from));
	return o->child ? o : NULL;
}

/* A blank at the end of the locale's format is for a part that follows. */
static void
trim_tail(const struct rule *r, struct out *o)
{
	struct text *t = o && o->last ? &o->last->suffix : NULL;

	while (r->date->localized && t && t->n && t->s[t->n - 1] == ' ')
		t->n--;
}

/* A range without a start, "until 2004". */
static bool
startless(const struct date *d)
{
	return d->range && !d->from.year && !d->from.month && !d->from.season
	    && (d->to.year || d->to.season);
}

bool
date_given(const struct date *d)
{
	return d
	    && (d->from.year || d->from.month || d->from.season || d->literal.n
		|| startless(d));
}

static const struct date *
date_of(const struct render *c, const struct rule *r)
{
	const struct date *d = c->used[r->var] ? NULL : c->work->dates[r->var];

	/* the day on which we looked says nothing of which work it is */
	if (c->comparing && r->var == c->rules->accessed)
		return NULL;
	return date_given(d) ? d : NULL;
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

/* The dash that stands for the end that is not there. */
static struct out *
dashed(const struct render *c, struct out *end)
{
	struct out *o = out_group(c->a);

	if (!end)
		return NULL;
	out_append(o, out_text(c->a, TEXT("\u2013")));
	out_append(o, end);
	return o;
}

static struct out *
words(const struct render *c, const struct rule *r, const struct date *d)
{
	struct out *o;

	if (d->literal.n && !d->from.year)
		return out_rich(c->a, d->literal);
	if (!startless(d) && d->range && (d->to.year || d->to.season))
		o = range_out(c, r->date, d);
	else
		o = parts_out(c, r->date, 0, r->date->nparts,
		    startless(d) ? &d->to : &d->from);
	trim_tail(r, o);
	if (startless(d))
		o = dashed(c, o);
	if (o && d->range && d->open)
		out_append(o, out_text(c->a, TEXT("\u2013")));
	if (o)
		o->format = r->date->format;
	if (o && r->date->format.textcase)
		case_of(c, o, r->date->format.textcase);
	return o;
}

/* What the rule prints of a date: a bit for each name of a part. */
static unsigned
printed(const struct date_rule *r)
{
	unsigned parts = 0;

	for (size_t i = 0; i < r->nparts; i++)
		parts |= 1u << r->part[i].name;
	return parts;
}

static struct text
key(struct arena *a, const struct date *d, unsigned parts)
{
	const struct date_point end[2] = {startless(d) ? d->to : d->from,
	    d->to};
	struct buf b = {.a = a};

	if (!end[0].year && !end[0].month)
		return d->literal;
	for (size_t i = 0; i < 2; i++) {
		const struct date_point *x = &end[i];
		bool given = i == 0 || d->range;
		buf_fmt(&b, "%010d%02d%02d",
		    given && parts & 1 ? x->year + YEARS : 0,
		    given && parts & 2 ? x->month : 0,
		    given && parts & 4 ? x->day : 0);
	}
	return buf_text(&b);
}

struct text
date_key(struct arena *a, const struct date *d)
{
	return key(a, d, 7);
}

struct out *
render_date(struct render *c, const struct rule *r)
{
	const struct date *d = date_of(c, r);
	struct out *o = NULL;

	c->called++;
	if (d && c->sorting)
		o = out_text(c->a, key(c->a, d, printed(r->date)));
	else if (d)
		o = words(c, r, d);
	if (!o)
		return NULL;
	c->filled++;
	render_prints(c, r->var);
	if (c->sorting)
		return o;
	if (r->var == c->rules->issued)
		add_suffix(c, o);
	o->tag = TAG_DATE;
	return render_dress(c, r, o);
}
