/*
 * Ranges of pages and other numbers.  A hyphen joins a range only where it
 * stands between two numbers, arabic or roman: "Michaelson-Morely" and "3-B"
 * keep theirs.  CSL 1.0.2, "Page Ranges" and appendix V.
 */
#include "base/uni.h"
#include "cite/number.h"

struct pages {
	struct arena *a;
	const struct terms *t;
	struct text format, dash;
	struct buf b;
};

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static int
roman_digit(char c)
{
	switch (c | 32) {
	case 'i':
		return 1;
	case 'v':
		return 5;
	case 'x':
		return 10;
	case 'l':
		return 50;
	case 'c':
		return 100;
	case 'd':
		return 500;
	case 'm':
		return 1000;
	default:
		return 0;
	}
}

int
number_roman(struct text t)
{
	int sum = 0;

	for (size_t i = 0; i < t.n && i < 16; i++) {
		int d = roman_digit(t.s[i]);
		int next = i + 1 < t.n ? roman_digit(t.s[i + 1]) : 0;
		if (!d || (t.s[i] & 32) != (t.s[0] & 32))
			return 0;
		sum += d < next ? -d : d;
	}
	return t.n && t.n <= 15 && sum > 0 ? sum : 0;
}

static void
skip_blanks(struct text t, size_t *i)
{
	while (*i < t.n && t.s[*i] == ' ')
		(*i)++;
}

/* From *i to the next blank or separator. */
static struct text
token(struct text t, size_t *i)
{
	size_t from = *i, n;

	while (*i < t.n && t.s[*i] != ' ' && !number_separator(t, *i, &n))
		(*i)++;
	return text_sub(t, from, *i);
}

static bool
arabic(struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (digit(t.s[i]))
			return true;
	return false;
}

static bool
lower_roman(struct text t)
{
	return t.n && t.s[0] >= 'a' && number_roman(t);
}

static bool
letter(struct text t)
{
	return t.n == 1 && (t.s[0] | 32) >= 'a' && (t.s[0] | 32) <= 'z';
}

/* Whether a hyphen between the two joins a range: numbers with whatever stands
 * at them, roman numbers, single letters ("A-D"), or letters at one number
 * ("12a-c"). */
static bool
joins(struct text x, struct text y)
{
	bool small = letter(y) && y.s[0] >= 'a';

	if (arabic(x))
		return arabic(y) || lower_roman(y)
		    || (small && x.s[x.n - 1] >= 'a' && x.s[x.n - 1] <= 'z');
	if (arabic(y))
		return lower_roman(x);
	return ((letter(x) && letter(y))
		   || (number_roman(x) && number_roman(y)))
	    && (x.s[0] & 32) == (y.s[0] & 32);
}

static bool
conjunction(const struct terms *t, struct text word)
{
	return text_is(word, "and") || text_is(word, "&")
	    || text_eq(word, term_text(t, "and"));
}

bool
number_is_plural(const struct terms *t, struct text v)
{
	struct text last = {0}; /* the number before a separator */
	size_t n;
	bool sep = false;

	for (size_t i = 0; i < v.n;) {
		struct text word = token(v, &i);
		if (word.n && text_ends(word, TEXT("\\"))) {
			last = (struct text){0};
			i += i < v.n;
			token(v, &i);
		} else if (word.n && conjunction(t, word)) {
			sep = true;
		} else if (word.n) {
			if (sep && last.n && joins(last, word))
				return true;
			last = word;
			sep = false;
		} else {
			sep |= number_separator(v, i, &n) != 0;
			i += v.s[i] != ' ' ? n : 1;
		}
	}
	return false;
}

/* A page: letters (or "N:") and then digits. */
static bool
page_split(struct text t, struct text *prefix, struct text *digits)
{
	size_t i = t.n;

	while (i && digit(t.s[i - 1]))
		i--;
	*prefix = text_sub(t, 0, i);
	*digits = text_sub(t, i, t.n);
	return digits->n > 0 && digits->n < 10;
}

/* The second number of a range, all of its digits: 110-5 is 110-115. */
static struct text
expand(struct arena *a, struct text from, struct text to)
{
	if (to.n >= from.n)
		return to;
	return text_join(a, text_sub(from, 0, from.n - to.n), to);
}

static size_t
common(struct text x, struct text y)
{
	size_t i = 0;

	while (i < x.n && i < y.n && x.s[i] == y.s[i])
		i++;
	return i;
}

/* How many digits of `to` may be left out: the tables of "chicago-15" (which
 * "chicago" is another name of) and "chicago-16". */
