#include <math.h>

#include "expand/call.h"
#include "expand/num.h"

/* Filters that read numbers, and that say them in words. */

static struct datum
too_large(struct call *c)
{
	fault_type(c->ev, c->pos, "a number out of range for: %.*s",
	    TEXT_ARG(c->name));
	return fault_datum(TEXT(""));
}

static struct datum
filter_abs(struct call *c)
{
	struct number n;

	if (!call_in_number(c, &n))
		return fault_datum(TEXT(""));
	if (n.real)
		return datum_real(fabs(n.value));
	if (n.num == INT64_MIN)
		return too_large(c);
	return datum_int(n.num < 0 ? -n.num : n.num);
}

/* A whole number to tens, hundreds ...: half to even, as Python has it. */
static struct datum
round_whole(struct call *c, int64_t n, int64_t places)
{
	int64_t unit = 1, v;

	if (places >= 0)
		return datum_int(n);
	if (places < -18)
		return datum_int(0);
	for (; places < 0; places++)
		unit *= 10;
	int64_t rest = n % unit, low = n - rest;
	if (rest < 0) {
		rest += unit;
		if (__builtin_sub_overflow(low, unit, &low))
			return too_large(c);
	}
	bool up = rest > unit - rest
	    || (rest == unit - rest && (low / unit) % 2 != 0);
	if (__builtin_add_overflow(low, up ? unit : 0, &v))
		return too_large(c);
	return datum_int(v);
}

/* As Jinja2: half to even; a whole number stays one unless it is rounded up or
 * down. */
static struct datum
filter_round(struct call *c)
{
	int64_t places = call_int(c, 0, 0);
	struct text how = call_text(c, 1, TEXT("common"));
	struct number n;

	if (!call_in_number(c, &n))
		return fault_datum(TEXT(""));
	int at = places > 15 ? 15 : places < -18 ? -18 : (int)places;
	double p = pow(10, at), v = n.value;
	if (text_is(how, "common"))
		return n.real ? datum_real(num_round(v, at))
			      : round_whole(c, n.num, places);
	if (!num_fits(v))
		return too_large(c);
	if (text_is(how, "ceil"))
		return datum_real(ceil(v * p) / p);
	if (text_is(how, "floor"))
		return datum_real(floor(v * p) / p);
	fault_type(c->ev, c->pos,
	    "round knows common, ceil and floor, not: %.*s", TEXT_ARG(how));
	return fault_datum(TEXT(""));
}

/* A number, or a text that is one, whatever blanks stand round it. */
static bool
read_number(struct datum i, struct number *out)
{
	if (i.kind == DATUM_BOOL)
		i = datum_int(i.yes);
	if (datum_number(i, out))
		return true;
	if (i.kind != DATUM_TEXT)
		return false;
	struct text t = text_trim(i.text);
	return num_read(text_sub(t, text_starts(t, TEXT("+")), t.n), out);
}

/* A whole number in figures of the base, as 2a for 42 in base 16. */
static bool
read_base(struct text t, int64_t base, int64_t *out)
{
	bool minus = text_starts(t, TEXT("-"));
	size_t i = minus;

	for (*out = 0; i < t.n; i++) {
		int digit = t.s[i] >= '0' && t.s[i] <= '9' ? t.s[i] - '0'
		    : (t.s[i] | 32) >= 'a' && (t.s[i] | 32) <= 'z'
		    ? (t.s[i] | 32) - 'a' + 10
		    : 99;
		if (digit >= base || *out > (INT64_MAX - digit) / base)
			return false;
		*out = *out * base + digit;
	}
	*out = minus ? -*out : *out;
	return t.n > minus;
}

/* What is no number is a fault unless it is said what stands for it: a nought
 * in its place would be a false fact. */
