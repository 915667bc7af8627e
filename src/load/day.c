#include "load/day.h"

static const char *const months[] = {"January", "February", "March", "April",
    "May", "June", "July", "August", "September", "October", "November",
    "December"};

int
day_month_length(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
	    31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

const char *
day_month_name(int month)
{
	return months[month - 1];
}

bool
day_exists(struct day d)
{
	return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12
	    && d.day >= 1 && d.day <= day_month_length(d.year, d.month);
}

bool
day_parse(struct text t, struct day *out)
{
	return t.n == 10 && t.s[4] == '-' && t.s[7] == '-'
	    && text_int(text_sub(t, 0, 4), &out->year)
	    && text_int(text_sub(t, 5, 7), &out->month)
	    && text_int(text_sub(t, 8, 10), &out->day);
}

bool
day_parse_partial(struct text t, struct day *out)
{
	*out = (struct day){0};
	if (t.n == 4)
		return text_int(t, &out->year);
	if (t.n == 7 && t.s[4] == '-')
		return text_int(text_sub(t, 0, 4), &out->year)
		    && text_int(text_sub(t, 5, 7), &out->month);
	return day_parse(t, out);
}

bool
day_span(struct text t, struct day_span *out)
{
	struct day first;

	if (!day_parse_partial(t, &first))
		return false;
	struct day last = first;
	if (t.n == 4)
		first.month = 1, last.month = 12;
	if (t.n < 10) {
		first.day = 1;
		last.day = first.month >= 1 && last.month <= 12
		    ? day_month_length(last.year, last.month)
		    : 0;
	}
	out->from = first.year * 10000 + first.month * 100 + first.day;
	out->to = last.year * 10000 + last.month * 100 + last.day;
	return day_exists(first) && day_exists(last);
}

/* --- as people write them --- */

/* The numbers of a text in their order, and the month that it names. */
struct parts {
	int number[3];
	size_t digits[3], n;
	int month;
};

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Three letters or more of a month's English name; else 0. */
static int
month_of(struct text word)
{
	for (int m = 1; word.n >= 3 && m <= 12; m++) {
		struct text name = text_of(months[m - 1]);
		size_t i = 0;
		while (i < word.n && i < name.n
		    && (word.s[i] | 32) == (name.s[i] | 32))
			i++;
		if (i == word.n)
			return m;
	}
	return 0;
}

/* "20th" is 20. */
static bool
ordinal_ending(struct text word)
{
	return text_is(word, "st") || text_is(word, "nd") || text_is(word, "rd")
	    || text_is(word, "th") || text_is(word, "of");
}

static bool
take_word(struct parts *p, struct text word)
{
	if (ordinal_ending(word))
		return p->n > 0;
	if (p->month || !(p->month = month_of(word)))
		return false;
	return true;
}

static bool
take_number(struct parts *p, struct text digits)
{
	if (p->n == 3)
		return false;
	p->digits[p->n] = digits.n;
	return text_int(digits, &p->number[p->n++]);
}

/* parts := (number | word | blank | "/" | "." | "-" | ",")* ["T" time] */
static bool
split(struct text t, struct parts *p)
{
	for (size_t i = 0, from; i < t.n;) {
		from = i;
		if (t.s[i] == 'T' && p->n == 3)
			return true;
		while (i < t.n && digit(t.s[i]))
			i++;
		if (i > from) {
			if (!take_number(p, text_sub(t, from, i)))
				return false;
			continue;
		}
		while (i < t.n && letter(t.s[i]))
			i++;
		if (i > from) {
			if (!take_word(p, text_sub(t, from, i)))
				return false;
			continue;
		}
		if (!strchr(" /.-,", t.s[i++]))
			return false;
	}
	return true;
}

static bool
named_month(const struct parts *p, struct day_guess *g)
{
	size_t year = p->digits[0] == 4 ? 0 : 1;

	if (p->n == 1 && p->digits[0] == 4)
		g->day = (struct day){p->number[0], p->month, 0};
	else if (p->n == 2 && p->digits[year] == 4)
		g->day =
		    (struct day){p->number[year], p->month, p->number[!year]};
	else
		return false;
	return true;
}

/* Day and month stand in either order; a number over 12 tells them apart. */
static bool
numbers_only(const struct parts *p, struct day_guess *g)
{
	const int *n = p->number;

	if (p->n == 1 && p->digits[0] == 8)
		g->day =
		    (struct day){n[0] / 10000, n[0] / 100 % 100, n[0] % 100};
	else if (p->n == 2 && p->digits[0] == 4 && p->digits[1] <= 2)
		g->day = (struct day){n[0], n[1], 0};
	else if (p->n == 2 && p->digits[1] == 4 && p->digits[0] <= 2)
		g->day = (struct day){n[1], n[0], 0};
	else if (p->n == 3 && p->digits[0] == 4)
		g->day = (struct day){n[0], n[1], n[2]};
	else if (p->n == 3 && p->digits[2] == 4)
		g->day = n[1] > 12 && n[0] <= 12
		    ? (struct day){n[2], n[0], n[1]}
		    : (struct day){n[2], n[1], n[0]};
	else
		return false;
	if (p->n == 3 && p->digits[2] == 4 && n[0] <= 12 && n[1] <= 12
	    && n[0] != n[1])
		g->other = (struct day){n[2], n[0], n[1]};
	return true;
}

bool
day_guess(struct text t, struct day_guess *g)
{
	struct parts p = {{0}, {0}, 0, 0};

	*g = (struct day_guess){{0}, {0}};
	if (t.n > 40 || !split(t, &p))
		return false;
	bool read = p.month ? named_month(&p, g) : numbers_only(&p, g);
	return read && g->day.year >= 1000 && g->day.month >= 1
	    && g->day.month <= 12;
}

struct text
day_show(struct arena *a, struct day d)
{
	if (!d.month)
		return text_fmt(a, "%04d", d.year);
	if (!d.day)
		return text_fmt(a, "%04d-%02d", d.year, d.month);
	return text_fmt(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}
