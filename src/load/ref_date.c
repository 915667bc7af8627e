/*
 * ref_date.c - dates, in the forms in which programs export them
 *
 *   date   := map | list | word
 *   map    := {year, month, day, season} | {date-parts} | {raw} | {literal},
 *             with circa
 *   list   := [map] | [map, map] (a range) | [year, month, day]
 *           | [[year, month, day], [...]] | [word, word]
 *   word   := EDTF | word "_" word (a range, as CSL 1.0 wrote it)
 *           | "4 May 2020" | "May 4, 2020" | "May 2020" | "Spring 2020"
 *
 * Numbers may be quoted.  What cannot be read is said, and its words are
 * printed as they are.
 */
#include "base/uni.h"
#include "load/day.h"
#include "load/edtf.h"
#include "load/reference.h"

static const char *const months[] = {"january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november",
    "december", NULL};
static const char *const seasons[] = {"spring", "summer", "autumn", "winter",
    NULL};

/* Which of the names begins with these letters, at least three, from 1. */
static int
named(struct arena *a, struct text t, const char *const *names)
{
	if (t.n && t.s[t.n - 1] == '.')
		t.n--;
	t = uni_lower(a, t);
	for (int i = 0; t.n >= 3 && names[i]; i++)
		if (text_starts(text_of(names[i]), t))
			return i + 1;
	return 0;
}

static int
season_named(struct arena *a, struct text t)
{
	return text_is(uni_lower(a, t), "fall") ? 3 : named(a, t, seasons);
}

static bool
whole(struct text t, int *out)
{
	bool minus = t.n && t.s[0] == '-';

	if (!text_int(text_sub(t, minus, t.n), out))
		return false;
	if (minus)
		*out = -*out;
	return true;
}

/* CSL-JSON has the seasons as months 13 to 16, EDTF as 21 to 24; between these
 * they go round once more. */
static bool
season_of_month(int month, int *season)
{
	if (month < 13 || month > 24)
		return false;
	*season = (month - 1) % 4 + 1;
	return true;
}

/* --- parts --- */

struct dating {
	struct ref_reader *r;
	bool lost; /* something was not understood */
};

static int
number(struct dating *w, const struct value *v)
{
	int n = 0;

	if (!v || v->kind == VALUE_NULL
	    || (v->kind == VALUE_TEXT && !v->text.n))
		return 0;
	if (v->kind != VALUE_TEXT || !whole(text_trim(v->text), &n))
		w->lost = true;
	return n;
}

static int
month(struct dating *w, const struct value *v)
{
	int n =
	    v && v->kind == VALUE_TEXT ? named(w->r->a, v->text, months) : 0;

	return n ? n : number(w, v);
}

static int
season(struct dating *w, const struct value *v)
{
	int n = v && v->kind == VALUE_TEXT ? season_named(w->r->a, v->text) : 0;

	if (!n)
		n = number(w, v);
	season_of_month(n, &n);
	if (n >= 0 && n <= 4)
		return n;
	w->lost = true;
	return 0;
}

/* [2024, 3, 1] */
static struct date_point
point_of_list(struct dating *w, const struct value *v)
{
	struct date_point p = {0};
	const struct value *k = v ? v->child : NULL;

	if (v && v->kind != VALUE_LIST)
		w->lost = true;
	p.year = number(w, k);
	k = k ? k->next : NULL;
	p.month = month(w, k);
	k = k ? k->next : NULL;
	p.day = number(w, k);
	if (k && k->next)
		w->lost = true;
	if (season_of_month(p.month, &p.season))
		p.month = 0;
	return p;
}

/* {year: 2024, month: 3, day: 1} */
static struct date_point
point_of_map(struct dating *w, const struct value *v)
{
	ref_keys(w->r, v, &source_date_schema);
	return (struct date_point){.year = number(w, value_at(v, "year")),
	    .month = month(w, value_at(v, "month")),
	    .day = number(w, value_at(v, "day")),
	    .season = season(w, value_at(v, "season"))};
}

/* --- words --- */

/* "4 May 2020", "May 4, 2020", "May 2020", "Spring 2020", "476" */
static bool
written_out(struct arena *a, struct text t, struct date_point *out)
{
	struct date_point p = {0};
	int number[3];
	size_t n = 0;

	for (size_t i = 0, end; i < t.n; i = end + 1) {
		for (end = i; end < t.n && t.s[end] != ' ' && t.s[end] != ',';)
			end++;
		struct text word = text_sub(t, i, end);
		if (!word.n)
			continue;
		if (!p.month && !p.season && (p.month = named(a, word, months)))
			continue;
		if (!p.month && !p.season && (p.season = season_named(a, word)))
			continue;
		if (n == 2 || !text_int(word, &number[n++]))
			return false;
	}
	if (n == 0 || (n == 2 && !p.month))
		return false;
	p.year = number[n - 1];
	p.day = n == 2 ? number[0] : 0;
	*out = p;
	return p.year > 0 && p.year < 10000 && p.day <= 31;
}

