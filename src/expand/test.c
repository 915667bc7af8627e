#include "base/uni.h"
#include "expand/call.h"
#include "expand/op.h"
#include "expand/when.h"

/* The tests of the language: x is NAME, x is NAME(a). */

static bool
is_defined(struct call *c)
{
	return c->in.kind != DATUM_UNDEFINED;
}

static bool
is_undefined(struct call *c)
{
	return c->in.kind == DATUM_UNDEFINED;
}

/* Written, and neither empty nor !unknown. */
static bool
is_known(struct call *c)
{
	return c->in.kind != DATUM_UNKNOWN && c->in.kind != DATUM_NULL;
}

static bool
is_unknown(struct call *c)
{
	return c->in.kind == DATUM_UNKNOWN;
}

static bool
is_none(struct call *c)
{
	return c->in.kind == DATUM_NULL;
}

/* A plain scalar that is written as a number is one. */
static bool
is_string(struct call *c)
{
	struct number n;

	return c->in.kind == DATUM_TEXT && !datum_number(c->in, &n);
}

static bool
is_number(struct call *c)
{
	struct number n;

	return datum_number(c->in, &n);
}

static bool
is_integer(struct call *c)
{
	struct number n;

	return datum_number(c->in, &n) && !n.real;
}

static bool
is_float(struct call *c)
{
	struct number n;

	return datum_number(c->in, &n) && n.real;
}

static bool
is_boolean(struct call *c)
{
	return c->in.kind == DATUM_BOOL;
}

static bool
is_true(struct call *c)
{
	return c->in.kind == DATUM_BOOL && c->in.yes;
}

static bool
is_false(struct call *c)
{
	return c->in.kind == DATUM_BOOL && !c->in.yes;
}

static bool
is_mapping(struct call *c)
{
	return c->in.kind == DATUM_MAP;
}

static bool
is_sequence(struct call *c)
{
	return c->in.kind == DATUM_LIST;
}

static bool
is_iterable(struct call *c)
{
	return c->in.kind == DATUM_LIST || c->in.kind == DATUM_MAP;
}

static bool
divides(struct call *c, int64_t by, int64_t rest)
{
	struct number n;

	if (!datum_number(c->in, &n) || n.real || by == 0) {
		call_fault(c, "whole numbers, and none of them 0");
		return false;
	}
	int64_t left = by == -1 ? 0 : n.num % by;
	return (left != 0) == (rest != 0);
}

static bool
is_odd(struct call *c)
{
	return divides(c, 2, 1);
}

static bool
is_even(struct call *c)
{
	return divides(c, 2, 0);
}

static bool
is_divisible(struct call *c)
{
	return divides(c, call_int(c, 0, 1), 0);
}

/* Letters there are, and all of them of one case. */
static bool
of_case(struct call *c, bool (*is)(uint32_t), bool (*is_other)(uint32_t))
{
	struct text t;
	bool any = false;

	if (!call_in_text(c, &t))
		return false;
	for (size_t i = 0; i < t.n;) {
		uint32_t cp = text_next(t, &i);
		if (is_other(cp))
			return false;
		any = any || is(cp);
	}
	return any;
}

static bool
is_upper(struct call *c)
{
	return of_case(c, uni_is_upper, uni_is_lower);
}

static bool
is_lower(struct call *c)
{
	return of_case(c, uni_is_lower, uni_is_upper);
}

static bool
is_equal(struct call *c)
{
	bool like, same = datum_equal(c->in, c->arg[0], &like);

	if (!like)
		call_fault(c, "two values of one kind");
	return same;
}

static bool
is_not_equal(struct call *c)
{
	return !is_equal(c);
}

/* What an order that does not exist counts as: neither less nor greater. */
static int
order(struct call *c)
{
	int n = 0;

	if (!datum_order(c->in, c->arg[0], &n))
		call_fault(c, "two numbers or two texts");
	return n;
}

static bool
is_less(struct call *c)
{
	return order(c) < 0;
}

static bool
is_at_most(struct call *c)
{
	return order(c) <= 0;
}

static bool
is_greater(struct call *c)
{
	return order(c) > 0;
}

