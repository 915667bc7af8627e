#include "expand/num.h"

#include <math.h>

enum { PLACES = 12 };

static double
pow10_of(int n)
{
	double p = 1;

	for (; n > 0; n--)
		p *= 10;
	return p;
}

/* digits <- digit (digit | '_' digit)* ; at most 18 digits count */
static bool
digits(struct text t, size_t *at, int64_t *out, int *count)
{
	size_t start = *at;

	for (; *at < t.n; (*at)++) {
		char c = t.s[*at];
		if (c == '_' && *at > start && *at + 1 < t.n
		    && t.s[*at + 1] >= '0' && t.s[*at + 1] <= '9')
			continue;
		if (c < '0' || c > '9')
			break;
		if (++*count > 18)
			return false;
		*out = *out * 10 + (c - '0');
	}
	return *at > start;
}

bool
num_read(struct text t, struct number *out)
{
	size_t at = 0;
	int64_t whole = 0;
	int count = 0, places = 0;
	bool minus = t.n && t.s[0] == '-';

	if (minus)
		at++;
	if (!digits(t, &at, &whole, &count))
		return false;
	*out = (struct number){.num = minus ? -whole : whole};
	out->value = (double)out->num;
	if (at == t.n)
		return true;
	if (t.s[at++] != '.')
		return false;
	places = count;
	if (!digits(t, &at, &whole, &count) || at != t.n)
		return false;
	out->real = true;
	out->value = (double)whole / pow10_of(count - places);
	if (minus)
		out->value = -out->value;
	return num_fits(out->value);
}

bool
num_fits(double v)
{
	return fabs(v) < 1e15;
}

bool
num_scale(struct number *v, struct text exponent)
{
	struct number by;
	bool plus = text_starts(exponent, TEXT("+"));

	if (!num_read(text_sub(exponent, plus, exponent.n), &by) || by.real
	    || by.num > 308 || by.num < -308)
		return false;
	v->real = true;
	v->value = by.num < 0 ? v->value / pow10_of((int)-by.num)
			      : v->value * pow10_of((int)by.num);
	return num_fits(v->value);
}

/* scaled = v * p is itself rounded; fma() tells on which side of a half the
 * true product lies, so that 2.675, which is a little less, gives 2.67. */
double
num_round(double v, int places)
{
	if (places > 15 || places < -18 || !isfinite(v))
		return places > 0 ? v : 0;
	double p = pow10_of(places < 0 ? -places : places);
	double scaled = places < 0 ? v / p : v * p;
	double low = floor(scaled), half = scaled - low - 0.5;

	if (fabs(scaled) >= 4503599627370496.0) /* 2^52: no half to round */
		return places < 0 ? scaled * p : v;
	if (!(half < 0 || half > 0))
		half = places < 0 ? 0 : fma(v, p, -scaled);
	if (half > 0 || (!(half < 0) && (fmod(low, 2) > 0 || fmod(low, 2) < 0)))
		low += 1;
	return places < 0 ? low * p : low / p;
}

/* The whole part and the decimals apart, so that neither is beyond what a
 * double tells apart. */
struct text
num_fixed(struct arena *a, double v, int places)
{
	double all = fabs(v), low = floor(all), p = pow10_of(places);
	long long whole = (long long)low, unit = (long long)p, part = 0;

	if (places == 0)
		whole = (long long)num_round(all, 0);
	else
		part = (long long)(num_round(all - low, places) * p + 0.5);
	if (part == unit) {
		whole++;
		part = 0;
	}
	const char *sign = v < 0 && (whole || part) ? "-" : "";
	if (places == 0)
		return text_fmt(a, "%s%lld", sign, whole);
	return text_fmt(a, "%s%lld.%0*lld", sign, whole, places, part);
}

struct text
num_show(struct arena *a, double v)
{
	int places = PLACES;

	/* 15 figures are what a double surely tells apart. */
	while (places > 1 && fabs(v) * pow10_of(places) > 9e15)
		places--;
	struct text t = num_fixed(a, v, places);
	while (t.n > 2 && t.s[t.n - 1] == '0' && t.s[t.n - 2] != '.')
		t.n--;
	return t;
}