static struct datum
filter_int(struct call *c)
{
	int64_t base = call_int(c, 1, 10), v;
	struct number n;

	c->in = datum_flat(c->ev->a, c->in);
	if (base != 10 && base > 1 && base < 37 && c->in.kind == DATUM_TEXT
	    && read_base(text_trim(c->in.text), base, &v))
		return datum_int(v);
	if (base != 10 || !read_number(c->in, &n)) {
		if (c->given[0])
			return c->arg[0];
		return call_fault(c, "a number");
	}
	if (n.real && !(fabs(n.value) < 9e18))
		return too_large(c);
	return datum_int(n.real ? (int64_t)n.value : n.num);
}

static struct datum
filter_float(struct call *c)
{
	struct number n;

	c->in = datum_flat(c->ev->a, c->in);
	if (!read_number(c->in, &n)) {
		if (c->given[0])
			return c->arg[0];
		return call_fault(c, "a number");
	}
	return num_fits(n.value) ? datum_real(n.value) : too_large(c);
}

static const char *const small[] = {"no", "one", "two", "three", "four", "five",
    "six", "seven", "eight", "nine", "ten"};

/* Words to ten, figures above: the rule of most English style guides. */
static struct text
in_words(struct arena *a, int64_t n)
{
	if (n >= 0 && n <= 10)
		return n ? text_of(small[n]) : TEXT("zero");
	return text_fmt(a, "%lld", (long long)n);
}

static struct datum
filter_num_words(struct call *c)
{
	int64_t n;

	if (!call_in_count(c, &n))
		return fault_datum(TEXT(""));
	return datum_made(in_words(c->ev->a, n), c->in);
}

static struct text
ordinal(struct arena *a, int64_t n)
{
	int64_t last = n % 100;
	const char *end = "th";

	if (last < 11 || last > 13)
		end = n % 10 == 1 ? "st"
		    : n % 10 == 2 ? "nd"
		    : n % 10 == 3 ? "rd"
				  : "th";
	return text_fmt(a, "%lld%s", (long long)n, end);
}

static struct datum
filter_ordinal(struct call *c)
{
	int64_t n;

	if (!call_in_count(c, &n))
		return fault_datum(TEXT(""));
	return datum_made(ordinal(c->ev->a, n), c->in);
}

static struct datum
filter_ordinal_words(struct call *c)
{
	static const char *const words[] = {"", "first", "second", "third",
	    "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"};
	int64_t n;

	if (!call_in_count(c, &n))
		return fault_datum(TEXT(""));
	if (n >= 1 && n <= 10)
		return datum_made(text_of(words[n]), c->in);
	return datum_made(ordinal(c->ev->a, n), c->in);
}

/* n|plural('child', 'children') : the word that goes with the number. */
static struct text
noun_for(struct call *c, int64_t n)
{
	struct text one = call_text(c, 0, TEXT(""));

	if (n == 1)
		return one;
	return call_text(c, 1, text_join(c->ev->a, one, TEXT("s")));
}

static struct datum
filter_plural(struct call *c)
{
	int64_t n;

	if (!call_in_count(c, &n))
		return fault_datum(TEXT(""));
	return datum_made(noun_for(c, n), c->in);
}

/* n|quantity('child', 'children') : "three children", "no children" */
static struct datum
filter_quantity(struct call *c)
{
	int64_t n;

	if (!call_in_count(c, &n))
		return fault_datum(TEXT(""));
	struct text word = n ? in_words(c->ev->a, n) : text_of(small[0]);
	struct text noun = noun_for(c, n);
	return datum_made(text_fmt(c->ev->a, "%.*s %.*s", TEXT_ARG(word),
			      TEXT_ARG(noun)),
	    c->in);
}

const struct filter filters_number[] = {
    {"abs", filter_abs, "", false},
    {"round", filter_round, "precision method", false},
    {"int", filter_int, "default base", false},
    {"float", filter_float, "default", false},
    {"num_words", filter_num_words, "", false},
    {"nice_number", filter_num_words, "", false},
    {"ordinal", filter_ordinal, "", false},
    {"ordinal_words", filter_ordinal_words, "", false},
    {"plural", filter_plural, "!one many", false},
    {"quantity", filter_quantity, "!one many", false},
    {NULL, NULL, NULL, false},
};