static bool
word_range(struct arena *a, struct text t, struct text dash, struct date *d)
{
	size_t at = text_find(t, 0, dash);
	struct date first = {0}, second = {0};
	struct text from = text_trim(text_sub(t, 0, at));
	struct text to = text_trim(text_sub(t, at + dash.n, t.n));

	if (at == t.n || text_find(to, 0, dash) < to.n)
		return false;
	if (!edtf_parse(from, &first) && !written_out(a, from, &first.from))
		return false;
	if (!edtf_parse(to, &second) && !written_out(a, to, &second.from))
		return false;
	if (first.range || second.range)
		return false;
	d->from = first.from;
	d->to = second.from;
	d->range = true;
	d->circa |= first.circa || second.circa;
	return true;
}

static bool
word(struct arena *a, struct text t, struct date *d)
{
	return edtf_parse(t, d) || written_out(a, text_trim(t), &d->from)
	    || word_range(a, t, TEXT("_"), d)
	    || word_range(a, t, TEXT(" - "), d)
	    || word_range(a, t, TEXT("\u2013"), d);
}

static void
read_word(struct dating *w, struct text t, struct date *d)
{
	if (word(w->r->a, t, d) || !t.n)
		return;
	d->literal = t;
	w->lost = true;
}

/* --- maps and lists --- */

/* Two points are a range; a second one without a year is an open end. */
static void
span(struct date *d, struct date_point from, struct date_point to)
{
	d->from = from;
	d->to = to;
	d->range = true;
	d->open = !to.year && !to.season;
}

static void
read_parts(struct dating *w, const struct value *v, struct date *d)
{
	const struct value *k = v->child;

	if (v->kind != VALUE_LIST) {
		w->lost = true;
		return;
	}
	if (!k || k->kind != VALUE_LIST) {
		d->from = point_of_list(w, v);
		return;
	}
	d->from = point_of_list(w, k);
	if (!k->next)
		return;
	span(d, d->from, point_of_list(w, k->next));
	if (k->next->next)
		w->lost = true;
}

static void
read_map(struct dating *w, const struct value *v, struct date *d)
{
	const struct value *parts = value_at(v, "date-parts");
	struct text raw = value_text(v, "raw");

	d->circa = ref_yes(value_at(v, "circa"));
	d->literal = value_text(v, "literal");
	if (parts) {
		ref_keys(w->r, v, &source_date_schema);
		read_parts(w, parts, d);
		if (!d->from.season)
			d->from.season = season(w, value_at(v, "season"));
	} else {
		d->from = point_of_map(w, v);
	}
	if (raw.n && !d->from.year && !d->from.season && !d->literal.n)
		read_word(w, raw, d);
}

static void
read_list(struct dating *w, const struct value *v, struct date *d)
{
	const struct value *first = v->child;
	const struct value *second = first ? first->next : NULL;
	struct date to = {0};
	int n;

	if (!first)
		return;
	if (first->kind == VALUE_LIST
	    || (first->kind == VALUE_TEXT && whole(first->text, &n))) {
		read_parts(w, v, d);
		return;
	}
	if (first->kind == VALUE_MAP)
		read_map(w, first, d);
	else
		read_word(w, first->text, d);
	if (!second)
		return;
	if (second->kind == VALUE_MAP)
		read_map(w, second, &to);
	else
		read_word(w, second->text, &to);
	w->lost |= second->next || d->range || to.range;
	span(d, d->from, to.from);
	d->circa |= to.circa;
}

/* --- what was not understood --- */

static void
gather(struct buf *b, const struct value *v, unsigned depth)
{
	if (v->kind < VALUE_LIST && v->text.n)
		buf_fmt(b, "%s%.*s", b->n ? " " : "", TEXT_ARG(v->text));
	if (depth < 4)
		for (const struct value *k = v->child; k; k = k->next)
			gather(b, k, depth + 1);
}

static void
not_understood(struct ref_reader *r, const struct value *v, struct date *d)
{
	struct buf b = {.a = r->a};

	gather(&b, v, 0);
	*d = (struct date){.var = d->var, .pos = d->pos};
	d->literal = buf_text(&b);
	struct finding *f = diag(r->d, LEVEL_WARNING, "REF-04", v->pos,
	    "a date not understood, printed as it is: %.*s",
	    TEXT_ARG(d->literal));
	finding_hint(r->d, f, "write it as 2026-11-20");
}

/* What does not exist is left out: the month, or the day. */
static bool
mend_point(struct date_point *p)
{
	bool fine = p->month >= 0 && p->month <= 12;
	/* A year that is not of the calendar counts as a leap year. */
	int year = p->year > 0 && p->year <= 9999 ? p->year : 4;

	if (fine
	    && (p->day == 0
		|| day_exists((struct day){year, p->month, p->day})))
		return true;
	p->day = 0;
	p->month = fine ? p->month : 0;
	return false;
}

static void
mend(struct ref_reader *r, const struct value *v, struct date *d)
{
	bool from = mend_point(&d->from), to = mend_point(&d->to);

	if (!from || !to)
		diag(r->d, LEVEL_WARNING, "REF-04", v->pos,
		    "a day or month that does not exist is left out: %.*s",
		    TEXT_ARG(d->var));
}

bool
ref_date(struct ref_reader *r, const struct value *v, struct date *d)
{
	struct dating w = {.r = r};

	if (v->kind == VALUE_MAP)
		read_map(&w, v, d);
	else if (v->kind == VALUE_LIST)
		read_list(&w, v, d);
	else
		read_word(&w, v->text, d);
	if (w.lost)
		not_understood(r, v, d);
	mend(r, v, d);
	return d->from.year || d->from.season || d->from.month || d->range
	    || d->literal.n;
}
