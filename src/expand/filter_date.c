#include "expand/trail.h"
#include "expand/when.h"

/*
 * Filters about dates.  `today` is the case's report_date and nothing else:
 * the report reads the same on every day it is printed.
 */

static struct datum
not_a_date(struct call *c, struct text t)
{
	struct finding *f = fault_type(c->ev, c->pos,
	    "no day of the calendar: %.*s", TEXT_ARG(t));

	finding_hint(c->ev->d, f, "write 2020-08-11, 2020-08 or 2020");
	return fault_datum(TEXT(""));
}

static struct datum
shown(struct call *c, struct text pattern)
{
	struct when w;
	struct text t;

	if (!call_in_text(c, &t))
		return fault_datum(TEXT(""));
	enum when_kind kind = when_read(t, &w);
	if (kind == WHEN_BAD)
		return not_a_date(c, t);
	if (kind == WHEN_DATE)
		t = when_show(c->ev->a, w, pattern);
	return datum_made(t, c->in);
}

static struct datum
filter_date(struct call *c)
{
	return shown(c, call_text(c, 0, TEXT("D MMMM YYYY")));
}

static struct text
long_pattern(const struct call *c)
{
	bool american =
	    c->ev->profile && text_is(c->ev->profile->lang, "en-US");

	return american ? TEXT("MMMM D, YYYY") : TEXT("D MMMM YYYY");
}

static struct datum
filter_date_long(struct call *c)
{
	return shown(c, long_pattern(c));
}

/* "on 11 August 2020", "in August 2020", "in 2020"; words stay as they are. */
static struct datum
filter_on_date(struct call *c)
{
	struct datum day = shown(c, long_pattern(c));
	struct when w;

	if (day.kind == DATUM_FAULT
	    || when_read(datum_words(c->ev->a, c->in), &w) != WHEN_DATE)
		return day;
	struct text before = w.day ? TEXT("on ") : TEXT("in ");
	return datum_made(text_join(c->ev->a, before, day.text), c->in);
}

/* The date in hand, which must be one. */
static bool
date_in(struct call *c, struct when *out)
{
	struct text t;

	if (!call_in_text(c, &t))
		return false;
	if (when_read(t, out) == WHEN_DATE)
		return true;
	not_a_date(c, t);
	return false;
}

/* The date given as an argument, or the report's. */
static bool
date_on(struct call *c, struct when *out)
{
	struct text t = call_text(c, 0, TEXT(""));
	struct datum today;

	if (!c->given[0]) {
		if (!scope_find(c->ev, TEXT("report_date"), &today)
		    || today.kind != DATUM_TEXT) {
			diag(c->ev->d, LEVEL_ERROR, "FACT-02", c->pos,
			    "%.*s needs a fact of the case: report_date",
			    TEXT_ARG(c->name));
			return false;
		}
		trail_result(c->ev, today);
		t = today.text;
	}
	if (when_read(t, out) == WHEN_DATE)
		return true;
	not_a_date(c, t);
	return false;
}

static struct datum
backwards(struct call *c)
{
	fault_type(c->ev, c->pos, "%.*s counts from a day that is later",
	    TEXT_ARG(c->name));
	return fault_datum(TEXT(""));
}

/* Whole years; "34 or 35" where the date of birth is partial.  Of a date in
 * words there is none, and a template can ask: born|age is defined. */
static struct datum
filter_age(struct call *c)
{
	struct when born, on;
	struct text t;
	int least, most;

	if (!call_in_text(c, &t))
		return fault_datum(TEXT(""));
	if (when_read(t, &born) == WHEN_WORDS)
		return call_none(c, "an age that these words do not tell");
	if (!date_in(c, &born) || !date_on(c, &on))
		return fault_datum(TEXT(""));
	when_years(born, on, &least, &most);
	if (least < 0)
		return backwards(c);
	if (least == most) {
		struct datum i = datum_int(least);
		i.value = c->in.value;
		return i;
	}
	return datum_made(text_fmt(c->ev->a, "%d or %d", least, most), c->in);
}

static void
part(struct buf *b, int n, const char *unit)
{
	static const char *const words[] = {"", "one", "two", "three", "four",
	    "five", "six", "seven", "eight", "nine", "ten"};

	if (n == 0)
		return;
	if (b->n)
		buf_add(b, TEXT(" and "));
	if (n <= 10)
		buf_add(b, text_of(words[n]));
	else
		buf_fmt(b, "%d", n);
	buf_fmt(b, " %s%s", unit, n == 1 ? "" : "s");
}

/* "six years and three months": years and months, or months, or days. */
static struct datum
filter_duration(struct call *c)
{
	struct when from, to;
	struct buf b = {.a = c->ev->a};

	if (!date_in(c, &from) || !date_on(c, &to))
		return fault_datum(TEXT(""));
	if (when_cmp(from, to) > 0)
		return backwards(c);
	struct when d = when_between(from, to);
	part(&b, d.year, "year");
	part(&b, d.month, "month");
	if (b.n == 0)
		part(&b, d.day, "day");
	if (b.n == 0)
		buf_add(&b, TEXT("less than a day"));
	return datum_made(buf_text(&b), c->in);
}

const struct filter filters_date[] = {
    {"date", filter_date, "pattern", false},
    {"date_long", filter_date_long, "", false},
    {"on_date", filter_on_date, "", false},
    {"age", filter_age, "on", false},
    {"since", filter_duration, "on", false},
    {"duration", filter_duration, "!to", false},
    {NULL, NULL, NULL, false},
};
