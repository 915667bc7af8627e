#include "expand/when.h"

static const char *const months[] = {"January", "February", "March", "April",
    "May", "June", "July", "August", "September", "October", "November",
    "December"};
static const char *const weekdays[] = {"Sunday", "Monday", "Tuesday",
    "Wednesday", "Thursday", "Friday", "Saturday"};

static int
days_in(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
	    31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

enum when_kind
when_read(struct text t, struct when *out)
{
	int part[3] = {0};
	struct text rest = t = text_trim(t), piece;
	size_t n = 0;
	bool fine = t.n > 0;

	*out = (struct when){0};
	for (size_t i = 0; i < t.n; i++)
		if ((t.s[i] < '0' || t.s[i] > '9') && t.s[i] != '-')
			return WHEN_WORDS;
	for (; fine && text_split(&rest, '-', &piece); n++)
		fine = n < 3 && piece.n == (n ? 2 : 4)
		    && text_int(piece, &part[n]) && part[n] > 0;
	if (!fine || part[1] > 12
	    || (n == 3 && part[2] > days_in(part[0], part[1])))
		return WHEN_BAD;
	*out = (struct when){part[0], part[1], part[2]};
	return WHEN_DATE;
}

/* Sakamoto's method, Gregorian. */
static int
weekday(struct when w)
{
	static const int shift[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
	int y = w.month < 3 ? w.year - 1 : w.year;

	return (y + y / 4 - y / 100 + y / 400 + shift[w.month - 1] + w.day) % 7;
}

static const char *
ordinal_end(int n)
{
	if (n % 100 >= 11 && n % 100 <= 13)
		return "th";
	return n % 10 == 1 ? "st"
	    : n % 10 == 2  ? "nd"
	    : n % 10 == 3  ? "rd"
			   : "th";
}

/* One field of the pattern, `n` letters `c`; false if the date has none. */
static bool
show_field(struct buf *b, struct when w, char c, size_t n)
{
	if (c == 'Y') {
		buf_fmt(b, n == 2 ? "%02d" : "%04d",
		    n == 2 ? w.year % 100 : w.year);
		return true;
	}
	if (w.month == 0 || (c != 'M' && w.day == 0))
		return false;
	if (c == 'd') {
		struct text day = text_of(weekdays[weekday(w)]);
		buf_add(b, n < 4 ? text_sub(day, 0, 3) : day);
	} else if (c == 'M' && n > 2) {
		struct text month = text_of(months[w.month - 1]);
		buf_add(b, n == 3 ? text_sub(month, 0, 3) : month);
	} else {
		buf_fmt(b, n == 2 ? "%02d" : "%d", c == 'M' ? w.month : w.day);
	}
	return true;
}

static bool
is_field(char c)
{
	return c == 'D' || c == 'M' || c == 'Y' || c == 'd';
}

/* What stands between two fields; [..] is literal. */
static size_t
show_between(struct buf *b, struct text p, size_t i)
{
	for (; i < p.n && !is_field(p.s[i]); i++) {
		size_t end = p.s[i] == '[' ? text_findc(p, i, ']') : p.n;
		if (end == p.n) {
			buf_addc(b, p.s[i]);
			continue;
		}
		buf_add(b, text_sub(p, i + 1, end));
		i = end;
	}
	return i;
}

/* A field that the date does not have takes what follows it along: August 2020
 * by both D MMMM YYYY and MMMM D, YYYY. */
struct text
when_show(struct arena *a, struct when w, struct text p)
{
	struct buf b = {.a = a};
	size_t begin = 0; /* before the first field shown */
	bool any = false;

	for (size_t i = show_between(&b, p, 0); i < p.n;) {
		char c = p.s[i];
		size_t n = 1, between = b.n;
		while (i + n < p.n && p.s[i + n] == c)
			n++;
		bool shown = show_field(&b, w, c, n);
		i += n;
		if (c == 'D' && i < p.n && p.s[i] == 'o') {
			if (shown)
				buf_add(&b, text_of(ordinal_end(w.day)));
			i++;
		}
		any |= shown;
		if (shown)
			begin = between = b.n;
		i = show_between(&b, p, i);
		if (!shown)
			b.n = any ? between : begin;
	}
	struct text t = buf_text(&b);
	return any ? text_trim(t) : t;
}

static struct when
first_day(struct when w)
{
	return (struct when){w.year, w.month ? w.month : 1, w.day ? w.day : 1};
}

struct when
when_last_day(struct when w)
{
	int month = w.month ? w.month : 12;

	return (
	    struct when){w.year, month, w.day ? w.day : days_in(w.year, month)};
}

static int
years(struct when from, struct when to)
{
	bool before = to.month < from.month
	    || (to.month == from.month && to.day < from.day);

	return to.year - from.year - before;
}

void
when_years(struct when from, struct when to, int *least, int *most)
{
	*least = years(when_last_day(from), first_day(to));
	*most = years(first_day(from), when_last_day(to));
}

struct when
when_between(struct when from, struct when to)
{
	struct when d = {to.year - from.year, 0, 0};

	if (!from.month || !to.month)
		return d;
	d.month = to.month - from.month;
	if (from.day && to.day) {
		d.day = to.day - from.day;
		if (d.day < 0) {
			int month = to.month == 1 ? 12 : to.month - 1;
			int year = to.month == 1 ? to.year - 1 : to.year;
			int in = days_in(year, month);
			/* From the 31st, a shorter month ends on its last. */
			d.day = to.day + (from.day < in ? in - from.day : 0);
			d.month--;
		}
	}
	if (d.month < 0) {
		d.month += 12;
		d.year--;
	}
	return d;
}

int
when_cmp(struct when x, struct when y)
{
	if (x.year != y.year)
		return x.year < y.year ? -1 : 1;
	if (x.month != y.month)
		return x.month < y.month ? -1 : 1;
	return (x.day > y.day) - (x.day < y.day);
}