static size_t
chicago(struct text from, struct text to, bool newer)
{
	int n = 0;

	text_int(from, &n);
	if (n < 100 || n % 100 == 0 || from.n != to.n)
		return 0;
	size_t same = common(from, to), changed = to.n - same;
	if (!newer && from.n == 4 && changed >= 3)
		return 0;
	return n % 100 >= 10 && changed < 2 ? to.n - 2 : same;
}

static size_t
minimal(struct text from, struct text to, size_t least)
{
	size_t same = from.n == to.n ? common(from, to) : 0;

	if (to.n - same >= least)
		return same;
	return to.n > least ? to.n - least : 0;
}

static struct text
shorten(struct text from, struct text to, struct text format)
{
	size_t cut = text_is(format, "minimal") ? minimal(from, to, 1)
	    : text_is(format, "minimal-two")    ? minimal(from, to, 2)
	    : text_is(format, "chicago-16")     ? chicago(from, to, true)
						: chicago(from, to, false);

	return text_sub(to, cut, to.n);
}

/* A range in the style's format: of two arabic numbers with the same letters
 * before them.  False: it has to stay as it is. */
static bool
formatted(struct pages *p, struct text from, struct text to)
{
	struct text p1, d1, p2, d2;

	if (!page_split(from, &p1, &d1) || !page_split(to, &p2, &d2)
	    || !text_eq(p1, p2))
		return false;
	struct text whole = expand(p->a, d1, d2);
	bool back = whole.n == d1.n && text_cmp(whole, d1) < 0;
	bool expanded = text_is(p->format, "expanded");
	buf_add(&p->b, from);
	buf_add(&p->b, p->dash);
	struct text cut =
	    back || expanded ? whole : shorten(d1, whole, p->format);
	if (expanded || cut.n == whole.n)
		buf_add(&p->b, p2);
	buf_add(&p->b, back ? d2 : cut);
	return true;
}

/* `written` is the range as the source has it. */
static void
range(struct pages *p, struct text from, struct text to, struct text written)
{
	bool arabics = arabic(from) && arabic(to);

	if (!joins(from, to)) {
		buf_add(&p->b, written);
	} else if (!p->format.n || !arabics || to.s[to.n - 1] > '9'
	    || from.s[from.n - 1] > '9') {
		buf_add(&p->b, from);
		buf_add(&p->b, p->dash);
		buf_add(&p->b, to);
	} else if (!formatted(p, from, to)) {
		buf_add(&p->b, from);
		buf_addc(&p->b, '-');
		buf_add(&p->b, to);
	}
}

/* The word "and" does not do for it: only a symbol of the locale. */
struct text
number_ampersand(const struct terms *t)
{
	const struct term *x = map_at(&t->map, TEXT("and"));

	return x && x->text[FORM_SYMBOL][0].s ? x->text[FORM_SYMBOL][0]
					      : TEXT("&");
}

/* An ampersand between two numbers is the locale's. */
static void
ampersand(struct pages *p, struct text before, struct text after)
{
	buf_add(&p->b,
	    arabic(before) && arabic(after) ? number_ampersand(p->t)
					    : TEXT("&"));
}

/* What follows the token `from`, which ended at i; returns where to go on. */
static size_t
follow(struct pages *p, struct text v, struct text from, size_t i)
{
	size_t at = i, n;

	skip_blanks(v, &at);
	char sep = number_separator(v, at, &n);
	size_t next = at + n;
	if (sep != '-' && sep != '&') {
		buf_add(&p->b, from);
		return i;
	}
	skip_blanks(v, &next);
	size_t end = next;
	struct text to = token(v, &end);
	if (sep == '&') {
		buf_add(&p->b, from);
		buf_add(&p->b, text_sub(v, i, at));
		ampersand(p, from, to);
		return at + 1;
	}
	if (!to.n) {
		buf_add(&p->b, from);
		return i;
	}
	range(p, from, to, text_sub(v, (size_t)(from.s - v.s), end));
	return end;
}

/* A hyphen behind a backslash joins no range. */
static struct text
unescaped(struct arena *a, struct text v)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < v.n; i++)
		if (!text_starts(text_sub(v, i, v.n), TEXT("\\-")))
			buf_addc(&b, v.s[i]);
	return buf_text(&b);
}

struct text
number_pages(struct arena *a, const struct terms *t, struct text v,
    struct text format)
{
	struct pages p = {.a = a, .t = t, .format = format, .b = {.a = a}};

	if (text_find(v, 0, TEXT("\\-")) < v.n)
		return unescaped(a, v);
	p.dash = term_text(t, "page-range-delimiter");
	if (!p.dash.n)
		p.dash = TEXT("\u2013");
	for (size_t i = 0; i < v.n;) {
		struct text word = token(v, &i);
		if (word.n)
			i = follow(&p, v, word, i);
		else
			buf_addc(&p.b, v.s[i++]);
	}
	return buf_text(&p.b);
}