static bool
is_at_least(struct call *c)
{
	return order(c) >= 0;
}

static bool
is_in(struct call *c)
{
	bool ok, yes = op_contains(c->ev, c->in, c->arg[0], &ok);

	if (!ok)
		call_fault(c, "what can be in what it is given");
	return yes;
}

static bool
is_filter(struct call *c)
{
	struct text name;

	return call_in_text(c, &name) && filter_at(name);
}

static bool
is_test(struct call *c)
{
	struct text name;

	return call_in_text(c, &name) && test_at(name);
}

static bool
is_callable(struct call *c)
{
	return c->in.kind == DATUM_MACRO;
}

/* date is within_years(report_date, 10) : a partial date counts from its last
 * day, so that nothing is left out that may belong.  So does what is written
 * in words ("c. 2015"), of which nobody can tell. */
static bool
is_within_years(struct call *c)
{
	struct text on = call_text(c, 0, TEXT("")), t;
	int64_t years = call_int(c, 1, 0);
	struct when date, to;

	if (!call_in_text(c, &t))
		return false;
	enum when_kind kind = when_read(t, &date);
	if (kind == WHEN_BAD || when_read(on, &to) != WHEN_DATE || years < 0
	    || years > 1000) {
		call_fault(c, "two dates and a number of years");
		return false;
	}
	to.year -= (int)years;
	return kind == WHEN_WORDS || when_cmp(when_last_day(date), to) >= 0;
}

static bool
is_same(struct call *c)
{
	bool like;

	return c->in.kind == c->arg[0].kind
	    && datum_equal(c->in, c->arg[0], &like);
}

static const struct test tests[] = {
    {"defined", is_defined, "", true},
    {"undefined", is_undefined, "", true},
    {"known", is_known, "", false},
    {"unknown", is_unknown, "", false},
    {"none", is_none, "", false},
    {"string", is_string, "", false},
    {"number", is_number, "", false},
    {"integer", is_integer, "", false},
    {"float", is_float, "", false},
    {"boolean", is_boolean, "", false},
    {"true", is_true, "", false},
    {"false", is_false, "", false},
    {"mapping", is_mapping, "", false},
    {"sequence", is_sequence, "", false},
    {"iterable", is_iterable, "", false},
    {"odd", is_odd, "", false},
    {"even", is_even, "", false},
    {"divisibleby", is_divisible, "!num", false},
    {"upper", is_upper, "", false},
    {"lower", is_lower, "", false},
    {"eq", is_equal, "!other", false},
    {"equalto", is_equal, "!other", false},
    {"==", is_equal, "!other", false},
    {"ne", is_not_equal, "!other", false},
    {"!=", is_not_equal, "!other", false},
    {"lt", is_less, "!other", false},
    {"lessthan", is_less, "!other", false},
    {"<", is_less, "!other", false},
    {"le", is_at_most, "!other", false},
    {"<=", is_at_most, "!other", false},
    {"gt", is_greater, "!other", false},
    {"greaterthan", is_greater, "!other", false},
    {">", is_greater, "!other", false},
    {"ge", is_at_least, "!other", false},
    {">=", is_at_least, "!other", false},
    {"in", is_in, "!seq", false},
    {"within_years", is_within_years, "!on !years", false},
    {"filter", is_filter, "", false},
    {"test", is_test, "", false},
    {"callable", is_callable, "", false},
    {"sameas", is_same, "!other", false},
};

enum { TESTS = sizeof(tests) / sizeof(tests[0]) };

const struct test *
test_at(struct text name)
{
	for (size_t i = 0; i < TESTS; i++)
		if (text_is(name, tests[i].name))
			return &tests[i];
	return NULL;
}

struct text
test_hint(struct arena *a, struct text name)
{
	struct near near = near_to(name);

	if (text_is(name, "escaped"))
		return TEXT("a value is never markup here");
	for (size_t i = 0; i < TESTS; i++)
		near_offer(&near, text_of(tests[i].name));
	return near.best.n
	    ? text_fmt(a, "did you mean %.*s?", TEXT_ARG(near.best))
	    : TEXT("");
}
