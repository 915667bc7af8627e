#include "load/edtf.h"

struct point {
	struct date_point at;
	int last;   /* of a year with unknown digits: the last it may be */
	bool circa; /* marked with ~, ? or % */
};

static bool
unknown(char c)
{
	return c == 'X' || c == 'x' || c == 'u';
}

/* Digits, with `fill` for those that are not known. */
static bool
digits(struct text t, int fill, int *out)
{
	int n = 0;

	if (t.n == 0 || t.n > 9)
		return false;
	for (size_t i = 0; i < t.n; i++) {
		if (unknown(t.s[i]))
			n = n * 10 + fill;
		else if (t.s[i] >= '0' && t.s[i] <= '9')
			n = n * 10 + (t.s[i] - '0');
		else
			return false;
	}
	*out = n;
	return true;
}

/* EDTF level 1: the letters Y and y announce years of more than four digits.
 */
static bool
year(struct text t, bool minus, bool announced, struct point *p)
{
	int first, last;

	if (t.n < 4 || (t.n > 4 && !announced) || !digits(t, 0, &first)
	    || !digits(t, 9, &last))
		return false;
	/* ISO 8601 has a year 0, which is 1 BC; CSL's years have none. */
	p->at.year = minus ? -last - 1 : first ? first : -1;
	p->last = minus ? -first - 1 : last ? last : -1;
	return true;
}

/* Month or day: 0 for one that is not known, and then for none below it. */
static bool
part(struct text t, int most, int *out)
{
	if (t.n == 2 && unknown(t.s[0]) && unknown(t.s[1])) {
		*out = 0;
		return true;
	}
	return t.n == 2 && !unknown(t.s[0]) && !unknown(t.s[1])
	    && digits(t, 0, out) && *out >= 1 && *out <= most;
}

/* Cuts the marks of doubt off both ends of a part. */
static struct text
undoubted(struct text t, bool *circa)
{
	static const char marks[] = "~?%";

	while (t.n && memchr(marks, t.s[0], 3)) {
		*circa = true;
		t = text_sub(t, 1, t.n);
	}
	while (t.n && memchr(marks, t.s[t.n - 1], 3)) {
		*circa = true;
		t.n--;
	}
	return t;
}

static bool
month_and_day(struct text t, struct point *p)
{
	size_t dash = text_findc(t, 0, '-');
	struct text month = undoubted(text_sub(t, 0, dash), &p->circa);
	struct text day = text_sub(t, dash + 1, t.n);

	if (!part(month, 32, &p->at.month)
	    || (p->at.month > 12 && p->at.month < 21))
		return false;
	if (p->at.month >= 21) {
		p->at.season = (p->at.month - 21) % 4 + 1;
		p->at.month = 0;
		return dash == t.n;
	}
	if (dash == t.n)
		return true;
	if (!part(undoubted(day, &p->circa), 31, &p->at.day))
		return false;
	p->at.day = p->at.month ? p->at.day : 0;
	return true;
}

static bool
point(struct text t, struct point *p)
{
	struct text rest, word;

	t = undoubted(text_trim(t), &p->circa);
	bool announced = t.n && (t.s[0] == 'y' || t.s[0] == 'Y');
	rest = text_sub(t, announced, t.n);
	bool minus = rest.n && rest.s[0] == '-';
	rest = text_sub(rest, minus, rest.n);
	size_t time = text_findc(rest, 0, 'T');
	rest = text_sub(rest, 0, time);
	size_t dash = text_findc(rest, 0, '-');
	word = undoubted(text_sub(rest, 0, dash), &p->circa);
	if (!year(word, minus, announced, p))
		return false;
	return dash == rest.n
	    || month_and_day(text_sub(rest, dash + 1, rest.n), p);
}

static bool
nothing(struct text t)
{
	return t.n == 0 || text_is(t, "..");
}

static bool
endless(struct text t)
{
	return nothing(t) || text_is(t, "open") || text_is(t, "unknown");
}

static bool
range(struct text t, size_t slash, struct date *d)
{
	struct text first = text_trim(text_sub(t, 0, slash));
	struct text second = text_trim(text_sub(t, slash + 1, t.n));
	struct point from = {0}, to = {0};

	d->range = true;
	d->open = endless(second);
	if (nothing(first) ? d->open : !point(first, &from))
		return false;
	if (!d->open && !point(second, &to))
		return false;
	d->from = from.at;
	d->to = to.at;
	d->to.year = d->open ? 0 : to.last;
	d->circa |= from.circa || to.circa;
	return true;
}

bool
edtf_parse(struct text t, struct date *out)
{
	struct date d = *out;
	struct point p = {0};

	t = text_trim(t);
	size_t slash = text_findc(t, 0, '/');
	if (slash < t.n) {
		if (!range(t, slash, &d))
			return false;
		*out = d;
		return true;
	}
	if (!point(t, &p))
		return false;
	d.from = p.at;
	d.circa |= p.circa;
	d.range = p.last != p.at.year; /* "199X" spans its decade */
	if (d.range) {
		d.to = p.at;
		d.to.year = p.last;
	}
	*out = d;
	return true;
}
