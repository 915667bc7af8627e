#include <math.h>

#include "expand/call.h"
#include "expand/num.h"

/* Filters that read numbers, and that say them in words. */

static struct datum
filter_abs(struct call *c)
{
	struct number n;

	if (!call_in_number(c, &n))
		return fault_datum(TEXT(""));
	if (n.real)
		return datum_real(fabs(n.value));
	return datum_int(n.num < 0 && n.num != INT64_MIN ? -n.num : n.num);
}

/* As Jinja: the result is broken (2.0) even when whole. */
static struct datum
filter_round(struct call *c)
{
	int64_t places = call_int(c, 0, 0);
	struct text how = call_text(c, 1, TEXT("common"));
	struct number n;

	if (!call_in_number(c, &n))
		return fault_datum(TEXT(""));
	int at = places > 15 ? 15 : places < -15 ? -15 : (int)places;
	double p = pow(10, at), v = n.value;
	if (text_is(how, "ceil"))
		v = ceil(v * p) / p;
	else if (text_is(how, "floor"))
		v = floor(v * p) / p;
	else if (text_is(how, "common"))
		v = num_round(v, at);
	else
		fault_type(c->ev, c->pos,
		    "round knows common, ceil, floor, "
		    "not: %.*s",
		    TEXT_ARG(how));
	return datum_real(v);
}

static struct datum
filter_int(struct call *c)
{
	struct number n;

	if (!datum_number(c->in, &n)
	    && !(c->in.kind == DATUM_TEXT && num_read(c->in.text, &n))) {
		if (c->given[0])
			return c->arg[0];
		return call_fault(c, "a number");
	}
	if (n.real && fabs(n.value) < 9e18)
		n.num = (int64_t)n.value;
	return datum_int(n.num);
}

static struct datum
filter_float(struct call *c)
{
	struct number n;

	if (!datum_number(c->in, &n)
	    && !(c->in.kind == DATUM_TEXT && num_read(c->in.text, &n))) {
		if (c->given[0])
			return c->arg[0];
		return call_fault(c, "a number");
	}
	return datum_real(n.value);
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
    {"int", filter_int, "default", false},
    {"float", filter_float, "default", false},
    {"num_words", filter_num_words, "", false},
    {"nice_number", filter_num_words, "", false},
    {"ordinal", filter_ordinal, "", false},
    {"ordinal_words", filter_ordinal_words, "", false},
    {"plural", filter_plural, "!one many", false},
    {"quantity", filter_quantity, "!one many", false},
    {NULL, NULL, NULL, false},
};
